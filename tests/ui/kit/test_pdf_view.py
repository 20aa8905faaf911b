"""A PDF is shown from memory and leaves nothing on the disk."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PySide6.QtPdfWidgets import QPdfView
from reportlab.pdfgen.canvas import Canvas

from iq_desktop.ui.kit.pdf_view import PdfView

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.ui.kit.conftest import Stage


def a_pdf(pages: int) -> bytes:
    """Return a PDF of some pages."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for number in range(pages):
        canvas.drawString(100, 700, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_pages_are_counted_zoomed_and_forgotten(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    view = stage.show(PdfView(), 600, 500)
    assert view.page.text() == "No page"
    view.show_pdf(a_pdf(3))
    stage.settle()
    assert view.page.text() == "Page 1 of 3"
    view.go_to_page(3)
    assert view.page.text() == "Page 3 of 3"
    stage.click(view.larger)
    wide = view.view.zoomFactor()
    stage.click(view.smaller)
    assert view.view.zoomFactor() < wide
    stage.click(view.fit)
    assert view.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
    view.show_pdf(a_pdf(1))
    assert view.document.pageCount() == 1
    view.clear()
    assert view.page.text() == "No page"
    assert list(tmp_path.iterdir()) == []

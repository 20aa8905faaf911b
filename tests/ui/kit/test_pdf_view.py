"""A PDF is shown from memory and leaves nothing on the disk."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
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


def test_the_page_in_sight_stays_so_when_the_size_changes(stage: Stage) -> None:
    view = stage.show(PdfView(), 600, 500)
    view.show_pdf(a_pdf(8))
    stage.settle()
    view.go_to_page(5)
    stage.settle()
    buttons = (*(view.larger,) * 3, *(view.smaller,) * 6, view.bar.whole, view.fit)
    for button in buttons:
        stage.click(button)
        stage.settle()
        assert view.page.text() == "Page 5 of 8"


def test_keys_turn_to_the_ends_and_zoom_where_the_pages_have_the_focus(stage: Stage) -> None:
    view = stage.show(PdfView(), 600, 500)
    view.show_pdf(a_pdf(8))
    stage.settle()
    view.view.setFocus()
    QTest.keyClick(view.view, Qt.Key.Key_End)
    assert view.page.text() == "Page 8 of 8"
    QTest.keyClick(view.view, Qt.Key.Key_Home)
    assert view.page.text() == "Page 1 of 8"
    QTest.keyClick(view.view, Qt.Key.Key_Plus)
    assert view.view.zoomMode() is QPdfView.ZoomMode.Custom
    larger = view.view.zoomFactor()
    QTest.keyClick(view.view, Qt.Key.Key_Minus)
    assert view.view.zoomFactor() < larger


def test_words_are_found_marked_and_gone_through(stage: Stage) -> None:
    view = stage.show(PdfView(), 600, 500)
    assert not view.bar.line.isEnabled()
    view.show_pdf(a_pdf(3))
    bar = view.bar
    bar.line.setText("page")
    stage.bot.waitUntil(lambda: bar.count.text() == "1 of 3")
    assert view.page.text() == "Page 1 of 3"
    stage.click(bar.after)
    assert (bar.count.text(), view.page.text()) == ("2 of 3", "Page 2 of 3")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "3 of 3"
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 3"
    QTest.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (bar.count.text(), view.page.text()) == ("3 of 3", "Page 3 of 3")
    stage.click(bar.before)
    assert bar.count.text() == "2 of 3"


def test_what_is_not_there_is_said_and_escape_empties_the_line(stage: Stage) -> None:
    view = stage.show(PdfView(), 600, 500)
    view.show_pdf(a_pdf(2))
    bar = view.bar
    bar.line.setText("zebra")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "Not found"
    assert not bar.after.isVisible()
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    stage.bot.waitUntil(lambda: not bar.count.isVisible())
    assert view.found is None


def test_the_search_goes_on_in_the_paper_that_takes_the_place(stage: Stage) -> None:
    view = stage.show(PdfView(), 600, 500)
    view.show_pdf(a_pdf(3))
    view.bar.line.setText("page")
    stage.bot.waitUntil(lambda: view.bar.count.text() == "1 of 3")
    view.show_pdf(a_pdf(2))
    stage.bot.waitUntil(lambda: view.bar.count.text() == "1 of 2")


def test_papers_of_any_length_follow_each_other_while_one_searches(stage: Stage) -> None:
    view = stage.show(PdfView(), 600, 500)
    for pages in (1, 8, 2, 8, 1, 3):
        view.show_pdf(a_pdf(pages))
        view.bar.line.setText(f"page {pages}")
        QTest.keyClick(view.bar.line, Qt.Key.Key_Return)
        stage.settle()
        view.show_pdf(a_pdf(9 - pages))
        stage.settle()
    view.clear()
    stage.settle()
    assert view.page.text() == "No page"


def test_pages_are_turned_and_fitted(stage: Stage) -> None:
    view = stage.show(PdfView(), 600, 500)
    view.show_pdf(a_pdf(2))
    stage.settle()
    bar = view.bar
    assert not bar.page_before.isEnabled()
    stage.click(bar.page_after)
    assert view.page.text() == "Page 2 of 2"
    assert not bar.page_after.isEnabled()
    stage.click(bar.page_before)
    assert view.page.text() == "Page 1 of 2"
    stage.click(bar.whole)
    assert view.view.zoomMode() is QPdfView.ZoomMode.FitInView
    stage.click(bar.larger)
    assert 0 < view.view.zoomFactor() < 1

"""How long paper takes with tags and all that archives want, against two empty pages of ReportLab."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from iq_desktop.app.sample import sample_case
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.wording.tongue import load_tongue
from tests.benchmark.conftest import median_ms
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark


def empty_pages(count: int) -> bytes:
    """Return a PDF of empty pages."""
    paper = io.BytesIO()
    canvas = Canvas(paper, A4)
    for _ in range(count):
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


@pytest.mark.parametrize("kind", DOCUMENT_KINDS, ids=lambda kind: kind.name)
def test_a_paper_in_two_languages_is_made_at_once(project_folder: Path, note: Note, kind: object) -> None:
    printer = PdfPrinter(project_folder / "resources" / "fonts")
    german, arabic = (load_tongue(code, project_folder / "translations") for code in ("de", "ar"))
    occasion = Occasion(Centre("Beratungsstelle"), Adviser("1", "Frau Öztürk"), TODAY)
    document = kind.make(sample_case(), occasion)  # type: ignore[attr-defined]  # the ids of pytest want an object
    print_it = partial(printer.print_document, document, german, arabic)
    pages = len(PdfReader(io.BytesIO(print_it())).pages)
    ours, floor = median_ms(print_it, 20), median_ms(partial(empty_pages, 2), 20)
    note(f"{kind.name} in two languages, tagged, warm, {pages} pages", ours, floor, "100 ms")  # type: ignore[attr-defined]


def test_a_profile_without_tags(project_folder: Path, note: Note, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iq_desktop.pdf.paper.finish_archive", lambda content, *_: content)
    printer = PdfPrinter(project_folder / "resources" / "fonts")
    german, arabic = (load_tongue(code, project_folder / "translations") for code in ("de", "ar"))
    occasion = Occasion(Centre("Beratungsstelle"), Adviser("1", "Frau Öztürk"), TODAY)
    profile = next(kind for kind in DOCUMENT_KINDS if kind.name == "competence-profile").make(sample_case(), occasion)
    for name, client in (("one language", None), ("two languages", arabic)):
        ours = median_ms(partial(printer.print_document, profile, german, client), 20)
        note(f"competence-profile in {name}, without tags", ours, median_ms(partial(empty_pages, 2), 20), "60 ms")

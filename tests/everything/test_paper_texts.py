"""What a client reads on paper is in the client's language, and every letter of it can be drawn."""

from __future__ import annotations

import datetime as dt
import gettext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.sample import sample_case
from iq_desktop.documents.kinds import DOCUMENT_KINDS, DocumentKind
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.pdf.fonts import FontBook, load_fonts
from iq_desktop.pdf.looks import Look
from iq_desktop.pdf.paragraph import make_paragraph
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.wording.catalogue import Catalogue
from iq_desktop.wording.languages import PAPER_LANGUAGES
from iq_desktop.wording.tongue import Tongue, load_tongue
from tests.support.messages import messages, source_of
from translations import FOLDER, forms, has_words

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.documents.blocks import Document

DAY = dt.date(2026, 11, 3)
OCCASION = Occasion(Centre("Beratungsstelle Beispiel", phone="030 123"), Adviser("a" * 32, "Ute Beispiel"), DAY)
CASES = {"empty": CaseFile(opened_on=DAY), "usual": sample_case()}


class Listener(gettext.NullTranslations):
    """Keeps which messages were asked for."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.heard: set[str] = set()

    def gettext(self, message: str) -> str:
        """Keep the message and answer with it."""
        self.heard.add(message)
        return message


@dataclass(frozen=True)
class Press:
    """A printer with its fonts, and the German beside the client's words."""

    printer: PdfPrinter
    fonts: FontBook
    german: Tongue

    def heard_by_client(self, document: Document) -> set[str]:
        """Return the messages that the client's side of a document says."""
        listener = Listener()
        self.printer.print_document(document, self.german, Tongue("ar", Catalogue(listener, "")))
        return {message for message in listener.heard if has_words(message)}


@pytest.fixture(scope="module")
def press(project_folder: Path) -> Press:
    folder = project_folder / "resources" / "fonts"
    return Press(PdfPrinter(folder), load_fonts(folder), load_tongue("de", FOLDER))


@pytest.mark.parametrize("kind", DOCUMENT_KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_clients_side_is_translated(press: Press, kind: DocumentKind, case: CaseFile) -> None:
    heard = press.heard_by_client(kind.make(case, OCCASION))
    assert heard
    for code in PAPER_LANGUAGES:
        source = source_of(code)
        assert not {message for message in heard if not forms(source, messages()[message])}, code


def test_the_listener_hears_what_is_new(press: Press) -> None:
    case = replace(CASES["usual"], agreement=())
    slip = next(kind for kind in DOCUMENT_KINDS if kind.name == "what-we-agreed")
    assert "Nothing was agreed yet." in press.heard_by_client(slip.make(case, OCCASION))


@pytest.mark.parametrize("code", ["de", *PAPER_LANGUAGES])
def test_every_translation_can_be_drawn(press: Press, code: str) -> None:
    tongue = load_tongue(code, FOLDER)
    drawn = 0
    for message in messages().values():
        for form in forms(source_of(code), message):
            assert make_paragraph(form, Look(), press.fonts, code, tongue.direction).natural_width() > 0
            drawn += 1
    assert drawn > len(DOCUMENT_KINDS)

"""Tongues and documents to print in tests; the client's tongues speak invented words where they know none."""

from __future__ import annotations

import gettext
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Block, Document, Sentences, Typed
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.competence import Evidence, Independence
from iq_desktop.pdf.fonts import FontBook, load_fonts
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.wording.catalogue import Catalogue
from iq_desktop.wording.text import say
from iq_desktop.wording.tongue import Tongue
from tests.support.builders import TODAY
from tests.support.full_cases import a_competence, a_usual_case
from tests.support.tongues import english

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

FONTS: Final = Path(__file__).resolve().parent.parent.parent / "resources" / "fonts"
NOTES: Final = say("Notes")
STEPS: Final = tuple(Independence)
OCCUPATION: Final = "Elektroniker für Energie- und Gebäudetechnik/Elektronikerin für Energie- und Gebäudetechnik"
LONG_NAMES: Final = (
    "Gebäudeüberwachungstechnik",
    "Fehlfunktionen von Ausrüstungsgegenständen beheben",
    "Elektrizitätsübertragungsprozesse prüfen",
    "elektrische Haushaltsgeräte anschließen",
    "Elektro- und Elektronikgeräte installieren",
    "Instandhaltungsarbeiten an elektrotechnischen Einrichtungen durchführen",
    "Vorschriften zum Umgang mit gefährlichen Arbeitsstoffen einhalten",
    "elektrische Schaltbilder lesen und Verteilerkästen danach verdrahten",
    "Gesundheits- und Sicherheitsvorschriften bei Bauarbeiten befolgen",
    "ergonomisch arbeiten",
    "Qualitätssicherungsverfahren",
    "Notstromgeneratoren warten",
)
"""As long as names in ESCO are."""
_POOLS: Final = {
    "ar": "يمكن للعميلة إجراء محادثات مع الزبائن بشكل مستقل في مكان العمل بعد ستة أشهر من الخبرة",
    "uk": "клієнтка може самостійно вести розмови з покупцями на робочому місці після шести місяців досвіду",
    "ti": "ወይዘሮ ላይላ ኣብ ንግዲ ናይ ሽዱሽተ ዓመት ተመክሮ ኣለዋ ገምጋም ምስ ተገይሩ ደረጃ ሰነድ",
}


class _InventedMessages(gettext.NullTranslations):
    """A catalogue that answers every message with words of its language, as many and with the same placeholders."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.pool = _POOLS[code].split()

    def gettext(self, message: str) -> str:
        if message in {"", "{words}"}:
            return message
        start = sum(map(ord, message))
        words = []
        for place, word in enumerate(message.split()):
            placeholder = re.search(r"\{\w+\}", word)
            words.append(placeholder.group() if placeholder else self.pool[(start + place * 5) % len(self.pool)])
        return " ".join(words)


@cache
def invented(code: str, reviewed_by: str = "") -> Tongue:
    """Return a tongue of a client (`ar`, `uk` or `ti`)."""
    return Tongue(code, Catalogue(_InventedMessages(code), reviewed_by))


@cache
def fonts() -> FontBook:
    """Return the fonts of the program."""
    return load_fonts(FONTS)


def a_printer() -> PdfPrinter:
    """Return the printer with the fonts of the program."""
    return PdfPrinter(FONTS)


def a_document(*blocks: Block, is_draft: bool = False) -> Document:
    """Return a document of some blocks."""
    return Document(
        say("Competence profile"),
        (say("Case {number}, {day}", number="2026-0147", day=TODAY),),
        blocks,
        say("This profile is no official recognition of a qualification."),
        is_draft=is_draft,
    )


def notes(words: str) -> Sentences:
    """Return a paragraph that somebody typed into the field “Notes”."""
    return Sentences(Typed(words, NOTES))


def print_blocks(*blocks: Block, client: Tongue | None = None) -> bytes:
    """Return the PDF of some blocks, in English and the client's tongue."""
    return a_printer().print_document(a_document(*blocks), english(), client)


def a_counselled_case(code: str = "ar", rated: int = 12, languages: int = 2) -> CaseFile:
    """Return a case as an hour of counselling leaves it: ESCO competences with long names, one example."""
    usual = a_usual_case()
    return replace(
        usual,
        contact=replace(usual.contact, client_language=code),
        languages=usual.languages[:languages],
        occupations=tuple(replace(one, name_de=OCCUPATION) for one in usual.occupations),
        competences=tuple(
            a_competence(
                number,
                name_de=name,
                self_rating=STEPS[3 - number // 3],
                adviser_rating=STEPS[number % 4],
                evidence=list(Evidence)[number % 6],
                example="Hat in Homs Verteilerkästen gebaut und jeden Tag geprüft." if number == 2 else "",
            )
            for number, name in enumerate(LONG_NAMES[:rated])
        ),
    )


def documents_of(case: CaseFile) -> list[Document]:
    """Return every document of a case."""
    centre = Centre("IQ Beratung Neukölln", "Karl-Marx-Straße 1", "12043", "Berlin", "030 5550100", "iq@example.org")
    occasion = Occasion(centre, Adviser("adviser-1", "Käthe Großmann-Öztürk"), TODAY)
    return [kind.make(case, occasion) for kind in DOCUMENT_KINDS]

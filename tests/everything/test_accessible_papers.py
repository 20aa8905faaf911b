"""Every document in every pair of languages is heard whole, in order, and fit for archives."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import outloud
import pdfua
import pytest

from iq_desktop.app.sample import sample_case
from iq_desktop.documents.blocks import Document, NoteLines, Radar, Typed
from iq_desktop.documents.instrument_sheet import SheetWish, make_instrument_sheet
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.recovery_sheet import make_recovery_sheet
from iq_desktop.documents.spans import Spans
from iq_desktop.documents.withdrawal_paper import make_withdrawal_paper
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.pdf.script_runs import is_drawn
from iq_desktop.wording.text import Text, say
from iq_desktop.wording.tongue import Tongue, load_tongue
from tests.pdf.accessibility import find_faults, read_aloud, read_silent
from tests.support.counts import is_full
from tests.support.full_cases import an_overfull_case
from tests.support.occasions import a_full_occasion
from tests.support.talks import PACKS, SKILLS, a_pack
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from pathlib import Path

DAY: Final = dt.date(2026, 11, 3)
OCCASION: Final = Occasion(Centre("Beratungsstelle Beispiel", phone="030 123"), Adviser("a" * 32, "Ute Beispiel"), DAY)
CASES: Final = {"empty": CaseFile(opened_on=DAY), "usual": sample_case(), "overfull": an_overfull_case()}
OCCASIONS: Final = {name: a_full_occasion(case, OCCASION) for name, case in CASES.items()}
PAIRS: Final = (("de", "ar"), ("de", ""), ("de", "uk"), ("de", "tr"), ("en", ""), ("en", "ar"))
PAGE_OF: Final = say("Page {page} of {pages}", page=1, pages=1)
SILENT_PROSE: Final = "TAG-002"
"""Long running heads are prose to `outloud`; here what nobody hears is looked up in what is heard."""
SENTENCE_SIGNS: Final = ".,:;()"
"""They stand on the other side of a word that is drawn in a line from right to left."""
KINDS: Final = {kind.name: kind for kind in DOCUMENT_KINDS}
ALL: Final = tuple(product(KINDS, PAIRS, CASES))
EVERY_DAY: Final = tuple(one for place, one in enumerate(ALL) if one[1:] == (PAIRS[0], "usual") or place % 7 == 0)


@dataclass(frozen=True)
class Printed:
    """A paper, with what it was made of."""

    document: Document
    adviser: Tongue
    client: Tongue | None
    paper: bytes


def print_one(project_folder: Path, kind: str, pair: tuple[str, str], case: str) -> Printed:
    """Return a document of a case in a pair of languages."""
    printer = PdfPrinter(project_folder / "resources" / "fonts")
    document = KINDS[kind].make(CASES[case], OCCASIONS[case])
    adviser, client = load_tongue(pair[0], TRANSLATIONS), load_tongue(pair[1], TRANSLATIONS) if pair[1] else None
    return Printed(document, adviser, client, printer.print_document(document, adviser, client))


@pytest.mark.parametrize(("kind", "pair", "case"), ALL if is_full() else EVERY_DAY)
def test_every_paper_is_accessible_and_fit_for_archives(
    project_folder: Path, tmp_path: Path, kind: str, pair: tuple[str, str], case: str
) -> None:
    printed = print_one(project_folder, kind, pair, case)
    assert find_faults(printed.paper) == []
    file = tmp_path / "paper.pdf"
    file.write_bytes(printed.paper)
    findings = outloud.check(str(file), skip=[SILENT_PROSE]).findings
    assert [one.message for one in findings if one.severity == "error"] == []
    assert [one.message for one in pdfua.validate(str(file)).findings if one.severity is pdfua.Severity.ERROR] == []
    said = read_aloud(printed.paper)
    heard = squash("".join(one.words for one in said))
    for tongue in filter(None, (printed.adviser, printed.client)):
        missing = [words for words in words_of(printed.document, tongue) if squash(words) not in heard]
        assert missing == []
    assert said[0].kind in {"H1", "Span"}
    left_to_right = [word for page in read_silent(printed.paper) for word in page.split() if not has_arabic(word)]
    silent = {squash(word.strip(SENTENCE_SIGNS)) for word in left_to_right}
    unheard = {word for word in silent if not is_in(word, heard) and any(map(str.isalnum, word))}
    assert unheard <= {*printed.adviser.speak(PAGE_OF).split()}


def is_in(word: str, heard: str) -> bool:
    """Return whether a word is heard; a day in a line from right to left is drawn with its parts turned around."""
    return word in heard or "/".join(reversed(word.split("/"))) in heard


def words_of(value: Any, tongue: Tongue) -> list[str]:
    """Return all words of a document as a tongue speaks them, without charts and lines for notes."""
    if isinstance(value, Typed):
        return [value.words]
    if isinstance(value, Text):
        return [tongue.speak(value)] if value.message else []
    if isinstance(value, Radar | NoteLines):
        return []
    if isinstance(value, tuple):
        return [words for one in value for words in words_of(one, tongue)]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        left_out = {"marks"} if isinstance(value, Spans) else set()
        return [
            words
            for one in dataclasses.fields(value)
            if one.name not in left_out
            for words in words_of(getattr(value, one.name), tongue)
        ]
    return []


def squash(words: str) -> str:
    """Return words without spaces and without what nobody sees."""
    return re.sub(r"\s+", "", "".join(filter(is_drawn, unicodedata.normalize("NFC", words.replace("\n", " ")))))


@pytest.mark.parametrize("code", sorted(folder.name for folder in PACKS.iterdir() if folder.is_dir()))
def test_every_sheet_has_no_faults(project_folder: Path, code: str) -> None:
    document = make_instrument_sheet(SheetWish(a_pack(code), "de", "ar", SKILLS, "7K3Q-M2X9", "2026-0001"), OCCASION)
    printer = PdfPrinter(project_folder / "resources" / "fonts")
    client = load_tongue("ar", TRANSLATIONS)
    assert find_faults(printer.print_document(document, load_tongue("de", TRANSLATIONS), client)) == []


def test_the_recovery_sheet_has_no_faults(project_folder: Path) -> None:
    sheet = make_recovery_sheet(OCCASION.centre, OCCASION.adviser.name, "ABCD-EFGH-IJKL-MNOP-QRST", DAY)
    printer = PdfPrinter(project_folder / "resources" / "fonts")
    assert find_faults(printer.print_document(sheet, load_tongue("de", TRANSLATIONS), None)) == []


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@pytest.mark.parametrize("case", CASES)
def test_the_confirmation_of_a_withdrawal_has_no_faults(project_folder: Path, case: str, pair: tuple[str, str]) -> None:
    printer = PdfPrinter(project_folder / "resources" / "fonts")
    adviser, client = load_tongue(pair[0], TRANSLATIONS), load_tongue(pair[1], TRANSLATIONS) if pair[1] else None
    assert find_faults(printer.print_document(make_withdrawal_paper(CASES[case], OCCASION), adviser, client)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_five_of_five_prints_are_the_same(project_folder: Path, kind: str) -> None:
    papers = {print_one(project_folder, kind, ("de", "ar"), "usual").paper for _ in range(5)}
    assert len(papers) == 1


def test_the_clients_words_follow_the_advisers_and_are_of_their_language(project_folder: Path) -> None:
    printed = print_one(project_folder, "competence-profile", ("de", "ar"), "usual")
    said = read_aloud(printed.paper)
    headings = [one for one in said if one.kind in {"H1", "H2", "Span"}]
    assert [one.language for one in headings[:4]] == ["de", "ar", "de", "ar"]
    arabic = [one for one in said if one.language == "ar"]
    assert arabic
    assert all(has_arabic(one.words) for one in arabic if any(letter.isalpha() for letter in one.words))
    assert not any(has_arabic(one.words) for one in headings if one.language == "de")


def has_arabic(words: str) -> bool:
    """Return whether there is an Arabic letter in some words."""
    return any(unicodedata.bidirectional(letter) == "AL" for letter in words)

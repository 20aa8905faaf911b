"""A certificate stands on one page within its frame; stations are a table that says its head on every page."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from iq_desktop.documents.application_cv import make_application_cv
from iq_desktop.documents.blocks import Letterhead
from iq_desktop.documents.certificates import make_counselling_certificate, make_participation_certificate
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.talk_report import TalkReport, TalkReports
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.talk import Talk, TalkKind
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.wording.text import say
from iq_desktop.wording.tongue import load_tongue
from tests.pdf.accessibility import find_faults, read_aloud
from tests.pdf.samples import FONTS
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

REPORT = TalkReport(say("Interests"), (), (), (say("Own view"),), ())
OCCASION = Occasion(
    Centre("Beratungsstelle", "Musterstraße 12", "10115", "Berlin", "030 123"),
    Adviser("a", "A. Krüger"),
    dt.date(2026, 11, 3),
    TalkReports((REPORT,) * 12),
)
LETTER = Letterhead("Beratungsstelle", ("Träger e. V.", "Musterstraße 12"), "Gefördert durch ein Programm des Bundes.")
TALKS = tuple(Talk(dt.date(2026, 3, day), TalkKind.FOLLOW_UP, minutes=30) for day in range(1, 31))


def print_it(make: object, case: CaseFile, second: str, letterhead: Letterhead | None = None) -> bytes:
    document = make(case, OCCASION)  # type: ignore[operator]  # one of the makers below
    document = replace(document, letterhead=letterhead, is_draft=letterhead is not None)
    german, client = load_tongue("de", TRANSLATIONS), load_tongue(second, TRANSLATIONS) if second else None
    return PdfPrinter(FONTS).print_document(document, german, client)


@pytest.mark.parametrize("second", ["", "ar", "uk"])
@pytest.mark.parametrize("make", [make_counselling_certificate, make_participation_certificate])
def test_a_certificate_is_one_page(make: object, second: str) -> None:
    for case in (an_empty_case(), a_usual_case(), replace(an_overfull_case(), talks=TALKS)):
        assert len(PdfReader(io.BytesIO(print_it(make, case, second))).pages) == 1
        assert len(PdfReader(io.BytesIO(print_it(make, case, second, LETTER))).pages) == 1


def test_a_certificate_is_heard_from_its_title_to_its_foot() -> None:
    said = read_aloud(print_it(make_counselling_certificate, a_usual_case(), ""))
    assert said[0].words == "Beratungsbescheinigung"
    heard = [one.words for one in said]
    assert heard.index("Wir bestätigen:") < heard.index("Yara Al-Khatib") < heard.index("Ort, Datum")
    assert heard[-1].startswith("Diese Bescheinigung ist keine Anerkennung")


def test_stations_are_a_table_over_several_pages() -> None:
    paper = print_it(make_application_cv, an_overfull_case(), "ar")
    assert len(PdfReader(io.BytesIO(paper)).pages) > 2
    assert find_faults(paper) == []
    heads = [one.words for one in read_aloud(paper)]
    assert heads.count("Was es war") == 2  # one for the stations with a date, one for those without

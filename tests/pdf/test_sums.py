"""Sums on paper: bars between the least and the most, and whole profiles with talks in every language of paper."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from iq_desktop.documents.interpreter_paper import make_interpreter_paper
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.profile import make_profile
from iq_desktop.documents.sums import Sum
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.pdf.sums import SumBar, share_of
from iq_desktop.usecases.talk_paper import talk_reports
from iq_desktop.wording.languages import PAPER_LANGUAGES
from iq_desktop.wording.text import say
from iq_desktop.wording.tongue import load_tongue
from tests.pdf.samples import a_counselled_case, a_printer
from tests.support.builders import a_case
from tests.support.fakes import a_desk
from tests.support.finished_talks import with_finished_talks
from tests.support.tongues import TRANSLATIONS, german

CENTRE, ADVISER, DAY = Centre("Beratungsstelle"), Adviser("1", "A. Krüger"), dt.date(2026, 11, 22)
WORDS = say("not answered")


@pytest.mark.parametrize(
    ("value", "least", "most", "share"),
    [(6, 6, 30, 0.0), (30, 6, 30, 1.0), (18, 6, 30, 0.5), (None, 6, 30, 0.0), (3, 3, 3, 0.0)],
)
def test_a_bar_is_filled_between_the_least_and_the_most(value: int | None, least: int, most: int, share: float) -> None:
    assert share_of(Sum(value, least, most, WORDS)) == share


def test_a_bar_is_as_high_at_any_width_and_never_parted() -> None:
    bar = SumBar(0.5)
    assert bar.measure(10) == bar.measure(500) > 0
    assert SumBar.split(bar, 100, 1) is None  # type: ignore[func-returns-value]  # a piece answers None


@pytest.mark.parametrize("code", ["", *PAPER_LANGUAGES])
def test_a_profile_with_all_talks_prints_in_every_language(code: str) -> None:
    case = with_finished_talks(a_counselled_case(code or "ar"))
    occasion = Occasion(CENTRE, ADVISER, DAY, talk_reports(a_desk(TRANSLATIONS), case, "de", code))
    client = load_tongue(code, TRANSLATIONS) if code else None
    pages = PdfReader(io.BytesIO(a_printer().print_document(make_profile(case, occasion), german(), client))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in ("Was ich gut kann", "Was ich gern tue", "Was diese Ergebnisse nicht sind", "Frau Weiß", "Herr Çelik"):
        assert words in text
    assert "Beruht auf" in text
    assert "Unterschrift der Beratung" in pages[-1].extract_text()


def test_the_interpreter_paper_is_one_page_in_german() -> None:
    document = make_interpreter_paper(a_case(), Occasion(CENTRE, ADVISER, DAY))
    assert len(PdfReader(io.BytesIO(a_printer().print_document(document, german(), None))).pages) == 1

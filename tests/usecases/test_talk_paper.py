"""The results of talks for paper: words in both languages, views beside each other, nothing averaged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.documents.blocks import Typed
from iq_desktop.domain.assessment import Run
from iq_desktop.domain.instrument import Rater, Rule
from iq_desktop.domain.talk_results import results_of
from iq_desktop.usecases.printing import DOCUMENT_KINDS, print_document
from iq_desktop.usecases.talk import continue_talk, item_name, with_talk
from iq_desktop.usecases.talk_paper import talk_reports
from tests.support.builders import a_case
from tests.support.fakes import MemoryPrinter, a_desk
from tests.support.finished_talks import EXAMPLE, a_finished_talk, with_finished_talks
from tests.support.full_cases import a_competence
from tests.support.talks import CLIENT_LANGUAGES, a_pack
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.documents.talk_report import TalkPart, TalkReport
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return a_desk(TRANSLATIONS)


def report_of(desk: Desk, case: CaseFile, code: str, other: str = "") -> TalkReport:
    title = a_pack(code).words("de", "title")
    found = talk_reports(desk, case, "de", other).reports
    return next(one for one in found if isinstance(one.title, Typed) and one.title.words == title)


def part_of(report: TalkReport, rule: Rule) -> TalkPart:
    return next(part for part in report.parts if part.rule is rule)


def test_a_case_without_finished_talks_has_nothing_to_tell(desk: Desk) -> None:
    begun = a_finished_talk("interests", Run("interests", "2026.1"))
    case = with_talk(a_case(), replace(begun, run=replace(begun.run, finished_on=None)))
    assert case.runs
    assert talk_reports(desk, case, "de").reports == ()


@pytest.mark.parametrize("other", CLIENT_LANGUAGES)
def test_every_word_stands_in_both_languages(desk: Desk, other: str) -> None:
    report = report_of(desk, with_finished_talks(a_case()), "key-competences", other)
    ranking = part_of(report, Rule.RANKING)
    assert len(ranking.lines) == 5
    for line in ranking.lines:
        assert isinstance(line.words, Typed)
        assert line.words.own_words
        assert line.words.own_words != line.words.words
        assert line.example is not None
        assert line.example.words == EXAMPLE


def test_a_language_that_the_pack_lacks_stays_with_german(desk: Desk) -> None:
    report = report_of(desk, with_finished_talks(a_case()), "interests", "vi")
    assert all(isinstance(one.words, Typed) and not one.words.own_words for one in report.parts[0].lines)


def test_both_sides_stand_with_their_difference(desk: Desk) -> None:
    case = with_finished_talks(a_case())
    lines = part_of(report_of(desk, case, "digital-skills"), Rule.STEP_BY_ITEM).lines
    runs = [run for run in case.runs if run.instrument == "digital-skills"]
    own, other = (continue_talk(desk, case, run.id) for run in runs)
    given = [
        {item_name(talk, line.item, "de"): line.value for one in results_of(talk) for line in one.lines}
        for talk in (own, other)
    ]
    assert len(lines) > 15
    for line in lines:
        assert isinstance(line.words, Typed)
        first, last = (values[line.words.words] for values in given)
        assert [side.value for side in line.sides] == [first, last]
        assert line.difference == (None if first is None or last is None else last - first)


def test_two_observers_stand_beside_each_other(desk: Desk) -> None:
    report = report_of(desk, with_finished_talks(a_case()), "work-sample")
    assert [dict(side.values)["words"] for side in report.sides] == ["Frau Weiß", "Herr Çelik"]
    assert {len(line.sides) for line in part_of(report, Rule.STEP_BY_ITEM).lines} == {2}
    whole = {1, 2, 3, 4, 5, None}
    assert {side.value for line in part_of(report, Rule.STEP_BY_ITEM).lines for side in line.sides} <= whole


def test_the_newest_run_of_each_side_counts(desk: Desk) -> None:
    case = with_finished_talks(a_case(), (("interests", Rater.SELF, "", ""),))
    again = a_finished_talk("interests", Run("interests", "2026.1"), seed=77)
    later = with_talk(case, again)
    totals = [side.value for line in report_of(desk, later, "interests").parts[0].lines for side in line.sides]
    assert totals == [group.total for group in results_of(again)[0].groups if group.answered]
    assert totals != [side.value for line in report_of(desk, case, "interests").parts[0].lines for side in line.sides]


def test_an_instrument_that_is_gone_is_named(desk: Desk) -> None:
    case = with_finished_talks(a_case())
    first, *others = case.runs
    case = replace(case, runs=(replace(first, instrument="old-cards", version="1"), *others))
    reports = talk_reports(desk, case, "de")
    assert reports.gone == ("old-cards 1",)
    assert len(reports.reports) == 7


def test_satisfaction_is_never_told(desk: Desk) -> None:
    talk = a_finished_talk("satisfaction", Run("satisfaction", "2026.1"))
    case = replace(a_case(), runs=(talk.run,), answers=talk.answers)
    assert talk_reports(desk, case, "de").reports == ()


def test_competences_of_the_case_have_their_own_table(desk: Desk) -> None:
    case = replace(a_case(), competences=(a_competence(0), a_competence(1)))
    talk = a_finished_talk("occupation-skills", Run("occupation-skills", "2026.1"))
    case = replace(case, runs=(talk.run,), answers=talk.answers)
    assert talk_reports(desk, case, "de").reports == ()


def test_printing_hands_the_results_to_the_profile(desk: Desk) -> None:
    case = with_finished_talks(a_case())
    kind = DOCUMENT_KINDS[0]
    print_document(desk, case, kind, "de", paired=False)
    assert isinstance(desk.printer, MemoryPrinter)
    [(document, _, _)] = desk.printer.documents
    assert "What these results are not" in str(document.blocks)

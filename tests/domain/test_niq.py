"""When a record of the documentation NIQ is ready: each rule of the light, one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Benefit, Home
from iq_desktop.domain.contact import QualificationTopic, RecognitionTopic
from iq_desktop.domain.language_skill import LanguageSkill, Level
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EquivalenceResult,
    EvaluationResult,
    Experience,
    Qualification,
    QualificationKind,
)
from iq_desktop.usecases.case_pages import CASE_PAGES
from tests.support.builders import TODAY, a_case, a_client

if TYPE_CHECKING:
    from pathlib import Path

A_QUALIFICATION: Final = Qualification(
    title_de="Kauffrau",
    kind=QualificationKind.VOCATIONAL,
    country="SY",
    experience=Experience.ABROAD,
    earlier_application=EarlierApplication.NONE,
    goes_to_niq=True,
    id="qualification-1",
)


BEFORE: Final = "earlier_application"
BOTH: Final = {BEFORE: EarlierApplication.BOTH}
RESULT: Final = "or its result where there was one"


def a_ready_case(**changes: Any) -> CaseFile:
    """Return a case of which nothing is missing."""
    case = a_case()
    contact = replace(
        case.contact,
        first_talk_on=TODAY,
        ended_on=TODAY,
        recognition_topics=(RecognitionTopic.POSSIBILITIES,),
    )
    ready = replace(
        case,
        contact=contact,
        languages=(LanguageSkill("de", listening=Level.B1),),
        qualifications=(A_QUALIFICATION,),
    )
    return replace(ready, **changes)


def with_contact(**changes: Any) -> CaseFile:
    case = a_ready_case()
    return case.with_contact(replace(case.contact, **changes))


def with_client(**changes: Any) -> CaseFile:
    return a_ready_case(client=a_client(**changes))


def with_qualification(**changes: Any) -> CaseFile:
    return a_ready_case(qualifications=(replace(A_QUALIFICATION, **changes),))


def gaps_of(case: CaseFile) -> list[tuple[NiqLight, str, str]]:
    return [(gap.light, gap.page, gap.field) for gap in niq_state(case, TODAY).gaps]


def test_a_case_with_everything_is_green() -> None:
    assert niq_state(a_ready_case(), TODAY).gaps == ()
    assert niq_state(a_ready_case(), TODAY).light is NiqLight.GREEN


RED: Final = (
    ("no topic of recognition or qualification counselling", with_contact(recognition_topics=()), "recognition_topics"),
    ("no qualification", a_ready_case(qualifications=()), "qualifications"),
    ("no date of first counselling", with_contact(first_talk_on=None), "first_talk_on"),
    ("or of its end", with_contact(ended_on=None), "ended_on"),
    ("no form of counselling", with_contact(channel=None), "channel"),
)
"""What the handbook says, word for word, a case of which just that is missing, and the field that it leads to."""
AMBER: Final = (
    ("no qualification marked for NIQ", with_qualification(goes_to_niq=False), "goes_to_niq"),
    ("state, ", with_qualification(country=""), "country"),
    ("kind", with_qualification(kind=None), "kind"),
    ("experience", with_qualification(experience=None), "experience"),
    ("or earlier application of a marked one missing", with_qualification(earlier_application=None), BEFORE),
    (RESULT, with_qualification(earlier_application=EarlierApplication.EQUIVALENCE), "equivalence_result"),
    (RESULT, with_qualification(earlier_application=EarlierApplication.EVALUATION), "evaluation_result"),
    (RESULT, with_qualification(**BOTH, equivalence_result=EquivalenceResult.FULL), "evaluation_result"),
    (RESULT, with_qualification(**BOTH, evaluation_result=EvaluationResult.POSITIVE), "equivalence_result"),
    ("age", with_client(birth=None), "birth"),
    ("sex", with_client(gender=None), "gender"),
    ("home", with_client(home=None), "home"),
    ("nationality", with_client(nationalities=()), "nationalities"),
    ("year of entry", with_client(entry=None), "entry"),
    ("(four digits, 1939 to today)", with_client(entry=PartialDate(938)), "entry"),
    ("(four digits, 1939 to today)", with_client(entry=PartialDate(1938)), "entry"),
    ("(four digits, 1939 to today)", with_client(entry=PartialDate(TODAY.year, TODAY.month + 1)), "entry"),
    ("(four digits, 1939 to today)", with_client(entry=PartialDate(TODAY.year + 1)), "entry"),
    ("(four digits, 1939 to today)", with_client(entry=PartialDate(9999)), "entry"),
    ("(four digits, 1939 to today)", with_client(entry=PartialDate(1989)), "entry"),
    ("(four digits, 1939 to today)", with_client(entry=PartialDate(1938), birth_country="DE"), "entry"),
    ("age", with_client(birth=PartialDate(TODAY.year + 1), home=Home.ABROAD, home_country="SY"), "birth"),
    ("age", with_client(birth=PartialDate(TODAY.year - 111)), "birth"),
    ("or state of residence", with_client(home=Home.ABROAD), "home_country"),
    ("employment", with_client(employment=None), "employment"),
    ("residence status", with_client(residence_title=None), "residence_title"),
    ("German", a_ready_case(languages=()), "languages"),
    ("way to the centre missing", with_contact(way=None), "way"),
    ('benefits "yes" without which', with_client(benefit=Benefit.NOT_SAID_WHICH), "benefit"),
    ("Green: everything there.", with_client(benefit=None), "benefit"),
)
PAGES: Final = {
    **dict.fromkeys(("recognition_topics", "first_talk_on", "ended_on", "channel", "way"), "contact"),
    **dict.fromkeys(("qualifications", "goes_to_niq", "country", "kind", "experience", BEFORE), "papers"),
    **dict.fromkeys(("equivalence_result", "evaluation_result"), "papers"),
    "languages": "languages",
}
"""On which page a field stands; every other one on the page Person."""


@pytest.mark.parametrize(("words", "case", "field"), RED)
def test_what_makes_it_red(words: str, case: CaseFile, field: str) -> None:
    assert gaps_of(case) == [(NiqLight.RED, PAGES[field], field)], words
    assert niq_state(case, TODAY).light is NiqLight.RED


@pytest.mark.parametrize(("words", "case", "field"), AMBER)
def test_what_makes_it_amber(words: str, case: CaseFile, field: str) -> None:
    assert gaps_of(case) == [(NiqLight.AMBER, PAGES.get(field, "person"), field)], words
    assert niq_state(case, TODAY).light is NiqLight.AMBER


def test_every_word_of_the_handbook_stands_in_the_table(shared_folder: Path) -> None:
    handbook = (shared_folder / "handbook" / "niq.md").read_text(encoding="utf-8")
    _, behind = handbook.split("## When a record is ready")
    left = " ".join(behind.split("##")[0].split())
    for words in sorted({words for words, _, _ in (*RED, *AMBER)}, key=len, reverse=True):
        assert words in left, words
        left = left.replace(words, "", 1)
    assert left.replace("Red (cannot be sent):", "").replace("Amber (can be sent, incomplete):", "").strip(" ,;.") == ""


def test_each_marked_qualification_is_asked_for_itself() -> None:
    second = replace(A_QUALIFICATION, kind=None, id="qualification-2")
    unmarked = replace(A_QUALIFICATION, kind=None, goes_to_niq=False, id="qualification-3")
    case = a_ready_case(qualifications=(replace(A_QUALIFICATION, country=""), second, unmarked))
    told = [(gap.field, gap.part_id) for gap in niq_state(case, TODAY).gaps]
    assert told == [("country", "qualification-1"), ("kind", "qualification-2")]


def test_a_new_case_lacks_everything_at_once() -> None:
    gaps = niq_state(CaseFile(opened_on=TODAY), TODAY).gaps
    red = {gap.field for gap in gaps if gap.light is NiqLight.RED}
    assert red == {field for _, _, field in RED}
    of_training = {field for field, page in PAGES.items() if page == "papers"}
    only_later = {"entry", "home_country"}
    assert {gap.field for gap in gaps} - red == {field for _, _, field in AMBER} - of_training - only_later


@pytest.mark.parametrize(
    "case",
    [
        with_contact(recognition_topics=(), qualification_topics=(QualificationTopic.FUNDING_SGB,)),
        with_qualification(
            earlier_application=EarlierApplication.BOTH,
            equivalence_result=EquivalenceResult.NO_ANSWER,
            evaluation_result=EvaluationResult.PENDING,
        ),
        with_client(home=Home.ABROAD, home_country="SY", entry=None),
        with_client(entry=PartialDate(1939), birth=PartialDate(1930)),
        with_client(entry=PartialDate(TODAY.year)),
        with_client(entry=PartialDate(TODAY.year, TODAY.month, TODAY.day)),
        with_client(entry=PartialDate(1990), birth=PartialDate(1990)),
        with_client(birth=PartialDate(TODAY.year - 110)),
        with_client(entry=None, birth_country="DE"),
        a_ready_case(languages=(), client=a_client(mother_tongues=("ar", "de"))),
        a_ready_case(qualifications=(A_QUALIFICATION, Qualification(title_de="Nicht gemeldet"))),
    ],
)
def test_what_is_enough(case: CaseFile) -> None:
    assert niq_state(case, TODAY).light is NiqLight.GREEN


def test_red_stands_before_amber_and_names_the_qualification() -> None:
    case = with_qualification(kind=None)
    case = case.with_contact(replace(case.contact, channel=None))
    assert [gap.light for gap in niq_state(case, TODAY).gaps] == [NiqLight.RED, NiqLight.AMBER]
    assert niq_state(case, TODAY).gaps[1].part_id == "qualification-1"


def test_every_gap_leads_to_a_page_that_there_is() -> None:
    pages = {page.name for page in CASE_PAGES} | {"papers"}
    assert {gap.page for gap in niq_state(replace(a_case(), qualifications=()), TODAY).gaps} <= pages

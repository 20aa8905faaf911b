"""When a record of the documentation NIQ is ready: each rule of the light, one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest

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
    from iq_desktop.domain.case_file import CaseFile

A_QUALIFICATION: Final = Qualification(
    title_de="Kauffrau",
    kind=QualificationKind.VOCATIONAL,
    country="SY",
    experience=Experience.ABROAD,
    earlier_application=EarlierApplication.NONE,
    goes_to_niq=True,
    id="qualification-1",
)


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
    return [(gap.light, gap.page, gap.field) for gap in niq_state(case).gaps]


def test_a_case_with_everything_is_green() -> None:
    assert niq_state(a_ready_case()).gaps == ()
    assert niq_state(a_ready_case()).light is NiqLight.GREEN


@pytest.mark.parametrize(
    ("case", "page", "field"),
    [
        (with_contact(recognition_topics=()), "contact", "recognition_topics"),
        (a_ready_case(qualifications=()), "papers", "qualifications"),
        (with_contact(first_talk_on=None), "contact", "first_talk_on"),
        (with_contact(ended_on=None), "contact", "ended_on"),
        (with_contact(channel=None), "contact", "channel"),
    ],
)
def test_what_makes_it_red(case: CaseFile, page: str, field: str) -> None:
    assert gaps_of(case) == [(NiqLight.RED, page, field)]
    assert niq_state(case).light is NiqLight.RED


@pytest.mark.parametrize(
    ("case", "page", "field"),
    [
        (with_qualification(goes_to_niq=False), "papers", "goes_to_niq"),
        (with_qualification(country=""), "papers", "country"),
        (with_qualification(kind=None), "papers", "kind"),
        (with_qualification(experience=None), "papers", "experience"),
        (with_qualification(earlier_application=None), "papers", "earlier_application"),
        (with_qualification(earlier_application=EarlierApplication.EQUIVALENCE), "papers", "equivalence_result"),
        (with_qualification(earlier_application=EarlierApplication.EVALUATION), "papers", "evaluation_result"),
        (
            with_qualification(earlier_application=EarlierApplication.BOTH, equivalence_result=EquivalenceResult.FULL),
            "papers",
            "evaluation_result",
        ),
        (with_client(birth=None), "person", "birth"),
        (with_client(gender=None), "person", "gender"),
        (with_client(home=None), "person", "home"),
        (with_client(home=Home.ABROAD), "person", "home_country"),
        (with_client(nationalities=()), "person", "nationalities"),
        (with_client(entry=None), "person", "entry"),
        (with_client(entry=PartialDate(1938)), "person", "entry"),
        (with_client(employment=None), "person", "employment"),
        (with_client(benefit=None), "person", "benefit"),
        (with_client(benefit=Benefit.NOT_SAID_WHICH), "person", "benefit"),
        (with_client(residence_title=None), "person", "residence_title"),
        (a_ready_case(languages=()), "languages", "languages"),
        (with_contact(way=None), "contact", "way"),
    ],
)
def test_what_makes_it_amber(case: CaseFile, page: str, field: str) -> None:
    assert gaps_of(case) == [(NiqLight.AMBER, page, field)]
    assert niq_state(case).light is NiqLight.AMBER


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
        with_client(entry=PartialDate(1939)),
        with_client(entry=None, birth_country="DE"),
        a_ready_case(languages=(), client=a_client(mother_tongues=("ar", "de"))),
        a_ready_case(qualifications=(A_QUALIFICATION, Qualification(title_de="Nicht gemeldet"))),
    ],
)
def test_what_is_enough(case: CaseFile) -> None:
    assert niq_state(case).light is NiqLight.GREEN


def test_red_stands_before_amber_and_names_the_qualification() -> None:
    case = with_qualification(kind=None)
    case = case.with_contact(replace(case.contact, channel=None))
    assert [gap.light for gap in niq_state(case).gaps] == [NiqLight.RED, NiqLight.AMBER]
    assert niq_state(case).gaps[1].part_id == "qualification-1"


def test_every_gap_leads_to_a_page_that_there_is() -> None:
    pages = {page.name for page in CASE_PAGES} | {"papers"}
    assert {gap.page for gap in niq_state(replace(a_case(), qualifications=())).gaps} <= pages

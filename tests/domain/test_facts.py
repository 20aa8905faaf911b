"""Every fact has its place and reads what a filled case says; an empty case leaves every fact open that nobody told."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.fact import HERE, About, Circumstances, Fact, FactType, Span
from iq_desktop.domain.fact_reading import value_of_words
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.rule import Route
from iq_desktop.domain.told_fact import ToldFact
from iq_desktop.domain.training_readers import worked_occupations
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.usecases.field_pages import fields_of_pages, name_of_part
from iq_desktop.usecases.told_facts import answer_of, question_of, tell_fact
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case, an_empty_case

README = Path(__file__).resolve().parents[2] / "resources" / "packs" / "rules" / "README.md"
LISTS = {field.name for field in fields(CaseFile)}
EVERY = pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.code)


def subjects(case: CaseFile, about: About) -> list[Circumstances]:
    person = Circumstances(case, TODAY)
    if about is About.QUALIFICATION:
        return [replace(person, qualification=one) for one in case.qualifications]
    if about is About.OCCUPATION:
        return [replace(person, occupation=one) for one in worked_occupations(case)]
    return [person]


def is_of_type(fact: Fact, value: object) -> bool:
    if fact.is_span:
        return isinstance(value, Span) and value.low <= value.high
    if fact.kind is FactType.YES_NO:
        return isinstance(value, bool)
    codes = {str(choice.value) for choice in fact.choices} if fact.choices else None
    if fact.kind is FactType.CHOICES:
        return isinstance(value, frozenset) and (codes is None or value <= codes)
    return isinstance(value, str) and (codes is None or value in codes)


@EVERY
def test_every_fact_is_asked_somewhere(fact: Fact) -> None:
    if fact.page == HERE:
        return
    assert fact.page in {page.name for page in CASE_PAGES}
    of_page = {place.field for place in fields_of_pages() if place.page.name == fact.page}
    assert fact.field in of_page | LISTS or name_of_part(fact.page, fact.field).message, "no field of that page"


@pytest.mark.parametrize("fact", [one for one in FACTS.values() if one.is_told], ids=lambda fact: fact.code)
def test_what_is_told_here_is_read_and_taken_back(fact: Fact) -> None:
    case = a_usual_case()
    for at in subjects(case, fact.about):
        answer = {FactType.NUMBER: 7, FactType.DAY: TODAY}.get(fact.kind)
        field = question_of(fact)
        answer = next(iter(field.choices)) if field.choices else answer
        told = tell_fact(case, fact, at.subject_id, answer, TODAY)
        assert answer_of(told, fact, at.subject_id) == answer
        assert tell_fact(told, fact, at.subject_id, None, TODAY).told_facts == case.told_facts
        value = fact.read(replace(at, case=told))
        assert is_of_type(fact, value)


@EVERY
def test_a_usual_case_gives_values_of_the_right_type(fact: Fact) -> None:
    for at in subjects(a_usual_case(), fact.about):
        value = fact.read(at)
        assert value is None or is_of_type(fact, value), value


@EVERY
def test_an_empty_case_says_nothing(fact: Fact) -> None:
    assert fact.read(Circumstances(an_empty_case(), TODAY)) is None


def test_an_answer_that_no_list_has_any_more_is_no_answer() -> None:
    case = replace(a_usual_case(), told_facts=(ToldFact("contract", "gone"), ToldFact("income", "much")))
    assert answer_of(case, FACTS["contract"], "") is None
    assert answer_of(case, FACTS["income"], "") is None
    assert value_of_words("2026-02-31", FactType.DAY) is None
    assert value_of_words("maybe", FactType.YES_NO) is None


def test_the_readme_tells_every_fact_and_every_route() -> None:
    """Whoever writes a pack reads them there."""
    told = README.read_text("utf-8")
    rows = set(re.findall(r"^\| `([a-z0-9_]+)` \|", told, re.MULTILINE))
    assert set(FACTS) | {str(route.value) for route in Route} <= rows
    assert rows <= set(FACTS) | {str(route.value) for route in Route} | {
        *(
            "code",
            "route",
            "outcome",
            "when",
            "reasons",
            "client",
            "cites",
            "source",
            "verified",
            "displaces",
            "courses",
        )
    }

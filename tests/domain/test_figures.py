"""Anonymous figures: nobody is found in them, not by joining them with the cases, not by comparing two reports."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client, Gender, Home
from iq_desktop.domain.contact import Concern, Contact
from iq_desktop.domain.figures import OPEN, Figure, add_figures, count_figures, figure_of, settle_figures
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.talk import Closing, CounsellingResult
from tests.support.builders import TODAY, a_case
from tests.support.chance import seeded
from tests.support.counts import count

if TYPE_CHECKING:
    import random

LEAST = 5
_SOME = st.sampled_from(["a", "b", OPEN])
FIGURES = st.lists(st.builds(Figure, _SOME, _SOME, _SOME, _SOME, _SOME, _SOME, _SOME), max_size=60)


def a_person(chance: random.Random) -> CaseFile:
    """Return a closed case of somebody, alike enough that some share everything."""
    begun = dt.date(2026, chance.choice((2, 5, 8)), chance.randrange(1, 28))
    client = Client(
        gender=chance.choice((Gender.FEMALE, Gender.MALE)),
        birth=PartialDate(chance.choice((1970, 1985, 1988, 2000))),
        nationalities=(chance.choice(("SY", "SY", "UA", "PL", "DE")),),
        home=Home.GERMANY,
    )
    contact = Contact(concerns=(chance.choice(tuple(Concern)[:3]),), first_talk_on=begun)
    closing = Closing(begun, chance.choice(tuple(CounsellingResult)[:3]))
    return CaseFile(opened_on=begun, client=client, contact=contact, closing=closing)


def test_a_case_becomes_coarse_answers() -> None:
    told = figure_of(a_case())
    assert told == Figure("2026-4", "35_44", "female", "third_country", "germany", "recognition", OPEN)
    assert figure_of(CaseFile(opened_on=TODAY)) == Figure("2026-4")


@pytest.mark.parametrize(
    ("states", "group"), [(("SY",), "third_country"), (("SY", "DE"), "german"), (("PL", "UA"), "european"), ((), OPEN)]
)
def test_states_become_groups(states: tuple[str, ...], group: str) -> None:
    client = Client(nationalities=states)
    assert figure_of(CaseFile(opened_on=TODAY, client=client)).origin == group


def test_no_answer_holds_a_name_a_day_or_an_identity() -> None:
    case = a_case()
    words = " ".join(getattr(figure_of(case), field.name) for field in fields(Figure))
    for secret in (case.id, case.number, case.adviser_id, case.client.family_name, "10969", "SY", TODAY.isoformat()):
        assert secret not in words


@given(FIGURES)
def test_every_figure_is_shared_by_enough_people(figures: list[Figure]) -> None:
    kept = settle_figures(figures, LEAST)
    assert len(kept) == len(figures)
    for one in count_figures(kept):
        assert one.people >= LEAST
    for told, true in zip(kept, figures, strict=True):
        if told is not None:
            assert all(getattr(told, name.name) in {OPEN, getattr(true, name.name)} for name in fields(Figure))


@given(FIGURES, FIGURES)
def test_the_difference_of_two_reports_is_whole_batches(first: list[Figure], second: list[Figure]) -> None:
    """Whoever holds both reports learns of each figure nothing, or of at least five people."""
    early = count_figures(settle_figures(first, LEAST))
    late = add_figures(early, count_figures(settle_figures(second, LEAST)))
    before = {one.figure: one.people for one in early}
    for one in late:
        gone_up = one.people - before.get(one.figure, 0)
        assert gone_up == 0 or gone_up >= LEAST


@given(FIGURES)
def test_marginal_sums_tell_of_enough_people_too(figures: list[Figure]) -> None:
    counted = count_figures(settle_figures(figures, LEAST))
    for field in fields(Figure):
        sums: Counter[str] = Counter()
        for one in counted:
            sums[getattr(one.figure, field.name)] += one.people
        assert all(people >= LEAST for people in sums.values())


def test_joining_with_the_cases_finds_nobody() -> None:
    """Somebody who has the whole vault of yesterday tries to tell which case a figure is: five or more fit, always."""
    chance = seeded(5)
    for _ in range(count(5, 100)):
        people = [a_person(chance) for _ in range(chance.randrange(5, 300))]
        counted = count_figures(settle_figures([figure_of(case) for case in people], LEAST))
        true = [figure_of(case) for case in people]
        for one in counted:
            fitting = [figure for figure in true if _may_be(one.figure, figure)]
            assert len(fitting) >= one.people >= LEAST


def _may_be(told: Figure, true: Figure) -> bool:
    return all(getattr(told, field.name) in {OPEN, getattr(true, field.name)} for field in fields(Figure))


def test_what_all_who_are_alike_share_is_not_told() -> None:
    """Who knows that a neighbour was counselled in autumn would learn the result that all have."""
    alike = Figure("2026-4", "35_44", "female", "third_country", "germany", "work", "broken_off")
    assert set(settle_figures([alike] * 9, LEAST)) == {replace(alike, concern=OPEN, result=OPEN)}
    mixed = [replace(alike, result=result) for result in ("in_work", "informed") for _ in range(LEAST)]
    assert {one.result for one in settle_figures(mixed, LEAST) if one} == {"in_work", "informed"}


def test_too_few_are_not_kept_at_all() -> None:
    assert settle_figures([Figure("2026-4")] * 4, LEAST) == (None,) * 4
    assert count_figures(settle_figures([Figure("2026-4")] * 4, LEAST)) == ()

"""Trainings, work and papers: what they lack, and what cannot be."""

from __future__ import annotations

import datetime as dt

import pytest

from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Weight
from iq_desktop.domain.qualification import Paper, PaperForm, PaperKind, Qualification, Whereabouts, WorkPeriod
from tests.support.builders import TODAY


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        (Qualification("x", begun=PartialDate(TODAY.year + 1)), {"begun"}),
        (Qualification("x", begun=PartialDate(2010), ended=PartialDate(2009)), {"ended"}),
        (Qualification("x", begun=PartialDate(2010, 5), ended=PartialDate(2010)), set()),
        (WorkPeriod("x", begun=PartialDate(2010), ended=PartialDate(2012), is_going_on=True), {"ended"}),
        (WorkPeriod("x", begun=PartialDate(2010), is_going_on=True), set()),
        (WorkPeriod("x", hours_per_week=169), {"hours_per_week"}),
        (WorkPeriod("x", hours_per_week=40), set()),
        (Paper(handed_over_on=TODAY, handed_back_on=TODAY - dt.timedelta(days=1)), {"handed_back_on"}),
        (Paper(issued_on=PartialDate(TODAY.year + 1)), {"issued_on"}),
    ],
)
def test_what_cannot_be_is_told_at_its_field(part: Qualification | WorkPeriod | Paper, wrong: set[str]) -> None:
    assert {one.field for one in part.problems(TODAY) if one.weight is Weight.WRONG} == wrong


def test_what_is_missing_is_only_open() -> None:
    assert {one.field for one in Qualification().problems(TODAY)} == {"title_original", "kind", "country", "finished"}
    assert {one.field for one in WorkPeriod().problems(TODAY)} == {"title_original", "begun", "country", "tasks"}
    assert {one.field for one in Paper().problems(TODAY)} == {"kind", "forms"}
    assert Paper(kind=PaperKind.CV, forms=(PaperForm.COPY,)).problems(TODAY) == ()


def test_an_original_is_in_our_hands_until_it_is_handed_back() -> None:
    here = Paper(whereabouts=Whereabouts.CENTRE)
    assert here.is_in_our_hands
    assert not Paper(whereabouts=Whereabouts.CENTRE, handed_back_on=TODAY).is_in_our_hands
    assert not Paper(whereabouts=Whereabouts.CLIENT).is_in_our_hands

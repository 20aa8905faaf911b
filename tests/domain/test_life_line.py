"""The line of life: bars in lanes, gaps told neutrally, dates that follow a drag."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client
from iq_desktop.domain.life_line import Gap, Source, life_line, move_bar
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import Finished, Qualification, WorkKind, WorkPeriod
from tests.support.builders import TODAY
from tests.support.strategies import partial_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.life_line import Bar


def a_life(**changes: object) -> CaseFile:
    """Return a case with school, training, two overlapping works, care and a time without words."""
    case = CaseFile(
        opened_on=TODAY,
        client=Client(family_name="Haddad", birth=PartialDate(1990, 5)),
        life=(LifeEntry(LifeKind.SCHOOL, "Schule", "SY", PartialDate(1996), PartialDate(2008), id="school"),),
        qualifications=(
            Qualification("", "Kauffrau", begun=PartialDate(2008), ended=PartialDate(2011, 6), id="training"),
        ),
        works=(
            WorkPeriod(title_de="Verkäuferin", begun=PartialDate(2011, 7), ended=PartialDate(2015), id="shop"),
            WorkPeriod(title_de="Pflege der Mutter", kind=WorkKind.CARE, begun=PartialDate(2013), id="care"),
            WorkPeriod(title_de="Aushilfe", begun=PartialDate(2024, 1), is_going_on=True, id="now"),
        ),
    )
    return replace(case, **changes)  # type: ignore[arg-type]  # names of its fields


def test_bars_are_what_was_told_and_care_is_no_gap() -> None:
    line = life_line(a_life(), TODAY)
    assert [bar.title for bar in line.bars] == ["Schule", "Kauffrau", "Verkäuferin", "Pflege der Mutter", "Aushilfe"]
    assert {bar.id: bar.kind for bar in line.bars}["care"] is LifeKind.FAMILY
    assert (line.first_year, line.last_year) == (1996, TODAY.year)
    assert line.gaps == (Gap(dt.date(2015, 12, 31), dt.date(2024, 1, 1)),)


def test_what_has_no_beginning_is_named_and_not_lost() -> None:
    case = a_life(works=(WorkPeriod(title_de="Irgendwann", id="some"),))
    assert life_line(case, TODAY).undated == ((Source.WORK, "some", "Irgendwann"),)


def test_an_end_that_nobody_told_is_open() -> None:
    bars = {bar.id: bar for bar in life_line(a_life(), TODAY).bars}
    assert bars["care"].is_open
    assert not bars["shop"].is_open
    assert bars["now"].is_going_on
    assert bars["now"].end == TODAY


def test_nobody_is_asked_about_childhood() -> None:
    case = a_life(life=(), qualifications=(), works=())
    assert life_line(case, TODAY).gaps == (Gap(dt.date(2006, 1, 1), TODAY),)
    assert life_line(replace(case, client=Client()), TODAY).gaps == ()


@pytest.mark.parametrize(
    ("source", "part_id"), [(Source.WORK, "now"), (Source.ENTRY, "school"), (Source.QUALIFICATION, "training")]
)
def test_a_drag_changes_what_the_bar_shows(source: Source, part_id: str) -> None:
    begun, ended = PartialDate(2001, 2), PartialDate(2003, 4)
    moved = {bar.id: bar for bar in life_line(move_bar(a_life(), source, part_id, begun, ended), TODAY).bars}[part_id]
    assert (moved.begun, moved.ended, moved.is_going_on) == (begun, ended, False)


def test_a_training_that_gets_an_end_no_longer_goes_on() -> None:
    running = Qualification("", "Kauffrau", begun=PartialDate(2025), finished=Finished.RUNNING, id="training")
    case = move_bar(
        a_life(qualifications=(running,)), Source.QUALIFICATION, "training", running.begun, PartialDate(2026)
    )
    assert case.qualifications[0].finished is None


@pytest.mark.parametrize("source", Source)
def test_a_bar_that_is_not_there_cannot_be_moved(source: Source) -> None:
    with pytest.raises(KeyError):
        move_bar(a_life(), source, "nobody", PartialDate(2000), None)


@given(st.lists(st.tuples(partial_dates(), partial_dates()), max_size=12))
def test_no_two_bars_of_a_lane_overlap_and_gaps_touch_no_bar(spans: Sequence[tuple[PartialDate, PartialDate]]) -> None:
    life = tuple(
        LifeEntry(LifeKind.WORK, str(number), begun=min(pair), ended=max(pair), id=str(number))
        for number, pair in enumerate(spans)
    )
    line = life_line(CaseFile(opened_on=TODAY, life=life), dt.date(9999, 12, 31))
    assert len(line.bars) == len(spans)
    lanes: dict[int, list[Bar]] = {}
    for bar in line.bars:
        lanes.setdefault(bar.lane, []).append(bar)
    for bars in lanes.values():
        assert all(one.end <= other.start for one, other in pairwise(bars))
    for gap in line.gaps:
        assert all(bar.end <= gap.start or bar.start >= gap.end for bar in line.bars)

"""Training and work in the order of time, and the times between them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.career import LONGEST_SILENCE, Pause, career
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import Qualification, WorkKind, WorkPeriod
from tests.support.full_cases import a_usual_case

TODAY = dt.date(2026, 11, 3)
YEARS = st.integers(1990, 2025)


def a_work(begun: PartialDate | None, ended: PartialDate | None = None, **changes: object) -> WorkPeriod:
    work = WorkPeriod(title_de="Arbeit", begun=begun, ended=ended)
    return replace(work, **changes)  # type: ignore[arg-type]  # fields of the work


def a_case(*works: WorkPeriod, life: tuple[LifeEntry, ...] = (), client: Client | None = None) -> CaseFile:
    return CaseFile(TODAY, works=works, life=life, client=client or Client())


def test_stations_stand_in_the_order_of_time() -> None:
    found = career(a_usual_case(), TODAY)
    assert [bar.id for bar in found.stations] == ["school", "training", "shop"]
    assert [part_id for _source, part_id in found.undated] == ["market"]


def test_a_time_of_which_nobody_told_is_a_pause() -> None:
    case = a_case(a_work(PartialDate(2018, 3), PartialDate(2019, 12)), a_work(PartialDate(2021, 5), is_going_on=True))
    assert career(case, TODAY).pauses == (Pause(dt.date(2020, 1, 1), dt.date(2021, 4, 30), is_told=False),)


def test_a_pause_until_today_has_no_end() -> None:
    case = a_case(a_work(PartialDate(2018), PartialDate(2019)))
    assert career(case, TODAY).pauses == (Pause(dt.date(2020, 1, 1), None, is_told=False),)


def test_what_filled_a_pause_is_no_station_and_stays_private() -> None:
    works = (a_work(PartialDate(2018), PartialDate(2019)), a_work(PartialDate(2022), is_going_on=True))
    flight = LifeEntry(LifeKind.JOURNEY, "über das Meer", "GR", PartialDate(2020), PartialDate(2021))
    care = a_work(PartialDate(2020), PartialDate(2021), kind=WorkKind.CARE)
    for case in (a_case(*works, life=(flight,)), a_case(*works, care)):
        found = career(case, TODAY)
        assert len(found.stations) == 2
        assert found.pauses == (Pause(dt.date(2020, 1, 1), dt.date(2021, 12, 31), is_told=True),)


def test_a_pause_of_which_a_part_was_told_is_not_known_as_a_whole() -> None:
    works = (a_work(PartialDate(2018), PartialDate(2019)), a_work(PartialDate(2022), is_going_on=True))
    wait = LifeEntry(LifeKind.OTHER, "", "", PartialDate(2020), PartialDate(2020))
    assert [pause.is_told for pause in career(a_case(*works, life=(wait,)), TODAY).pauses] == [False]


def test_two_months_are_no_pause_and_three_are_one() -> None:
    before = a_work(PartialDate(2018, 1), PartialDate(2018, 12))
    for month, count in ((3, 0), (4, 1)):
        case = a_case(before, a_work(PartialDate(2019, month), is_going_on=True))
        assert len(career(case, TODAY).pauses) == count


def test_the_time_before_the_first_station_is_no_secret_where_the_age_is_known() -> None:
    client = Client(birth=PartialDate(1980))
    case = a_case(a_work(PartialDate(2000), is_going_on=True), client=client)
    assert [(pause.begun.year, pause.ended) for pause in career(case, TODAY).pauses] == [(1996, dt.date(1999, 12, 31))]


def test_a_case_without_stations_has_no_pauses() -> None:
    assert career(a_case(client=Client(birth=PartialDate(1980))), TODAY).pauses == ()


@given(st.lists(st.tuples(YEARS, st.integers(0, 6)), max_size=8))
def test_stations_and_pauses_leave_no_day_out(spans: list[tuple[int, int]]) -> None:
    """From the first station until today every day lies in a station, in a pause, or in a silence of two months."""
    trainings = tuple(
        Qualification("Ausbildung", begun=PartialDate(year), ended=PartialDate(min(year + length, 2026)))
        for year, length in spans
    )
    found = career(CaseFile(TODAY, qualifications=trainings), TODAY)
    covered = [(bar.start, bar.end) for bar in found.stations]
    covered += [(pause.begun, pause.ended or TODAY) for pause in found.pauses]
    reached = min((begin for begin, _end in covered), default=TODAY)
    for begin, end in sorted(covered):
        assert begin - reached <= LONGEST_SILENCE
        reached = max(reached, end)
    assert TODAY - reached <= LONGEST_SILENCE
    assert len(found.stations) == len(spans)

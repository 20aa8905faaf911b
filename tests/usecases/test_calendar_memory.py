"""What went out into a calendar is known: a later file moves it, takes back what is gone, and doubles nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.talk import Appointment, AppointmentKind
from iq_desktop.exchange.calendar import IcsFiles
from iq_desktop.usecases.calendar_memory import find_sent
from iq_desktop.usecases.calendars import export_appointment, export_case_calendar, export_my_calendar
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.builders import TODAY
from tests.support.calendar_reader import CalendarProgram, read_calendar
from tests.support.fakes import FixedClock, a_desk
from tests.support.followed_cases import a_followed_case
from tests.support.memory_calendars import MemoryCalendars
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.calendar_ports import CalendarDay
    from iq_desktop.usecases.desk import Desk

DAY = dt.timedelta(days=1)


def with_appointments(*those: Appointment) -> CaseFile:
    return replace(a_followed_case(), appointments=those, agreement=(), procedures=(), procedure_steps=(), costs=())


def a_desk_with(*cases: CaseFile) -> Desk:
    desk = a_desk(TRANSLATIONS, cases)
    return replace(desk, calendars=MemoryCalendars())


def written(desk: Desk, name: str = "a.ics") -> dict[str, CalendarDay]:
    assert isinstance(desk.calendars, MemoryCalendars)
    return {one.key: one for one in desk.calendars.files[name]}


def export(desk: Desk, case: CaseFile) -> tuple[set[str], set[str]]:
    """Write the calendar of a case and return the rows that stand in it, and those that are taken back."""
    export_case_calendar(desk, case, Path("a.ics"), english())
    days = written(desk)
    items = {key: key.split("/")[3] for key in days}
    return ({items[key] for key, one in days.items() if not one.is_cancelled and items[key]},
            {items[key] for key, one in days.items() if one.is_cancelled})  # fmt: skip


def test_what_was_removed_or_done_is_taken_back_once() -> None:
    talk = Appointment(TODAY + 3 * DAY, "14:30", id="talk")
    task = Appointment(TODAY + 5 * DAY, kind=AppointmentKind.TASK, what="Geheimes Wort", id="task")
    desk = a_desk_with()
    assert export(desk, with_appointments(talk, task))[1] == set()
    assert export(desk, with_appointments(replace(talk, is_done=True)))[1] == {"talk", "task"}
    gone = [one for one in written(desk).values() if one.is_cancelled]
    assert {one.day for one in gone} == {talk.day, task.day}
    assert {one.at for one in gone} == {None, dt.time(14, 30)}
    assert all(one.title.startswith("No longer: ") and "Geheimes" not in one.title for one in gone)
    assert export(desk, with_appointments())[1] == set()


def test_what_moved_keeps_its_key_and_what_comes_back_counts_again() -> None:
    talk = Appointment(TODAY + 3 * DAY, "14:30", id="talk")
    desk = a_desk_with()
    export(desk, with_appointments(talk))
    key = next(key for key in written(desk) if "/talk/" in key)
    assert export(desk, with_appointments(replace(talk, day=TODAY + 9 * DAY)))[1] == set()
    assert written(desk)[key].day == TODAY + 9 * DAY
    assert export(desk, with_appointments())[1] == {"talk"}
    assert written(desk)[key].day == TODAY + 9 * DAY
    assert "talk" in export(desk, with_appointments(talk))[0]
    assert export(desk, with_appointments())[1] == {"talk"}


@pytest.mark.parametrize(("at", "is_taken_back"), [("00:00", False), ("23:59", True), ("", True)])
def test_what_has_begun_stays_in_the_calendar(at: str, is_taken_back: bool) -> None:
    talk = Appointment(TODAY, at, id="talk")
    desk = a_desk_with()
    export(desk, with_appointments(talk))
    assert ("talk" in export(desk, with_appointments())[1]) is is_taken_back
    past = Appointment(TODAY - DAY, id="past")
    export(desk, with_appointments(past))
    assert "past" not in export(desk, with_appointments())[1]


def test_one_date_alone_takes_back_only_itself() -> None:
    talk, task = Appointment(TODAY + DAY, id="talk"), Appointment(TODAY + DAY, id="other")
    desk = a_desk_with()
    export(desk, with_appointments(talk, task))
    told = export_appointment(desk, with_appointments(), "talk", Path("a.ics"), english())
    assert (told.count, told.cancelled) == (0, 1)
    assert [key.split("/")[3] for key in written(desk)] == ["talk"]
    assert export(desk, with_appointments())[1] == {"other"}


def test_all_of_mine_takes_back_what_is_mine_and_leaves_what_went_out_with_a_colleagues_case() -> None:
    mine = replace(with_appointments(Appointment(TODAY + DAY, id="mine")), id="c-1", adviser_id="adviser-1")
    theirs = replace(mine, id="c-2", adviser_id="other", appointments=(Appointment(TODAY + DAY, id="theirs"),))
    desk = a_desk_with(mine, theirs)
    export_case_calendar(desk, theirs, Path("theirs.ics"), english())
    assert export_my_calendar(desk, Path("a.ics"), english()).cancelled == 0
    desk.cases.change_many(["c-1"], lambda case: replace(case, adviser_id="other"))
    told = export_my_calendar(desk, Path("a.ics"), english())
    assert {key.partition("/")[0] for key in written(desk)} == {"c-1"}
    assert (told.count, all(one.is_cancelled for one in written(desk).values())) == (0, True)
    assert export_my_calendar(desk, Path("a.ics"), english()).cancelled == 0


def test_a_file_that_was_not_written_takes_nothing_back() -> None:
    desk = a_desk_with()
    export(desk, with_appointments(Appointment(TODAY + DAY, id="talk")))

    class Full(MemoryCalendars):
        def write_calendar(self, path: Path, name: str, days: Sequence[CalendarDay], made_at: dt.datetime) -> int:
            del path, name, days, made_at
            raise IqError(say("The disk is full."))

    full = replace(desk, calendars=Full())
    with pytest.raises(IqError):
        export_case_calendar(full, with_appointments(), Path("a.ics"), english())
    assert export(desk, with_appointments())[1] == {"talk"}


def test_each_case_notes_that_its_dates_left_and_only_what_is_new_of_them() -> None:
    case = replace(with_appointments(Appointment(TODAY + DAY, id="talk")), id="c-1", adviser_id="adviser-1")
    desk = a_desk_with(case)
    for _ in range(2):
        export_my_calendar(desk, Path("a.ics"), english())
    first, second = (one.payload for one in desk.journal.lines)  # type: ignore[attr-defined]  # a fake
    assert any("/talk/" in key for key in first["dates"])
    assert second == {"mine": True}


def test_a_later_file_counts_also_where_the_clock_was_set_back() -> None:
    desk = a_desk_with()
    export(desk, with_appointments())
    last = find_sent(desk).last
    assert last is not None
    assert find_sent(desk).moment_after(last - 400 * DAY) > last
    assert find_sent(desk).moment_after(last + DAY) == last + DAY


@given(st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 4), st.booleans()), max_size=3), max_size=5))
def test_a_calendar_that_takes_in_every_file_shows_what_waits(states: list[list[tuple[str, int, bool]]]) -> None:
    """However dates come, move, change their kind and go: the calendar holds each that lies ahead, once."""
    desk = replace(a_desk(TRANSLATIONS, (), clock=FixedClock()), calendars=MemoryCalendars())
    program = CalendarProgram()
    for state in states:
        rows = {key: (days, is_task) for key, days, is_task in state}
        case = with_appointments(
            *(
                Appointment(
                    TODAY + (days + 1) * DAY,
                    "" if is_task else "09:30",
                    AppointmentKind.TASK if is_task else AppointmentKind.TALK,
                    id=key,
                )
                for key, (days, is_task) in rows.items()
            )
        )
        export_case_calendar(desk, case, Path("a.ics"), english())
        program.take_in(content_of(desk))
    waiting = {one.key for one in written(desk).values() if not one.is_cancelled} if states else set()
    assert len(program.events) == len(waiting)


def content_of(desk: Desk) -> bytes:
    """Return the file as the writer of files makes it of what was handed to it."""
    from iq_desktop.exchange.calendar import _folded, calendar_lines

    moment = find_sent(desk).last or desk.clock.now()
    return "".join(map(_folded, calendar_lines("IQ", tuple(written(desk).values()), moment))).encode()


def test_a_file_on_the_disk_is_read_by_a_strict_reader(tmp_path: Path) -> None:
    desk = replace(a_desk(TRANSLATIONS), calendars=IcsFiles())
    path = tmp_path / "a.ics"
    export_case_calendar(desk, a_followed_case(), path, english(), with_names=True)
    events = read_calendar(path.read_bytes())
    assert any(isinstance(one.start, dt.datetime) and one.start.utcoffset() for one in events)
    assert any("Antrag durchgehen" in one.summary and one.place == "Zimmer 12" for one in events)
    program = CalendarProgram()
    program.take_in(path.read_bytes())
    export_case_calendar(desk, replace(a_followed_case(), appointments=()), path, english())
    program.take_in(path.read_bytes())
    assert not any("Antrag durchgehen" in one.summary for one in program.events.values())

"""Calendars as files: lines of RFC 5545, stable identities, whole or not at all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.exchange.calendar import IcsFiles, calendar_lines
from iq_desktop.usecases.calendar_ports import CalendarDay
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC)
ONE = CalendarDay(
    "case/remedy/step",
    dt.date(2026, 12, 31),
    "Frist; Widerspruch, Klage \\ Fall",
    "eins\nzwei",
    tuple(dt.timedelta(days=count) for count in (7, 1, 0)),
)


def unfolded(content: bytes) -> list[str]:
    """Return the lines of a file as a reader sees them."""
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_a_day_is_written_as_the_standard_says(tmp_path: Path) -> None:
    path = tmp_path / "IQ.ics"
    assert IcsFiles().write_calendar(path, "IQ-Fristen", [ONE], NOW) == 1
    lines = unfolded(path.read_bytes())
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//IQ Desktop//Deadlines//DE"]
    assert "DTSTAMP:20261103T093000Z" in lines
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "SUMMARY:Frist\\; Widerspruch\\, Klage \\\\ Fall" in lines
    assert "DESCRIPTION:eins\\nzwei" in lines
    # nine in the morning a week before, on the day before, and on the day itself
    assert [line for line in lines if line.startswith("TRIGGER")] == [
        "TRIGGER:-P6DT15H",
        "TRIGGER:-PT15H",
        "TRIGGER:PT9H",
    ]
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_a_date_that_moved_keeps_its_identity_and_counts_on() -> None:
    moved = CalendarDay(ONE.key, dt.date(2027, 1, 15), "anders")
    before = list(calendar_lines("x", [ONE], NOW))
    after = list(calendar_lines("x", [moved], NOW + dt.timedelta(days=1)))
    assert line_of(before, "UID") == line_of(after, "UID")
    assert int(line_of(after, "SEQUENCE")) > int(line_of(before, "SEQUENCE"))
    other = list(calendar_lines("x", [CalendarDay("case/other", ONE.day, "x")], NOW))
    assert line_of(other, "UID") != line_of(before, "UID")


def line_of(lines: list[str], name: str) -> str:
    return next(line.partition(":")[2] for line in lines if line.startswith(f"{name}:"))


@given(st.text(max_size=300), st.text(max_size=300), st.dates())
def test_every_line_is_short_and_nothing_breaks_out_of_it(title: str, note: str, on: dt.date) -> None:
    lines = list(calendar_lines("x", [CalendarDay("k", on, title, note)], NOW))
    assert not any(sign in line for line in lines for sign in "\r\n\x00")
    assert sum(line == "BEGIN:VEVENT" for line in lines) == 1


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_long_lines_are_folded_between_signs(title: str) -> None:
    from iq_desktop.exchange.calendar import _folded

    folded = _folded(f"SUMMARY:{title}")
    pieces = folded.removesuffix("\r\n").split("\r\n")
    assert all(len(piece.encode("utf-8")) <= 75 for piece in pieces)
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == f"SUMMARY:{title}"


def test_a_time_of_day_goes_by_the_clocks_of_germany(tmp_path: Path) -> None:
    hour = dt.timedelta(hours=1)
    one = CalendarDay(
        "k",
        dt.date(2026, 12, 1),
        "Termin",
        alarms=(hour, 25 * hour, 90 * hour / 60),
        at=dt.time(9, 30),
        minutes=45,
        place="Zimmer 3, Hof",
    )
    path = tmp_path / "IQ.ics"
    IcsFiles().write_calendar(path, "IQ", [one, ONE], NOW)
    lines = unfolded(path.read_bytes())
    assert "DTSTART;TZID=Europe/Berlin:20261201T093000" in lines
    assert "DTEND;TZID=Europe/Berlin:20261201T101500" in lines
    assert "LOCATION:Zimmer 3\\, Hof" in lines
    assert [line for line in lines if line.startswith("TRIGGER")][:3] == [
        "TRIGGER:-PT1H",
        "TRIGGER:-P1DT1H",
        "TRIGGER:-PT1H30M",
    ]
    assert lines.count("BEGIN:VTIMEZONE") == 1
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "VTIMEZONE" not in "".join(calendar_lines("x", [ONE], NOW))


def test_an_appointment_may_end_on_the_next_day_but_not_behind_all_days() -> None:
    late = CalendarDay("k", dt.date(2026, 12, 31), "x", at=dt.time(23, 30), minutes=60)
    assert "DTEND;TZID=Europe/Berlin:20270101T003000" in list(calendar_lines("x", [late], NOW))
    last = CalendarDay("k", dt.date.max, "x", at=dt.time(23, 30))
    assert not any(line.startswith("DTEND") for line in calendar_lines("x", [last], NOW))


def test_a_disk_that_refuses_leaves_no_file(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "IQ.ics"
    with pytest.raises(IqError):
        IcsFiles().write_calendar(missing, "x", [ONE], NOW)
    assert not missing.parent.exists()

"""A strict reader of iCalendar files (RFC 5545) that shares nothing with our writer, and a program around it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]+))*):(.*)", re.DOTALL)
_ESCAPES: Final = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}
_ONCE: Final = ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "STATUS")
_DURATION: Final = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_STATES: Final = {"CONFIRMED", "TENTATIVE", "CANCELLED"}


class BadCalendar(ValueError):  # noqa: N818  (a name that says what happened)
    """A file that a strict calendar program refuses."""


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One event as it was read: `start` is a day, or a moment with its zone."""

    uid: str
    sequence: int
    start: dt.date | dt.datetime
    summary: str
    is_cancelled: bool
    place: str = ""
    alarms: tuple[dt.timedelta, ...] = ()


@dataclass
class CalendarProgram:
    """A calendar that takes files in: by identity, the higher number wins, what is cancelled goes."""

    events: dict[str, ReadEvent] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def take_in(self, content: bytes) -> None:
        """Take in a file; raises BadCalendar."""
        for one in read_calendar(content):
            if one.sequence < self.numbers.get(one.uid, -1):
                continue
            self.numbers[one.uid] = one.sequence
            self.events.pop(one.uid, None)
            if not one.is_cancelled:
                self.events[one.uid] = one


def read_calendar(content: bytes) -> tuple[ReadEvent, ...]:
    """Return the events of a file; raises BadCalendar for whatever the standard does not allow."""
    root = _component(_lines(content))
    head = dict(root.once)
    _demand(root.name == "VCALENDAR" and head.get("VERSION") == "2.0" and "PRODID" in head, "not a calendar")
    zones = {dict(one.once)["TZID"] for one in root.parts if one.name == "VTIMEZONE"}
    for one in root.parts:
        _demand(one.name in {"VTIMEZONE", "VEVENT"}, f"unknown part {one.name}")
    events = tuple(_event(one, zones) for one in root.parts if one.name == "VEVENT")
    _demand(len({one.uid for one in events}) == len(events), "an identity stands there twice")
    return events


@dataclass
class _Component:
    name: str
    lines: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    parts: list[_Component] = field(default_factory=list)

    @property
    def once(self) -> Iterator[tuple[str, str]]:
        return ((name, value) for name, _, value in self.lines)


def _lines(content: bytes) -> Iterator[tuple[str, dict[str, str], str]]:
    _demand(content.endswith(b"\r\n"), "the last line does not end")
    raw = content.removesuffix(b"\r\n").split(b"\r\n")
    _demand(not any(sign in line for line in raw for sign in (b"\r", b"\n")), "an end of line stands alone")
    _demand(all(len(line) <= 75 for line in raw), "a line is longer than 75 octets")
    folded: list[bytes] = []
    for line in raw:
        _demand(bool(line), "an empty line")
        line.decode("utf-8")  # a sign that is cut in two cannot be read
        if line[:1] in b" \t":
            folded[-1] += line[1:]
        else:
            folded.append(line)
    for line in folded:
        found = _LINE.fullmatch(line.decode("utf-8"))
        if found is None:
            raise BadCalendar(f"no line of a calendar: {line!r}")
        pairs = (each.partition("=") for each in found[2].split(";") if each)
        yield found[1], {name: value for name, _, value in pairs}, found[3]


def _component(lines: Iterator[tuple[str, dict[str, str], str]]) -> _Component:
    open_ones: list[_Component] = []
    for name, parameters, value in lines:
        if name == "BEGIN":
            begun = _Component(value)
            if open_ones:
                open_ones[-1].parts.append(begun)
            open_ones.append(begun)
        elif name == "END":
            _demand(bool(open_ones) and open_ones[-1].name == value, f"{value} ends where it did not begin")
            ended = open_ones.pop()
            if not open_ones:
                _demand(next(lines, None) is None, "something stands behind the end")
                return ended
        else:
            _demand(bool(open_ones), "a line outside of the calendar")
            open_ones[-1].lines.append((name, parameters, value))
    raise BadCalendar("the calendar does not end")


def _event(event: _Component, zones: set[str]) -> ReadEvent:
    names = [name for name, _, _ in event.lines]
    for name in _ONCE:
        _demand(names.count(name) == 1, f"{name} stands {names.count(name)} times")
    values = {name: (parameters, value) for name, parameters, value in event.lines}
    _demand(values["STATUS"][1] in _STATES, "an unknown state")
    _demand(re.fullmatch(r"\d{8}T\d{6}Z", values["DTSTAMP"][1]) is not None, "DTSTAMP is not in UTC")
    start = _moment(*values["DTSTART"], zones)
    if "DTEND" in values:
        end = _moment(*values["DTEND"], zones)
        _demand(type(end) is type(start) and end > start, "it ends before it begins")
    alarms = tuple(_alarm(one) for one in event.parts)
    place = _words(values["LOCATION"][1]) if "LOCATION" in values else ""
    return ReadEvent(
        values["UID"][1],
        int(values["SEQUENCE"][1]),
        start,
        _words(values["SUMMARY"][1]),
        values["STATUS"][1] == "CANCELLED",
        place,
        alarms,
    )


def _moment(parameters: dict[str, str], value: str, zones: set[str]) -> dt.date | dt.datetime:
    if parameters.get("VALUE") == "DATE":
        return dt.datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007  (a day has no zone)
    _demand(parameters.get("TZID") in zones, "a time without its zone")
    zone = ZoneInfo(parameters["TZID"])
    return dt.datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=zone)


def _alarm(alarm: _Component) -> dt.timedelta:
    values = dict(alarm.once)
    _demand(
        alarm.name == "VALARM" and {"ACTION", "DESCRIPTION", "TRIGGER"} <= set(values), "an alarm without its parts"
    )
    found = _DURATION.fullmatch(values["TRIGGER"])
    if found is None or values["TRIGGER"][-1] in "PT":
        raise BadCalendar(f"no duration: {values['TRIGGER']}")
    sign = -1 if found[1] else 1
    days, hours, minutes = (int(one or 0) for one in found.groups()[1:])
    return sign * dt.timedelta(days=days, hours=hours, minutes=minutes)


def _words(value: str) -> str:
    pieces = re.findall(r"\\.|[^\\]", value, re.DOTALL)
    _demand("".join(pieces) == value, "a lonely backslash")
    for piece in pieces:
        _demand(piece not in {";", ","} and (len(piece) == 1 or piece in _ESCAPES), f"not escaped: {piece}")
    return "".join(_ESCAPES.get(piece, piece) for piece in pieces)


def _demand(holds: bool, why: str) -> None:
    if not holds:
        raise BadCalendar(why)

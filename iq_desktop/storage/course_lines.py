"""What the search knows of every course, in memory: a set for each answer, and where and when each course is."""

from __future__ import annotations

import datetime as dt
import json
from array import array
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from iq_desktop.domain.course import Place
from iq_desktop.domain.course_age import is_catalogue_old
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, OfferAge, TeachingForm, TeachingTime
from iq_desktop.domain.imports import CatalogueState
from iq_desktop.domain.language_skill import Level
from iq_desktop.storage.catalogue_states import list_states
from iq_desktop.storage.course_bits import Names, Ordered, bits_of
from iq_desktop.storage.course_marks import read_last_days
from iq_desktop.storage.course_words import last_key
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_tables import COURSE_LINE, course
from iq_desktop.storage.saved_searches import outdated_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

_LINES: Final = prepare(select(course.c.key, *(course.c[name] for name in COURSE_LINE)))
_WHOLES: Final = prepare(select(course.c.catalogue, course.c.part_of).distinct().where(course.c.part_of != ""))
_ALWAYS: Final = dt.date.max.toordinal()
_NOWHERE: Final = 0
"""The number of the place of those that have none on a map."""


@dataclass(frozen=True, slots=True)
class Ages:
    """The courses that are over or have begun, those that take no applications any more, those of old catalogues."""

    past: int
    closed: int
    old: int

    @property
    def behind(self) -> int:
        """The courses that nobody can begin any more."""
        return self.past | self.closed

    def of(self, key: int) -> OfferAge:
        """Return whether one course is still of use."""
        if self.past >> key & 1:
            return OfferAge.PAST
        if self.closed >> key & 1:
            return OfferAge.CLOSED
        return OfferAge.OLD_CATALOGUE if self.old >> key & 1 else OfferAge.CURRENT


@dataclass(frozen=True, slots=True)
class CourseLines:
    """All courses; sets by the value of the answer, whole numbers by key. Days are ordinals."""

    size: int
    live: int
    answers: Mapping[str, Mapping[Hashable, int]]
    """`kind`, `form`, `times`, `fundings`, `exit_level` with the sets of their answers, and `catalogue` by name."""
    begins: Ordered
    ends: Ordered
    prices: Ordered
    last_days: Ordered
    """The last days to apply."""
    flexible: int
    from_level: Ordered
    """By the rank of the level with which one can begin; where only the end is told, one below it."""
    to_level: Ordered
    placed: int
    """Courses that are held at a place, known to a map or not; the others are kinds of courses, or told without one."""
    start_of: array[int]
    place_of: array[int]
    whole_of: Mapping[int, int]
    """For events the number of the offer whose events they are."""
    provider_of: array[int]
    providers: tuple[str, ...]
    provider_names: Names
    keys_of_provider: tuple[array[int], ...]
    places: tuple[Place, ...]
    keys_at: tuple[array[int], ...]
    """For each place the courses held there, by their start."""
    by_start: array[int]
    states: Mapping[str, CatalogueState]

    def ages(self, today: dt.date) -> Ages:
        """Return which courses are of no use any more on a day, and why."""
        yesterday = today.toordinal() - 1
        past = (self.begins.up_to(yesterday) & ~self.flexible) | self.ends.up_to(yesterday)
        return Ages(past & self.live, self.last_days.up_to(yesterday) & self.live, self._old(today))

    def _old(self, today: dt.date) -> int:
        """Return the courses of catalogues that are not fresh any more."""
        found = 0
        for name, bits in self.answers["catalogue"].items():
            state = self.states.get(str(name))
            if state is not None and is_catalogue_old(state, today):
                found |= bits
        return found

    def place_at(self, key: int) -> Place | None:
        """Return the place at which a course is held, None where it is on no map."""
        return self.places[self.place_of[key]] if self.place_of[key] else None


class _Reader:
    """Gathers the lines of all courses."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.live: list[int] = []
        self.answers: dict[str, dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.pairs: dict[str, list[tuple[Any, int]]] = defaultdict(list)
        self.flexible: list[int] = []
        self.placed: list[int] = []
        self.start_of = array("i", bytes(4 * size))
        self.place_of = array("i", bytes(4 * size))
        self.provider_of = array("i", bytes(4 * size))
        self.providers: dict[str, int] = {}
        self.keys_of_provider: list[array[int]] = []
        self.places: dict[tuple[str, float, float], int] = {}
        self.names: list[Place] = [Place("", "", 0.0, 0.0)]
        self.wholes: dict[tuple[str, str], int] = {}
        self.whole_of: dict[int, int] = {}

    def take(self, row: Sequence[Any]) -> None:
        """Take up one course: its key, and its columns in the order of `COURSE_LINE`."""
        (key, catalogue, _id, part_of, kind, form, times, fundings, entry, end, start, over) = row[:12]
        (flexible, price, code, town, north, east, provider) = row[12:]
        self.live.append(key)
        answers = self.answers
        answers["catalogue"][catalogue].append(key)
        answers["kind"][_kind(kind)].append(key)
        answers["form"][_form(form)].append(key)
        for time in _times(times):
            answers["times"][time].append(key)
        for who in _fundings(fundings):
            answers["fundings"][who].append(key)
        if end is not None:
            answers["exit_level"][_level(end)].append(key)
        self._take_levels(key, entry, end)
        self._take_days(key, start, over, flexible)
        if price is not None:
            self.pairs["price"].append((Decimal(price), key))
        self._take_place(key, (code, town), north, east)
        self.provider_of[key] = number = self.providers.setdefault(provider, len(self.providers))
        if number == len(self.keys_of_provider):
            self.keys_of_provider.append(array("I"))
        self.keys_of_provider[number].append(key)
        if part_of:
            whole = (catalogue, part_of)
            self.whole_of[key] = self.wholes.setdefault(whole, len(self.wholes))

    def _take_levels(self, key: int, entry: object, end: object) -> None:
        to = _level(end).rank if end is not None else None
        begin = _level(entry).rank if entry is not None else None if to is None else max(to - 1, 0)
        if begin is not None:
            self.pairs["from_level"].append((begin, key))
        if to is not None:
            self.pairs["to_level"].append((-to, key))

    def _take_days(self, key: int, start: str | None, over: str | None, flexible: int) -> None:
        begin = _ordinal(start) if start is not None else _ALWAYS
        self.start_of[key] = begin
        if start is not None:
            self.pairs["begins"].append((begin, key))
        if over is not None:
            self.pairs["ends"].append((_ordinal(over), key))
        if flexible:
            self.flexible.append(key)

    def _take_place(self, key: int, name: tuple[str, str], north: float | None, east: float | None) -> None:
        if any(name):
            self.placed.append(key)
        if north is None or east is None:
            return
        spot = (name[0], north, east)
        number = self.places.get(spot)
        if number is None:
            number = self.places[spot] = len(self.names)
            self.names.append(Place(name[0], name[1], spot[1], spot[2]))
        self.place_of[key] = number


def read_lines(connection: Connection) -> CourseLines:
    """Return what the search knows of all courses that can be found: an offer with events is found through them.

    Of what several saved searches brought, only the newest is found.
    """
    size = last_key(connection) + 1
    reader = _Reader(size)
    wholes = {tuple(row) for row in _WHOLES.each(connection)}
    outdated = outdated_keys(connection)
    for row in _LINES.each(connection):
        if (row[3] or (row[1], row[2]) not in wholes) and row[0] not in outdated:
            reader.take(row)
    reader.pairs["last_days"] = [pair for pair in read_last_days(connection) if pair[1] < size]
    states = {state.id: state for state in list_states(connection)}
    return _lines(reader, states)


def _lines(reader: _Reader, states: Mapping[str, CatalogueState]) -> CourseLines:
    size = reader.size
    ordered = {
        name: Ordered(reader.pairs[name], size)
        for name in ("begins", "ends", "last_days", "price", "from_level", "to_level")
    }
    order = sorted(reader.live, key=lambda key: (reader.start_of[key], key))
    at: list[array[int]] = [array("I") for _ in reader.names]
    for key in order:
        at[reader.place_of[key]].append(key)
    return CourseLines(
        size=size,
        live=bits_of(reader.live, size),
        answers={name: _sets(found, size) for name, found in reader.answers.items()} or {"catalogue": {}},
        begins=ordered["begins"],
        ends=ordered["ends"],
        prices=ordered["price"],
        last_days=ordered["last_days"],
        flexible=bits_of(reader.flexible, size),
        from_level=ordered["from_level"],
        to_level=ordered["to_level"],
        placed=bits_of(reader.placed, size),
        start_of=reader.start_of,
        place_of=reader.place_of,
        whole_of=reader.whole_of,
        provider_of=reader.provider_of,
        providers=tuple(reader.providers),
        provider_names=Names(tuple(reader.providers)),
        keys_of_provider=tuple(reader.keys_of_provider),
        places=tuple(reader.names),
        keys_at=tuple(at),
        by_start=array("I", order),
        states=states,
    )


def _sets(found: Mapping[Hashable, Iterable[int]], size: int) -> dict[Hashable, int]:
    return {answer: bits_of(keys, size) for answer, keys in found.items()}


@cache
def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


@cache
def _level(code: object) -> Level:
    return Level.of(str(code))


@cache
def _kind(code: object) -> CourseKind:
    return CourseKind.of(str(code))


@cache
def _form(code: object) -> TeachingForm:
    return TeachingForm.of(str(code))


@cache
def _times(codes: object) -> tuple[TeachingTime, ...]:
    return tuple(TeachingTime.of(code) for code in json.loads(str(codes)))


@cache
def _fundings(codes: object) -> tuple[CourseFunding, ...]:
    return tuple(CourseFunding.of(code) for code in json.loads(str(codes)))

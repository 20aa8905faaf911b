"""Finds courses among a hundred thousand: words, filters, counts, places, with what lies in memory of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from iq_desktop.domain.course import (
    CourseCounts,
    CoursePlaces,
    CoursePoint,
    CourseWish,
    FoundCourse,
    Place,
    distance_km,
)
from iq_desktop.domain.course_traits import TeachingForm
from iq_desktop.storage.course_bits import marks_of
from iq_desktop.storage.course_filters import filters_of
from iq_desktop.storage.course_lines import CourseLines, read_lines
from iq_desktop.storage.course_marks import catalogues_read
from iq_desktop.storage.course_matching import WordHits, WordMatcher
from iq_desktop.storage.course_order import Orders
from iq_desktop.storage.course_rereading import read_anew
from iq_desktop.storage.course_search import find_place, read_courses
from iq_desktop.storage.course_words import read_words
from iq_desktop.storage.name_keys import fold
from iq_desktop.storage.reference_tables import course, course_index
from iq_desktop.storage.word_keys import telling_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from iq_desktop.storage.engine import Database

_LONGEST_TYPED: Final = 200
_MOST_WORDS: Final = 12
"""What is pasted beyond that is not looked for."""
_MOST_PROVIDERS: Final = 20

Stamp = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Memory:
    """What lies in memory of all courses, as long as no catalogue changes."""

    stamp: Stamp
    lines: CourseLines
    words: WordMatcher
    orders: Orders


@dataclass(frozen=True, slots=True)
class _Question:
    """A wish that was looked up: its words, the courses that have them, what else it asks, by what."""

    words: tuple[str, ...]
    hits: WordHits
    filters: Mapping[str, int]
    here: Place | None

    def bits(self, without: str = "") -> int:
        """Return the courses of the wish; one filter may be left away."""
        found = self.hits.any
        for name, bits in self.filters.items():
            if name != without:
                found &= bits
        return found


class CourseFinder:
    """The search over all courses; makes its memory anew after a catalogue was taken in; usable from every thread."""

    def __init__(self, database: Database) -> None:
        """Keep the database of the catalogues."""
        self._database = database
        self._lock = Lock()
        self._memory: _Memory | None = None

    def find(self, wish: CourseWish, limit: int, today: dt.date) -> tuple[FoundCourse, ...]:
        """Return courses that have every word of a wish and all else of it: current, in the title, near, soon first.

        Online courses are near everywhere. An offer whose events are known is found through them, and a few of them.
        """
        memory = self._current()
        lines = memory.lines
        with self._database.reading() as connection:
            asked = self._ask(connection, memory, wish)
            ages = lines.ages(today)
            best = memory.orders.best(asked.bits(), asked.hits.main, ages.behind, asked.here, limit, wish.sort)
            offers = read_courses(connection, best)
        typed = _as_typed(wish.words, asked.words)
        online = lines.answers["form"].get(TeachingForm.ONLINE, 0) if lines.live else 0
        return tuple(
            FoundCourse(
                offers[key],
                None if online >> key & 1 else _distance(asked.here, lines.place_at(key)),
                typed,
                age=ages.of(key),
            )
            for key in best
            if key in offers
        )

    def count(self, wish: CourseWish) -> CourseCounts:
        """Return how many courses a wish finds, and how many of each answer if one asked for that one instead."""
        memory = self._current()
        with self._database.reading() as connection:
            asked = self._ask(connection, memory, wish)
        lines = memory.lines
        facets = {name: _counted(sets, asked.bits(name)) for name, sets in lines.answers.items()}
        marks = marks_of(asked.bits("provider"))
        providers = Counter(compress(lines.provider_of, marks)).most_common(_MOST_PROVIDERS)
        return CourseCounts(
            total=asked.bits().bit_count(),
            kinds=facets.get("kind", ()),
            forms=facets.get("form", ()),
            times=facets.get("times", ()),
            fundings=facets.get("fundings", ()),
            exit_levels=facets.get("exit_level", ()),
            catalogues=facets.get("catalogue", ()),
            providers=tuple((lines.providers[one], count) for one, count in providers if lines.providers[one]),
        )

    def places(self, wish: CourseWish, today: dt.date) -> CoursePlaces:
        """Return where the courses of a wish are held, most courses first; online ones are nowhere."""
        memory = self._current()
        with self._database.reading() as connection:
            asked = self._ask(connection, memory, wish)
        lines = memory.lines
        found = asked.bits()
        online = found & lines.answers.get("form", {}).get(TeachingForm.ONLINE, 0)
        counts = Counter(compress(lines.place_of, marks_of(found & ~online)))
        behind = Counter(compress(lines.place_of, marks_of(found & ~online & lines.ages(today).behind)))
        elsewhere = counts.pop(0, 0)
        points = (
            CoursePoint(lines.places[at], count, _distance(asked.here, lines.places[at]), behind[at])
            for at, count in counts.most_common()
        )
        return CoursePlaces(tuple(points), online.bit_count(), elsewhere, asked.here)

    def _ask(self, connection: Connection, memory: _Memory, wish: CourseWish) -> _Question:
        here = find_place(connection, wish.postal_code) if wish.postal_code else None
        words = telling_words(wish.words[:_LONGEST_TYPED])[:_MOST_WORDS]
        hits = WordHits(memory.lines.live, memory.lines.live)
        for one in (memory.words.find(connection, word) for word in words):
            hits = WordHits(hits.main & one.main, hits.any & one.any)
        near = memory.orders.within(here, wish.within_km) if here and wish.within_km is not None else None
        return _Question(words, hits, filters_of(memory.lines, wish, near), here)

    def _current(self) -> _Memory:
        with self._lock:
            with self._database.reading() as connection:
                stamp = _stamp(connection)
                if self._memory is not None and self._memory.stamp == stamp:
                    return self._memory
                is_whole = catalogues_read(connection) >= set(_catalogues(connection))
            if not is_whole:
                with self._database.writing() as connection:
                    read_anew(connection)
            with self._database.reading() as connection:
                self._memory = _remember(connection)
            return self._memory


def _remember(connection: Connection) -> _Memory:
    stamp = _stamp(connection)
    lines = read_lines(connection)
    words = [found for name, _ in stamp if (found := read_words(connection, name))]
    return _Memory(stamp, lines, WordMatcher(words, lines.size), Orders(lines))


def _stamp(connection: Connection) -> Stamp:
    rows = connection.execute(select(course_index.c.catalogue, course_index.c.stamp).order_by(course_index.c.catalogue))
    return tuple((row.catalogue, row.stamp) for row in rows)


def _catalogues(connection: Connection) -> Iterable[str]:
    return connection.execute(select(course.c.catalogue).distinct()).scalars()


def _distance(here: Place | None, there: Place | None) -> float | None:
    return None if here is None or there is None else distance_km(here, there)


def _counted(sets: Mapping[Any, int], bits: int) -> tuple[tuple[Any, int], ...]:
    counts = ((answer, (found & bits).bit_count()) for answer, found in sets.items())
    return tuple(sorted((pair for pair in counts if pair[1]), key=lambda pair: -pair[1]))


def _as_typed(typed: str, words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that counted as they were typed."""
    pairs = ((fold(one).strip(), one.strip(".,;:()„“\"'")) for one in typed.split())
    return tuple(one for folded, one in pairs if any(part in words for part in folded.split()))

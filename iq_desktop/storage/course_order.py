"""The order in which found courses are shown: current ones first, those with the words in the title, near, soon."""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course import EARTH_RADIUS_KM
from iq_desktop.domain.course_sort import CourseSort
from iq_desktop.domain.course_traits import TeachingForm
from iq_desktop.storage.course_bits import bits_of, keys_of, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iq_desktop.domain.course import Place
    from iq_desktop.storage.course_lines import CourseLines

_MOST_EVENTS: Final = 3
"""Events of one offer that are shown."""
_ONLINE_AS_NEAR_AS: Final = 25.0
"""Where an online course stands among courses sorted by distance, in kilometres."""
_FEW: Final = 3000
"""Courses that are sorted one by one; of more the order that is known already is walked through."""
_MOST_KNOWN: Final = 16


class Orders:
    """How near each place is, and the best of a set of courses."""

    def __init__(self, lines: CourseLines) -> None:
        """Keep what is known of all courses; places become points on a ball of radius 1."""
        self._lines = lines
        self._online = lines.answers.get("form", {}).get(TeachingForm.ONLINE, 0)
        self._points = [_point(place) for place in lines.places]
        self._nearness: dict[Place, Sequence[float]] = {}
        self._within: dict[tuple[Place, float], int] = {}

    def nearness(self, here: Place) -> Sequence[float]:
        """Return how near each place is, by its number: 1 here, -1 at the other end of the world, less for no place."""
        known = self._nearness.get(here)
        if known is None:
            if len(self._nearness) >= _MOST_KNOWN:
                self._nearness.clear()
            x, y, z = _point(here)
            known = [x * a + y * b + z * c for a, b, c in self._points]
            known[0] = _NO_PLACE
            self._nearness[here] = known
        return known

    def within(self, here: Place, km: float) -> int:
        """Return the courses held at most so far away."""
        known = self._within.get((here, km))
        if known is None:
            if len(self._within) >= _MOST_KNOWN:
                self._within.clear()
            keys_at = self._lines.keys_at
            near = self._near_places(here, nearness_at(km), 2.0)
            known = bits_of((key for number in near for key in keys_at[number]), self._lines.size)
            self._within[here, km] = known
        return known

    def _near_places(self, here: Place, least: float, below: float) -> list[int]:
        return [number for number, near in enumerate(self.nearness(here)) if least <= near < below]

    def best(
        self,
        found: int,
        in_title: int,
        behind: int,
        here: Place | None,
        limit: int,
        sort: CourseSort = CourseSort.FIT,
    ) -> tuple[int, ...]:
        """Return the keys of the first courses of a set in an order, of each offer no more than a few events.

        Those `behind` nobody can begin any more; they come after all others.
        """
        events: Counter[int] = Counter()
        best: list[int] = []
        wholes = self._lines.whole_of
        first = in_title if sort is CourseSort.FIT else found
        for group in (
            found & ~behind & first,
            found & ~behind & ~first,
            found & behind & first,
            found & behind & ~first,
        ):
            for key in self._walk(group, here, sort) if group else ():
                whole = wholes.get(key)
                if whole is not None:
                    events[whole] += 1
                    if events[whole] > _MOST_EVENTS:
                        continue
                best.append(key)
                if len(best) == limit:
                    return tuple(best)
        return tuple(best)

    def _walk(self, group: int, here: Place | None, sort: CourseSort) -> Iterable[int]:
        if sort is CourseSort.CHEAP:
            prices = self._lines.prices
            priced = _with_marks(prices.keys, marks_of(group & prices.all))
            return chain(priced, self._sorted(group & ~prices.all, here))
        return self._sorted(group, None if sort is CourseSort.SOON else here)

    def _sorted(self, group: int, here: Place | None) -> Iterable[int]:
        if group.bit_count() <= _FEW:
            return self._one_by_one(group, here)
        return self._near_ones(group, here) if here else _marked(self._lines.by_start, group)

    def _one_by_one(self, group: int, here: Place | None) -> Sequence[int]:
        lines, online = self._lines, marks_of(self._online)
        start_of, place_of = lines.start_of, lines.place_of
        if here is None:
            return sorted(keys_of(group), key=lambda key: (start_of[key], key))
        nearness, last = self.nearness(here), len(online)

        def order(key: int) -> tuple[float, int, int]:
            is_online = key < last and online[key]
            return -(_ONLINE if is_online else nearness[place_of[key]]), start_of[key], key

        return sorted(keys_of(group), key=order)

    def _near_ones(self, group: int, here: Place) -> Iterator[int]:
        """Yield a large set by walking from place to place, the nearest first, ring by ring."""
        marks = marks_of(group & ~self._online)
        nearness = self.nearness(here)
        below = 2.0
        for km in _RINGS:
            least = nearness_at(km) if km else -1.0
            for number in sorted(self._near_places(here, least, below), key=lambda one: -nearness[one]):
                yield from _with_marks(self._lines.keys_at[number], marks)
            if km == _ONLINE_AS_NEAR_AS:
                yield from _marked(self._lines.by_start, group & self._online)
            below = least
        yield from _with_marks(self._lines.keys_at[0], marks)


def nearness_at(km: float) -> float:
    """Return how near something is that is so many kilometres away."""
    return math.cos(min(km / EARTH_RADIUS_KM, math.pi))


def _point(place: Place) -> tuple[float, float, float]:
    north, east = math.radians(place.latitude), math.radians(place.longitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


_ONLINE: Final = nearness_at(_ONLINE_AS_NEAR_AS)
_NO_PLACE: Final = -2.0
_RINGS: Final = (_ONLINE_AS_NEAR_AS, 60.0, 150.0, 0.0)
"""Distances up to which places are sorted before those beyond are looked at; the last one has no end."""


def _marked(keys: Iterable[int], group: int) -> Iterator[int]:
    return _with_marks(keys, marks_of(group))


def _with_marks(keys: Iterable[int], marks: bytes) -> Iterator[int]:
    last = len(marks)
    return (key for key in keys if key < last and marks[key])

"""By what found courses can be put in order."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.course_traits import NOT_TO_BEGIN
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.course import FoundCourse

_LATE: Final = dt.date.max


class CourseSort(Choice):
    """What stands first in a list of courses."""

    FIT = "fit", say("Fits best")
    NEAR = "near", say("Nearest")
    SOON = "soon", say("Starts soonest")
    CHEAP = "cheap", say("Lowest price")


def in_order(found: Sequence[FoundCourse], sort: CourseSort) -> tuple[FoundCourse, ...]:
    """Return found courses in an order; of what is equal the best fit stays first, what is not told comes last.

    Offers of old catalogues come after all others, whatever they cost, and last those that nobody can begin any more.
    """
    if sort is CourseSort.FIT:
        return tuple(found)
    key = {CourseSort.NEAR: _distance, CourseSort.SOON: _start, CourseSort.CHEAP: _price}[sort]
    return tuple(sorted(found, key=lambda one: (one.age in NOT_TO_BEGIN, one.is_old, key(one))))


def _distance(found: FoundCourse) -> float:
    return math.inf if found.distance_km is None else found.distance_km


def _start(found: FoundCourse) -> float:
    course = found.course
    if course.starts_on is not None:
        return course.starts_on.toordinal()
    return _LATE.toordinal() - 1 if course.flexible_start else _LATE.toordinal()


def _price(found: FoundCourse) -> float:
    return math.inf if found.course.price is None else float(found.course.price)

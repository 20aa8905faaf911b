"""What the screen Courses asks for: the list, and what lies around it for the map; pure, so that it runs behind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course import CourseCounts, CoursePlaces, CoursePoint, Place
from iq_desktop.domain.course_sort import in_order
from iq_desktop.domain.course_traits import NOT_TO_BEGIN
from iq_desktop.ui.kit.map_clusters import ClusterLevels, MapPoint, cluster_levels
from iq_desktop.ui.kit.map_ground import MapGround, ground_of
from iq_desktop.ui.kit.map_shape import project
from iq_desktop.usecases.courses import count_courses, find_course_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.domain.course import CourseWish, FoundCourse
    from iq_desktop.usecases.desk import Desk

LISTED: Final = 200
"""Courses that are listed at once."""


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around a list: counts, clusters for the map, and what has no place on it."""

    counts: CourseCounts = field(default_factory=CourseCounts)
    clusters: ClusterLevels = field(default_factory=ClusterLevels)
    here: tuple[float, float] | None = None
    online: int = 0
    elsewhere: int = 0


def look_for_courses(
    desk: Desk, wish: CourseWish, given: Sequence[FoundCourse] | None = None
) -> tuple[FoundCourse, ...]:
    """Return the courses of a wish in its order; `given` are courses that were found already, in place of a search."""
    found = desk.reference.find_courses(wish, limit=LISTED, today=desk.clock.today()) if given is None else given
    codes = frozenset(wish.postal_codes)
    here = [one for one in found if not codes or one.course.postal_code in codes]
    return in_order(here, wish.sort)


def look_around(desk: Desk, wish: CourseWish, given: Sequence[FoundCourse] | None = None) -> Around:
    """Return what lies around the list of a wish; what was chosen on the map does not narrow the map."""
    whole = replace(wish, postal_codes=())
    places = find_course_places(desk, whole) if given is None else _places_of(desk, wish, given)
    counts = count_courses(desk, wish) if given is None else CourseCounts(total=len(given))
    points = [_point(one) for one in places.points]
    here = None if places.here is None else project(places.here.latitude, places.here.longitude)
    return Around(counts, cluster_levels(points), here, places.online, places.elsewhere)


def look_at_ground(desk: Desk) -> MapGround:
    """Return the ground of the map: all places that are known."""
    return ground_of(desk.reference.list_places())


def _point(one: CoursePoint) -> MapPoint:
    x, y = project(one.place.latitude, one.place.longitude)
    return MapPoint(x, y, one.count, one.place.name or one.place.postal_code, one.place.postal_code, one.behind)


def _places_of(desk: Desk, wish: CourseWish, given: Iterable[FoundCourse]) -> CoursePlaces:
    counted = Counter(one.course.postal_code for one in given)
    behind = Counter(one.course.postal_code for one in given if one.age in NOT_TO_BEGIN)
    places = {code: desk.reference.find_place(code) for code in counted if code}
    points = tuple(
        CoursePoint(place, counted[code], behind=behind[code])
        for code, place in places.items()
        if isinstance(place, Place)
    )
    return CoursePlaces(
        points,
        elsewhere=counted.total() - sum(one.count for one in points),
        here=desk.reference.find_place(wish.postal_code) if wish.postal_code else None,
    )

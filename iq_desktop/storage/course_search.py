"""Finds courses by words, distance and start."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, column, func, or_, select, table, union

from iq_desktop.domain.course import (
    CourseCounts,
    CourseOffer,
    CoursePlaces,
    CourseWish,
    FoundCourse,
    Place,
    TeachingForm,
    distance_km,
)
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.name_keys import fold
from iq_desktop.storage.reference_tables import course, place
from iq_desktop.storage.word_keys import quoted, stem_of, telling_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection

_MOST_LOOKED_AT: Final = 2000
"""Offers that are looked at one by one; nearer ones first."""
_MOST_EVENTS: Final = 3
"""Events of one offer that are shown."""
_SHORTEST_PART: Final = 3
_LONGEST_TYPED: Final = 200
_MOST_WORDS: Final = 12
"""What is pasted beyond that is not looked for."""
_KM_PER_DEGREE: Final = 111.2
_ONLINE_AS_NEAR_AS: Final = 25.0
"""Where an online course stands among courses sorted by distance, in kilometres."""
_OFFER: Final = codec_of(CourseOffer)
_columns: Final = tuple(course.c[name] for name in _OFFER.columns)
_words: Final = table("course_words", column("rowid"), column("course_words"))
_parts: Final = table("course_parts", column("rowid"), column("course_parts"))
_event: Final = course.alias("event")


@dataclass(frozen=True, slots=True)
class _Seen:
    """An offer that was looked at: its key, of what it is an event, its distance, its order (smaller is better)."""

    key: int
    whole: tuple[str, str]
    distance: float | None
    order: tuple[Any, ...]


def find_courses(connection: Connection, wish: CourseWish, limit: int, today: dt.date) -> tuple[FoundCourse, ...]:
    """Return courses that have every word of the wish, best first: upcoming, in the title, near, soon.

    Words that only join others do not count; where nothing has the words as they are, their stems are tried. Online
    courses are near everywhere. An offer whose events are known is found through them.
    """
    here = find_place(connection, wish.postal_code) if wish.postal_code else None
    words = telling_words(wish.words[:_LONGEST_TYPED])[:_MOST_WORDS]
    seen = _look(connection, wish, words, here, today)
    if not seen and words:
        words = tuple(dict.fromkeys(stem_of(word) for word in words))
        seen = _look(connection, wish, words, here, today)
    best = _best(seen, limit)
    offers = _read(connection, [one.key for one in best])
    return tuple(FoundCourse(offers[one.key], one.distance, _as_typed(wish.words, words)) for one in best)


def find_course(connection: Connection, catalogue: str, course_id: str) -> CourseOffer | None:
    """Return one course, or none."""
    found = select(*_columns).where(course.c.catalogue == catalogue, course.c.id == course_id)
    row = connection.execute(found).first()
    return _OFFER.from_row(row) if row else None


def find_place(connection: Connection, postal_code: str) -> Place | None:
    """Return the main place of a postal code, or none."""
    columns = select(place.c.postal_code, place.c.name, place.c.latitude, place.c.longitude)
    row = connection.execute(columns.where(place.c.postal_code == postal_code).order_by(place.c.id).limit(1)).first()
    return Place(*row) if row else None


def _look(
    connection: Connection, wish: CourseWish, words: Sequence[str], here: Place | None, today: dt.date
) -> list[_Seen]:
    conditions = [*map(_has_word, words), *_conditions(wish, here)]
    found = select(
        course.c.key,
        course.c.catalogue,
        course.c.part_of,
        course.c.form,
        course.c.latitude,
        course.c.longitude,
        course.c.starts_on,
        course.c.ends_on,
        course.c.flexible_start,
        course.c.main_words,
    ).where(*conditions, ~_has_events())
    order = (_nearness(here), course.c.key) if here else (course.c.key,)
    rows = connection.execute(found.order_by(*order).limit(_MOST_LOOKED_AT))
    seen = (_judge(row, words, here, today) for row in rows)
    far = wish.within_km if here else None
    return [one for one in seen if far is None or one.distance is None or one.distance <= far]


def _has_word(word: str) -> ColumnElement[bool]:
    found = [select(_words.c.rowid).where(_words.c.course_words.op("MATCH")(f"{quoted(word)} *"))]
    if len(word) >= _SHORTEST_PART:
        found.append(select(_parts.c.rowid).where(_parts.c.course_parts.op("MATCH")(quoted(word))))
    return course.c.key.in_(union(*found).scalar_subquery() if len(found) > 1 else found[0].scalar_subquery())


def _has_events() -> ColumnElement[bool]:
    same = and_(_event.c.catalogue == course.c.catalogue, _event.c.part_of == course.c.id)
    return select(_event.c.key).where(same).exists()


def _conditions(wish: CourseWish, here: Place | None) -> Iterable[ColumnElement[bool]]:
    if wish.form is not None:
        yield course.c.form == wish.form.value
    if wish.starts_from is not None:
        day = wish.starts_from.isoformat()
        yield or_(course.c.flexible_start == 1, course.c.starts_on.is_(None), course.c.starts_on >= day)
        yield or_(course.c.ends_on.is_(None), course.c.ends_on >= day)
    if here is not None and wish.within_km is not None:
        north = wish.within_km / _KM_PER_DEGREE
        east = north / max(math.cos(math.radians(here.latitude)), 0.1)
        yield or_(
            course.c.form == TeachingForm.ONLINE.value,
            and_(course.c.postal_code == "", course.c.place == ""),  # a kind of course is not far away
            and_(
                course.c.latitude.between(here.latitude - north, here.latitude + north),
                course.c.longitude.between(here.longitude - east, here.longitude + east),
            ),
        )


def _nearness(here: Place) -> ColumnElement[Any]:
    """Return what grows with the distance, without roots; unknown places come last."""
    north = course.c.latitude - here.latitude
    east = (course.c.longitude - here.longitude) * math.cos(math.radians(here.latitude))
    return func.coalesce(north * north + east * east, 1e9)


def _judge(row: Any, words: Sequence[str], here: Place | None, today: dt.date) -> _Seen:
    distance = None
    if here is not None and row.latitude is not None:
        distance = distance_km(here, Place("", "", row.latitude, row.longitude))
    if row.form == TeachingForm.ONLINE.value:
        distance = None
    near = _ONLINE_AS_NEAR_AS if row.form == TeachingForm.ONLINE.value else math.inf
    if here is None:
        near = 0.0
    day = today.isoformat()
    started = row.starts_on is not None and row.starts_on < day and not row.flexible_start
    ended = row.ends_on is not None and row.ends_on < day
    in_title = all(word in row.main_words for word in words)
    order = (started or ended, not in_title, near if distance is None else distance, row.starts_on or "9999", row.key)
    return _Seen(row.key, (row.catalogue, row.part_of), distance, order)


def _best(seen: Iterable[_Seen], limit: int) -> list[_Seen]:
    """Return the best ones, of each offer no more than a few events."""
    best: list[_Seen] = []
    events: Counter[tuple[str, str]] = Counter()
    for one in sorted(seen, key=lambda one: one.order):
        events[one.whole] += 1
        if events[one.whole] <= _MOST_EVENTS or not one.whole[1]:
            best.append(one)
        if len(best) == limit:
            break
    return best


def _read(connection: Connection, keys: Sequence[int]) -> dict[int, CourseOffer]:
    rows = connection.execute(select(course.c.key, *_columns).where(course.c.key.in_(keys)))
    return {row[0]: _OFFER.from_row(row[1:]) for row in rows}


def _as_typed(typed: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that counted as they were typed."""
    counted = tuple(words)
    pairs = ((fold(one).strip(), one.strip(".,;:()„“\"'")) for one in typed.split())
    return tuple(one for folded, one in pairs if any(part.startswith(counted) for part in folded.split()))


def count_courses(connection: Connection, wish: CourseWish, today: dt.date) -> CourseCounts:
    """Return how many courses a wish finds, and how many there would be of each answer."""
    return CourseCounts(total=len(find_courses(connection, wish, _MOST_LOOKED_AT, today)))


def find_course_places(connection: Connection, wish: CourseWish, today: dt.date) -> CoursePlaces:
    """Return where the courses of a wish are held."""
    del today
    return CoursePlaces(here=find_place(connection, wish.postal_code))

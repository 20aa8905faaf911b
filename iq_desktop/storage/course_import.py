"""Takes places and course catalogues in: a new catalogue replaces its old content, an update changes single offers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, func, or_, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.course import CourseOffer, pass_on
from iq_desktop.storage.catalogue_states import save_state
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.import_steps import CHUNK, Steps
from iq_desktop.storage.prepared import Prepared, prepare
from iq_desktop.storage.reference_tables import course, place
from iq_desktop.storage.word_keys import unique_words
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy import Connection

    from iq_desktop.domain.course import Place
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.usecases.ports import CourseContents
    from iq_desktop.usecases.progress import Progress

_COURSES: Final = say("Saving courses")
_PLACES: Final = say("Saving places")
_INDEX: Final = say("Preparing the search")
_OFFER: Final = codec_of(CourseOffer)
_INDEXES: Final = ("course_words", "course_parts")
_FOUND_BY: Final = ("latitude", "longitude", "main_words", "all_words")
_LONGEST_SEARCHED: Final = 4000
"""Characters of a description that are searched."""


def _save_statement() -> Prepared:
    columns = (*_OFFER.columns, *_FOUND_BY)
    added = upsert(course).values({name: bindparam(name) for name in columns})
    changed = {name: added.excluded[name] for name in columns if name not in {"catalogue", "id"}}
    return prepare(added.on_conflict_do_update(index_elements=["catalogue", "id"], set_=changed))


_SAVE: Final = _save_statement()
_KEYS: Final = prepare(
    select(course.c.key).where(
        course.c.catalogue == bindparam("catalogue"),
        or_(course.c.id == bindparam("id"), course.c.part_of == bindparam("whole")),
    )
)
_KEY: Final = prepare(
    select(course.c.key).where(course.c.catalogue == bindparam("catalogue"), course.c.id == bindparam("id"))
)

_columns: Final = tuple(course.c[name] for name in _OFFER.columns)
_WHOLE: Final = prepare(
    select(*_columns).where(course.c.catalogue == bindparam("catalogue"), course.c.id == bindparam("id"))
)
_EVENTS: Final = prepare(
    select(*_columns).where(course.c.catalogue == bindparam("catalogue"), course.c.part_of == bindparam("whole"))
)


def take_in_courses(
    connection: Connection, contents: CourseContents, state: CatalogueState, progress: Progress
) -> None:
    """Replace or change one course catalogue within the caller's transaction."""
    steps = Steps(progress)
    points = _points(connection)
    if contents.is_update:
        _change_courses(connection, contents, state.id, points, steps)
    else:
        connection.execute(delete(course).where(course.c.catalogue == state.id))
        for portion in steps.chunks(contents.offers(), _COURSES, CHUNK // 4):
            _SAVE.run_many(connection, [_row(offer, points) for offer in portion])
        for _ in contents.removed():
            continue
        progress.step(steps.done, None, _INDEX)
        for index in _INDEXES:
            connection.execute(text(f"INSERT INTO {index}({index}) VALUES('rebuild')"))
    save_state(connection, _recounted(connection, state) if contents.is_update else state)


def take_in_places(connection: Connection, places: Iterable[Place], state: CatalogueState, progress: Progress) -> None:
    """Replace all places and tell the courses anew where they are, within the caller's transaction."""
    connection.execute(delete(place))
    rows = ((one.postal_code, one.name, one.latitude, one.longitude) for one in places)
    names = ("postal_code", "name", "latitude", "longitude")
    add = prepare(place.insert().values({name: bindparam(name) for name in names}))
    for portion in Steps(progress).chunks(rows, _PLACES):
        add.run_many(connection, portion)
    for name in ("latitude", "longitude"):
        first = select(place.c[name]).where(place.c.postal_code == course.c.postal_code).order_by(place.c.id).limit(1)
        connection.execute(update(course).values({name: first.scalar_subquery()}))
    save_state(connection, state)


def _change_courses(
    connection: Connection,
    contents: CourseContents,
    catalogue: str,
    points: Mapping[str, tuple[float, float]],
    steps: Steps,
) -> None:
    done: set[str] = set()
    for portion in steps.chunks(contents.offers(), _COURSES, CHUNK // 4):
        for offer in portion:
            done.add(offer.id)
            before = _WHOLE.row(connection, catalogue=offer.catalogue, id=offer.id)
            _put(connection, offer, points)
            if before and not offer.part_of:
                _tell_events(connection, _OFFER.from_row(before), offer, done, points)
    for gone in contents.removed():
        for (key,) in _KEYS.rows(connection, catalogue=catalogue, id=gone, whole=gone):
            _leave_indexes(connection, key)
            connection.execute(delete(course).where(course.c.key == key))


def _put(connection: Connection, offer: CourseOffer, points: Mapping[str, tuple[float, float]]) -> None:
    """Insert or change one offer, and what the indexes say of it."""
    old = _KEY.row(connection, catalogue=offer.catalogue, id=offer.id)
    if old:
        _leave_indexes(connection, old[0])
    _SAVE.run_many(connection, [_row(offer, points)])
    new = _KEY.row(connection, catalogue=offer.catalogue, id=offer.id)
    if new:
        _enter_indexes(connection, new[0])


def _tell_events(
    connection: Connection,
    before: CourseOffer,
    after: CourseOffer,
    done: Collection[str],
    points: Mapping[str, tuple[float, float]],
) -> None:
    """Pass a changed offer on to its events, but for those that the update itself names."""
    for row in _EVENTS.rows(connection, catalogue=after.catalogue, whole=after.id):
        event = _OFFER.from_row(row)
        changed = pass_on(event, before, after)
        if changed != event and event.id not in done:
            _put(connection, changed, points)


def _recounted(connection: Connection, state: CatalogueState) -> CatalogueState:
    """Return the state of a catalogue with the number of all its courses, not only of those that an update named."""
    mine = select(func.count()).select_from(course).where(course.c.catalogue == state.id)
    offers = connection.execute(mine.where(course.c.part_of == "")).scalar_one()
    events = connection.execute(mine.where(course.c.part_of != "")).scalar_one()
    counts = ((say("Offers"), offers), (say("Events"), events))
    return replace(state, counts=tuple(count for count in counts if count[1]))


def _leave_indexes(connection: Connection, key: int) -> None:
    """Take an offer out of the indexes; it must still stand in its table with the words that were indexed."""
    connection.exec_driver_sql("DELETE FROM course_words WHERE rowid = ?", (key,))
    connection.exec_driver_sql("DELETE FROM course_parts WHERE rowid = ?", (key,))


def _enter_indexes(connection: Connection, key: int) -> None:
    connection.exec_driver_sql(
        "INSERT INTO course_words(rowid, main_words, all_words) SELECT key, main_words, all_words FROM course"
        " WHERE key = ?",
        (key,),
    )
    connection.exec_driver_sql(
        "INSERT INTO course_parts(rowid, main_words) SELECT key, main_words FROM course WHERE key = ?", (key,)
    )


def _points(connection: Connection) -> Mapping[str, tuple[float, float]]:
    """Return the coordinates of each postal code."""
    rows = connection.execute(
        select(place.c.postal_code, place.c.latitude, place.c.longitude).order_by(place.c.id.desc())
    )
    return {row.postal_code: (row.latitude, row.longitude) for row in rows}


def _row(offer: CourseOffer, points: Mapping[str, tuple[float, float]]) -> tuple[Any, ...]:
    latitude, longitude = points.get(offer.postal_code, (None, None))
    main = " ".join((offer.title, *offer.keywords, offer.degree))
    further = " ".join((offer.provider, offer.place, offer.description[:_LONGEST_SEARCHED]))
    cells = dict(zip(_OFFER.columns, _OFFER.to_row(offer), strict=True))
    cells.update(latitude=latitude, longitude=longitude, main_words=unique_words(main), all_words=unique_words(further))
    return tuple(cells[name] for name in _SAVE.names)

"""Takes places and course catalogues in: a new catalogue replaces its old content, an update changes single offers."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, func, insert, or_, select, update

from iq_desktop.domain.course import CourseOffer, pass_on
from iq_desktop.storage.catalogue_states import save_state
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.course_rereading import read_anew
from iq_desktop.storage.course_words import WordLists, add_words, forget_words, last_key, touch_words, write_words
from iq_desktop.storage.import_steps import CHUNK, Steps
from iq_desktop.storage.prepared import Prepared, prepare
from iq_desktop.storage.reference_tables import course, place
from iq_desktop.storage.saved_searches import ids_before, told_beside
from iq_desktop.usecases.ports import CountingContents
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sqlalchemy import Connection

    from iq_desktop.domain.course import Place
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.usecases.ports import CourseContents
    from iq_desktop.usecases.progress import Progress

_COURSES: Final = say("Saving courses")
_PLACES: Final = say("Saving places")
_INDEX: Final = say("Preparing the search")
_OFFER: Final = codec_of(CourseOffer)
_FOUND_BY: Final = ("key", "latitude", "longitude")


def _save_statement() -> Prepared:
    columns = (*_OFFER.columns, *_FOUND_BY)
    return prepare(insert(course).values({name: bindparam(name) for name in columns}))


_SAVE: Final = _save_statement()
_KEYS: Final = prepare(
    select(course.c.key).where(
        course.c.catalogue == bindparam("catalogue"),
        or_(course.c.id == bindparam("id"), course.c.part_of == bindparam("whole")),
    )
)
_GONE: Final = prepare(
    delete(course).where(course.c.catalogue == bindparam("catalogue"), course.c.id == bindparam("id"))
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
    before = ids_before(connection, state.id)
    if contents.is_update:
        read_anew(connection)
        writer = _Writer(connection, points)
        _change_courses(writer, contents, state.id, steps)
        add_words(connection, state.id, writer.words)
    else:
        connection.execute(delete(course).where(course.c.catalogue == state.id))
        forget_words(connection, state.id)
        writer = _Writer(connection, points)
        for portion in steps.chunks(_once(contents.offers()), _COURSES, CHUNK // 4):
            writer.add(portion)
        for _ in contents.removed():
            continue
        progress.step(steps.done, None, _INDEX)
        write_words(connection, state.id, writer.words)
    told = contents.told(state) if isinstance(contents, CountingContents) else state
    whole = _recounted(connection, told) if contents.is_update else told
    save_state(connection, replace(whole, counts=(*whole.counts, *told_beside(connection, state.id, before))))


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
    touch_words(connection)
    save_state(connection, state)


class _Writer:
    """Writes offers into their table, and gathers their words."""

    def __init__(self, connection: Connection, points: Mapping[str, tuple[float, float]]) -> None:
        self.connection = connection
        self.words = WordLists()
        self.keys = count(last_key(connection) + 1)
        self._points = points

    def add(self, offers: Iterable[CourseOffer]) -> None:
        """Insert offers that are not there."""
        rows = []
        for offer in offers:
            key = next(self.keys)
            self.words.add(key, offer)
            rows.append(_row(key, offer, self._points))
        _SAVE.run_many(self.connection, rows)

    def put(self, offer: CourseOffer) -> None:
        """Insert an offer, in place of the one that was there; its key is a new one, because its words are."""
        _GONE.run(self.connection, catalogue=offer.catalogue, id=offer.id)
        self.add((offer,))


def _change_courses(writer: _Writer, contents: CourseContents, catalogue: str, steps: Steps) -> None:
    connection = writer.connection
    done: set[str] = set()
    for portion in steps.chunks(contents.offers(), _COURSES, CHUNK // 4):
        for offer in portion:
            done.add(offer.id)
            before = _WHOLE.row(connection, catalogue=offer.catalogue, id=offer.id)
            writer.put(offer)
            if before and not offer.part_of:
                _tell_events(writer, _OFFER.from_row(before), offer, done)
    for gone in contents.removed():
        for (key,) in _KEYS.rows(connection, catalogue=catalogue, id=gone, whole=gone):
            connection.execute(delete(course).where(course.c.key == key))


def _tell_events(writer: _Writer, before: CourseOffer, after: CourseOffer, done: Collection[str]) -> None:
    """Pass a changed offer on to its events, but for those that the update itself names."""
    for row in _EVENTS.rows(writer.connection, catalogue=after.catalogue, whole=after.id):
        event = _OFFER.from_row(row)
        changed = pass_on(event, before, after)
        if changed != event and event.id not in done:
            writer.put(changed)


def _recounted(connection: Connection, state: CatalogueState) -> CatalogueState:
    """Return the state of a catalogue with the number of all its courses, not only of those that an update named."""
    mine = select(func.count()).select_from(course).where(course.c.catalogue == state.id)
    offers = connection.execute(mine.where(course.c.part_of == "")).scalar_one()
    events = connection.execute(mine.where(course.c.part_of != "")).scalar_one()
    counts = ((say("Offers"), offers), (say("Events"), events))
    return replace(state, counts=tuple(count for count in counts if count[1]))


def _once(offers: Iterable[CourseOffer]) -> Iterator[CourseOffer]:
    """Yield each offer once; a catalogue that names one twice means the first one."""
    seen: set[str] = set()
    for offer in offers:
        if offer.id not in seen:
            seen.add(offer.id)
            yield offer


def _points(connection: Connection) -> Mapping[str, tuple[float, float]]:
    """Return the coordinates of each postal code."""
    rows = connection.execute(
        select(place.c.postal_code, place.c.latitude, place.c.longitude).order_by(place.c.id.desc())
    )
    return {row.postal_code: (row.latitude, row.longitude) for row in rows}


def _row(key: int, offer: CourseOffer, points: Mapping[str, tuple[float, float]]) -> tuple[Any, ...]:
    latitude, longitude = points.get(offer.postal_code, (None, None))
    cells = dict(zip(_OFFER.columns, _OFFER.to_row(offer), strict=True))
    cells.update(key=key, latitude=latitude, longitude=longitude)
    return tuple(cells[name] for name in _SAVE.names)

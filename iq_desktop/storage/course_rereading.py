"""Reads catalogues of courses again that an earlier version of the program took in, once, with all that is read now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, update

from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_reading import read_again
from iq_desktop.domain.kept_course import OWN_CATALOGUE
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.course_marks import catalogues_read, note_reading
from iq_desktop.storage.course_words import WordLists, add_marks, touch_words, write_words
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_tables import course, course_index

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OFFER: Final = codec_of(CourseOffer)
_TRAITS: Final = ("kind", "entry_level", "exit_level", "times", "fundings")
_columns: Final = tuple(course.c[name] for name in _OFFER.columns)
_PLACES: Final = tuple(_OFFER.columns.index(name) for name in _TRAITS)
_CHANGE: Final = prepare(
    update(course).where(course.c.key == bindparam("of_key")).values({name: bindparam(name) for name in _TRAITS})
)
_STEP: Final = 5000


def read_anew(connection: Connection) -> None:
    """Read what is not read yet, catalogue by catalogue, within the caller's transaction."""
    known = set(connection.execute(select(course_index.c.catalogue)).scalars())
    read = catalogues_read(connection)
    for name in connection.execute(select(course.c.catalogue).distinct()).scalars().all():
        if name not in read:
            _read(connection, name, has_words=name in known)


def _read(connection: Connection, name: str, *, has_words: bool) -> None:
    """Read one catalogue again: kinds and levels out of its words, last days to apply, and words where it has none."""
    words, changes = WordLists(), []
    rows = connection.execute(select(course.c.key, *_columns).where(course.c.catalogue == name))
    for row in rows.yield_per(_STEP):
        key, offer = row[0], _OFFER.from_row(row[1:])
        (words.mark if has_words else words.add)(key, offer)
        changed = offer if name == OWN_CATALOGUE else read_again(offer)
        if changed != offer:
            changes.append(_cells(key, changed))
    _CHANGE.run_many(connection, changes)
    if has_words:
        add_marks(connection, name, words)
        note_reading(connection, name)
        touch_words(connection)
    else:
        write_words(connection, name, words)


def _cells(key: int, offer: CourseOffer) -> tuple[Any, ...]:
    cells = _OFFER.to_row(offer)
    named = {name: cells[at] for name, at in zip(_TRAITS, _PLACES, strict=True)} | {"of_key": key}
    return tuple(named[one] for one in _CHANGE.names)

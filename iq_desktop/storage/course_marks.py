"""What is kept among the words of a catalogue and is no word: the last days to apply, and which reading it has had.

Words of offers are letters and digits; these marks begin with a sign that no word has, so that no search meets them.
They need no column, and the lists of offers behind them grow with an update as those of words do.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, exists, insert, select

from iq_desktop.domain.course_age import last_day_to_apply
from iq_desktop.storage.course_packing import NO_OFFER, unpacked
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_tables import course_index, course_posting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from iq_desktop.domain.course import CourseOffer

_SIGN: Final = "\x01"
_APPLY_BY: Final = f"{_SIGN}apply-by "
_READ: Final = f"{_SIGN}read 2"
"""The number grows where a later version of the program reads more of what is there already."""
_DAYS: Final = prepare(
    select(course_posting.c.word, course_posting.c.offers).where(
        course_posting.c.catalogue == bindparam("catalogue"),
        course_posting.c.word >= _APPLY_BY,
        course_posting.c.word < f"{_APPLY_BY}:",
    )
)


def marks_of(offer: CourseOffer) -> tuple[str, ...]:
    """Return under what an offer is kept beside its words."""
    last = last_day_to_apply(offer)
    return () if last is None else (f"{_APPLY_BY}{last.isoformat()}",)


def read_last_days(connection: Connection) -> Iterator[tuple[int, int]]:
    """Yield the last days to apply as ordinals, each with the key of its offer."""
    for catalogue in connection.execute(select(course_index.c.catalogue)).scalars().all():
        for word, offers in _DAYS.rows(connection, catalogue=catalogue):
            day = dt.date.fromisoformat(word.removeprefix(_APPLY_BY)).toordinal()
            for key in unpacked(offers):
                yield day, key


def note_reading(connection: Connection, catalogue: str) -> None:
    """Note that a catalogue was read with all that this version of the program reads."""
    row = {"catalogue": catalogue, "word": _READ, "offers": NO_OFFER}
    connection.execute(delete(course_posting).where(*(course_posting.c[name] == row[name] for name in row)))
    connection.execute(insert(course_posting).values(row))


def catalogues_read(connection: Connection) -> frozenset[str]:
    """Return the catalogues of which everything was read that this version reads."""
    mark = exists().where(course_posting.c.catalogue == course_index.c.catalogue, course_posting.c.word == _READ)
    return frozenset(connection.execute(select(course_index.c.catalogue).where(mark)).scalars())

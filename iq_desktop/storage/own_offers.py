"""The offers of the centre's partners, kept beside the cases and copied into the search; how tables were read."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_mapping import CourseMapping
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.kept_course import OWN_CATALOGUE, OwnOffer, offer_of
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.course_import import take_in_courses
from iq_desktop.storage.course_tables import course_mapping, own_offer
from iq_desktop.storage.reference_tables import course
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.usecases.ports import Clock

_OWN: Final = codec_of(OwnOffer)
_OFFER: Final = codec_of(CourseOffer)


class _Changes:
    """Some offers of partners as an update of their catalogue."""

    is_update = True

    def __init__(self, offers: Sequence[CourseOffer], gone: Sequence[str]) -> None:
        self._offers = offers
        self._gone = gone

    def offers(self) -> Iterator[CourseOffer]:
        """Yield what is new or changed."""
        yield from self._offers

    def removed(self) -> Iterator[str]:
        """Yield what is no longer there."""
        yield from self._gone


class VaultOwnOffers:
    """The port `OwnOffers`: cases.db keeps the offers, reference.db has a copy of them for the search."""

    def __init__(self, cases: Database, reference: Database, pen: JournalPen, clock: Clock) -> None:
        self._cases = cases
        self._reference = reference
        self._pen = pen
        self._clock = clock

    def offers(self) -> Sequence[OwnOffer]:
        """Return all offers by title."""
        with self._cases.reading() as connection:
            found = _read(connection)
        return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.id)))

    def put(self, offer: OwnOffer) -> None:
        """Keep an offer, in place of the one with the same identity."""
        cells: dict[str, object] = dict(zip(_OWN.columns, _OWN.to_row(clean_value(offer)), strict=True))
        added = upsert(own_offer).values(cells)
        with self._cases.writing() as connection:
            connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=cells))
            self._pen.note(connection, "own_offer_saved", None, cells)
        self.settle()

    def remove(self, offer_id: str) -> None:
        """Take an offer away; nothing happens where it is not there."""
        with self._cases.writing() as connection:
            gone = connection.execute(delete(own_offer).where(own_offer.c.id == offer_id)).rowcount
            if gone:
                self._pen.note(connection, "own_offer_removed", None, {"id": offer_id})
        self.settle()

    def settle(self) -> None:
        """Let the search know what is kept: also after a return from a backup, or when the last copying was cut off."""
        with self._cases.reading() as connection:
            kept = {one.id: offer_of(one) for one in _read(connection)}
        with self._reference.reading() as connection:
            copied = _read_copies(connection)
        changed = [offer for offer in kept.values() if copied.get(offer.id) != offer]
        gone = [one for one in copied if one not in kept]
        if not changed and not gone:
            return
        with self._reference.writing() as connection:
            take_in_courses(connection, _Changes(changed, gone), _state(self._clock.today()), Silence())


class VaultMappings:
    """The port `CourseMappings` on cases.db."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, heads: Sequence[str]) -> CourseMapping | None:
        """Return how a table with these heads was read last, or None."""
        row = select(course_mapping.c.name, course_mapping.c.choices, course_mapping.c.kept_on)
        with self._database.reading() as connection:
            found = connection.execute(row.where(course_mapping.c.heads == _digest(heads))).first()
        if found is None:
            return None
        columns = tuple((field, head) for field, head in json.loads(found.choices))
        return CourseMapping(tuple(heads), columns, found.name)

    def keep(self, mapping: CourseMapping) -> None:
        """Remember how a table is read, in place of what was remembered for the same heads."""
        cells = {
            "heads": _digest(mapping.heads),
            "name": mapping.name,
            "choices": json.dumps(mapping.columns, ensure_ascii=False),
            "kept_on": mapping.kept_on.isoformat() if mapping.kept_on else None,
        }
        added = upsert(course_mapping).values(cells)
        with self._database.writing() as connection:
            connection.execute(added.on_conflict_do_update(index_elements=["heads"], set_=cells))


def _digest(heads: Sequence[str]) -> str:
    words = "\n".join(" ".join(head.casefold().split()) for head in heads)
    return hashlib.sha256(words.encode()).hexdigest()


def _read(connection: Connection) -> list[OwnOffer]:
    columns = [own_offer.c[name] for name in _OWN.columns]
    return [_OWN.from_row(row) for row in connection.execute(select(*columns))]


def _read_copies(connection: Connection) -> dict[str, CourseOffer]:
    columns = [course.c[name] for name in _OFFER.columns]
    rows = connection.execute(select(*columns).where(course.c.catalogue == OWN_CATALOGUE))
    return {one.id: one for one in map(_OFFER.from_row, rows)}


def _state(today: dt.date) -> CatalogueState:
    return CatalogueState(
        CatalogueKind.COURSES,
        OWN_CATALOGUE,
        "",
        today,
        notice=say("Offers of your partners, entered by hand."),
    )

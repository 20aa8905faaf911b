"""Saved searches side by side: of an offer that several of them brought, the one that was taken in last counts.

Keys of offers only grow, so that the highest one of an offer is the newest. Nothing is taken away from an older search:
when the newer one is removed, what the older one brought counts again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, and_, delete, or_, select

from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.saved_search import MARK, SEARCH_PAGES, family_of, is_saved_search
from iq_desktop.storage.course_words import forget_words
from iq_desktop.storage.reference_tables import catalogue, course
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

_BEHIND_MARK: Final = chr(ord(MARK) + 1)


def of_family(page: str) -> ColumnElement[bool]:
    """Return the condition that an offer was brought by a saved search of a page."""
    name = course.c.catalogue
    return or_(name == page, and_(name >= page + MARK, name < page + _BEHIND_MARK))


def outdated_keys(connection: Connection) -> Collection[int]:
    """Return the keys of offers that a saved search taken in later has brought again."""
    names = set(connection.execute(select(course.c.catalogue).distinct()).scalars())
    outdated: set[int] = set()
    for page in SEARCH_PAGES:
        if sum(family_of(name) == page for name in names) > 1:
            newest: dict[str, int] = {}
            rows = select(course.c.id, course.c.key).where(of_family(page)).order_by(course.c.key)
            for offer, key in connection.execute(rows):
                if offer in newest:
                    outdated.add(newest[offer])
                newest[offer] = key
    return outdated


def ids_before(connection: Connection, name: str) -> frozenset[str] | None:
    """Return the ids of the offers of a saved search before it is taken in again, None where it is not there yet."""
    if not is_saved_search(name):
        return None
    known = select(catalogue.c.id).where(catalogue.c.kind == CatalogueKind.COURSES.value, catalogue.c.id == name)
    return _ids_of(connection, name) if connection.execute(known).first() else None


def told_beside(connection: Connection, name: str, before: frozenset[str] | None) -> tuple[tuple[Text, int], ...]:
    """Return what a saved search that was just taken in brought, beside how many offers it has.

    `before` are the ids that it had until now, None where it is new. Nothing is told of other catalogues.
    """
    if not is_saved_search(name):
        return ()
    mine = _ids_of(connection, name)
    others = select(course.c.id).where(of_family(family_of(name)), course.c.catalogue != name)
    shared = len(mine.intersection(connection.execute(others).scalars()))
    counts = [(say("in other saved searches too"), shared)]
    if before is not None:
        changed = ((say("new since the last time"), len(mine - before)), (say("no longer there"), len(before - mine)))
        counts = [*changed, *counts]
    return tuple(one for one in counts if one[1])


def remove_catalogue(connection: Connection, name: str) -> int:
    """Take a catalogue of courses away with all it brought; returns how many courses that were."""
    gone = connection.execute(delete(course).where(course.c.catalogue == name)).rowcount
    forget_words(connection, name)
    connection.execute(delete(catalogue).where(catalogue.c.kind == CatalogueKind.COURSES.value, catalogue.c.id == name))
    return gone


def _ids_of(connection: Connection, name: str) -> frozenset[str]:
    return frozenset(connection.execute(select(course.c.id).where(course.c.catalogue == name)).scalars())

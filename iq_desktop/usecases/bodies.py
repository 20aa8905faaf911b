"""The directory of competent bodies: listed, searched, edited, taken in and given out as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.body import BodyKind, CompetentBody
from iq_desktop.domain.changes import Area, Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk

_CHANGED: Final = (Change(Area.BODIES),)
_SEARCHED: Final = ("name", "responsible_for", "region", "place", "postal_code", "contact_person")


def list_bodies(desk: Desk) -> tuple[CompetentBody, ...]:
    """Return the directory by name."""
    return tuple(desk.bodies.shelf.bodies())


def matching_bodies(bodies: Iterable[CompetentBody], words: str) -> tuple[CompetentBody, ...]:
    """Return the bodies in which every typed word stands."""
    asked = words.casefold().split()
    return tuple(one for one in bodies if all(word in _found_in(one) for word in asked))


def save_body(desk: Desk, body: CompetentBody) -> tuple[Change, ...]:
    """Keep a body as it is now."""
    desk.bodies.shelf.put(body)
    return _CHANGED


def remove_body(desk: Desk, body: CompetentBody) -> tuple[Change, ...]:
    """Take a body away; where its name stands in cases it stays."""
    desk.bodies.shelf.remove(body.id)
    return _CHANGED


def begin_with_kinds(desk: Desk) -> tuple[Change, ...]:
    """Put the kinds of bodies into the directory; those whose name is there already are left out."""
    known = {one.name for one in desk.bodies.shelf.bodies()}
    for one in desk.bodies.starter():
        if one.name not in known:
            desk.bodies.shelf.put(one)
    return _CHANGED


def take_in_bodies(desk: Desk, path: Path) -> tuple[int, tuple[CompetentBody, ...], tuple[Change, ...]]:
    """Take a table in and return how many bodies it held, the directory as it was, and what changed.

    A body with the same identity or the same name is brought up to date, the others are added. Raises IqError.
    """
    before = list_bodies(desk)
    read = desk.bodies.tables.read(path, _kinds(desk))
    by_id, by_name = {one.id: one for one in before}, {one.name.casefold(): one for one in before}
    after = dict(by_id)
    for one in read:
        same = by_id.get(one.id) or by_name.get(one.name.casefold())
        after[same.id if same else one.id] = replace(one, id=same.id) if same else one
    desk.bodies.shelf.replace_all(tuple(after.values()))
    return len(read), before, _CHANGED


def put_bodies_back(desk: Desk, bodies: Sequence[CompetentBody]) -> tuple[Change, ...]:
    """Let the directory be as it was before a table was taken in."""
    desk.bodies.shelf.replace_all(bodies)
    return _CHANGED


def write_bodies(desk: Desk, path: Path) -> int:
    """Write the directory as a table and return how many rows it has; raises IqError."""
    kinds = _kinds(desk)
    tables = desk.bodies.tables
    return desk.tables.write(path, tables.heads(), (tables.row(one, kinds) for one in list_bodies(desk)))


def _kinds(desk: Desk) -> Mapping[str, BodyKind]:
    german = desk.tongue("de")
    return {german.speak(kind.label): kind for kind in BodyKind}


def _found_in(body: CompetentBody) -> str:
    return " ".join(str(getattr(body, name)) for name in _SEARCHED).casefold()

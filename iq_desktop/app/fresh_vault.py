"""A fresh vault takes in what comes with the program, so that it is useful before any import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.changes import Area, Change

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress


def take_in_starter_pack(desk: Desk, packs: Path, progress: Progress) -> tuple[Change, ...]:
    """Take in the program's own packs (occupations, courses, towns); raises IqError where one is broken."""
    from iq_desktop.catalogues.starter import StarterCatalogue  # noqa: PLC0415  (after the window is painted)

    StarterCatalogue(packs, desk.clock.today()).take_in(desk.reference, progress)
    return (Change(Area.OCCUPATIONS), Change(Area.PLACES), Change(Area.COURSES))

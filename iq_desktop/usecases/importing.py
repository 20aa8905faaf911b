"""Taking catalogues of the outside world in: all of a file or nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.role import Act
from iq_desktop.usecases.permissions import require

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress

_AREAS = {
    CatalogueKind.ESCO: Area.OCCUPATIONS,
    CatalogueKind.KLDB: Area.OCCUPATIONS,
    CatalogueKind.STARTER: Area.OCCUPATIONS,
    CatalogueKind.NIQ: Area.OCCUPATIONS,
    CatalogueKind.PLACES: Area.PLACES,
    CatalogueKind.COURSES: Area.COURSES,
}


def take_in_catalogue(desk: Desk, path: Path, progress: Progress) -> tuple[CatalogueState, tuple[Change, ...]]:
    """Take in one catalogue and return how it now lies in the vault, with what was skipped and why.

    Raises NotAllowed, or IqError where the file is none that the program knows or is broken; then nothing was changed.
    """
    require(desk, Act.TAKE_CATALOGUES)
    state = desk.catalogues.recognise(path).take_in(desk.reference, progress)
    desk.cases.note_in_journal("import", "", f"{state.kind.value} {state.id} {state.version}")
    return state, (Change(_AREAS[state.kind]),)


def catalogues_there(desk: Desk) -> tuple[CatalogueState, ...]:
    """Return which catalogues lie in the vault."""
    return tuple(desk.reference.catalogues())

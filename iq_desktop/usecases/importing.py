"""Taking catalogues of the outside world in: all of a file or nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.kept_course import OWN_CATALOGUE
from iq_desktop.domain.role import Act
from iq_desktop.domain.saved_search import is_saved_search
from iq_desktop.usecases.course_ports import RenewableCatalogue
from iq_desktop.usecases.permissions import require
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.ports import Catalogue
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
    return _take_in(desk, desk.catalogues.recognise(path), progress)


def renew_catalogue(
    desk: Desk, state: CatalogueState, path: Path, progress: Progress
) -> tuple[CatalogueState, tuple[Change, ...]]:
    """Take in a later answer of a saved search in its place, whatever the file is called; as `take_in_catalogue`."""
    require(desk, Act.TAKE_CATALOGUES)
    found = desk.catalogues.recognise(path)
    if not isinstance(found, RenewableCatalogue):
        raise IqError(
            say("The file {name} is no answer of a course search of the Agency.", name=path.name),
            say("Please save the answer of the search again, or take this file in as a new catalogue."),
        )
    return _take_in(desk, found.in_place_of(state), progress)


def remove_catalogue(desk: Desk, state: CatalogueState) -> tuple[Change, ...]:
    """Take a catalogue of courses away; what was kept of it for somebody stays with the case. Raises NotAllowed."""
    require(desk, Act.TAKE_CATALOGUES)
    desk.reference.remove_courses(state.id)
    desk.cases.note_in_journal("catalogue_removed", "", f"{state.kind.value} {state.id} {state.version}")
    return (Change(Area.COURSES),)


def can_remove(state: CatalogueState) -> bool:
    """Return whether a catalogue can be taken away: one of courses, but not the offers of the centre's own partners."""
    return state.kind is CatalogueKind.COURSES and state.id != OWN_CATALOGUE


def can_renew(state: CatalogueState) -> bool:
    """Return whether a file can come in the place of a catalogue under any name: a saved search."""
    return state.kind is CatalogueKind.COURSES and is_saved_search(state.id)


def catalogues_there(desk: Desk) -> tuple[CatalogueState, ...]:
    """Return which catalogues lie in the vault."""
    return tuple(desk.reference.catalogues())


def _take_in(desk: Desk, catalogue: Catalogue, progress: Progress) -> tuple[CatalogueState, tuple[Change, ...]]:
    told = catalogue.take_in(desk.reference, progress)
    kept = (one for one in desk.reference.catalogues() if (one.kind, one.id) == (told.kind, told.id))
    state = next(kept, told)
    desk.cases.note_in_journal("import", "", f"{state.kind.value} {state.id} {state.version}")
    return state, (Change(_AREAS[state.kind]),)

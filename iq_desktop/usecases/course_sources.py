"""From which catalogues courses come, and how old these are, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course_mapping import TABLE_MARK
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.kept_course import OWN_CATALOGUE
from iq_desktop.domain.saved_search import is_saved_search
from iq_desktop.wording.text import Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.imports import CatalogueState

_TOLD_ONE_BY_ONE: Final = 3


def course_states(states: Sequence[CatalogueState]) -> tuple[CatalogueState, ...]:
    """Return the catalogues of courses among all catalogues."""
    return tuple(state for state in states if state.kind is CatalogueKind.COURSES)


def has_courses(states: Sequence[CatalogueState]) -> bool:
    """Return whether there is anything to search: a catalogue of courses, or the kinds of the starter pack."""
    return any(state.kind in (CatalogueKind.COURSES, CatalogueKind.STARTER) for state in states)


def has_name(state: CatalogueState) -> bool:
    """Return whether the version of a catalogue is a name that people know it by: of a saved search, or of a table."""
    is_named = is_saved_search(state.id) or state.id.startswith(TABLE_MARK)
    return state.kind is CatalogueKind.COURSES and is_named and bool(state.version)


def catalogue_names(states: Sequence[CatalogueState]) -> dict[str, Text]:
    """Return what each catalogue of courses is called, the offers of partners too."""
    names = {state.id: as_it_is(state.version or state.id) for state in course_states(states)}
    return {**names, OWN_CATALOGUE: say("Own offers")}


def source_words(states: Sequence[CatalogueState], today: dt.date) -> Text:
    """Return where courses come from and how old that is."""
    mine = course_states(states)
    if not mine:
        return say("From the starter pack: kinds of courses, no dates.")
    if len(mine) <= _TOLD_ONE_BY_ONE:
        return joined([_one(state, today) for state in mine])
    days = [state.published_on or state.taken_in_on for state in mine]
    return say(
        "From {count} catalogues of courses, the newest as of {newest}, the oldest as of {oldest}",
        count=len(mine),
        newest=max(days),
        oldest=min(days),
    )


def _one(state: CatalogueState, today: dt.date) -> Text:
    if state.published_on is None:
        return say("Course catalogue {version}, taken in on {day}", version=state.version, day=state.taken_in_on)
    told = say(
        "Course catalogue as of {published}, taken in on {day}", published=state.published_on, day=state.taken_in_on
    )
    days = (today - state.published_on).days
    if days <= 0:
        return told
    old = say_count("{count} day old", "{count} days old", count=days)
    return say("{catalogue} ({age})", catalogue=told, age=old)

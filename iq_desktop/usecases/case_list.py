"""The list of cases: its windows, its views, and the upkeep of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_list import CaseQuery, CaseView
from iq_desktop.domain.case_row import CaseRow
from iq_desktop.domain.changes import Area, Change
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_list import FilterValues
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress

WINDOW: Final = 100
"""Rows of the case list that are read at once."""
_PORTION: Final = 50
"""Lines that are made again in one transaction: a save never waits long for it."""


@dataclass(frozen=True, slots=True)
class ListStart:
    """What the list shows first: its first rows, and how many it has."""

    rows: Sequence[CaseRow]
    count: int


def open_list(desk: Desk, query: CaseQuery, limit: int = WINDOW) -> ListStart:
    """Return the beginning of the list for a question."""
    mine = query.for_adviser(desk.adviser.id)
    return ListStart(desk.lists.window(mine, limit=limit), desk.lists.count(mine))


def read_rows(desk: Desk, query: CaseQuery, start: int, limit: int = WINDOW) -> Sequence[CaseRow]:
    """Return the rows from a place on, wherever a scroll bar was dragged to."""
    return desk.lists.window_at(query.for_adviser(desk.adviser.id), start=start, limit=limit)


def find_place(desk: Desk, query: CaseQuery, case_id: str) -> int | None:
    """Return at which place of the list a case stands, or None where it is not in it."""
    return desk.lists.place_of(query.for_adviser(desk.adviser.id), case_id)


def list_case_ids(desk: Desk, query: CaseQuery) -> Sequence[str]:
    """Return the identities of all cases of the list, for what is done to all of them."""
    return desk.lists.case_ids(query.for_adviser(desk.adviser.id))


def list_filter_values(desk: Desk) -> FilterValues:
    """Return what the cases hold by which they can be filtered."""
    return desk.lists.filter_values()


def list_views(desk: Desk) -> Sequence[CaseView]:
    """Return the views of whoever sits at the desk, and those for all."""
    return desk.lists.views(desk.adviser.id)


def keep_view(
    desk: Desk, name: str, query: CaseQuery, columns: Sequence[str], *, for_all: bool = False, view_id: str = ""
) -> tuple[CaseView, tuple[Change, ...]]:
    """Keep a question under a name, in place of the view `view_id` where that is given."""
    owner = "" if for_all else desk.adviser.id
    view = CaseView(name, replace(query, words=""), tuple(columns), owner)
    view = replace(view, id=view_id) if view_id else view
    desk.lists.save_view(view)
    return view, (Change(Area.SETTINGS),)


def restore_view(desk: Desk, view: CaseView) -> tuple[Change, ...]:
    """Put a view back that was removed or changed: the way back of `keep_view` and `remove_view`."""
    desk.lists.save_view(view)
    return (Change(Area.SETTINGS),)


def remove_view(desk: Desk, view: CaseView) -> tuple[Change, ...]:
    """Take a view away."""
    desk.lists.remove_view(view.id)
    return (Change(Area.SETTINGS),)


def bring_lines_up_to_date(desk: Desk, progress: Progress) -> tuple[Change, ...]:
    """Make every line again that an older program made, in portions; saving goes on meanwhile."""
    done = 0
    while made := desk.lists.make_lines_again(most=_PORTION):
        done += made
        progress.step(done, None, say("Bringing the list of cases up to date"))
    return (Change(Area.CASE),) if done else ()

"""The ports of lists: the case list with its views, cases that may be the same person, tables written as files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_list import CaseQuery, CaseView, FilterValues
    from iq_desktop.domain.case_row import CaseRow, Reminder
    from iq_desktop.domain.duplicate import CaseLink, Duplicate, LinkKind


class CaseLists(Protocol):
    """The list of cases: filtered and in order, in windows; ME as adviser must have been replaced before.

    With words it holds what the words find (the best 200 at most), without them every case that the filters leave.
    """

    def window(self, query: CaseQuery, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        """Return one window of the list; `after` is the last row of the window before, the first one without it."""

    def window_at(self, query: CaseQuery, *, start: int, limit: int) -> Sequence[CaseRow]:
        """Return the window that begins at row number `start` (from 0): where a scroll bar was dragged to."""

    def count(self, query: CaseQuery) -> int:
        """Return how many rows the list has."""

    def place_of(self, query: CaseQuery, case_id: str) -> int | None:
        """Return the number of the row of a case (from 0), or None where the list does not hold it."""

    def case_ids(self, query: CaseQuery) -> Sequence[str]:
        """Return the identities of all cases of the list in its order."""

    def filter_values(self) -> FilterValues:
        """Return what the cases hold by which they can be filtered."""

    def deadlines(self, since: dt.date, *, adviser_id: str = "", limit: int) -> Sequence[Reminder]:
        """Return the deadlines of all cases (of an adviser, where one is given) from a day on, in their order."""

    def make_lines_again(self, *, most: int) -> int:
        """Make some rows again that are out of date and return how many; 0 where all are up to date.

        They are where an older program made them, or where days that passed made a page incomplete.
        """

    def views(self, adviser_id: str) -> Sequence[CaseView]:
        """Return the views of an adviser and those for all, by name."""

    def save_view(self, view: CaseView) -> None:
        """Keep a view, in place of the one with the same identity; the words of its question are left out."""

    def remove_view(self, view_id: str) -> None:
        """Take a view away."""


class CaseLinks(Protocol):
    """Cases that may be about the same person: found, linked or told apart, never merged."""

    def find_duplicates(self, case: CaseFile, *, limit: int) -> Sequence[Duplicate]:
        """Return cases that may be about the same person as a case, surest first; never what was told apart.

        The case need not be saved yet.
        """

    def is_known_elsewhere(self, case: CaseFile) -> bool:
        """Return whether a case that is hidden from who asks may be about the same person; no more is told of it."""

    def links_of(self, case_id: str) -> Sequence[CaseLink]:
        """Return what was decided about a case and others, newest first."""

    def link(self, case_id: str, other_id: str, kind: LinkKind) -> CaseLink:
        """Note that two cases are about the same person, or about two; what was noted before is replaced.

        Raises NoSuchCase.
        """

    def unlink(self, case_id: str, other_id: str) -> None:
        """Take back what was noted about two cases."""


class TableFiles(Protocol):
    """Tables that are written as files for other programs."""

    def write(self, path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
        """Write a table and return how many rows it has; a file appears whole or not at all. Raises IqError."""

"""How the columns of a table of courses become fields of an offer: recognised by their heads, corrected by a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourseMapping:
    """How one kind of table is read: `columns` are pairs of a field of the offer and the head that gives it.

    `heads` are all heads of the table in their order; `name` is what the catalogue is called.
    """

    heads: tuple[str, ...]
    columns: tuple[tuple[str, str], ...] = ()
    name: str = ""
    kept_on: dt.date | None = None

    def head_of(self, field: str) -> str:
        """Return the head of the column that gives a field, empty where none does."""
        return dict(self.columns).get(field, "")


@dataclass(frozen=True, slots=True)
class CourseTable:
    """A table of courses that was looked at: its heads, some rows, and how its columns would be read by themselves."""

    file: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    proposed: CourseMapping
    encoding: str = ""
    delimiter: str = ""

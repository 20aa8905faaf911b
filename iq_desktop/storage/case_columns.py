"""The columns that tie rows to their case."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from iq_desktop.storage.columns import Privacy, metadata, number


def own_key(name: str = "id") -> Column[str]:
    """Return the column of a row's own identity."""
    return Column(name, Text, primary_key=True, nullable=False, info={"class": Privacy.TECHNICAL})


def case_key() -> Column[str]:
    """Return the column that names the case; the row goes with it."""
    return Column(
        "case_id",
        Text,
        ForeignKey("case_file.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        info={"class": Privacy.TECHNICAL},
    )


def child_table(name: str, *columns: Column[str] | Column[int] | Index) -> Table:
    """Return a table of what a case has several of; the rows of a case lie side by side, in their order."""
    place = number("position", Privacy.TECHNICAL)
    return Table(name, metadata, case_key(), own_key(), place, *columns, sqlite_with_rowid=False, sqlite_strict=True)

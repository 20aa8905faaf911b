"""Tables of courses: looked at, their columns corrected and remembered, taken in as a catalogue of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.course_mapping import COURSE_FIELDS
from iq_desktop.usecases.importing import take_in_catalogue
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.course_mapping import CourseMapping, CourseTable
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column of a table: its head, what stands in it first, and the field that it gives (empty where none)."""

    head: str
    example: str
    field: str = ""

    @property
    def label(self) -> Text:
        """What the field is called."""
        return COURSE_FIELDS.get(self.field, NOTHING)


def look_at_table(desk: Desk, path: Path) -> CourseTable:
    """Return a table of courses with the mapping that was remembered for its heads, else the one that is proposed.

    Raises IqError where the file is no table.
    """
    table = desk.courses.tables.look(path)
    if table is None:
        raise IqError(
            say("The file {name} is no table of courses.", name=path.name),
            say("Please save it as CSV, with the names of the columns in the first line."),
        )
    known = desk.courses.mappings.find(table.heads)
    return replace(table, proposed=known) if known else table


def read_columns(table: CourseTable, mapping: CourseMapping) -> tuple[ReadColumn, ...]:
    """Return the columns of a table as a mapping reads them, in their order."""
    fields = {head: field for field, head in mapping.columns}
    return tuple(ReadColumn(head, table.example(head), fields.get(head, "")) for head in dict.fromkeys(table.heads))


def with_field(mapping: CourseMapping, head: str, field: str) -> CourseMapping:
    """Return a mapping in which a column gives another field; an empty one leaves the column out."""
    before = next((name for name, given in mapping.columns if given == head), "")
    freed = mapping.with_column(before, "") if before else mapping
    return freed.with_column(field, head) if field else freed


def take_in_table(
    desk: Desk, path: Path, mapping: CourseMapping, progress: Progress
) -> tuple[CatalogueState, tuple[Change, ...]]:
    """Remember how a table is read, and take it in; raises NotAllowed, or IqError where nothing can be read."""
    if not mapping.is_enough:
        raise IqError(
            say("No column gives the title of the courses."),
            say("Choose the column with the titles and say what it is."),
        )
    desk.courses.mappings.keep(replace(mapping, kept_on=desk.clock.today()))
    return take_in_catalogue(desk, path, progress)

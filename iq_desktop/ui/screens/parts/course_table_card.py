"""The card on which a table of courses is read: which column is what, corrected once and remembered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from iq_desktop.domain.course_mapping import COURSE_FIELDS
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import ListEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.table import Column, RowTable
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.course_tables import look_at_table, read_columns, take_in_table, with_field
from iq_desktop.wording.text import NOTHING, as_it_is, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.course_mapping import CourseMapping, CourseTable
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.course_tables import ReadColumn
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_TABLES: Final = FileKind(say("Tables"), ("*.csv", "*.txt", "*.tsv"))
_LIST_HEIGHT: Final = 300


class CourseTableCard(Card):
    """One table after the other; `taken` when one was taken in."""

    taken = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the button, and what is shown of a table."""
        hint = say(
            "For lists that partners send you, as CSV. The columns are recognised by their heads; what you correct is "
            "remembered for the next list of the same kind."
        )
        super().__init__(say("Courses from a table"), parent, hint=hint)
        self._place = place
        self._job: Job | None = None
        self._path: Path | None = None
        self.table: CourseTable | None = None
        self.mapping: CourseMapping | None = None
        self.choose = SpeakingButton(say("Choose the table"), "", "import", self)
        self.summary = SpeakingLabel(NOTHING, "heading", self)
        self.columns = RowTable(say("Columns of the table"), _COLUMNS, _key, NOTHING, self)
        self.columns.setObjectName("course_table_columns")
        self.field = ListEditor("course_table_field", _fields, self, is_long=True)
        self.name = LineEditor("course_table_name", self)
        self.lack = SpeakingLabel(say("No column gives the title of the courses."), "warn", self)
        self.take = SpeakingButton(say("Take in"), "primary", "import", self)
        self.give_up = SpeakingButton(say("Do not take in"), "", "", self)
        self._set()
        self._connect()
        self._close()

    def _set(self) -> None:
        measure_by_text(self.columns, least_height=_LIST_HEIGHT, most_height=_LIST_HEIGHT)
        hint = say("Left empty, the column is not read.")
        self.field_frame = FieldFrame(self.field, say("The chosen column is read as"), hint, self)
        self.name_frame = FieldFrame(self.name, say("Name of this catalogue"), NOTHING, self)
        first, buttons = FlowLayout(gap=STEP), FlowLayout(gap=STEP)
        first.addWidget(self.choose)
        buttons.addWidget(self.take)
        buttons.addWidget(self.give_up)
        self.add(first)
        for part in self._work:
            self.add(part)
        self.add(buttons)

    @property
    def _work(self) -> tuple[QWidget, ...]:
        return (self.summary, self.columns, self.field_frame, self.name_frame, self.lack)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.columns.chosen.connect(self._show_column)
        self.field.committed.connect(self._read_otherwise)
        self.name.committed.connect(self._rename)
        self.take.clicked.connect(self._take_in)
        self.give_up.clicked.connect(self._close)
        self._place.background.ended.connect(self._end)

    def open_file(self, path: Path) -> None:
        """Look into a table behind the window and show how it would be read."""
        self._place.banner.clear()
        self._path = path
        self._run(partial(_look, self._place, path), self._show_table, say("Reading {name}", name=path.name))

    def _ask_file(self) -> None:
        path = self._place.ask.which_file(say("Which table of courses?"), _TABLES)
        if path is not None:
            self.open_file(path)

    def _show_table(self, table: CourseTable) -> None:
        self.table = table
        self.summary.show_text(
            say_count("{file}: {count} column", "{file}: {count} columns", count=len(table.heads), file=table.file)
        )
        self.name.show_value(table.proposed.name)
        self.choose.hide()
        for part in (*self._work, self.take, self.give_up):
            part.show()
        self._show_mapping(table.proposed)
        self.columns.selectRow(0)

    def _show_mapping(self, mapping: CourseMapping) -> None:
        self.mapping = mapping
        if self.table is not None:
            self.columns.show_rows(read_columns(self.table, mapping))
        self.lack.setVisible(not mapping.is_enough)
        self.take.setEnabled(mapping.is_enough)
        self._show_column(self.columns.current_row())

    def _show_column(self, column: ReadColumn | None) -> None:
        self.field.setEnabled(column is not None)
        self.field.show_value(column.field or None if column is not None else None)

    def _read_otherwise(self, field: str | None) -> None:
        column = self.columns.current_row()
        if column is not None and self.mapping is not None:
            self._show_mapping(with_field(self.mapping, column.head, field or ""))

    def _rename(self, name: str) -> None:
        if self.mapping is not None:
            self.mapping = self.mapping.with_name(name)

    def _take_in(self) -> None:
        self.name.flush()
        if self._path is None or self.mapping is None:
            return
        self.setEnabled(False)
        task = partial(take_in_table, self._place.desk, self._path, self.mapping)
        self._run(task, self._tell_taken, say("Taking in {name}", name=self._path.name))

    def _tell_taken(self, answer: tuple[CatalogueState, tuple[Change, ...]]) -> None:
        state, changes = answer
        count = sum(number for _, number in state.counts)
        words = say_count("{count} course was taken in.", "{count} courses were taken in.", count=count)
        self._place.announce(changes)
        self._place.banner.tell(words)
        self._close()
        self.taken.emit()

    def _run(self, work: Callable[[Progress], Any], then: Callable[[Any], None], title: Text) -> None:
        self._job = self._place.background.run(work, then, self._place.tell_problem, title=title, owner=self)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.setEnabled(True)

    def _close(self) -> None:
        self.table = self.mapping = None
        for part in (*self._work, self.take, self.give_up):
            part.hide()
        self.choose.show()


def _look(place: Workplace, path: Path, progress: Progress) -> CourseTable:
    del progress
    return look_at_table(place.desk, path)


def _fields(tongue: Tongue) -> Sequence[tuple[str, str]]:
    return [(field, tongue.speak(label)) for field, label in COURSE_FIELDS.items()]


def _key(column: ReadColumn) -> str:
    return column.head


def _head(column: ReadColumn, tongue: Tongue) -> str:
    return tongue.speak(as_it_is(column.head))


def _example(column: ReadColumn, _tongue: Tongue) -> str:
    return column.example


def _read_as(column: ReadColumn, tongue: Tongue) -> str:
    return tongue.speak(column.label)


_COLUMNS: Final = (
    Column("head", say("Column"), _head, 2),
    Column("example", say("For example"), _example, 3),
    Column("field", say("Is read as"), _read_as, 2),
)

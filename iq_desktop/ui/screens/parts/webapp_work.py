"""The work on one table of the IQ Webapp: which column is what, words that are unknown, and what would come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.choice_editors import ListEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.table import RowTable
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.webapp_tables import (
    COLUMN_COLUMNS,
    ROW_COLUMNS,
    VALUE_COLUMNS,
    column_key,
    row_key,
    value_key,
)
from iq_desktop.ui.shell.pill_choice import PillChoice
from iq_desktop.usecases.webapp_preview import UnknownValue, answer_options, field_options, read_columns, unclear_first
from iq_desktop.usecases.webapp_report import table_words
from iq_desktop.usecases.webapp_values import COUNTRY
from iq_desktop.wording.lists import named_countries
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.webapp_ports import TableFile
    from iq_desktop.usecases.webapp_preview import Preview, ReadColumn, Reading
    from iq_desktop.wording.tongue import Tongue

_LOW: Final = 170
_HIGH: Final = 300
"""Heights of the tables, in pixels at the usual size of the text."""
LEAVE_OUT: Final = "leave_out"
TAKE_AND_LINK: Final = "take_and_link"


class WebappWork(QWidget):
    """`read_otherwise` carries another Reading; `wanted` says that the rows shall be taken in, `given_up` that not."""

    read_otherwise = Signal(object)
    wanted = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the three tables, each with the question below it."""
        super().__init__(parent)
        self.file: TableFile | None = None
        self.reading: Reading | None = None
        self.preview: Preview | None = None
        self._make_columns()
        self._make_values()
        self._make_rows()
        self._set()

    @property
    def with_doubles(self) -> bool:
        """Whether people who are known already are taken in as well."""
        return self.doubles.pills[TAKE_AND_LINK].isChecked()

    def show_table(self, file: TableFile, reading: Reading) -> None:
        """Show how a table is read; what would come of it is not known yet."""
        self.file, self.reading, self.preview = file, reading, None
        self.summary.show_text(table_words(file, reading))
        self.columns.show_rows(read_columns(file, reading))
        if self.columns.current_row() is None:
            self.columns.selectRow(0)
        self._show_column(self.columns.current_row())
        self._show_found(is_known=False)

    def show_preview(self, preview: Preview) -> None:
        """Show what would come of it."""
        self.preview = preview
        values = tuple(UnknownValue(code, said, count) for code, said, count in preview.unknown if _is_askable(code))
        self.values.show_rows(values)
        self.rows.show_rows(unclear_first(preview.rows))
        if values and self.values.current_row() is None:
            self.values.selectRow(0)
        self._values_part.setVisible(bool(values))
        self._show_found(is_known=True)

    def _make_columns(self) -> None:
        self.summary = SpeakingLabel(NOTHING, "heading", self)
        self.columns = RowTable(say("Columns of the table"), COLUMN_COLUMNS, column_key, NOTHING, self)
        self.columns.setObjectName("webapp_columns")
        self.field = ListEditor("webapp_field", self._fields, self, is_long=True)
        self.field_frame = FieldFrame(
            self.field,
            say("The chosen column is read as"),
            say("Left empty, it goes into the notes of the case."),
            self,
        )
        self.columns.chosen.connect(self._show_column)
        self.field.committed.connect(self._take_field)

    def _make_values(self) -> None:
        self._values_part = QWidget(self)
        self.values = RowTable(say("Words that fit no answer"), VALUE_COLUMNS, value_key, NOTHING, self._values_part)
        self.values.setObjectName("webapp_values")
        self.answer = ListEditor("webapp_answer", self._answers, self._values_part, is_long=True)
        self.answer_frame = FieldFrame(
            self.answer,
            say("The chosen word means, in all rows"),
            say("Whatever is not chosen stays in the notes of the case."),
            self._values_part,
        )
        self.values.chosen.connect(self._show_value)
        self.answer.committed.connect(self._take_answer)

    def _make_rows(self) -> None:
        self.found = SpeakingLabel(NOTHING, "label", self)
        self.rows = RowTable(say("Rows of the table"), ROW_COLUMNS, row_key, NOTHING, self)
        self.rows.setObjectName("webapp_rows")
        self.doubles_label = SpeakingLabel(say("Rows about people who seem to be known already"), "label", self)
        options = ((LEAVE_OUT, say("Leave out")), (TAKE_AND_LINK, say("Take in and link")))
        self.doubles = PillChoice(say("Rows about people who seem to be known already"), options, LEAVE_OUT, self)
        self.take = SpeakingButton(say("Take in"), "primary", "import", self)
        self.give_up = SpeakingButton(say("Do not take in"), "", "", self)
        self.doubles.chosen.connect(self._show_wanted)
        self.take.clicked.connect(self.wanted)
        self.give_up.clicked.connect(self.given_up)

    def _set(self) -> None:
        for table, height in ((self.columns, _HIGH), (self.values, _LOW), (self.rows, _HIGH)):
            measure_by_text(table, least_height=height, most_height=height)
        inner = QVBoxLayout(self._values_part)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(STEP)
        inner.addWidget(SpeakingLabel(say("Words that fit no answer"), "label", self._values_part))
        inner.addWidget(self.values)
        inner.addWidget(self.answer_frame)
        buttons = FlowLayout(gap=STEP)
        buttons.addWidget(self.take)
        buttons.addWidget(self.give_up)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        for part in (
            self.summary,
            self.columns,
            self.field_frame,
            self._values_part,
            self.found,
            self.rows,
            self.doubles_label,
            self.doubles,
        ):
            lines.addWidget(part)
        lines.addLayout(buttons)

    def _show_found(self, *, is_known: bool) -> None:
        has_rows = is_known and self.preview is not None
        self.rows.setVisible(has_rows)
        self.take.setVisible(has_rows)
        doubles = sum(row.is_double for row in self.preview.rows) if self.preview else 0
        self.doubles_label.setVisible(bool(doubles))
        self.doubles.setVisible(bool(doubles))
        self._values_part.setVisible(has_rows and bool(self.values.rows))
        self._show_wanted()

    def _show_wanted(self) -> None:
        if self.preview is None:
            self.found.show_text(say("The table is being looked through …"))
            return
        doubles = sum(row.is_double for row in self.preview.rows)
        count = len(self.preview.rows) - (0 if self.with_doubles else doubles)
        known = say_count("{count} is known already", "{count} are known already", count=doubles)
        faults = say_count("{count} cell is unclear", "{count} cells are unclear", count=len(self.preview.faults))
        rows = say_count("{count} row", "{count} rows", count=len(self.preview.rows))
        self.found.show_text(say("{rows}: {known}, {faults}", rows=rows, known=known, faults=faults))
        self.take.show_text(say_count("Take in {count} case", "Take in {count} cases", count=count))
        self.take.setEnabled(bool(count))

    def _show_column(self, column: ReadColumn | None) -> None:
        self._speak(self.field)
        self.field.show_value(column.code or None if column else None)

    def _show_value(self, _value: UnknownValue) -> None:
        self._speak(self.answer)
        self.answer.show_value(None)

    def _speak(self, editor: ListEditor) -> None:
        tongue = find_tongue(self)
        if tongue is not None:
            editor.speak(tongue)

    def _take_field(self, code: Any) -> None:
        column: ReadColumn | None = self.columns.current_row()
        if column is not None and self.reading is not None and (code or "") != column.code:
            self.read_otherwise.emit(self.reading.with_code(column.place, code or ""))

    def _take_answer(self, code: Any) -> None:
        value: UnknownValue | None = self.values.current_row()
        if value is not None and self.reading is not None and code:
            self.read_otherwise.emit(self.reading.with_answer(value.name, value.said, code))

    def _fields(self, tongue: Tongue) -> Sequence[tuple[str, str]]:
        if self.reading is None:
            return ()
        return [(code, tongue.speak(label)) for code, label in field_options(self.reading)]

    def _answers(self, tongue: Tongue) -> Sequence[tuple[str, str]]:
        value: UnknownValue | None = self.values.current_row()
        if value is None:
            return ()
        if value.name == COUNTRY:
            return named_countries(tongue)
        return [(code, tongue.speak(label)) for code, label in answer_options(value)]


def _is_askable(code: str) -> bool:
    return code not in {"key", "held_on", "talk_channel", "what"}

"""The report of a case to NIQ: whether it went, what has changed since, its Chiffre, and the record as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from iq_desktop.domain.niq_report import ReportState, chiffre_of, find_changes, state_of_report
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import ListEditor, options_of
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.usecases.niq_words import change_words, meaning_of, names_of_occupations, report_words
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.niq_codes import NiqCodes
    from iq_desktop.usecases.niq_words import ToldField
    from iq_desktop.wording.text import Text

_MARKS = {ReportState.NOT_REPORTED: "open", ReportState.REPORTED: "good", ReportState.CHANGED: "warn"}


class NiqReportCard(Card):
    """`save_wanted` carries the form of a file (NiqForm), `chiffre_typed` words, `record_wanted` asks for the table."""

    save_wanted = Signal(object)
    chiffre_typed = Signal(str)
    record_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build state, changes and the row of what can be done; the table comes on demand."""
        super().__init__(say("Report to NIQ"), parent)
        self.state = ToldRow(self)
        self.changes = _Lines(self)
        self.form = ListEditor("niq_form", options_of(NiqForm), self)
        self.chiffre = LineEditor("niq_chiffre", self)
        self.show_button = SpeakingButton(say("Show the record"), "plain", "down", self)
        self.show_button.setObjectName("niq_record")
        self.record = _Lines(self)
        acts = FlowLayout(gap=2 * STEP)
        acts.addWidget(FieldFrame(self.form, say("Save the record as a file"), parent=self))
        hint = say("NIQ returns it for the record")
        acts.addWidget(FieldFrame(self.chiffre, say("Chiffre"), hint, parent=self))
        for part in (self.state, self.changes):
            self.add(part)
        self.add(acts)
        self.body.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.record)
        self.form.committed.connect(self._save)
        self.chiffre.committed.connect(self._note)
        self.show_button.clicked.connect(self._toggle)

    def show_case(self, case: CaseFile, codes: NiqCodes, today: dt.date) -> None:
        """Show whether a case was reported and what has changed since; never emits."""
        state, changes = state_of_report(case, codes, today), find_changes(case, codes, today)
        self.state.mark.show_kind(_MARKS[state])
        self.state.text.show_text(report_words(case, state, len(changes)))
        names = names_of_occupations(case)
        self.changes.show_lines(
            [(meaning_of(one.name, codes), change_words(one, codes, names), NOTHING) for one in changes]
        )
        self.chiffre.show_value(chiffre_of(case))
        self.form.show_value(None)
        if not self.record.isHidden():
            self.record_wanted.emit()

    def show_record(self, fields: Sequence[ToldField]) -> None:
        """Show the record: what each field means, its value in words, its name in NIQ and what is sent."""
        self.record.show_lines([(one.meaning, one.words, as_it_is(f"{one.name} = {one.value}")) for one in fields])
        self.show_button.show_text(say("Hide the record"))

    def forget(self) -> None:
        """Fold the table: another case is shown."""
        self.record.show_lines(())
        self.show_button.show_text(say("Show the record"))

    def _toggle(self) -> None:
        if self.record.isHidden():
            self.record_wanted.emit()
        else:
            self.forget()

    def _save(self, form: NiqForm | None) -> None:
        self.form.show_value(None)
        if form is not None:
            self.save_wanted.emit(form)

    def _note(self, words: str) -> None:
        self.chiffre_typed.emit(words or "")


class _Lines(QWidget):
    """Lines of three cells under each other; hidden while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._shown: tuple[tuple[Text, Text, Text], ...] = ()
        self.labels: list[QLabel] = []
        self.hide()

    def show_lines(self, lines: Sequence[tuple[Text, Text, Text]]) -> None:
        """Show these lines; nothing moves where they are the same as before."""
        self.setVisible(bool(lines))
        if self._shown == tuple(lines):
            return
        self._shown = tuple(lines)
        for label in self.labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.labels = []
        for row, cells in enumerate(lines):
            for column, (text, role) in enumerate(zip(cells, ("muted", "", "muted"), strict=True)):
                label = SpeakingLabel(text, role, self)
                self.labels.append(label)
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        speak_part(self)

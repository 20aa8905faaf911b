"""What is done to several cases at once: shown while rows are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.talk import CounsellingResult
from iq_desktop.ui.kit.choice_editors import ListEditor, options_of
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.centre_export import WorkbookKind, WorkbookWish
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.wording.tongue import Tongue


class SelectionBar(QFrame):
    """The bar; `assigned` carries an adviser, `closed_with` a result, `reported_as` and `workbook_wanted` a choice."""

    assigned = Signal(object)
    closed_with = Signal(object)
    reopened = Signal()
    exported = Signal()
    reported_as = Signal(object)
    chiffres_wanted = Signal()
    workbook_wanted = Signal(object)
    all_wanted = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._advisers: tuple[Adviser, ...] = ()
        self.count = SpeakingLabel(NOTHING, "strong", self, wrap=False)
        self.all = SpeakingButton(say("Tick all"), "plain", parent=self)
        self.adviser = ListEditor("assign_adviser", self._spoken, self)
        self.result = ListEditor("close_with", options_of(CounsellingResult), self)
        self.reopen = SpeakingButton(say("Open again"), "", "undo", self)
        self.export = SpeakingButton(say("Save as a table"), "", "save", self)
        self.workbook = ListEditor("workbook", options_of(WorkbookKind), self)
        self.report = ListEditor("report_as", options_of(NiqForm), self)
        self.chiffres = SpeakingButton(say("Take in Chiffres"), "", "import", self)
        self.end = SpeakingButton(say("End choosing"), "plain", "close", self)
        self._place()
        self._bind()
        self.show_count(0)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self.count)
        head.addWidget(self.all)
        head.addStretch(1)
        head.addWidget(self.end)
        acts = FlowLayout(gap=2 * STEP)
        self.give = FieldFrame(self.adviser, say("Give to"), parent=self)
        acts.addWidget(self.give)
        acts.addWidget(FieldFrame(self.result, say("Close with"), parent=self))
        acts.addWidget(FieldFrame(self.report, say("Report to NIQ"), parent=self))
        acts.addWidget(FieldFrame(self.workbook, say("Workbook (XLSX)"), parent=self))
        for button in (self.reopen, self.export, self.chiffres):
            acts.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        lines.setSpacing(STEP)
        lines.addLayout(head)
        lines.addLayout(acts)

    def _bind(self) -> None:
        self.adviser.committed.connect(self._assign)
        self.result.committed.connect(self._close)
        self.workbook.committed.connect(self._want_workbook)
        self.report.committed.connect(self._report)
        self.chiffres.clicked.connect(self.chiffres_wanted)
        self.reopen.clicked.connect(self.reopened)
        self.export.clicked.connect(self.exported)
        self.all.clicked.connect(self.all_wanted)
        self.end.clicked.connect(self.ended)

    def show_count(self, count: int) -> None:
        """Say how many are ticked; without any nothing can be done to them."""
        self.count.show_text(say_count("{count} case ticked", "{count} cases ticked", count=count))
        for part in (self.adviser, self.result, self.report, self.workbook, self.reopen, self.export):
            part.setEnabled(count > 0)

    def show_advisers(self, advisers: Sequence[Adviser]) -> None:
        """Offer these advisers; nothing where there is none."""
        self._advisers = tuple(advisers)
        self.give.setVisible(bool(self._advisers))
        tongue = find_tongue(self)
        if tongue is not None:
            self.adviser.speak(tongue)

    def _spoken(self, _tongue: Tongue) -> Sequence[tuple[Any, str]]:
        return [(adviser.id, adviser.name) for adviser in self._advisers]

    def _assign(self, adviser_id: str | None) -> None:
        self.adviser.show_value(None)
        adviser = next((one for one in self._advisers if one.id == adviser_id), None)
        if adviser is not None:
            self.assigned.emit(adviser)

    def _close(self, result: CounsellingResult | None) -> None:
        self.result.show_value(None)
        if result is not None:
            self.closed_with.emit(result)

    def _report(self, form: NiqForm | None) -> None:
        self.report.show_value(None)
        if form is not None:
            self.reported_as.emit(form)

    def _want_workbook(self, kind: WorkbookKind | None) -> None:
        self.workbook.show_value(None)
        if kind is not None:
            self.workbook_wanted.emit(WorkbookWish(is_anonymous=kind is WorkbookKind.WITHOUT_NAMES))

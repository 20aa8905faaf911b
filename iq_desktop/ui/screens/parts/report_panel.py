"""What of the ticked cases can be reported to NIQ: how many, what is left out and why, and the button that saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.usecases.niq_reports import NiqPlan
from iq_desktop.wording.text import NOTHING, as_it_is, say, say_count

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_MOST: Final = 6


class ReportPanel(QWidget):
    """The panel beside the list; `wanted` carries identities of cases and a form, `opened` a case and its page.

    `shown` when there is something to decide, `closed` when it is done with.
    """

    wanted = Signal(object, object)
    opened = Signal(str, str)
    shown = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the panel, which has nothing to decide yet."""
        super().__init__(parent)
        self.setObjectName("report_panel")
        self._plan, self._form = NiqPlan(), NiqForm.FORM
        self.lines = LineList(say("Report to NIQ"), parent=self, most=_MOST)
        self.words = SpeakingLabel(NOTHING, "strong", self)
        self.left = SpeakingLabel(say("These are left out:"), "muted", self)
        self.also = Tick(NOTHING, self)
        self.save = SpeakingButton(say("Save the records"), "primary", "save", self)
        self.cancel = SpeakingButton(say("Cancel"), "", parent=self)
        buttons = FlowLayout(gap=STEP)
        for button in (self.save, self.cancel):
            buttons.addWidget(button)
        for place, part in enumerate((self.words, self.also), 1):
            self.lines.body.insertWidget(place, part)
        self.lines.body.insertLayout(3, buttons)
        self.lines.body.insertWidget(4, self.left)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        column.addStretch(1)
        outside.addWidget(PageArea(inside, parent=self))
        self.also.toggled.connect(self._show_words)
        self.save.clicked.connect(self._want)
        self.cancel.clicked.connect(self.closed)
        self.lines.chosen.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_plan(self, form: NiqForm, plan: NiqPlan) -> None:
        """Show what can be reported in a form of file."""
        self._plan, self._form = plan, form
        self.also.said = say_count(
            "Also report {count} incomplete case", "Also report {count} incomplete cases", count=len(plan.incomplete)
        )
        tongue = find_tongue(self)
        if tongue is not None:
            self.also.speak(tongue)
        self.also.setChecked(False)
        self.also.setVisible(bool(plan.incomplete))
        self.left.setVisible(bool(plan.left_out))
        names = [(one, as_it_is(" · ".join(part for part in (one.number, one.name) if part))) for one in plan.left_out]
        self.lines.show_lines([Line("danger", name, one.reason, value=one.case_id) for one, name in names])
        self._show_words()
        self.shown.emit()
        (self.save if self.save.isEnabled() else self.cancel).setFocus()

    def _show_words(self) -> None:
        count = len(self._plan.chosen(with_incomplete=self.also.isChecked()))
        self.words.show_text(say_count("{count} case will be reported", "{count} cases will be reported", count=count))
        self.save.setEnabled(count > 0)

    def _want(self) -> None:
        self.closed.emit()
        self.wanted.emit(self._plan.chosen(with_incomplete=self.also.isChecked()), self._form)

    def _open(self, case_id: str) -> None:
        self.opened.emit(case_id, "follow_up")

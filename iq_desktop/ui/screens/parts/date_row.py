"""An appointment or a task: its line with “Done” and “One week later”, its fields, and its way into a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.part_row import PartRow
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.talk import Appointment
    from iq_desktop.forms.vocabulary import Form
    from iq_desktop.ui.screens.parts.part_row import Described

_NARROW: Final = 620


class DateRow(PartRow):
    """A row; `finished`, `postponed` and `exported` carry the appointment, the last one whether names go with it."""

    finished = Signal(object)
    postponed = Signal(object)
    exported = Signal(object, bool)

    def __init__(
        self, form: Form[Any], value: Appointment, describe: Callable[[Any], Described], parent: QWidget | None = None
    ) -> None:
        """Build line and buttons."""
        super().__init__(form, value, describe, parent)
        self.acts = QWidget(self)
        self.done = ShortButton(say("Done"), "plain", "check", self.acts)
        self.done.setObjectName("done")
        self.week = ShortButton(say("One week later"), "plain", "week_later", self.acts)
        self.week.setObjectName("week")
        row = QHBoxLayout(self.acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        row.addWidget(self.done)
        row.addWidget(self.week)
        self.calendar = ShortButton(say("This date as a calendar file"), "plain", "calendar", self.body)
        self.calendar.setObjectName("one_calendar")
        self.with_names = Tick(say("with name, words and place"), self.body)
        self.with_names.setObjectName("one_with_names")
        out = FlowLayout(gap=STEP)
        out.addWidget(self.calendar)
        out.addWidget(self.with_names)
        self.inside.addLayout(out)
        self._is_beside = False
        self._set_beside(is_beside=True)
        self._show_acts()
        self.done.clicked.connect(self._finish)
        self.week.clicked.connect(self._postpone)
        self.calendar.clicked.connect(self._export)

    def show_value(self, value: Appointment, problems: Sequence[Problem] = ()) -> None:
        """Show the same appointment after it changed elsewhere; never emits."""
        super().show_value(value, problems)
        self._show_acts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons beside the line, or below it where there is little room."""
        super().resizeEvent(event)
        self._set_beside(is_beside=self.width() >= scaled(_NARROW))

    def _set_beside(self, *, is_beside: bool) -> None:
        if is_beside is self._is_beside:
            return
        self._is_beside = is_beside
        if is_beside:
            self._lines.removeWidget(self.acts)
            self.head.insertWidget(1, self.acts, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self.head.removeWidget(self.acts)
            self._lines.insertWidget(1, self.acts, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_acts(self) -> None:
        is_waiting = not self.value.is_done
        self.acts.setVisible(is_waiting)
        for part in (self.calendar, self.with_names):
            part.setVisible(self.value.is_open)

    def _finish(self) -> None:
        self.flush()
        self.finished.emit(self.value)

    def _postpone(self) -> None:
        self.flush()
        self.postponed.emit(self.value)

    def _export(self) -> None:
        self.flush()
        self.exported.emit(self.value, self.with_names.isChecked())

"""What is due: lines that lead to their case; tasks and appointments are ticked off or put off right there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QStyle, QWidget

from iq_desktop.domain.case_row import Reminder
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.usecases.today_acts import can_be_put_off
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.ui.screens.parts.line import Line
    from iq_desktop.wording.tongue import Tongue

_SIZE: Final = 40
_GAP: Final = 4


class DueLine(LineButton):
    """A line with two small buttons at its end where it is a task or an appointment."""

    finished = Signal(object)
    postponed = Signal(object)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        """Build line and buttons."""
        super().__init__(line, parent)
        self.done = SpeakingButton(say("Done"), "icon", "check", self)
        self.done.setObjectName("done")
        self.week = SpeakingButton(say("One week later"), "icon", "week_later", self)
        self.week.setObjectName("week")
        self.done.clicked.connect(self._finish)
        self.week.clicked.connect(self._postpone)
        self._show_acts()

    def show_line(self, line: Line) -> None:
        """Say something else from now on."""
        super().show_line(line)
        self._show_acts()

    def speak(self, tongue: Tongue) -> None:
        """Show the line in a tongue; each button says what it is for."""
        super().speak(tongue)
        self.done.show_text(say("Done: {what}", what=self.line.title))
        self.week.show_text(say("One week later: {what}", what=self.line.title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons at the end of the line."""
        super().resizeEvent(event)
        size, gap = scaled(_SIZE), scaled(_GAP)
        for place, button in enumerate((self.week, self.done), start=1):
            at = QRect(self.width() - place * (size + gap), (self.height() - size) // 2, size, size)
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), at))

    def _show_acts(self) -> None:
        reminder = self.line.value
        is_shown = isinstance(reminder, Reminder) and can_be_put_off(reminder)
        for button in (self.done, self.week):
            button.setVisible(is_shown)
        self._beside = 2 * scaled(_SIZE + _GAP) if is_shown else 0
        self.update()

    def _finish(self) -> None:
        self.finished.emit(self.line.value)

    def _postpone(self) -> None:
        self.postponed.emit(self.line.value)


class DueList(LineList):
    """Lines that wait; `finished` and `postponed` carry the reminder."""

    finished = Signal(object)
    postponed = Signal(object)

    def _make(self, line: Line) -> LineButton:
        made = DueLine(line, self)
        made.finished.connect(self.finished)
        made.postponed.connect(self.postponed)
        return made

"""The frame of a longer way: its steps at the dark side, the one that is asked now, a message, and both buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.brand_side import BrandSide
from iq_desktop.ui.shell.step_list import StepList
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from iq_desktop.ui.screens.parts.wizard_steps import WizardStep

_SIDE_WIDTH: Final = 304


class WizardFrame(QWidget):
    """Shows one step at a time; whoever follows says in `go_on` and `go_back` which one comes."""

    def __init__(self, names: Sequence[Text], working: Text, parent: QWidget | None = None) -> None:
        """Build the frame for the steps of some names; `working` stands there while one has to wait."""
        super().__init__(parent)
        self.step_list = StepList(names, self)
        self.note = Banner(self)
        self._stack = QStackedWidget(self)
        self.back = SpeakingButton(say("Back"), "", "left", self)
        self.next = SpeakingButton(say("Next"), "primary", "right", self)
        self.working = SpeakingLabel(working, "hint", self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.above_buttons, self.buttons = QVBoxLayout(), QHBoxLayout()
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)

    @property
    def _now(self) -> int:
        return self._stack.currentIndex()

    def _set_steps(self, steps: Sequence[WizardStep]) -> None:
        """Put the steps into the frame; Return in the last line of one goes on."""
        for step in steps:
            self._stack.addWidget(step)
            step.entered.connect(self.go_on)
        self._place()
        for line in self.findChildren(QLineEdit):
            line.textEdited.connect(self.note.clear)

    def _place(self) -> None:
        side = BrandSide(self)
        measure_by_text(side, width=_SIDE_WIDTH)
        side.body.addWidget(self.step_list)
        side.body.addStretch(1)
        self.buttons.setSpacing(2 * STEP)
        self.buttons.addWidget(self.back)
        work = QVBoxLayout()
        work.addWidget(self.working)
        work.addWidget(self.progress)
        self.buttons.addLayout(work, 1)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.next)
        column = QVBoxLayout()
        column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        self._area = _scrolled(self._stack, self)
        column.addWidget(self._area, 1)
        column.addWidget(self.note)
        column.addLayout(self.above_buttons)
        column.addLayout(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(column, 1)

    def go_on(self) -> None:
        """Take the next step where this one is answered; else say what is missing."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Take one step back."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Return, back with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._area.verticalScrollBar().setValue(0)
        self.step_list.show_step(number)
        speak_part(self.step_list)
        self.note.clear()
        self._show_buttons()
        self._set_busy(is_busy=False)
        step: WizardStep = self._stack.currentWidget()  # type: ignore[assignment]  # only steps are put there
        step.put_cursor()

    def _show_buttons(self) -> None:
        """Say on the buttons what they do at this step."""

    def _set_busy(self, *, is_busy: bool) -> None:
        self.working.setVisible(is_busy)
        self.progress.setVisible(is_busy)
        self.next.setEnabled(not is_busy)
        self.back.setEnabled(not is_busy)
        self._stack.setEnabled(not is_busy)


def _scrolled(steps: QStackedWidget, parent: QWidget) -> QScrollArea:
    """Return the steps in a place that scrolls where the text is large."""
    area = QScrollArea(parent)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    steps.setProperty("role", "page")
    area.setWidget(steps)
    return area

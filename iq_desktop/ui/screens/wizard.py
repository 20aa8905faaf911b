"""The first start in one window: language, centre, adviser, password, recovery sheet, ready."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.recovery_step import RecoveryStep
from iq_desktop.ui.screens.parts.wizard_steps import (
    AdviserStep,
    CentreStep,
    LanguageStep,
    PasswordStep,
    ReadyStep,
    WizardStep,
)
from iq_desktop.ui.shell.brand_side import BrandSide
from iq_desktop.ui.shell.step_list import StepList
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.shell.ask import AskPort
    from iq_desktop.usecases.desk import Desk, Door
    from iq_desktop.usecases.progress import Progress

_STEPS: Final = (
    say("Language"),
    say("Your centre"),
    say("About you"),
    say("Password"),
    say("Recovery sheet"),
    say("Ready"),
)
_PASSWORD, _RECOVERY, _READY = 3, 4, 5
_SIDE_WIDTH: Final = 304


class Wizard(QWidget):
    """Asks everything, makes the vault, has the recovery code confirmed; `finished` carries the desk.

    `language_chosen` carries the code of a language as soon as it is picked.
    """

    finished = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self, door: Door, background: Background, ask: AskPort, language: str, parent: QWidget | None = None
    ) -> None:
        """Build all steps and show the first."""
        super().__init__(parent)
        self._door, self._background = door, background
        self._desk: Desk | None = None
        self.language = LanguageStep(language, self)
        self.centre = CentreStep(self)
        self.adviser = AdviserStep(self)
        self.password = PasswordStep(door.price_password, door.offer_password, self)
        self.recovery = RecoveryStep(door, background, ask, self)
        self.ready = ReadyStep(self)
        self.step_list = StepList(_STEPS, self)
        self.note = Banner(self)
        self._stack = QStackedWidget(self)
        for step in self._steps:
            self._stack.addWidget(step)
        self._make_buttons()
        self._place()
        self.language.chosen.connect(self._take_language)
        for step in self._steps:
            step.entered.connect(self.go_on)
        for line in self.findChildren(QLineEdit):
            line.textEdited.connect(self.note.clear)
        self.recovery.turned.connect(self._show_buttons)
        self._show(0)

    @property
    def _steps(self) -> tuple[WizardStep, ...]:
        return (self.language, self.centre, self.adviser, self.password, self.recovery, self.ready)

    @property
    def _now(self) -> int:
        return self._stack.currentIndex()

    def _make_buttons(self) -> None:
        self.back = SpeakingButton(say("Back"), "", "left", self)
        self.next = SpeakingButton(say("Next"), "primary", "right", self)
        self.working = SpeakingLabel(say("The vault is being made. This takes a moment."), "hint", self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)

    def _place(self) -> None:
        side = BrandSide(self)
        measure_by_text(side, width=_SIDE_WIDTH)
        side.body.addWidget(self.step_list)
        side.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        buttons.addWidget(self.back)
        work = QVBoxLayout()
        work.addWidget(self.working)
        work.addWidget(self.progress)
        buttons.addLayout(work, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        column = QVBoxLayout()
        column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(_scrolled(self._stack, self), 1)
        column.addWidget(self.note)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(column, 1)

    def go_on(self) -> None:
        """Take the next step where this one is answered; else say what is missing."""
        if not self.next.isEnabled():
            return
        self.note.clear()
        if self._now == _RECOVERY and not self.recovery.is_asking:
            self.recovery.ask_back()
            self.recovery.put_cursor()
            return
        try:
            self._steps[self._now].check()
        except IqError as error:
            self.note.tell_error(error)
            self._steps[self._now].put_cursor()
            return
        if self._now == _PASSWORD:
            self._set_up()
        elif self._now == _READY:
            self.finished.emit(self._desk)
        else:
            self._show(self._now + 1)

    def go_back(self) -> None:
        """Take one step back; not behind the vault that is made."""
        if self._now == _RECOVERY:
            self.note.clear()
            self.recovery.show_sheet()
            self.recovery.put_cursor()
        elif self.back.isVisible() and 0 < self._now < _READY:
            self._show(self._now - 1)

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
        self.step_list.show_step(number)
        speak_part(self.step_list)
        self.note.clear()
        self._show_buttons()
        self._set_busy(is_busy=False)
        self._steps[number].put_cursor()

    def _show_buttons(self) -> None:
        is_asking = self._now == _RECOVERY and self.recovery.is_asking
        self.back.setVisible(is_asking or 0 < self._now < _RECOVERY)
        names = {_PASSWORD: say("Make the vault"), _READY: say("Begin")}
        name = names.get(self._now, say("Next"))
        self.next.show_text(say("I have the code on paper") if self._now == _RECOVERY and not is_asking else name)

    def _take_language(self, language: str) -> None:
        self.language_chosen.emit(language)

    def first_steps(self) -> FirstSteps:
        """Return what was answered."""
        return FirstSteps(
            self.language.language, self.centre.centre, clean_line(self.adviser.name.text()), self.password.words
        )

    def _set_up(self) -> None:
        self._set_busy(is_busy=True)
        work = partial(_set_up, self._door, self.first_steps())
        self._background.run(work, self._take_desk, self._refuse, owner=self)

    def _take_desk(self, made: tuple[Desk, str]) -> None:
        self._desk, code = made
        self.recovery.show_code(self.first_steps(), code)
        self.password.forget()
        self._show(_RECOVERY)

    def _refuse(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        if not isinstance(error, IqError):
            raise error
        self.note.tell_error(error)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.working.setVisible(is_busy)
        self.progress.setVisible(is_busy)
        self.next.setEnabled(not is_busy)
        self.back.setEnabled(not is_busy)
        self._stack.setEnabled(not is_busy)


def _set_up(door: Door, steps: FirstSteps, progress: Progress) -> tuple[Desk, str]:
    del progress
    return door.set_up(steps)


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

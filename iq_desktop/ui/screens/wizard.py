"""The first start in one window: language, centre, adviser, password, recovery sheet, ready."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.screens.parts.recovery_step import RecoveryStep
from iq_desktop.ui.screens.parts.wizard_frame import WizardFrame
from iq_desktop.ui.screens.parts.wizard_steps import (
    AdviserStep,
    CentreStep,
    LanguageStep,
    PasswordStep,
    ReadyStep,
    WizardStep,
)
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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


class Wizard(WizardFrame):
    """Asks everything, makes the vault, has the recovery code confirmed; `finished` carries the desk.

    `language_chosen` carries the code of a language as soon as it is picked. `return_wanted`: there is a backup.
    """

    finished = Signal(object)
    return_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, door: Door, background: Background, ask: AskPort, language: str, parent: QWidget | None = None
    ) -> None:
        """Build all steps and show the first."""
        super().__init__(_STEPS, say("The vault is being made. This takes a moment."), parent)
        self._door, self._background = door, background
        self._desk: Desk | None = None
        self.language = LanguageStep(language, self)
        self.centre = CentreStep(self)
        self.adviser = AdviserStep(self)
        self.password = PasswordStep(door.price_password, door.offer_password, self)
        self.recovery = RecoveryStep(door, background, ask, self)
        self.ready = ReadyStep(self)
        self._set_steps(self._steps)
        self.return_button = SpeakingButton(say("I have a backup"), "plain", "undo", self)
        self.return_button.clicked.connect(self.return_wanted)
        self.buttons.insertWidget(1, self.return_button)
        self.language.chosen.connect(self._take_language)
        self.recovery.turned.connect(self._show_buttons)
        self._show(0)

    @property
    def _steps(self) -> tuple[WizardStep, ...]:
        return (self.language, self.centre, self.adviser, self.password, self.recovery, self.ready)

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

    def _show_buttons(self) -> None:
        is_asking = self._now == _RECOVERY and self.recovery.is_asking
        self.back.setVisible(is_asking or 0 < self._now < _RECOVERY)
        self.return_button.setVisible(self._now == 0)
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


def _set_up(door: Door, steps: FirstSteps, progress: Progress) -> tuple[Desk, str]:
    del progress
    return door.set_up(steps)

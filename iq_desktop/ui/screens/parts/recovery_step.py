"""The step of the first start that lays the recovery code into the person's hand and asks it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.ui.screens.parts.code_sheet import CodeQuestion, CodeSheet
from iq_desktop.ui.screens.parts.wizard_steps import WizardStep
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.shell.ask import AskPort
    from iq_desktop.usecases.desk import Door, FirstSteps
    from iq_desktop.usecases.progress import Progress


class RecoveryStep(WizardStep):
    """The recovery sheet: seen, printed or saved, then asked back without looking; `turned` between the two."""

    turned = Signal()

    def __init__(self, door: Door, background: Background, ask: AskPort, parent: QWidget) -> None:
        """Build both halves; the code comes when the vault was made."""
        sentence = say(
            "If you forget your password, only this code opens the vault. Keep the sheet in the safe of your centre."
        )
        super().__init__(say("Recovery sheet"), sentence, parent)
        self._door, self._background, self._code = door, background, ""
        self.sheet, self.asking = CodeSheet(background, ask, self), CodeQuestion(self)
        self.asking.entered.connect(self.entered)
        self.body.addWidget(self.sheet, 1)
        self.body.addWidget(self.asking, 1)
        self.show_sheet()

    @property
    def is_asking(self) -> bool:
        """Whether the code is asked back just now."""
        return not self.asking.isHidden()

    def show_code(self, steps: FirstSteps, code: str) -> None:
        """Show the code and make its sheet in the background."""
        self._code = code
        self.sheet.show_code(code)
        work = partial(_print_sheet, self._door, steps, code)
        self._background.run(work, self.sheet.show_paper, self.sheet.refuse, owner=self)

    def show_sheet(self) -> None:
        """Show code and sheet."""
        self.asking.hide()
        self.sheet.show()
        self.turned.emit()

    def ask_back(self) -> None:
        """Hide code and sheet, and ask for the code."""
        self.sheet.hide()
        self.asking.show()
        self.asking.typed.clear()
        self.turned.emit()

    def check(self) -> None:
        """Raise IqError, naming the wrong group, until the code is typed rightly."""
        self._door.confirm_recovery_code(self._code, self.asking.typed.text())
        self.sheet.show_code("")
        self._code = ""

    def put_cursor(self) -> None:
        """Put the cursor where the code is typed, or on printing."""
        (self.asking if self.is_asking else self.sheet).setFocus()


def _print_sheet(door: Door, steps: FirstSteps, code: str, progress: Progress) -> bytes:
    del progress
    return door.print_recovery_sheet(steps, code)

"""What the cover shows where something cannot be saved: nobody sees the case, and no word of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.speaking import SpeakingButton, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.password_line import PasswordLine, label_for
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.wording.problems import IqError


class CoverTrouble(QWidget):
    """The message, and three ways on: back with one's password (`password_given`), try again, or give the words up."""

    password_given = Signal(str)
    retry_wanted = Signal()
    give_up_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the hidden part."""
        super().__init__(parent)
        self.banner = Banner(self)
        label = say("Your password")
        self.password = PasswordLine("cover_password", label, self)
        self.back_button = SpeakingButton(say("Back to work"), "primary", parent=self)
        self.retry_button = SpeakingButton(say("Try again"), "", parent=self)
        self.give_up_button = SpeakingButton(say("Lock without saving"), "danger", parent=self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.banner)
        lines.addWidget(label_for(label, self.password, self))
        lines.addWidget(self.password)
        for button in (self.back_button, self.retry_button, self.give_up_button):
            lines.addWidget(button)
        self.password.entered.connect(self._give)
        self.back_button.clicked.connect(self._give)
        self.retry_button.clicked.connect(self._retry)
        self.give_up_button.clicked.connect(self.give_up_wanted)
        self.hide()

    def show_error(self, error: IqError) -> None:
        """Say why something is not saved, and ask what to do."""
        self.show()
        speak_part(self)
        self.banner.tell_error(error)
        self.password.clear()
        self.password.setFocus()

    def _give(self) -> None:
        words = self.password.words
        self.password.clear()
        if words:
            self.password_given.emit(words)

    def _retry(self) -> None:
        self.hide()
        self.retry_wanted.emit()

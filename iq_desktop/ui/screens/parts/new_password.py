"""A new password: twice the same, with what it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.shell.password_line import PasswordLine, label_for
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

NARROW: Final = 520
"""Pixels that a line for one password, name or code takes at most."""


class NewPassword(QWidget):
    """Both lines; `entered` with the Return key in the second."""

    entered = Signal()

    def __init__(self, label: Text, price: Callable[[str], Text], parent: QWidget) -> None:
        """Build both lines; `price` tells what a password is worth, or raises IqError where it does not do."""
        super().__init__(parent)
        self._price = price
        self.first = PasswordLine("new_password", label, self)
        self.second = PasswordLine("new_password_again", say("The same password again"), self)
        self.worth = SpeakingLabel(NOTHING, "hint", self)
        for line in (self.first, self.second):
            measure_by_text(line, most_width=NARROW)
        self.first.line.textChanged.connect(self._show_worth)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        self.setFocusProxy(self.first)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(label_for(label, self.first, self))
        lines.addWidget(self.first)
        lines.addWidget(self.worth)
        lines.addSpacing(STEP)
        lines.addWidget(label_for(say("The same password again"), self.second, self))
        lines.addWidget(self.second)

    @property
    def words(self) -> str:
        """The password as it was typed."""
        return self.first.words

    def check(self) -> None:
        """Raise IqError where the password is too weak or the two differ."""
        self._price(self.words)
        if self.first.words != self.second.words:
            raise IqError(say("The two passwords are not the same."), say("Please type the second one again."))

    def put_cursor(self) -> None:
        """Begin with the line that is to be mended."""
        is_first_right = bool(self.words) and self.words != self.second.words
        (self.second if is_first_right else self.first).setFocus()

    def forget(self) -> None:
        """Empty both lines."""
        self.first.clear()
        self.second.clear()

    def _show_worth(self, words: str) -> None:
        role, text = "hint", NOTHING
        if words:
            try:
                role, text = "good", self._price(words)
            except IqError as error:
                text = error.text
        set_role(self.worth, role)
        self.worth.show_text(text)

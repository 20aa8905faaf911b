"""A new password: twice the same, with what it is worth, and five words for who has no idea."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.shell.password_line import PasswordLine, label_for
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.usecases.ports import OfferedPassword

NARROW: Final = 520
"""Pixels that a line for one password, name or code takes at most."""


class NewPassword(QWidget):
    """Both lines; `entered` with the Return key in the second."""

    entered = Signal()

    def __init__(
        self, label: Text, price: Callable[[str], Text], offer: Callable[[], OfferedPassword], parent: QWidget
    ) -> None:
        """Build both lines.

        `price` tells what a password is worth, or raises IqError where it does not do; `offer` draws one by lot.
        """
        super().__init__(parent)
        self._price, self._offer = price, offer
        self._offered: OfferedPassword | None = None
        self.first = PasswordLine("new_password", label, self)
        self.second = PasswordLine("new_password_again", say("The same password again"), self)
        self.worth = SpeakingLabel(NOTHING, "hint", self)
        self.offer_button = SpeakingButton(say("Suggest five words"), "plain", parent=self)
        self.offered = SpeakingLabel(NOTHING, "heading", self)
        self.offered.setObjectName("offered_password")
        self.offered.hide()
        self.offer_button.clicked.connect(self.offer)
        for line in (self.first, self.second):
            measure_by_text(line, most_width=NARROW)
        self.first.line.textChanged.connect(self._show_worth)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        self.setFocusProxy(self.first)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        head = QHBoxLayout()
        head.addWidget(label_for(label, self.first, self))
        head.addStretch(1)
        head.addWidget(self.offer_button)
        above = QWidget(self)
        above.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        measure_by_text(above, most_width=NARROW)
        lines.addWidget(above)
        lines.addWidget(self.first)
        lines.addWidget(self.offered)
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

    def offer(self) -> None:
        """Show a password drawn by lot and put it into the first line; typing it once more is how one learns it."""
        try:
            self._offered = self._offer()
        except IqError as error:
            set_role(self.worth, "danger")
            self.worth.show_text(error.text)
            return
        self.offered.show_text(as_it_is(self._offered.words))
        self.offered.show()
        self.offer_button.show_text(say("Five other words"))
        self.second.clear()
        self.first.line.setText(self._offered.words)
        self.second.setFocus()

    def put_cursor(self) -> None:
        """Begin with the line that is to be mended."""
        is_first_right = bool(self.words) and self.words != self.second.words
        (self.second if is_first_right else self.first).setFocus()

    def forget(self) -> None:
        """Empty both lines, and show no words any more."""
        self.first.clear()
        self.second.clear()

    def _show_worth(self, words: str) -> None:
        role, text = "hint", NOTHING
        if self._offered is not None and words == self._offered.words:
            choices, bits = self._offered.choices, self._offered.bits
            role, text = (
                "good",
                say("Drawn by lot from {choices} words: strong ({bits} bits).", choices=choices, bits=bits),
            )
        else:
            self._forget_offer()
        if words and text is NOTHING:
            try:
                role, text = "good", self._price(words)
            except IqError as error:
                text = error.text
        set_role(self.worth, role)
        self.worth.show_text(text)

    def _forget_offer(self) -> None:
        self._offered = None
        self.offered.show_text(NOTHING)
        self.offered.hide()
        self.offer_button.show_text(say("Suggest five words"))

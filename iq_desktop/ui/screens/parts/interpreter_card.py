"""On the page Contact: the cards for a talk with an interpreter, and whether its secrecy is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from iq_desktop.domain.contact import Interpreting
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.contact import Contact

_WITHOUT = (None, Interpreting.NOT_NEEDED)


class InterpreterCard(Card):
    """Shown where somebody interprets; `wanted` when the cards shall be gone through."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        hint = say("Ten short sentences for all three of you, in both languages. They take two minutes.")
        super().__init__(say("Before somebody interprets"), parent, hint=hint)
        self.setObjectName("interpreter_card")
        self.secrecy = SpeakingLabel(NOTHING, "hint", self)
        self.button = SpeakingButton(say("Go through the cards"), "", "right", self)
        self.add(self.secrecy)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.wanted)
        self.hide()

    def show_contact(self, contact: Contact) -> None:
        """Show the card where somebody interprets, with the state of the secrecy."""
        self.setVisible(contact.interpreting not in _WITHOUT)
        if contact.interpreter_secrecy_on is None:
            self.secrecy.show_text(say("The secrecy is not signed yet."))
        else:
            self.secrecy.show_text(say("The secrecy was signed on {day}.", day=contact.interpreter_secrecy_on))

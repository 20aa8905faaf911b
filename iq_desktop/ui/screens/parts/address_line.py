"""Where somebody is reached: address, telephone and e-mail in a line that can be marked, and copied in one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.address import Address


class AddressLine(QWidget):
    """The line, hidden while no address is known."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without an address."""
        super().__init__(parent)
        self.setObjectName("address_line")
        self.address: Address | None = None
        self.words = SpeakingLabel(NOTHING, "", self)
        marking = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.words.setTextInteractionFlags(marking)
        self.copy = SpeakingButton(say("Copy the address"), "icon", "copy", self)
        lines = QHBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.words, 1)
        lines.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self.copy.clicked.connect(self._copy)
        self.hide()

    def show_address(self, address: Address | None) -> None:
        """Show an address, or nothing where none is known."""
        self.address = address
        self.words.show_text(as_it_is(address.in_one_line) if address is not None else NOTHING)
        self.setVisible(address is not None)

    def _copy(self) -> None:
        """Put the lines for an envelope, telephone and e-mail into the clipboard."""
        if self.address is not None:
            QGuiApplication.clipboard().setText("\n".join((*self.address.letter_lines, *self.address.ways)))

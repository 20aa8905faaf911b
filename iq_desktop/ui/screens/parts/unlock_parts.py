"""What the unlock screen is made of: its ways in, the promises beside it, and the line for the recovery code."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.brand_side import BrandSide
from iq_desktop.ui.shell.password_line import label_for
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue


class Way(Enum):
    """The ways in; the third one opens behind the code."""

    PASSWORD = 0
    CODE = 1
    NEW_PASSWORD = 2


class CodeWay(QWidget):
    """Asks for the recovery code."""

    def __init__(self, parent: QWidget) -> None:
        """Build the line."""
        super().__init__(parent)
        self.code = QLineEdit(self)
        self.code.setObjectName("recovery_code")
        lines = lines_of(self)
        lines.addWidget(
            SpeakingLabel(say("The code stands on the recovery sheet in the safe of your centre."), "", self)
        )
        lines.addSpacing(STEP)
        lines.addWidget(label_for(say("Recovery code"), self.code, self))
        lines.addWidget(self.code)
        lines.addStretch(1)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for screen readers."""
        self.code.setAccessibleName(tongue.speak(say("Recovery code")))


def promises(parent: QWidget) -> BrandSide:
    """Return the side that says what the program promises."""
    side = BrandSide(parent)
    words = (
        say("Everything stays on this computer, encrypted."),
        say("Nothing is sent over a network."),
        say("What is marked as saved is saved."),
    )
    side.body.addWidget(SpeakingLabel(say("An hour of good counselling."), "side_title", side))
    side.body.addSpacing(STEP)
    for promise in words:
        side.body.addWidget(SpeakingLabel(promise, "side", side))
    side.body.addStretch(1)
    return side


def middle_of(languages: QWidget, card: QWidget) -> QVBoxLayout:
    """Return the middle of the screen: the languages at its edge, the card somewhat above its centre."""
    middle = QVBoxLayout()
    middle.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
    middle.addWidget(languages, 0, Qt.AlignmentFlag.AlignRight)
    middle.addStretch(2)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    middle.addLayout(row)
    middle.addStretch(3)
    return middle


def lines_of(way: QWidget) -> QVBoxLayout:
    """Return the close lines of a way in."""
    lines = QVBoxLayout(way)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(STEP // 2)
    return lines


def links_of(*buttons: QWidget) -> QVBoxLayout:
    """Return quiet buttons close below each other."""
    links = QVBoxLayout()
    links.setSpacing(0)
    for button in buttons:
        links.addWidget(button)
    return links

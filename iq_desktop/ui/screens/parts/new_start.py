"""After the recovery code: whose password it was, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.painted import ChoiceBox
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.new_password import NewPassword
from iq_desktop.ui.shell.password_line import label_for
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.usecases.ports import OfferedPassword
    from iq_desktop.wording.tongue import Tongue


class NewStart(QWidget):
    """The name, asked where there are several, and the new password; `entered` with the Return key at its end."""

    entered = Signal()

    def __init__(self, price: Callable[[str], Text], offer: Callable[[], OfferedPassword], parent: QWidget) -> None:
        """Build name and lines; `price` tells what a password is worth, `offer` draws one by lot."""
        super().__init__(parent)
        self._advisers: Sequence[Adviser] = ()
        self.who = ChoiceBox(self)
        self.who.setObjectName("new_start_adviser")
        self.who_label = label_for(say("Your name"), self.who, self)
        self.new = NewPassword(say("New password"), price, offer, self)
        self.new.entered.connect(self.entered)
        self.setFocusProxy(self.new)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP // 2)
        lines.addWidget(SpeakingLabel(say("The code is right. Please choose a new password now."), "", self))
        lines.addSpacing(STEP)
        lines.addWidget(self.who_label)
        lines.addWidget(self.who)
        lines.addSpacing(STEP)
        lines.addWidget(self.new)

    def show_advisers(self, advisers: Sequence[Adviser], chosen: str) -> None:
        """Offer the names, beginning with the one of an id."""
        self._advisers = advisers
        self.who.clear()
        self.who.addItems([adviser.name for adviser in advisers])
        self.who.setCurrentIndex([adviser.id for adviser in advisers].index(chosen))
        for part in (self.who_label, self.who):
            part.setVisible(len(advisers) > 1)

    @property
    def adviser_id(self) -> str:
        """Whose password it will be."""
        return self._advisers[self.who.currentIndex()].id

    def speak(self, tongue: Tongue) -> None:
        """Name the choice for screen readers."""
        self.who.setAccessibleName(tongue.speak(say("Your name")))

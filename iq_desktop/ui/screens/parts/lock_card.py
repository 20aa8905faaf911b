"""The card of leaving the desk: after how many minutes the program locks, and who may see the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.domain.centre import DeskSettings
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.cover import HIDE_KEY
from iq_desktop.ui.shell.keys import native_keys
from iq_desktop.ui.shell.password_line import label_for
from iq_desktop.ui.shell.pill_choice import PillChoice
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.wording.tongue import Tongue

MINUTES: Final = (1, 2, 5, 10, 15, 30)


class LockCard(Card):
    """Two answers; `chosen` carries the minutes, and whether the window is kept out of screenshots."""

    chosen = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card with the answers that count before any was given."""
        super().__init__(say("When you leave the desk"), parent)
        usual = DeskSettings()
        label = say("Lock after so long without a touch")
        options = [(str(count), say_count("{count} minute", "{count} minutes", count=count)) for count in MINUTES]
        self.minutes = PillChoice(label, options, str(usual.lock_after_minutes), self)
        self.hidden = Tick(say("Keep the window out of screenshots and shared screens"), self)
        self.hidden.setObjectName("hide_from_capture")
        part = QVBoxLayout()
        part.setSpacing(STEP // 2)
        part.addWidget(label_for(label, self.minutes, self))
        part.addWidget(self.minutes)
        self.add(part)
        self.add(
            SpeakingLabel(
                say(
                    "The program also locks with Windows, with the lid and when the laptop sleeps. "
                    "What you were typing is kept encrypted and is there again when you come back."
                ),
                "hint",
                self,
            )
        )
        self.keys = SpeakingLabel(NOTHING, "hint", self)
        self.add(self.keys)
        self.add(self.hidden)
        self.add(
            SpeakingLabel(
                say("Works on Windows. Switch it off only while somebody far away shall see your screen."), "hint", self
            )
        )
        self.show_settings(usual)
        self.minutes.chosen.connect(self._tell)
        self.hidden.clicked.connect(self._tell)

    def speak(self, _tongue: Tongue) -> None:
        """Name the keys as they are written on the keyboard."""
        self.keys.show_text(
            say(
                "{lock} locks at once. {hide} hides everything until you press it again; after a minute the program "
                "locks itself.",
                lock=native_keys("Ctrl+L"),
                hide=native_keys(HIDE_KEY),
            )
        )

    def show_settings(self, settings: DeskSettings) -> None:
        """Show what is set; never emits."""
        self._minutes = settings.lock_after_minutes
        self.minutes.show_choice(str(settings.lock_after_minutes))
        self.hidden.setChecked(settings.hide_from_capture)

    def _tell(self, answer: object) -> None:
        if isinstance(answer, str):
            self._minutes = int(answer)
        self.chosen.emit(self._minutes, self.hidden.isChecked())

"""That the vault is being opened: a sentence and a bar, which count where an older vault is brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.ui.kit.background import Background
    from iq_desktop.wording.tongue import Tongue


class OpeningProgress(QWidget):
    """Hidden until somebody waits; `begin` shows it, `hide` ends it."""

    def __init__(self, background: Background, parent: QWidget) -> None:
        """Build sentence and bar."""
        super().__init__(parent)
        self.sentence = SpeakingLabel(say("The vault is being opened."), "hint", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.sentence)
        lines.addWidget(self.bar)
        background.progressed.connect(self._tell_step)
        self.hide()

    def speak(self, tongue: Tongue) -> None:
        """Name the bar for screen readers."""
        self.bar.setAccessibleName(tongue.speak(say("The vault is being opened.")))

    def begin(self) -> None:
        """Show that it has begun; how far it is comes with the steps."""
        self.sentence.show_text(say("The vault is being opened."))
        self.bar.setRange(0, 0)
        self.show()

    def _tell_step(self, _job: object, done: int, total: int | None, text: Text) -> None:
        self.sentence.show_text(text)
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)

"""What the cover shows while the last backup is made before the program ends, and where it does not succeed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.wording.problems import IqError
    from iq_desktop.wording.tongue import Tongue


class CoverWork(QWidget):
    """How far the work is; `skip_wanted` ends the program without it, `retry_wanted` tries it again."""

    skip_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the hidden part."""
        super().__init__(parent)
        self.text = SpeakingLabel(NOTHING, "hint", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.banner = Banner(self)
        self.banner.close_button.hide()
        self.retry_button = SpeakingButton(say("Try again"), "primary", parent=self)
        self.skip_button = SpeakingButton(say("Quit without this backup"), "", parent=self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        for part in (self.text, self.bar, self.banner, self.retry_button, self.skip_button):
            lines.addWidget(part)
        self.retry_button.clicked.connect(self.retry_wanted)
        self.skip_button.clicked.connect(self.skip_wanted)
        self.hide()

    def speak(self, tongue: Tongue) -> None:
        """Name the bar for screen readers."""
        self.bar.setAccessibleName(tongue.speak(say("How far it is")))

    def show_begin(self) -> None:
        """Show that the work has begun."""
        self._show(is_working=True)
        self.text.show_text(NOTHING)
        self.bar.setRange(0, 0)

    def show_step(self, done: int, total: int | None, text: Text) -> None:
        """Show how far it is."""
        self.text.show_text(text)
        self.bar.setRange(0, total or 0)
        self.bar.setValue(min(done, total) if total else 0)

    def show_error(self, error: IqError) -> None:
        """Say why it did not succeed, and ask what to do."""
        self._show(is_working=False)
        self.banner.tell_error(error)
        self.retry_button.setFocus()

    def _show(self, *, is_working: bool) -> None:
        self.show()
        speak_part(self)
        for part in (self.text, self.bar):
            part.setVisible(is_working)
        self.banner.setVisible(not is_working)
        self.retry_button.setVisible(not is_working)

"""How far one piece of long work is, where it was begun, with a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.ui.kit.background import Background, Job
    from iq_desktop.wording.tongue import Tongue


class WorkStrip(QWidget):
    """Follows one job, hidden while there is none; `ended` carries whether somebody stopped it."""

    ended = Signal(bool)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        """Build the hidden strip and listen."""
        super().__init__(parent)
        self._job: Job | None = None
        self.text = SpeakingLabel(NOTHING, "hint", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop_button = SpeakingButton(say("Stop"), "", "close", self)
        words = QVBoxLayout()
        words.setSpacing(STEP // 2)
        words.addWidget(self.text)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addLayout(words, 1)
        row.addWidget(self.stop_button)
        self.stop_button.clicked.connect(self._stop)
        background.progressed.connect(self._step)
        background.ended.connect(self._end)
        self.hide()

    @property
    def is_following(self) -> bool:
        """Whether there is work to follow."""
        return self._job is not None

    def follow(self, job: Job) -> None:
        """Show how far a job is until it has ended."""
        self._job = job
        self.text.show_text(job.title)
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self.show()

    def speak(self, tongue: Tongue) -> None:
        """Name the bar for screen readers."""
        self.bar.setAccessibleName(tongue.speak(say("How far it is")))

    def _step(self, job: Job, done: int, total: int | None, text: Text) -> None:
        if job is self._job and not job.is_cancelled:
            self.text.show_text(text)
            self.bar.setRange(0, total or 0)
            self.bar.setValue(min(done, total) if total else 0)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.hide()
            self.ended.emit(job.is_cancelled)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.stop_button.setEnabled(False)
            self.text.show_text(say("Stopping …"))

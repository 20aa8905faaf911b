"""A strip that shows long work: what is done, how far it is, and how to stop it; short work never shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.ui.kit.background import Background, Job

PATIENCE: Final = 300
"""Milliseconds after which work counts as long."""


class ProgressStrip(QFrame):
    """Follows the long work of the background; hidden while there is none or it is done at once."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        """Build the strip and listen."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._job: Job | None = None
        self.text = SpeakingLabel(NOTHING, "", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.cancel = SpeakingButton(say("Cancel"), "", "close", self)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(self.text)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(2 * STEP)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        self._wait.timeout.connect(self.show)
        self.cancel.clicked.connect(self._cancel)
        background.started.connect(self._begin)
        background.progressed.connect(self._step)
        background.ended.connect(self._end)
        self.hide()

    def _begin(self, job: Job) -> None:
        if not job.is_long or job.is_quiet:
            return
        self._job = job
        self.text.show_text(job.title)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        tongue = find_tongue(self)
        if tongue is not None:
            self.bar.setAccessibleName(tongue.speak(job.title))
        self._wait.start()

    def _step(self, job: Job, done: int, total: int | None, text: Text) -> None:
        if job is not self._job:
            return
        self.text.show_text(text)
        self.bar.setRange(0, total or 0)
        self.bar.setValue(min(done, total) if total else 0)

    def _end(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        self._wait.stop()
        self.hide()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel.setEnabled(False)
            self.text.show_text(say("Stopping …"))

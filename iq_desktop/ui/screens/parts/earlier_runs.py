"""Runs whose instrument is not offered any more: they stay in sight, and open as long as their pack is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.talk_words import about_run
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.assessment import Run


class EarlierRuns(QWidget):
    """Lines under a heading; `chosen` carries the run of the line that was pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without runs, out of sight."""
        super().__init__(parent)
        self.setObjectName("earlier_runs")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, STEP, 0, 0)
        self._lines.setSpacing(0)
        heading = say("Answers to instruments that are not offered any more")
        self._lines.addWidget(SpeakingLabel(heading, "label", self))
        self.buttons: list[LineButton] = []
        self._runs: tuple[Run, ...] = ()
        self.hide()

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show runs, named by the code and version of their instrument, whose words may be gone."""
        self.setVisible(bool(runs))
        if self._runs == tuple(runs):
            return
        self._runs = tuple(runs)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._add(run) for run in runs]

    def _add(self, run: Run) -> LineButton:
        name = as_it_is(f"{run.instrument} {run.version}")
        button = LineButton(Line("figures", name, about_run(run), value=run), self)
        self._lines.addWidget(button)
        button.clicked.connect(self._tell)
        speak_part(button)
        return button

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, LineButton):
            self.chosen.emit(button.line.value)

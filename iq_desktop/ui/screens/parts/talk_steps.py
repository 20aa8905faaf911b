"""The parts of an instrument as a list to jump in: what is behind, what is asked now, what is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.talk_words import in_ours
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.domain.talk_progress import SectionProgress, TalkProgress


class TalkSteps(QWidget):
    """One line for each part that there is something to ask in; `chosen` carries its code."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without parts."""
        super().__init__(parent)
        self.buttons: dict[str, LineButton] = {}
        self._for: Instrument | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)

    def show_way(self, instrument: Instrument, progress: TalkProgress, language: str) -> None:
        """Show how far each part is, named in the adviser's language."""
        if self._for is not instrument:
            self._for = instrument
            self._build(instrument)
        for step in progress.sections:
            button = self.buttons[step.section]
            button.setVisible(step.total > 0)
            far = say("{done} of {total}", done=step.done, total=step.total)
            button.show_line(Line(_icon(step), in_ours(instrument, language, f"section.{step.section}"), far, NOTHING))

    def _build(self, instrument: Instrument) -> None:
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for section in instrument.sections:
            button = LineButton(Line("open", NOTHING, NOTHING, NOTHING), self)
            button.setObjectName(section.code)
            button.clicked.connect(self._tell)
            self.buttons[section.code] = button
            self._lines.addWidget(button)
            speak_part(button)

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, LineButton):
            self.chosen.emit(button.objectName())


def _icon(step: SectionProgress) -> str:
    if step.is_present:
        return "right"
    return "good" if step.is_done else "open"

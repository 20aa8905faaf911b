"""About which part of a case a document is, where there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.choice_card import ChoiceCard
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.documents.parts import CasePart


class PartChoice(QWidget):
    """One answer for each part, the first one chosen; hidden where there is nothing to choose."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without parts."""
        super().__init__(parent)
        self._parts: tuple[CasePart, ...] = ()
        self.answers: dict[str, ChoiceCard] = {}
        self._group = QButtonGroup(self)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, STEP, 0, 0)
        self._lines.setSpacing(STEP // 2)
        self._lines.addWidget(SpeakingLabel(say("What is it about?"), "label", self))
        self.hide()

    @property
    def part(self) -> str:
        """The identity of the chosen part; empty where there is none."""
        chosen = (part for part, card in self.answers.items() if card.isChecked())
        return next(chosen, self._parts[0].id if self._parts else "")

    def choose(self, part: str) -> None:
        """Choose a part by its identity, as if it was pressed; nothing happens for an unknown one."""
        card = self.answers.get(part)
        if card is not None and not card.isChecked():
            card.click()

    def show_parts(self, parts: Sequence[CasePart]) -> None:
        """Offer these parts; the one that was chosen stays so while it is among them."""
        if tuple(parts) == self._parts:
            return
        chosen = self.part
        for card in self.answers.values():
            self._group.removeButton(card)
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._parts = tuple(parts)
        self.answers = {part.id: ChoiceCard("right", part.words, NOTHING, self, is_brief=True) for part in parts}
        for part, card in self.answers.items():
            card.setObjectName(f"part_{part}")
            self._group.addButton(card)
            self._lines.addWidget(card)
            card.clicked.connect(self.chosen)
            speak_part(card)
        wanted = chosen if chosen in self.answers else next(iter(self.answers), "")
        if wanted:
            self.answers[wanted].setChecked(True)
        self.setVisible(len(parts) > 1)

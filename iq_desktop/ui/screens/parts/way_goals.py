"""To which occupation the ways lead: one answer out of the goals of a case, or the only one as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Pill
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.way import WayGoal


class WayGoals(QWidget):
    """The goals; `chosen` carries the code of one. `code` is the goal that is wanted, empty for the usual one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Build the part without goals."""
        super().__init__(parent)
        self.setObjectName("way_goals")
        self.code = ""
        self.pills: dict[str, Pill] = {}
        self.goal = SpeakingLabel(NOTHING, "strong", self)
        self._group = QButtonGroup(self)
        self._field = QWidget(self)
        self._flow = FlowLayout(self._field)
        policy = self._field.sizePolicy()
        policy.setHeightForWidth(True)
        self._field.setSizePolicy(policy)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP // 2)
        lines.addWidget(self.goal)
        lines.addWidget(self._field)

    def show_goals(self, all_goals: Sequence[WayGoal], goal: WayGoal) -> None:
        """Show the goals of a case and which one the ways lead to; never emits."""
        goals = {one.code: one.name for one in all_goals}
        if list(goals) != list(self.pills):
            self._build(goals)
        shown = goal.name
        self.goal.show_text(say("The aim: {goal}", goal=shown) if shown else say("No occupation is wished for yet."))
        self._field.setVisible(len(goals) > 1)
        if goal.code in self.pills:
            self.pills[goal.code].setChecked(True)

    def forget(self) -> None:
        """Lead to the usual goal again, as for another case."""
        self.code = ""

    def _build(self, goals: dict[str, str]) -> None:
        for pill in self.pills.values():
            self._group.removeButton(pill)
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self.pills = {code: Pill(as_it_is(name), self._field) for code, name in goals.items()}
        for code, pill in self.pills.items():
            pill.setObjectName(f"goal_{code}")
            self._group.addButton(pill)
            self._flow.addWidget(pill)
            pill.clicked.connect(self._choose)
            speak_part(pill)
            pill.show()

    def _choose(self) -> None:
        pill = self._group.checkedButton()
        code = next((code for code, one in self.pills.items() if one is pill), "")
        if code and code != self.code:
            self.code = code
            self.chosen.emit(code)

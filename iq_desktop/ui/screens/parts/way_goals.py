"""To which occupation the ways lead: one answer out of the goals of a case, or the only one as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from iq_desktop.ui.kit.painted import ChoiceBox
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.way import WayGoal
    from iq_desktop.wording.tongue import Tongue

_MOST: Final = 520
_LEAST: Final = 200


class WayGoals(QWidget):
    """The goals; `chosen` carries the code of one. `code` is the goal that is wanted, empty for the usual one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Build the part without goals."""
        super().__init__(parent)
        self.setObjectName("way_goals")
        self.code = ""
        self.goal = SpeakingLabel(NOTHING, "strong", self)
        self.label = SpeakingLabel(say("To which occupation?"), "label", self)
        self.about = ChoiceBox(self)
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.about.setMinimumContentsLength(12)
        measure_by_text(self.about, most_width=_MOST)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.goal)
        lines.addWidget(self.label)
        lines.addWidget(self.about)
        self.about.activated.connect(self._choose)

    def minimumSizeHint(self) -> QSize:
        """Return a narrow width: a long name is shortened in the box, and told whole by its tool tip."""
        return QSize(scaled(_LEAST), super().minimumSizeHint().height())

    def show_goals(self, goals: Sequence[WayGoal], goal: WayGoal) -> None:
        """Show the goals of a case and which one the ways lead to; never emits."""
        codes = [self.about.itemData(at) for at in range(self.about.count())]
        if codes != [one.code for one in goals]:
            self.about.clear()
            for one in goals:
                self.about.addItem(one.name, one.code)
                self.about.setItemData(self.about.count() - 1, one.name, Qt.ItemDataRole.ToolTipRole)
        self.about.setCurrentIndex(self.about.findData(goal.code))
        self.about.setToolTip(goal.name)
        for part in (self.label, self.about):
            part.setVisible(len(goals) > 1)
        self.goal.setVisible(len(goals) <= 1)
        none = say("No occupation is wished for yet. Mark one below, under “What fits”.")
        self.goal.show_text(say("The aim: {goal}", goal=goal.name) if goal.name else none)

    def forget(self) -> None:
        """Lead to the usual goal again, as for another case."""
        self.code = ""

    def speak(self, tongue: Tongue) -> None:
        """Name the box for screen readers."""
        self.about.setAccessibleName(tongue.speak(self.label.said))

    def _choose(self, at: int) -> None:
        code = str(self.about.itemData(at))
        if code != self.code:
            self.code = code
            self.chosen.emit(code)

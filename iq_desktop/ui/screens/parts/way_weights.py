"""What counts in the choice of a way: time, money, German, risk, three steps each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.domain.way_wish import Aim
from iq_desktop.domain.way_words import Importance
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.step_row import StepRow
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iq_desktop.domain.way import Weights
    from iq_desktop.wording.text import Text

AIMS: Final[Mapping[Aim, Text]] = {
    Aim.TIME: say("Be there soon"),
    Aim.MONEY: say("Pay little"),
    Aim.GERMAN: say("Less German first"),
    Aim.RISK: say("Be sure of it"),
}
_MARKS: Final[Mapping[Importance, str]] = {Importance.NONE: "–", Importance.SOME: "+", Importance.MUCH: "++"}

_LINE: Final = 300


class WayWeights(QWidget):
    """The four aims; `weighed` carries an aim and its weight from 0 to 2."""

    weighed = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the rows with the usual weights."""
        super().__init__(parent)
        self.setObjectName("way_weights")
        self.rows: dict[Aim, StepRow] = {}
        flow = FlowLayout(self, 4 * STEP, STEP // 2)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for aim, label in AIMS.items():
            flow.addWidget(self._line(aim, label))

    def _line(self, aim: Aim, label: Text) -> QWidget:
        line = QWidget(self)
        row = StepRow(aim.value, Importance, _MARKS.__getitem__, line, needs_answer=True)
        row.name_row(label)
        row.show_value(Importance.SOME)
        row.committed.connect(self._tell)
        self.rows[aim] = row
        words = SpeakingLabel(label, "", line)
        measure_by_text(line, least_width=_LINE)
        lines = QHBoxLayout(line)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        lines.addWidget(row)
        return line

    def put_cursor(self) -> None:
        """Put the cursor to the first aim."""
        self.rows[Aim.TIME].setFocus()

    def show_weights(self, weights: Weights) -> None:
        """Show how much each aim counts; never emits."""
        for aim, row in self.rows.items():
            row.show_value(Importance.of(str(getattr(weights, aim.value))))

    def _tell(self, value: Importance | None) -> None:
        row = self.sender()
        aim = next(aim for aim, each in self.rows.items() if each is row)
        self.weighed.emit(aim, int(value.value) if value is not None else int(Importance.SOME.value))

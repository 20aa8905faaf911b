"""Which columns the list of cases shows: one box to tick for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.case_columns import CASE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALWAYS: Final = ("name", "match")
"""The name is never hidden, how it was found comes and goes with the search."""


class ColumnChoice(QWidget):
    """The boxes; `chosen` carries the names of the columns in their order."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build a box for each column that can be hidden."""
        super().__init__(parent)
        self.setObjectName("column_choice")
        self.ticks = {column.name: Tick(column.title, self) for column in CASE_COLUMNS if column.name not in _ALWAYS}
        flow = FlowLayout(self, 3 * STEP, 0)
        for tick in self.ticks.values():
            flow.addWidget(tick)
            tick.clicked.connect(self._tell)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_columns(self, shown: Sequence[str]) -> None:
        """Tick the columns that are shown; never emits."""
        for name, tick in self.ticks.items():
            tick.setChecked(name in shown)

    def _tell(self) -> None:
        self.chosen.emit(("name", *(name for name, tick in self.ticks.items() if tick.isChecked())))

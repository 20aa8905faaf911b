"""The ways side by side: as many columns as have room, the same facts at the same height, the others on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.ui.screens.parts.way_column import WayColumn
from iq_desktop.wording.text import say, say_count

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.way import Plan
    from iq_desktop.domain.way_wish import WayKind

_COLUMN: Final = 268
"""The least width of a column, in pixels at the usual size of the text."""
_LEAST: Final = 232
_MOST: Final = 3
"""Ways that are shown before one asks for more, and columns beside each other."""


class WaysBoard(TightRow):
    """The columns; `chosen` and `looked_at` carry the kind of a way."""

    chosen = Signal(object)
    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without ways."""
        super().__init__(parent)
        self.setObjectName("ways_board")
        self.columns: dict[WayKind, WayColumn] = {}
        self._plan: Plan | None = None
        self._across = 0
        self.is_whole = False
        self._field = QWidget(self)
        self._grid = QGridLayout(self._field)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(0)
        self.more_button = SpeakingButton(say("Show all ways"), "plain", "down", self)
        self.more_button.clicked.connect(self._turn)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self._field)
        lines.addWidget(self.more_button)

    def show_plan(self, plan: Plan) -> None:
        """Show the ways of a plan, the best one first, the chosen one always; never emits."""
        before = tuple(self.columns)
        self._plan = plan
        shown = [way for at, way in enumerate(plan.ways) if self.is_whole or at < _MOST or way.kind is plan.chosen]
        kinds = [way.kind for way in shown]
        for kind in [kind for kind in self.columns if kind not in kinds]:
            self._drop(self.columns.pop(kind))
        self.columns = {kind: self.columns.get(kind) or self._make(kind) for kind in kinds}
        for way in shown:
            self.columns[way.kind].show_way(way, plan)
        self._name_more(len(plan.ways) - len(shown))
        if before != tuple(self.columns):
            self._place()

    def forget(self) -> None:
        """Show the first ways only, as for another case."""
        self.is_whole = False

    def minimumSizeHint(self) -> QSize:
        """Return the need of one column: the others can stand below it."""
        return QSize(scaled(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns beside or below each other."""
        super().resizeEvent(event)
        if self._across != self._room():
            self._place()

    def _room(self) -> int:
        return max(1, min(_MOST, (self.width() + 2 * STEP) // (scaled(_COLUMN) + 2 * STEP)))

    def _make(self, kind: WayKind) -> WayColumn:
        column = WayColumn(kind, self._field)
        column.chosen.connect(self.chosen)
        column.looked_at.connect(self.looked_at)
        for part in (column.frame, *column.parts):
            part.show()
            speak_part(part)
        return column

    def _drop(self, column: WayColumn) -> None:
        for part in (column.frame, *column.parts):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        column.deleteLater()

    def _place(self) -> None:
        """Lay the parts of all ways out in blocks of as many columns as have room."""
        self._across = self._room()
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        for number, column in enumerate(self.columns.values()):
            block, place = divmod(number, self._across)
            rows = len(column.parts) + 1
            top = block * rows
            self._grid.addWidget(column.frame, top, place, len(column.parts), 1)
            column.frame.lower()
            for row, part in enumerate(column.parts):
                self._grid.addWidget(part, top + row, place)
            self._grid.setRowMinimumHeight(top + rows - 1, 2 * STEP)
        for place in range(_MOST):
            self._grid.setColumnStretch(place, 1 if place < self._across else 0)
        self.updateGeometry()

    def _name_more(self, left: int) -> None:
        self.more_button.setVisible(left > 0 or self.is_whole)
        if left > 0:
            self.more_button.show_text(say_count("Show {count} more way", "Show {count} more ways", count=left))
        else:
            self.more_button.show_text(say("Show the best ways only"))
        self.more_button.show_icon("down" if left > 0 else "up")

    def _turn(self) -> None:
        self.is_whole = not self.is_whole
        if self._plan is not None:
            self.show_plan(self._plan)

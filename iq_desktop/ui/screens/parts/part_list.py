"""A card with a list of members of the case: heading, rows that unfold, and a button that adds one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.screens.parts.part_row import PartRow
    from iq_desktop.wording.text import Text


class PartList(Card):
    """The list; `wanted` when another member shall be added, `changed` and `removed` carry a member."""

    wanted = Signal()
    changed = Signal(object)
    removed = Signal(object)

    def __init__(
        self, heading: Text, hint: Text, act: Text, make: Callable[[Any, QWidget], PartRow], parent: QWidget
    ) -> None:
        """Build heading, empty list and button."""
        super().__init__(heading, parent, hint=hint)
        self._make = make
        self._problems: Mapping[str, Sequence[Problem]] = {}
        self.rows = RowList(self._make_row, self._show_row, self, gap=STEP)
        self.add_button = ShortButton(act, "", "plus", self)
        self.add(self.rows)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self.wanted)

    def show_parts(self, parts: Sequence[Any], problems: Mapping[str, Sequence[Problem]]) -> None:
        """Show the members with what is still open about each, by identity; never emits."""
        self._problems = problems
        self.rows.show_values(parts)
        self.rows.setVisible(bool(parts))

    def forget(self) -> None:
        """Drop every row: the next members belong to another case."""
        self.rows.show_values(())

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.rows.rows.values()):
            row.flush()

    def begin(self, part_id: str) -> None:
        """Unfold a row and put the cursor into it; nothing happens where it is not there."""
        row = self.rows.rows.get(part_id)
        if row is not None:
            row.begin()

    def _make_row(self, part: Any) -> PartRow:
        row = self._make(part, self.rows)
        row.changed.connect(self.changed)
        row.removed.connect(self.removed)
        return row

    def _show_row(self, row: PartRow, part: Any, _number: int) -> None:
        row.show_value(part, self._problems.get(part.id, ()))

"""A scale in one row: one small radio button per step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.exclusive import ExclusiveEditor
from iq_desktop.ui.kit.painted import StepButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.choice import Choice
    from iq_desktop.wording.text import Text


class StepRow(ExclusiveEditor):
    """One step out of a fixed list; arrow keys move, Delete or a second click takes the answer back."""

    def __init__(
        self,
        name: str,
        choices: type[Choice],
        mark_of: Callable[[Any], str],
        parent: QWidget | None = None,
        *,
        second: bool = False,
        needs_answer: bool = False,
    ) -> None:
        """Build the steps; `mark_of` says what is written on each, `second` paints them as the adviser's."""
        super().__init__(name, parent, needs_answer=needs_answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.steps: dict[Any, StepButton] = {}
        for choice in choices:
            step = StepButton(mark_of(choice), choice.label, self, second=second)
            self.steps[choice] = step
            row.addWidget(step)
            self.enter(choice, step)

    def name_row(self, name: Text) -> None:
        """Say what is rated, for screen readers."""
        for step in self.steps.values():
            step.name_row(name)

"""A scale in one row: one small radio button per step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.painted import StepButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from iq_desktop.domain.choice import Choice
    from iq_desktop.wording.text import Text


class StepRow(Editor):
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
        super().__init__(name, parent)
        self._needs_answer = needs_answer
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.steps: dict[Any, StepButton] = {}
        for choice in choices:
            step = StepButton(mark_of(choice), choice.label, self, second=second)
            step.clicked.connect(self._picked)
            self.steps[choice] = step
            row.addWidget(step)
        self.setFocusProxy(next(iter(self.steps.values())))

    def name_row(self, name: Text) -> None:
        """Say what is rated, for screen readers."""
        for step in self.steps.values():
            step.name_row(name)

    def name_for_readers(self, label: str) -> None:
        """Name the group."""
        self.setAccessibleName(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer back with Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._needs_answer:
            self._commit(None)
        else:
            super().keyPressEvent(event)

    def _display(self, value: Any) -> None:
        for choice, step in self.steps.items():
            step.setAutoExclusive(False)
            step.setChecked(choice is value)
        for step in self.steps.values():
            step.setAutoExclusive(True)

    def _picked(self) -> None:
        chosen = next((choice for choice, step in self.steps.items() if step.isChecked()), None)
        self._commit(None if chosen is self._value and not self._needs_answer else chosen)

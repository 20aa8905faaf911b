"""One answer out of buttons that stand side by side: what pills and steps have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from iq_desktop.ui.kit.editor import Editor

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget


class ExclusiveEditor(Editor):
    """At most one of its buttons is chosen; Delete, or a second click, takes the answer back where it is not needed."""

    def __init__(self, name: str, parent: QWidget | None = None, *, needs_answer: bool = False) -> None:
        """Begin without buttons; `enter` brings them."""
        super().__init__(name, parent)
        self._needs_answer = needs_answer
        self._buttons: dict[Any, QAbstractButton] = {}

    def enter(self, choice: object, button: QAbstractButton) -> None:
        """Take in the button of an answer; the first one gets the focus of the editor."""
        self._buttons[choice] = button
        button.clicked.connect(self._picked)
        if len(self._buttons) == 1:
            self.setFocusProxy(button)

    def name_for_readers(self, label: str) -> None:
        """Name the group; each button names its own answer."""
        self.setAccessibleName(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer back with Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._needs_answer:
            self._commit(None)
        else:
            super().keyPressEvent(event)

    def _display(self, value: Any) -> None:
        for choice, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(choice is value)
        for button in self._buttons.values():
            button.setAutoExclusive(True)

    def _picked(self) -> None:
        chosen = next((choice for choice, button in self._buttons.items() if button.isChecked()), None)
        self._commit(None if chosen is self._value and not self._needs_answer else chosen)

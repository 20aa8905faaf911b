"""The keys of the page, shown on demand over the window (F1) and gone with the next key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

EVERYWHERE = (
    ("Ctrl+1 … 4", say("Today, Cases, Courses, Settings")),
    ("Ctrl+N", say("New case")),
    ("Ctrl+F", say("Find a case")),
    ("Ctrl+L", say("Lock")),
    ("F1", say("These keys")),
)
IN_A_CASE = (
    ("Alt+1 … 8", say("The pages of the case")),
    ("Ctrl+Z", say("Undo")),
    ("Ctrl+Shift+Z", say("Redo")),
    ("Ctrl+P", say("Print: the page Documents")),
    ("Tab", say("Next field")),
)


class KeyHelp(QFrame):
    """A small card with keys and what they do."""

    def __init__(self, window: QWidget) -> None:
        """Build the hidden card."""
        super().__init__(window)
        self._window = window
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._names: dict[QLabel, str] = {}
        self._before: QWidget | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self._grid.setHorizontalSpacing(3 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.addWidget(SpeakingLabel(say("Keys"), "heading", self, wrap=False), 0, 0, 1, 2)
        self._in_case = [part for keys in IN_A_CASE for part in self._add(*keys)]
        for key, text in EVERYWHERE:
            self._add(key, text)
        self.hide()

    def show_keys(self, *, in_case: bool) -> None:
        """Show the keys in the middle of the window, those of a case where one is open."""
        self._before = self._window.focusWidget()
        for name, key in self._names.items():
            name.setText(_named(key))
        for part in self._in_case:
            part.setVisible(in_case)
        self.adjustSize()
        room = self._window.size()
        self.move((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Go away with any key, back to where one was."""
        if self._before is not None:
            self._before.setFocus()
        self.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away when something else is wanted."""
        super().focusOutEvent(event)
        self.hide()

    def _add(self, key: str, text: Text) -> Sequence[QWidget]:
        name = QLabel(self)
        self._names[name] = key
        name.setProperty("role", "strong")
        what = SpeakingLabel(text, "", self, wrap=False)
        row = self._grid.rowCount()
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(what, row, 1)
        return (name, what)


def _named(key: str) -> str:
    """Return keys as they are written on the keyboard: „Strg“ in German."""
    first, dots, last = key.partition(" … ")
    return QKeySequence(first).toString(QKeySequence.SequenceFormat.NativeText) + dots + last

"""The keys of the page that is open, shown on demand over the window (F1) and gone with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.key_cap import KeyCap
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from iq_desktop.ui.shell.key_rows import KeyGroup
    from iq_desktop.wording.tongue import Tongue

_SCROLLING: Final = {
    Qt.Key.Key_Down: 48,
    Qt.Key.Key_Up: -48,
    Qt.Key.Key_PageDown: 320,
    Qt.Key.Key_PageUp: -320,
}
"""Pixels by which a key scrolls where the window is low."""


class KeyHelp(QFrame):
    """A card with keys and what they do."""

    def __init__(self, window: QWidget) -> None:
        """Build the hidden card."""
        super().__init__(window)
        self.setObjectName("key_help")
        self._window = window
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before: QWidget | None = None
        self._groups: tuple[KeyGroup, ...] = ()
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = SpeakingLabel(say("Keys"), "heading", self, wrap=False)
        self.hint = SpeakingLabel(say("Esc closes this list."), "hint", self, wrap=False)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(3 * STEP, 2 * STEP, STEP, 2 * STEP)
        lines.setSpacing(STEP)
        lines.addWidget(self.title)
        lines.addWidget(self._area, 1)
        lines.addWidget(self.hint)
        self.hide()

    def speak(self, tongue: Tongue) -> None:
        """Name the card for screen readers."""
        self.setAccessibleName(tongue.speak(self.title.said))

    def show_keys(self, groups: Sequence[KeyGroup]) -> None:
        """Show keys in the middle of the window, two groups beside each other where there is room."""
        if not self.isVisible():
            self._before = self._window.focusWidget()
        self._groups = tuple(groups)
        inside = self._show_in(_halves(self._groups))
        if inside.sizeHint().width() > self._room().width():
            inside = self._show_in((self._groups,))
        self._place(inside)
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrow keys; go away with any other key, back to where one was."""
        step = _SCROLLING.get(Qt.Key(event.key()))
        bar = self._area.verticalScrollBar()
        if step is not None and bar.maximum():
            bar.setValue(bar.value() + step)
            return
        self.hide()
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away when something else is wanted."""
        super().focusOutEvent(event)
        self.hide()

    def _room(self) -> QSize:
        """Return how large the keys may be inside the card."""
        return self._window.size() - QSize(8 * STEP, 8 * STEP)

    def _show_in(self, columns: Sequence[Sequence[KeyGroup]]) -> QWidget:
        inside = self._make_inside(columns)
        self._area.setWidget(inside)
        speak_part(inside)
        layout = inside.layout()
        if layout is not None:
            layout.activate()  # the words came after the layout had measured
        return inside

    def _make_inside(self, beside: Sequence[Sequence[KeyGroup]]) -> QWidget:
        inside = QWidget(self._area)
        inside.setProperty("role", "page")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 2 * STEP, 0)
        columns.setSpacing(5 * STEP)
        for groups in beside:
            column = QVBoxLayout()
            column.setSpacing(2 * STEP)
            for group in groups:
                column.addLayout(_grid_of(group, inside))
            column.addStretch(1)
            columns.addLayout(column)
        return inside

    def _place(self, shown: QWidget) -> None:
        room = self._window.size()
        inside = shown.sizeHint()
        frame = self.title.sizeHint().height() + self.hint.sizeHint().height() + 6 * STEP
        bar = self._area.verticalScrollBar().sizeHint().width()
        width = min(inside.width() + bar + 5 * STEP, room.width() - 2 * STEP)
        height = min(inside.height() + frame + STEP, room.height() - 2 * STEP)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)


def _halves(groups: Sequence[KeyGroup]) -> tuple[Sequence[KeyGroup], Sequence[KeyGroup]]:
    """Return what stands left and what stands right: the last group, which is the longest, by itself."""
    return (groups[:-1], groups[-1:]) if len(groups) > 1 else (groups, ())


def _grid_of(group: KeyGroup, parent: QWidget) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * STEP)
    grid.setVerticalSpacing(STEP - 2)
    grid.addWidget(SpeakingLabel(group.heading, "label", parent, wrap=False), 0, 0, 1, 2)
    for number, row in enumerate(group.rows, start=1):
        grid.addWidget(KeyCap(row.keys, parent), number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(SpeakingLabel(row.text, "", parent, wrap=False), number, 1)
    grid.setColumnStretch(1, 1)
    return grid

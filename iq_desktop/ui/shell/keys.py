"""The keys of the window, and the way of Ctrl+Z between a line being typed and the case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_STEPS: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def bind_keys(window: QWidget, keys: Mapping[str, Callable[[], None]]) -> list[QShortcut]:
    """Bind keys (in Qt's portable form) to acts, and return the shortcuts, which the window owns."""
    shortcuts = []
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.activated.connect(act)
        shortcuts.append(shortcut)
    return shortcuts


def numbered(pattern: str, count: int, act: Callable[[int], None]) -> dict[str, Callable[[], None]]:
    """Return keys such as `Alt+1` to `Alt+8`, each bound to an act with its number from 0."""
    return {pattern.format(number + 1): partial(act, number) for number in range(count)}


class UndoWay(QObject):
    """Lets Ctrl+Z undo in a line only while something is being typed there; else it undoes in the case.

    A text field takes the key for itself even when it has nothing to undo, so the field with the focus is watched.
    """

    def __init__(self, parent: QObject) -> None:
        """Follow the focus."""
        super().__init__(parent)
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field without unsaved words from taking the key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_step = any(event.matches(step) for step in _STEPS)
            if is_step and not _is_being_typed(watched):
                event.ignore()
                return True
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and old is self._watched:
            old.removeEventFilter(self)
        self._watched = new if isinstance(new, QLineEdit | QTextEdit | QComboBox) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)


def _is_being_typed(field: QObject) -> bool:
    if isinstance(field, QComboBox):  # it has the focus for the line inside it
        line = field.lineEdit()
        return line is not None and _is_being_typed(line)
    if isinstance(field, QLineEdit):
        return field.isModified() and field.isUndoAvailable()
    return isinstance(field, QTextEdit) and field.document().isModified()

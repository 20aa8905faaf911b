"""The keys of the window, and their way past a line that is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_ARROWS: Final = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→"}
_STAND_IN: Final = "1"
_TO_AND_FRO: Final = frozenset({"F9", "F12"})
"""Keys that turn something to and fro: held, they turn once."""
_STEPS: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def bind_keys(window: QWidget, keys: Mapping[str, Callable[[], None]]) -> list[QShortcut]:
    """Bind keys (in Qt's portable form) to acts, and return the shortcuts, which the window owns."""
    shortcuts = []
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setAutoRepeat(key not in _TO_AND_FRO)
        shortcut.activated.connect(act)
        shortcuts.append(shortcut)
    return shortcuts


def native_keys(keys: str) -> str:
    """Return keys as they are written on the keyboard: “Strg+K” in German; also a row such as `Ctrl+1 … 4`."""
    first, dots, last = keys.partition(" … ")
    before, _, name = first.rpartition("+")
    if name in _ARROWS:  # Qt's own words for them stand on no keyboard
        first, last = f"{before}+{_STAND_IN}" if before else _STAND_IN, _ARROWS[name]
    words = QKeySequence(first).toString(QKeySequence.SequenceFormat.NativeText)
    return words.removesuffix(_STAND_IN) + last if name in _ARROWS else words + dots + last


class KeyWay(QObject):
    """Lets the window's keys reach the window from inside a text field, which would take some of them for itself.

    Ctrl+Z undoes in the line only while something is being typed there; else it undoes in the case.
    """

    def __init__(self, keys: Iterable[str], parent: QObject) -> None:
        """Follow the focus."""
        super().__init__(parent)
        self._keys = frozenset(QKeySequence(key) for key in keys)
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field from taking a key of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_step = any(event.matches(step) for step in _STEPS)
            is_ours = is_step or QKeySequence(event.keyCombination()) in self._keys
            if is_ours and not (is_step and _is_being_typed(watched)):
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

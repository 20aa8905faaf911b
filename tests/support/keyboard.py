"""An adviser who never touches the mouse: goes by Tab, chooses with arrows and Space, opens by name with Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QRadioButton, QWidget

if TYPE_CHECKING:
    from tests.support.journey import Office

_MOST: Final = 120
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_NONE: Final = Qt.KeyboardModifier.NoModifier


class MouseWatch(QObject):
    """Counts what a mouse does in an application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.events = 0
        self._app = app
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count, and let everything go on."""
        self.events += isinstance(event, QMouseEvent)
        return False

    def stop(self) -> None:
        """Count no more."""
        self._app.removeEventFilter(self)


class Keyboard:
    """Works in an office by keys alone; raises AssertionError where Tab does not come to what is looked for."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the focus is, and wait for what follows."""
        QTest.keyClick(QApplication.activePopupWidget() or self._focus(), key, modifiers)
        self.office.at_work.settle()

    def write(self, words: str) -> None:
        """Type where the cursor is."""
        self.office.at_work.write(words)
        self.office.at_work.settle()

    def open_by_name(self, words: str) -> None:
        """Find something by its name and open it."""
        self.press(Qt.Key.Key_K, CTRL)
        self.write(words)
        self.press(Qt.Key.Key_Return)

    def go_to(self, name: str) -> QWidget:
        """Press Tab until the focus is where a screen reader says this name, or at an answer inside it."""
        for _ in range(_MOST):
            if self._is_at(name):
                return self._focus()
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to “{name}”")

    def fill(self, name: str, words: str) -> None:
        """Go to a field, type, and leave it."""
        self.go_to(name)
        self.press(Qt.Key.Key_A, CTRL)
        self.write(words)
        self.press(Qt.Key.Key_Tab)

    def choose(self, name: str, answer: str) -> None:
        """Go to a field and choose one of its answers."""
        focus = self.go_to(name)
        if isinstance(focus, QComboBox) and not focus.isEditable():
            self.press(Qt.Key.Key_Home)
            for _ in range(focus.count()):
                if focus.currentText() == answer:
                    break
                self.press(Qt.Key.Key_Down)
            assert focus.currentText() == answer
            self.press(Qt.Key.Key_Tab)
            return
        for _ in range(_MOST):
            button = self._focus()
            assert isinstance(button, QAbstractButton), f"no answer “{answer}” to “{name}”"
            if button.accessibleName() == answer:
                self.press(Qt.Key.Key_Space)
                return
            self.press(Qt.Key.Key_Right if isinstance(button, QRadioButton) else Qt.Key.Key_Tab)

    def push(self, name: str) -> None:
        """Go to a button and push it."""
        self.go_to(name)
        self.press(Qt.Key.Key_Return)

    def _focus(self) -> QWidget:
        focus: QWidget | None = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def _is_at(self, name: str) -> bool:
        part: QObject | None = self._focus()
        while isinstance(part, QWidget) and not part.isWindow():
            if part.accessibleName() == name:
                return True
            part = part.parent()
        return False

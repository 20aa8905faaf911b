"""The places of the client's pane: over the whole main window (the turned screen), or on a second screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout, QWidget

from iq_desktop.ui.client_view.geometry import factors_up_to
from iq_desktop.ui.client_view.leaving import LeavingCorner
from iq_desktop.ui.client_view.question_pane import QuestionPane
from iq_desktop.ui.kit.sizes import text_factor

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen

NEUTRAL_TITLE: Final = "IQ Desktop"


class ClientPlace(QFrame):
    """The pane with the corner that leads back; `left` when the adviser takes the screen back."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None, flags: Qt.WindowType = Qt.WindowType.Widget) -> None:
        """Build an empty pane with its corner."""
        super().__init__(parent, flags)
        self.setObjectName("client_place")
        self.setProperty("role", "cover")
        self.setAutoFillBackground(True)
        self.setAccessibleName(NEUTRAL_TITLE)
        self.pane = QuestionPane(factors_up_to(text_factor()), self)
        self.corner = LeavingCorner(self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.pane)
        self.corner.left.connect(self.left)

    def fit_text(self) -> None:
        """Write as large as the adviser has chosen for the program, where there is room."""
        self.pane.choose_factors(factors_up_to(text_factor()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corner where nobody touches by chance: at the upper edge, in the middle of nothing."""
        super().resizeEvent(event)
        self.corner.move(2, 2)
        self.corner.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take number keys as answers and a held key as the way back; every other key ends here."""
        if not self.corner.take_press(event):
            self.pane.take_key(event)
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop counting where the key was let go."""
        self.corner.take_release(event)
        event.accept()


class TurnedScreen(ClientPlace):
    """Lies over the main window, of which nothing else is there meanwhile: no name, no number, no key but a few."""

    def __init__(self, window: QMainWindow, kept_keys: frozenset[str]) -> None:
        """Build the hidden place; `kept_keys` go on working (the key that hides everything, the lock)."""
        super().__init__(window)
        self._window = window
        self._kept = frozenset(QKeySequence(key) for key in kept_keys)
        self._hidden: list[QWidget] = []
        self._silent: list[QShortcut] = []
        self._title, self._was_full = "", False
        self._focus: QWidget | None = None
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Cover the window, and let it fill the screen."""
        if not self.isHidden():
            return
        window = self._window
        self._title, self._was_full = window.windowTitle(), window.isFullScreen()
        self._focus = window.focusWidget()
        window.setWindowTitle(NEUTRAL_TITLE)
        self._silent = [
            one for one in window.findChildren(QShortcut) if one.isEnabled() and one.key() not in self._kept
        ]
        for shortcut in self._silent:
            shortcut.setEnabled(False)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        parts = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._hidden = [part for part in parts if part is not self and not part.isWindow() and not part.isHidden()]
        for part in self._hidden:
            part.hide()
        if not self._was_full:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self.setFocus()

    def close_again(self) -> None:
        """Show the window again as it was."""
        if self.isHidden():
            return
        self.corner.stop()
        self.hide()
        for part in self._hidden:
            part.show()
        for shortcut in self._silent:
            shortcut.setEnabled(True)
        self._hidden, self._silent = [], []
        self._window.setWindowTitle(self._title)
        if not self._was_full:
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        if self._focus is not None:
            self._focus.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window and not self.isHidden():
            self.setGeometry(self._window.rect())
        return False


class SecondScreen(ClientPlace):
    """A window of its own for a screen that is turned to the client."""

    def __init__(self, window: QMainWindow) -> None:
        """Build the hidden window; it belongs to the main window and ends with it."""
        super().__init__(window, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(NEUTRAL_TITLE)

    def open_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setGeometry(screen.geometry())
        self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave closing to the adviser: whoever closes it by the system's means takes it back."""
        event.ignore()
        self.left.emit()

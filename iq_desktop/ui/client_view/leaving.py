"""How the adviser takes the turned screen back: a corner or a key, held for a moment, which no stray touch does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from iq_desktop.wording.tongue import Tongue

HOLD: Final = 800
"""Milliseconds for which corner or key are held."""
LEAVING_WORDS: Final[Text] = say("Hold to go back to the adviser's screen (F9)")
_GAP: Final = 60
"""Milliseconds between letting go and pressing again that count as holding: some systems repeat a held key so."""
_SIZE: Final = 44
_ICON: Final = 20
_BEAT: Final = 40
_KEYS: Final = (Qt.Key.Key_F9, Qt.Key.Key_Escape)


class LeavingCorner(QAbstractButton):
    """A quiet corner; `left` is emitted when it, F9 or Esc was held long enough. A ring shows how long still."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the corner, of which screen readers say what it does."""
        super().__init__(parent)
        self.setObjectName("leave")
        self.setFixedSize(_SIZE, _SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._share = 0.0
        self._patience = QTimer(self, singleShot=True, interval=HOLD)
        self._patience.timeout.connect(self._leave)
        self._letting_go = QTimer(self, singleShot=True, interval=_GAP)
        self._letting_go.timeout.connect(self.stop)
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._turn)
        self.pressed.connect(self.begin)
        self.released.connect(self.stop)

    def speak(self, tongue: Tongue) -> None:
        """Name the corner for the adviser."""
        self.setAccessibleName(tongue.speak(LEAVING_WORDS))

    @property
    def is_held(self) -> bool:
        """Whether corner or key are being held."""
        return self._patience.isActive() and not self._letting_go.isActive()

    def begin(self) -> None:
        """Begin to count."""
        if not self._patience.isActive():
            self._share = 0.0
            self._patience.start()
            self._beat.start()

    def stop(self) -> None:
        """Count no more: it was let go too early."""
        self._patience.stop()
        self._letting_go.stop()
        self._beat.stop()
        self._share = 0.0
        self.update()

    def take_press(self, event: QKeyEvent) -> bool:
        """Begin to count where a key was pressed that leads back; returns whether it was one."""
        if event.key() not in _KEYS:
            return False
        if not event.isAutoRepeat():
            self._letting_go.stop()
            self.begin()
        return True

    def take_release(self, event: QKeyEvent) -> bool:
        """Count no more where such a key was let go; returns whether it was one."""
        if event.key() not in _KEYS:
            return False
        if not event.isAutoRepeat():
            self._letting_go.start()
        return True

    def sizeHint(self) -> QSize:
        """Return the size of the corner."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a small lock, and a ring that closes while it is held."""
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if self.is_held:
            painter.setPen(QPen(QColor(colours.accent), 3))
            painter.drawArc(box, 90 * 16, -round(self._share * 360 * 16))
        paint_icon(painter, "turn_screen", colours.muted, QPoint((_SIZE - _ICON) // 2, (_SIZE - _ICON) // 2), _ICON)
        painter.end()

    def _turn(self) -> None:
        self._share = min(self._share + _BEAT / HOLD, 1.0)
        self.update()

    def _leave(self) -> None:
        is_held = not self._letting_go.isActive()
        self.stop()
        if is_held:
            self.left.emit()

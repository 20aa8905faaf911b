"""A key as it stands on the keyboard, in a small frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLabel, QWidget

from iq_desktop.ui.kit.sizes import small_font
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.ui.shell.keys import native_keys

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.wording.tongue import Tongue


class KeyCap(QLabel):
    """Keys in Qt's portable form, shown as they are called in the language of the desk."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        """Keep the keys until they are spoken."""
        super().__init__(parent)
        self._keys = keys
        self.setFont(small_font(self.font()))
        self.setContentsMargins(8, 3, 8, 3)

    def speak(self, _tongue: Tongue) -> None:
        """Show the keys in a tongue; Qt knows their names."""
        self.setText(native_keys(self._keys))

    def sizeHint(self) -> QSize:
        """Return the size of the words with the frame around them."""
        return super().sizeHint() + QSize(2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the words."""
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.outline), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()
        super().paintEvent(event)

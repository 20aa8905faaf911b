"""How a place of a narrow rail is painted: a tile with the icon above the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from iq_desktop.ui.kit.fonts import SMALL
from iq_desktop.ui.kit.icons import ICON_SIZE, paint_icon
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP, colours_now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

_WIDTH: Final = 96
_MOST: Final = 1.3
"""Names grow by this at most: the icon above them grows on."""


def tile_size() -> QSize:
    """Return the size of a tile for the present size of the text."""
    words = QFontMetrics(_largest(QFont()))
    width = round(_WIDTH * min(scaled(SMALL) / SMALL, _MOST))
    return QSize(width, STEP + scaled(ICON_SIZE) + 2 + words.height() + STEP // 2)


def paint_tile(button: QPushButton, icon: str) -> None:
    """Paint ground, focus, icon and name; a name that is too long is set smaller, then shortened."""
    painter, colours = QPainter(button), colours_now()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_on = button.isChecked()
    if is_on or button.underMouse():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.side_chosen))
        painter.drawRoundedRect(QRectF(button.rect()), 8, 8)
    if button.hasFocus():
        painter.setPen(QPen(QColor(colours.side_text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 8, 8)
    colour, size = colours.side_strong if is_on else colours.side_text, scaled(ICON_SIZE)
    paint_icon(painter, icon, colour, QPoint((button.width() - size) // 2, STEP), size)
    font = _fitting(button.font(), button.text(), button.width() - STEP)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    words = QFontMetrics(font).elidedText(button.text(), Qt.TextElideMode.ElideRight, button.width() - STEP // 2)
    room = QRect(0, STEP + size + 2, button.width(), button.height() - STEP - size - 2)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), words)
    painter.end()


def _largest(font: QFont) -> QFont:
    other = QFont(font)
    other.setPixelSize(round(SMALL * min(scaled(SMALL) / SMALL, _MOST)))
    return other


def _fitting(font: QFont, words: str, width: int) -> QFont:
    """Return the largest font in which words have room, never smaller than small words usually are."""
    other = _largest(font)
    while other.pixelSize() > SMALL and QFontMetrics(other).horizontalAdvance(words) > width:
        other.setPixelSize(other.pixelSize() - 1)
    return other

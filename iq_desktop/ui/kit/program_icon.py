"""The icon of the program: two people at one desk, drawn in every size that systems ask for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from iq_desktop.ui.kit.colours import LIGHT

_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
_SHAPE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
    f'<rect width="64" height="64" rx="14" fill="{LIGHT.accent}"/>'
    '<g fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">'
    '<circle cx="21" cy="21" r="6.500"/><circle cx="43" cy="21" r="6.500"/>'
    '<path d="M10.500 42c0-6.500 4.500-10 10.500-10s8.500 2 11 5c2.500-3 5-5 11-5s10.500 3.500 10.500 10"/>'
    '<path d="M10 51.500h44"/></g></svg>'
)


def program_icon() -> QIcon:
    """Return the icon."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(draw_program_icon(size))
    return icon


def draw_program_icon(size: int) -> QPixmap:
    """Return the icon as a picture, `size` pixels wide and high."""
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_SHAPE.encode())).render(painter)
    painter.end()
    return picture

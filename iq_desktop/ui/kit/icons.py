"""Icons in the colour of a role, sharp on every screen, drawn once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from iq_desktop.ui.kit.icon_shapes import SHAPES

ICON_SIZE: Final = 20


def icon_of(name: str, colour: str, faded: str = "", size: int = ICON_SIZE, gap: int = 0) -> QIcon:
    """Return an icon in a colour, and in the faded one while its widget is disabled; raises KeyError.

    Holds pictures for 100 % and 200 % scale; `gap` keeps words at a distance, which Qt's buttons do not.
    """
    icon = QIcon()
    for ratio in (1, 2):
        icon.addPixmap(picture_of(name, colour, size, ratio, gap))
        if faded:
            icon.addPixmap(picture_of(name, faded, size, ratio, gap), QIcon.Mode.Disabled)
    return icon


def picture_of(name: str, colour: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    """Return an icon as a picture of `size` points at `ratio` pixels each, kept in Qt's picture cache."""
    key = f"iq-icon-{name}-{colour}-{size}-{ratio}-{gap}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    stroke = 'fill="none" stroke-width="1.900" stroke-linecap="round" stroke-linejoin="round"'
    source = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" {stroke} stroke="{colour}">'
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(f'{source}<path d="{SHAPES[name]}"/></svg>'.encode())).render(
        painter, QRectF(0, 0, size * ratio, size * ratio)
    )
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


def paint_icon(painter: QPainter, name: str, colour: str, at: QPoint, size: int = ICON_SIZE) -> None:
    """Paint an icon with its upper left corner at a point."""
    painter.drawPixmap(at, picture_of(name, colour, size, painter.device().devicePixelRatio()))

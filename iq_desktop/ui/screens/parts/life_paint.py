"""How the line of life is painted: the years, the times without words, the bars with what is sure of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPen

from iq_desktop.domain.biography import LifeKind
from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled, small_font, text_factor
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.ui.screens.parts.life_shape import AXIS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainter

    from iq_desktop.domain.life_line import LifeLine
    from iq_desktop.ui.screens.parts.life_shape import Box, Scale

ICONS: Final[Mapping[LifeKind, str]] = {
    LifeKind.SCHOOL: "courses",
    LifeKind.TRAINING: "qualification",
    LifeKind.WORK: "work",
    LifeKind.FAMILY: "today",
    LifeKind.VOLUNTEER: "star",
    LifeKind.JOURNEY: "route",
    LifeKind.COURSE: "papers",
    LifeKind.OTHER: "more",
}
_ROLES: Final[Mapping[LifeKind, tuple[str, str]]] = {
    LifeKind.SCHOOL: ("accent_soft", "accent"),
    LifeKind.TRAINING: ("accent_soft", "accent"),
    LifeKind.COURSE: ("accent_soft", "accent"),
    LifeKind.WORK: ("good_soft", "good"),
    LifeKind.VOLUNTEER: ("good_soft", "good"),
    LifeKind.FAMILY: ("raised", "text"),
    LifeKind.JOURNEY: ("raised", "muted"),
    LifeKind.OTHER: ("raised", "muted"),
}
"""Ground and ink of each kind; icon and words say it as well."""
_ICON: Final = 18


def paint_life(
    painter: QPainter,
    line: LifeLine,
    scale: Scale,
    boxes: Sequence[Box],
    titles: Mapping[str, str],
    current: str,
    font: QFont,
) -> None:
    """Paint the whole picture; `titles` are the names of the bars by identity, `current` the bar with the focus."""
    bottom = max((box.y + box.height for box in boxes), default=scaled(AXIS * 2)) + 4
    _paint_years(painter, scale, bottom, font)
    for gap in line.gaps:
        _paint_gap(painter, QRectF(scale.x_of(gap.start), scaled(AXIS), 0, bottom - scaled(AXIS)), scale.x_of(gap.end))
    rooms = _rooms_beside(boxes, scale.width)
    for box in boxes:
        _paint_bar(painter, box, titles.get(box.bar.id, ""), font, rooms[box.bar.id])
        if box.bar.id == current:
            painter.setPen(QPen(QColor(colours_now().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box.x - 2, box.y - 2, box.width + 4, box.height + 4), 8, 8)


def _paint_years(painter: QPainter, scale: Scale, bottom: float, font: QFont) -> None:
    colours = colours_now()
    painter.setFont(small_font(font))
    height = scaled(AXIS) - 8
    for year in scale.years(text_factor()):
        x = scale.x_of(dt.date(year, 1, 1))
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(QPointF(x, scaled(AXIS) - 4), QPointF(x, bottom))
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(x + 3, 0, 100, height), int(Qt.AlignmentFlag.AlignVCenter), str(year))


def _paint_gap(painter: QPainter, room: QRectF, right: float) -> None:
    room.setRight(right)
    painter.setPen(QPen(QColor(colours_now().warn), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(colours_now().warn_soft))
    painter.drawRoundedRect(room, 6, 6)


def _paint_bar(painter: QPainter, box: Box, title: str, font: QFont, rooms: tuple[float, float]) -> None:
    colours = colours_now()
    ground, ink = (colours.of(role) for role in _ROLES[box.bar.kind])
    whole = QRectF(box.x, box.y, box.width, box.height)
    style = Qt.PenStyle.DashLine if box.bar.is_open else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(ink), 1, style))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(whole, 6, 6)
    foot = scaled(4)
    sure = QRectF(box.sure_left, box.y + box.height - foot, box.sure_right - box.sure_left, foot)
    painter.fillRect(sure, QColor(ink))
    _write_title(painter, box, title, font, rooms, ink)


def _write_title(painter: QPainter, box: Box, title: str, font: QFont, rooms: tuple[float, float], ink: str) -> None:
    """Write the name into the bar, or behind or before it where it has more room there."""
    painter.setFont(font)
    icon, pad = scaled(_ICON), scaled(6)
    if box.width >= icon + pad:
        top = box.y + (box.height - icon) / 2 - scaled(2)
        paint_icon(painter, ICONS[box.bar.kind], ink, QPointF(box.x + pad, top).toPoint(), icon)
    wanted = painter.fontMetrics().horizontalAdvance(title) + 1
    x, room = _place_of_title(box, wanted, rooms)
    if room <= scaled(_ICON):
        return
    painter.setPen(QColor(colours_now().text))
    words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(QRectF(x, box.y, room, box.height - scaled(4)), int(Qt.AlignmentFlag.AlignVCenter), words)


def _place_of_title(box: Box, wanted: float, rooms: tuple[float, float]) -> tuple[float, float]:
    """Return where a name begins and how much room it has there: inside its bar, behind it, or before it."""
    pad, icon = scaled(6), scaled(_ICON)
    inside, behind, before = box.width - icon - 3 * pad, rooms[1] - 2 * pad, rooms[0] - 2 * pad
    if inside >= min(wanted, max(behind, before)):
        return box.x + 2 * pad + icon, inside
    if behind >= min(wanted, before):
        return box.x + box.width + pad, behind
    room = min(wanted, before)
    return box.x - pad - room, room


def _rooms_beside(boxes: Sequence[Box], width: float) -> dict[str, tuple[float, float]]:
    """Return how much room each bar has in its lane before and behind it."""
    found: dict[str, tuple[float, float]] = {}
    for box in boxes:
        lane = [other for other in boxes if other.bar.lane == box.bar.lane and other is not box]
        end = box.x + box.width
        before = max((other.x + other.width for other in lane if other.x < box.x), default=0.0)
        behind = min((other.x for other in lane if other.x > box.x), default=width)
        found[box.bar.id] = (box.x - before, behind - end)
    return found

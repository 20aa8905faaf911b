"""How the calendar of a way is painted: months, today, the hoped-for day, the steps with what is sure of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainterPath, QPen

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.ui.screens.parts.way_shape import AXIS, FOOT, TITLE, title_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from iq_desktop.ui.screens.parts.way_shape import MonthScale, WayBox, WayLine

_ICON: Final = 18
_GAP: Final = 6
_ROUND: Final = 6
_HATCH: Final = 7
_LINE: Final = 2.0
_BEYOND: Final = 20
_ROW: Final = 20
"""How high a row of names of months or years is, in pixels at the usual size of the text."""


@dataclass(frozen=True, slots=True)
class WaySpoken:
    """What is written on the picture: titles by the codes of the steps, names of months, and of the two lines."""

    titles: Mapping[str, str]
    months: Mapping[dt.date, str]
    today: str
    hoped: str


def paint_way(
    painter: QPainter,
    line: WayLine,
    scale: MonthScale,
    boxes: Sequence[WayBox],
    spoken: WaySpoken,
    current: str,
    font: QFont,
) -> None:
    """Paint the whole picture; `current` is the step with the focus, empty for none."""
    bottom = max((box.y + box.height for box in boxes), default=scaled(2 * AXIS)) + scaled(FOOT)
    _paint_months(painter, scale, bottom, spoken, font)
    painter.setFont(small_font(font))
    taken = _paint_day(painter, line.today, scale, bottom, spoken.today, "text", (0.0, 0.0))
    if line.hoped is not None:
        _paint_day(painter, line.hoped, scale, bottom, spoken.hoped, "good", taken)
    for box in boxes:
        _paint_bar(painter, box, is_mirrored=scale.is_mirrored)
        _write_title(painter, box, spoken.titles.get(box.bar.code, ""), scale, font)
        if box.bar.code == current:
            painter.setPen(QPen(QColor(colours_now().text), _LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box.x - 3, box.y - 3, box.width + 6, box.height + 6), _ROUND + 3, _ROUND + 3)


def _paint_months(painter: QPainter, scale: MonthScale, bottom: float, spoken: WaySpoken, font: QFont) -> None:
    colours, small = colours_now(), small_font(font)
    painter.setFont(small)
    top = scaled(AXIS)
    names = {day: painter.fontMetrics().horizontalAdvance(words) for day, words in spoken.months.items()}
    for day in scale.marks(max(names.values(), default=0) + scaled(2 * _GAP)):
        x = scale.x_of(day)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(QLineF(x, top - scaled(4), x, bottom))
        painter.setPen(QColor(colours.muted))
        _write_at(painter, spoken.months.get(day, ""), x, scaled(_ROW) + 2, scale)
    bold = QFont(small)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    for day in scale.years():
        x = scale.x_of(day)
        if day.month == 1 and day != scale.first:
            painter.setPen(QPen(QColor(colours.outline), 1))
            painter.drawLine(QLineF(x, 0, x, bottom))
        painter.setPen(QColor(colours.text))
        _write_at(painter, str(day.year), x, 0, scale)


def _write_at(painter: QPainter, words: str, x: float, y: float, scale: MonthScale) -> None:
    """Write a name behind its line, in the direction of reading, where it has room before the edge."""
    wide, pad = painter.fontMetrics().horizontalAdvance(words), scaled(4)
    left = x - pad - wide if scale.is_mirrored else x + pad
    if left >= 0 and left + wide <= scale.width:
        room = QRectF(left, y, wide + 2, scaled(_ROW))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)


def _paint_day(
    painter: QPainter,
    day: dt.date,
    scale: MonthScale,
    bottom: float,
    words: str,
    role: str,
    taken: tuple[float, float],
) -> tuple[float, float]:
    """Paint a line for a day, with its name at the foot beside what is taken there; returns from where to where."""
    ink = QColor(colours_now().of(role))
    style = Qt.PenStyle.SolidLine if role == "text" else Qt.PenStyle.DashLine
    x, gap = scale.x_of(day), scaled(_GAP)
    painter.setPen(QPen(ink, _LINE, style))
    painter.drawLine(QLineF(x, scaled(AXIS) - scaled(4), x, bottom))
    wide = painter.fontMetrics().horizontalAdvance(words) + 2
    left = max(0.0, min(x - wide / 2, scale.width - wide))
    if left < taken[1] + gap and left + wide > taken[0] - gap:
        left = taken[1] + gap if taken[1] + gap + wide <= scale.width else taken[0] - gap - wide
    painter.setPen(ink)
    painter.drawText(QRectF(left, bottom + 2, wide, scaled(_ROW)), int(Qt.AlignmentFlag.AlignCenter), words)
    return left, left + wide


def _paint_bar(painter: QPainter, box: WayBox, *, is_mirrored: bool) -> None:
    """Paint a bar: full where it lasts in any case, dashed as long as it may last; a period of the law is hatched."""
    colours = colours_now()
    ground, ink = ("warn_soft", "warn") if box.bar.is_clock else ("accent_soft", "accent")
    whole = QRectF(box.x, box.y, box.width, box.height)
    painter.setPen(QPen(QColor(colours.of(ink)), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(colours.surface))
    painter.save()
    if box.goes_on:  # its end is not seen: it leaves the picture
        painter.setClipRect(whole.adjusted(-1, -1, 1, 1))
        whole.adjust(-_BEYOND if is_mirrored else 0, 0, 0 if is_mirrored else _BEYOND, 0)
    painter.drawRoundedRect(whole, _ROUND, _ROUND)
    painter.restore()
    sure = QRectF(box.sure_left, box.y, max(box.sure_right - box.sure_left, 2), box.height)
    style = Qt.PenStyle.SolidLine if box.bar.is_settled else Qt.PenStyle.DashLine
    painter.setPen(QPen(QColor(colours.of(ink)), 1.4, style))
    painter.setBrush(QColor(colours.of(ground)))
    painter.drawRoundedRect(sure, _ROUND, _ROUND)
    if box.bar.is_clock:
        _hatch(painter, sure, colours.of(ink))
    if box.bar.not_before is not None:
        size = scaled(_ICON)
        left = box.x + box.width - size - scaled(2) if is_mirrored else box.x + scaled(2)
        at = QPointF(left, box.y + (box.height - size) / 2)
        if box.width >= size + scaled(4):
            paint_icon(painter, "pin", colours.text, at.toPoint(), size)


def _write_title(painter: QPainter, box: WayBox, title: str, scale: MonthScale, font: QFont) -> None:
    """Write icon and name above the bar, moved in where it would leave the picture; never over another bar."""
    colours = colours_now()
    painter.setFont(font)
    icon, gap = scaled(_ICON), scaled(_GAP)
    wanted = QFontMetrics(font).horizontalAdvance(title) + 2 + icon + gap
    x, room = title_place(box, wanted, scale.width, is_mirrored=scale.is_mirrored)
    top = box.y - scaled(TITLE)
    ground = QRectF(x, top, room, scaled(TITLE) - 1)
    painter.fillRect(ground, QColor(colours.surface))
    words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room - icon - gap))
    left = x + room - icon if scale.is_mirrored else x
    paint_icon(painter, box.bar.icon, colours.muted, QPointF(left, top + (scaled(TITLE) - icon) / 2).toPoint(), icon)
    painter.setPen(QColor(colours.text))
    place = QRectF(x if scale.is_mirrored else x + icon + gap, top, room - icon - gap, scaled(TITLE))
    side = Qt.AlignmentFlag.AlignRight if scale.is_mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | side), words)


def _hatch(painter: QPainter, room: QRectF, colour: str) -> None:
    """Draw slanting lines over a bar."""
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(room, _ROUND, _ROUND)
    painter.setClipPath(shape)
    painter.setPen(QPen(QColor(colour), 1.3))
    at = room.left() - room.height()
    while at < room.right():
        painter.drawLine(QLineF(at, room.bottom(), at + room.height(), room.top()))
        at += scaled(_HATCH)
    painter.restore()

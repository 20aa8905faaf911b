"""Paints a map of places: land, names of towns, circles of distance, clusters with their counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from iq_desktop.ui.kit.map_clusters import Cluster
from iq_desktop.ui.kit.map_labels import Box, Name, PlacedName, place_names
from iq_desktop.ui.kit.map_shape import MapView
from iq_desktop.ui.kit.map_words import short_count
from iq_desktop.ui.kit.sizes import scaled, small_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.ui.kit.colours import Colours
    from iq_desktop.ui.kit.map_ground import MapGround

LARGEST: Final = 22.0
"""Half the width of the largest cluster, in pixels at the usual size of the text."""
_LEAST: Final = 8.0
_GROWTH: Final = 2.4
_NAMES_AT_ONCE: Final = 16
_NAMES_LOOKED_AT: Final = 400
_DOT: Final = 1.7
_SPARSE_DOT: Final = 2.4
_DOTS_FROM: Final = 2.2
"""Pixels for a kilometre from which on single places are seen on the land."""
_FAINT: Final = 90
"""How much of their colour the dots of places have, of 255."""
_PIN: Final = 9
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class MapLook:
    """All that a picture of the map depends on beside its ground."""

    view: MapView
    clusters: tuple[Cluster, ...]
    here: tuple[float, float] | None
    circles: tuple[tuple[float, str], ...]
    """Kilometres around `here`, with their words."""
    chosen: Cluster | None
    current: Cluster | None
    """Where the keys are; None while the focus is elsewhere."""
    marked: Cluster | None
    """Holds the course that is shown beside the map."""


def radius_of(cluster: Cluster) -> float:
    """Return half the width of a cluster in pixels: it grows with the number of digits, not with the number."""
    grown = _LEAST + _GROWTH * math.log2(cluster.count) if cluster.count > 1 else _LEAST
    return scaled(min(grown, LARGEST))


def paint_ground(ground: MapGround, view: MapView, colours: Colours, ratio: float) -> QPixmap:
    """Return the picture of sea, land and places."""
    picture = QPixmap(int(view.width * ratio), int(view.height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(colours.ground if colours.is_dark else colours.raised))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    land = QColor(colours.raised if colours.is_dark else colours.surface)
    radius = ground.land_radius_km * view.scale
    _paint_dots(painter, _seen(ground.land, view, radius), radius, land)
    if not ground.land or view.scale >= _DOTS_FROM:
        size = _DOT if ground.land else _SPARSE_DOT
        dot = QColor(colours.outline)
        dot.setAlpha(_FAINT)
        _paint_dots(painter, _seen(ground.places, view, size), size, dot)
    painter.end()
    return picture


def paint_map(painter: QPainter, look: MapLook, ground: MapGround, font: QFont, colours: Colours) -> None:
    """Paint what stands on the ground: circles, names, clusters."""
    if look.here is not None:
        _paint_circles(painter, look, font, colours)
    _paint_names(painter, look, ground, font, colours)
    for cluster in reversed(_seen_clusters(look)):
        _paint_cluster(painter, cluster, look, font, colours)
    if look.here is not None:
        _paint_here(painter, look, colours)


def names_on(look: MapLook, ground: MapGround, font: QFont) -> tuple[PlacedName, ...]:
    """Return the names of towns that have room between the clusters."""
    view, measure = look.view, QFontMetricsF(font)
    boxes = [_box_of(one, look) for one in _seen_clusters(look)]
    boxes += [*_pin_box(look), *(name.box for name in _circle_names(look, font))]
    clusters = {(round(one.x), round(one.y)): radius_of(one) for one in look.clusters}
    seen = view.seen
    wanted = []
    for town in ground.towns:
        if seen.left < town.x < seen.right and seen.top < town.y < seen.bottom:
            x, y = view.on_screen(town.x, town.y)
            gap = clusters.get((round(town.x), round(town.y)), 2.0) + 3
            wanted.append(Name(town.name, x, y, measure.horizontalAdvance(town.name), measure.height() - 2, gap))
        if len(wanted) == _NAMES_LOOKED_AT:
            break
    return place_names(wanted, boxes, view.width, view.height, _NAMES_AT_ONCE)


def _seen(points: Sequence[tuple[float, float]], view: MapView, radius: float) -> list[QPointF]:
    """Return the points that are in sight, in pixels."""
    seen = view.seen.grown(radius / view.scale)
    left, top, right, bottom = seen.left, seen.top, seen.right, seen.bottom
    scale, across, down = view.scale, view.width / 2 - view.x * view.scale, view.height / 2 - view.y * view.scale
    return [QPointF(x * scale + across, y * scale + down) for x, y in points if left < x < right and top < y < bottom]


def _paint_dots(painter: QPainter, points: Sequence[QPointF], radius: float, colour: QColor) -> None:
    """Stamp a dot on each point: thousands of them are many times faster than as many circles."""
    side = math.ceil(2 * radius) + 2
    ratio = painter.device().devicePixelRatioF()
    stamp = QPixmap(math.ceil(side * ratio), math.ceil(side * ratio))
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    inker = QPainter(stamp)
    inker.setRenderHint(QPainter.RenderHint.Antialiasing)
    inker.setPen(Qt.PenStyle.NoPen)
    inker.setBrush(colour)
    inker.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
    inker.end()
    middle = QPointF(side / 2, side / 2)
    for point in points:
        painter.drawPixmap(point - middle, stamp)


def _circle_names(look: MapLook, font: QFont) -> tuple[PlacedName, ...]:
    """Return the words of the circles that have room, each at the top of its circle."""
    if look.here is None:
        return ()
    x, y = look.view.on_screen(*look.here)
    measure, pin = QFontMetricsF(font), 3 * scaled(_PIN)
    found = []
    for km, words in look.circles:
        width, height, radius = measure.horizontalAdvance(words) + 8, measure.height(), km * look.view.scale
        if radius > pin + height:
            found.append(PlacedName(words, Box(x - width * _HALF, y - radius - height * _HALF, width, height)))
    return tuple(found)


def _pin_point(look: MapLook) -> tuple[float, float]:
    """Return where the pin stands: where the person lives, or on top of the cluster that lies there."""
    x, y = look.view.on_screen(*(look.here or (0, 0)))
    for cluster in _seen_clusters(look):
        across, down = look.view.on_screen(cluster.x, cluster.y)
        radius = radius_of(cluster)
        if math.hypot(across - x, down - y) < radius:
            return across, down - radius
    return x, y


def _pin_box(look: MapLook) -> tuple[Box, ...]:
    if look.here is None:
        return ()
    (x, y), size = _pin_point(look), scaled(_PIN)
    return (Box(x - size, y - 3 * size, 2 * size, 3 * size),)


def _paint_circles(painter: QPainter, look: MapLook, font: QFont, colours: Colours) -> None:
    x, y = look.view.on_screen(*(look.here or (0, 0)))
    painter.setFont(font)
    soft = QColor(colours.accent)
    soft.setAlpha(20)
    for km, _words in reversed(look.circles):
        radius = km * look.view.scale
        painter.setBrush(soft)
        painter.setPen(QPen(QColor(colours.accent), 1.2, Qt.PenStyle.DashLine))
        painter.drawEllipse(QPointF(x, y), radius, radius)
    for name in _circle_names(look, font):
        room = QRectF(name.box.left, name.box.top, name.box.width, name.box.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.raised if colours.is_dark else colours.surface))
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(QColor(colours.accent))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name.words)


def _paint_here(painter: QPainter, look: MapLook, colours: Colours) -> None:
    """Paint a pin where the person lives, its point at the place."""
    (x, y), size = _pin_point(look), scaled(_PIN)
    pin = QPainterPath(QPointF(x, y))
    pin.cubicTo(QPointF(x - size * 0.4, y - size), QPointF(x - size, y - size * 1.2), QPointF(x - size, y - size * 2))
    pin.arcTo(QRectF(x - size, y - size * 3, 2 * size, 2 * size), 180, -180)
    pin.cubicTo(QPointF(x + size, y - size * 1.2), QPointF(x + size * 0.4, y - size), QPointF(x, y))
    painter.setPen(QPen(QColor(colours.surface), 2))
    painter.setBrush(QColor(colours.second))
    painter.drawPath(pin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.surface))
    painter.drawEllipse(QPointF(x, y - size * 2), size * 0.4, size * 0.4)


def _paint_names(painter: QPainter, look: MapLook, ground: MapGround, font: QFont, colours: Colours) -> None:
    small = small_font(font)
    painter.setFont(small)
    painter.setPen(QColor(colours.muted))
    for name in names_on(look, ground, small):
        box = name.box
        painter.drawText(
            QRectF(box.left, box.top - 1, box.width + 2, box.height + 2), Qt.AlignmentFlag.AlignVCenter, name.words
        )


def _paint_cluster(painter: QPainter, cluster: Cluster, look: MapLook, font: QFont, colours: Colours) -> None:
    x, y = look.view.on_screen(cluster.x, cluster.y)
    radius, is_chosen = radius_of(cluster), cluster == look.chosen
    if cluster == look.current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.drawEllipse(QPointF(x, y), radius + 4, radius + 4)
    fill = colours.text if is_chosen else colours.muted if cluster.is_over else colours.accent
    painter.setBrush(QColor(fill))
    painter.setPen(QPen(QColor(colours.surface), 1.5))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    if cluster == look.marked:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.second), 3))
        painter.drawEllipse(QPointF(x, y), radius + 1.5, radius + 1.5)
    if cluster.count > 1:
        words = short_count(cluster.count)
        painter.setFont(_fitting(font, words, radius))
        painter.setPen(QColor(colours.surface if is_chosen else colours.accent_text))
        box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _fitting(font: QFont, words: str, radius: float) -> QFont:
    small = small_font(font)
    small.setWeight(QFont.Weight.DemiBold)
    width = QFontMetricsF(small).horizontalAdvance(words)
    room = 2 * radius - 4
    if width > room:
        small.setPixelSize(max(round(small.pixelSize() * room / width), 6))
    return small


def _seen_clusters(look: MapLook) -> tuple[Cluster, ...]:
    seen = look.view.seen.grown(LARGEST * 2 / look.view.scale)
    return tuple(one for one in look.clusters if seen.left < one.x < seen.right and seen.top < one.y < seen.bottom)


def _box_of(cluster: Cluster, look: MapLook) -> Box:
    x, y = look.view.on_screen(cluster.x, cluster.y)
    radius = radius_of(cluster)
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)

"""The painted part of a map: what it shows, from where one looks, and the picture of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.ui.kit.map_clusters import Cluster, ClusterLevels, holding
from iq_desktop.ui.kit.map_ground import MapGround
from iq_desktop.ui.kit.map_paint import LARGEST, MapLook, paint_ground, paint_map
from iq_desktop.ui.kit.map_shape import Extent, whole_view
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from iq_desktop.ui.kit.colours import Colours
    from iq_desktop.ui.kit.map_shape import MapView
    from iq_desktop.wording.tongue import Tongue

CIRCLES: Final = (10, 25, 50)
"""Kilometres around the person."""
_NEAR_KM: Final = 62.0
_CORNER: Final = 8.0


class MapCanvas(QWidget):
    """A map that is looked at; those that follow let it be drawn and chosen from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty map."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(scaled(200), scaled(160))
        self._ground, self._levels = MapGround(), ClusterLevels()
        self.view = whole_view(400, 500)
        self._here: tuple[float, float] | None = None
        self._chosen_keys: tuple[str, ...] = ()
        self._marked_key = ""
        self._current: Cluster | None = None
        self._picture: tuple[tuple[MapView, Colours, float], QPixmap] | None = None
        self._tongue: Tongue | None = None

    def show_ground(self, ground: MapGround) -> None:
        """Show another ground, all of it in sight."""
        self._ground, self._picture = ground, None
        self.view = whole_view(self.width(), self.height(), ground.whole)
        self.update()

    def show_here(self, here: tuple[float, float] | None) -> None:
        """Show where the person lives (km on the plane), with circles, and look there; None where nobody knows."""
        if here == self._here:
            return
        self._here = here
        if here is None:
            self.show_whole()
        else:
            self.look_around_here()

    def choose_keys(self, keys: Iterable[str]) -> None:
        """Show as chosen what holds these places; never emits."""
        self._chosen_keys = tuple(keys)
        self.update()

    def mark_key(self, key: str) -> None:
        """Mark what holds the place of the course that is shown beside the map, or nothing."""
        self._marked_key = key
        self.update()

    def zoom(self, factor: float) -> None:
        """Look from nearer or farther."""
        self._look(self.view.zoomed(factor))

    def show_whole(self) -> None:
        """Look at everything."""
        self._look(self.view.showing(self._ground.whole))

    def look_around_here(self) -> None:
        """Look at what is near the person."""
        if self._here is not None:
            x, y = self._here
            self._look(self.view.showing(Extent(x, y, x, y).grown(_NEAR_KM)))

    @property
    def has_here(self) -> bool:
        """Whether the map knows where the person lives."""
        return self._here is not None

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The clusters as they are shown at this distance, largest first."""
        return self._levels.at(2 * scaled(LARGEST) / self.view.scale)

    def distance_to(self, cluster: Cluster) -> float | None:
        """Return how far a cluster is from the person, in kilometres, or None."""
        return None if self._here is None else math.dist(self._here, (cluster.x, cluster.y))

    def fit_text(self) -> None:
        """Take clusters that fit the size of the text."""
        self.setMinimumSize(scaled(200), scaled(160))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which Germany has room."""
        return QSize(scaled(380), scaled(500))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, which is kept as a picture while nothing moves, and what stands on it."""
        colours, ratio = colours_now(), self.devicePixelRatioF()
        key = (self.view, colours, ratio)
        if self._picture is None or self._picture[0] != key:
            self._picture = (key, paint_ground(self._ground, self.view, colours, ratio))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(self.rect(), _CORNER, _CORNER)
        painter.setClipPath(shape)
        painter.drawPixmap(0, 0, self._picture[1])
        paint_map(painter, self._shown(), self._ground, small_font(self.font()), colours)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.palette().highlight().color() if self.hasFocus() else self.palette().mid().color())
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _CORNER, _CORNER)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what one looks at in another size."""
        super().resizeEvent(event)
        self.view = self.view.sized(self.width(), self.height())

    def _look(self, view: MapView) -> None:
        if view != self.view:
            self.view = view
            self.update()

    def _shown(self) -> MapLook:
        clusters = self.clusters
        tongue = self._tongue
        circles = (
            [] if tongue is None else [(float(km), tongue.speak(say("{distance} km", distance=km))) for km in CIRCLES]
        )
        return MapLook(
            self.view,
            clusters,
            self._here,
            tuple(circles),
            holding(clusters, self._chosen_keys),
            self._current if self.hasFocus() else None,
            holding(clusters, (self._marked_key,)) if self._marked_key else None,
        )

"""A map of places without tiles: drawn and zoomed with mouse and keys, its clusters chosen and told in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from iq_desktop.ui.kit.map_canvas import MapCanvas
from iq_desktop.ui.kit.map_clusters import Cluster, ClusterLevels, cluster_at, holding, neighbour
from iq_desktop.ui.kit.map_paint import LARGEST
from iq_desktop.ui.kit.map_words import cluster_words, whole_words
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent

    from iq_desktop.ui.kit.map_shape import MapView
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

ZOOM: Final = 1.5
_TURN: Final = 120
"""What a mouse tells for one notch of its wheel."""
_MOVES: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS: Final = {Qt.Key.Key_Plus: ZOOM, Qt.Key.Key_Equal: ZOOM, Qt.Key.Key_Minus: 1 / ZOOM}


class PlaceMap(MapCanvas):
    """The map; `chosen` carries the cluster that was chosen, None when the choice is taken back."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty map."""
        super().__init__(parent)
        self.setObjectName("place_map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._held: tuple[QPointF, MapView] | None = None
        self._has_moved = False

    def show_clusters(self, levels: ClusterLevels) -> None:
        """Show what is there now; where one looks stays."""
        self._levels = levels
        self._current = None
        self._tell()
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Tell the map in a tongue."""
        self._tongue = tongue
        self.setAccessibleName(tongue.speak(say("Map of the places where courses are held")))
        self._tell()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Look from nearer or farther; what is under the mouse stays there."""
        turns, place = event.angleDelta().y() / _TURN, event.position()
        if turns:
            self._look(self.view.zoomed(ZOOM ** (turns / 2), place.x(), place.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held, self._has_moved = (event.position(), self.view), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the map along, or show that a cluster can be chosen."""
        if self._held is None:
            is_over = self._cluster_under(event.position()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)
            return
        way = event.position() - self._held[0]
        self._has_moved |= way.manhattanLength() >= QApplication.startDragDistance()
        if self._has_moved:
            self._look(self._held[1].moved(way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a cluster under a mouse that did not move is chosen, or given back."""
        if self._held is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._held = None
        cluster = None if self._has_moved else self._cluster_under(event.position())
        if cluster is not None:
            self._choose(cluster)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look at a place from nearer."""
        place = event.position()
        self._look(self.view.zoomed(ZOOM * ZOOM, place.x(), place.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, draw the map with Shift, zoom with + and -, choose with Enter, see all with Home."""
        if not self._do(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the cluster under the mouse."""
        if event.type() == event.Type.ToolTip:
            self._tell_cluster(event)  # type: ignore[arg-type]  # what a tool tip event is
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self._step(0, 0)

    def _do(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if key in _MOVES and held & Qt.KeyboardModifier.ShiftModifier:
            right, down = _MOVES[key]
            self._look(self.view.moved(-right * self.width() / 5, -down * self.height() / 5))
        elif key in _MOVES:
            self._step(*_MOVES[key])
        elif key in _ZOOMS:
            self._zoom_by_key(_ZOOMS[key])
        elif key == Qt.Key.Key_Home:
            self.show_whole()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current is not None:
            self._choose(self._current)
        elif key == Qt.Key.Key_Escape and self._chosen_keys:
            self._give_back()
        else:
            return False
        return True

    def _zoom_by_key(self, factor: float) -> None:
        """Zoom at the cluster where the keys are."""
        keys = self._current.keys if self._current is not None else ()
        at = (None, None) if self._current is None else self.view.on_screen(self._current.x, self._current.y)
        self._look(self.view.zoomed(factor, *at))
        self._current = holding(self.clusters, keys[:1])
        self._tell()

    def _step(self, right: int, down: int) -> None:
        clusters = self.clusters
        if self._current not in clusters:
            keys = self._current.keys[:1] if self._current is not None else self._chosen_keys
            self._current = holding(clusters, keys) or self._first(clusters)
        elif right or down:
            self._current = neighbour(clusters, self._current, right, down)
            self._bring_into_sight()
        self._tell()
        self.update()

    def _first(self, clusters: Sequence[Cluster]) -> Cluster | None:
        """Return where the keys begin: nearest to the middle of what is seen."""
        return cluster_at(clusters, self.view.x, self.view.y, math.inf)

    def _bring_into_sight(self) -> None:
        if self._current is None:
            return
        x, y = self.view.on_screen(self._current.x, self._current.y)
        if not (0 <= x <= self.width() and 0 <= y <= self.height()):
            self._look(self.view.moved(self.width() / 2 - x, self.height() / 2 - y))

    def _choose(self, cluster: Cluster) -> None:
        self._current = cluster
        if set(cluster.keys) == set(self._chosen_keys):
            self._give_back()
            return
        self._chosen_keys = cluster.keys
        self._tell()
        self.update()
        self.chosen.emit(cluster)

    def _give_back(self) -> None:
        self._chosen_keys = ()
        self._tell()
        self.update()
        self.chosen.emit(None)

    def _cluster_under(self, place: QPointF) -> Cluster | None:
        x, y = self.view.on_plane(place.x(), place.y())
        return cluster_at(self.clusters, x, y, scaled(LARGEST) / self.view.scale)

    def _tell(self) -> None:
        if self._tongue is None:
            return
        one = self._current
        words = whole_words(self.clusters, self._levels.count) if one is None else self._words_of(one)
        self.setAccessibleDescription(self._tongue.speak(words))

    def _words_of(self, cluster: Cluster) -> Text:
        return cluster_words(cluster, self.distance_to(cluster))

    def _tell_cluster(self, event: QHelpEvent) -> None:
        cluster = self._cluster_under(event.pos().toPointF())
        if cluster is None or self._tongue is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), self._tongue.speak(self._words_of(cluster)), self)

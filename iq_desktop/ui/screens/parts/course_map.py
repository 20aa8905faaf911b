"""The map of courses with its buttons, and the same places as a list for who cannot see it or would rather read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.ui.kit.map_words import place_words
from iq_desktop.ui.kit.place_map import ZOOM, PlaceMap
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.table import Column, RowTable
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.ui.kit.map_clusters import Cluster
    from iq_desktop.ui.kit.map_ground import MapGround
    from iq_desktop.ui.screens.parts.course_looking import Around
    from iq_desktop.wording.tongue import Tongue

_MOST_ROWS: Final = 300
_FINEST_KM: Final = 5.0
"""Places that lie nearer to each other are one line of the list."""


class CourseMap(QWidget):
    """Map, buttons and list; `chosen` carries the keys of chosen places with their words, no keys when given back."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the map without places."""
        super().__init__(parent)
        self.setObjectName("course_map")
        self.map = PlaceMap(self)
        self.list = RowTable(say("Places with courses"), self._columns(), _key, say("No place is known."), self)
        self.list.setObjectName("course_places")
        self.nearer = SpeakingButton(say("Nearer"), "icon", "plus", self)
        self.farther = SpeakingButton(say("Farther"), "icon", "minus", self)
        self.whole = SpeakingButton(say("All of Germany"), "icon", "scan", self)
        self.here = SpeakingButton(say("Around the postal code"), "icon", "pin", self)
        self.as_list = SpeakingButton(say("As a list"), "plain", parent=self)
        self.beside = SpeakingLabel(NOTHING, "hint", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.map)
        self._stack.addWidget(self.list)
        self._set()
        self._bind()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("place", say("Place"), _place, 3),
            Column("distance", say("Distance"), self._distance, 0, to_right=True),
            Column("count", say("Courses"), _count, 0, to_right=True),
        )

    def _set(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP // 2)
        for button in (self.nearer, self.farther, self.whole, self.here):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.as_list)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP // 2)
        lines.addWidget(self._stack, 1)
        lines.addLayout(buttons)
        lines.addWidget(self.beside)
        self.here.hide()
        self.beside.hide()

    def _bind(self) -> None:
        self.map.chosen.connect(self._choose)
        self.list.opened.connect(self._choose)
        self.nearer.clicked.connect(self._zoom_in)
        self.farther.clicked.connect(self._zoom_out)
        self.whole.clicked.connect(self.map.show_whole)
        self.here.clicked.connect(self.map.look_around_here)
        self.as_list.clicked.connect(self._turn)

    def show_ground(self, ground: MapGround) -> None:
        """Show the land."""
        self.map.show_ground(ground)
        self.map.look_around_here()

    def show_around(self, around: Around) -> None:
        """Show where courses are held."""
        self.map.show_clusters(around.clusters)
        self.map.show_here(around.here)
        self.here.setVisible(around.here is not None)
        self.list.show_rows(around.clusters.at(_FINEST_KM)[:_MOST_ROWS])
        online = say_count("{count} course online", "{count} courses online", count=around.online)
        elsewhere = say_count("{count} without a known place", "{count} without a known place", count=around.elsewhere)
        told = joined((online if around.online else NOTHING, elsewhere if around.elsewhere else NOTHING))
        self.beside.show_text(told)
        self.beside.setVisible(bool(around.online or around.elsewhere))

    def choose_keys(self, keys: Sequence[str]) -> None:
        """Show which places are chosen; never emits."""
        self.map.choose_keys(keys)

    def mark_key(self, key: str) -> None:
        """Mark where the course that is shown beside the list is held."""
        self.map.mark_key(key)

    def put_cursor(self) -> None:
        """Put the cursor into the map, or the list in its place."""
        (self.list if self._stack.currentIndex() else self.map).setFocus()

    def _turn(self) -> None:
        is_list = self._stack.currentWidget() is self.list
        self._stack.setCurrentWidget(self.map if is_list else self.list)
        self.as_list.show_text(say("As a list") if is_list else say("As a map"))
        for button in (self.nearer, self.farther, self.whole):
            button.setVisible(is_list)
        self.here.setVisible(is_list and self.map.has_here)
        self.put_cursor()

    def _choose(self, cluster: Cluster | None) -> None:
        if cluster is None:
            self.chosen.emit((), NOTHING)
        else:
            self.map.choose_keys(cluster.keys)
            self.chosen.emit(cluster.keys, place_words(cluster))

    def _zoom_in(self) -> None:
        self.map.zoom(ZOOM)

    def _zoom_out(self) -> None:
        self.map.zoom(1 / ZOOM)

    def _distance(self, cluster: Cluster, tongue: Tongue) -> str:
        far = self.map.distance_to(cluster)
        return "" if far is None else tongue.speak(say("{distance} km", distance=round(far)))


def _key(cluster: Cluster) -> tuple[str, ...]:
    return cluster.keys


def _place(cluster: Cluster, tongue: Tongue) -> str:
    return tongue.speak(place_words(cluster))


def _count(cluster: Cluster, tongue: Tongue) -> str:
    return tongue.speak(say("{count}", count=cluster.count))

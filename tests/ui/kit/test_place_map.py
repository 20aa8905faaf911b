"""The map as people use it: wheel, mouse, keys, words for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iq_desktop.ui.kit.map_clusters import Cluster, MapPoint, cluster_levels
from iq_desktop.ui.kit.map_ground import ground_of
from iq_desktop.ui.kit.map_shape import project
from iq_desktop.ui.kit.place_map import PlaceMap
from tests.support.course_crowd import some_towns

if TYPE_CHECKING:
    from tests.ui.kit.conftest import Stage

COLOGNE = project(50.94, 6.96)


@pytest.fixture
def shown(stage: Stage) -> PlaceMap:
    """A map of courses in all towns of the starter pack."""
    part = PlaceMap()
    stage.show(part, 400, 560)
    towns = some_towns()
    part.show_ground(ground_of(towns))
    points = [
        MapPoint(*project(town.latitude, town.longitude), 1 + number % 5, town.name, town.postal_code)
        for number, town in enumerate(towns)
    ]
    part.show_clusters(cluster_levels(points))
    return part


def at(part: PlaceMap, cluster: Cluster) -> QPoint:
    return QPointF(*part.view.on_screen(cluster.x, cluster.y)).toPoint()


def heard(part: PlaceMap) -> list[Cluster | None]:
    told: list[Cluster | None] = []
    part.chosen.connect(told.append)
    return told


def turn(part: PlaceMap, notches: int, place: QPoint) -> None:
    far = part.mapToGlobal(place)
    event = QWheelEvent(
        QPointF(place),
        QPointF(far),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(part, event)


def test_a_click_chooses_a_cluster_and_a_second_one_gives_it_back(shown: PlaceMap) -> None:
    told = heard(shown)
    cluster = shown.clusters[0]
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=at(shown, cluster))
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=at(shown, cluster))
    assert told == [cluster, None]


def test_drawing_moves_the_map_and_chooses_nothing(shown: PlaceMap) -> None:
    told = heard(shown)
    shown.zoom(4)
    before = shown.view
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.mouseMove(shown, QPoint(260, 230))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=QPoint(260, 230))
    assert shown.view == before.moved(60, 30)
    assert told == []


def test_the_wheel_zooms_at_the_mouse_and_parts_clusters(shown: PlaceMap) -> None:
    count = len(shown.clusters)
    place = QPoint(120, 300)
    under = shown.view.on_plane(120, 300)
    turn(shown, 4, place)
    assert shown.view.on_plane(120, 300) == pytest.approx(under, abs=1e-6)
    assert len(shown.clusters) > count
    turn(shown, -20, place)
    assert shown.view.scale == pytest.approx(shown.view.least_scale)


def test_the_keys_walk_zoom_choose_and_tell(shown: PlaceMap) -> None:
    told = heard(shown)
    shown.setFocus()
    first = shown.accessibleDescription()
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.accessibleDescription() != first
    assert "course" in shown.accessibleDescription()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert told[-1] is not None
    scale = shown.view.scale
    QTest.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.view.scale > scale
    QTest.keyClick(shown, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.view.scale == pytest.approx(shown.view.least_scale)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert told[-1] is None


def test_every_cluster_in_sight_can_be_reached_by_the_arrows(shown: PlaceMap) -> None:
    shown.setFocus()
    seen = set()
    for key in [Qt.Key.Key_Up] * 12 + ([Qt.Key.Key_Down] + [Qt.Key.Key_Left] * 8 + [Qt.Key.Key_Right] * 16) * 24:
        QTest.keyClick(shown, key)
        seen.add(shown._current)
    assert len(seen) > len(shown.clusters) / 2


def test_the_home_of_the_person_is_looked_at_with_its_circles(shown: PlaceMap) -> None:
    shown.show_here(COLOGNE)
    assert shown.has_here
    assert (shown.view.x, shown.view.y) == pytest.approx(COLOGNE, abs=0.1)
    assert shown.view.seen.width > 100
    near = min(shown.clusters, key=lambda one: shown.distance_to(one) or 0)
    assert shown.distance_to(near) == pytest.approx(0, abs=15)
    shown.grab()
    shown.show_here(None)
    assert shown.view.scale == pytest.approx(shown.view.least_scale)
    assert shown.distance_to(near) is None


def test_an_empty_map_says_so(stage: Stage) -> None:
    part = PlaceMap()
    stage.show(part, 300, 300)
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Return)
    assert part.accessibleDescription() == "There is no course with a place on the map."
    assert part.accessibleName()
    part.grab()


def test_the_picture_of_the_ground_is_kept_while_nothing_moves(shown: PlaceMap) -> None:
    shown.grab()
    kept = shown._picture
    shown.choose_keys(shown.clusters[0].keys)
    shown.grab()
    assert shown._picture is kept
    shown.zoom(2)
    shown.grab()
    assert shown._picture is not kept

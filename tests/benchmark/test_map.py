"""How fast the map of courses is gathered and painted: 100,000 offers at every postal code of Germany."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.map_clusters import MapPoint, cluster_levels
from iq_desktop.ui.kit.map_ground import ground_of
from iq_desktop.ui.kit.map_shape import project
from iq_desktop.ui.kit.place_map import PlaceMap
from iq_desktop.ui.kit.theme import Scheme, install_theme
from iq_desktop.usecases.progress import Silence
from tests.support.fakes import FixedClock
from tests.support.tongues import german

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark
OFFERS = 100_000


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    """Return how much of the processor some work takes, the middle of several times."""
    found = []
    for _ in range(times):
        begun = time.process_time()
        work()
        found.append(1000 * (time.process_time() - begun))
    return median(found)


def test_the_map_of_courses(
    tmp_path: Path, shared_folder: Path, project_folder: Path, qapp: QApplication, note: Note
) -> None:
    adviser = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
    vault, _code = create_vault(tmp_path / "vault", [adviser], cost=FLOOR_COST)
    store = VaultReference(vault.reference)
    Recogniser(FixedClock()).recognise(shared_folder / "data" / "places").take_in(store, Silence())
    places = store.list_places()
    points = [
        MapPoint(*project(one.latitude, one.longitude), OFFERS // len(places) + number % 2, one.name, one.postal_code)
        for number, one in enumerate(places)
    ]
    note("all postal codes are read", milliseconds(store.list_places, 5), None, "behind the window")
    note("the ground is made of them", milliseconds(lambda: ground_of(places), 5), None, "behind the window")
    note("100,000 offers are gathered on every level", milliseconds(lambda: cluster_levels(points), 5), None, "behind")
    load_fonts(qapp, project_folder / "resources" / "fonts")
    install_theme(qapp, Scheme.LIGHT)
    shown = PlaceMap()
    shown.speak(german())
    shown.resize(400, 560)
    shown.show_ground(ground_of(places))
    shown.show_clusters(cluster_levels(points))
    shown.show()
    shown.grab()
    floor = milliseconds(lambda: _dots(len(places)), 9)
    note("the map is painted again, nothing moved", milliseconds(shown.grab, 25), floor, "<= 16 ms")
    for zoom, words in ((2.0, "twice as near"), (2.0, "four times"), (3.0, "twelve times")):
        shown.zoom(zoom)

        def draw() -> None:
            shown.view = shown.view.moved(3, 2)
            shown.grab()

        note(f"the map is drawn along, {words}", milliseconds(draw, 25), floor, "<= 16 ms")
    shown.close()
    vault.close()


def _dots(count: int) -> None:
    """Fill a picture and stamp as many dots on it as there are postal codes: what no map of them can do without."""
    picture, stamp = QPixmap(400, 560), QPixmap(5, 5)
    picture.fill()
    stamp.fill()
    painter = QPainter(picture)
    for number in range(count):
        painter.drawPixmap(QPointF(number % 400, number % 560), stamp)
    painter.end()

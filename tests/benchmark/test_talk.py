"""How quickly the next card stands on the screen after a tap, against painting an empty window of that size."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.domain.centre import DeskSettings
from iq_desktop.domain.instrument import Rater
from iq_desktop.ui.kit.background import Background
from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.theme import Scheme, install_theme
from iq_desktop.ui.screens.competences_page import CompetencesPage
from iq_desktop.ui.shell.window import MainWindow
from tests.benchmark.conftest import times_ms
from tests.support.builders import several_cases
from tests.support.fakes import a_desk, with_cases
from tests.support.office import FakeAsk, OfficeCases
from tests.support.talks import a_pack

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark
ROOM = (1366, 768)
CARDS = 48


def percentile(times: list[float]) -> float:
    """Return the time that 95 of 100 do not exceed."""
    return statistics.quantiles(times, n=20)[-1]


def paint(widget: QWidget) -> None:
    """Paint a widget whole, with all its parts, into a picture."""
    widget.grab()


@pytest.mark.parametrize("language", ["ar", "uk", "tr"])
def test_tap_to_painted_next_card(qtbot: QtBot, project_folder: Path, note: Note, language: str) -> None:
    load_fonts(QApplication.instance(), project_folder / "resources" / "fonts")  # type: ignore[arg-type]  # there is one
    theme = install_theme(QApplication.instance(), Scheme.LIGHT)  # type: ignore[arg-type]  # see above
    background = Background()
    desk = with_cases(a_desk(project_folder / "translations"), OfficeCases({one.id: one for one in several_cases()}))
    window = MainWindow(desk, background, theme, DeskSettings("de", "light"), FakeAsk())
    qtbot.addWidget(window)
    window.resize(*ROOM)
    window.show()
    window.show_case("case-1", "competences")
    qtbot.waitUntil(lambda: window.is_prepared and isinstance(window.case_view.page, CompetencesPage))
    page = window.case_view.page
    assert isinstance(page, CompetencesPage)
    page.talks.begin(a_pack("key-competences"), Rater.SELF)
    screen, stage = page.talks.screen, window.place.stage
    assert screen is not None
    assert stage is not None
    screen.speak_to_client_in(language)
    screen.pane.next_button.click()
    stage.turn()
    assert stage.place is not None
    place = stage.place
    place.resize(*ROOM)
    QApplication.processEvents()
    times = []
    for number in range(CARDS):
        button = place.pane.view.steps.shown[number % 3]
        begun = time.perf_counter()
        button.click()
        paint(place)
        times.append((time.perf_counter() - begun) * 1000)
        QApplication.processEvents()
        background.wait()
    empty = QWidget()
    qtbot.addWidget(empty)
    empty.resize(*ROOM)
    empty.show()
    floor = percentile(times_ms(lambda: paint(empty) for _ in range(CARDS)))
    note(f"tap to painted next card ({language}), p95", percentile(times), floor, "<= 50 ms")
    stage.turn_back()
    window.close()
    background.close()

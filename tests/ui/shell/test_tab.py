"""Tab reaches everything on every page once, from the top to the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.ui.kit.painted import StepButton
from iq_desktop.usecases.case_pages import CASE_PAGES

if TYPE_CHECKING:
    from iq_desktop.ui.screens.competences_page import CompetencesPage
    from tests.ui.conftest import Office


def walk(office: Office) -> list[QWidget]:
    """Press Tab until the first part comes again."""
    stops: list[QWidget] = []
    for _ in range(400):
        QTest.keyClick(QApplication.focusWidget() or office.window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now in stops:
            return stops
        stops.append(now)
    pytest.fail("Tab never comes back")


@pytest.mark.parametrize("page", [page.name for page in CASE_PAGES])
def test_tab_goes_down_the_page_and_comes_back(office: Office, page: str) -> None:
    office.open("case-1", page)
    shown = office.window.case_view.page
    assert shown is not None
    inside = [stop for stop in walk(office) if shown.isAncestorOf(stop)]
    assert inside


def test_competences_are_rated_before_others_are_added(office: Office) -> None:
    office.open("case-1", "competences")
    page: CompetencesPage = office.window.case_view.page  # type: ignore[assignment]  # shown before
    stops = walk(office)
    rated = [number for number, stop in enumerate(stops) if isinstance(stop, StepButton)]
    removed = [number for number, stop in enumerate(stops) if page.occupations.isAncestorOf(stop)]
    assert rated
    assert removed
    assert max(removed) < min(rated)
    assert max(rated) < stops.index(page.skills.own_words)

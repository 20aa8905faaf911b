"""What tests of the shell and its screens share: the look, two tongues, a stage, and a whole office of fakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from iq_desktop.domain.centre import DeskSettings
from iq_desktop.ui.kit.background import Background
from iq_desktop.ui.shell.case_view import CaseView
from iq_desktop.ui.shell.screens import Screens
from iq_desktop.ui.shell.window import MainWindow
from tests.support.builders import several_cases
from tests.support.fakes import a_desk, with_cases
from tests.support.office import FakeAsk, FakeCatalogues, OfficeCases, StatesReference, a_state
from tests.support.rooms import no_rooms
from tests.ui.kit.conftest import Stage, english, german, in_dark, stage, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.usecases.desk import Desk

__all__ = ["Stage", "english", "german", "in_dark", "stage", "theme"]


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:  # noqa: ARG001  (an application)
    """The workers beside the window, ended after the test."""
    background = Background()
    yield background
    background.close()


@pytest.fixture
def office_cases() -> OfficeCases:
    """A dozen cases in memory."""
    return OfficeCases({case.id: case for case in several_cases()})


@pytest.fixture
def desk(project_folder: Path, office_cases: OfficeCases) -> Desk:
    """A desk with a dozen cases and one course catalogue."""
    reference = StatesReference(states=(a_state(),))
    desk = a_desk(project_folder / "translations", reference=reference, catalogues=FakeCatalogues())
    return with_cases(desk, office_cases)


class Office:
    """A window over fakes, and what people do with it."""

    def __init__(self, window: MainWindow, background: Background, ask: FakeAsk, bot: QtBot) -> None:
        self.window, self.background, self.ask, self.bot = window, background, ask, bot

    def settle(self) -> None:
        """Let everything come to rest: the workers, their answers, the layouts."""
        for _ in range(4):
            QApplication.processEvents()
            self.background.wait()
        QApplication.processEvents()

    def open(self, case_id: str, page: str = "") -> CaseFile:
        """Open a case and return it."""
        self.window.show_case(case_id, page)
        self.settle()
        return self.window.open_case.case

    def go_to(self, name: str) -> QWidget:
        """Go to an area and return its screen."""
        self.window.go_to(name)
        self.settle()
        return self.window.screens[name]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so, for example after the pause of a search."""
        self.bot.waitUntil(is_so)
        self.settle()


@pytest.fixture
def office(
    qtbot: QtBot, theme: Theme, background: Background, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """The main window in English, shown at the size of a small laptop; rooms are built when they are visited."""
    monkeypatch.setattr(Screens, "build", no_rooms)
    monkeypatch.setattr(CaseView, "build_pages", no_rooms)
    yield from _open_office(qtbot, theme, background, desk)


@pytest.fixture
def built_office(qtbot: QtBot, theme: Theme, background: Background, desk: Desk) -> Iterator[Office]:
    """The same, as at a desk: rooms that nobody has visited yet are built meanwhile, a little in each round."""
    yield from _open_office(qtbot, theme, background, desk)


def _open_office(qtbot: QtBot, theme: Theme, background: Background, desk: Desk) -> Iterator[Office]:
    ask = FakeAsk()
    settings = DeskSettings("en", "light")
    desk.centres.save_settings(desk.adviser.id, settings)
    window = MainWindow(desk, background, theme, settings, ask)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    office = Office(window, background, ask, qtbot)
    office.settle()
    yield office
    window.close()
    office.settle()


def nameless(root: QWidget) -> list[str]:
    """Return the visible widgets that take the focus and tell a screen reader nothing."""
    return [f"{type(one).__name__} {one.objectName()}" for one in root.findChildren(QWidget) if _is_nameless(one)]


def _is_nameless(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.focusPolicy().value or widget.focusProxy() is not None:
        return False
    parent = widget.parentWidget()
    if isinstance(widget, QAbstractScrollArea) and widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
        return False
    return not (widget.accessibleName() or (parent is not None and parent.accessibleName()))


def is_in_sight(widget: QWidget) -> bool:
    """Return whether a widget lies within its window."""
    return widget.isVisible() and widget.window().rect().contains(widget.mapTo(widget.window(), QPoint(1, 1)))

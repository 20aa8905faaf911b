"""What tests of widgets share: the look of the program, two tongues, and typing as people do."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.theme import Scheme, Theme, install_theme
from iq_desktop.wording.tongue import Tongue, load_tongue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


@pytest.fixture(scope="session")
def theme(qapp: QApplication, project_folder: Path) -> Theme:
    """The look of the program, in its light scheme."""
    load_fonts(qapp, project_folder / "resources" / "fonts")
    return install_theme(qapp, Scheme.LIGHT)


def wear(theme: Theme, scheme: Scheme) -> None:
    """Switch to a scheme and wait until every widget has its colours."""
    theme.choose(scheme)
    while not theme.is_worn:
        QApplication.processEvents()


@pytest.fixture
def in_dark(theme: Theme) -> Iterator[Theme]:
    """The dark scheme, for one test."""
    wear(theme, Scheme.DARK)
    yield theme
    wear(theme, Scheme.LIGHT)


@pytest.fixture(scope="session")
def english(project_folder: Path) -> Tongue:
    """The source language."""
    return load_tongue("en", project_folder / "translations")


@pytest.fixture(scope="session")
def german(project_folder: Path) -> Tongue:
    """The adviser's language."""
    return load_tongue("de", project_folder / "translations")


class Stage:
    """Where a test shows a widget, and types into it."""

    def __init__(self, bot: QtBot, tongue: Tongue) -> None:
        self.bot, self.tongue = bot, tongue

    def show(self, widget: W, width: int = 640, height: int = 480) -> W:
        """Show a widget in an active window, spoken and laid out."""
        self.bot.addWidget(widget)
        speak_tree(widget, self.tongue)
        widget.resize(width, height)
        with self.bot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        self.bot.waitUntil(widget.isActiveWindow)
        self.settle()
        return widget

    def settle(self) -> None:
        """Let layouts come to rest."""
        for _ in range(4):
            QApplication.processEvents()

    def type(self, widget: QWidget, words: str) -> None:
        """Type any letters of any script (Qt's own typing aborts on „ä“)."""
        widget.setFocus()
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press one key."""
        QTest.keyClick(widget, key)

    def click(self, widget: QWidget) -> None:
        """Click into the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme, english: Tongue) -> Stage:  # noqa: ARG001  (dressed)
    """A stage in the source language."""
    return Stage(qtbot, english)

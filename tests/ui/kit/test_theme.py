"""Theme: a switch of the scheme reaches what is shown, what is hidden and what is built later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Notice
from iq_desktop.ui.kit.colours import CONTRAST, DARK, LIGHT, Colours
from iq_desktop.ui.kit.theme import Scheme, set_role
from tests.ui.kit.conftest import wear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from iq_desktop.ui.kit.theme import Theme

LABELS = ("title", "muted", "good", "warn", "danger")
BUTTONS = ("", "primary", "danger", "plain", "rail")


@pytest.fixture
def light(theme: Theme) -> Iterator[Theme]:
    """The theme in light colours, and again after the test."""
    wear(theme, Scheme.LIGHT)
    yield theme
    wear(theme, Scheme.LIGHT)


def a_sheet_of_everything(qtbot: QtBot) -> QWidget:
    """Return a page with one widget of many roles."""
    page = QFrame()
    page.setProperty("role", "card")
    lines = QVBoxLayout(page)
    for kind, roles in ((QLabel, LABELS), (QPushButton, BUTTONS)):
        for role in roles:
            part = kind(role, page)
            set_role(part, role)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            lines.addWidget(part)
    lines.addWidget(Notice("warn", page))
    page.setFixedSize(240, 640)
    qtbot.addWidget(page)
    return page


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_what_is_shown_hidden_and_new_looks_the_same_after_a_switch(light: Theme, qtbot: QtBot) -> None:
    shown, hidden, stack = a_sheet_of_everything(qtbot), a_sheet_of_everything(qtbot), QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(shown)
    stack.addWidget(hidden)
    stack.setCurrentWidget(hidden)
    stack.setCurrentWidget(shown)
    stack.show()
    in_light = picture(shown)
    wear(light, Scheme.DARK)
    in_dark = picture(shown)
    new = a_sheet_of_everything(qtbot)
    stack.addWidget(new)
    assert in_dark != in_light
    for page in (hidden, new):
        stack.setCurrentWidget(page)
        assert picture(page) == in_dark
    wear(light, Scheme.LIGHT)
    stack.setCurrentWidget(hidden)
    assert picture(hidden) == in_light


def test_parts_that_go_during_a_switch_do_no_harm(light: Theme, qtbot: QtBot) -> None:
    pages = [a_sheet_of_everything(qtbot) for _ in range(3)]
    for page in pages:
        page.show()
    light.choose(Scheme.DARK)
    pages[1].deleteLater()
    qtbot.waitUntil(lambda: light.is_worn)
    assert picture(pages[0]) == picture(pages[2])


@pytest.mark.parametrize(
    ("scheme", "colours"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK), (Scheme.CONTRAST, CONTRAST)]
)
def test_the_style_sheet_finds_the_colours_of_the_table(
    light: Theme, qtbot: QtBot, scheme: Scheme, colours: Colours
) -> None:
    wear(light, scheme)
    side, rail = QFrame(), QFrame()
    for part, role in ((side, "line"), (rail, "rail")):
        part.setProperty("role", role)
        qtbot.addWidget(part)
    assert picture(rail).pixelColor(5, 5).name() == colours.side
    assert picture(side).pixelColor(5, 0).name() == colours.border
    names = {QApplication.palette().color(role).name() for role in QApplication.palette().ColorRole if role.value < 22}
    for name in ("outline", "accent_soft", "accent_hover", "good", "warn", "danger", "side_text", "side_chosen"):
        assert colours.of(name) in names

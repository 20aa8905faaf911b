"""The calendar of a way: dragged with the mouse, moved with the keys, told in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.theme import Scheme, install_theme
from iq_desktop.ui.screens.parts.way_calendar import WayCalendar
from iq_desktop.ui.screens.parts.way_words import line_of
from tests.support.planned import a_plan, after
from tests.support.tongues import english

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

KURS = "Berufssprachkurs B2"


@pytest.fixture
def calendar(qtbot: QtBot, qapp: QApplication, project_folder: Path) -> WayCalendar:
    """The calendar of the best way, 900 pixels wide."""
    load_fonts(qapp, project_folder / "resources" / "fonts")
    install_theme(qapp, Scheme.LIGHT)
    view = WayCalendar()
    qtbot.addWidget(view)
    speak_tree(view, english())
    plan = a_plan()
    assert plan.best is not None
    view.show_line(line_of(plan.best, plan))
    view.resize(900, view.sizeHint().height())
    with qtbot.waitExposed(view):
        view.show()
    return view


def choose(view: WayCalendar, code: str) -> None:
    """Choose a step with the keys."""
    view.setFocus()
    while view.current != code:
        QTest.keyClick(view, Qt.Key.Key_Down)


def drag(view: WayCalendar, code: str, pixels: int) -> None:
    """Drag the bar of a step, button held."""
    box = next(box for box in view.boxes if box.bar.code == code)
    here = QPoint(round(box.x) + 14, round(box.y + box.height / 2))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseMove(view, here + QPoint(pixels // 2, 0))
    QTest.mouseMove(view, here + QPoint(pixels, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=here + QPoint(pixels, 0))


@pytest.mark.parametrize(
    ("key", "held", "day"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, after(35)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, after(21)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, dt.date(2027, 1, 1)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, after(0)),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, None),
    ],
)
def test_keys_move_a_step_by_a_week_or_a_month_and_free_it(
    calendar: WayCalendar, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, day: dt.date | None
) -> None:
    choose(calendar, KURS)
    with qtbot.waitSignal(calendar.moved) as moved:
        QTest.keyClick(calendar, key, held)
    assert moved.args == [KURS, day]


def test_keys_go_the_other_way_where_one_reads_from_the_right(calendar: WayCalendar, qtbot: QtBot) -> None:
    calendar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    choose(calendar, KURS)
    with qtbot.waitSignal(calendar.moved) as moved:
        QTest.keyClick(calendar, Qt.Key.Key_Left)
    assert moved.args == [KURS, after(35)]


def test_a_dragged_bar_tells_the_day_before_which_it_must_not_begin(calendar: WayCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(calendar.moved) as moved:
        drag(calendar, KURS, 200)
    assert moved.args is not None
    code, day = moved.args
    assert code == KURS
    assert dt.date(2027, 2, 1) < day < dt.date(2027, 6, 1)


def test_a_click_chooses_and_moves_nothing(calendar: WayCalendar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(calendar.moved), qtbot.waitSignal(calendar.chosen) as chosen:
        drag(calendar, KURS, 2)
    assert chosen.args == [KURS]
    with qtbot.assertNotEmitted(calendar.moved):
        QTest.keyClick(calendar, Qt.Key.Key_A)


def test_a_step_that_was_never_put_off_cannot_be_freed(calendar: WayCalendar, qtbot: QtBot) -> None:
    calendar.setFocus()
    with qtbot.assertNotEmitted(calendar.moved):
        QTest.keyClick(calendar, Qt.Key.Key_Delete)


def test_the_picture_and_each_step_are_told(calendar: WayCalendar) -> None:
    assert calendar.accessibleName().startswith("Calendar with 6 steps, from Nov 3, 2026 to")
    choose(calendar, "Entscheidung der Stelle")
    assert calendar.accessibleDescription().startswith("Entscheidung der Stelle, ")
    assert calendar.accessibleDescription().endswith("period of the law")
    choose(calendar, "Anpassungslehrgang")
    assert calendar.accessibleDescription().endswith("to be checked")


def test_a_fixed_one_is_only_looked_at(qtbot: QtBot, calendar: WayCalendar) -> None:
    fixed = WayCalendar(is_fixed=True)
    qtbot.addWidget(fixed)
    plan = a_plan()
    assert plan.best is not None
    fixed.show_line(line_of(plan.best, plan))
    fixed.resize(900, 500)
    with qtbot.waitExposed(fixed):
        fixed.show()
    assert fixed.focusPolicy() is Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(fixed.moved):
        drag(fixed, KURS, 200)
    assert calendar.focusPolicy() is Qt.FocusPolicy.StrongFocus

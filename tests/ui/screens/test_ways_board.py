"""The ways side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from iq_desktop.domain.way_wish import WayKind
from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.theme import Scheme, install_theme
from iq_desktop.ui.screens.parts.ways_board import WaysBoard
from tests.support.planned import a_plan
from tests.support.tongues import english

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def board(qtbot: QtBot, qapp: QApplication, project_folder: Path) -> WaysBoard:
    """The board, 926 pixels wide."""
    load_fonts(qapp, project_folder / "resources" / "fonts")
    install_theme(qapp, Scheme.LIGHT)
    page = QScrollArea()
    page.setWidgetResizable(True)
    board = WaysBoard(page)
    page.setWidget(board)
    qtbot.addWidget(page)
    speak_tree(page, english())
    board.show_plan(a_plan())
    page.resize(926, 1200)
    with qtbot.waitExposed(page):
        page.show()
    return board


def test_the_best_three_stand_side_by_side_with_the_same_facts_at_the_same_height(board: WaysBoard) -> None:
    columns = list(board.columns.values())
    assert [column.kind for column in columns] == [
        WayKind.RECOGNITION_COURSE,
        WayKind.RECOGNITION_EXAM,
        WayKind.EVALUATION,
    ]
    for parts in zip(*(column.parts for column in columns), strict=True):
        assert len({part.y() for part in parts}) == 1
        assert len({part.x() for part in parts}) == 3
    assert len({column.frame.height() for column in columns}) == 1


def test_below_each_other_where_there_is_little_room(board: WaysBoard) -> None:
    board.window().resize(420, 2000)
    QApplication.processEvents()
    frames = [column.frame for column in board.columns.values()]
    assert len({frame.x() for frame in frames}) == 1
    assert [frame.y() for frame in frames] == sorted(frame.y() for frame in frames)
    assert frames[0].geometry().bottom() < frames[1].y()


def test_risk_is_told_in_words_and_by_its_mark(board: WaysBoard) -> None:
    told = {column.risk.words.text(): column.risk.mark.kind for column in board.columns.values()}
    assert told == {"uncertain": "warn", "seldom succeeds at once": "danger", "probable": "info"}


def test_what_is_missing_and_not_verified_is_said(board: WaysBoard) -> None:
    stands = [(one.stand.words.text(), one.stand.below.text()) for one in board.columns.values()]
    assert stands == [
        ("As of Oct 1, 2026", ""),
        ("to be checked · As of Oct 1, 2026", ""),
        ("As of Oct 1, 2026", "2 answers are missing"),
    ]


def test_the_hoped_for_time_stands_beside_the_computed_one(board: WaysBoard) -> None:
    late, early = (board.columns[kind] for kind in (WayKind.RECOGNITION_COURSE, WayKind.RECOGNITION_EXAM))
    assert (late.hoped.mark.kind, early.hoped.mark.kind) == ("clock", "good")
    board.show_plan(a_plan(hoped_on=None))
    assert not late.hoped.isVisible()


def test_the_others_are_shown_on_demand_and_the_chosen_one_always(board: WaysBoard) -> None:
    assert board.more_button.text() == "Show 2 more ways"
    board.show_plan(a_plan(chosen=WayKind.RETRAINING))
    assert list(board.columns)[-1] is WayKind.RETRAINING
    assert board.columns[WayKind.RETRAINING].rank.text() == "Chosen"
    board.more_button.click()
    assert len(board.columns) == 5
    assert board.more_button.text() == "Show the best ways only"
    board.more_button.click()
    assert len(board.columns) == 4


def test_each_button_says_of_which_way_it_is(board: WaysBoard, qtbot: QtBot) -> None:
    column = board.columns[WayKind.EVALUATION]
    assert column.choose_button.accessibleDescription() == "Certificate evaluation and work"
    with qtbot.waitSignal(board.chosen) as chosen:
        column.choose_button.click()
    assert chosen.args == [WayKind.EVALUATION]
    with qtbot.waitSignal(board.looked_at) as looked:
        column.look_button.click()
    assert looked.args == [WayKind.EVALUATION]


def test_a_way_that_is_still_there_keeps_its_column(board: WaysBoard) -> None:
    column = board.columns[WayKind.EVALUATION]
    column.choose_button.setFocus()
    board.show_plan(a_plan(chosen=WayKind.EVALUATION))
    assert board.columns[WayKind.EVALUATION] is column
    assert column.choose_button.hasFocus()
    assert column.choose_button.text() == "No longer choose it"

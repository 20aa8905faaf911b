"""A list of any length: windows where one looks, ticks that stay, a scroll bar that tells the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from iq_desktop.ui.kit.long_table import WINDOW, LongTable
from iq_desktop.ui.kit.row_window import missing_starts
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.table import Column
from iq_desktop.wording.text import say
from tests.support.tongues import english

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from iq_desktop.wording.tongue import Tongue

TOTAL = 100_000


@dataclass(frozen=True)
class Row:
    number: int
    name: str


def _name(row: Row, _tongue: Tongue) -> str:
    return row.name


def _number(row: Row, _tongue: Tongue) -> str:
    return str(row.number)


def _key(row: Row) -> int:
    return row.number


def rows_from(start: int, count: int = WINDOW) -> list[Row]:
    return [Row(number, f"Name {number}") for number in range(start, min(start + count, TOTAL))]


@pytest.fixture
def table(qtbot: QtBot) -> LongTable:
    columns = (Column("name", say("Name"), _name, 3), Column("number", say("Case"), _number))
    made = LongTable(say("Cases"), columns, _key)
    qtbot.addWidget(made)
    speak_tree(made, english())
    made.resize(500, 400)
    made.begin_list(TOTAL, rows_from(0))
    made.show()
    return made


def test_the_scroll_bar_knows_the_whole_list_and_a_jump_fetches_what_is_seen(table: LongTable, qtbot: QtBot) -> None:
    wanted: list[int] = []
    table.window_wanted.connect(wanted.append)
    bar = table.verticalScrollBar()
    assert bar.maximum() > TOTAL * 30
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: bool(wanted))
    assert all(start % WINDOW == 0 and abs(start - TOTAL // 2) <= 2 * WINDOW for start in wanted)
    seen = table.rowAt(5)
    assert table.row_model.words(seen, 0) == "…"
    for start in wanted:
        table.put_window(start, rows_from(start))
    assert table.row_model.words(seen, 0) == f"Name {seen}"
    asked = len(wanted)
    bar.setValue(bar.value() + 10)
    QTest.qWait(1)
    assert len(wanted) == asked


def test_a_change_fetches_only_what_is_seen_and_keeps_place_and_choice(table: LongTable, qtbot: QtBot) -> None:
    table.selectRow(3)
    wanted: list[int] = []
    table.window_wanted.connect(wanted.append)
    table.refresh_list(TOTAL + 1)
    assert wanted == [0]
    assert table.row_model.rowCount() == TOTAL + 1
    table.put_window(0, [Row(-1, "Neu"), *rows_from(0, WINDOW - 1)])
    assert table.currentIndex().row() == 4
    assert table.current_row() == Row(3, "Name 3")
    qtbot.waitUntil(lambda: not table._look.isActive())


def test_what_was_seen_before_a_change_is_fetched_again_when_one_comes_back(table: LongTable, qtbot: QtBot) -> None:
    table.put_window(WINDOW, rows_from(WINDOW))
    wanted: list[int] = []
    table.window_wanted.connect(wanted.append)
    table.refresh_list(TOTAL)
    table.put_window(0, rows_from(0))
    assert wanted == [0]
    table.scrollTo(table.row_model.index(WINDOW + 60, 0), LongTable.ScrollHint.PositionAtCenter)
    qtbot.waitUntil(lambda: wanted == [0, WINDOW])
    assert table.row_model.words(WINDOW + 60, 0) == f"Name {WINDOW + 60}"
    table.put_window(WINDOW, rows_from(WINDOW + 1))
    assert table.row_model.words(WINDOW + 60, 0) == f"Name {WINDOW + 61}"
    qtbot.waitUntil(lambda: not table._look.isActive())
    assert wanted == [0, WINDOW]


def box_of(table: LongTable, index: QModelIndex) -> QRect:
    """Return where the box of a row is painted, whatever the style is."""
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    return table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table)


def test_ticks_stay_with_their_rows(table: LongTable) -> None:
    told: list[bool] = []
    table.ticked_changed.connect(lambda: told.append(True))
    table.let_tick(on=True)
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked == {2}
    table.long_model.tick(list(range(50_000, 50_010)), on=True)
    assert len(table.ticked) == 11
    table.put_window(0, rows_from(1))
    index = table.row_model.index(1, 0)
    assert table.row_model.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box_of(table, index).center())
    assert 2 not in table.ticked
    table.let_tick(on=False)
    assert table.ticked == frozenset()
    assert len(told) == 4


def test_the_heading_tells_by_which_column(table: LongTable) -> None:
    told: list[str] = []
    table.sorted_by.connect(told.append)
    table.let_sort()
    heads = table.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(1) + 10, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["number"]
    table.show_sort("number", is_descending=True)
    assert heads.isSortIndicatorShown()
    assert heads.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    table.show_sort("", is_descending=False)
    assert not heads.isSortIndicatorShown()


def test_a_shorter_list_forgets_its_end(table: LongTable) -> None:
    table.begin_list(3, rows_from(0, 3))
    assert table.row_model.rowCount() == 3
    table.put_window(0, rows_from(0, 5))
    assert len(table.rows) == 3


@pytest.mark.parametrize(
    ("first", "last", "starts"),
    [(0, 5, ()), (95, 105, (100,)), (150, 320, (100, 200, 300)), (395, -1, (300,)), (5, 3, ())],
)
def test_windows_are_missing_where_rows_are(first: int, last: int, starts: tuple[int, ...]) -> None:
    rows = [*range(100), *([None] * 300)]
    assert missing_starts(rows, first, last, 100) == starts

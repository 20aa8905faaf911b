"""The list keeps its place while rows change, asks for more at its end, and cuts no word where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.table import ROW_HEIGHT, Column, RowTable
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue
    from tests.ui.kit.conftest import Stage


@dataclass(frozen=True)
class Row:
    """One row."""

    id: int
    name: str
    state: str = "open"


def name_of(row: Row, _tongue: Tongue) -> str:
    return row.name


def state_of(row: Row, _tongue: Tongue) -> str:
    return row.state


def mark_of(row: Row) -> str:
    return "good" if row.state == "abgeschlossen" else "open"


def id_of(row: Row) -> int:
    return row.id


COLUMNS = (Column("name", say("Family name"), name_of, 3), Column("state", as_it_is("State"), state_of, 1, mark_of))


def a_table() -> RowTable:
    return RowTable(as_it_is("Cases"), COLUMNS, id_of, as_it_is("No case yet."))


def names(table: RowTable) -> list[str]:
    return [table.row_model.words(number, 0) for number in range(table.row_model.rowCount())]


def test_the_chosen_row_stays_chosen_while_others_come_and_go(stage: Stage) -> None:
    table = stage.show(a_table())
    table.show_rows([Row(1, "Öztürk"), Row(2, "Шевченко"), Row(3, "أحمدي")])
    assert table.choose(2)
    table.show_rows([Row(4, "Popescu"), Row(3, "أحمدي"), Row(2, "Шевченко")])
    assert table.current_row() == Row(2, "Шевченко")
    assert names(table) == ["Popescu", "أحمدي", "Шевченко"]
    table.show_rows([Row(4, "Popescu")])
    assert table.current_row() != Row(2, "Шевченко")
    assert not table.choose(2)


def test_only_what_differs_is_announced(stage: Stage) -> None:
    table = stage.show(a_table())
    rows = [Row(number, f"Name {number}") for number in range(50)]
    table.show_rows(rows)
    told: list[str] = []
    table.row_model.rowsInserted.connect(lambda *_: told.append("in"))
    table.row_model.rowsRemoved.connect(lambda *_: told.append("out"))
    table.row_model.modelReset.connect(lambda *_: told.append("reset"))
    table.row_model.dataChanged.connect(lambda first, _last, _roles: told.append(f"changed {first.row()}"))
    table.show_rows([*rows[:20], Row(20, "Neu"), *rows[21:]])
    assert told == ["changed 20"]
    assert names(table)[20] == "Neu"
    table.show_rows(rows[:49])
    assert told[1:] == ["out", "changed 20"]


def test_the_next_window_is_asked_for_near_the_end_and_only_once(stage: Stage) -> None:
    table = stage.show(a_table(), 400, 300)
    asked: list[int] = []
    table.more_wanted.connect(lambda: asked.append(1))
    table.show_rows([Row(number, f"Name {number}") for number in range(100)], more=True)
    stage.settle()
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() // 4)
    assert asked == []
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum() - 1)
    assert asked == [1]
    table.add_rows([Row(number, f"Name {number}") for number in range(100, 130)])
    assert len(table.rows) == 130


def test_enter_and_double_click_open_a_row(stage: Stage) -> None:
    table = stage.show(a_table())
    table.show_rows([Row(1, "Öztürk"), Row(2, "Wójcik")])
    opened: list[Any] = []
    chosen: list[Any] = []
    table.opened.connect(opened.append)
    table.chosen.connect(chosen.append)
    table.setFocus()
    stage.press(table, Qt.Key.Key_Return)
    table.choose(1)
    stage.press(table, Qt.Key.Key_Down)
    stage.press(table, Qt.Key.Key_Return)
    assert opened[-1] == Row(2, "Wójcik")
    assert chosen[-1] == Row(2, "Wójcik")


@pytest.mark.parametrize("width", [360, 700, 1200])
def test_no_word_is_cut_where_there_is_room(stage: Stage, width: int) -> None:
    table = stage.show(a_table(), width)
    table.show_rows([Row(1, "Müller-Öztürk, Ayşe", "abgeschlossen"), Row(2, "ገብረመድህን፡ ሰላም")])
    stage.settle()
    assert sum(table.columnWidth(each) for each in range(2)) == table.viewport().width()
    for column in range(2):
        words = max((table.row_model.words(row, column) for row in range(2)), key=len)
        extra = 24 if column == 1 else 0
        assert table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(words) + 24 + extra
    assert table.rowHeight(0) == ROW_HEIGHT
    assert clipped(table) == []


def test_an_empty_list_says_what_to_do(stage: Stage, german: Tongue) -> None:
    table = stage.show(a_table())
    assert table._empty.isVisible()
    assert table._empty.text() == "No case yet."
    table.show_rows([Row(1, "Öztürk")])
    assert not table._empty.isVisible()
    table.speak(german)
    assert table.row_model.headerData(0, Qt.Orientation.Horizontal) == "Familienname"


def test_a_state_is_told_by_shape_and_word(stage: Stage) -> None:
    table = stage.show(a_table())
    table.show_rows([Row(1, "Öztürk", "abgeschlossen"), Row(2, "Wójcik")])
    model = table.row_model
    done, still_open = (model.data(model.index(row, 1), Qt.ItemDataRole.DecorationRole) for row in range(2))
    assert done.toImage() != still_open.toImage()
    assert model.data(model.index(0, 1)) == "abgeschlossen"

"""Tab goes as the page is read, also through parts that were built late."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from iq_desktop.ui.kit.reading_order import go_by_tab

if TYPE_CHECKING:
    from tests.ui.kit.conftest import Stage


class Page(QWidget):
    """Two lines and a button, with rows between them that come late; Tab goes as it is read."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = QVBoxLayout(self)
        self.rows = QVBoxLayout()
        self.first, self.last, self.button = QLineEdit(), QLineEdit(), QPushButton("Add")
        self.lines.addWidget(self.first)
        self.lines.addLayout(self.rows)
        pair = QHBoxLayout()
        pair.addWidget(self.last)
        pair.addWidget(self.button)
        self.lines.addLayout(pair)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt names it so)
        return go_by_tab(self, is_forward=next)

    def walk(self, stage: Stage, key: Qt.Key) -> list[QWidget | None]:
        """Press a key once for each part and return what had the focus, ending where it begins again."""
        stops: list[QWidget | None] = []
        for _ in range(5):
            stage.press(self.focusWidget(), key)
            stops.append(self.focusWidget())
        return stops


def test_a_row_built_late_has_its_turn_where_it_stands(stage: Stage) -> None:
    page = stage.show(Page())
    row, floating = QComboBox(), QLineEdit(page)
    row.setEditable(True)
    page.rows.addWidget(row)
    floating.setGeometry(0, 400, 80, 30)
    floating.show()
    stage.settle()
    page.button.setFocus()
    assert page.walk(stage, Qt.Key.Key_Tab) == [floating, page.first, row, page.last, page.button]
    assert page.walk(stage, Qt.Key.Key_Backtab) == [page.last, row, page.first, floating, page.button]


def test_answers_of_which_one_is_chosen_are_one_stop(stage: Stage) -> None:
    page = stage.show(Page())
    answers = [QRadioButton(word) for word in ("Yes", "No", "Later")]
    for answer in answers:
        page.rows.addWidget(answer)
    stage.settle()
    page.first.setFocus()
    stage.press(page.first, Qt.Key.Key_Tab)
    assert page.focusWidget() is answers[0]
    answers[1].setChecked(True)
    stage.press(answers[0], Qt.Key.Key_Tab)
    assert page.focusWidget() is page.last
    stage.press(page.last, Qt.Key.Key_Backtab)
    assert page.focusWidget() is answers[1]
    page.button.setFocus()
    assert page.walk(stage, Qt.Key.Key_Tab)[:3] == [page.first, answers[1], page.last]


def test_what_followed_has_the_focus_when_a_part_is_taken_away(stage: Stage) -> None:
    page = stage.show(Page())
    rows = [QWidget(), QWidget()]
    for row in rows:
        QVBoxLayout(row).addWidget(QLineEdit(row))
        page.rows.addWidget(row)
    stage.settle()
    parts = [part for row in rows for part in row.findChildren(QLineEdit)]
    parts[0].setFocus()
    rows[0].hide()
    assert page.focusWidget() is parts[1]
    rows[1].hide()
    assert page.focusWidget() is page.last


def test_what_is_hidden_or_out_of_use_is_left_out(stage: Stage) -> None:
    page = stage.show(Page())
    page.last.hide()
    page.button.setEnabled(False)
    page.first.setFocus()
    stage.press(page.first, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.first


def test_a_page_without_a_field_takes_no_tab(stage: Stage) -> None:
    assert not go_by_tab(stage.show(QWidget()), is_forward=True)


def test_reading_leaves_nothing_behind_that_qt_may_delete(stage: Stage) -> None:
    page = Page()
    stage.show(page)
    before = _items()
    for _ in range(3):
        go_by_tab(page, is_forward=True)
    assert _items() <= before


def _items() -> int:
    """Return how many items of layouts Python holds on to."""
    return sum(type(one) in (QWidgetItem, QSpacerItem) for one in shiboken6.getAllValidWrappers())

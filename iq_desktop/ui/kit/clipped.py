"""Finds words that do not fit their place: tests walk every screen with it, in every language and scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARROW: Final = 52
_LINE_ENDS: Final = re.compile(r"\s+|\u200b|\u00ad|(?<=[/-])")


def clipped(root: QWidget) -> list[str]:
    """Return what is cut off anywhere in a shown tree: the kind of widget and its words."""
    found: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and not getattr(widget, "may_be_short", False):
            found += [f"{type(widget).__name__}: {words}" for words in _cut_words(widget)]
    return found


def _cut_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        if widget.text() and not _label_fits(widget):
            yield widget.text()
    elif isinstance(widget, QAbstractButton):
        if widget.text() and not _button_fits(widget):
            yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from _cut_choice(widget)
    elif isinstance(widget, QLineEdit):
        if _width_of(widget, widget.placeholderText()) > widget.width() - 16:
            yield widget.placeholderText()
    elif isinstance(widget, QTableView):
        yield from _cut_headings(widget)
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()) if _tab_is_cut(widget, tab))


def _label_fits(label: QLabel) -> bool:
    if label.wordWrap():
        longest = max((_width_of(label, word) for word in _LINE_ENDS.split(label.text())), default=0)
        return label.heightForWidth(label.width()) <= label.height() + 1 and longest <= label.width() + 1
    return label.sizeHint().width() <= label.width() + 1 and label.sizeHint().height() <= label.height() + 1


def _button_fits(button: QAbstractButton) -> bool:
    if button.hasHeightForWidth():
        return button.heightForWidth(button.width()) <= button.height() + 1
    return button.sizeHint().width() <= button.width() + 1 and button.sizeHint().height() <= button.height() + 1


def _cut_choice(box: QComboBox) -> Iterator[str]:
    if not box.isEditable() and _width_of(box, box.currentText()) + _ARROW > box.width() and not box.toolTip():
        yield box.currentText()


def _cut_headings(table: QTableView) -> Iterator[str]:
    heads, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount()):
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if not heads.isSectionHidden(column) and _width_of(heads, words) > heads.sectionSize(column):
            yield words


def _tab_is_cut(bar: QTabBar, tab: int) -> bool:
    return bar.tabSizeHint(tab).width() > bar.tabRect(tab).width() + 1


def _width_of(widget: QWidget, words: str) -> int:
    return widget.fontMetrics().horizontalAdvance(words)

"""A list of any length with a true scroll bar: rows are fetched in windows around what is seen, and can be ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView

from iq_desktop.ui.kit.row_window import missing_starts
from iq_desktop.ui.kit.table import RowModel, RowTable
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.kit.table import Column

WINDOW: Final = 100
"""Rows that are fetched at once."""
_WAITING: Final = "…"
_Index = QModelIndex | QPersistentModelIndex
_TICK: Final = Qt.ItemDataRole.CheckStateRole


class LongModel(RowModel):
    """Rows by number, None where a row is not fetched yet; `ticked` holds the keys of the ticked ones.

    `outdated` holds the first numbers of windows that may have changed since they were fetched.
    """

    ticked_changed = Signal()

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], Hashable], parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__(columns, key, parent)
        self.ticked: set[Hashable] = set()
        self.outdated: set[int] = set()
        self.can_tick = False

    def begin(self, total: int, rows: Sequence[Any]) -> None:
        """Show another list of `total` rows, whose first ones are known."""
        self._resize(total)
        self.outdated.clear()
        for number in range(total):
            self.rows[number] = None
            self._spoken[number] = None
        self.put(0, rows)
        self._tell(0, total)

    def put(self, start: int, rows: Sequence[Any]) -> None:
        """Fill in rows that were fetched; those behind the end are left out."""
        self.outdated.discard(start)
        known = rows[: max(len(self.rows) - start, 0)]
        self.rows[start : start + len(known)] = known
        self._spoken[start : start + len(known)] = [None] * len(known)
        self._tell(start, start + len(known))

    def forget_rows(self, total: int) -> None:
        """Take note that the list may have changed: rows are shown as they were until they are fetched again."""
        self._resize(total)
        self.outdated = set(range(0, total, WINDOW))

    def words(self, row: int, column: int) -> str:
        """Return the words of a cell, a sign of waiting where the row is not there yet."""
        if self.rows[row] is None:
            return _WAITING if column == 0 else ""
        return super().words(row, column)

    def find_row(self, key: Hashable) -> int | None:
        """Return the number of a row that is known, or None."""
        return next((number for number, row in enumerate(self.rows) if row is not None and self._key(row) == key), None)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, nothing but the sign of waiting where the row is not there yet."""
        row = self.rows[index.row()]
        if role == _TICK and index.column() == 0 and self.can_tick:
            is_ticked = row is not None and self._key(row) in self.ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if row is None and role == Qt.ItemDataRole.DecorationRole:
            return None
        return super().data(index, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the first cell of a row be ticked."""
        flags = super().flags(index)
        if index.column() == 0 and self.can_tick and index.isValid() and self.rows[index.row()] is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row or take the tick away."""
        if role != _TICK or self.rows[index.row()] is None:
            return False
        self.tick([self._key(self.rows[index.row()])], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, keys: Sequence[Hashable], *, on: bool) -> None:
        """Tick rows by their keys, or take the ticks away; rows that are not fetched yet count as well."""
        before = set(self.ticked)
        self.ticked = self.ticked | set(keys) if on else self.ticked - set(keys)
        if self.ticked != before:
            self._tell(0, len(self.rows))
            self.ticked_changed.emit()

    def _resize(self, total: int) -> None:
        count = len(self.rows)
        if total > count:
            self.beginInsertRows(QModelIndex(), count, total - 1)
            self.rows += [None] * (total - count)
            self._spoken += [None] * (total - count)
            self.endInsertRows()
        elif total < count:
            self.beginRemoveRows(QModelIndex(), total, count - 1)
            del self.rows[total:], self._spoken[total:]
            self.endRemoveRows()

    def _tell(self, start: int, end: int) -> None:
        if end > start:
            self.dataChanged.emit(self.index(start, 0), self.index(end - 1, self.columnCount() - 1))


class LongTable(RowTable):
    """The list; `window_wanted` carries the number of the first row of a window that is seen and not there yet.

    `sorted_by` carries the name of a column whose heading was pressed, `ticked_changed` tells that ticks changed.
    """

    window_wanted = Signal(int)
    sorted_by = Signal(str)
    ticked_changed = Signal()
    head_room = 12

    def __init__(
        self,
        name: Text,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable],
        empty: Text = NOTHING,
        parent: QWidget | None = None,
    ) -> None:
        """Build the list without rows."""
        super().__init__(name, columns, key, empty, parent)
        self._asked: set[int] = set()
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._ask_for_seen)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.horizontalHeader().sectionClicked.connect(self._tell_sorted)
        self.long_model.ticked_changed.connect(self.ticked_changed)

    def make_model(self) -> RowModel:
        """Return a model whose rows may still be missing."""
        return LongModel(self._columns, self._key, self)

    @property
    def long_model(self) -> LongModel:
        """The model of this list."""
        model = self.row_model
        if not isinstance(model, LongModel):
            message = "another model"
            raise TypeError(message)
        return model

    @property
    def ticked(self) -> frozenset[Hashable]:
        """The keys of the ticked rows, those that are not fetched yet included."""
        return frozenset(self.long_model.ticked)

    def begin_list(self, total: int, rows: Sequence[Any]) -> None:
        """Show another list from its beginning: `total` rows, of which the first are known."""
        self._asked.clear()
        self.long_model.begin(total, rows)
        self.scrollToTop()
        self._measure(0)

    def refresh_list(self, total: int) -> None:
        """Take note that the list changed: what is seen is fetched again, the place on the screen stays."""
        self.long_model.forget_rows(total)
        self._asked.clear()
        for start in self._seen_starts():
            self._ask(start)

    def put_window(self, start: int, rows: Sequence[Any]) -> None:
        """Fill in a window that was fetched."""
        self._asked.discard(start)
        current = self.current_row()
        self.long_model.put(start, rows)
        now = self.current_row()
        if current is not None and (now is None or self._key(now) != self._key(current)):
            self.choose(self._key(current))
        self._measure(0)
        self._look.start()

    def let_tick(self, *, on: bool) -> None:
        """Show boxes to tick before the rows, or take them away with all ticks."""
        model = self.long_model
        model.can_tick = on
        if not on:
            model.tick(list(model.ticked), on=False)
        self.viewport().update()

    def show_sort(self, name: str, *, is_descending: bool) -> None:
        """Mark the heading by which the list is in order; an empty name marks none."""
        heads = self.horizontalHeader()
        names = [column.name for column in self._columns]
        heads.setSortIndicatorShown(name in names)
        if name in names:
            order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
            heads.setSortIndicator(names.index(name), order)

    def let_sort(self) -> None:
        """Let the headings be pressed."""
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the chosen row with the space bar."""
        model, row = self.long_model, self.current_row()
        if event.key() == Qt.Key.Key_Space and model.can_tick and row is not None:
            key = self._key(row)
            model.tick([key], on=key not in model.ticked)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fetch what a larger list shows."""
        super().resizeEvent(event)
        self._look.start()

    def _look_soon(self, _value: int) -> None:
        self._look.start()

    def _seen_starts(self) -> tuple[int, ...]:
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        end = last if last >= 0 else len(self.long_model.rows) - 1
        return tuple(dict.fromkeys(number // WINDOW * WINDOW for number in (first, end) if end >= 0))

    def _ask_for_seen(self) -> None:
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        outdated = self.long_model.outdated.intersection(self._seen_starts())
        for start in sorted({*missing_starts(self.long_model.rows, first, last, WINDOW), *outdated}):
            if start not in self._asked:
                self._ask(start)

    def _ask(self, start: int) -> None:
        self._asked.add(start)
        self.window_wanted.emit(start)

    def _tell_sorted(self, section: int) -> None:
        self.sorted_by.emit(self._columns[section].name)

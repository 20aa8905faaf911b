"""A list of row values: in windows, updated by difference, no word cut where there is room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from iq_desktop.ui.kit.columns import share_width
from iq_desktop.ui.kit.icons import picture_of
from iq_desktop.ui.kit.mark import mark_colour
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.wording.text import NOTHING, Text
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

ROW_HEIGHT: Final = 40
_PADDING: Final = 34
_ICON: Final = 16
_MEASURED: Final = 100
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the words of a row, its share of spare room, and the kind of its mark (see mark.py)."""

    name: str
    title: Text
    words: Callable[[Any, Tongue], str]
    weight: int = 1
    mark: Callable[[Any], str] | None = None
    to_right: bool = False


class RowModel(QAbstractTableModel):
    """The rows of a table; words are spoken when a row is first seen."""

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], Hashable], parent: QWidget) -> None:
        """Keep the columns, and what makes a row the same row."""
        super().__init__(parent)
        self.rows: list[Any] = []
        self._columns, self._key = tuple(columns), key
        self._spoken: list[tuple[str, ...] | None] = []
        self._tongue: Tongue | None = None

    def speak(self, tongue: Tongue) -> None:
        """Speak headings and rows in a tongue."""
        self._tongue = tongue
        self._spoken = [None] * len(self.rows)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self._columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Change what differs, so that the chosen row and the place on the screen stay."""
        old, new = [self._key(row) for row in self.rows], [self._key(row) for row in rows]
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        for tag, start, end, first, last in reversed(steps):
            if tag in ("delete", "replace"):
                self.beginRemoveRows(QModelIndex(), start, end - 1)
                del self.rows[start:end], self._spoken[start:end]
                self.endRemoveRows()
            if tag in ("insert", "replace"):
                self._insert(start, rows[first:last])
        for number, row in enumerate(rows):
            if row != self.rows[number]:
                self.rows[number], self._spoken[number] = row, None
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._columns) - 1))

    def add_rows(self, rows: Sequence[Any]) -> None:
        """Put the next window of rows at the end."""
        if rows:
            self._insert(len(self.rows), rows)

    def words(self, row: int, column: int) -> str:
        """Return the words of a cell, empty before the language is known."""
        if self._tongue is None:
            return ""
        spoken = self._spoken[row]
        if spoken is None:
            value, tongue = self.rows[row], self._tongue
            spoken = self._spoken[row] = tuple(each.words(value, tongue) for each in self._columns)
        return spoken[column]

    def find_row(self, key: Hashable) -> int | None:
        """Return the number of the row with a key, or None."""
        return next((number for number, row in enumerate(self.rows) if self._key(row) == key), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (an invalid index stands for the root)
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (see rowCount)
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; long words are told whole as tool tip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(index.row(), index.column())
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and column.mark is not None:
            kind = column.mark(self.rows[index.row()])
            return picture_of(kind, mark_colour(kind), scaled(_ICON), 2) if kind else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.to_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and self._tongue:
            return self._tongue.speak(self._columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].to_right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _insert(self, at: int, rows: Sequence[Any]) -> None:
        self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
        self.rows[at:at] = rows
        self._spoken[at:at] = [None] * len(rows)
        self.endInsertRows()


class RowTable(QTableView):
    """The list: `opened` on Enter or double click, `chosen` when another row is current, `more_wanted` near the end."""

    opened = Signal(object)
    chosen = Signal(object)
    more_wanted = Signal()
    head_room = 0
    """Pixels that a heading needs beside its words, at the usual size of the text."""

    def __init__(
        self,
        name: Text,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable],
        empty: Text = NOTHING,
        parent: QWidget | None = None,
    ) -> None:
        """Build the list; `name` is for screen readers, `empty` says what to do while there are no rows."""
        super().__init__(parent)
        self._name, self._columns, self._key = name, tuple(columns), key
        self._has_more = False
        self.row_model = self.make_model()
        self.setModel(self.row_model)
        self._needs = [0] * len(self._columns)
        self._empty = SpeakingLabel(empty, "muted", self.viewport())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._dress()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)

    def make_model(self) -> RowModel:
        """Return the model of the rows."""
        return RowModel(self._columns, self._key, self)

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows that were shown so far."""
        return tuple(self.row_model.rows)

    def current_row(self) -> Any:
        """Return the value of the chosen row, or None."""
        number = self.currentIndex().row()
        return self.row_model.rows[number] if 0 <= number < len(self.row_model.rows) else None

    def choose(self, key: Hashable) -> bool:
        """Choose the row with a key and bring it into sight; returns whether it is there."""
        number = self.row_model.find_row(key)
        if number is not None:
            self.selectRow(number)
        return number is not None

    def show_rows(self, rows: Sequence[Any], *, more: bool = False) -> None:
        """Show these rows; `more` says that further windows can be asked for."""
        current = self.current_row()
        self._has_more = more
        self.row_model.show_rows(rows)
        if current is not None and self.current_row() is None:
            self.choose(self._key(current))
        self._measure(0)

    def add_rows(self, rows: Sequence[Any], *, more: bool = False) -> None:
        """Put the next window of rows at the end."""
        start = len(self.row_model.rows)
        self._has_more = more
        self.row_model.add_rows(rows)
        self._measure(start)

    def speak(self, tongue: Tongue) -> None:
        """Show everything in a tongue."""
        self.setAccessibleName(tongue.speak(self._name))
        self.row_model.speak(tongue)
        self._measure(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        self.fit_text()

    def fit_text(self) -> None:
        """Take the heights that the words need, and measure the columns anew."""
        heads = self.horizontalHeader()
        heads.setFont(small_font(self.font()))
        heads.setFixedHeight(scaled(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self._measure(0)

    def _measure(self, start: int) -> None:
        """Find what each column needs, from its heading and the first rows of a window."""
        measure, model = QFontMetrics(QGuiApplication.font()).horizontalAdvance, self.row_model
        if start == 0:
            heads = (str(model.headerData(each, Qt.Orientation.Horizontal) or "") for each in range(len(self._columns)))
            self._needs = [measure(head) + scaled(_PADDING + self.head_room) for head in heads]
        for number, column in enumerate(self._columns):
            extra = scaled(_PADDING + (_ICON + 8 if column.mark else 0))
            rows = range(start, min(start + _MEASURED, len(model.rows)))
            widest = max((measure(model.words(row, number)) for row in rows), default=0)
            self._needs[number] = max(self._needs[number], widest + extra)
        self._share()

    def show_columns(self, hidden: Collection[str]) -> None:
        """Show every column but these, for example where there is little room."""
        for number, column in enumerate(self._columns):
            self.setColumnHidden(number, column.name in hidden)
        self._share()

    def _share(self) -> None:
        is_shown = [not self.isColumnHidden(number) for number in range(len(self._columns))]
        needs = [need if shown else 0 for need, shown in zip(self._needs, is_shown, strict=True)]
        weights = [column.weight if shown else 0 for column, shown in zip(self._columns, is_shown, strict=True)]
        widths = share_width(needs, weights, self.viewport().width())
        for number, width in enumerate(widths):
            if is_shown[number]:
                self.setColumnWidth(number, width)
        self._empty.setVisible(not self.row_model.rows)
        self._empty.setGeometry(self.viewport().rect().adjusted(24, 8, -24, -8))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.row_model.rows[index.row()])

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.row_model.rows[index.row()])

    def _look_for_end(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if self._has_more and value >= bar.maximum() - 10 * scaled(ROW_HEIGHT):
            self._has_more = False
            self.more_wanted.emit()

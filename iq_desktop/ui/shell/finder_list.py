"""The painted list of what was found by name: icon, name, what stands beside it, and its keys as on the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.ui.shell.keys import native_keys
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from iq_desktop.ui.shell.finder_entries import Entry
    from iq_desktop.wording.tongue import Tongue

ROW_HEIGHT: Final = 44
_SIDE: Final = 16
_ICON: Final = 20
_GAP: Final = 12
_LEAST_BESIDE: Final = 48
"""Pixels below which what stands beside a name is left out rather than shortened to nothing."""
_ENTRY: Final = Qt.ItemDataRole.UserRole
_BESIDE: Final = Qt.ItemDataRole.UserRole + 1
_NOTE: Final = Qt.ItemDataRole.UserRole + 2
_KEYS: Final = Qt.ItemDataRole.UserRole + 3


class FoundModel(QAbstractListModel):
    """What was found, spoken once."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self._words: list[tuple[str, str, str, str]] = []

    def show_entries(self, entries: Sequence[Entry], tongue: Tongue) -> None:
        """Show other entries in a tongue."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self._words = [
            (tongue.speak(one.title), tongue.speak(one.beside), tongue.speak(one.note), native_keys(one.keys))
            for one in self.entries
        ]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  (the root)
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows and tells."""
        title, beside, note, keys = self._words[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (title, beside, note, keys)))
        shown = {Qt.ItemDataRole.DisplayRole: title, _BESIDE: beside, _NOTE: note, _KEYS: keys}
        return shown.get(role, self.entries[index.row()].icon if role == _ENTRY else None)


class FoundList(QListView):
    """The list; it never takes the focus, which stays in the line above it."""

    def __init__(self, parent: QWidget) -> None:
        """Build the empty list."""
        super().__init__(parent)
        self.found = FoundModel(self)
        self.setObjectName("found_list")
        self.setModel(self.found)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "found")
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def speak(self, tongue: Tongue) -> None:
        """Name the list for screen readers."""
        self.setAccessibleName(tongue.speak(say("What was found")))

    @property
    def chosen(self) -> Entry | None:
        """The entry that Enter takes, or None in an empty list."""
        row = self.currentIndex().row()
        return self.found.entries[row] if 0 <= row < len(self.found.entries) else None

    def show_entries(self, entries: Sequence[Entry], tongue: Tongue, chosen: Entry | None = None) -> None:
        """Show other entries with the first one chosen, or the one that stays chosen."""
        self.found.show_entries(entries, tongue)
        row = self.found.entries.index(chosen) if chosen in self.found.entries else 0
        self.setCurrentIndex(self.found.index(row, 0))
        self.scrollTo(self.currentIndex())

    def choose(self, step: int) -> None:
        """Choose another entry some rows away; from either end a single step leads to the other."""
        count, row = len(self.found.entries), self.currentIndex().row()
        if count:
            other = (row + step) % count if abs(step) == 1 else max(0, min(row + step, count - 1))
            self.setCurrentIndex(self.found.index(other, 0))


class _Painter(QStyledItemDelegate):
    """Paints one row; keys stand in small frames like caps of a keyboard."""

    def __init__(self, found: FoundList) -> None:
        super().__init__(found)
        self._list = found

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(200), scaled(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = colours_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(row).adjusted(6, 1, -6, -1), 8, 8)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(row.x() + 6, row.y() + 10, 3, row.height() - 20), 1.5, 1.5)
        icon = scaled(_ICON)
        place = QPoint(row.x() + _SIDE, row.y() + (row.height() - icon) // 2)
        paint_icon(painter, str(index.data(_ENTRY)), colours.accent if is_chosen else colours.muted, place, icon)
        left, right = row.x() + _SIDE + icon + _GAP, row.right() - _SIDE
        right = self._paint_end(painter, index, QRect(row.x(), row.y(), right - row.x(), row.height()))
        self._paint_names(painter, index, QRect(left, row.y(), max(right - left, 0), row.height()), is_chosen=is_chosen)
        painter.restore()

    def _paint_end(self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, room: QRect) -> int:
        """Paint keys or a note at the right end, and return where the room left of them ends."""
        keys, note = str(index.data(_KEYS) or ""), str(index.data(_NOTE) or "")
        colours, small = colours_now(), small_font(painter.font())
        words = keys or note
        if not words:
            return room.right()
        wide = QFontMetrics(small).horizontalAdvance(words)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        if not keys:
            box = QRect(room.right() - wide, room.y(), wide, room.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)
            return box.x() - _GAP
        high = QFontMetrics(small).height() + 6
        cap = QRectF(room.right() - wide - 16, room.y() + (room.height() - high) / 2, wide + 16, high)
        painter.setPen(QPen(QColor(colours.outline), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(cap, 5, 5)
        painter.setPen(QColor(colours.text))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), words)
        return int(cap.x()) - _GAP

    def _paint_names(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, room: QRect, *, is_chosen: bool
    ) -> None:
        colours = colours_now()
        title, beside = str(index.data() or ""), str(index.data(_BESIDE) or "")
        usual = QFont(self._list.font())
        usual.setWeight(QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
        painter.setFont(usual)
        painter.setPen(QColor(colours.text))
        side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side, shown)
        start = painter.fontMetrics().horizontalAdvance(shown) + _GAP
        if not beside or room.width() - start < _LEAST_BESIDE:
            return
        painter.setFont(small_font(self._list.font()))
        painter.setPen(QColor(colours.muted))
        rest = room.adjusted(start, 1, 0, 1)
        painter.drawText(
            rest, side, painter.fontMetrics().elidedText(beside, Qt.TextElideMode.ElideRight, rest.width())
        )

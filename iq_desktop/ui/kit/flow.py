"""Layouts of our own: words in lines, fields in pairs, cards in columns; each gives every part the height it needs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from iq_desktop.ui.kit.columns import pair_fields, split_columns
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP

TWO_COLUMNS: Final = 900
"""Width from which cards stand in two columns, in pixels at the usual size of the text."""
_HALF_LINE: Final = 168
_WHOLE_LINE: Final = 100_000


class ItemLayout(QLayout):
    """A list of items whose height depends on the width; the arrangement is left to those that follow."""

    def __init__(self, parent: QWidget | None = None, gap: int = STEP) -> None:
        """Keep the gap between items, in pixels."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out and return it, or None behind the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that nothing is wanted beyond the need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that a width needs."""
        return max((place.bottom() + 1 for _item, place in self._places(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Set the items into a place, mirrored for right-to-left."""
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item, place in self._places(rect.width()):
            item.setGeometry(QStyle.visualRect(direction, rect, place.translated(rect.topLeft())))

    def sizeHint(self) -> QSize:
        """Return the width of the widest item, and the height that it then needs."""
        width = max((item.sizeHint().width() for item in self._shown()), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Return the smallest width that shows every item."""
        return QSize(max((item.minimumSize().width() for item in self._shown()), default=0), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Return each shown item with its place in a field of a width that begins at 0, 0."""
        raise NotImplementedError


class FlowLayout(ItemLayout):
    """Items beside each other, as words are set, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None, gap: int = STEP, line_gap: int | None = None) -> None:
        """Keep the gaps between items and between lines, which are the same unless both are given."""
        super().__init__(parent, gap)
        self._line_gap = gap if line_gap is None else line_gap

    def sizeHint(self) -> QSize:
        """Return the size of one single line."""
        width = sum(item.sizeHint().width() + self._gap for item in self._shown())
        return QSize(max(width - self._gap, 0), max((item.sizeHint().height() for item in self._shown()), default=0))

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        x = y = line = 0
        places = []
        for item in self._shown():
            wanted = min(item.sizeHint().width(), width)
            size = QSize(wanted, height_of(item, wanted))
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._line_gap, 0
            places.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self._gap
            line = max(line, size.height())
        return places


class HeadLayout(ItemLayout):
    """A heading and its buttons at the other end of the line, or below it where the heading would have to wrap."""

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        items = self._shown()
        sizes = [QSize(min(item.sizeHint().width(), width), height_of(item, width)) for item in items]
        line = sum(size.width() + self._gap for size in sizes) - self._gap
        if line > width:
            return self._below(items, width)
        tall, x, places = max((size.height() for size in sizes), default=0), 0, []
        for number, (item, size) in enumerate(zip(items, sizes, strict=True)):
            wide = size.width() + (width - line if number == 0 else 0)
            places.append((item, QRect(x, (tall - size.height()) // 2, wide, size.height())))
            x += wide + self._gap
        return places

    def _below(self, items: list[QLayoutItem], width: int) -> list[tuple[QLayoutItem, QRect]]:
        places, y = [], 0
        for number, item in enumerate(items):
            wide = width if number == 0 else min(item.sizeHint().width(), width)
            places.append((item, QRect(0, y, wide, height_of(item, wide))))
            y = places[-1][1].bottom() + 1 + self._gap
        return places


class FieldLayout(ItemLayout):
    """Fields below each other, two narrow ones in a line where there is room; `wide` ones always alone."""

    def __init__(self, parent: QWidget | None = None, gap: int = STEP) -> None:
        """Keep the gap between fields."""
        super().__init__(parent, gap)
        self._wide: list[bool] = []

    def add_field(self, field: QWidget, *, wide: bool = False) -> None:
        """Add a field at the end."""
        self._wide.append(wide)
        self.addWidget(field)

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        wide = dict(zip(map(id, self._items), self._wide, strict=False))
        items = self._shown()
        wants = [
            _WHOLE_LINE if wide.get(id(item)) else max(item.sizeHint().width(), scaled(_HALF_LINE)) for item in items
        ]
        places, y = [], 0
        for line in pair_fields(wants, width, 2 * STEP):
            cell = width if len(line) == 1 else (width - 2 * STEP) // 2
            height = max(height_of(items[number], cell) for number in line)
            places += [
                (items[number], QRect(place * (cell + 2 * STEP), y, cell, height)) for place, number in enumerate(line)
            ]
            y += height + self._gap
        return places


class CardLayout(ItemLayout):
    """Cards below each other, in two columns where the width allows; read down the first, then down the second."""

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        items = self._shown()
        is_two = width >= scaled(TWO_COLUMNS) and len(items) > 1
        cell = (width - self._gap) // 2 if is_two else width
        heights = [height_of(item, cell) for item in items]
        first = split_columns(heights) if is_two else len(items)
        places, y = [], 0
        for number, (item, height) in enumerate(zip(items, heights, strict=True)):
            if number == first:
                y = 0
            places.append((item, QRect(0 if number < first else cell + self._gap, y, cell, height)))
            y += height + self._gap
        return places


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height that an item needs at a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

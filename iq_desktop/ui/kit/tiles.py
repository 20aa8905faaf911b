"""Tiles of one width beside each other, as many in a line as have room, all of a line equally high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from iq_desktop.ui.kit.flow import ItemLayout, height_of
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class TileLayout(ItemLayout):
    """Equal tiles; `least` is the width below which a line holds one tile less, in pixels at the usual size."""

    def __init__(self, parent: QWidget | None = None, least: int = 160, gap: int = STEP) -> None:
        """Keep the least width and the gap."""
        super().__init__(parent, gap)
        self._least = least

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        items = self._shown()
        if not items:
            return []
        fitting = max((width + self._gap) // (scaled(self._least) + self._gap), 1)
        lines = -(-len(items) // fitting)
        columns = -(-len(items) // lines)
        cell = (width - self._gap * (columns - 1)) // columns
        places, y = [], 0
        for first in range(0, len(items), columns):
            line = items[first : first + columns]
            tall = max(height_of(item, cell) for item in line)
            places += [(item, QRect(at * (cell + self._gap), y, cell, tall)) for at, item in enumerate(line)]
            y += tall + self._gap
        return places

"""A small icon that says in shape and colour how something stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Mark(QWidget):
    """An icon in the colour of its kind: good, warn, danger, info or open; always beside words."""

    def __init__(self, kind: str, parent: QWidget | None = None, size: int = 16) -> None:
        """Keep kind and size."""
        super().__init__(parent)
        self.kind = kind
        measure_by_text(self, width=size, height=size)

    def show_kind(self, kind: str) -> None:
        """Show another kind."""
        self.kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        paint_icon(painter, self.kind, mark_colour(self.kind), QPoint(0, 0), self.width())
        painter.end()


def mark_colour(kind: str) -> str:
    """Return the colour of a kind; any other icon is painted in the colour of quiet words."""
    roles = {"good": "good", "warn": "warn", "danger": "danger", "info": "accent"}
    return colours_now().of(roles.get(kind, "muted"))

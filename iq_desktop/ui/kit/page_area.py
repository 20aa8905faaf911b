"""The scrolled part of a screen, below a head that ends at the same right edge, with or without a scroll bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout


class PageArea(QScrollArea):
    """Scrolls a widget up and down only; its parts take the focus, not the place itself."""

    def __init__(self, inside: QWidget, head: QLayout | None = None, parent: QWidget | None = None) -> None:
        """Put a widget into the place; `head` is what stands above it with the margins that it has now."""
        super().__init__(parent)
        self._head = head
        self._margin = head.contentsMargins().right() if head is not None else 0
        inside.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End the head where the parts end: a scroll bar takes some of their room."""
        super().resizeEvent(event)
        inside = self.widget()
        if self._head is not None and inside is not None:
            lost = self.width() - min(self.viewport().width(), inside.maximumWidth())
            margins = self._head.contentsMargins()
            margins.setRight(self._margin + lost)
            self._head.setContentsMargins(margins)

"""Many rows below each other: each is measured once for a width, so that a hundred of them stay quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class TallList(QWidget):
    """Rows of any height; only rows that ask for it are measured again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows in their order; others that are children stay hidden."""
        for row in self._rows:
            if row not in rows:
                row.hide()
        self._rows = list(rows)
        for row in self._rows:
            if row.isHidden():
                row.show()
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the height of all rows, and the width of the widest one's least need."""
        return QSize(max((row.minimumSizeHint().width() for row in self._rows), default=0), self._height)

    def event(self, event: QEvent) -> bool:
        """Arrange the rows again where one of them wants another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _arrange(self) -> None:
        y, width = 0, self.width()
        for row in self._rows:
            height = row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height()
            row.setGeometry(0, y, width, height)
            y += height
        if y != self._height:
            self._height = y
            self.updateGeometry()

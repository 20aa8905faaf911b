"""A row whose least height is what its words need at its present width: lists end where their rows do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from iq_desktop.ui.kit.sizes import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST: Final = 240


class TightRow(QFrame):
    """Qt alone asks for the height at the least width, which leaves empty room below long lists."""

    def minimumSizeHint(self) -> QSize:
        """Return a narrow width with the height at the present width."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return hint
        width = max(self.width(), min(hint.width(), scaled(_LEAST)))
        return QSize(hint.width(), layout.totalHeightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

"""Words with buttons at their side, which go below the words where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QWidget

from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_BESIDE: Final = 400
"""From this width on buttons stand at the side, in pixels."""
_NARROW: Final = 200


class SideRow(QFrame):
    """A row of words and buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(STEP)

    def fill(self, words: QLayout, *buttons: QWidget) -> None:
        """Set words and buttons."""
        self._line.addLayout(words, 1)
        for button in buttons:
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the words alone."""
        return QSize(scaled(_NARROW), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons beside or below the words."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

"""A line of words that is shortened where there is no room; the whole of it is the tool tip and told to readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from iq_desktop.ui.kit.sizes import scaled, size_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LEAST: Final = 72
"""The narrowest place for shortened words, in pixels at the usual size of the text."""


class ShortLabel(QLabel):
    """One line that gives way in width."""

    may_be_short = True
    """Says to whoever looks for cut words that these are meant to be."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        """Begin without words."""
        super().__init__(parent)
        self.setProperty("role", role)
        size_words(self)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:
        """Return a width that holds a few letters."""
        whole = super().sizeHint()
        return QSize(min(whole.width(), scaled(_LEAST)), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as many letters as there is room for, and dots where some are left out."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self.rect(), int(side | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()

"""Words in one line that are shortened where there is no room; the whole of them is the tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from iq_desktop.ui.kit.sizes import scaled, size_words
from iq_desktop.ui.kit.speaking import SpeakingButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

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


class ShortButton(SpeakingButton):
    """A button whose words are shortened where there is no room; the whole of them is the tool tip."""

    may_be_short = True

    def __init__(self, text: Text, role: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        """Build a button that gives way in width."""
        super().__init__(text, role, icon, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def speak(self, tongue: Tongue) -> None:
        """Show the text in a tongue."""
        super().speak(tongue)
        self.setToolTip(self.accessibleName())

    def minimumSizeHint(self) -> QSize:
        """Return a width that holds icon and a few letters."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), scaled(2 * _LEAST)), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button with as many letters as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        around = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        room = self.width() - around + 2  # letters may be a fraction wider than their measure
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

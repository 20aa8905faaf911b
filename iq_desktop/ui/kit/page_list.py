"""The pages of a case at its left side, each with what it still lacks, in shape and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from iq_desktop.ui.kit.fonts import SMALL
from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.mark import mark_colour
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.kit.rail import Place
    from iq_desktop.wording.tongue import Tongue

PAGES_WIDTH: Final = 216
_HEIGHT: Final = 54


class PageButton(QPushButton):
    """One page: icon, name, and below it a mark with a word on how it stands."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        """Keep the page; nothing is known about its state."""
        super().__init__(parent)
        self.setObjectName(place.name)
        self.setProperty("role", "page_button")
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place, self._kind, self._state, self._words = place, "", NOTHING, ""

    def show_state(self, kind: str, state: Text) -> None:
        """Show how the page stands: the kind of the mark (see mark.py) and its words."""
        self._kind, self._state = kind, state
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Show name and state in a tongue."""
        self.setText(tongue.speak(self._place.text))
        self._words = tongue.speak(self._state)
        self.setAccessibleName(", ".join(filter(None, (self.text(), self._words))))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that both lines need."""
        measure = QFontMetrics(_font(self.font(), self.font().pixelSize(), strong=True)).horizontalAdvance
        small = QFontMetrics(_font(self.font(), SMALL, strong=False)).horizontalAdvance
        return QSize(44 + max(measure(self.text()), small(self._words) + 20) + 12, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: where the window is low, the list scrolls."""
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, name and state."""
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        if is_on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if is_on else colours.raised))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        top = 8 if self._words else (_HEIGHT - 20) // 2
        paint_icon(painter, self._place.icon, colours.accent if is_on else colours.muted, self._at(12, top, 20))
        painter.setPen(QColor(colours.text))
        painter.setFont(_font(self.font(), self.font().pixelSize(), strong=is_on))
        self._write(painter, self.text(), 44, top - 2, 24)
        if self._words:
            paint_icon(painter, self._kind, mark_colour(self._kind), self._at(44, 33, 14), 14)
            painter.setPen(QColor(colours.muted))
            painter.setFont(_font(self.font(), SMALL, strong=False))
            self._write(painter, self._words, 63, 30, 20)
        painter.end()

    def _at(self, x: int, y: int, size: int) -> QPoint:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, y, size, size)).topLeft()

    def _write(self, painter: QPainter, words: str, x: int, y: int, height: int) -> None:
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, y, self.width() - x - 8, height))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), fitting)


class PageList(QFrame):
    """The pages of a case: `chosen` carries the name of the page that is wanted."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        """Build the list; the first page is chosen."""
        super().__init__(parent)
        self.setProperty("role", "pages")
        self.setMinimumWidth(PAGES_WIDTH)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, PageButton] = {}
        for place in places:
            button = PageButton(place, self)
            self.buttons[place.name] = button
            self._group.addButton(button)
            lines.addWidget(button)
            button.clicked.connect(self._go)
        lines.addStretch(1)
        self.choose(places[0].name)

    def speak(self, tongue: Tongue) -> None:
        """Name the list for screen readers."""
        self.setAccessibleName(tongue.speak(say("Pages of the case")))

    def choose(self, name: str) -> None:
        """Show which page is open, without opening it; raises KeyError for an unknown page."""
        self.buttons[name].setChecked(True)

    def show_state(self, name: str, kind: str, state: Text) -> None:
        """Show how a page stands, for example `good` and „complete“, `open` and „2 answers missing“."""
        self.buttons[name].show_state(kind, state)

    def _go(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.chosen.emit(button.objectName())


def _font(font: QFont, size: int, *, strong: bool) -> QFont:
    other = QFont(font)
    other.setPixelSize(size)
    other.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return other

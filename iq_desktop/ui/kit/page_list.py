"""Pages at the left side, of a case or of the settings, each with how it stands, in shape and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.mark import mark_colour
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from iq_desktop.ui.kit.rail import Place
    from iq_desktop.wording.tongue import Tongue

PAGES_WIDTH: Final = 216
_OF_A_CASE: Final = say("Pages of the case")
_HIGH: Final = 50
_LOW: Final = 42
"""How high a page is with and without words on how it stands."""


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
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that both lines need."""
        font = QGuiApplication.font()  # its own may follow a moment later
        measure, small = QFontMetrics(_strong(font)).horizontalAdvance, QFontMetrics(small_font(font)).horizontalAdvance
        words = max(measure(self.text()), small(self._words) + scaled(20))
        return QSize(scaled(44) + words + scaled(12), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height: where the window is low, the list scrolls."""
        return QSize(160, self._height())

    def _height(self) -> int:
        return scaled(_HIGH if self._words else _LOW)

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
        top = 6 if self._words else (_LOW - 20) // 2
        icon = colours.accent if is_on else colours.muted
        paint_icon(painter, self._place.icon, icon, self._at(12, top, 20), scaled(20))
        painter.setPen(QColor(colours.text))
        painter.setFont(_strong(self.font()) if is_on else self.font())
        self._write(painter, self.text(), 44, top - 2, 24)
        if self._words:
            paint_icon(painter, self._kind, mark_colour(self._kind), self._at(44, 30, 14), scaled(14))
            painter.setPen(QColor(colours.muted))
            painter.setFont(small_font(self.font()))
            self._write(painter, self._words, 63, 27, 20)
        painter.end()

    def _at(self, x: int, y: int, size: int) -> QPoint:
        place = QRect(scaled(x), scaled(y), scaled(size), scaled(size))
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place).topLeft()

    def _write(self, painter: QPainter, words: str, x: int, y: int, height: int) -> None:
        place = QRect(scaled(x), scaled(y), self.width() - scaled(x) - STEP, scaled(height))
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), fitting)


class PageList(QFrame):
    """Pages by name: `chosen` carries the name of the page that is wanted, `changed` tells of other words."""

    chosen = Signal(str)
    changed = Signal()

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None, name: Text = _OF_A_CASE) -> None:
        """Build the list; the first page is chosen. `name` is for screen readers."""
        super().__init__(parent)
        self._name = name
        self.setProperty("role", "pages")
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
        self.setAccessibleName(tongue.speak(self._name))
        self.changed.emit()

    def choose(self, name: str) -> None:
        """Show which page is open, without opening it; raises KeyError for an unknown page."""
        self.buttons[name].setChecked(True)

    def show_state(self, name: str, kind: str, state: Text) -> None:
        """Show how a page stands, for example `good` and „complete“, `open` and „2 answers missing“."""
        self.buttons[name].show_state(kind, state)
        self.changed.emit()

    def show_only(self, names: Sequence[str]) -> None:
        """Show only the pages of these names."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)

    def _go(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.chosen.emit(button.objectName())


class PageColumn(QScrollArea):
    """The list in a place of its own, which scrolls to the chosen page where the window is low."""

    def __init__(self, pages: PageList, parent: QWidget | None = None) -> None:
        """Put the list into the place."""
        super().__init__(parent)
        self._pages = pages
        inside = QWidget(self)
        inside.setProperty("role", "page")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(STEP + 4, 2 * STEP, 0, 2 * STEP)
        lines.addWidget(pages)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_chosen)
        for button in pages.buttons.values():
            button.toggled.connect(self._later.start)
        pages.changed.connect(self._later.start)
        self.fit_text()

    def fit_text(self) -> None:
        """Take the width that names and states need."""
        self._take_width()
        self._later.start()

    def _take_width(self) -> None:
        widest = max(button.sizeHint().width() for button in self._pages.buttons.values())
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(max(PAGES_WIDTH, widest) + STEP + 4 + max(bar, STEP + 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen page in sight."""
        super().resizeEvent(event)
        self._later.start()

    def _show_chosen(self) -> None:
        self._take_width()
        chosen = next((button for button in self._pages.buttons.values() if button.isChecked()), None)
        if chosen is not None:
            self.ensureWidgetVisible(chosen, 0, 2 * STEP)


def _strong(font: QFont) -> QFont:
    other = QFont(font)
    other.setWeight(QFont.Weight.DemiBold)
    return other

"""The dark rail at the left of the window: where the adviser goes, by mouse or arrow keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.ui.kit.icons import icon_of
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.rail_paint import paint_tile, tile_size
from iq_desktop.ui.kit.sizes import measure_by_text, scaled, size_words
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now, set_role
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.wording.tongue import Tongue

RAIL_WIDTH: Final = 208
NARROW_WINDOW: Final = 1060
"""Below this width of a window the rail shows tiles: icons above their names, in pixels at the usual size."""
_GAP: Final = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: its name in the program, its words, its icon."""

    name: str
    text: Text
    icon: str


class RailButton(SpeakingButton):
    """One place of the rail; its icon grows bright with its words, and stands above them where the rail is narrow."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        """Build the button."""
        self._is_tile = False
        super().__init__(place.text, "rail", place.icon, parent)
        self.setObjectName(place.name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon_gap = _GAP
        self.fit_text()
        self.toggled.connect(self._colour_icon)

    def show_tile(self, *, is_tile: bool) -> None:
        """Stand the icon above the name, or beside it."""
        if is_tile != self._is_tile:
            self._is_tile = is_tile
            set_role(self, "tile" if is_tile else "rail")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a line or a tile."""
        return tile_size() if self._is_tile else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same height; names of cases may be shortened in width."""
        return tile_size() if self._is_tile else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line as buttons are painted, or a tile."""
        if self._is_tile:
            paint_tile(self, self.icon_name)
        else:
            super().paintEvent(event)

    def _colour_icon(self) -> None:
        role = "side_strong" if self.isChecked() else "side_text"
        self.setIcon(icon_of(self.icon_name, colours_now().of(role), size=self.iconSize().height(), gap=_GAP))


class Rail(QFrame):
    """The rail: `chosen` carries the name of the place to go to; `foot` takes what belongs at the bottom."""

    chosen = Signal(str)

    def __init__(self, brand: str, places: Sequence[Place], parent: QWidget | None = None) -> None:
        """Build the rail; the first place is chosen."""
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._brand = QLabel(brand, self)
        self._brand.setProperty("role", "brand")
        self._brand.setContentsMargins(STEP, 0, 0, STEP + 4)
        size_words(self._brand)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        self._area = self._scrolled(places)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(STEP)
        self.who = SpeakingLabel(NOTHING, parent=self)
        self.who.setContentsMargins(STEP, 0, 0, 0)
        self.foot.addWidget(self.who)
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(STEP + 4, 2 * STEP + 4, STEP + 4, 2 * STEP)
        lines.setSpacing(4)
        lines.addWidget(self._brand)
        lines.addWidget(self._area, 1)
        lines.addLayout(self.foot)
        self._is_narrow = False
        measure_by_text(self, width=RAIL_WIDTH)
        self.choose(places[0].name)

    def _scrolled(self, places: Sequence[Place]) -> PageArea:
        """Return the buttons in a place that scrolls where the window is low."""
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for place in places:
            button = RailButton(place, inside)
            self.buttons[place.name] = button
            self._group.addButton(button)
            lines.addWidget(button)
            button.clicked.connect(self._go)
        lines.addStretch(1)
        return PageArea(inside, parent=self)

    def speak(self, tongue: Tongue) -> None:
        """Name the rail for screen readers."""
        self.setAccessibleName(tongue.speak(say("Main areas")))

    def choose(self, name: str) -> None:
        """Show where the adviser is, without going there; raises KeyError for an unknown place."""
        self.buttons[name].setChecked(True)
        self._area.ensureWidgetVisible(self.buttons[name], 0, STEP)

    def fit_window(self, width: int) -> None:
        """Become narrow where a window of this width has little room."""
        is_narrow = width < scaled(NARROW_WINDOW)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for button in self.findChildren(RailButton):
            button.show_tile(is_tile=is_narrow)
        for label in (self._brand, self.who):
            label.setVisible(not is_narrow)
        self.fit_text()

    def fit_text(self) -> None:
        """Take the width that lines or tiles need."""
        if self._is_narrow:
            self.setFixedWidth(tile_size().width() + 2 * STEP)
        else:
            self.setFixedWidth(scaled(RAIL_WIDTH))
        side = STEP // 2 if self._is_narrow else STEP + 4
        self._lines.setContentsMargins(side, 2 * STEP + 4, side, 2 * STEP)

    def _go(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.chosen.emit(button.objectName())

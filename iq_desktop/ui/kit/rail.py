"""The dark rail at the left of the window: where the adviser goes, by mouse or arrow keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.ui.kit.icons import ICON_SIZE, icon_of
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.wording.tongue import Tongue

RAIL_WIDTH: Final = 208
_GAP: Final = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: its name in the program, its words, its icon."""

    name: str
    text: Text
    icon: str


class RailButton(SpeakingButton):
    """One place of the rail; its icon grows bright with its words."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        """Build the button."""
        super().__init__(place.text, "rail", place.icon, parent)
        self.setObjectName(place.name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(ICON_SIZE + _GAP, ICON_SIZE))
        self.toggled.connect(self._colour_icon)

    def _colour_icon(self) -> None:
        role = "side_strong" if self.isChecked() else "side_text"
        self.setIcon(icon_of(self.icon_name, colours_now().of(role), gap=_GAP))


class Rail(QFrame):
    """The rail: `chosen` carries the name of the place to go to; `foot` takes what belongs at the bottom."""

    chosen = Signal(str)

    def __init__(self, brand: str, places: Sequence[Place], parent: QWidget | None = None) -> None:
        """Build the rail; the first place is chosen."""
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(STEP + 4, 2 * STEP + 4, STEP + 4, 2 * STEP)
        lines.setSpacing(4)
        name = QLabel(brand, self)
        name.setProperty("role", "brand")
        name.setContentsMargins(STEP, 0, 0, 2 * STEP)
        lines.addWidget(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        for place in places:
            button = RailButton(place, self)
            self.buttons[place.name] = button
            self._group.addButton(button)
            lines.addWidget(button)
            button.clicked.connect(self._go)
        lines.addStretch(1)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(STEP)
        lines.addLayout(self.foot)
        self.who = SpeakingLabel(NOTHING, parent=self)
        self.who.setContentsMargins(STEP, 0, 0, 0)
        self.foot.addWidget(self.who)
        self.choose(places[0].name)

    def speak(self, tongue: Tongue) -> None:
        """Name the rail for screen readers."""
        self.setAccessibleName(tongue.speak(say("Main areas")))

    def choose(self, name: str) -> None:
        """Show where the adviser is, without going there; raises KeyError for an unknown place."""
        self.buttons[name].setChecked(True)

    def _go(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.chosen.emit(button.objectName())

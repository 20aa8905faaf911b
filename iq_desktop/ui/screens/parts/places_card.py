"""What is where, at a glance: each place with the papers whose originals are there, and the receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.qualification import Whereabouts
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.kit.tiles import TileLayout
from iq_desktop.usecases.paper_journey import station_names, stations_of
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.paper_journey import Station
    from iq_desktop.wording.tongue import Tongue

ICONS: Final = {
    Whereabouts.CLIENT: "person",
    Whereabouts.CENTRE: "today",
    Whereabouts.OFFICE: "office",
    Whereabouts.TRANSLATOR: "language",
    Whereabouts.ABROAD: "globe",
    Whereabouts.UNKNOWN: "warn",
}


class StationTile(QFrame):
    """One place: icon, name, how many papers are there, and which."""

    def __init__(self, place: Whereabouts, parent: QWidget) -> None:
        """Build the tile without papers."""
        super().__init__(parent)
        self.setObjectName(f"station_{place.value}")
        self.setProperty("role", "station")
        self.mark = Mark(ICONS[place], self, 20)
        self.name = SpeakingLabel(place.label, "strong", self)
        self.count = SpeakingLabel(NOTHING, "muted", self)
        self.papers = SpeakingLabel(NOTHING, "hint", self)
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.name, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(STEP + 4, STEP + 2, STEP + 4, STEP + 2)
        lines.setSpacing(STEP // 2)
        lines.addLayout(head)
        lines.addWidget(self.count)
        lines.addWidget(self.papers)
        lines.addStretch(1)

    def show_station(self, station: Station) -> None:
        """Show which papers are there."""
        count = len(station.papers)
        self.count.show_text(say_count("{count} paper", "{count} papers", count=count) if count else say("no paper"))
        self.papers.show_text(station_names(station))
        self.papers.setVisible(bool(count))
        set_role(self, "tag" if count else "station")
        self.mark.show_kind("warn" if station.is_worrying else ICONS[station.place])

    def speak(self, tongue: Tongue) -> None:
        """Tell the place as a whole to screen readers."""
        words = (tongue.speak(label.said) for label in (self.name, self.count, self.papers) if not label.isHidden())
        self.setAccessibleName(": ".join(filter(None, words)))


class PlacesCard(Card):
    """The places; `receipt_wanted` and `return_wanted` when a receipt shall be printed, or all be given back."""

    receipt_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the card without papers."""
        super().__init__(say("Where the originals are"), parent)
        self.setObjectName("places_card")
        self.tiles: dict[Whereabouts, StationTile] = {}
        self._row = TileLayout(least=176)
        self.add(self._row)
        self.receipt = SpeakingButton(say("Receipt for what lies here"), "", "print", self)
        self.give_back = SpeakingButton(say("Give all back, with receipt"), "", "undo", self)
        self.acts = FlowLayout()
        for button in (self.receipt, self.give_back):
            self.acts.addWidget(button)
        self.add(self.acts)
        self.receipt.clicked.connect(self.receipt_wanted)
        self.give_back.clicked.connect(self.return_wanted)

    def show_case(self, case: CaseFile) -> None:
        """Show where the originals of a case are; never emits."""
        stations = stations_of(case)
        for place in [place for place in self.tiles if place not in {one.place for one in stations}]:
            tile = self.tiles.pop(place)
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for station in stations:
            if station.place not in self.tiles:
                tile = self.tiles[station.place] = StationTile(station.place, self)
                self._row.addWidget(tile)
                tile.show()
                speak_part(tile)
            self.tiles[station.place].show_station(station)
            speak_part(self.tiles[station.place])
        are_here = any(station.place is Whereabouts.CENTRE and station.papers for station in stations)
        for button in (self.receipt, self.give_back):
            button.setVisible(are_here)
        self.setVisible(bool(case.papers))

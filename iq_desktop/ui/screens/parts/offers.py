"""What a field could be filled with, each with a button that takes it over; nothing is taken by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.wording.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to take over: its words, where it comes from, the name of the act for screen readers, the value."""

    words: Text
    act: Text
    value: Any
    note: Text = NOTHING


class Offers(QWidget):
    """The offers below each other; `taken` carries the value of the one that was taken."""

    taken = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin with nothing to offer."""
        super().__init__(parent)
        self.setObjectName(name)
        self._offered: tuple[Offer, ...] = ()
        self.rows: list[OfferRow] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(STEP // 2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer other values; hidden where there are none."""
        if tuple(offers) != self._offered:
            self._offered = tuple(offers)
            self._build()
        self.setVisible(bool(offers))

    def _build(self) -> None:
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [OfferRow(offer, self) for offer in self._offered]
        for row in self.rows:
            self._lines.addWidget(row)
            row.taken.connect(self.taken)
            speak_part(row)
            row.show()


class OfferRow(QFrame):
    """One offer."""

    taken = Signal(object)

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        """Build words and button."""
        super().__init__(parent)
        self.offer = offer
        self.name = SpeakingLabel(offer.words, "strong", self)
        self.note = SpeakingLabel(offer.note, "hint", self)
        self.note.setVisible(offer.note is not NOTHING)
        self.button = _TakeButton(offer.act, self)
        self.button.clicked.connect(self._take)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(self.note)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _take(self) -> None:
        self.taken.emit(self.offer.value)


class _TakeButton(SpeakingButton):
    """Takes over; screen readers are told what."""

    def __init__(self, act: Text, parent: QWidget) -> None:
        super().__init__(say("Take over"), "plain", "check", parent)
        self._act = act

    def speak(self, tongue: Tongue) -> None:
        super().speak(tongue)
        self.setAccessibleName(tongue.speak(self._act))

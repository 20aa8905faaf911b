"""A pack that lies in a file: what it is, who signed it, its faults; to take it in, or to trust who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.pack_words import is_worth_a_warning, offer_words, review_words, seal_words
from iq_desktop.ui.screens.parts.talk_words import how_long, in_ours
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.usecases.instrument_ports import PackTrust
from iq_desktop.wording.text import NOTHING, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.usecases.instrument_ports import RefusedPack
    from iq_desktop.usecases.instruments import OfferedPack
    from iq_desktop.wording.text import Text

_MOST_FAULTS: Final = 20


class PackOffer(TightRow):
    """Shows one file at a time; `take_wanted` and `trust_wanted` carry the offered pack."""

    take_wanted = Signal(object)
    trust_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("pack_offer")
        self.offered: OfferedPack | None = None
        self.title = SpeakingLabel(NOTHING, "strong", self)
        self.seal = SpeakingLabel(NOTHING, "hint", self)
        self.about = SpeakingLabel(NOTHING, "", self)
        self.faults: list[SpeakingLabel] = []
        self.take = SpeakingButton(say("Take in"), "primary", "import", self)
        self.trust = SpeakingButton(say("Trust this publisher and take in"), "", "good", self)
        self.leave = SpeakingButton(say("Do nothing"), "plain", "close", self)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        self._lines.setSpacing(STEP)
        for part in (self.title, self.seal, self.about):
            self._lines.addWidget(part)
        acts = QWidget(self)
        policy = acts.sizePolicy()
        policy.setHeightForWidth(True)
        acts.setSizePolicy(policy)
        flow = FlowLayout(acts)
        for button in (self.take, self.trust, self.leave):
            flow.addWidget(button)
        self._lines.addWidget(acts)
        self.take.clicked.connect(self._take)
        self.trust.clicked.connect(self._trust)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def show_offer(self, offered: OfferedPack, language: str) -> None:
        """Show a sound pack."""
        self._show(in_ours(offered.instrument, language, "title"), seal_words(offered.trust, offered.fingerprint))
        self.offered = offered
        self._give_role("warn" if is_worth_a_warning(offered.trust) else "good")
        facts = joined((how_long(offered.instrument), say("version {version}", version=offered.instrument.version)))
        self.about.show_text(joined((offer_words(offered), facts, review_words(offered.instrument)), "\n"))
        self.take.show()
        self.trust.setVisible(offered.trust is PackTrust.UNKNOWN)
        self.show()

    def show_refusal(self, error: RefusedPack) -> None:
        """Show why a file was refused, each fault with its place."""
        more = max(len(error.faults) - _MOST_FAULTS, 0)
        title = say_count("Refused: {count} fault", "Refused: {count} faults", count=len(error.faults))
        self._show(title, error.advice)
        self._give_role("danger")
        self.offered = None
        self.about.show_text(say_count("{count} more fault", "{count} more faults", count=more) if more else NOTHING)
        self.about.setVisible(more > 0)
        for fault in error.faults[:_MOST_FAULTS]:
            label = SpeakingLabel(fault.text, "hint", self)
            self.faults.append(label)
            self._lines.insertWidget(2 + len(self.faults) - 1, label)
            speak_part(label)
        self.take.hide()
        self.trust.hide()
        self.show()

    def _show(self, title: Text, seal: Text) -> None:
        for label in self.faults:
            label.hide()
            label.deleteLater()
        self.faults = []
        self.about.show()
        self.title.show_text(title)
        self.seal.show_text(seal)

    def _give_role(self, role: str) -> None:
        set_role(self.seal, role)

    def _take(self) -> None:
        if self.offered is not None:
            self.take_wanted.emit(self.offered)

    def _trust(self) -> None:
        if self.offered is not None:
            self.trust_wanted.emit(self.offered)

"""A pack of rules in a file, or a change of one that was refused: what it is, or each fault with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.usecases.rule_words import name_of_pack, offered_words
from iq_desktop.wording.text import NOTHING, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.usecases.instrument_ports import RefusedPack
    from iq_desktop.usecases.rules import OfferedRules

_MOST_FAULTS: Final = 20


class RuleOffer(TightRow):
    """Shows one file at a time; `take_wanted` carries the offered pack."""

    take_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("rule_offer")
        self.offered: OfferedRules | None = None
        self.title = SpeakingLabel(NOTHING, "strong", self)
        self.about = SpeakingLabel(NOTHING, "muted", self)
        self.take = SpeakingButton(say("Let these rules count"), "primary", "import", self)
        self.leave = SpeakingButton(say("Do nothing"), "plain", "close", self)
        acts = QWidget(self)
        policy = acts.sizePolicy()
        policy.setHeightForWidth(True)
        acts.setSizePolicy(policy)
        flow = FlowLayout(acts)
        for button in (self.take, self.leave):
            flow.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        lines.setSpacing(STEP)
        for part in (self.title, self.about, acts):
            lines.addWidget(part)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def show_offer(self, offered: OfferedRules, language: str) -> None:
        """Show a sound pack."""
        self.offered = offered
        self.title.show_text(name_of_pack(offered.pack, language))
        self.about.show_text(joined(offered_words(offered), "\n"))
        self.take.show()
        self.show()

    def show_refusal(self, error: RefusedPack) -> None:
        """Show why a pack was refused, each fault with its place."""
        self.offered = None
        more = max(len(error.faults) - _MOST_FAULTS, 0)
        rest = say_count("{count} more fault", "{count} more faults", count=more) if more else NOTHING
        self.title.show_text(say_count("Refused: {count} fault", "Refused: {count} faults", count=len(error.faults)))
        self.about.show_text(joined((*(fault.text for fault in error.faults[:_MOST_FAULTS]), rest, error.advice), "\n"))
        self.take.hide()
        self.show()

    def _take(self) -> None:
        if self.offered is not None:
            self.take_wanted.emit(self.offered)

"""Beside what is signed: who signs, whether somebody has signed, turning the screen, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.domain.agreement import Signer
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.pill_choice import PillChoice
from iq_desktop.usecases.agreements import standing_of
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

_WIDTH = 260


class SigningGuide(QFrame):
    """Guides the signing; `signer_chosen` carries the code of a side."""

    turn_wanted = Signal()
    leave_wanted = Signal()
    signer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the guide."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("signing_guide")
        measure_by_text(self, least_width=_WIDTH)
        self.title = SpeakingLabel(say("Signing on the screen"), "heading", self)
        self.who = PillChoice(
            say("Who signs now"), [(one.value, one.label) for one in Signer], Signer.CLIENT.value, self
        )
        self.turn = SpeakingButton(say("Turn the screen (F9)"), "primary", "turn_screen", self)
        self.turn_hint = SpeakingLabel(say("Back: hold F9 or the corner at the top."), "hint", self)
        self.state = SpeakingLabel(NOTHING, "strong", self)
        about = say("Only the lines are kept, bound to the words that were signed: neither pressure nor speed.")
        self.about = SpeakingLabel(about, "muted", self)
        self.leave = SpeakingButton(say("Back to the agreement"), "", "left", self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        lines.setSpacing(STEP + 4)
        for part in (
            self.title,
            SpeakingLabel(say("Who signs now"), "label", self),
            self.who,
            self.turn,
            self.turn_hint,
        ):
            lines.addWidget(part)
        lines.addWidget(self.state)
        lines.addWidget(self.about)
        lines.addStretch(1)
        lines.addWidget(self.leave)
        self.who.chosen.connect(self.signer_chosen)
        self.turn.clicked.connect(self.turn_wanted)
        self.leave.clicked.connect(self.leave_wanted)

    def show_case(self, case: CaseFile, signer: Signer) -> None:
        """Show who signs, and how far the signing is; only the person's side is turned to the person."""
        self.who.show_choice(signer.value)
        self.state.show_text(standing_of(case)[1])
        is_client = signer is Signer.CLIENT
        self.turn.setVisible(is_client)
        self.turn_hint.setVisible(is_client)
        speak_part(self)

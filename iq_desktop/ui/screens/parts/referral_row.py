"""One referral: to whom, how far it is, when to ask again, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.referral import ReferralKind, ReferralState
from iq_desktop.forms.referral_forms import REFERRAL_FORM
from iq_desktop.ui.kit.flow import FieldLayout
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.referral import Referral
    from iq_desktop.wording.tongue import Tongue

_MARKS: Final = {
    ReferralState.PLANNED: "open",
    ReferralState.SENT: "info",
    ReferralState.ACCEPTED: "good",
    ReferralState.STARTED: "good",
    ReferralState.FINISHED: "good",
    ReferralState.REFUSED: "danger",
    ReferralState.DROPPED: "warn",
}


class ReferralRow(QFrame):
    """One referral; `changed` and `removed` carry it, and `letter_wanted` the one that a letter shall be about."""

    changed = Signal(object)
    removed = Signal(object)
    letter_wanted = Signal(object)

    def __init__(self, referral: Referral, parent: QWidget | None = None) -> None:
        """Build the fields and show the referral."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.fields = BoundFields(REFERRAL_FORM, referral, self)
        self.mark = Mark("open", self, 20)
        self.recipient = SpeakingLabel(NOTHING, "strong", self)
        self.facts = SpeakingLabel(NOTHING, "hint", self)
        self.letter = SpeakingButton(say("Write the letter"), "", "document", self)
        self.remove = SpeakingButton(NOTHING, "icon", "trash", self)
        self._place()
        self.fields.changed.connect(self.changed)
        self.letter.clicked.connect(self._ask_for_letter)
        self.remove.clicked.connect(self._remove)
        self.show_referral(referral)

    def _place(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.recipient)
        words.addWidget(self.facts)
        head = QHBoxLayout()
        head.setSpacing(STEP + 4)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        fields = FieldLayout(gap=2 * STEP - 4)
        for name, frame in self.fields.frames.items():
            fields.add_field(frame, wide=REFERRAL_FORM.field(name).wide)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
        lines.setSpacing(2 * STEP)
        lines.addLayout(head)
        lines.addLayout(fields)
        lines.addWidget(self.letter, 0, Qt.AlignmentFlag.AlignLeft)

    def show_referral(self, referral: Referral) -> None:
        """Show the same referral after it changed elsewhere; never emits."""
        self.fields.show_value(referral)
        self.mark.show_kind(_MARKS[referral.state])
        self.recipient.show_text(as_it_is(referral.recipient))
        self.remove.show_text(say("Remove {name}", name=referral.recipient))

    def speak(self, tongue: Tongue) -> None:
        """Tell kind, place and dates in a tongue."""
        self.facts.show_text(as_it_is(" · ".join(filter(None, map(tongue.speak, _facts(self.fields.value))))))

    def _ask_for_letter(self) -> None:
        self.letter_wanted.emit(self.fields.value)

    def _remove(self) -> None:
        self.removed.emit(self.fields.value)


def _facts(referral: Referral) -> tuple[Text, ...]:
    starts = say("starts on {date}", date=referral.starts_on) if referral.starts_on else NOTHING
    agreed = say("agreed on {date}", date=referral.agreed_on) if referral.agreed_on else NOTHING
    kind = say("Course") if referral.kind is ReferralKind.COURSE else referral.kind.label
    return (kind, as_it_is(referral.place), starts, agreed)

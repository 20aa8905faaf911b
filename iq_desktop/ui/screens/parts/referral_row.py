"""One referral: to whom, what may be told there, what happened, and what may follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.domain.referral import ReferralState
from iq_desktop.domain.referral_step import ReferralStepKind
from iq_desktop.forms.referral_forms import REFERRAL_FORM
from iq_desktop.forms.referral_step_forms import REFERRAL_STEP_FORM
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.search_field import SearchField
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.address_line import AddressLine
from iq_desktop.ui.screens.parts.next_steps import NextSteps
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.referral_consent import ReferralConsent
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.shown_referrals import referral_facts, referral_title, step_facts
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.referral import Referral
    from iq_desktop.domain.referral_step import ReferralStep
    from iq_desktop.usecases.organisations import Addressee
    from iq_desktop.usecases.shown_referrals import ShownReferral

_MARKS: Final = {
    ReferralState.PLANNED: "open",
    ReferralState.SENT: "info",
    ReferralState.ACCEPTED: "good",
    ReferralState.CAME: "good",
    ReferralState.STARTED: "good",
    ReferralState.FINISHED: "good",
    ReferralState.REFUSED: "danger",
    ReferralState.NO_ANSWER: "warn",
    ReferralState.DROPPED: "warn",
}
_STEP_MARKS: Final = {
    ReferralStepKind.SENT: "referral",
    ReferralStepKind.ASKED: "contact",
    ReferralStepKind.REFUSED: "danger",
    ReferralStepKind.NO_ANSWER: "warn",
    ReferralStepKind.DROPPED: "warn",
}


class ReferralRow(QFrame):
    """One referral; signals carry the referral, a step, or what was chosen for it.

    `letter_wanted` asks for the letter, `again_wanted` for another referral in its place, `there_again_wanted` for one
    to the same place.
    """

    changed = Signal(object)
    removed = Signal(object)
    agreed = Signal(object, object)
    taken_back = Signal(object)
    step_wanted = Signal(object, object, object)
    step_changed = Signal(object)
    step_removed = Signal(object)
    letter_wanted = Signal(object)
    again_wanted = Signal(object)
    there_again_wanted = Signal(object)
    looked_for = Signal(object, str)
    addressed = Signal(object, object)

    def __init__(self, shown: ShownReferral, today: dt.date, parent: QWidget | None = None) -> None:
        """Build line, consent, steps and what may follow."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._shown = shown
        self.about = PartRow(REFERRAL_FORM, shown.referral, self._describe, self)
        self.about.setProperty("role", "")
        self.before = SpeakingLabel(NOTHING, "muted", self)
        self.address = AddressLine(self)
        self.search_label = SpeakingLabel(say("Find somebody else in the directory"), "label", self)
        self.search = SearchField("addressee_search", say("To whom? Name, field, language"), self)
        self.search_label.setBuddy(self.search)
        self.consent = ReferralConsent(shown, self)
        self.steps_title = SpeakingLabel(say("What happened"), "label", self)
        self.steps = RowList(self._make_step, self._show_step, self, gap=0)
        self.onward = SpeakingLabel(NOTHING, "muted", self)
        self.next = NextSteps(today, self)
        self.letter = SpeakingButton(say("Write the letter"), "", "document", self)
        self.again = SpeakingButton(say("Refer again"), "", "referral", self)
        self.again.setObjectName("refer_again")
        self.there_again = SpeakingButton(say("Refer to the same place again"), "", "turn", self)
        self.there_again.setObjectName("refer_there_again")
        self._place()
        self._connect()
        self.show_referral(shown)

    def _place(self) -> None:
        acts = FlowLayout(gap=STEP)
        acts.addWidget(self.again)
        acts.addWidget(self.there_again)
        acts.addWidget(self.letter)
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * STEP, 0, 2 * STEP, STEP)
        inside.setSpacing(2 * STEP)
        found = QVBoxLayout()
        found.setSpacing(4)
        found.addWidget(self.search_label)
        found.addWidget(self.search)
        happened = QVBoxLayout()
        happened.setSpacing(4)
        happened.addWidget(self.steps_title)
        happened.addWidget(self.steps)
        inside.addWidget(self.address)
        inside.addWidget(self.before)
        inside.addLayout(found)
        inside.addWidget(self.consent)
        inside.addLayout(happened)
        inside.addWidget(self.onward)
        inside.addWidget(self.next)
        inside.addLayout(acts)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(STEP // 2, STEP // 2, STEP // 2, STEP)
        lines.setSpacing(STEP)
        lines.addWidget(self.about)
        lines.addLayout(inside)

    def _connect(self) -> None:
        self.about.changed.connect(self.changed)
        self.about.removed.connect(self.removed)
        self.consent.changed.connect(self.changed)
        self.consent.agreed.connect(self._agree)
        self.consent.taken_back.connect(self._take_back)
        self.next.wanted.connect(self._want_step)
        self.letter.clicked.connect(self._ask_for_letter)
        self.again.clicked.connect(self._ask_again)
        self.there_again.clicked.connect(self._ask_there_again)
        self.search.asked.connect(self._look_for)
        self.search.chosen.connect(self._choose)

    @property
    def referral(self) -> Referral:
        """The referral that is shown."""
        return self._shown.referral

    def show_referral(self, shown: ShownReferral) -> None:
        """Show the referral as it is now; never emits."""
        self._shown = shown
        self.about.show_value(shown.referral)
        self.before.show_text(shown.before)
        self.before.setVisible(bool(shown.earlier))
        is_nameless = not shown.referral.recipient
        self.search.setVisible(is_nameless)
        self.search_label.setVisible(is_nameless)
        self.consent.show_consent(shown)
        self.consent.setVisible(shown.asks_consent)
        self.steps.show_values(shown.steps)
        self.steps.setVisible(bool(shown.steps))
        self.steps_title.setVisible(bool(shown.steps))
        self.onward.show_text(shown.afterwards)
        self.onward.setVisible(bool(shown.later))
        self.next.show_offers(shown.offered)
        self.again.setVisible(shown.can_refer_again)
        self.there_again.setVisible(shown.can_refer_there_again)
        self.letter.setVisible(shown.asks_consent)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.about.flush()
        self.consent.flush()
        for row in list(self.steps.rows.values()):
            row.flush()

    def begin(self) -> None:
        """Put the cursor where a referral begins: to whom, else what may be told."""
        if self.search.isVisibleTo(self):
            self.search.setFocus()
        else:
            self.consent.put_cursor()

    def go_to(self, field: str) -> None:
        """Put the cursor into a field, or on what may follow; raises KeyError where there is no such field."""
        if field == "shares":
            self.consent.put_cursor()
        elif field in {"state", "steps"}:
            self.next.put_cursor()
        else:
            self.about.go_to(field)

    def _describe(self, referral: Referral) -> Described:
        return Described(
            _MARKS[referral.state],
            referral_title(referral),
            referral_facts(referral),
            referral.state.label,
            is_urgent=referral.state is ReferralState.REFUSED,
        )

    def _make_step(self, step: ReferralStep) -> PartRow:
        row = PartRow(REFERRAL_STEP_FORM, step, _describe_step, self.steps)
        row.setProperty("role", "")
        row.fit_tightly()
        row.changed.connect(self.step_changed)
        row.removed.connect(self.step_removed)
        return row

    def _show_step(self, row: PartRow, step: ReferralStep, _number: int) -> None:
        row.show_value(step, self._shown.problems.get(step.id, ()))

    def _agree(self, manner: Any) -> None:
        self.agreed.emit(self.referral, manner)

    def _take_back(self) -> None:
        self.taken_back.emit(self.referral)

    def _want_step(self, kind: ReferralStepKind, day: dt.date) -> None:
        self.step_wanted.emit(self.referral, kind, day)

    def _ask_for_letter(self) -> None:
        self.letter_wanted.emit(self.referral)

    def _ask_again(self) -> None:
        self.again_wanted.emit(self.referral)

    def _ask_there_again(self) -> None:
        self.there_again_wanted.emit(self.referral)

    def _look_for(self, words: str) -> None:
        self.looked_for.emit(self, words)

    def _choose(self, addressee: Addressee) -> None:
        self.addressed.emit(self.referral, addressee)


def _describe_step(step: ReferralStep) -> Described:
    day = say("{day}", day=step.day) if step.day else NOTHING
    return Described(_STEP_MARKS.get(step.kind, "good"), step.kind.label, step_facts(step), day)

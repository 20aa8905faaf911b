"""The lists of an agreement beside its steps: goals, what each side takes on, when it was looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.domain.referral import Who
from iq_desktop.forms.agreement_forms import DUTY_FORM, GOAL_FORM, REVIEW_FORM
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bilingual_row import BilingualRow
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.agreement import AgreementReview, Duty, Goal
    from iq_desktop.domain.agreement_talk import ReadyDuty

_MOST_READY = 3
"""Ready-made sentences of each side that are offered at once."""
_BRIEF = 90


class AgreementLists(QWidget):
    """Builds the three lists; `language` tells the client's language whenever a row is made."""

    def __init__(self, language: Callable[[], str], parent: QWidget) -> None:
        """Build the lists; the page puts them where they belong."""
        super().__init__(parent)
        self._language = language
        self.hide()
        self.goals = PartList(
            say("Goals"),
            say("What the person wants to reach, in the person's own words, and when they hope for it."),
            say("Add a goal"),
            self._make_goal,
            parent,
        )
        self.duties = DutyList(self._make_duty, parent)
        self.reviews = PartList(
            say("Looked through together"),
            say("What was agreed is looked through from time to time: what goes well, what changes?"),
            say("Looked through today"),
            self._make_review,
            parent,
        )

    def _make_goal(self, goal: Goal, parent: QWidget) -> PartRow:
        return BilingualRow(GOAL_FORM, goal, _describe_goal, self._language(), parent)

    def _make_duty(self, duty: Duty, parent: QWidget) -> PartRow:
        return BilingualRow(DUTY_FORM, duty, _describe_duty, self._language(), parent)

    def _make_review(self, review: AgreementReview, parent: QWidget) -> PartRow:
        return PartRow(REVIEW_FORM, review, _describe_review, parent)


class DutyList(PartList):
    """What each side takes on; `ready_chosen` carries a ready-made duty that shall be taken over."""

    ready_chosen = Signal(object)

    def __init__(self, make: Callable[[Duty, QWidget], PartRow], parent: QWidget) -> None:
        """Build the list with the ready-made duties below it."""
        super().__init__(
            say("What each side takes on"),
            say("Simple sentences for both sides; take a ready-made one and change it as you like."),
            say("Write one yourself"),
            make,
            parent,
        )
        self._label = SpeakingLabel(say("Ready-made sentences"), "label", self)
        self.ready = RowList(self._make_ready, _show_ready, self, gap=0)
        self.add(self._label)
        self.add(self.ready)

    def show_ready(self, ready: Sequence[ReadyDuty]) -> None:
        """Offer the first ready-made duties of each side that were not taken over yet."""
        mine = [one for one in ready if one.who is Who.CLIENT][:_MOST_READY]
        ours = [one for one in ready if one.who is not Who.CLIENT][:_MOST_READY]
        self.ready.show_values((*mine, *ours))
        self._label.setVisible(bool(mine or ours))
        self.ready.setVisible(bool(mine or ours))

    def _make_ready(self, ready: ReadyDuty) -> ReadyRow:
        row = ReadyRow(ready, self.ready)
        row.taken.connect(self.ready_chosen)
        return row


class ReadyRow(QWidget):
    """A ready-made sentence with the button that takes it over; `taken` carries it."""

    taken = Signal(object)

    def __init__(self, ready: ReadyDuty, parent: QWidget | None = None) -> None:
        """Build button and sentence."""
        super().__init__(parent)
        self._value = ready
        self.take = SpeakingButton(say("Take over: {words}", words=ready.words), "icon", "plus", self)
        self.words = SpeakingLabel(ready.words, "", self)
        self.who = SpeakingLabel(ready.who.label, "muted", self, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.who)
        self.take.clicked.connect(self._take)

    def _take(self) -> None:
        self.taken.emit(self._value)


def _show_ready(row: ReadyRow, ready: ReadyDuty, _number: int) -> None:
    del row, ready


def _describe_goal(goal: Goal) -> Described:
    icon = "good" if goal.reached_on else "route"
    facts = (say("hoped for by {day}", day=goal.hoped_by.brief()),) if goal.hoped_by else ()
    end = say("reached on {day}", day=goal.reached_on) if goal.reached_on else NOTHING
    return Described(icon, _brief(goal.text or goal.text_in_client_language, say("New goal")), facts, end)


def _describe_duty(duty: Duty) -> Described:
    return Described("person", _brief(duty.text or duty.text_in_client_language, say("New duty")), (duty.who.label,))


def _describe_review(review: AgreementReview) -> Described:
    title = say("{day}", day=review.reviewed_on) if review.reviewed_on else say("Without a day")
    return Described("calendar", title, (_brief(review.note, NOTHING),) if review.note.strip() else ())


def _brief(words: str, otherwise: Text) -> Text:
    told = " ".join(words.split())
    if not told:
        return otherwise
    return as_it_is(told if len(told) <= _BRIEF else told[: _BRIEF - 1] + "…")

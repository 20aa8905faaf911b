"""The cards Restriction and Review: how it stands, and a form behind a button that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from iq_desktop.domain.keeping import Keeping
from iq_desktop.forms.rights_forms import RESTRICTION_FORM, REVIEW_FORM
from iq_desktop.ui.kit.flow import FieldLayout
from iq_desktop.ui.kit.reading_order import first_stop
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.ui.screens.parts.unfolding_card import UnfoldingCard
from iq_desktop.usecases.rights_words import tell_restriction, tell_review
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from iq_desktop.forms.vocabulary import Form
    from iq_desktop.ui.shell.workplace import Workplace


class KeepingCard(UnfoldingCard):
    """How the keeping of a case stands, and a form for it; `decided` carries the Keeping as it was filled in."""

    decided = Signal(object)

    def __init__(
        self, place: Workplace, words: tuple[Text, Text, Text], form: Form[Any], name: str, parent: QWidget
    ) -> None:
        """Build the folded card from heading, hint and the name of what it does."""
        super().__init__(place, *words, parent)
        self.setObjectName(name)
        self._form, self.keeping = form, Keeping()
        self.state = ToldRow(self)
        self.body.insertWidget(2, self.state)

    def _fields(self, lines: QVBoxLayout) -> None:
        self.fields = BoundFields(self._form, self.keeping, self)
        layout = FieldLayout(gap=2 * STEP - 4)
        for name, frame in self.fields.frames.items():
            layout.add_field(frame, wide=self._form.field(name).wide)
        lines.addLayout(layout)

    def put_cursor(self) -> None:
        """Put the cursor into the first field."""
        stop = first_stop(self.form) if self.form is not None else None
        if stop is not None:
            stop.setFocus()

    def _begin(self) -> None:
        self.fields.show_value(self.keeping)

    def _forget(self) -> None:
        for frame in self.fields.frames.values():
            frame.editor.forget()
        self.fields.show_value(self.keeping)

    def _go_on(self) -> None:
        read = [frame.editor.flush() for frame in self.fields.frames.values()]
        if not all(read):
            raise IqError(say("One of the fields cannot be read."), say("Please look at the field with the message."))
        keeping: Keeping = self.fields.value
        self._check(keeping)
        self.fold()
        self.open_button.setFocus()
        self.decided.emit(keeping)

    def _check(self, keeping: Keeping) -> None:
        """Raise IqError for what is missing."""


class RestrictionCard(KeepingCard):
    """Whether the data are only kept; `lifted` asks for the end of it."""

    lifted = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build state and both buttons."""
        hint = say("While it is restricted, nothing is changed, printed, counted or passed on. Reading is marked.")
        words = (say("Restriction"), hint, say("Restrict the data …"))
        super().__init__(place, words, RESTRICTION_FORM, "restriction", parent)
        self.lift_button = SpeakingButton(say("Lift the restriction"), "", "undo", self)
        self.lift_button.clicked.connect(self.lifted)
        self.acts.addWidget(self.lift_button)

    def show_keeping(self, keeping: Keeping) -> None:
        """Show how it stands; never emits."""
        self.keeping = keeping
        self.state.tell(tell_restriction(keeping))
        is_restricted = keeping.is_restricted
        self.open_button.show_text(say("Change the reason …") if is_restricted else say("Restrict the data …"))
        self.lift_button.setVisible(is_restricted)

    def _check(self, keeping: Keeping) -> None:
        if keeping.restriction is None:
            raise IqError(say("Why is the case restricted?"), say("Please choose a reason."))


class ReviewCard(KeepingCard):
    """When the keeping is looked at; `by_the_rules` asks for the day of the rules, counted from today."""

    by_the_rules = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build state and both buttons."""
        hint = say("Nothing is kept by forgetting: on this day somebody decides whether the case is still needed.")
        words = (say("How long it is kept"), hint, say("Keep longer …"))
        super().__init__(place, words, REVIEW_FORM, "review", parent)
        self.rules_button = SpeakingButton(say("Looked at: keep by the rules"), "", "check", self)
        self.rules_button.clicked.connect(self.by_the_rules)
        self.acts.addWidget(self.rules_button)

    def show_keeping(self, keeping: Keeping) -> None:
        """Take over how it stands; the day is told by `show_day`."""
        self.keeping = keeping

    def show_day(self, day: dt.date) -> None:
        """Say on which day it is looked at."""
        today = self._place.desk.clock.today()
        told = tell_review(day, self.keeping, today)
        self.state.tell(told)
        self.rules_button.setVisible(day <= today or self.keeping.review_on is not None)

    def _check(self, keeping: Keeping) -> None:
        if keeping.review_on is None:
            raise IqError(say("Until which day is the case kept?"), say("Please type a day that lies ahead."))
        if keeping.review_on <= self._place.desk.clock.today():
            raise IqError(say("This day has passed."), say("Please type a day that lies ahead."))
        if keeping.reason is None:
            raise IqError(say("Why is the case kept longer?"), say("Please choose a reason."))

"""The page Rights of the person: a copy of all data, consents, corrections, restriction, keeping, erasing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.domain.role import Act
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.closed_card import ClosedCard
from iq_desktop.ui.screens.parts.correction_row import CorrectionRow
from iq_desktop.ui.screens.parts.erase_card import EraseCard
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.paper_choice import PAPER_LANGUAGE
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.rights_consents_card import RightsConsents
from iq_desktop.ui.screens.parts.rights_copy_card import CopyCard
from iq_desktop.ui.screens.parts.rights_forms_cards import RestrictionCard, ReviewCard
from iq_desktop.ui.screens.parts.rights_paper_out import print_paper, print_protocol_of
from iq_desktop.usecases.consents import withdraw_consent
from iq_desktop.usecases.parts import Parts, remove_part
from iq_desktop.usecases.permissions import may_i
from iq_desktop.usecases.retention import keep_by_the_rules, keep_longer, review_day_of
from iq_desktop.usecases.rights import (
    add_correction,
    begin_correction,
    change_correction,
    finish_correction,
    lift_restriction,
    restrict,
)
from iq_desktop.usecases.rights_papers import print_withdrawal
from iq_desktop.usecases.rights_words import stop_of
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.consent import Purpose
    from iq_desktop.domain.erasure import Erasure
    from iq_desktop.domain.keeping import Correction, Keeping
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


class RightsPage(PageFrame):
    """What the person can ask for; `page_wanted` leads to consents and journal, `case_erased` says that it is gone."""

    page_wanted = Signal(str, str)
    case_erased = Signal()

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the cards in the order in which people ask for them."""
        super().__init__("rights", place, open_case, parent)
        self.copy = CopyCard(place, self)
        self.consents = RightsConsents(self)
        self.corrections = PartList(
            say("Corrections"),
            say("What the person says is wrong, and what became of it. It stays visible."),
            say("Note a correction"),
            self._make_correction,
            self,
        )
        self.restriction = RestrictionCard(place, self)
        self.review = ReviewCard(place, self)
        for part in (self.copy, self.consents, self.corrections, self.restriction, self.review):
            self.column.addWidget(part)
        self.erasing: EraseCard | None = None
        if may_i(place.desk, Act.ERASE):
            self.erasing = EraseCard(place, open_case.when_saved, self)
            self.erasing.erased.connect(self._leave)
            self.column.addWidget(self.erasing)
        else:
            self.column.addWidget(ClosedCard(say("Erase the person"), Act.ERASE, self))
        self.column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.copy.journal_wanted.connect(self._go_to_journal)
        self.consents.withdrawn.connect(self._withdraw)
        self.consents.giving_wanted.connect(self._go_to_consents)
        self.consents.paper_wanted.connect(self._print_withdrawal)
        self.corrections.wanted.connect(self._add_correction)
        self.corrections.changed.connect(self._change_correction)
        self.corrections.removed.connect(self._remove_correction)
        self.restriction.decided.connect(self._restrict)
        self.restriction.lifted.connect(self._lift)
        self.review.decided.connect(self._keep_longer)
        self.review.by_the_rules.connect(self._keep_by_the_rules)
        self.open_case.saved.connect(self._look_up)

    def showEvent(self, event: QShowEvent) -> None:
        """Look up what only the vault knows when the page comes into sight."""
        super().showEvent(event)
        self._look_up()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.corrections.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        if is_other:
            self.corrections.forget()
            self.restriction.fold()
            self.review.fold()
        today = self.place.desk.clock.today()
        self.copy.show_case(case)
        self.consents.show_case(case)
        self.corrections.show_parts(case.corrections, {one.id: one.problems(today) for one in case.corrections})
        self.restriction.show_keeping(case.keeping)
        self.review.show_keeping(case.keeping)
        if self.erasing is not None:
            self.erasing.show_case(case, is_other=is_other)
        if is_other and self.isVisible():
            self._look_up()

    def _look_up(self) -> None:
        """Read the day of the review and which other cases are about the same person."""
        if self.case is None or not self.isVisible():
            return
        self.copy.look_up()
        ask_behind(self, self.place, partial(review_day_of, self.place.desk, self.case.id), self.review.show_day)

    def _go_to(self, field: str) -> None:
        targets = {
            "restriction": self.restriction.open_button,
            "review": self.review.open_button,
            "withdrawal": self.consents.paper_button,
        }
        targets.get(field, self.copy.print_button).setFocus()

    def _go_to_journal(self) -> None:
        self.page_wanted.emit("journal", "")

    def _go_to_consents(self) -> None:
        self.page_wanted.emit("contact", "consents")

    def _withdraw(self, purpose: Purpose) -> None:
        case = withdraw_consent(self.place.desk, self.open_case.case, purpose)
        self.open_case.change(case)
        told = say("Consent withdrawn: {purpose}", purpose=purpose.label)
        self.place.banner.tell(told, "good", stop_of(case, purpose), say("Undo"), self.open_case.undo)

    def _print_withdrawal(self) -> None:
        """Print what was withdrawn, as soon as it is saved."""
        self.open_case.when_saved(self._make_withdrawal)

    def _make_withdrawal(self) -> None:
        desk, case = self.place.desk, self.open_case.case
        print_paper(self, self.place, partial(print_withdrawal, desk, case, PAPER_LANGUAGE, paired=True))

    def _make_correction(self, correction: Correction, parent: QWidget) -> CorrectionRow:
        row = CorrectionRow(correction, parent)
        row.finished.connect(self._finish_correction)
        return row

    def _add_correction(self) -> None:
        self.flush()
        correction = begin_correction(self.place.desk)
        self.change(add_correction(self.open_case.case, correction))
        self.corrections.begin(correction.id)

    def _change_correction(self, correction: Correction) -> None:
        self.change(change_correction(self.open_case.case, correction))

    def _finish_correction(self, correction: Correction) -> None:
        case = finish_correction(self.place.desk, self.open_case.case, correction)
        self.change_with_undo(case, say("The correction is noted as carried out."))

    def _remove_correction(self, correction: Correction) -> None:
        case = remove_part(self.open_case.case, Parts.CORRECTIONS, correction)
        self.change_with_undo(case, say("The correction was removed."))

    def _restrict(self, keeping: Keeping) -> None:
        if keeping.restriction is None:
            return
        case = restrict(
            self.place.desk,
            self.open_case.case,
            keeping.restriction,
            keeping.restriction_in_words,
            keeping.look_again_on,
        )
        self.change_with_undo(case, say("The data are restricted: from now on they are only kept."))

    def _lift(self) -> None:
        self.change_with_undo(lift_restriction(self.open_case.case), say("The restriction is lifted."))

    def _keep_longer(self, keeping: Keeping) -> None:
        if keeping.review_on is None or keeping.reason is None:
            return
        desk, words = self.place.desk, keeping.reason_in_words
        case = keep_longer(desk, self.open_case.case, keeping.review_on, keeping.reason, words)
        self.change_with_undo(case, say("Kept until {day}, then it is looked at again.", day=keeping.review_on))

    def _keep_by_the_rules(self) -> None:
        case = keep_by_the_rules(self.place.desk, self.open_case.case)
        self.change_with_undo(case, say("Looked at today; kept by the rules of the centre."))

    def _leave(self, done: Erasure) -> None:
        place = self.place
        self.case_erased.emit()
        told = say("Erased for good. The protocol {number} names nobody.", number=done.number)
        advice = say("It also lies in the settings under data protection.")
        place.banner.tell(told, "good", advice, say("Print the protocol"), partial(print_protocol_of, place, done))

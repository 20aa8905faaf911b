"""The page Referral: where the person goes next, how far that is, what came of it, and who sent the person here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.documents.referral_letter import LETTER
from iq_desktop.domain.course import CourseWish
from iq_desktop.domain.referral_step import ReferralStepKind
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.search_field import SearchField, Suggestion
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.course_row import course_facts
from iq_desktop.ui.screens.parts.incoming_row import IncomingRow
from iq_desktop.ui.screens.parts.kept_courses import KeptCourses
from iq_desktop.ui.screens.parts.new_referral import NewReferral
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.referral_row import ReferralRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.addresses import find_addresses
from iq_desktop.usecases.courses import let_course_go
from iq_desktop.usecases.kept_courses import refer_to_kept
from iq_desktop.usecases.organisations import find_addressees
from iq_desktop.usecases.parts import Parts, change_part, remove_part
from iq_desktop.usecases.referral_consents import agree_to_referral, take_back_agreement
from iq_desktop.usecases.referral_steps import (
    NotAgreedError,
    begin_incoming,
    change_step,
    note_step,
    refer_again,
    refer_there_again,
    refer_to,
    remove_step,
    with_addressee,
)
from iq_desktop.usecases.referrals import add_referral, change_referral, refer_to_course, remove_referral
from iq_desktop.usecases.routes import find_courses
from iq_desktop.usecases.shown_referrals import look_at_referrals
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.address import Address
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.consent import Manner
    from iq_desktop.domain.course import CourseOffer, FoundCourse
    from iq_desktop.domain.incoming_referral import IncomingReferral
    from iq_desktop.domain.kept_course import KeptCourse
    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.referral import Referral, ReferralKind
    from iq_desktop.domain.referral_step import ReferralStep
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.organisations import Addressee
    from iq_desktop.usecases.shown_referrals import ShownReferral


class ReferralPage(PageFrame):
    """The referrals of a case; `page_wanted` leads to the letter for one of them."""

    page_wanted = Signal(str, str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the beginning of a referral, the list, and who sent the person."""
        super().__init__("referral", place, open_case, parent)
        self.new = NewReferral(self)
        self.kept = KeptCourses(self)
        self.referrals = RowList(self._make_row, _show_row, self)
        self.empty = EmptyPage(
            "referral",
            say("Nobody was referred yet. Find a course or name a body above: then the referral stands here."),
            parent=self,
        )
        self.incoming = PartList(
            say("Who sent the person to us"),
            say("Whoever sent the person waits for an answer: within a week, Today reminds of it."),
            say("The person was sent to us"),
            self._make_incoming,
            self,
        )
        for part in (self.new, self.kept, self.referrals, self.empty, self.incoming):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.new.search.asked.connect(self._look_for)
        self.new.search.chosen.connect(self._refer)
        self.new.directory.asked.connect(self._look_for_addressee)
        self.new.directory.chosen.connect(self._refer_to)
        self.new.body_named.connect(self._add)
        self.kept.wanted.connect(self._refer_to_kept)
        self.kept.removed.connect(self._let_go)
        self.incoming.wanted.connect(self._add_incoming)
        self.incoming.changed.connect(self._change_incoming)
        self.incoming.removed.connect(self._remove_incoming)

    @property
    def unsaved_panels(self) -> tuple[QWidget, ...]:
        """The part whose words are saved only on demand."""
        return (self.new,)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.new.flush()
        self.incoming.flush()
        for row in list(self.referrals.rows.values()):
            row.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        if is_other:
            self.referrals.show_values(())
            self.incoming.forget()
        self.referrals.show_values(look_at_referrals(self.place.desk, case))
        self._show_addresses(case)
        self.kept.show_case(case)
        self.referrals.setVisible(bool(case.referrals))
        self.empty.setVisible(not case.referrals)
        today = self.place.desk.clock.today()
        self.incoming.show_parts(
            case.incoming_referrals, {one.id: one.problems(today) for one in case.incoming_referrals}
        )

    def _show_addresses(self, case: CaseFile) -> None:
        """Look up behind the window where the recipients are reached."""
        if case.referrals:
            ask_behind(self.referrals, self.place, partial(find_addresses, self.place.desk, case), self._take_addresses)

    def _take_addresses(self, found: Mapping[str, Address]) -> None:
        for referral_id, row in self.referrals.rows.items():
            row.address.show_address(found.get(referral_id))

    def _make_row(self, shown: ShownReferral) -> ReferralRow:
        row = ReferralRow(shown, self.place.desk.clock.today(), self.referrals)
        row.changed.connect(self._change_referral)
        row.removed.connect(self._remove_referral)
        row.agreed.connect(self._agree)
        row.taken_back.connect(self._take_back)
        row.step_wanted.connect(self._note)
        row.step_changed.connect(self._change_step)
        row.step_removed.connect(self._remove_step)
        row.letter_wanted.connect(self._show_letter)
        row.again_wanted.connect(self._refer_again)
        row.there_again_wanted.connect(self._refer_there_again)
        row.looked_for.connect(self._look_for_again)
        row.addressed.connect(self._address)
        return row

    def _look_for(self, words: str) -> None:
        if not words or self.case is None:
            return
        today = self.place.desk.clock.today()
        wish = CourseWish(words, self.case.client.postal_code, starts_from=today)
        ask_behind(self, self.place, partial(find_courses, self.place.desk, wish), partial(self._suggest, words))

    def _suggest(self, words: str, found: Sequence[FoundCourse]) -> None:
        tongue = self.place.tongue()
        self.new.search.show_suggestions(
            words,
            [
                Suggestion(one.course.title, course_facts(one.course, one.distance_km, tongue), one.course)
                for one in found
            ],
        )

    def _look_for_addressee(self, words: str) -> None:
        self._ask_directory(self.new.directory, words)

    def _look_for_again(self, row: ReferralRow, words: str) -> None:
        self._ask_directory(row.search, words)

    def _ask_directory(self, field: SearchField, words: str) -> None:
        if words:
            work = partial(find_addressees, self.place.desk, words, self.place.tongue())
            ask_behind(field, self.place, work, partial(self._suggest_addressees, field, words))

    def _suggest_addressees(self, field: SearchField, words: str, found: Sequence[Addressee]) -> None:
        tongue = self.place.tongue()
        told = [Suggestion(one.name, " · ".join(map(tongue.speak, one.facts)), one) for one in found]
        field.show_suggestions(words, told)

    def _refer(self, course: CourseOffer) -> None:
        self.change(refer_to_course(self.place.desk, self.open_case.case, course))

    def _refer_to_kept(self, kept: KeptCourse) -> None:
        self.change(refer_to_kept(self.place.desk, self.open_case.case, kept))

    def _let_go(self, kept: KeptCourse) -> None:
        case = let_course_go(self.open_case.case, kept.course)
        self.change_with_undo(case, say("The course is no longer kept: {name}", name=kept.title))

    def _refer_to(self, addressee: Addressee) -> None:
        self.change(refer_to(self.place.desk, self.open_case.case, addressee))

    def _add(self, kind: ReferralKind, recipient: str) -> None:
        self.change(add_referral(self.place.desk, self.open_case.case, kind, recipient))

    def _change_referral(self, referral: Referral) -> None:
        self.change(change_referral(self.open_case.case, referral))

    def _address(self, referral: Referral, addressee: Addressee) -> None:
        self.change(change_referral(self.open_case.case, with_addressee(referral, addressee)))

    def _agree(self, referral: Referral, manner: Manner) -> None:
        case = agree_to_referral(self.place.desk, self.open_case.case, referral, manner)
        told = say("Noted: the person agrees that {name} is told this.", name=referral.recipient)
        self.change_with_undo(case, told)

    def _take_back(self, referral: Referral) -> None:
        case = take_back_agreement(self.place.desk, self.open_case.case, referral)
        told = say("Noted: the person took the consent back. {name} is told nothing more.", name=referral.recipient)
        self.change_with_undo(case, told)

    def _note(self, referral: Referral, kind: ReferralStepKind, day: dt.date) -> None:
        self.flush()
        try:
            case = note_step(self.open_case.case, referral, kind, day, self._where_to(referral, kind))
        except NotAgreedError as refused:
            self.place.banner.tell_error(refused)
            self.referrals.rows[referral.id].consent.put_cursor()
            return
        self.change_with_undo(case, say("Noted: {step}", step=kind.label))

    def _where_to(self, referral: Referral, kind: ReferralStepKind) -> str:
        """Return the address to which a letter goes, so that it stays as it was on that day."""
        row = self.referrals.rows.get(referral.id) if kind is ReferralStepKind.SENT else None
        address = row.address.address if row is not None else None
        return address.in_one_line if address is not None else ""

    def _change_step(self, step: ReferralStep) -> None:
        self.change(change_step(self.open_case.case, step))

    def _remove_step(self, step: ReferralStep) -> None:
        case = remove_step(self.open_case.case, step)
        self.change_with_undo(case, say("The step was removed: {step}", step=step.kind.label))

    def _refer_again(self, referral: Referral) -> None:
        case = refer_again(self.place.desk, self.open_case.case, referral)
        self.change_with_undo(case, say("Another referral stands above. To whom? The consent is asked anew."))
        row = self.referrals.rows.get(case.referrals[-1].id)
        if row is not None:
            row.begin()

    def _refer_there_again(self, referral: Referral) -> None:
        self.flush()
        case = refer_there_again(self.place.desk, self.open_case.case, referral)
        self.change_with_undo(case, say("Another referral to {name} stands above.", name=referral.recipient))
        row = self.referrals.rows.get(case.referrals[-1].id)
        if row is not None:
            row.go_to("starts_on")

    def _show_letter(self, referral: Referral) -> None:
        self.flush()
        self.page_wanted.emit("documents", f"{LETTER}/{referral.id}")

    def _remove_referral(self, referral: Referral) -> None:
        case = remove_referral(self.open_case.case, referral)
        self.change_with_undo(case, say("The referral was removed: {name}", name=referral.recipient))

    def _make_incoming(self, incoming: IncomingReferral, parent: QWidget) -> IncomingRow:
        return IncomingRow(incoming, self.place.desk.clock.today(), parent)

    def _add_incoming(self) -> None:
        self.flush()
        case = begin_incoming(self.place.desk, self.open_case.case)
        self.change(case)
        self.incoming.begin(case.incoming_referrals[-1].id)

    def _change_incoming(self, incoming: IncomingReferral) -> None:
        self.change(change_part(self.open_case.case, Parts.INCOMING_REFERRALS, incoming))

    def _remove_incoming(self, incoming: IncomingReferral) -> None:
        case = remove_part(self.open_case.case, Parts.INCOMING_REFERRALS, incoming)
        self.change_with_undo(case, say("The entry was removed: {name}", name=incoming.sender or "–"))


def _show_row(row: ReferralRow, shown: ShownReferral, _number: int) -> None:
    row.show_referral(shown)

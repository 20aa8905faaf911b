"""The page Agreement: goals, steps with who and by when, what each side takes on, signatures, and the way so far."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from iq_desktop.documents.slip import points_on_slip
from iq_desktop.domain.agreement import AgreementReview, Duty, Goal
from iq_desktop.domain.referral import AgreedPoint
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.screens.parts.agreement_lists import AgreementLists
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.point_row import PointRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.signatures_card import SignaturesCard
from iq_desktop.ui.screens.parts.signing_corner import SigningCorner
from iq_desktop.ui.screens.parts.start_card import StartCard
from iq_desktop.usecases.agreements import begin_review, ready_duties, remove_signature, take_duty
from iq_desktop.usecases.parts import Parts, add_part, change_part, remove_part
from iq_desktop.usecases.referrals import add_point, change_point, move_point, remove_point
from iq_desktop.usecases.start_and_end import look_back
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.agreement import Signature
    from iq_desktop.domain.agreement_talk import ReadyDuty
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.screens.parts.part_list import PartList
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace

_ON_SLIP = 3
_LISTS = {Goal: Parts.GOALS, Duty: Parts.DUTIES, AgreementReview: Parts.REVIEWS}
_REMOVED: dict[type, Text] = {
    Goal: say("The goal was removed."),
    Duty: say("The duty was removed."),
    AgreementReview: say("The review was removed."),
}


class AgreementPage(PageFrame):
    """What both agreed; `page_wanted` leads to the papers that are printed of it."""

    page_wanted = Signal(str, str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the lists and what stands there while nothing was agreed."""
        super().__init__("agreement", place, open_case, parent)
        lists = AgreementLists(self._client_language, self)
        self.goals, self.duties, self.reviews = lists.goals, lists.duties, lists.reviews
        self.steps = SpeakingLabel(say("Steps"), "heading", self)
        self.hint = SpeakingLabel(
            say("The first three that are not done yet stand on the slip that the person takes home."), "muted", self
        )
        self.points = RowList(self._make_row, self._show_row, self)
        self.empty = EmptyPage(
            "agreement",
            say("What happens next? Agree on up to three things: what, who does it, by when."),
            say("Add the first thing"),
            self,
        )
        self.add_button = SpeakingButton(say("Add another thing"), "", "plus", self)
        self.signatures = SignaturesCard(self)
        self.start = StartCard(self)
        self.signing = SigningCorner(self)
        self._place()
        self._connect()

    def _place(self) -> None:
        for part in (self.goals, self.steps, self.hint, self.empty, self.points):
            self.column.addWidget(part)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for card in (self.duties, self.signatures, self.reviews, self.start):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.empty.acted.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.goals.wanted.connect(self._add_goal)
        self.duties.wanted.connect(self._add_duty)
        self.duties.ready_chosen.connect(self._take_ready)
        self.reviews.wanted.connect(self._add_review)
        for part in (self.goals, self.duties, self.reviews):
            part.changed.connect(self._change_part)
            part.removed.connect(self._remove_part)
        self.signatures.screen_wanted.connect(self._sign_on_screen)
        self.signatures.paper_wanted.connect(self.signing.note_paper)
        self.signatures.print_wanted.connect(self._print_agreement)
        self.signatures.removed.connect(self._remove_signature)
        self.start.print_wanted.connect(self._print_way)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.points.rows.values()):
            row.fields.flush()
        for part in (self.goals, self.duties, self.reviews):
            part.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        if is_other:
            self.points.show_values(())
            self.signing.leave()
            for part in (self.goals, self.duties, self.reviews):
                part.forget()
        self.points.show_values(case.agreement)
        for shown in (self.hint, self.add_button, self.points):
            shown.setVisible(bool(case.agreement))
        self.empty.setVisible(not case.agreement)
        today = self.place.desk.clock.today()
        self.goals.show_parts(case.goals, {one.id: one.problems(today) for one in case.goals})
        self.duties.show_parts(case.duties, {})
        self.duties.show_ready(ready_duties(case, self.place.tongue()))
        self.reviews.show_parts(case.reviews, {one.id: one.problems(today) for one in case.reviews})
        self.signatures.show_case(case, today)
        self.signing.show_case(case)
        ask_behind(self, self.place, partial(look_back, self.place.desk, case), self.start.show_ends)

    def _go_to(self, field: str) -> None:
        if field == "signatures":
            self.signatures.on_screen.setFocus()
        elif self.points.rows:
            next(iter(self.points.rows.values())).fields.frames["text"].editor.setFocus()
        else:
            self.empty.act.setFocus()

    def _client_language(self) -> str:
        return self.open_case.case.contact.client_language

    def _make_row(self, point: AgreedPoint) -> PointRow:
        row = PointRow(point, self.points)
        row.changed.connect(self._change_point)
        row.moved.connect(self._move_point)
        row.removed.connect(self._remove_point)
        return row

    def _show_row(self, row: PointRow, point: AgreedPoint, number: int) -> None:
        if self.case is not None:
            written = points_on_slip(self.case)
            on_slip = point in written or (not point.is_written and len(written) < number + 1 <= _ON_SLIP)
            language = self.case.contact.client_language
            row.show_point(point, number, len(self.case.agreement), language, is_on_slip=on_slip)
            row.fields.show_problems(point.problems(self.place.desk.clock.today()))

    def _add(self) -> None:
        self.flush()
        point = AgreedPoint()
        self.change(add_point(self.open_case.case, point))
        row = self.points.rows.get(point.id)
        if row is not None:
            row.fields.frames["text"].editor.setFocus()

    def _change_point(self, point: AgreedPoint) -> None:
        self.change(change_point(self.open_case.case, point))

    def _move_point(self, point: AgreedPoint, by: int) -> None:
        self.flush()
        self.change(move_point(self.open_case.case, point, by))

    def _remove_point(self, point: AgreedPoint) -> None:
        self.change_with_undo(remove_point(self.open_case.case, point), say("The agreed thing was removed."))

    def _add_goal(self) -> None:
        self._add_part(Goal(), self.goals)

    def _add_duty(self) -> None:
        self._add_part(Duty(), self.duties)

    def _add_review(self) -> None:
        self._add_part(begin_review(self.place.desk), self.reviews)

    def _add_part(self, part: Any, shown_in: PartList) -> None:
        self.flush()
        self.change(add_part(self.open_case.case, _LISTS[type(part)], part))
        shown_in.begin(part.id)

    def _take_ready(self, ready: ReadyDuty) -> None:
        self.flush()
        theirs = self.place.client_tongue(self._client_language())
        self.change(take_duty(self.open_case.case, ready, self.place.tongue(), theirs))

    def _change_part(self, part: Any) -> None:
        self.change(change_part(self.open_case.case, _LISTS[type(part)], part))

    def _remove_part(self, part: Any) -> None:
        case = remove_part(self.open_case.case, _LISTS[type(part)], part)
        self.change_with_undo(case, _REMOVED[type(part)])

    def _sign_on_screen(self) -> None:
        self.flush()
        self.signing.begin()

    def _remove_signature(self, signature: Signature) -> None:
        case = remove_signature(self.open_case.case, signature)
        self.change_with_undo(case, say("The signature was removed."))

    def _print_agreement(self) -> None:
        self.flush()
        self.page_wanted.emit("documents", "agreement")

    def _print_way(self) -> None:
        self.page_wanted.emit("documents", "start-and-end")

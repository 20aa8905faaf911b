"""The page Referral: where the person goes next, how far that is, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.documents.referral_letter import LETTER
from iq_desktop.domain.course import CourseWish
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.search_field import Suggestion
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.course_row import course_facts
from iq_desktop.ui.screens.parts.new_referral import NewReferral
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.referral_row import ReferralRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.referrals import add_referral, change_referral, refer_to_course, remove_referral
from iq_desktop.usecases.routes import find_courses
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import CourseOffer, FoundCourse
    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.referral import Referral, ReferralKind
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


class ReferralPage(PageFrame):
    """The referrals of a case; `page_wanted` leads to the letter for one of them."""

    page_wanted = Signal(str, str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the beginning of a referral and the list."""
        super().__init__("referral", place, open_case, parent)
        self.new = NewReferral(self)
        self.referrals = RowList(self._make_row, _show_row, self)
        self.empty = EmptyPage(
            "referral",
            say("Nobody was referred yet. Find a course or name a body above: then the referral stands here."),
            parent=self,
        )
        self.column.addWidget(self.new)
        self.column.addWidget(self.referrals)
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
        self.new.search.asked.connect(self._look_for)
        self.new.search.chosen.connect(self._refer)
        self.new.body_named.connect(self._add)

    @property
    def unsaved_panels(self) -> tuple[QWidget, ...]:
        """The part whose words are saved only on demand."""
        return (self.new,)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.new.flush()
        for row in list(self.referrals.rows.values()):
            row.fields.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        if is_other:
            self.referrals.show_values(())
        self.referrals.show_values(case.referrals[::-1])
        self.referrals.setVisible(bool(case.referrals))
        self.empty.setVisible(not case.referrals)

    def _make_row(self, referral: Referral) -> ReferralRow:
        row = ReferralRow(referral, self.referrals)
        row.changed.connect(self._change_referral)
        row.removed.connect(self._remove_referral)
        row.letter_wanted.connect(self._show_letter)
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

    def _refer(self, course: CourseOffer) -> None:
        self.change(refer_to_course(self.place.desk, self.open_case.case, course))

    def _add(self, kind: ReferralKind, recipient: str) -> None:
        self.change(add_referral(self.place.desk, self.open_case.case, kind, recipient))

    def _change_referral(self, referral: Referral) -> None:
        self.change(change_referral(self.open_case.case, referral))

    def _show_letter(self, referral: Referral) -> None:
        self.flush()
        self.page_wanted.emit("documents", f"{LETTER}/{referral.id}")

    def _remove_referral(self, referral: Referral) -> None:
        case = remove_referral(self.open_case.case, referral)
        self.change_with_undo(case, say("The referral was removed: {name}", name=referral.recipient))


def _show_row(row: ReferralRow, referral: Referral, _number: int) -> None:
    row.show_referral(referral)

"""The page Follow-up: talks after the first one, what is to come, what NIQ lacks, and how the counselling ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.forms.follow_up_forms import CLOSING_FORM, TALK_FORM
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.closing_card import ClosingCard
from iq_desktop.ui.screens.parts.dates_part import DatesPart
from iq_desktop.ui.screens.parts.niq_card import NiqCard
from iq_desktop.ui.screens.parts.niq_report_card import NiqReportCard
from iq_desktop.ui.screens.parts.niq_saving import save_record, show_record
from iq_desktop.ui.screens.parts.owner_card import OwnerCard
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.six_months_card import SixMonthsCard
from iq_desktop.usecases.case_owner import hand_over, is_seen_by_me, keep_apart, look_at_owner
from iq_desktop.usecases.follow_up import (
    ask_again_later,
    begin_talk,
    change_closing,
    close_case,
    follow_up_problems,
    is_question_later,
    note_six_months,
    reopen_case,
    talk_facts,
    talk_sums,
    talk_title,
    talks_by_day,
)
from iq_desktop.usecases.missing import closing_lacks
from iq_desktop.usecases.niq_reports import note_chiffre
from iq_desktop.usecases.parts import Parts, add_part, change_part, remove_part
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.talk import Closing, CounsellingResult, Talk
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace

_CLOSING = frozenset(field.name for field in CLOSING_FORM.fields())


class FollowUpPage(PageFrame):
    """Talks, appointments and the end of a case; `page_wanted` leads to where something is missing."""

    page_wanted = Signal(str, str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build both lists and both cards."""
        super().__init__("follow_up", place, open_case, parent)
        self.six_months = SixMonthsCard(self)
        self.dates = DatesPart(self)
        self.talks = PartList(
            say("Talks"),
            say("Each contact after the first counselling; the documentation NIQ counts the follow-up talks."),
            say("Add a talk"),
            self._make_talk,
            self,
        )
        self.sums = SpeakingLabel(NOTHING, "muted", self.talks)
        self.talks.add(self.sums)
        self.niq = NiqCard(self)
        self.report = NiqReportCard(self)
        self.closing = ClosingCard(self)
        self.owner = OwnerCard(self)
        for part in (self.six_months, self.dates, self.talks, self.niq, self.report, self.closing, self.owner):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.dates.flush_wanted.connect(self.flush)
        self.six_months.told.connect(self._note_six_months)
        self.six_months.later.connect(self._ask_again_later)
        self.talks.wanted.connect(self._add_talk)
        self.talks.changed.connect(self._change_talk)
        self.talks.removed.connect(self._remove_talk)
        self.niq.wanted.connect(self.page_wanted)
        self.report.save_wanted.connect(partial(save_record, self))
        self.report.record_wanted.connect(partial(show_record, self, self.report))
        self.report.chiffre_typed.connect(self._note_chiffre)
        self.closing.wanted.connect(self._go_to_gap)
        self.closing.changed.connect(self._change_closing)
        self.closing.closed.connect(self._close)
        self.closing.reopened.connect(self._reopen)
        self.owner.given.connect(self._hand_over)
        self.owner.turned.connect(self._keep_apart)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.dates.flush()
        self.talks.flush()
        self.report.chiffre.flush()
        self.closing.form.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        if is_other:
            self.talks.forget()
            self.report.forget()
        self.six_months.show_case(case, self.today)
        self.dates.show_case(case, is_other=is_other)
        self.talks.show_parts(talks_by_day(case), follow_up_problems(case, self.today))
        self.sums.show_text(talk_sums(case))
        self.sums.setVisible(bool(case.talks))
        self.niq.setVisible(case.kind is CaseKind.FULL)
        self.niq.show_case(case, self.today)
        self.report.setVisible(case.kind is CaseKind.FULL)
        self.report.show_case(case, self.place.desk.niq.codes, self.today)
        self.closing.show_case(case, problems, closing_lacks(self.place.desk, case), is_other=is_other)
        owned = case.adviser_id, case.is_confidential
        if is_other or owned != self._owned:
            self._owned = owned
            ask_behind(self, self.place, partial(look_at_owner, self.place.desk, case), self.owner.show_state)

    @property
    def today(self) -> dt.date:
        """The day at the desk."""
        return self.place.desk.clock.today()

    def go_to(self, part: str) -> None:
        """Put the cursor into a field or a row; where the question after six months waits, to its answers."""
        identity = part.partition(".")[0]
        asked = any(one.id == identity and is_question_later(one) for one in self.open_case.case.appointments)
        if asked and self.six_months.isVisibleTo(self):
            self.six_months.go_to_first()
        else:
            super().go_to(part)

    def _go_to(self, field: str) -> None:
        if field == "after_six_months" and self.six_months.isVisibleTo(self):
            self.six_months.go_to_first()
        elif field in _CLOSING:
            self.closing.form.go_to(field)
        elif field == "niq":
            self.niq.go_to_first()
        elif field == "niq_report":
            self.report.show_button.setFocus()
            self.report.record_wanted.emit()
        elif field == "owner":
            self.owner.adviser.setFocus()
        elif field == "talks":
            self._go_to_talk()
        elif field == "tasks":
            self.dates.go_to_task()
        else:
            self.dates.go_to_first()

    def _note_chiffre(self, typed: str) -> None:
        self.change(note_chiffre(self.open_case.case, typed))

    def _go_to_talk(self) -> None:
        """Go to the first talk that lacks something, or to where one is added."""
        open_ones = follow_up_problems(self.open_case.case, self.today)
        for row in self.talks.rows.rows.values():
            if open_ones.get(row.value.id):
                row.go_to(open_ones[row.value.id][0].field)
                return
        self.talks.add_button.setFocus()

    def _go_to_gap(self, page: str, field: str) -> None:
        if page == self._page.name:
            self.go_to(field)
        else:
            self.page_wanted.emit(page, field)

    def _make_talk(self, talk: Talk, parent: QWidget) -> PartRow:
        return PartRow(TALK_FORM, talk, _describe_talk, parent)

    def _add_talk(self) -> None:
        self.flush()
        talk = begin_talk(self.place.desk, self.open_case.case)
        self.change(add_part(self.open_case.case, Parts.TALKS, talk))
        self.talks.begin(talk.id)

    def _change_talk(self, talk: Any) -> None:
        self.change(change_part(self.open_case.case, Parts.TALKS, talk))

    def _remove_talk(self, talk: Any) -> None:
        removed = remove_part(self.open_case.case, Parts.TALKS, talk)
        self.change_with_undo(removed, say("The talk was removed."))

    def _note_six_months(self, result: CounsellingResult) -> None:
        case = note_six_months(self.place.desk, self.open_case.case, result)
        self.change_with_undo(case, say("After six months: {result}", result=result.label))

    def _ask_again_later(self) -> None:
        case = ask_again_later(self.place.desk, self.open_case.case)
        self.change_with_undo(case, say("It is asked again in four weeks."))

    def _change_closing(self, closing: Closing) -> None:
        self.change(change_closing(self.place.desk, self.open_case.case, closing))

    def _close(self) -> None:
        self.flush()
        case = close_case(self.place.desk, self.open_case.case)
        self.change_with_undo(case, say("The counselling is closed."))

    def _reopen(self) -> None:
        case = reopen_case(self.place.desk, self.open_case.case)
        self.change_with_undo(case, say("The counselling goes on."))

    def _hand_over(self, adviser: Adviser) -> None:
        self.flush()
        case = hand_over(self.place.desk, self.open_case.case, adviser)
        if is_seen_by_me(self.place.desk, case):
            self.change_with_undo(case, say("{name} looks after this case now.", name=adviser.name))
            return
        self.change(case)
        told = say("{name} looks after this case now, and you see it no more.", name=adviser.name)
        self.place.banner.tell(told, "info")

    def _keep_apart(self, is_confidential: bool) -> None:  # noqa: FBT001  (a signal carries it)
        case = keep_apart(self.open_case.case, is_confidential=is_confidential)
        told = say("Only for its adviser and for responsible persons") if is_confidential else say("Open to the centre")
        self.change_with_undo(case, told)

    _owned = ("", False)


def _describe_talk(talk: Talk) -> Described:
    day = say("{day}", day=talk.held_on) if talk.held_on else NOTHING
    return Described("follow_up", talk_title(talk), talk_facts(talk), day)

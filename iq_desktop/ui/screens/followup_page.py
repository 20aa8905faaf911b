"""The page Follow-up: talks after the first one, what is to come, what NIQ lacks, and how the counselling ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.talk import Appointment, Closing, Talk
from iq_desktop.forms.follow_up_forms import APPOINTMENT_FORM, CLOSING_FORM, TALK_FORM
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.calendar_out import save_calendar_of
from iq_desktop.ui.screens.parts.closing_card import ClosingCard
from iq_desktop.ui.screens.parts.niq_card import NiqCard
from iq_desktop.ui.screens.parts.niq_report_card import NiqReportCard
from iq_desktop.ui.screens.parts.niq_saving import save_record, show_record
from iq_desktop.ui.screens.parts.owner_card import OwnerCard
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.usecases.case_owner import hand_over, is_seen_by_me, keep_apart, look_at_owner
from iq_desktop.usecases.follow_up import (
    appointment_facts,
    appointment_moment,
    appointment_title,
    appointments_by_day,
    begin_appointment,
    begin_talk,
    change_closing,
    close_case,
    follow_up_problems,
    reopen_case,
    talk_facts,
    talk_title,
    talks_by_day,
)
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
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace

_CLOSING = frozenset(field.name for field in CLOSING_FORM.fields())


class FollowUpPage(PageFrame):
    """Talks, appointments and the end of a case; `page_wanted` leads to where something is missing."""

    page_wanted = Signal(str, str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build both lists and both cards."""
        super().__init__("follow_up", place, open_case, parent)
        self.appointments = PartList(
            say("Appointments and tasks"),
            say("What is to come. On its day it stands on the page Today."),
            say("Add an appointment or a task"),
            self._make_appointment,
            self,
        )
        self.calendar = SpeakingButton(say("Dates as a calendar file"), "plain", "calendar", self)
        self.calendar.setObjectName("calendar")
        self.appointments.body.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignLeft)
        self.talks = PartList(
            say("Talks"),
            say("Each contact after the first counselling; the documentation NIQ counts the follow-up talks."),
            say("Add a talk"),
            self._make_talk,
            self,
        )
        self.niq = NiqCard(self)
        self.report = NiqReportCard(self)
        self.closing = ClosingCard(self)
        self.owner = OwnerCard(self)
        for part in (self.appointments, self.talks, self.niq, self.report, self.closing, self.owner):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.appointments.wanted.connect(self._add_appointment)
        self.calendar.clicked.connect(self._save_calendar)
        self.talks.wanted.connect(self._add_talk)
        for part in (self.appointments, self.talks):
            part.changed.connect(self._change)
            part.removed.connect(self._remove)
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
        self.appointments.flush()
        self.talks.flush()
        self.report.chiffre.flush()
        self.closing.form.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        if is_other:
            self.appointments.forget()
            self.talks.forget()
            self.report.forget()
        open_ones = follow_up_problems(case, self.today)
        self.appointments.show_parts(appointments_by_day(case), open_ones)
        self.calendar.setVisible(bool(case.appointments))
        self.talks.show_parts(talks_by_day(case), open_ones)
        self.niq.setVisible(case.kind is CaseKind.FULL)
        self.niq.show_case(case)
        self.report.setVisible(case.kind is CaseKind.FULL)
        self.report.show_case(case, self.place.desk.niq.codes, self.today)
        self.closing.show_case(case, problems, is_other=is_other)
        owned = case.adviser_id, case.is_confidential
        if is_other or owned != self._owned:
            self._owned = owned
            ask_behind(self, self.place, partial(look_at_owner, self.place.desk, case), self.owner.show_state)

    @property
    def today(self) -> dt.date:
        """The day at the desk."""
        return self.place.desk.clock.today()

    def _go_to(self, field: str) -> None:
        if field in _CLOSING:
            self.closing.form.go_to(field)
        elif field == "niq":
            self.niq.go_to_first()
        elif field == "niq_report":
            self.report.show_button.setFocus()
            self.report.record_wanted.emit()
        elif field == "owner":
            self.owner.adviser.setFocus()
        else:
            self._go_to_part(self.talks if field == "talks" else self.appointments)

    def _note_chiffre(self, typed: str) -> None:
        self.change(note_chiffre(self.open_case.case, typed))

    def _go_to_part(self, parts: PartList) -> None:
        """Go to the first member that lacks something, or to where one is added."""
        open_ones = follow_up_problems(self.open_case.case, self.today)
        for row in parts.rows.rows.values():
            if open_ones.get(row.value.id):
                row.go_to(open_ones[row.value.id][0].field)
                return
        parts.add_button.setFocus()

    def _go_to_gap(self, page: str, field: str) -> None:
        if page == self._page.name:
            self._go_to(field)
        else:
            self.page_wanted.emit(page, field)

    def _make_talk(self, talk: Talk, parent: QWidget) -> PartRow:
        return PartRow(TALK_FORM, talk, _describe_talk, parent)

    def _make_appointment(self, one: Appointment, parent: QWidget) -> PartRow:
        return PartRow(APPOINTMENT_FORM, one, self._describe_appointment, parent)

    def _describe_appointment(self, one: Appointment) -> Described:
        is_late = one.is_open and one.day is not None and one.day < self.today
        icon = "good" if one.is_done else "warn" if is_late else "calendar"
        return Described(icon, appointment_title(one), appointment_facts(one), appointment_moment(one), is_late)

    def _add_talk(self) -> None:
        self._add(Parts.TALKS, begin_talk(self.place.desk, self.open_case.case), self.talks)

    def _add_appointment(self) -> None:
        self._add(Parts.APPOINTMENTS, begin_appointment(self.open_case.case), self.appointments)

    def _save_calendar(self) -> None:
        self.flush()
        save_calendar_of(self.place, self.open_case.case, self)

    def _add(self, parts: Parts, part: Any, shown_in: PartList) -> None:
        self.flush()
        self.change(add_part(self.open_case.case, parts, part))
        shown_in.begin(part.id)

    def _change(self, part: Any) -> None:
        self.change(change_part(self.open_case.case, _list_of(part), part))

    def _remove(self, part: Any) -> None:
        told = say("The talk was removed.") if isinstance(part, Talk) else say("The appointment was removed.")
        self.change_with_undo(remove_part(self.open_case.case, _list_of(part), part), told)

    def _change_closing(self, closing: Closing) -> None:
        self.change(change_closing(self.open_case.case, closing))

    def _close(self) -> None:
        self.flush()
        case = close_case(self.place.desk, self.open_case.case)
        self.change_with_undo(case, say("The counselling is closed."))

    def _reopen(self) -> None:
        self.change_with_undo(reopen_case(self.open_case.case), say("The counselling goes on."))

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


def _list_of(part: Any) -> Parts:
    return Parts.TALKS if isinstance(part, Talk) else Parts.APPOINTMENTS


def _describe_talk(talk: Talk) -> Described:
    day = say("{day}", day=talk.held_on) if talk.held_on else NOTHING
    return Described("follow_up", talk_title(talk), talk_facts(talk), day)

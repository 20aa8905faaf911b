"""Tasks and appointments of a case: what is to do by whom, what is to come, and what can become a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.forms.follow_up_forms import APPOINTMENT_FORM, TASK_FORM
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.calendar_out import save_appointment, save_calendar_of
from iq_desktop.ui.screens.parts.date_row import DateRow
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.part_row import Described
from iq_desktop.usecases.appointments import (
    appointment_facts,
    appointment_moment,
    appointment_title,
    appointments_by_day,
    begin_appointment,
    begin_task,
    change_appointment,
    finish_appointment,
    postpone_by_a_week,
    take_over_task,
    task_sources,
    tasks_by_day,
)
from iq_desktop.usecases.follow_up import follow_up_problems
from iq_desktop.usecases.parts import Parts, add_part, remove_part
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk import Appointment
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.usecases.appointments import TaskSource


class DatesPart(QWidget):
    """Both lists; `flush_wanted` before something is taken up anew, so that typed words are saved first."""

    flush_wanted = Signal()

    def __init__(self, page: PageFrame) -> None:
        """Build the lists for a page."""
        super().__init__(page)
        self.page = page
        self.tasks = PartList(
            say("Tasks"),
            say("What is to be done, by whom, by when. On its day it stands on the page Today; without a day always."),
            say("Add a task"),
            self._make_task,
            self,
        )
        self.sources = LineList(say("Make it a task"), parent=self)
        self.sources.setObjectName("make_task")
        self.appointments = PartList(
            say("Appointments"),
            say("When one meets next, or is to be at an office. On its day it stands on the page Today."),
            say("Add an appointment"),
            self._make_appointment,
            self,
        )
        self.calendar = ShortButton(say("Dates as a calendar file"), "plain", "calendar", self)
        self.calendar.setObjectName("calendar")
        self.with_names = Tick(say("with name, words and place"), self)
        self.with_names.setObjectName("calendar_with_names")
        self._place()
        for part in (self.tasks, self.appointments):
            part.changed.connect(self._change)
            part.removed.connect(self._remove)
        self.tasks.wanted.connect(self._add_task)
        self.appointments.wanted.connect(self._add_appointment)
        self.sources.chosen.connect(self._take_over)
        self.calendar.clicked.connect(self._save_calendar)

    def _place(self) -> None:
        out = FlowLayout(gap=STEP)
        out.addWidget(self.calendar)
        out.addWidget(self.with_names)
        self.appointments.add(out)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * STEP)
        for part in (self.tasks, self.sources, self.appointments):
            lines.addWidget(part)

    def show_case(self, case: CaseFile, *, is_other: bool) -> None:
        """Show the tasks and appointments of a case; never emits."""
        if is_other:
            self.tasks.forget()
            self.appointments.forget()
        desk = self.page.place.desk
        open_ones = follow_up_problems(case, desk.clock.today())
        self.tasks.show_parts(tasks_by_day(case), open_ones)
        self.appointments.show_parts(appointments_by_day(case), open_ones)
        sources = task_sources(desk, case)
        self.sources.show_lines([_line_of(one) for one in sources])
        self.sources.setVisible(bool(sources))
        for part in (self.calendar, self.with_names):
            part.setVisible(bool(case.appointments))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.tasks.flush()
        self.appointments.flush()

    def go_to_first(self) -> None:
        """Go to the first member that lacks something, or to where one is added."""
        open_ones = follow_up_problems(self._case, self.page.place.desk.clock.today())
        for parts in (self.tasks, self.appointments):
            for row in parts.rows.rows.values():
                if open_ones.get(row.value.id):
                    row.go_to(open_ones[row.value.id][0].field)
                    return
        self.appointments.add_button.setFocus()

    def go_to_task(self) -> None:
        """Go to the first task that waits, or to where one is added."""
        waiting = (row for row in self.tasks.rows.rows.values() if not row.value.is_done)
        first = next(waiting, None)
        (first.done if isinstance(first, DateRow) else self.tasks.add_button).setFocus()

    @property
    def _case(self) -> CaseFile:
        return self.page.open_case.case

    def _make_task(self, one: Appointment, parent: QWidget) -> DateRow:
        return self._connected(DateRow(TASK_FORM, one, self._describe, parent))

    def _make_appointment(self, one: Appointment, parent: QWidget) -> DateRow:
        return self._connected(DateRow(APPOINTMENT_FORM, one, self._describe, parent))

    def _connected(self, row: DateRow) -> DateRow:
        row.finished.connect(self._finish)
        row.postponed.connect(self._postpone)
        row.exported.connect(self._export)
        return row

    def _describe(self, one: Appointment) -> Described:
        today = self.page.place.desk.clock.today()
        is_late = one.is_open and one.day is not None and one.day < today
        icon = "good" if one.is_done else "warn" if is_late else "open" if one.is_task else "calendar"
        return Described(
            icon, appointment_title(one), appointment_facts(self._case, one), appointment_moment(one), is_late
        )

    def _add_task(self) -> None:
        self._add(begin_task(), self.tasks)

    def _add_appointment(self) -> None:
        self._add(begin_appointment(), self.appointments)

    def _add(self, one: Appointment, shown_in: PartList) -> None:
        self.flush_wanted.emit()
        self.page.change(add_part(self._case, Parts.APPOINTMENTS, one))
        shown_in.begin(one.id)

    def _take_over(self, source: TaskSource) -> None:
        self.flush_wanted.emit()
        changed = take_over_task(self._case, source, self.page.place.tongue())
        self.page.change_with_undo(changed, say("It is a task now."))

    def _change(self, one: Any) -> None:
        self.page.change(change_appointment(self.page.place.desk, self._case, one))

    def _finish(self, one: Any) -> None:
        changed = finish_appointment(self.page.place.desk, self._case, one)
        self.page.change_with_undo(changed, say("Done: {what}.", what=appointment_title(one)))

    def _postpone(self, one: Any) -> None:
        changed = postpone_by_a_week(self.page.place.desk, self._case, one)
        day = next(each.day for each in changed.appointments if each.id == one.id)
        self.page.change_with_undo(changed, say("It is on {day} now.", day=day or ""))

    def _remove(self, one: Any) -> None:
        told = say("The task was removed.") if one.is_task else say("The appointment was removed.")
        self.page.change_with_undo(remove_part(self._case, Parts.APPOINTMENTS, one), told)

    def _export(self, one: Any, with_names: bool) -> None:  # noqa: FBT001  (a signal carries it)
        save_appointment(self.page.place, self._case, one, self, with_names=with_names)

    def _save_calendar(self) -> None:
        self.flush_wanted.emit()
        save_calendar_of(self.page.place, self._case, self, with_names=self.with_names.isChecked())


def _line_of(source: TaskSource) -> Line:
    return Line("agreement", source.what, source.told, value=source, tail="plus")

"""The section Procedures of the page Recognition: what was applied for, how far it is, and what runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.grant_guard import is_guarded_step
from iq_desktop.domain.procedure import Procedure, ProcedureKind, ProcedureStep, StepKind
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.calendar_out import save_calendar_of
from iq_desktop.ui.screens.parts.grant_watch import watch_of
from iq_desktop.ui.screens.parts.procedure_row import ProcedureRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.cost_words import GRANT_FIRST
from iq_desktop.usecases.costs import ReasonMissing, leave_grant_out, note_grant_applied
from iq_desktop.usecases.parts import Parts, change_part, remove_part
from iq_desktop.usecases.procedures import (
    StepRefused,
    about_qualification,
    begin_procedure,
    look_at_procedures,
    note_step,
    remove_procedure,
    take_over_result,
)
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.usecases.procedures import ShownProcedure
    from iq_desktop.wording.text import Text

_KINDS: Final = tuple(ProcedureKind)


class ProceduresPart(QWidget):
    """The procedures of a case; `changed` carries the changed case."""

    changed = Signal(object)

    def __init__(self, page: PageFrame) -> None:
        """Build the card that begins a procedure, and the list."""
        super().__init__(page)
        self.page = page
        self.watch = watch_of(page)
        self.begin_card = Card(
            say("Procedures"),
            self,
            hint=say("Note what happens, day by day: periods, pauses and holidays are counted by the program."),
        )
        self.begin_buttons = {kind: SpeakingButton(kind.label, "", "plus", self) for kind in _KINDS}
        self.calendar = SpeakingButton(say("Dates as a calendar file"), "plain", "calendar", self)
        self.with_names = Tick(say("with the name"), self)
        self.with_names.setObjectName("calendar_with_names")
        self.stand = SpeakingLabel(NOTHING, "hint", self)
        self.rows = RowList(self._make_row, self._show_row, self)
        self._waiting: tuple[Procedure, StepKind, dt.date] | None = None
        self._place()
        self.watch.renewed.connect(self._show_warnings)
        for button in self.begin_buttons.values():
            button.clicked.connect(self._begin)
        self.calendar.clicked.connect(self._save_calendar)

    def _place(self) -> None:
        flow = FlowLayout(gap=STEP)
        for kind, button in self.begin_buttons.items():
            button.setObjectName(f"begin_{kind.value}")
            flow.addWidget(button)
        self.begin_card.add(SpeakingLabel(say("Begin a procedure"), "label", self.begin_card))
        self.begin_card.add(flow)
        self.begin_card.add(self.stand)
        out = FlowLayout(gap=STEP)
        out.addWidget(self.calendar)
        out.addWidget(self.with_names)
        self.begin_card.add(out)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * STEP)
        lines.addWidget(self.begin_card)
        lines.addWidget(self.rows)

    def show_case(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        """Show the procedures of a case; never emits."""
        del problems
        if is_other:
            self._waiting = None
            self.rows.show_values(())
        self.rows.show_values(look_at_procedures(self.page.place.desk, case))
        self.rows.setVisible(bool(case.procedures))
        for part in (self.calendar, self.with_names):
            part.setVisible(bool(case.procedures))
        law = self.page.place.desk.law
        told = say("Periods by BQFG, VwGO, VwVfG and BGB, as of {day}. Holidays from memory.", day=law.checked_on or "")
        self.stand.show_text(told)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.rows.rows.values()):
            row.flush()

    def go_to(self, field: str) -> None:
        """Go to the first step that is wrong, or to where a procedure begins; raises KeyError for another field."""
        if field not in {"procedures", "procedure_steps"}:
            raise KeyError(field)
        self.begin_buttons[ProcedureKind.RECOGNITION].setFocus()

    def _make_row(self, shown: ShownProcedure) -> ProcedureRow:
        row = ProcedureRow(shown, self.page.place.desk.clock.today(), self.rows)
        row.changed.connect(self._change)
        row.removed.connect(self._remove)
        row.step_wanted.connect(self._note)
        row.step_changed.connect(self._change_step)
        row.step_removed.connect(self._remove_step)
        row.taken_over.connect(self._take_over)
        row.qualification_chosen.connect(self._choose_qualification)
        row.guard.applied.connect(self._note_applied)
        row.guard.left_out.connect(self._leave_out)
        return row

    def _show_row(self, row: Any, shown: ShownProcedure, _number: int) -> None:
        row.show_procedure(shown)
        row.show_warning(self.watch.find_warning(self._case))

    @property
    def _case(self) -> CaseFile:
        return self.page.open_case.case

    def _begin(self) -> None:
        self.flush()
        kind = next(kind for kind, button in self.begin_buttons.items() if button is self.sender())
        case, procedure = begin_procedure(self.page.place.desk, self._case, kind)
        self.changed.emit(case)
        row = self.rows.rows.get(procedure.id)
        if row is not None:
            row.begin()

    def _change(self, procedure: Procedure) -> None:
        self.changed.emit(change_part(self._case, Parts.PROCEDURES, procedure))

    def _remove(self, procedure: Procedure) -> None:
        told = say("The procedure was removed with its steps.")
        self.page.change_with_undo(remove_procedure(self._case, procedure), told)

    def _show_warnings(self) -> None:
        warning = self.watch.find_warning(self._case)
        for row in self.rows.rows.values():
            row.show_warning(warning)

    def _note(self, procedure: Procedure, kind: StepKind, day: dt.date) -> None:
        """Note a step; before an application goes out, the warning about the grant is answered first."""
        self.flush()
        warning = self.watch.find_warning_now(self._case) if is_guarded_step(procedure, kind) else None
        if warning is None:
            self._note_now(self._case, procedure, kind, day)
            return
        self._waiting = procedure, kind, day
        guard = self.rows.rows[procedure.id].guard
        guard.show_warning(warning)
        guard.put_cursor()
        advice = say("Answer the warning at the procedure; then the step is noted.")
        self.page.place.banner.tell(GRANT_FIRST, "danger", advice)

    def _note_applied(self) -> None:
        case = note_grant_applied(self.page.place.desk, self._case)
        self._go_on(case, say("Noted: the recognition grant was applied for."))

    def _leave_out(self, reason: str) -> None:
        try:
            case = leave_grant_out(self.page.place.desk, self._case, reason)
        except ReasonMissing as missing:
            self.page.place.banner.tell_error(missing)
            return
        self._go_on(case, say("Noted: it goes on without the recognition grant."))

    def _go_on(self, case: CaseFile, told: Text) -> None:
        """Take what was answered, and note the step that waited for it."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting[0].id in {one.id for one in case.procedures}:
            self._note_now(case, *waiting)
        else:
            self.page.change_with_undo(case, told)

    def _note_now(self, before: CaseFile, procedure: Procedure, kind: StepKind, day: dt.date) -> None:
        try:
            case, step = note_step(self.page.place.desk, before, procedure, kind, day)
        except StepRefused as refused:
            self.page.place.banner.tell_error(refused)
            return
        self.page.change_with_undo(case, say("Noted: {step}", step=step.kind.label))

    def _change_step(self, step: ProcedureStep) -> None:
        self.changed.emit(change_part(self._case, Parts.PROCEDURE_STEPS, step))

    def _remove_step(self, step: ProcedureStep) -> None:
        case = remove_part(self._case, Parts.PROCEDURE_STEPS, step)
        self.page.change_with_undo(case, say("The step was removed: {step}", step=step.kind.label))

    def _take_over(self, procedure: Procedure) -> None:
        case = take_over_result(self._case, procedure)
        self.page.change_with_undo(case, say("The qualification tells NIQ the result now."))

    def _choose_qualification(self, procedure: Procedure, identity: str) -> None:
        self.changed.emit(about_qualification(self._case, procedure, identity))

    def _save_calendar(self) -> None:
        self.flush()
        save_calendar_of(self.page.place, self._case, self, with_names=self.with_names.isChecked())

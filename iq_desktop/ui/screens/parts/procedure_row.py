"""One procedure: what it is, its clocks, what happened, and what may follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.domain.grant_guard import is_guarded_step
from iq_desktop.forms.procedure_forms import PROCEDURE_FORM, STEP_FORM
from iq_desktop.ui.kit.choice_editors import ListEditor
from iq_desktop.ui.kit.clock_strip import ClockStrip
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.clock_words import strip_words
from iq_desktop.ui.screens.parts.grant_panel import GrantPanel
from iq_desktop.ui.screens.parts.next_steps import NextSteps
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.procedure_words import procedure_facts, procedure_title, step_facts, tell_remark
from iq_desktop.usecases.procedures import told_result
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.grant_guard import GrantWarning
    from iq_desktop.domain.procedure import Procedure, ProcedureStep, StepKind
    from iq_desktop.usecases.procedures import ShownClock, ShownProcedure
    from iq_desktop.wording.tongue import Tongue

_ICONS: Final = {"settled": "good", "decided": "warn", "ended": "good", "withdrawn": "close"}


class ProcedureRow(QFrame):
    """A procedure; `changed` and `removed` carry it, `step_changed` and `step_removed` a step of it.

    `step_wanted` carries the procedure, a kind of step and its day, `taken_over` the procedure whose result NIQ shall
    be told, `qualification_chosen` the procedure and the identity of a qualification, empty for none.
    """

    changed = Signal(object)
    removed = Signal(object)
    step_changed = Signal(object)
    step_removed = Signal(object)
    step_wanted = Signal(object, object, object)
    taken_over = Signal(object)
    qualification_chosen = Signal(object, str)

    def __init__(self, shown: ShownProcedure, today: dt.date, parent: QWidget | None = None) -> None:
        """Build line, clocks, steps and what may follow."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._shown, self._today = shown, today
        self.about = PartRow(PROCEDURE_FORM, shown.procedure, self._describe, self)
        self.about.setProperty("role", "")
        self.subject = FieldFrame(
            ListEditor("qualification", self._subjects, self), say("About which qualification"), parent=self
        )
        self.about.inside.addWidget(self.subject)
        self.clocks = RowList(_make_strip, _show_strip, self)
        self.remarks = SpeakingLabel(NOTHING, "danger", self)
        self.steps_title = SpeakingLabel(say("What happened"), "label", self)
        self.steps = RowList(self._make_step, self._show_step, self, gap=0)
        self.guard = GrantPanel(self)
        self.next = NextSteps(today, self)
        self.result = SpeakingLabel(NOTHING, "hint", self)
        self.take_over = SpeakingButton(say("Take the result over into the qualification"), "plain", "right", self)
        self._place()
        self.about.changed.connect(self.changed)
        self.about.removed.connect(self.removed)
        self.subject.editor.committed.connect(self._choose_subject)
        self.next.wanted.connect(self._want_step)
        self.take_over.clicked.connect(self._take_over)

    def _place(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * STEP, 0, 2 * STEP, STEP)
        inside.setSpacing(2 * STEP)
        for part in (self.clocks, self.remarks, self.steps_title, self.steps, self.guard, self.next):
            inside.addWidget(part)
        inside.addWidget(self.result)
        inside.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(STEP // 2, STEP // 2, STEP // 2, STEP)
        lines.setSpacing(STEP)
        lines.addWidget(self.about)
        lines.addLayout(inside)

    @property
    def procedure(self) -> Procedure:
        """The procedure that is shown."""
        return self._shown.procedure

    def show_procedure(self, shown: ShownProcedure) -> None:
        """Show the procedure as it is now; never emits."""
        self._shown = shown
        self.about.show_value(shown.procedure)
        self._show_subject(shown)
        self.clocks.show_values(shown.clocks)
        self.clocks.setVisible(bool(shown.clocks))
        self.remarks.show_text(joined([tell_remark(one) for one in shown.remarks], " "))
        self.remarks.setVisible(bool(shown.remarks))
        self.steps.show_values(shown.steps)
        self.steps.setVisible(bool(shown.steps))
        self.steps_title.setVisible(bool(shown.steps))
        self.next.show_offers(shown.offered)
        told = told_result(shown)
        self.result.show_text(told)
        self.result.setVisible(bool(told.message))
        self.take_over.setVisible(shown.can_take_over)

    def show_warning(self, warning: GrantWarning | None) -> None:
        """Show “grant first!” where the application of this procedure has not gone out yet."""
        offers = any(is_guarded_step(self.procedure, kind) for kind in self._shown.offered)
        self.guard.show_warning(warning if offers else None)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.subject.editor.flush()
        self.about.flush()
        for row in list(self.steps.rows.values()):
            row.flush()

    def begin(self) -> None:
        """Unfold what the procedure is about, with the cursor in its first field."""
        self.about.begin()

    def go_to(self, field: str) -> None:
        """Put the cursor on what may follow, or into a field; raises KeyError where there is no such field."""
        if field == "steps":
            self.next.put_cursor()
        else:
            self.about.go_to(field)

    def _show_subject(self, shown: ShownProcedure) -> None:
        self.subject.setVisible(bool(shown.qualifications))
        speak_part(self.subject.editor)
        self.subject.editor.show_value(shown.procedure.qualification_id or None)

    def _subjects(self, tongue: Tongue) -> list[tuple[str, str]]:
        return [(identity, tongue.speak(title)) for identity, title in self._shown.qualifications]

    def _choose_subject(self, identity: str | None) -> None:
        self.qualification_chosen.emit(self.procedure, identity or "")

    def _describe(self, procedure: Procedure) -> Described:
        state = self._shown.state
        icon = _ICONS.get(state.value, "recognition")
        return Described(icon, procedure_title(procedure), procedure_facts(procedure), state.label)

    def _make_step(self, step: ProcedureStep) -> PartRow:
        row = PartRow(STEP_FORM, step, _describe_step, self.steps)
        row.setProperty("role", "")
        row.fit_tightly()
        row.changed.connect(self.step_changed)
        row.removed.connect(self.step_removed)
        return row

    def _show_step(self, row: PartRow, step: ProcedureStep, _number: int) -> None:
        row.show_value(step, self._shown.problems.get(step.id, ()))

    def _want_step(self, kind: StepKind, day: dt.date) -> None:
        self.step_wanted.emit(self.procedure, kind, day)

    def _take_over(self) -> None:
        self.taken_over.emit(self.procedure)


def _make_strip(_clock: ShownClock) -> ClockStrip:
    return ClockStrip()


def _show_strip(strip: ClockStrip, clock: ShownClock, _number: int) -> None:
    strip.show_words(strip_words(clock))


def _describe_step(step: ProcedureStep) -> Described:
    day = say("{day}", day=step.day) if step.day else NOTHING
    return Described(_STEP_ICONS.get(step.kind.value, "check"), step.kind.label, step_facts(step), day)


_STEP_ICONS: Final = {
    "application_sent": "referral",
    "follow_up_application": "referral",
    "papers_asked": "papers",
    "papers_handed_in": "papers",
    "complete": "papers",
    "suspended": "not_now",
    "extended": "clock",
    "full": "good",
    "positive": "good",
    "partial": "document",
    "compensation": "document",
    "refused": "document",
    "mostly": "document",
    "partly": "document",
    "objection": "agreement",
    "action": "agreement",
}

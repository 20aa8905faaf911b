"""A way on the calendar, and below it the step that is chosen there: when, what it costs, why, not before when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.way_words import late_step_words, length_words, period_words, step_facts
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.date_editors import DayEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.verdict_row import ReasonLabel
from iq_desktop.ui.screens.parts.way_calendar import WayCalendar
from iq_desktop.ui.screens.parts.way_words import line_of, step_doubt
from iq_desktop.usecases.possible_words import told_reason
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.way import Plan, Reason, Way, WayStep

_HINT = say(
    "Drag a bar to begin no earlier. With the keys: up and down choose a step, left and right move it by a week,"
    " with Shift by a month, Delete frees it."
)
_LEGEND = say("Dashed: it may take that long. Hatched: a period of the law. Dashed edge: to be checked.")


class WayStepCard(Card):
    """Calendar and step; `moved` carries the code of a step and the day before which it must not begin, or None.

    `client_wanted` when the client shall see the steps.
    """

    moved = Signal(str, object)
    client_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card without a way."""
        super().__init__(say("Steps of the way"), parent, hint=_HINT)
        self.setObjectName("way_steps")
        self._way: Way | None = None
        self.title = SpeakingLabel(NOTHING, "strong", self)
        self.client_button = SpeakingButton(say("Show it to the client"), "", "turn_screen", self)
        self.view = WayCalendar(self)
        self.legend = SpeakingLabel(_LEGEND, "hint", self)
        self.detail = StepDetail(self)
        self.add(self.title)
        self.body.addWidget(self.client_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.view, self.legend, self.detail):
            self.add(part)
        self.client_button.clicked.connect(self.client_wanted)
        self.view.moved.connect(self.moved)
        self.view.chosen.connect(self._show_step)
        self.detail.moved.connect(self.moved)

    def show_way(self, way: Way, plan: Plan) -> None:
        """Show a way on the calendar; never emits."""
        self._way = way
        told = (say("Chosen") if plan.chosen is way.kind else NOTHING, way.leads_to)
        self.title.show_text(joined((way.name, *told)))
        self.view.show_line(line_of(way, plan))
        self.view.setVisible(bool(way.steps))
        self.client_button.setVisible(bool(way.steps))
        self._show_step(self.view.current)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.detail.flush()

    def _show_step(self, code: str) -> None:
        step = next((one for one in self._way.steps if one.code == code), None) if self._way else None
        self.detail.setVisible(step is not None)
        if step is not None:
            self.detail.show_step(step)


class StepDetail(QWidget):
    """One step in words; `moved` carries its code and the day before which it must not begin, or None."""

    moved = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        """Build the detail without a step."""
        super().__init__(parent)
        self.setObjectName("way_step")
        self._code = ""
        self._told: tuple[Reason, ...] = ()
        self.reasons: list[QWidget] = []
        self.name = SpeakingLabel(NOTHING, "strong", self)
        self.when = SpeakingLabel(NOTHING, "", self)
        self.facts = SpeakingLabel(NOTHING, "", self)
        self.source = SpeakingLabel(NOTHING, "hint", self)
        self.day = FieldFrame(DayEditor("not_before", self), say("Not before"), NOTHING, self)
        self.free_button = SpeakingButton(say("Let it begin as early as it can"), "plain", "undo", self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(STEP)
        flow = FlowLayout(gap=2 * STEP)
        flow.addWidget(self.day)
        flow.addWidget(self.free_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP // 2)
        for part in (self.name, self.when, self.facts, self.source):
            whole.addWidget(part)
        whole.addLayout(self._lines)
        whole.addSpacing(STEP)
        whole.addLayout(flow)
        self.day.editor.committed.connect(self._move)
        self.free_button.clicked.connect(self._free)

    def show_step(self, step: WayStep) -> None:
        """Show a step; never emits."""
        self._code = step.code
        self.name.show_text(joined((step.kind.label, step.name), ": "))
        self.when.show_text(joined((period_words(step), length_words(step.days_low), late_step_words(step))))
        told = joined((*step_facts(step), step.decides))
        self.facts.show_text(told)
        self.facts.setVisible(bool(told.message))
        doubt = step_doubt(step)
        self.source.show_text(doubt)
        self.source.setVisible(bool(doubt.message))
        self.day.editor.show_value(step.not_before)
        self.free_button.setVisible(step.not_before is not None)
        if step.reasons != self._told:
            self._show_reasons(step.reasons)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.day.editor.flush()

    def _show_reasons(self, reasons: tuple[Reason, ...]) -> None:
        for label in self.reasons:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._told = reasons
        self.reasons = [reason_part(one, "info", self) for one in reasons]
        for label in self.reasons:
            self._lines.addWidget(label)
            speak_part(label)
            label.show()

    def _move(self, day: object) -> None:
        self.moved.emit(self._code, day)

    def _free(self) -> None:
        self.moved.emit(self._code, None)


def reason_part(reason: Reason, mark: str, parent: QWidget) -> QWidget:
    """Return what shows a reason: a rule with its mark, its facts and its place in the law, else the sentence."""
    if reason.finding is not None:
        return ReasonLabel(told_reason(reason.finding, mark), parent)
    return SpeakingLabel(reason.words, "", parent)

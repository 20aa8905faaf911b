"""The planner of ways on the page Routes: the goal, what counts, the ways side by side, one of them on a calendar."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.changes import Area
from iq_desktop.domain.way_words import best_words
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.closed_ways import ClosedWays
from iq_desktop.ui.screens.parts.way_goals import WayGoals
from iq_desktop.ui.screens.parts.way_questions import WayQuestions
from iq_desktop.ui.screens.parts.way_step_card import WayStepCard
from iq_desktop.ui.screens.parts.way_weights import WayWeights
from iq_desktop.ui.screens.parts.ways_board import WaysBoard
from iq_desktop.ui.shell.key_rows import KeyRow
from iq_desktop.usecases.plan_looks import PlanLook, look_for_ways
from iq_desktop.usecases.planning import begin_any_day, begin_not_before, choose_way, leave_way, weigh
from iq_desktop.usecases.told_facts import tell_fact
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.fact import Fact
    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.way import Plan, Way
    from iq_desktop.domain.way_wish import Aim, WayKind
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.screens.parts.page_frame import PageFrame

_HINT = say(
    "From where the person stands to the occupation that is wished for. Every change works the ways out again;"
    " the offices decide."
)

WAY_KEYS: Final = (
    KeyRow("Up", say("Calendar: step before")),
    KeyRow("Down", say("Calendar: next step")),
    KeyRow("Left", say("Calendar: a week earlier")),
    KeyRow("Right", say("Calendar: a week later")),
    KeyRow("Shift+Left", say("Calendar: a month earlier")),
    KeyRow("Shift+Right", say("Calendar: a month later")),
    KeyRow("Delete", say("Calendar: let the step begin as early as it can")),
)
"""Keys of the calendar of a way."""
_LOOKED_UP: Final = frozenset({Area.RULES, Area.COURSES, Area.OCCUPATIONS, Area.PLACES})


class WaysPart(QWidget):
    """The ways of a case; `changed` carries the changed case, `page_wanted` leads to where something is filled in."""

    changed = Signal(object)
    page_wanted = Signal(str, str)

    def __init__(self, page: PageFrame) -> None:
        """Build the cards without a plan."""
        super().__init__(page)
        self.setObjectName("ways_part")
        self.page = page
        self.plan: Plan | None = None
        self._look: PlanLook | None = None
        self._looked_at: WayKind | None = None
        self._planned_for: tuple[object, ...] = ()
        self._job: Job | None = None
        self.card = Card(say("Ways to the goal"), self, hint=_HINT)
        self.goals = WayGoals(self.card)
        self.stand = SpeakingLabel(NOTHING, "", self.card)
        self.counts = SpeakingLabel(say("What counts most?"), "label", self.card)
        self.weights = WayWeights(self.card)
        self.best = SpeakingLabel(NOTHING, "strong", self.card)
        self.waiting = SpeakingLabel(say("One moment please."), "muted", self.card)
        self.board = WaysBoard(self)
        self.questions = WayQuestions(self)
        self.steps = WayStepCard(self)
        self.closed = ClosedWays(self)
        self._place()
        self._bind()

    def _place(self) -> None:
        inside: tuple[QWidget, ...] = (self.goals, self.stand, self.waiting, self.counts, self.weights, self.best)
        for part in inside:
            self.card.add(part)
        self.card.body.setSpacing(STEP)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * STEP)
        for below in (self.card, self.board, self.questions, self.steps, self.closed):
            lines.addWidget(below)
        self._show_parts()

    def _bind(self) -> None:
        self.goals.chosen.connect(self._take_goal)
        self.weights.weighed.connect(self._weigh)
        self.board.chosen.connect(self._choose)
        self.board.looked_at.connect(self._look_at)
        self.steps.moved.connect(self._put_off)
        self.questions.answered.connect(self._answer)
        self.questions.page_wanted.connect(self.page_wanted)
        self.page.place.changes.announced.connect(self._hear)

    def show_case(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        """Show the ways of a case, worked out behind the window; never emits."""
        del problems
        if is_other:
            self._forget()
        self.questions.show_case(case)
        self._ask(case)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.steps.flush()
        self.questions.flush()

    def go_to(self, field: str) -> None:
        """Put the cursor to the ways, the calendar, or where a fact is asked; raises KeyError for another name."""
        if field == "ways":
            self.weights.put_cursor()
        elif field == "calendar":
            self.steps.view.setFocus()
        else:
            self.questions.go_to(field)

    @property
    def shown_way(self) -> Way | None:
        """The way that lies on the calendar: the one looked at, else the chosen one, else the best."""
        plan = self.plan
        return (plan.way(self._looked_at) or plan.way(plan.chosen) or plan.best) if plan else None

    def _ask(self, case: CaseFile) -> None:
        """Work the ways out again where the case, the goal or the day is another."""
        wanted = (replace(case, revision=0), self.goals.code, self.page.place.desk.clock.today())
        if wanted == self._planned_for:
            return
        self._planned_for = wanted
        if self._job is not None:
            self._job.cancel()
        work = partial(look_for_ways, self.page.place.desk, case, self.goals.code, self._look)
        self._job = ask_behind(self, self.page.place, work, partial(self._take_plan, case.id))

    def _hear(self, changes: Sequence[Change]) -> None:
        """Look everything up again where rules or catalogues are others."""
        if any(change.area in _LOOKED_UP for change in changes):
            self._look, self._planned_for = None, ()
            if self.isVisible():
                self._ask(self._case)

    def _take_plan(self, case_id: str, look: PlanLook) -> None:
        if self._case.id != case_id:
            return
        self._look = look
        plan = self.plan = look.plan
        self.goals.show_goals(look.goals, plan.goal)
        self.stand.show_text(joined(plan.stand))
        self.weights.show_weights(plan.weights)
        self.best.show_text(best_words(plan) if plan.ways else say("No way is open as it looks now."))
        self.board.show_plan(plan)
        self.questions.show_plan(plan)
        self.closed.show_ways(plan.closed)
        self._show_steps()
        self._show_parts()

    def _show_steps(self) -> None:
        way = self.shown_way
        if self.plan is not None and way is not None:
            self.steps.show_way(way, self.plan)

    def _show_parts(self) -> None:
        plan = self.plan
        self.waiting.setVisible(plan is None)
        self.stand.setVisible(plan is not None and bool(plan.stand))
        for part in (self.counts, self.weights, self.board):
            part.setVisible(plan is not None and bool(plan.ways))
        self.best.setVisible(plan is not None)
        self.questions.setVisible(plan is not None and bool(plan.missing))
        self.steps.setVisible(self.shown_way is not None)
        self.closed.setVisible(plan is not None and bool(plan.closed))

    def _forget(self) -> None:
        self.plan, self._looked_at, self._planned_for = None, None, ()
        self.goals.forget()
        self.board.forget()
        self.questions.forget()
        self._show_parts()

    @property
    def _case(self) -> CaseFile:
        return self.page.open_case.case

    def _take_goal(self, _code: str) -> None:
        self._looked_at = None
        self._ask(self._case)

    def _weigh(self, aim: Aim, weight: int) -> None:
        if self.plan is not None:
            self.changed.emit(weigh(self._case, self.plan.goal, aim, weight))

    def _choose(self, kind: WayKind) -> None:
        plan = self.plan
        way = plan.way(kind) if plan else None
        if plan is None or way is None:
            return
        self._looked_at = None
        is_taken_back = plan.chosen is kind
        if is_taken_back:
            case = leave_way(self._case, plan.goal)
        else:
            case = choose_way(self.page.place.desk, self._case, plan.goal, kind)
        told = say("No longer chosen: {way}", way=way.name) if is_taken_back else say("Chosen: {way}", way=way.name)
        self.page.change_with_undo(case, told)

    def _look_at(self, kind: WayKind) -> None:
        self._looked_at = kind
        self._show_steps()
        self.page.scroll_area.ensureWidgetVisible(self.steps, 0, 2 * STEP)
        self.steps.view.setFocus()

    def _put_off(self, code: str, day: dt.date | None) -> None:
        way = self.shown_way
        step = next((one for one in way.steps if one.code == code), None) if way else None
        if self.plan is None or step is None or step.not_before == day:
            return
        if day is None:
            case = begin_any_day(self._case, self.plan.goal, code)
            self.page.change_with_undo(case, say("{step}: as early as it can", step=step.name))
            return
        name = self.page.place.tongue().speak(step.name)
        case = begin_not_before(self._case, self.plan.goal, code, day, name)
        self.page.change_with_undo(case, say("{step}: not before {day}", step=step.name, day=day))

    def _answer(self, fact: Fact, subject_id: str, value: object) -> None:
        today = self.page.place.desk.clock.today()
        self.changed.emit(tell_fact(self._case, fact, subject_id, value, today))

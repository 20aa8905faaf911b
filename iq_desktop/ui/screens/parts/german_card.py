"""The card “Which German course?”: the answer first, what belongs to it, the ladder, and why not the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from iq_desktop.domain.changes import Area
from iq_desktop.domain.fact_choices import GoalLevel
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.german_goal import GOAL_FACT
from iq_desktop.domain.german_stairs import stairs_of
from iq_desktop.domain.german_words import goal_in_words, pace_of, reasons_in_words, weeks_in_words, whole_length
from iq_desktop.ui.kit.banner import Notice
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import PillEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.stairs_view import StairsView, StairsWords
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.fact_questions import FactQuestions
from iq_desktop.ui.screens.parts.german_rows import MarkedRow, RowColumn, StepLine, other_rows, term_rows
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.ui.screens.parts.verdict_row import ReasonLabel
from iq_desktop.usecases.backup_words import Told
from iq_desktop.usecases.german import agree_on_course, look_at_german, open_german_law
from iq_desktop.usecases.german_told import answer_of, grounds_of, lines_of, others_of, step_in_words
from iq_desktop.usecases.told_facts import answer_of as told_answer
from iq_desktop.usecases.told_facts import tell_fact
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.fact import Fact
    from iq_desktop.domain.german_advice import GermanAdvice
    from iq_desktop.domain.german_ladder import LadderStep
    from iq_desktop.domain.german_law import GermanLaw
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.wording.tongue import Tongue

_MOST_ASKED: Final = 6
_WHY: Final = say("Why this course and no other?")
LADDER_PAPER: Final = "german-ladder"


class GermanCard(Card):
    """The advice on German of a case.

    `changed` carries the changed case, `page_wanted` page and part where one goes on, `courses_wanted` asks for the
    courses that fit.
    """

    changed = Signal(object)
    page_wanted = Signal(str, str)
    courses_wanted = Signal()

    def __init__(self, page: PageFrame) -> None:
        """Build the card; the law is read behind the window."""
        super().__init__(say("Which German course?"), page)
        self.setObjectName("german_card")
        self._page = page
        self._case: CaseFile | None = None
        self._law: GermanLaw | None = None
        self.advice: GermanAdvice | None = None
        self._shown: tuple[object, ...] = ()
        self.ground = Notice("good", self)
        self.answer = ToldRow(self.ground, "heading", 24)
        inside = QVBoxLayout(self.ground)
        inside.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, STEP + 4)
        inside.addWidget(self.answer)
        self.doubt = SpeakingLabel(NOTHING, "warn", self)
        self._make_goal()
        self.asked = SpeakingLabel(say("Still to be asked"), "strong", self)
        self.questions = FactQuestions("", self)
        self.terms = RowColumn(STEP)
        self._make_acts()
        self._make_ladder()
        self._make_others()
        self._set()
        page.place.changes.announced.connect(self._hear)
        self._ask()

    def _make_goal(self) -> None:
        self.goal = PillEditor(GOAL_FACT, GoalLevel, self)
        self.goal_frame = FieldFrame(self.goal, say("Level that is needed"), NOTHING, self)
        self.goal_words = SpeakingLabel(NOTHING, "hint", self)
        self.goal.committed.connect(self._set_goal)

    def _make_acts(self) -> None:
        self.find_button = SpeakingButton(say("Find such courses"), "primary", "search", self)
        self.agree_button = SpeakingButton(say("Take into the agreement"), "", "plus", self)
        self.print_button = SpeakingButton(say("Print the course ladder"), "", "print", self)
        self.acts = FlowLayout(gap=STEP)
        for name, button in (("find", self.find_button), ("agree", self.agree_button), ("print", self.print_button)):
            button.setObjectName(f"german_{name}")
            self.acts.addWidget(button)
        self.find_button.clicked.connect(self.courses_wanted)
        self.agree_button.clicked.connect(self._agree)
        self.print_button.clicked.connect(self._print)

    def _make_ladder(self) -> None:
        self.ladder_title = SpeakingLabel(NOTHING, "strong", self)
        self.stairs = StairsView(self)
        self.steps = RowColumn(STEP)
        self.length = SpeakingLabel(NOTHING, "muted", self)

    def _make_others(self) -> None:
        self.fold = LineButton(Line("info", NOTHING), self)
        self.fold.setObjectName("german_why")
        self.why = QWidget(self)
        self.why.hide()
        self.reasons = RowColumn(STEP)
        self.others = RowColumn(STEP)
        self.others_title = SpeakingLabel(say("The other courses"), "strong", self.why)
        self.fold.clicked.connect(self._toggle)

    def _set(self) -> None:
        inside = QVBoxLayout(self.why)
        inside.setSpacing(2 * STEP)
        inside.setContentsMargins(5 * STEP, 0, STEP, STEP)
        inside.addLayout(self.reasons)
        inside.addWidget(self.others_title)
        inside.addLayout(self.others)
        above: tuple[QWidget | QLayout, ...] = (self.ground, self.doubt, self.asked, self.questions, self.terms)
        ladder = (self.ladder_title, self.stairs, self.steps, self.length)
        for part in (*above, self.acts, self.goal_frame, self.goal_words, *ladder, self.fold, self.why):
            self.add(part)
        self.questions.answered.connect(self._answer)
        self.questions.page_wanted.connect(self.page_wanted)

    def show_case(self, case: CaseFile) -> None:
        """Show the advice for a case; never emits."""
        self._case = case
        self._show()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.questions.flush()

    def speak(self, tongue: Tongue) -> None:
        """Name the courses in the adviser's language."""
        if self.advice is not None:
            self._tell(self.advice, tongue.code)

    def _ask(self) -> None:
        ask_behind(self, self._page.place, partial(open_german_law, self._page.place.desk), self._take_law)

    def _hear(self, changes: Sequence[Change]) -> None:
        if any(change.area is Area.RULES for change in changes):
            self._ask()

    def _take_law(self, law: GermanLaw) -> None:
        self._law, self._shown = law, ()
        self._show()

    def _show(self) -> None:
        if self._law is None or self._case is None:
            return
        self.advice = look_at_german(self._law, self._case, self._page.place.desk.clock.today())
        self.goal.show_value(told_answer(self._case, FACTS[GOAL_FACT], ""))
        tongue = find_tongue(self)
        if tongue is not None:
            self._tell(self.advice, tongue.code)

    def _tell(self, advice: GermanAdvice, language: str) -> None:
        hours = self._case.situation.hours_per_week if self._case else None
        if self._shown == (advice, language, hours):
            return
        self._shown = (advice, language, hours)
        self._tell_answer(advice, language)
        self._tell_ladder(advice, language, hours)
        self.goal_words.show_text(joined([goal_in_words(goal) for goal in advice.goals], "; "))
        self._tell_why(advice, language)

    def _tell_answer(self, advice: GermanAdvice, language: str) -> None:
        answer = answer_of(advice, language)
        self.ground.show_kind("good" if answer.mark == "good" else "info")
        self.answer.tell(Told(answer.mark, answer.title, answer.more))
        is_doubtful = not answer.is_settled and not advice.missing
        self.doubt.show_text(say("To be checked: not all of it was read in the law.") if is_doubtful else NOTHING)
        self.doubt.setVisible(is_doubtful)
        missing = advice.missing[:_MOST_ASKED]
        self.asked.setVisible(bool(missing))
        if self._case is not None:
            self.questions.show_facts(self._case, missing)
        self.questions.setVisible(bool(missing))
        step = advice.step
        self.terms.show_rows(term_rows(lines_of(step, language), self) if step else [])
        for button in (self.find_button, self.agree_button, self.print_button):
            button.setVisible(step is not None)

    def _tell_ladder(self, advice: GermanAdvice, language: str, hours: int | None) -> None:
        ladder = advice.ladder
        for part in (self.ladder_title, self.stairs, self.length):
            part.setVisible(bool(ladder))
        told = ladder if len(ladder) > 1 else ()
        self.steps.show_rows([_step_line(number, step, language, self) for number, step in enumerate(told, 1)])
        if not ladder:
            return
        title = say("The way to {level}", level=ladder[-1].to_level.label)
        whole = whole_length(ladder)
        self.ladder_title.show_text(title)
        weeks = tuple(weeks_in_words(step.weeks) for step in ladder)
        self.stairs.show_stairs(stairs_of(ladder), StairsWords(say("today"), weeks, joined((title, whole), ". ")))
        self.length.show_text(joined((whole, pace_of(ladder[0], hours)), " "))
        speak_part(self.stairs)

    def _tell_why(self, advice: GermanAdvice, language: str) -> None:
        tail = "down" if self.why.isHidden() else "up"
        self.fold.show_line(Line("info", _WHY, tail=tail))
        reasons = reasons_in_words(advice)
        grounds = grounds_of(advice.step) if advice.step else ()
        told: list[QWidget] = [MarkedRow("info", one, NOTHING, self.why) for one in reasons]
        self.reasons.show_rows([*told, *(ReasonLabel(one, self.why) for one in grounds)])
        self.others.show_rows(other_rows(others_of(advice, language), self.why))

    def _toggle(self) -> None:
        self.why.setVisible(self.why.isHidden())
        if self.advice is not None:
            tail = "down" if self.why.isHidden() else "up"
            self.fold.show_line(Line("info", _WHY, tail=tail))

    def _answer(self, fact: Fact, value: object) -> None:
        if self._case is not None:
            self.changed.emit(tell_fact(self._case, fact, "", value, self._page.place.desk.clock.today()))

    def _set_goal(self, level: object) -> None:
        self._answer(FACTS[GOAL_FACT], level)

    def _agree(self) -> None:
        if self._case is None or self.advice is None or self.advice.step is None:
            return
        place = self._page.place
        client = place.client_tongue(self._case.contact.client_language)
        self.changed.emit(agree_on_course(self._case, self.advice.step, place.desk.tongue("de"), client))
        self.page_wanted.emit("agreement", "")

    def _print(self) -> None:
        self.page_wanted.emit("documents", LADDER_PAPER)


def _step_line(number: int, step: LadderStep, language: str, parent: QWidget) -> StepLine:
    title, more = step_in_words(step, language)
    return StepLine(number, title, more, parent)

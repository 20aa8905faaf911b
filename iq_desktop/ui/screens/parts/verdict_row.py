"""One route of what is possible: the verdict as a line, and below it why, on what it rests, what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.eligibility import Verdict
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.fact_questions import FactQuestions
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.usecases.possible_words import (
    MARKS,
    ToldReason,
    course_words,
    lacking_of,
    reasons_of,
    short_reason,
    title_words,
    verdict_words,
)
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course_type import CourseType
    from iq_desktop.domain.eligibility import RouteVerdict
    from iq_desktop.wording.tongue import Tongue

_MOST_ASKED: Final = 8
_NARROW: Final = 520


class ReasonLabel(QWidget):
    """A reason: its mark and sentence, and below in small on what it rests and where it stands."""

    def __init__(self, told: ToldReason, parent: QWidget) -> None:
        """Build the label."""
        super().__init__(parent)
        self.told = told
        self.mark = Mark(told.mark, self)
        self.sentence = SpeakingLabel(NOTHING, "", self)
        self.facts = SpeakingLabel(told.facts, "hint", self)
        self.place = SpeakingLabel(told.place, "hint" if told.is_settled else "warn", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.sentence, self.facts, self.place):
            words.addWidget(part)
        self.facts.setVisible(bool(told.facts.message))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def speak(self, tongue: Tongue) -> None:
        """Say the sentence in the adviser's language."""
        self.sentence.show_text(as_it_is(self.told.sentence(tongue.code)))
        self.place.show_text(self.told.whole_place(tongue.code))


class VerdictRow(QFrame):
    """A route; `answered` carries fact, subject and answer, `page_wanted` leads to where something is asked."""

    answered = Signal(object, str, object)
    page_wanted = Signal(str, str)

    def __init__(self, verdict: RouteVerdict, parent: QWidget) -> None:
        """Build the folded line; what is below is made when it is first unfolded."""
        super().__init__(parent)
        self.setObjectName(f"verdict_{verdict.route.value}")
        self.verdict = verdict
        self._case: CaseFile | None = None
        self.line = LineButton(Line("open", NOTHING), self)
        self.line.setObjectName("fold")
        self.body = QWidget(self)
        self.body.hide()
        self.reasons: list[ReasonLabel] = []
        self.courses: SpeakingLabel | None = None
        self._course_types: Mapping[str, CourseType] = {}
        self.questions: FactQuestions | None = None
        self._told: tuple[ToldReason, ...] = ()
        self._is_narrow = False
        self._lines = QVBoxLayout(self.body)
        self._lines.setContentsMargins(6 * STEP, 0, 2 * STEP, 2 * STEP)
        self._lines.setSpacing(STEP + 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP // 2)
        whole.addWidget(self.line)
        whole.addWidget(self.body)
        self.line.clicked.connect(self.toggle)

    @property
    def is_folded(self) -> bool:
        """Whether only the line is shown."""
        return self.body.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the verdict below the title where there is no room beside it."""
        super().resizeEvent(event)
        if self._is_narrow is not (self.width() < scaled(_NARROW)):
            self._say()

    def toggle(self) -> None:
        """Unfold or fold."""
        self.flush()
        self.body.setVisible(self.is_folded)
        self._show()

    def show_verdict(self, case: CaseFile, verdict: RouteVerdict, course_types: Mapping[str, CourseType]) -> None:
        """Show how the route stands now; never emits."""
        self._case, self.verdict, self._course_types = case, verdict, course_types
        self._show()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        if self.questions is not None:
            self.questions.flush()

    def go_to(self, fact: str) -> None:
        """Unfold the route and put the cursor where a fact is asked; raises KeyError where it is not."""
        if fact not in {one.code for one in (*self.verdict.missing, *self.verdict.told) if one.is_told}:
            raise KeyError(fact)
        if self.is_folded:
            self.toggle()
        if self.questions is not None:
            self.questions.go_to(fact)

    def speak(self, tongue: Tongue) -> None:
        """Say the line in the adviser's language."""
        one = self.verdict
        is_doubtful = not one.is_verified and one.verdict is not Verdict.UNDECIDED
        tail = "down" if self.is_folded else "up"
        words = short_reason(one, tongue.code)
        is_narrow = self._is_narrow = self.width() < scaled(_NARROW)
        title, end = title_words(one), verdict_words(one)
        if is_narrow:
            words, end = joined((end, words)), NOTHING
        line = Line(MARKS[one.verdict], title, words, end, is_doubtful, tail=tail, is_mark=True)
        self.line.show_line(line)

    def _say(self) -> None:
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def _show(self) -> None:
        self._say()
        if not self.is_folded and self._case is not None:
            self._show_body(self._case)

    def _show_body(self, case: CaseFile) -> None:
        told = (*reasons_of(self.verdict), *lacking_of(self.verdict))
        if told != self._told or not self.reasons:
            self._show_reasons(told)
        self._show_courses()
        if self.questions is None:
            self.asked = SpeakingLabel(say("Still to be asked"), "strong", self.body)
            self.questions = FactQuestions(self.verdict.subject_id, self.body)
            self.questions.answered.connect(self._answer)
            self.questions.page_wanted.connect(self.page_wanted)
            self._lines.addWidget(self.asked)
            self._lines.addWidget(self.questions)
            speak_part(self.asked)
        facts = (*self.verdict.missing[:_MOST_ASKED], *self.verdict.told)
        self.questions.show_facts(case, facts)
        is_asking = bool(self.verdict.missing)
        self.asked.show_text(say("Still to be asked") if is_asking else say("Answered here"))
        self.asked.setVisible(is_asking or any(not one.isHidden() for one in self.questions.frames.values()))

    def _show_courses(self) -> None:
        tongue = find_tongue(self)
        words = course_words(self.verdict, self._course_types, tongue.code if tongue is not None else "de")
        if self.courses is None and words.message:
            self.courses = SpeakingLabel(NOTHING, "strong", self.body)
            self._lines.insertWidget(len(self.reasons), self.courses)
        if self.courses is not None:
            self.courses.show_text(say("Fitting kinds of courses: {courses}", courses=words))
            self.courses.setVisible(bool(words.message))

    def _show_reasons(self, told: tuple[ToldReason, ...]) -> None:
        for label in self.reasons:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._told, self.reasons = told, [ReasonLabel(one, self.body) for one in told]
        for at, label in enumerate(self.reasons):
            self._lines.insertWidget(at, label)
            speak_part(label)
            label.show()

    def _answer(self, fact: object, value: object) -> None:
        self.answered.emit(fact, self.verdict.subject_id, value)

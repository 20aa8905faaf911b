"""What is still missing to decide the ways: questions that are answered here, and links to what other pages ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.screens.parts.fact_questions import FactQuestions
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.fact import Fact
    from iq_desktop.domain.way import Plan

_MOST: Final = 6


class WayQuestions(Card):
    """The questions; `answered` carries fact, subject and answer, `page_wanted` leads to a page and a field."""

    answered = Signal(object, str, object)
    page_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card without questions."""
        hint = say("The answers could open or close a way, or change it. They are kept with the case.")
        super().__init__(say("What is still missing"), parent, hint=hint)
        self.setObjectName("way_questions")
        self.groups: dict[str, FactQuestions] = {}
        self._case: CaseFile | None = None

    def show_case(self, case: CaseFile) -> None:
        """Keep the case whose answers are shown."""
        self._case = case

    def show_plan(self, plan: Plan) -> None:
        """Ask what is missing in a plan, about each subject by itself; never emits."""
        if self._case is None:
            return
        asked: dict[str, list[Fact]] = {subject: [] for subject in self.groups}
        for one in plan.missing[:_MOST]:
            asked.setdefault(one.subject_id, []).append(one.fact)
        for subject, facts in asked.items():
            if subject not in self.groups:
                self.groups[subject] = self._make(subject)
            self.groups[subject].show_facts(self._case, facts)

    def forget(self) -> None:
        """Ask nothing any more, as for another case."""
        for group in self.groups.values():
            self.body.removeWidget(group)
            group.hide()
            group.deleteLater()
        self.groups = {}

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for group in self.groups.values():
            group.flush()

    def go_to(self, fact: str) -> None:
        """Put the cursor where a fact is asked; raises KeyError where it is not."""
        group = next((one for one in self.groups.values() if fact in one.frames), None)
        if group is None:
            raise KeyError(fact)
        group.go_to(fact)

    def _make(self, subject: str) -> FactQuestions:
        group = FactQuestions(subject, self)
        group.answered.connect(self._answer)
        group.page_wanted.connect(self.page_wanted)
        self.add(group)
        speak_part(group)
        group.show()
        return group

    def _answer(self, fact: object, value: object) -> None:
        group = self.sender()
        subject = next(subject for subject, one in self.groups.items() if one is group)
        self.answered.emit(fact, subject, value)

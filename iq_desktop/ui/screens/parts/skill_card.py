"""The competences of a case as a list to rate: a filter above it, and a line for skills in the person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from iq_desktop.domain.competence import Evidence, Independence
from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.choice_editors import PillEditor
from iq_desktop.ui.kit.rating_row import RatingList
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.competences import SkillFilter, listed_competences
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.choice import Choice
    from iq_desktop.wording.tongue import Tongue


class SkillCard(Card):
    """The list; `own_skill` carries the words of a skill that shall be added."""

    own_skill = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build filter, list and line."""
        super().__init__(say("What the person can do"), parent)
        self._case: CaseFile | None = None
        self.filter = PillEditor("skill_filter", SkillFilter, self)
        self._which = SkillFilter.ESSENTIAL
        self.filter.show_value(self._which)
        self.steps = SpeakingLabel(NOTHING, "hint", self)
        self.list = RatingList(self)
        self.nothing = SpeakingLabel(say("There is nothing to show with this choice."), "muted", self)
        self.own_words = QLineEdit(self)
        self.own_words.setObjectName("own_skill")
        self.add_button = SpeakingButton(say("Add"), "", "plus", self)
        self._place()
        self.filter.committed.connect(self._choose)
        self.own_words.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)

    def _place(self) -> None:
        self.head.addWidget(self.filter)
        self.add(self.steps)
        self.add(self.list)
        self.add(self.nothing)
        self.add(line(self))
        self._label = SpeakingLabel(say("Something else, in the person's own words"), "label", self)
        self._label.setBuddy(self.own_words)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.own_words, 1)
        row.addWidget(self.add_button)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self._label)
        lines.addLayout(row)
        self.add(lines)

    def show_case(self, case: CaseFile) -> None:
        """Show the competences that the filter lets through; never emits."""
        self._case = case
        listed = listed_competences(case, self._which)
        self.list.show_competences(listed)
        self.list.setVisible(bool(listed))
        self.filter.setVisible(bool(case.competences))
        self.steps.setVisible(bool(listed))
        self.nothing.setVisible(not listed and bool(case.competences))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in self.list.rows.values():
            row.flush()

    def speak(self, tongue: Tongue) -> None:
        """Tell what the steps and grades mean, and name the line for own words."""
        self.steps.show_text(as_it_is("\n".join((_legend(Independence, tongue), _legend(Evidence, tongue)))))
        self.own_words.setAccessibleName(tongue.speak(self._label.said))

    def _choose(self, which: SkillFilter | None) -> None:
        self._which = which or SkillFilter.ALL
        self.filter.show_value(self._which)
        if self._case is not None:
            self.flush()
            self.show_case(self._case)

    def _add(self) -> None:
        words = clean_line(self.own_words.text())
        if words:
            self.own_words.clear()
            self.own_skill.emit(words)


def _legend(choices: type[Choice], tongue: Tongue) -> str:
    return " · ".join(f"{choice.value} {tongue.speak(choice.label)}" for choice in choices)

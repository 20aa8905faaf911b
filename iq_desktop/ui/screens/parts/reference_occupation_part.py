"""The section Reference occupation of the page Recognition: German occupations are found, compared, decided on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.domain.client_tasks import client_tasks
from iq_desktop.domain.comparison import overlap_of, tasks_of
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.painted import ChoiceBox
from iq_desktop.ui.kit.search_field import SearchField, Suggestion
from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.ui.screens.parts.comparison_row import ComparisonRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.comparisons import (
    MOST,
    add_comparison,
    change_comparison,
    compared_first,
    comparisons_for,
    find_candidates,
    qualification_names,
    remove_comparison,
    remove_task,
)
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.comparison import Comparison
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.usecases.comparisons import Candidate
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue


class ReferenceOccupationPart(Card):
    """The workbench of a case; `changed` carries the changed case."""

    changed = Signal(object)

    def __init__(self, page: PageFrame) -> None:
        """Build the choice of the qualification, the search and the empty list."""
        hint = say("Compare two or three German occupations with what the person has done, and decide with a reason.")
        super().__init__(say("Reference occupation"), page, hint=hint)
        self.page = page
        self._case: CaseFile | None = None
        self._about = ""
        self.label = SpeakingLabel(say("For which qualification"), "label", self)
        self.about = ChoiceBox(self)
        self.about.setObjectName("compared_qualification")
        self.label.setBuddy(self.about)
        self.search = SearchField("find_occupation", say("Occupation, foreign title or task"), self)
        self.full = SpeakingLabel(say("Three are compared. Remove one to add another."), "hint", self)
        self.rows = RowList(self._make_row, self._show_row, self, gap=STEP)
        self.first_hint = SpeakingLabel(
            say("Nothing is compared yet. Type how the occupation is called, here or abroad, or what one does in it."),
            "muted",
            self,
        )
        self.note = SpeakingLabel(
            say(
                "It prepares the talk with the competent body, which alone decides. The sheet is on the page Documents."
            ),
            "hint",
            self,
        )
        choice = QVBoxLayout()
        choice.setSpacing(4)
        choice.addWidget(self.label)
        choice.addWidget(self.about)
        self.add(choice)
        for part in (self.search, self.full, self.first_hint, self.rows, self.note):
            self.add(part)
        self.about.activated.connect(self._choose_about)
        self.search.asked.connect(self._look_for)
        self.search.chosen.connect(self._take_up)

    def show_case(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        """Show what is compared in a case; never emits."""
        del problems
        self._case = case
        names = dict(qualification_names(case))
        if is_other or self._about not in names:
            self.rows.show_values(())
            self._about = compared_first(case)
        self._name_choices()
        compared = comparisons_for(case, self._about)
        self.rows.show_values(compared)
        self.rows.setVisible(bool(compared))
        self.first_hint.setVisible(not compared)
        self.search.setVisible(len(compared) < MOST)
        self.full.setVisible(len(compared) >= MOST)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.rows.rows.values()):
            row.flush()

    def go_to(self, field: str) -> None:
        """Put the cursor into the search; raises KeyError for what is not here."""
        if field not in {"comparisons", self.search.objectName()}:
            raise KeyError(field)
        self.search.setFocus()

    def speak(self, tongue: Tongue) -> None:
        """Name the qualifications in a tongue."""
        self.about.setAccessibleName(tongue.speak(self.label.said))
        self._name_choices()

    def _name_choices(self) -> None:
        tongue = find_tongue(self)
        if self._case is None or tongue is None:
            return
        names = qualification_names(self._case)
        self.about.clear()
        for identity, name in names:
            self.about.addItem(tongue.speak(name), identity)
        self.about.setCurrentIndex(max(0, self.about.findData(self._about)))
        self.about.setToolTip(self.about.currentText())
        for part in (self.label, self.about):
            part.setVisible(len(names) > 1)

    def _choose_about(self, number: int) -> None:
        self._about = str(self.about.itemData(number))
        self.about.setToolTip(self.about.itemText(number))
        if self._case is not None:
            self.show_case(self._case, (), is_other=False)

    def _make_row(self, comparison: Comparison) -> ComparisonRow:
        row = ComparisonRow(comparison, self.page.place, self.rows)
        row.changed.connect(self._change)
        row.removed.connect(self._remove)
        row.acted.connect(self._act)
        row.task_removed.connect(self._remove_task)
        return row

    def _show_row(self, row: ComparisonRow, comparison: Comparison, _number: int) -> None:
        if self._case is not None:
            tasks, own = tasks_of(self._case, comparison), client_tasks(self._case)
            row.show_comparison(comparison, overlap_of(self._case, comparison), tasks, own)

    def _look_for(self, words: str) -> None:
        work = partial(find_candidates, self.page.place.desk, words, self.page.place.tongue().code)
        ask_behind(self, self.page.place, work, partial(self._suggest, words))

    def _suggest(self, words: str, found: Sequence[Candidate]) -> None:
        self.search.show_suggestions(words, [Suggestion(one.name, one.subtitle, one) for one in found])

    def _take_up(self, candidate: Candidate) -> None:
        self.page.change_behind(partial(_with_comparison, self.page.place.desk, candidate, self._about))

    def _change(self, comparison: Comparison) -> None:
        self._act(partial(change_comparison, comparison=comparison))

    def _remove(self, comparison: Comparison) -> None:
        case = remove_comparison(self.page.open_case.case, comparison)
        self.page.change_with_undo(case, say("The compared occupation was removed: {name}", name=comparison.name))

    def _remove_task(self, task_id: str, words: str) -> None:
        case = remove_task(self.page.open_case.case, task_id)
        self.page.change_with_undo(case, say("The task was removed: {name}", name=words))

    def _act(self, act: Callable[[CaseFile], CaseFile]) -> None:
        try:
            case = act(self.page.open_case.case)
        except IqError as error:
            tell_failure(self.page.place, error)
            return
        self.changed.emit(case)


def _with_comparison(desk: Desk, candidate: Any, about: str, case: CaseFile) -> CaseFile:
    return add_comparison(desk, case, candidate, about)

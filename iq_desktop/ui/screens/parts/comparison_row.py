"""One compared German occupation: its line with the overlap, and unfolded the workbench and the decision."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.domain.comparison import Comparison, Overlap
from iq_desktop.forms.comparison_forms import COMPARISON_FORM
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.overlap_bar import OverlapBar
from iq_desktop.ui.kit.search_field import SearchField, Suggestion
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.task_board import TaskBoard
from iq_desktop.usecases.bodies import list_bodies, matching_bodies
from iq_desktop.usecases.comparisons import comparison_facts, decide, overlap_words, take_decision_back
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.body import CompetentBody
    from iq_desktop.domain.client_tasks import ClientTask
    from iq_desktop.domain.comparison import TaskMark
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue


class ComparisonRow(PartRow):
    """The row; beside what `PartRow` says, `acted` carries a function from case to case."""

    acted = Signal(object)
    task_removed = Signal(str, str)

    def __init__(self, comparison: Comparison, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the folded line; the workbench comes when it is unfolded."""
        self._overlap = Overlap()
        self._place_of_work = place
        self._tasks: tuple[tuple[TaskMark, ...], tuple[ClientTask, ...]] = ((), ())
        self.board: TaskBoard | None = None
        super().__init__(COMPARISON_FORM, comparison, self._describe_it, parent)
        self.bar = OverlapBar(self, indent=2 * STEP)
        lines = self.layout()
        if isinstance(lines, QVBoxLayout):
            lines.insertWidget(1, self.bar)

    def show_comparison(
        self, comparison: Comparison, overlap: Overlap, tasks: Sequence[TaskMark], own: Sequence[ClientTask]
    ) -> None:
        """Show the same occupation after something changed; never emits."""
        self._overlap, self._tasks = overlap, (tuple(tasks), tuple(own))
        self.bar.show_parts(overlap.match, overlap.gap, overlap.open)
        self.show_value(comparison)
        self._fill()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        super().flush()
        if self.board is not None:
            self.board.flush()

    def speak(self, tongue: Tongue) -> None:
        """Tell the picture of the overlap to screen readers."""
        self.bar.setAccessibleName(tongue.speak(overlap_words(self._overlap)))

    def _describe_it(self, comparison: Comparison) -> Described:
        facts = comparison_facts(comparison, self._overlap)
        end = say("Decided for this one") if comparison.is_chosen else NOTHING
        return Described("good" if comparison.is_chosen else "work", as_it_is(comparison.name), facts, end)

    def _build_fields(self) -> None:
        self.board = TaskBoard(self.value, self.body)
        self._bodies = SearchField("find_body", say("Find the body in the directory"), self.body)
        self._decided = SpeakingLabel(say("Its name and NIQ number stand in the qualification."), "good", self.body)
        self._decide = SpeakingButton(say("Decide on this occupation"), "primary", "check", self.body)
        self._take_back = SpeakingButton(say("Take the decision back"), "", "undo", self.body)
        buttons = FlowLayout(gap=STEP)
        for part in (self._decide, self._take_back, self._decided):
            buttons.addWidget(part)
        self.inside.addWidget(self.board)
        self.inside.addWidget(self._bodies)
        self.inside.addLayout(buttons)
        super()._build_fields()
        self.inside.removeWidget(self.board)
        self.inside.insertWidget(0, self.board)
        self.board.acted.connect(self.acted)
        self.board.task_removed.connect(self.task_removed)
        self._decide.clicked.connect(self._choose)
        self._take_back.clicked.connect(self._choose_no_more)
        self._bodies.asked.connect(self._look_for_body)
        self._bodies.chosen.connect(self._take_body)
        self._fill()

    def _fill(self) -> None:
        if self.board is None:
            return
        self.board.show_tasks(self.value, *self._tasks)
        is_chosen = self.value.is_chosen
        self._decide.setVisible(not is_chosen)
        self._take_back.setVisible(is_chosen)
        self._decided.setVisible(is_chosen)

    def _choose(self) -> None:
        self.flush()
        if not self.value.reason.strip() and self.fields is not None:
            self.fields.frames["reason"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.acted.emit(partial(decide, comparison=self.value))

    def _choose_no_more(self) -> None:
        self.acted.emit(partial(take_decision_back, comparison=self.value))

    def _look_for_body(self, words: str) -> None:
        place = self._place_of_work
        ask_behind(self, place, partial(list_bodies, place.desk), partial(self._suggest, words))

    def _suggest(self, words: str, bodies: Sequence[CompetentBody]) -> None:
        found = matching_bodies(bodies, words)
        self._bodies.show_suggestions(words, [Suggestion(one.name, _subtitle(one), one) for one in found])

    def _take_body(self, body: CompetentBody) -> None:
        self.changed.emit(replace(self.value, competent_body=body.name))


def _subtitle(body: CompetentBody) -> str:
    return " · ".join(filter(None, (body.responsible_for, body.region, body.place)))

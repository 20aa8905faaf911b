"""The workbench for one German occupation: the person's tasks on one side, those of the occupation on the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.comparison import Mark
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.add_line import AddLine
from iq_desktop.ui.screens.parts.client_task_row import ClientTaskRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.task_row import TaskRow
from iq_desktop.usecases.comparisons import add_own_task, add_task, change_task, mark_task
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.client_tasks import ClientTask
    from iq_desktop.domain.comparison import Comparison, TaskMark

_BESIDE: Final = 640
"""From this width on both sides stand beside each other, in pixels at the usual size of the text."""


class TaskBoard(QWidget):
    """Both sides; `acted` carries a function from case to case, `task_removed` the identity and words of a task."""

    acted = Signal(object)
    task_removed = Signal(str, str)

    def __init__(self, comparison: Comparison, parent: QWidget | None = None) -> None:
        """Build both columns for a compared occupation."""
        super().__init__(parent)
        self.setObjectName("task_board")
        self.comparison = comparison
        self._own: tuple[ClientTask, ...] = ()
        self.client_side, self.occupation_side = QWidget(self), QWidget(self)
        self.own_rows = RowList(self._make_own, _show_own, self.client_side, gap=STEP // 2)
        self.rows = RowList(self._make_row, _show_task, self.occupation_side, gap=STEP // 2)
        self.own_line = AddLine("own_task", say("Another task, in the person's own words"), self.client_side)
        self.task_line = AddLine("occupation_task", say("Another task of the occupation"), self.occupation_side)
        self.nothing = SpeakingLabel(
            say("No tasks are known yet. They come from the works, competences and trainings of the case."),
            "muted",
            self.client_side,
        )
        self.no_tasks = SpeakingLabel(
            say("No tasks of this occupation are in the catalogues. Please type the most important ones."),
            "muted",
            self.occupation_side,
        )
        self._place()
        self.own_line.added.connect(self._add_own)
        self.task_line.added.connect(self._add_task)

    def _place(self) -> None:
        _column(
            self.client_side,
            SpeakingLabel(say("What the person has done"), "strong", self.client_side),
            SpeakingLabel(say("Tick it, then mark what it covers. Or drag it there."), "hint", self.client_side),
            self.nothing,
            self.own_rows,
            self.own_line,
        )
        _column(
            self.occupation_side,
            SpeakingLabel(say("What the occupation asks for in Germany"), "strong", self.occupation_side),
            SpeakingLabel(say("+ fits, – is missing, ? open"), "hint", self.occupation_side),
            self.no_tasks,
            self.rows,
            self.task_line,
        )
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(3 * STEP)
        self._sides.addWidget(self.client_side, 2)
        self._sides.addWidget(self.occupation_side, 3)

    def show_tasks(self, comparison: Comparison, tasks: Sequence[TaskMark], own: Sequence[ClientTask]) -> None:
        """Show both sides; never emits."""
        self.comparison, self._own = comparison, tuple(own)
        self.own_rows.show_values(own)
        self.rows.show_values(tasks)
        self.nothing.setVisible(not own)
        self.own_rows.setVisible(bool(own))
        self.no_tasks.setVisible(not tasks)
        self.rows.setVisible(bool(tasks))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.rows.rows.values()):
            row.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set both sides beside or below each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _make_row(self, task: TaskMark) -> TaskRow:
        row = TaskRow(task, self.rows)
        row.marked.connect(self._mark)
        row.dropped.connect(self._drop)
        row.changed.connect(self._change)
        row.removed.connect(self._remove)
        return row

    def _make_own(self, task: ClientTask) -> ClientTaskRow:
        row = ClientTaskRow(task, self.own_rows)
        row.removed.connect(self._remove_own)
        return row

    def _mark(self, task: TaskMark, mark: Mark) -> None:
        """Mark a task; what is ticked on the other side shows it, and is no longer ticked then."""
        ticked = [row for row in self.own_rows.rows.values() if row.tick.isChecked()]
        shown_by = tuple(row.task for row in ticked) if mark is Mark.MATCH else ()
        if shown_by:
            for row in ticked:
                row.tick.setChecked(False)
        self.acted.emit(partial(mark_task, task=task, mark=mark, shown_by=shown_by))

    def _drop(self, task: TaskMark, own_id: str) -> None:
        shown_by = tuple(one for one in self._own if one.id == own_id)
        if shown_by:
            self.acted.emit(partial(mark_task, task=task, mark=Mark.MATCH, shown_by=shown_by))

    def _change(self, task: TaskMark) -> None:
        self.acted.emit(partial(change_task, task=task))

    def _add_task(self, words: str) -> None:
        self.acted.emit(partial(add_task, comparison=self.comparison, words=words))

    def _add_own(self, words: str) -> None:
        self.acted.emit(partial(add_own_task, words=words))

    def _remove(self, task: TaskMark) -> None:
        self.task_removed.emit(task.id, task.task)

    def _remove_own(self, task: ClientTask) -> None:
        self.task_removed.emit(task.mark_id, task.words)


def _column(side: QWidget, *parts: QWidget) -> None:
    lines = QVBoxLayout(side)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(STEP)
    for part in parts:
        lines.addWidget(part)
    lines.addStretch(1)


def _show_task(row: TaskRow, task: TaskMark, _number: int) -> None:
    row.show_task(task)


def _show_own(row: ClientTaskRow, task: ClientTask, _number: int) -> None:
    row.task = task

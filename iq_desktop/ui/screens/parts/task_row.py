"""One task of a German occupation in the workbench: does the person do it, and what shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGridLayout, QStyle, QWidget

from iq_desktop.domain.comparison import Mark, TaskMark
from iq_desktop.ui.kit.example_part import ExamplePart
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.step_row import StepRow
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.ui.screens.parts.client_task_row import DRAGGED
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent

SIGNS: Final = {Mark.MATCH: "+", Mark.GAP: "–", Mark.OPEN: "?"}
"""What is written on the buttons; their meaning is told as tool tip, to screen readers, and above the list."""
_COLOURS: Final = {Mark.MATCH: "good", Mark.GAP: "warn", Mark.OPEN: "border"}
_STRIPE: Final = 5
_ROUND: Final = 6
_BUTTON: Final = 34
_COLUMNS: Final = 4
_BESIDE: Final = 380
"""From this width on the buttons stand beside the words, in pixels at the usual size of the text."""


class TaskRow(TightRow):
    """A task; `marked` carries it with a mark, `dropped` with the identity of a task of the person."""

    marked = Signal(object, object)
    dropped = Signal(object, str)
    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, task: TaskMark, parent: QWidget | None = None) -> None:
        """Build the row and show the task."""
        super().__init__(parent)
        self.setObjectName(task.id)
        self.setAcceptDrops(True)
        self._is_aim = False
        self.task = task
        self.name = SpeakingLabel(as_it_is(task.task), "", self)
        self.shown_by = SpeakingLabel(NOTHING, "hint", self)
        self.mark = StepRow("mark", Mark, SIGNS.__getitem__, self, needs_answer=True)
        self.mark.name_row(as_it_is(task.task))
        self.remove = SpeakingButton(say("Remove {name}", name=task.task), "icon", "trash", self)
        measure_by_text(self.remove, width=_BUTTON, height=_BUTTON)
        self.note = ExamplePart(task.task, self)
        self.note.name_row(task.task)
        self._place()
        self.mark.committed.connect(self._mark)
        self.note.committed.connect(self._take_note)
        self.remove.clicked.connect(self._remove)
        self.show_task(task)

    def _place(self) -> None:
        """Set all parts into one grid: rows are many, and layouts within layouts are slow."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * STEP, STEP // 2, STEP // 2, STEP // 2)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._is_wide: bool | None = None
        self._arrange(is_wide=True)

    def _arrange(self, *, is_wide: bool) -> None:
        """Set the buttons beside or below the words."""
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        words, buttons = (1, (0, 1)) if is_wide else (_COLUMNS, (2, 0))
        self._grid.addWidget(self.name, 0, 0, 1, words)
        self._grid.addWidget(self.shown_by, 1, 0, 1, words)
        for at, part in enumerate((self.mark, self.note.button, self.remove)):
            tall = 2 if is_wide else 1
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(part, buttons[0], buttons[1] + at, tall, 1, side)
        self._grid.addWidget(self.note, 3, 0, 1, _COLUMNS)
        self._grid.setColumnStretch(0, 1 if is_wide else 0)
        self._grid.setColumnStretch(_COLUMNS - 1, 0 if is_wide else 1)

    def show_task(self, task: TaskMark) -> None:
        """Show the same task after it changed elsewhere; never emits."""
        self.task = task
        self.mark.show_value(task.mark)
        self.note.show_value(task.note)
        self.shown_by.show_text(
            say("Shown by: {words} ({evidence})", words=task.shown_by, evidence=task.evidence.label)
            if task.shown_by
            else NOTHING
        )
        self.shown_by.setVisible(bool(task.shown_by))
        self.update()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.note.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons beside or below the words."""
        super().resizeEvent(event)
        self._arrange(is_wide=self.width() >= scaled(_BESIDE))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a task of the person be dropped here."""
        if event.mimeData().hasFormat(DRAGGED):
            self._show_aim(is_aim=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        super().dragLeaveEvent(event)
        self._show_aim(is_aim=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which task of the person was dropped."""
        self._show_aim(is_aim=False)
        event.acceptProposedAction()
        self.dropped.emit(self.task, bytes(event.mimeData().data(DRAGGED).data()).decode())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, and at its beginning a stripe in the colour of the mark; the button says it as well."""
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(whole, _ROUND, _ROUND)
        painter.fillPath(frame, QColor(colours.accent_soft if self._is_aim else colours.surface))
        painter.setClipPath(frame)
        side = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(0, 0, _STRIPE, self.height()))
        painter.fillRect(side, QColor(colours.of(_COLOURS[self.task.mark])))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.accent if self._is_aim else colours.border), 1))
        painter.drawPath(frame)
        painter.end()

    def _show_aim(self, *, is_aim: bool) -> None:
        self._is_aim = is_aim
        self.update()

    def _mark(self, mark: Any) -> None:
        self.marked.emit(self.task, mark)

    def _take_note(self, words: Any) -> None:
        self.changed.emit(replace(self.task, note=words))

    def _remove(self) -> None:
        self.removed.emit(self.task)

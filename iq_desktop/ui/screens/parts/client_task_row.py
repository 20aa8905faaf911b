"""One task of the person in the workbench: ticked or dragged to what it covers in a German occupation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from iq_desktop.domain.client_tasks import ClientTask

DRAGGED: Final = "application/x-iq-client-task"
"""The kind of what is dragged: the identity of a task."""
_INDENT: Final = 28


class DraggedTick(Tick):
    """A tick box that can also be dragged by its words."""

    def __init__(self, task: ClientTask, parent: QWidget | None = None) -> None:
        """Keep the task."""
        super().__init__(as_it_is(task.words), parent)
        self.setObjectName("task")
        self.task_id = task.id
        self._pressed_at: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has gone far enough."""
        start = self._pressed_at
        far = start is not None and (event.position().toPoint() - start).manhattanLength()
        if start is None or far < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        self._pressed_at = None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(dragged(self.task_id))
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.CopyAction)


class ClientTaskRow(TightRow):
    """A task with where it comes from; `removed` carries one that was typed here."""

    removed = Signal(object)

    def __init__(self, task: ClientTask, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self.setObjectName(task.id)
        self.task = task
        self.tick = DraggedTick(task, self)
        self.source = SpeakingLabel(task.source, "hint", self)
        self.source.setIndent(_INDENT)
        self.remove = SpeakingButton(say("Remove {name}", name=task.words), "icon", "trash", self)
        self.remove.setVisible(bool(task.mark_id))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP // 2)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.tick, 0, 0)
        grid.addWidget(self.source, 1, 0)
        grid.addWidget(self.remove, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        self.remove.clicked.connect(self._remove)

    def _remove(self) -> None:
        self.removed.emit(self.task)


def dragged(task_id: str) -> QMimeData:
    """Return what is carried while a task is dragged."""
    mime = QMimeData()
    mime.setData(DRAGGED, task_id.encode())
    return mime

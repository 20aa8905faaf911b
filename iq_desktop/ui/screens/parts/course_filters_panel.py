"""The filters of courses that are not in sight all the time, beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.forms.course_forms import COURSE_WISH_FORM
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from iq_desktop.domain.course import CourseWish


class CourseFilters(QWidget):
    """The form over a wish; `asked` carries the changed wish, `closed` that one is done."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, wish: CourseWish, parent: QWidget | None = None) -> None:
        """Build the form."""
        super().__init__(parent)
        self.setObjectName("course_filters")
        self.heading = SpeakingLabel(say("Filters"), "heading", self)
        self.done = SpeakingButton(say("Done"), "", "check", self)
        self.form = FormView(COURSE_WISH_FORM, wish, self)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.done)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(head)
        lines.addWidget(PageArea(self.form, head, self), 1)
        self.form.changed.connect(self.asked)
        self.done.clicked.connect(self.closed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

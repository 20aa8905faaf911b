"""The filters of courses that are not in sight all the time, beside the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.forms.course_forms import COURSE_WISH_FORM
from iq_desktop.ui.kit.choice_editors import ListEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from iq_desktop.domain.course import CourseWish
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue


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
        self._wish = wish
        self._names: dict[str, Text] = {}
        self.catalogue = ListEditor("catalogue", self._catalogues, self)
        self.catalogue_frame = FieldFrame(self.catalogue, say("Catalogue"), NOTHING, self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.form)
        column.addWidget(self.catalogue_frame)
        column.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.done)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(head)
        lines.addWidget(PageArea(inside, head, self), 1)
        self.form.changed.connect(self._ask)
        self.catalogue.committed.connect(self._choose)
        self.done.clicked.connect(self.closed)

    def show_wish(self, wish: CourseWish) -> None:
        """Show what is asked for; never emits."""
        self._wish = wish
        self.form.show_value(wish)
        self.catalogue.show_value(wish.catalogue or None)

    def show_catalogues(self, names: Mapping[str, Text]) -> None:
        """Let somebody choose among these catalogues; nothing is to be chosen where there is only one."""
        self._names = dict(names)
        tongue = find_tongue(self)
        if tongue is not None:
            self.catalogue.speak(tongue)
        self.catalogue_frame.setVisible(len(names) > 1)

    def _catalogues(self, tongue: Tongue) -> Sequence[tuple[str, str]]:
        return [(name, tongue.speak(words)) for name, words in self._names.items()]

    def _ask(self, wish: CourseWish) -> None:
        self._wish = wish
        self.asked.emit(wish)

    def _choose(self, name: str | None) -> None:
        self._ask(replace(self._wish, catalogue=name or ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

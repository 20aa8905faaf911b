"""The courses that close the gap to an occupation, within reach of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.choice_editors import PillEditor
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.course_row import CourseRow
from iq_desktop.usecases.referrals import is_referred_to
from iq_desktop.usecases.routes import Reach
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFrame, QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import FoundCourse

_MOST: Final = 12


class GapCourses(Card):
    """Courses with a button each; `wanted` carries the found course, `reach_chosen` that other distances count."""

    wanted = Signal(object)
    reach_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card without courses."""
        super().__init__(say("Courses that close the gap"), parent)
        self.reach = Reach.REGION
        self.reach_field = PillEditor("reach", Reach, self)
        self.reach_field.show_value(self.reach)
        self.note = SpeakingLabel(NOTHING, "muted", self)
        self.rows: list[CourseRow] = []
        self._lines: list[QFrame] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(STEP + 4)
        self.add(self.reach_field)
        self.add(self.note)
        self.add(self._place)
        self.reach_field.committed.connect(self._choose)

    def show_searching(self) -> None:
        """Say that the catalogue is being searched."""
        self._clear()
        self._say(say("Looking for courses …"))

    def show_courses(self, courses: Sequence[FoundCourse], case: CaseFile) -> None:
        """Show what was found, nearest first, and what the person was referred to already."""
        self._clear()
        for number, found in enumerate(courses[:_MOST]):
            if number:
                self._lines.append(line(self))
                self._place.addWidget(self._lines[-1])
            row = CourseRow(found, self)
            row.wanted.connect(self.wanted)
            self.rows.append(row)
            self._place.addWidget(row)
            speak_part(row)
            row.show()
        self.show_case(case)
        if not courses:
            self._say(
                say("No course was found for this gap. Try another distance, or other words on the page Courses.")
            )

    def show_case(self, case: CaseFile) -> None:
        """Show what the person was referred to, and whether distances can be told."""
        for row in self.rows:
            course = row.found.course
            row.show_referred(is_referred=is_referred_to(case, course.key))
        if self.rows:
            is_known = bool(case.client.postal_code)
            self._say(NOTHING if is_known else say("Without a postal code (page Person) no distance can be told."))

    def _say(self, text: Text) -> None:
        self.note.show_text(text)
        self.note.setVisible(text is not NOTHING)

    def _clear(self) -> None:
        for part in (*self.rows, *self._lines):
            self._place.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.rows, self._lines = [], []

    def _choose(self, reach: Reach | None) -> None:
        self.reach = reach or Reach.ANYWHERE
        self.reach_field.show_value(self.reach)
        self.reach_chosen.emit()

"""One course that closes a gap: what, who, where, how far, when; and the button that refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.course import TeachingForm
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.screens.parts.age_line import AgeLine
from iq_desktop.ui.screens.parts.side_row import SideRow
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.course import CourseOffer, FoundCourse
    from iq_desktop.wording.tongue import Tongue


class CourseRow(SideRow):
    """A found course; `wanted` carries it when the person shall be referred to it."""

    wanted = Signal(object)

    def __init__(self, found: FoundCourse, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self.found = found
        course = found.course
        self.title = SpeakingLabel(as_it_is(course.title), "strong", self)
        self.facts = SpeakingLabel(NOTHING, "hint", self)
        self.age = AgeLine(found, self)
        self.closes = SpeakingLabel(say("Closes: {names}", names=", ".join(found.closes)), "good", self)
        self.closes.setVisible(bool(found.closes))
        self.refer = SpeakingButton(say("Refer"), "", "referral", self)
        self._is_referred = False
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.title, self.facts, self.age, self.closes):
            words.addWidget(part)
        self.fill(words, self.refer)
        self.refer.clicked.connect(self._want)

    def show_referred(self, *, is_referred: bool) -> None:
        """Show whether the person was referred to this course already."""
        self._is_referred = is_referred
        self.refer.setEnabled(not is_referred)
        self.refer.show_icon("check" if is_referred else "referral")
        self.refer.show_text(say("Referred") if is_referred else say("Refer"))

    def speak(self, tongue: Tongue) -> None:
        """Tell provider, place, distance and start in a tongue."""
        self.facts.show_text(as_it_is(course_facts(self.found.course, self.found.distance_km, tongue)))
        self.refer.setAccessibleDescription(self.found.course.title)

    def _want(self) -> None:
        self.wanted.emit(self.found)


def course_facts(course: CourseOffer, distance_km: float | None, tongue: Tongue) -> str:
    """Return who offers a course, where, how far, when and how, in one line."""
    parts: list[Text] = [as_it_is(course.provider), as_it_is(course.place)]
    if distance_km is not None:
        parts.append(say("{count} km", count=max(round(distance_km), 1)))
    if course.starts_on is not None:
        parts.append(say("starts on {date}", date=course.starts_on))
    elif course.flexible_start:
        parts.append(say("start at any time"))
    if course.form is not TeachingForm.UNKNOWN:
        parts.append(course.form.label)
    return " · ".join(words for words in map(tongue.speak, parts) if words)

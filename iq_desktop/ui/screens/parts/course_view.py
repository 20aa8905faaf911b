"""One course whole: what, where, when, how much, and how to reach the provider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from iq_desktop.domain.course import TeachingForm
from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.course import CourseOffer, FoundCourse
    from iq_desktop.wording.tongue import Tongue

_PARTS: Final = (
    ("when", say("When")),
    ("where", say("Where")),
    ("how_much", say("Length and price")),
    ("what", say("What it is about")),
    ("contact", say("Provider")),
)


class CourseView(QFrame):
    """Shows a course that was found; says what to do while none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build title and parts."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._found: FoundCourse | None = None
        self._inside = QWidget(self)
        self._inside.setProperty("role", "page")
        self.hint = SpeakingLabel(say("Choose a course to see it here."), "muted", self._inside)
        self.title = SpeakingLabel(NOTHING, "heading", self._inside)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(3 * STEP, 2 * STEP + 4, 3 * STEP, 2 * STEP)
        lines.setSpacing(4)
        lines.addWidget(self.hint)
        lines.addWidget(self.title)
        self.parts: dict[str, tuple[SpeakingLabel, SpeakingLabel]] = {}
        for name, heading in _PARTS:
            label, words = SpeakingLabel(heading, "label", self._inside), SpeakingLabel(NOTHING, "", self._inside)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.parts[name] = (label, words)
            lines.addSpacing(STEP)
            lines.addWidget(label)
            lines.addWidget(words)
        lines.addStretch(1)
        self._set()
        self.clear()

    def _set(self) -> None:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 1, 1, 1)
        outside.addWidget(area)

    def clear(self) -> None:
        """Show no course."""
        self._found = None
        self.hint.show()
        self.title.hide()
        for label, words in self.parts.values():
            label.hide()
            words.hide()

    def show_course(self, found: FoundCourse) -> None:
        """Show a course."""
        self._found = found
        self.hint.hide()
        self.title.show()
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Tell the course in a tongue; parts without words stay away."""
        if self._found is None:
            return
        course = self._found.course
        self.title.show_text(as_it_is(course.title))
        told = {
            "when": _when(course, tongue),
            "where": _where(self._found, tongue),
            "how_much": _how_much(course, tongue),
            "what": "\n".join(filter(None, (course.description, course.degree))),
            "contact": "\n".join(filter(None, (course.provider, course.phone, course.email, course.web))),
        }
        for name, (label, words) in self.parts.items():
            words.show_text(as_it_is(told[name]))
            label.setVisible(bool(told[name]))
            words.setVisible(bool(told[name]))
            words.setAccessibleName(f"{tongue.speak(label.said)}: {told[name]}")


def start_of(course: CourseOffer) -> Text:
    """Return when a course starts, in words."""
    if course.starts_on is not None:
        return say("{day}", day=course.starts_on)
    return say("at any time") if course.flexible_start else say("not said")


def distance_words(found: FoundCourse) -> Text:
    """Return how far away a course is, or nothing where that is not known."""
    if found.distance_km is None:
        return NOTHING
    return say("{distance} km", distance=round(found.distance_km))


def _when(course: CourseOffer, tongue: Tongue) -> str:
    if course.starts_on is not None and course.ends_on is not None:
        return tongue.speak(say("{start} to {end}", start=course.starts_on, end=course.ends_on))
    return tongue.speak(start_of(course))


def _where(found: FoundCourse, tongue: Tongue) -> str:
    course = found.course
    place = " ".join(filter(None, (course.postal_code, course.place)))
    form = tongue.speak(course.form.label) if course.form is not TeachingForm.UNKNOWN else ""
    last = " · ".join(filter(None, (form, tongue.speak(distance_words(found)))))
    return "\n".join(filter(None, (course.street, place, last)))


def _how_much(course: CourseOffer, tongue: Tongue) -> str:
    parts = []
    if course.hours is not None:
        parts.append(say_count("{count} lesson of 45 minutes", "{count} lessons of 45 minutes", count=course.hours))
    if course.price is not None:
        parts.append(say("{price} euro", price=course.price) if course.price else say("free of charge"))
    return " · ".join(tongue.speak(part) for part in parts)

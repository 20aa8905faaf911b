"""One course beside the list: when, where, how long, what it costs, whom to ask, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.age_line import AgeLine
from iq_desktop.usecases import course_words
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.domain.kept_course import KeptCourse
    from iq_desktop.wording.tongue import Tongue

_PARTS: Final = (
    ("when", say("When")),
    ("where", say("Place")),
    ("german", say("German")),
    ("how_much", say("Length and price")),
    ("who_pays", say("Who may pay")),
    ("what", say("What it is about")),
    ("contact", say("Provider")),
)


class CourseView(QFrame):
    """Shows a course that was found; says what to do while none is chosen.

    `kept`, `compared` and `referred` carry the course for which the button was pressed, `noted` the words of its note.
    """

    kept = Signal(object)
    compared = Signal(object)
    referred = Signal(object)
    noted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build title, buttons and parts."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.found: FoundCourse | None = None
        self._inside = QWidget(self)
        self.hint = SpeakingLabel(say("Choose a course to see it here."), "muted", self._inside)
        self.title = SpeakingLabel(NOTHING, "heading", self._inside)
        self.kind = SpeakingLabel(NOTHING, "hint", self._inside)
        self.age = AgeLine(None, self._inside)
        self.closes = SpeakingLabel(NOTHING, "good", self._inside)
        self._make_acts()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(3 * STEP, 2 * STEP + 4, 3 * STEP, 2 * STEP)
        self._lines.setSpacing(4)
        for part in (self.hint, self.title, self.kind, self.age, self.closes, self.acts, self.note_part, self.caseless):
            self._lines.addWidget(part)
        self.parts: dict[str, tuple[SpeakingLabel, SpeakingLabel]] = {}
        for name, heading in _PARTS:
            label, words = SpeakingLabel(heading, "label", self._inside), SpeakingLabel(NOTHING, "", self._inside)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.parts[name] = (label, words)
            self._lines.addSpacing(STEP)
            self._lines.addWidget(label)
            self._lines.addWidget(words)
        self._lines.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 1, 1, 1)
        outside.addWidget(PageArea(self._inside, parent=self))
        self.clear()

    def _make_acts(self) -> None:
        self.acts = QWidget(self._inside)
        flow = FlowLayout(self.acts, gap=STEP)
        self.keep = SpeakingButton(say("Keep"), "", "star", self.acts)
        self.compare = SpeakingButton(say("Compare"), "", "columns", self.acts)
        self.refer = SpeakingButton(say("Refer"), "primary", "referral", self.acts)
        for button in (self.refer, self.keep, self.compare):
            flow.addWidget(button)
        policy = self.acts.sizePolicy()
        policy.setHeightForWidth(True)
        self.acts.setSizePolicy(policy)
        self.keep.clicked.connect(self._keep)
        self.compare.clicked.connect(self._compare)
        self.refer.clicked.connect(self._refer)
        self.note_part = QWidget(self._inside)
        self.note_label = SpeakingLabel(say("Note"), "label", self.note_part)
        self.note = LineEditor("course_note", self.note_part)
        self.note_label.setBuddy(self.note.line)
        lines = QVBoxLayout(self.note_part)
        lines.setContentsMargins(0, STEP, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.note_label)
        lines.addWidget(self.note)
        self.note.committed.connect(self._note)
        self.caseless = SpeakingLabel(say("Open a case to keep a course or to refer somebody."), "hint", self._inside)

    def clear(self) -> None:
        """Show no course."""
        self.found = None
        self.hint.show()
        for part in (self.title, self.kind, self.age, self.closes, self.acts, self.note_part, self.caseless):
            part.hide()
        for label, words in self.parts.values():
            label.hide()
            words.hide()

    def show_course(self, found: FoundCourse) -> None:
        """Show a course."""
        if self.found is not None and self.found.course.key != found.course.key:
            self.note.flush()
            self.note.forget()
        self.found = found
        self.hint.hide()
        self.title.show()
        self.acts.show()
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def show_case(self, *, has_case: bool, kept: KeptCourse | None, is_referred: bool, compared: Sequence[str]) -> None:
        """Show what the open case says of the course, and whether it is being compared (keys in `compared`)."""
        if self.found is None:
            return
        is_compared = self.found.course.key in compared
        self.keep.setVisible(has_case)
        self.refer.setVisible(has_case)
        self.caseless.setVisible(not has_case)
        self.keep.show_text(say("Kept") if kept is not None else say("Keep"))
        self.keep.show_icon("check" if kept is not None else "star")
        self.refer.setEnabled(not is_referred)
        self.refer.show_text(say("Referred") if is_referred else say("Refer"))
        self.compare.show_text(say("Do not compare") if is_compared else say("Compare"))
        self.note_part.setVisible(kept is not None)
        if kept is not None:
            self.note.show_value(kept.note)

    def flush(self) -> None:
        """Report a note that was typed and not yet reported."""
        if self.found is not None and not self.note_part.isHidden():
            self.note.flush()

    def speak(self, tongue: Tongue) -> None:
        """Tell the course in a tongue; parts without words stay away."""
        self.note.name_for_readers(tongue.speak(self.note_label.said))
        if self.found is None:
            return
        found, course = self.found, self.found.course
        self.title.show_text(as_it_is(course.title))
        closes = say("Closes: {names}", names=", ".join(found.closes)) if found.closes else NOTHING
        self.age.show_offer(found)
        for label, text in ((self.kind, _kind_line(found)), (self.closes, closes)):
            label.show_text(text)
            label.setVisible(bool(text.message))
        for name, (label, words) in self.parts.items():
            told = _told(name, found, tongue)
            words.show_text(as_it_is(told))
            label.setVisible(bool(told))
            words.setVisible(bool(told))
            words.setAccessibleName(f"{tongue.speak(label.said)}: {told}")

    def _keep(self) -> None:
        self.kept.emit(self.found)

    def _compare(self) -> None:
        self.compared.emit(self.found)

    def _refer(self) -> None:
        self.referred.emit(self.found)

    def _note(self, words: str) -> None:
        if self.found is not None:
            self.noted.emit(self.found, words or "")


def _kind_line(found: FoundCourse) -> Text:
    own = say("own offer") if course_words.is_own(found.course) else NOTHING
    return joined((course_words.kind_words(found.course), own))


def _told(name: str, found: FoundCourse, tongue: Tongue) -> str:
    course = found.course
    lines: dict[str, tuple[Text | str, ...]] = {
        "when": (course_words.span_words(course), course_words.time_words(course)),
        "where": (
            course.street,
            course_words.place_words(course),
            joined((course_words.form_words(course), course_words.distance_words(found))),
        ),
        "german": (course_words.level_words(course),),
        "how_much": (course_words.cost_words(course),),
        "who_pays": (course_words.funding_words(course),),
        "what": (course.description, course.degree),
        "contact": (course.provider, course.phone, course.email, course.web),
    }
    spoken = (one if isinstance(one, str) else tongue.speak(one) for one in lines[name])
    return "\n".join(filter(None, spoken))

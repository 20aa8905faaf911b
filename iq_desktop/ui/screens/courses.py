"""The screen Courses: search all offers by words, distance, start and form."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.domain.changes import Area
from iq_desktop.domain.course import CourseWish, TeachingForm
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.ui.kit.choice_editors import ListEditor
from iq_desktop.ui.kit.date_editors import DayEditor
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.table import RowTable
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.course_columns import COURSE_COLUMNS, course_key
from iq_desktop.ui.screens.parts.course_view import CourseView
from iq_desktop.usecases.importing import catalogues_there
from iq_desktop.usecases.routes import COURSES, find_courses
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.kit.editor import Editor
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_PAUSE: Final = 250
_WIDE: Final = 1060
_WIDEST: Final = 1400
_ROOMY: Final = 760
"""From these widths on list and course, all columns, four fields have room, in pixels at the usual size."""
_SIDE_WIDTH: Final = 400
_ANY_WIDTH: Final = 16777215
"""What Qt takes for no limit."""
_DISTANCES: Final = (5, 10, 25, 50, 100)


class CoursesScreen(QWidget):
    """All offers; `import_wanted` where there is no catalogue yet."""

    import_wanted = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the question, the list and the course beside it."""
        super().__init__(parent)
        self._place = place
        self._search: Job | None = None
        self._wish = CourseWish()
        self.title = SpeakingLabel(say("Courses"), "title", self, wrap=False)
        self.source = SpeakingLabel(NOTHING, "muted", self)
        self.count = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self._make_question()
        self._make_list()
        self._set()
        place.changes.announced.connect(self._hear)

    def refresh(self) -> None:
        """Look again which catalogues are there, and search."""
        ask_behind(self, self._place, partial(catalogues_there, self._place.desk), self._show_source)
        self._find()

    def put_cursor(self) -> None:
        """Put the cursor where one begins: into the words."""
        self.words.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the course beside the list only where there is room."""
        super().resizeEvent(event)
        self._show_sides()
        self._place_question()
        self._show_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self._close_course()
        else:
            super().keyPressEvent(event)

    def _show_sides(self) -> None:
        """Show list and course beside each other; where there is little room, the one or the other."""
        is_wide = self.width() >= scaled(_WIDE)
        self.table.setVisible(is_wide or not self._is_reading)
        self.course.setVisible(is_wide or self._is_reading)
        self.course.setMaximumWidth(scaled(_SIDE_WIDTH) if is_wide else _ANY_WIDTH)
        self.back.setVisible(self._is_reading and not is_wide)

    def _open_course(self) -> None:
        self._is_reading = self.width() < scaled(_WIDE)
        self._show_sides()
        if self._is_reading:
            self.back.setFocus()

    def _close_course(self) -> None:
        self._is_reading = False
        self._show_sides()
        self.table.setFocus()

    def _place_question(self) -> None:
        """Set all fields in one line, or the words above the others where there is little room, or these in pairs."""
        is_wide = self.width() >= scaled(_WIDE)
        in_line = 4 if self.width() >= scaled(_ROOMY) else 2
        for frame in self._frames:
            self._question.removeWidget(frame)
        words, *others = self._frames
        self._question.addWidget(words, 0, 0, 1, 1 if is_wide else in_line)
        for number, frame in enumerate(others):
            frame.setMaximumWidth(frame.minimumWidth() if is_wide else _ANY_WIDTH)
            place = (0, number + 1) if is_wide else (1 + number // in_line, number % in_line)
            self._question.addWidget(frame, *place)
        self._question.setColumnStretch(0, 1 if is_wide else 0)

    def _show_columns(self) -> None:
        hidden = {"provider", "form"} if self.width() < scaled(_WIDEST) else set()
        self.table.show_columns(hidden | (set() if self._wish.postal_code else {"distance"}))

    def _make_question(self) -> None:
        self.words = LineEditor("words", self)
        self.postal_code = LineEditor("postal_code", self)
        self.within = ListEditor("within_km", _distances, self)
        self.start = DayEditor("starts_from", self)
        self.form = ListEditor("form", _forms, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._take_words)
        self.words.line.textEdited.connect(self._wait)
        self.postal_code.line.textEdited.connect(self._wait)
        for editor in self._editors:
            editor.show_value(None)
            editor.committed.connect(self._take)

    @property
    def _editors(self) -> tuple[Editor, ...]:
        return (self.words, self.postal_code, self.within, self.start, self.form)

    def _make_list(self) -> None:
        nothing = say("No course found. Please try fewer words, a greater distance or a later start.")
        self.table = RowTable(say("Courses"), COURSE_COLUMNS, course_key, nothing, self)
        self.table.setObjectName("course_list")
        self.course = CourseView(self)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open_course)
        self._is_reading = False
        self.back = SpeakingButton(say("Back to the list"), "plain", "left", self)
        self.back.clicked.connect(self._close_course)
        self.empty = EmptyPage(
            "courses",
            say("No course catalogue is there yet. It can be taken in under Settings."),
            say("Go to Settings"),
            self,
        )
        self.empty.acted.connect(self.import_wanted)

    def _set(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        self._question = QGridLayout()
        self._question.setSpacing(2 * STEP)
        self._frames: list[FieldFrame] = []
        for editor, label, width in (
            (self.words, say("Words"), 0),
            (self.postal_code, say("Postal code"), 104),
            (self.within, say("Within"), 136),
            (self.start, say("Starts from"), 192),
            (self.form, say("Form"), 216),
        ):
            frame = FieldFrame(editor, label, NOTHING, self)
            measure_by_text(frame, least_width=width)
            self._frames.append(frame)
        results = QHBoxLayout()
        results.setSpacing(3 * STEP)
        results.addWidget(self.table, 1)
        results.addWidget(self.course)
        measure_by_text(self.course, least_width=_SIDE_WIDTH)
        self._full = QWidget(self)
        full = QVBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(STEP)
        full.addLayout(self._question)
        full.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        full.addLayout(results, 1)
        full.addWidget(self.source)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        lines.setSpacing(STEP)
        lines.addLayout(head)
        lines.addWidget(self._stack, 1)

    def _hear(self, changes: Sequence[Change]) -> None:
        if self.isVisible() and any(change.area in (Area.COURSES, Area.PLACES) for change in changes):
            self.refresh()

    def _wait(self) -> None:
        self._pause.start()

    def _take_words(self) -> None:
        self.words.flush()
        self.postal_code.flush()

    def _take(self, value: Any) -> None:
        name = self.sender().objectName()
        changes: dict[str, Any] = {name: value}
        self._wish = replace(self._wish, **changes)
        self._find()

    def _find(self) -> None:
        self._pause.stop()
        if self._search is not None:
            self._search.cancel()
        work = partial(find_courses, self._place.desk, self._wish)
        self._search = ask_behind(self, self._place, work, self._show_found)

    def _show_found(self, found: Sequence[FoundCourse]) -> None:
        self.table.show_rows(found)
        self._show_columns()
        counted = say_count("{count} course", "{count} courses", count=len(found))
        self.count.show_text(say("the first {count}", count=len(found)) if len(found) == COURSES else counted)
        if self.table.current_row() is None and found:
            self.table.selectRow(0)
        elif not found:
            self.course.clear()

    def _show_chosen(self, found: FoundCourse) -> None:
        self.course.show_course(found)

    def _show_source(self, states: Sequence[CatalogueState]) -> None:
        mine = [state for state in states if state.kind is CatalogueKind.COURSES]
        kinds = (CatalogueKind.COURSES, CatalogueKind.STARTER)
        has_courses = any(state.kind in kinds for state in states)
        self._stack.setCurrentWidget(self._full if has_courses else self.empty)
        self.count.setVisible(has_courses)
        self.source.show_text(_source(mine[-1]) if mine else say("From the starter pack: kinds of courses, no dates."))


def _source(state: CatalogueState) -> Text:
    if state.published_on is None:
        return say("Course catalogue {version}, taken in on {day}", version=state.version, day=state.taken_in_on)
    return say(
        "Course catalogue as of {published}, taken in on {day}", published=state.published_on, day=state.taken_in_on
    )


def _distances(tongue: Tongue) -> Sequence[tuple[float, str]]:
    return [(float(km), tongue.speak(say("{distance} km", distance=km))) for km in _DISTANCES]


def _forms(tongue: Tongue) -> Sequence[tuple[TeachingForm, str]]:
    return [(form, tongue.speak(form.label)) for form in TeachingForm if form is not TeachingForm.UNKNOWN]

"""The screen Courses: one search over all offers, as a list and on a map, kept, compared and referred to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.domain.changes import Area
from iq_desktop.domain.course import CourseWish
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.case_courses import CaseCourses
from iq_desktop.ui.screens.parts.course_acts import CourseActs
from iq_desktop.ui.screens.parts.course_board import CourseBoard, Side
from iq_desktop.ui.screens.parts.course_chips import CourseChips
from iq_desktop.ui.screens.parts.course_looking import Around, look_around, look_at_ground, look_for_courses
from iq_desktop.ui.screens.parts.course_question import CourseQuestion
from iq_desktop.ui.shell.key_rows import COURSE_KEYS
from iq_desktop.usecases.course_filters import (
    active_filters,
    found_words,
    is_narrowed,
    without_filter,
    without_filters,
)
from iq_desktop.usecases.course_searches import ReadySearch, search_for_case
from iq_desktop.usecases.course_sources import catalogue_names, has_courses, source_words
from iq_desktop.usecases.importing import catalogues_there
from iq_desktop.usecases.kept_courses import kept_for_case
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.course_searches import SearchKind
    from iq_desktop.wording.text import Text

_GIVEN: Final = "given"
"""The chip of courses that were found in another way than by a wish."""


class CoursesScreen(QWidget):
    """All offers; `import_wanted` where there is no catalogue yet."""

    import_wanted = Signal()
    key_rows = COURSE_KEYS

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the question, the list, and what stands beside it."""
        super().__init__(parent)
        self._place = place
        self._jobs: list[Job] = []
        self._given: tuple[Text, tuple[FoundCourse, ...]] | None = None
        self._places: Text = NOTHING
        self._home = ""
        self._catalogues: dict[str, Text] = {}
        self._has_ground = False
        self.acts = CourseActs(place, self)
        self.title = SpeakingLabel(say("Courses"), "title", self, wrap=False)
        self.count = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self.own_button = SpeakingButton(say("Own offers"), "", "network", self)
        self.for_case = CaseCourses(self)
        self.question = CourseQuestion(self)
        self.chips = CourseChips(self)
        self.board = CourseBoard(place, self.acts, self)
        self.source = SpeakingLabel(NOTHING, "hint", self)
        self.empty = EmptyPage(
            "courses",
            say("No course catalogue is there yet. It can be taken in under Settings."),
            say("Go to Settings"),
            self,
        )
        self._set()
        self._bind()

    @property
    def wish(self) -> CourseWish:
        """What is asked for."""
        return self.question.wish

    def refresh(self) -> None:
        """Look again which catalogues are there, and search."""
        ask_behind(self, self._place, partial(catalogues_there, self._place.desk), self._show_source)
        if not self._has_ground:
            self._has_ground = True
            ask_behind(self, self._place, partial(look_at_ground, self._place.desk), self.board.map.show_ground)
        self._find()

    def follow(self, open_case: OpenCase) -> None:
        """Look for the case that lies on the desk."""
        self.acts.follow(open_case)

    def forget_case(self) -> None:
        """Tell nothing of a case that is gone."""
        self._given = None
        self.acts.forget_comparison()
        self.show_wish(CourseWish())

    def go_to(self, part: str) -> None:
        """Show a part: `map`, `filters`, `own`, or the search of a case by the name of its kind."""
        if part in self.for_case.names:
            self.search_for(self.for_case.names[part])
        elif part in [side.value for side in Side]:
            self.board.show_side(Side(part))
        else:
            self.put_cursor()

    def put_cursor(self) -> None:
        """Put the cursor where one begins: into the words."""
        self.question.words.setFocus()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        if self.question.is_waiting:
            self.question.flush()
        self.board.flush()

    def show_wish(self, wish: CourseWish) -> None:
        """Ask for something else, shown in every field."""
        self.question.show_wish(wish)
        self.board.filters.show_wish(wish)
        self.board.map.choose_keys(wish.postal_codes)
        self._find()

    def search_for(self, kind: SearchKind) -> None:
        """Look for what the open case needs."""
        if (case := self.acts.case) is not None:
            work = partial(search_for_case, self._place.desk, case, kind, self._place.tongue().code)
            ask_behind(self, self._place, work, self._show_ready)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.board.go_back():
            return
        super().keyPressEvent(event)

    def _set(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.own_button)
        self._full = QWidget(self)
        full = QVBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(STEP + 2)
        full.addWidget(self.for_case)
        full.addWidget(self.question)
        full.addWidget(self.chips)
        full.addWidget(self.board, 1)
        full.addWidget(self.source)
        self._stack = QStackedWidget(self)
        self._area = PageArea(self._full, parent=self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, STEP)
        lines.setSpacing(STEP)
        lines.addLayout(head)
        lines.addWidget(self._stack, 1)

    def _bind(self) -> None:
        self.question.asked.connect(self.show_wish)
        self.question.filters_wanted.connect(self.board.turn_filters)
        self.question.view_wanted.connect(self.board.turn_map)
        self.own_button.clicked.connect(self.board.turn_own)
        self.chips.removed.connect(self._drop_filter)
        self.chips.cleared.connect(self._clear)
        self.for_case.wanted.connect(self.search_for)
        self.for_case.kept_wanted.connect(self._show_kept)
        self.empty.acted.connect(self.import_wanted)
        self.board.filters.asked.connect(self.show_wish)
        self.board.map.chosen.connect(self._take_places)
        self.board.arranged.connect(self._name_view)
        self.board.brought.connect(self._bring_into_sight)
        self.acts.changed.connect(self._show_case)
        self._place.changes.announced.connect(self._hear)

    def _hear(self, changes: Sequence[Change]) -> None:
        areas = {change.area for change in changes}
        self._has_ground &= Area.PLACES not in areas
        if self.isVisible() and areas & {Area.COURSES, Area.PLACES}:
            self.refresh()

    def _find(self) -> None:
        for job in self._jobs:
            job.cancel()
        given = self._given[1] if self._given is not None else None
        self._show_chips()
        desk, wish = self._place.desk, self.wish
        self._jobs = [
            ask_behind(self, self._place, partial(look_for_courses, desk, wish, given), self.board.show_found),
            ask_behind(self, self._place, partial(look_around, desk, wish, given), self._show_around),
        ]

    def _show_around(self, around: Around) -> None:
        self.question.show_counts(around.counts)
        self.board.map.show_around(around)
        self.count.show_text(found_words(len(self.board.table.rows), around.counts.total))

    def _show_chips(self) -> None:
        active = list(active_filters(self.wish, self._places, self._catalogues))
        if self._given is not None:
            active.insert(0, (_GIVEN, self._given[0]))
        has_any = is_narrowed(self.wish) or self._given is not None
        self.chips.show_filters(active, is_wanted=has_any and not self.board.is_comparing)

    def _show_case(self) -> None:
        case = self.acts.case
        self.for_case.show_case(case)
        self.for_case.setVisible(case is not None and not self.board.is_comparing)
        self.board.show_case()
        self._take_home(case)

    def _take_home(self, case: CaseFile | None) -> None:
        """Look around the home of a case that was opened, unless another place was typed."""
        home = case.client.postal_code if case is not None else ""
        before, self._home = self._home, home
        if home != before and self.wish.postal_code in ("", before):
            wish = replace(self.wish, postal_code=home, within_km=self.wish.within_km if home else None)
            self.question.show_wish(wish)
            if self.isVisible():
                self.show_wish(wish)

    def _show_kept(self) -> None:
        case = self.acts.case
        if case is not None:
            work = partial(kept_for_case, self._place.desk, case)
            ask_behind(self, self._place, work, partial(self._show_given, CourseWish(), say("Kept for the person")))

    def _show_ready(self, ready: ReadySearch) -> None:
        words = (
            say("{search}: {told}", search=ready.kind.label, told=ready.told)
            if ready.told.message
            else ready.kind.label
        )
        if ready.found is None:
            self._given = None
            self.board.show_results()
            self.show_wish(ready.wish)
            return
        wish = replace(ready.wish, within_km=None, starts_from=None)
        self._show_given(wish, words, ready.found)

    def _show_given(self, wish: CourseWish, words: Text, found: tuple[FoundCourse, ...]) -> None:
        self._given = (words, found)
        self.board.show_results()
        self.show_wish(wish)

    def _take_places(self, keys: tuple[str, ...], words: Text) -> None:
        self._places = words
        self.show_wish(replace(self.wish, postal_codes=keys))

    def _drop_filter(self, name: str) -> None:
        if name == _GIVEN:
            self._given = None
        self.show_wish(self.wish if name == _GIVEN else without_filter(self.wish, name))

    def _clear(self) -> None:
        self._given = None
        self.show_wish(without_filters(self.wish))

    def _show_source(self, states: Sequence[CatalogueState]) -> None:
        is_there = has_courses(states)
        self._catalogues = catalogue_names(states)
        self.board.filters.show_catalogues(self._catalogues)
        self._stack.setCurrentWidget(self._area if is_there else self.empty)
        self.count.setVisible(is_there)
        self.own_button.setVisible(is_there)
        self.source.show_text(source_words(states, self._place.desk.clock.today()))

    def _bring_into_sight(self) -> None:
        """Scroll to what was asked for, where the window is too low for all."""
        QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, self.board, 0, 0))

    def _name_view(self) -> None:
        is_comparing = self.board.is_comparing
        self.question.setVisible(not is_comparing)
        self.question.view.setVisible(not self.board.is_three)
        self.for_case.setVisible(not is_comparing and self.acts.case is not None)
        self._show_chips()
        self.question.view.show_text(self.board.view_words)
        self.question.view.show_icon(self.board.view_icon)

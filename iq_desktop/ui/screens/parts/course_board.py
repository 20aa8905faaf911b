"""List, course, map and what else stands beside the list: side by side where there is room, else one at a time."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.domain.course import CourseWish
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.course_columns import COURSE_COLUMNS, CourseTable, course_key
from iq_desktop.ui.screens.parts.course_comparison import ComparisonTray, CourseComparison
from iq_desktop.ui.screens.parts.course_filters_panel import CourseFilters
from iq_desktop.ui.screens.parts.course_map import CourseMap
from iq_desktop.ui.screens.parts.course_view import CourseView
from iq_desktop.ui.screens.parts.own_offers import OwnOffers
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.ui.screens.parts.course_acts import CourseActs
    from iq_desktop.ui.shell.workplace import Workplace

_WIDE: Final = 1000
_THREE: Final = 1500
"""From these widths on list and side, list and course and map have room, in pixels at the usual size."""
_SIDE: Final = 392
_LEAST: Final = 300
"""So high list and map always are; where the window has less room, the page scrolls."""
_ANY_WIDTH: Final = 16777215
_ROOMY_LIST: Final = 900
_ROOMIEST_LIST: Final = 1160
"""From these widths of the list on more of its columns have room."""


class Side(Enum):
    """What stands beside the list."""

    COURSE = "course"
    MAP = "map"
    FILTERS = "filters"
    OWN = "own"


class CourseBoard(QWidget):
    """The parts below the question; `arranged` tells of another part beside the list, `brought` of one asked for."""

    arranged = Signal()
    brought = Signal()

    def __init__(self, place: Workplace, acts: CourseActs, parent: QWidget | None = None) -> None:
        """Build all parts; the course stands beside the list."""
        super().__init__(parent)
        self._acts = acts
        self.side = Side.COURSE
        self._is_in_front = False
        nothing = say("No course found. Please try fewer words, a greater distance or a later start.")
        self.table = CourseTable(say("Courses"), COURSE_COLUMNS, course_key, nothing, self)
        self.table.setObjectName("course_list")
        self.tray = ComparisonTray(self)
        self.course = CourseView(self)
        self.map = CourseMap(self)
        self.filters = CourseFilters(CourseWish(), self)
        self.own = OwnOffers(place, self)
        self.comparison = CourseComparison(self)
        self.back = SpeakingButton(say("Back to the list"), "plain", "left", self)
        self._set()
        self._bind()

    @property
    def view_words(self) -> Text:
        """What the button says that changes between course and map."""
        if not self._is_shown(Side.MAP) or self.is_three:
            return say("Map")
        return say("Course") if self._is_wide else say("List")

    @property
    def view_icon(self) -> str:
        """The icon of that button."""
        return "map" if not self._is_shown(Side.MAP) or self.is_three else "courses"

    def show_found(self, found: Sequence[FoundCourse]) -> None:
        """Show what was found; the course that was shown stays where it is still there, the first gives way."""
        before = self.table.current_row() if self.table.currentIndex().row() > 0 else None
        self.table.show_rows(found)
        self._show_columns()
        if found and (before is None or not self.table.choose(before.course.key)):
            self.table.selectRow(0)
            self.table.scrollToTop()
        elif not found:
            self.course.clear()
            self.map.mark_key("")

    def show_case(self) -> None:
        """Show what the open case and the comparison say of the course that is shown."""
        acts, found = self._acts, self.course.found
        keys = [one.course.key for one in acts.compared]
        if found is not None:
            is_referred = acts.is_referred(found)
            self.course.show_case(
                has_case=acts.case is not None, kept=acts.kept(found), is_referred=is_referred, compared=keys
            )
        self.tray.show_courses(acts.compared)
        if self.is_comparing:
            self._compare()

    def show_side(self, side: Side) -> None:
        """Show something beside the list, or in its place where there is little room."""
        self._pages.setCurrentWidget(self._lists)
        self.side, self._is_in_front = side, side is not Side.COURSE or not self._is_wide
        if side is Side.OWN:
            self.own.refresh()
        self._arrange()
        begin = {
            Side.MAP: self.map.put_cursor,
            Side.FILTERS: self.filters.done.setFocus,
            Side.OWN: self.own.done.setFocus,
        }
        if side in begin:
            begin[side]()
        self.brought.emit()

    @property
    def is_comparing(self) -> bool:
        """Whether courses stand side by side in place of everything else."""
        return self._pages.currentWidget() is self.comparison

    def show_results(self) -> None:
        """Show what was found: filters and own offers go away, the map stays."""
        self._pages.setCurrentWidget(self._lists)
        if self.side is not Side.MAP:
            self.side, self._is_in_front = Side.COURSE, False
        self._arrange()

    def turn_filters(self) -> None:
        """Show the filters, or take them away."""
        self._turn(Side.FILTERS)

    def turn_map(self) -> None:
        """Show the map, or the course again."""
        self._turn(Side.MAP)

    def turn_own(self) -> None:
        """Show the own offers, or take them away."""
        self._turn(Side.OWN)

    def go_back(self) -> bool:
        """Go back to the list; returns whether anything was in its place."""
        was_away = self.is_comparing
        if not was_away and self.side is Side.COURSE and not self._is_in_front:
            return False
        self._pages.setCurrentWidget(self._lists)
        if not was_away:
            self.side, self._is_in_front = Side.COURSE, False
        self._arrange()
        self.table.setFocus()
        return True

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.filters.form.flush()
        self.course.flush()
        self.own.flush()

    def sizeHint(self) -> QSize:
        """Return the least height: what is more comes from the window, not from the page."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def hasHeightForWidth(self) -> bool:
        """Return that the parts scroll by themselves."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show side by side what has room."""
        super().resizeEvent(event)
        self._arrange()

    def _set(self) -> None:
        self._sides = QStackedWidget(self)
        for part in (self.course, self.filters, self.own):
            self._sides.addWidget(part)
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(STEP)
        left.addWidget(self.table, 1)
        left.addWidget(self.tray)
        self._lists = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._left, 1)
        row.addWidget(self._sides)
        row.addWidget(self.map)
        lines = QVBoxLayout(self._lists)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP // 2)
        lines.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addLayout(row, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._lists)
        self._pages.addWidget(self.comparison)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._pages)
        measure_by_text(self, least_height=_LEAST)

    def _bind(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        for closed in (self.filters.closed, self.own.closed, self.comparison.closed):
            closed.connect(self.go_back)
        self.back.clicked.connect(self.go_back)
        self.tray.wanted.connect(self._compare)
        for teller in (self.course, self.comparison):
            teller.kept.connect(self._acts.keep)
            teller.referred.connect(self._acts.refer)
        self.course.compared.connect(self._acts.compare)
        self.course.noted.connect(self._acts.note)
        self.tray.removed.connect(self._acts.compare)
        self.comparison.removed.connect(self._acts.compare)

    @property
    def _is_wide(self) -> bool:
        return self.width() >= scaled(_WIDE)

    @property
    def is_three(self) -> bool:
        """Whether list, course and map have room side by side."""
        return self.width() >= scaled(_THREE)

    def _is_shown(self, side: Side) -> bool:
        if side is Side.MAP and self.is_three:
            return True
        return self.side is side and (self._is_wide or self._is_in_front)

    def _turn(self, side: Side) -> None:
        is_there = self.side is side and (self._is_wide or self._is_in_front)
        if is_there and self._pages.currentWidget() is self._lists:
            self.go_back()
        else:
            self.show_side(side)

    def _arrange(self) -> None:
        """Show list and side beside each other; where there is little room, the one or the other."""
        is_wide, is_three = self._is_wide, self.is_three
        is_map = self.side is Side.MAP
        shown = {Side.FILTERS: self.filters, Side.OWN: self.own}.get(self.side, self.course)
        self._sides.setCurrentWidget(shown)
        self._left.setVisible(is_wide or not self._is_in_front)
        self._sides.setVisible(is_three or (not is_map and (is_wide or self._is_in_front)))
        self.map.setVisible(is_three or (is_map and (is_wide or self._is_in_front)))
        for part in (self._sides, self.map):
            part.setMinimumWidth(scaled(_SIDE) if is_wide else 0)
            part.setMaximumWidth(scaled(_SIDE) if is_wide else _ANY_WIDTH)
        self.back.setVisible(self._is_in_front and not is_wide)
        self._show_columns()
        self.arranged.emit()

    def _show_columns(self) -> None:
        rows = self.table.rows
        hidden = set() if any(one.distance_km is not None for one in rows) else {"distance"}
        room = self.table.width()
        hidden |= {"provider", "form"} if room < scaled(_ROOMIEST_LIST) else set()
        hidden |= {"price", "level"} if room < scaled(_ROOMY_LIST) else set()
        self.table.show_columns(hidden)

    def _open(self) -> None:
        """Read the chosen course; where there is little room it takes the place of the list."""
        self.side, self._is_in_front = Side.COURSE, not self._is_wide
        self._arrange()
        if self._is_in_front:
            self.back.setFocus()
            self.brought.emit()

    def _show_chosen(self, found: FoundCourse) -> None:
        self.course.show_course(found)
        self.map.mark_key(found.course.postal_code)
        self.show_case()

    def _compare(self) -> None:
        if len(self._acts.compared) > 1:
            self.comparison.show_courses(self._acts.compared, self._acts.case)
            self._pages.setCurrentWidget(self.comparison)
            self.comparison.back.setFocus()
            self.arranged.emit()
            self.brought.emit()
        elif self.is_comparing:
            self.go_back()

"""Up to three courses side by side, in place of the list; and the line below the list that gathers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.course_traits import NOT_TO_BEGIN
from iq_desktop.ui.kit.chip import Chip
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.age_line import AgeLine
from iq_desktop.usecases.course_comparison import OF_USE, ComparedLine, compare_courses
from iq_desktop.usecases.referrals import is_referred_to
from iq_desktop.wording.text import Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import FoundCourse

_WIDE: Final = 720
_TOP: Final = Qt.AlignmentFlag.AlignTop


class ComparisonTray(QWidget):
    """The courses that are gathered; `removed` carries one, `wanted` asks for the comparison."""

    removed = Signal(object)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty and hidden."""
        super().__init__(parent)
        self.setObjectName("comparison_tray")
        self.chips: list[Chip] = []
        self.button = SpeakingButton(say("Compare side by side"), "primary", "columns", self)
        self.more = SpeakingLabel(say("Choose a second course to compare with."), "hint", self, wrap=False)
        self._flow = FlowLayout(self, gap=STEP)
        self.button.clicked.connect(self.wanted)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_courses(self, compared: Sequence[FoundCourse]) -> None:
        """Show what is gathered."""
        for part in (*self.chips, self.more, self.button):
            self._flow.removeWidget(part)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(_named(found), found, self) for found in compared]
        for number, chip in enumerate(self.chips):
            chip.setObjectName(f"compared_{number}")
            chip.removed.connect(self.removed)
            self._flow.addWidget(chip)
            chip.show()
        can_compare = len(compared) > 1
        self._flow.addWidget(self.button if can_compare else self.more)
        self.button.setVisible(can_compare)
        self.more.setVisible(not can_compare)
        self.setVisible(bool(compared))
        speak_part(self)
        self.updateGeometry()


def _named(found: FoundCourse) -> Text:
    """Return a course with its place: often the same course is held at several."""
    return joined((as_it_is(found.course.title), as_it_is(found.course.place)))


class CourseComparison(QWidget):
    """The table; `closed` leads back to the list, `kept` and `referred` carry a course."""

    closed = Signal()
    kept = Signal(object)
    referred = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the frame without courses."""
        super().__init__(parent)
        self.setObjectName("course_comparison")
        self.heading = SpeakingLabel(say("Courses side by side"), "heading", self)
        self.back = SpeakingButton(say("Back to the list"), "plain", "left", self)
        self.back.clicked.connect(self.closed)
        self._board = QFrame(self)
        self._table: QWidget | None = None
        self._around = QVBoxLayout(self._board)
        self._around.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.back)
        head.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(head)
        lines.addWidget(self.heading)
        lines.addWidget(PageArea(self._board, parent=self), 1)
        self.columns: list[ComparedColumn] = []
        self._shown: tuple[Sequence[FoundCourse], CaseFile | None] | None = None
        self._is_wide = True

    def show_courses(self, found: Sequence[FoundCourse], case: CaseFile | None) -> None:
        """Show courses side by side, what they say differently in strong words."""
        self._shown = (found, case)
        if self._table is not None:
            self._around.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = QFrame(self._board)
        self._table.setProperty("role", "card")
        grid = QGridLayout(self._table)
        grid.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(STEP + 2)
        self.columns = [ComparedColumn(one, case, self._table) for one in found]
        for column in self.columns:
            column.kept.connect(self.kept)
            column.referred.connect(self.referred)
            column.removed.connect(self.removed)
        lines = compare_courses(found, case)
        self._is_wide = self.width() >= scaled(_WIDE)
        if self._is_wide:
            self._set_beside(grid, lines)
        else:
            self._set_below(grid, lines)
        self._around.insertWidget(0, self._table)
        self._around.addStretch(1)
        speak_part(self._table)
        self._table.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set courses beside each other or below each other, as there is room."""
        super().resizeEvent(event)
        if self._shown and self._is_wide is not (self.width() >= scaled(_WIDE)):
            self.show_courses(*self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _set_beside(self, grid: QGridLayout, lines: Sequence[ComparedLine]) -> None:
        """Set one column for each course."""
        grid.setColumnStretch(0, 1)
        for number, column in enumerate(self.columns, start=1):
            grid.addWidget(column, 0, number, _TOP)
            grid.setColumnStretch(number, 3)
        for row, line in enumerate(lines, start=1):
            grid.addWidget(SpeakingLabel(line.question, "label", self._table), row, 0, _TOP)
            for number in range(len(self.columns)):
                grid.addWidget(self._answer(line, number), row, number + 1, _TOP)

    def _set_below(self, grid: QGridLayout, lines: Sequence[ComparedLine]) -> None:
        """Set one course below the other, where there is no room beside each other."""
        grid.setColumnStretch(1, 1)
        row = 0
        for number, column in enumerate(self.columns):
            grid.addWidget(column, row, 0, 1, 2)
            for line in lines:
                row += 1
                grid.addWidget(SpeakingLabel(line.question, "label", self._table), row, 0, _TOP)
                grid.addWidget(self._answer(line, number), row, 1, _TOP)
            grid.setRowMinimumHeight(row + 1, 2 * STEP)
            row += 2

    def _answer(self, line: ComparedLine, number: int) -> QWidget:
        answer = line.answers[number]
        if line.question == OF_USE:
            is_current = not answer.message
            found = self.columns[number].found
            return SpeakingLabel(found.age.label, "", self._table) if is_current else AgeLine(found, self._table)
        role = "muted" if not answer.message else "strong" if line.differs else ""
        return SpeakingLabel(answer if answer.message else say("not said"), role, self._table)


class ComparedColumn(QWidget):
    """The head of one course: its name, and what can be done with it."""

    kept = Signal(object)
    referred = Signal(object)
    removed = Signal(object)

    def __init__(self, found: FoundCourse, case: CaseFile | None, parent: QWidget) -> None:
        """Build name and buttons."""
        super().__init__(parent)
        self.found = found
        role = "muted" if found.age in NOT_TO_BEGIN else "strong"
        self.title = SpeakingLabel(as_it_is(found.course.title), role, self)
        key = found.course.key
        is_kept = case is not None and any(one.course == key for one in case.kept_courses)
        is_referred = case is not None and is_referred_to(case, key)
        self.refer = SpeakingButton(say("Referred") if is_referred else say("Refer"), "", "referral", self)
        self.keep = SpeakingButton(say("Kept") if is_kept else say("Keep"), "", "check" if is_kept else "star", self)
        self.drop = SpeakingButton(say("Do not compare"), "plain", "close", self)
        self.refer.setEnabled(not is_referred)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.title)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=STEP // 2)
        policy = buttons.sizePolicy()
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        for button in (self.refer, self.keep, self.drop):
            flow.addWidget(button)
            button.setAccessibleDescription(found.course.title)
        lines.addWidget(buttons)
        self.refer.setVisible(case is not None)
        self.keep.setVisible(case is not None)
        self.refer.clicked.connect(self._refer)
        self.keep.clicked.connect(self._keep)
        self.drop.clicked.connect(self._drop)

    def _refer(self) -> None:
        self.referred.emit(self.found)

    def _keep(self) -> None:
        self.kept.emit(self.found)

    def _drop(self) -> None:
        self.removed.emit(self.found)

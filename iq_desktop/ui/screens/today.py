"""The screen Today: what waits by when it is due, and the cases one last worked on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iq_desktop.domain.case_row import CaseRow, Reminder, ReminderKind
from iq_desktop.domain.changes import Area
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.line_button import Line
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.usecases.today import Today, group_by_due, look_at_today
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say, say_count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue

_WIDE: Final = 900
_ICONS: Final = {
    ReminderKind.APPOINTMENT: "today",
    ReminderKind.TASK: "check",
    ReminderKind.SIX_MONTHS: "today",
    ReminderKind.PAPER_BACK: "document",
    ReminderKind.NIQ: "open",
    ReminderKind.RESIDENCE_ENDS: "clock",
    ReminderKind.AGREED: "agreement",
    ReminderKind.REFERRAL_ANSWER: "referral",
    ReminderKind.COURSE_STARTS: "courses",
    ReminderKind.INCOMPLETE: "open",
}


class TodayScreen(QWidget):
    """What waits; `case_chosen` carries the identity of a case and the page to open, `new_case_wanted` the wish."""

    case_chosen = Signal(str, str)
    new_case_wanted = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the groups."""
        super().__init__(parent)
        self._place = place
        self._seen: Today | None = None
        self.title = SpeakingLabel(say("Today"), "title", self, wrap=False)
        self.day = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self.new_case = SpeakingButton(say("New case"), "primary", "plus", self)
        self.new_case.clicked.connect(self.new_case_wanted)
        self.due = LineList(say("Due today"), say("Nothing is due today."), self)
        self.week = LineList(say("This week"), NOTHING, self)
        self.later = LineList(say("Later"), NOTHING, self)
        self.open_cases = LineList(say("Without a date"), NOTHING, self)
        self.recent = LineList(say("Last worked on"), NOTHING, self)
        self.all_cases = SpeakingLabel(NOTHING, "hint", self, wrap=False)
        self.empty = EmptyPage(
            "today", say("Nothing waits yet. When you begin a case, its dates appear here."), say("New case"), self
        )
        self.empty.acted.connect(self.new_case_wanted)
        for group in self._groups:
            group.chosen.connect(self._open_reminder)
        self.recent.chosen.connect(self._open_case)
        self._set()
        place.changes.announced.connect(self._hear)

    @property
    def _groups(self) -> tuple[LineList, ...]:
        return (self.due, self.week, self.later, self.open_cases)

    def refresh(self) -> None:
        """Look at the vault again."""
        ask_behind(self, self._place, partial(look_at_today, self._place.desk), self._show)

    def put_cursor(self) -> None:
        """Put the focus on the first line, or on the one thing to do."""
        lines = [button for group in self._groups for button in group.buttons]
        (lines[0] if lines else self.new_case).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set what waits and the recent cases beside each other where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_WIDE)
        self._columns.setDirection(QHBoxLayout.Direction.LeftToRight if is_wide else QHBoxLayout.Direction.TopToBottom)

    def speak(self, tongue: Tongue) -> None:
        """Say the day, and the words of the lines, in a tongue."""
        self.day.show_text(say("{day}", day=self._place.desk.clock.today()))
        if self._seen is not None:
            self._fill(self._seen, tongue)

    def _set(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.title)
        head.addWidget(self.day)
        head.addStretch(1)
        head.addWidget(self.new_case)
        left, right = _column(*self._groups), _column(self.recent)
        self.recent.head.addWidget(self.all_cases)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, STEP, STEP)
        columns.setSpacing(2 * STEP)
        self._columns = columns
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)
        self._inside = QWidget(self)
        self._inside.setProperty("role", "page")
        self._inside.setLayout(columns)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        self._area = area
        lines = QVBoxLayout(self)
        lines.setContentsMargins(3 * STEP, 2 * STEP, 2 * STEP, STEP)
        lines.setSpacing(2 * STEP)
        lines.addLayout(head)
        lines.addWidget(area, 1)
        lines.addWidget(self.empty, 1)
        self.empty.hide()

    def _hear(self, changes: Sequence[Change]) -> None:
        if self.isVisible() and any(change.area is Area.CASE for change in changes):
            self.refresh()

    def _show(self, seen: Today) -> None:
        self._seen = seen
        is_empty = not seen.case_count
        self.empty.setVisible(is_empty)
        self._area.setVisible(not is_empty)
        self.new_case.setVisible(not is_empty)
        tongue = find_tongue(self)
        if tongue is not None:
            self._fill(seen, tongue)

    def _fill(self, seen: Today, tongue: Tongue) -> None:
        today = self._place.desk.clock.today()
        waiting = group_by_due(seen.reminders, today)
        groups = (waiting.today, waiting.this_week, waiting.later, waiting.any_time)
        for group, reminders in zip(self._groups, groups, strict=True):
            group.show_lines([_reminder_line(one, today) for one in reminders])
            group.setVisible(bool(reminders) or group is self.due)
        self.recent.show_lines([_recent_line(row, tongue) for row in seen.recent])
        self.all_cases.show_text(say_count("{count} case in all", "{count} cases in all", count=seen.case_count))

    def _open_reminder(self, reminder: Reminder) -> None:
        self.case_chosen.emit(reminder.case_id, reminder.page)

    def _open_case(self, row: CaseRow) -> None:
        self.case_chosen.emit(row.id, "")


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * STEP)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column


def _reminder_line(reminder: Reminder, today: dt.date) -> Line:
    words = as_it_is(reminder.words)
    title = say("{kind}: {words}", kind=reminder.kind.label, words=words) if reminder.words else reminder.kind.label
    who: Text = as_it_is(reminder.case_name) if reminder.case_name else say("Without a name")
    subtitle = say("{name} · case {number}", name=who, number=reminder.case_number)
    is_urgent = reminder.due is not None and reminder.due < today
    end = say("since {day}", day=reminder.due) if is_urgent and reminder.due else NOTHING
    if not is_urgent and reminder.due is not None:
        end = say("today") if reminder.due == today else say("{day}", day=reminder.due)
    return Line(_ICONS[reminder.kind], title, subtitle, end, is_urgent, reminder)


def _recent_line(row: CaseRow, tongue: Tongue) -> Line:
    title: Text = as_it_is(row.name) if row.name else say("Without a name")
    parts = [row.number, tongue.language_name(row.language) if row.language else "", row.occupation]
    changed = row.changed_at.astimezone().date()
    return Line("person", title, as_it_is(" · ".join(filter(None, parts))), say("{day}", day=changed), value=row)

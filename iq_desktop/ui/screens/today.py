"""The screen Today: what waits by when it is due, the cases one last worked on, and how the vault is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.backup import BackupState
from iq_desktop.domain.changes import Area
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind, ask_slowly
from iq_desktop.ui.screens.parts.backup_note import BackupNote
from iq_desktop.ui.screens.parts.calendar_out import save_my_calendar
from iq_desktop.ui.screens.parts.due_list import DueList
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.ui.screens.parts.today_acts import TodayActs
from iq_desktop.ui.screens.parts.today_lines import (
    backup_lines,
    recent_line,
    reminder_line,
    review_lines,
    rule_lines,
    vault_lines,
)
from iq_desktop.ui.shell.key_rows import LIST_KEYS
from iq_desktop.ui.shell.pill_choice import PillChoice
from iq_desktop.usecases.backups import look_at_backups
from iq_desktop.usecases.today import Today, group_by_due, look_at_today
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.case_row import CaseRow, Reminder
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue

_WIDE: Final = 900
_MOST: Final = 12
"""Lines that a group shows before the others are asked for."""
_FEW: Final = 5
"""The same of tasks for which nobody set a day."""
_MINE, _ALL = "mine", "all"
_WHOSE: Final = ((_ALL, say("Whole centre")), (_MINE, say("My cases")))


class TodayScreen(QWidget):
    """What waits; `case_chosen` carries a case, the page to open and the field or row there.

    `new_case_wanted` and `settings_wanted` (with a part of the settings) are the other ways on.
    """

    case_chosen = Signal(str, str, str)
    new_case_wanted = Signal()
    settings_wanted = Signal(str)
    key_rows = LIST_KEYS

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the groups."""
        super().__init__(parent)
        self._place = place
        self._seen: Today | None = None
        self._asked: Job | None = None
        self._backups: BackupState | None = None
        self._waits_for_lines = False
        self.title = SpeakingLabel(say("Today"), "title", self, wrap=False)
        self.day = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self.whose = PillChoice(say("Whose cases"), _WHOSE, _ALL, self)
        self.whose.setObjectName("whose")
        self.calendar = SpeakingButton(say("My dates as a calendar file"), "icon", "calendar", self)
        self.new_case = SpeakingButton(say("New case"), "primary", "plus", self)
        self.due = DueList(say("Due today"), say("Nothing is due today."), self, most=_MOST)
        self.overdue = DueList(say("Overdue"), NOTHING, self, most=_MOST)
        self.week = DueList(say("This week"), NOTHING, self, most=_MOST)
        self.later = DueList(say("Later"), NOTHING, self, most=_MOST)
        self.undated = DueList(say("Tasks without a day"), NOTHING, self, most=_FEW)
        self.open_cases = LineList(say("Still incomplete"), NOTHING, self, most=_MOST)
        self.recent = LineList(say("Last worked on"), NOTHING, self)
        self.vault = LineList(say("Vault"), NOTHING, self)
        self.backup_note = BackupNote(place, self)
        self.acts = TodayActs(place, self)
        self.all_cases = SpeakingLabel(NOTHING, "hint", self, wrap=False)
        self.empty = EmptyPage(
            "today", say("Nothing waits yet. When you begin a case, its dates appear here."), say("New case"), self
        )
        self._connect()
        self._set()

    def _connect(self) -> None:
        self.new_case.clicked.connect(self.new_case_wanted)
        self.calendar.clicked.connect(self._save_calendar)
        self.empty.acted.connect(self.new_case_wanted)
        self.whose.chosen.connect(self.refresh)
        for group in self._groups:
            group.chosen.connect(self._open_reminder)
        for group in (self.due, self.overdue, self.week, self.later, self.undated):
            group.finished.connect(self.acts.finish)
            group.postponed.connect(self.acts.postpone)
        self.recent.chosen.connect(self._open_case)
        self.vault.chosen.connect(self._open_vault)
        self.backup_note.settings_wanted.connect(self.settings_wanted)
        self._place.changes.announced.connect(self._hear)

    @property
    def _groups(self) -> tuple[LineList, ...]:
        return (self.due, self.overdue, self.week, self.later, self.undated, self.open_cases)

    def follow(self, open_case: OpenCase) -> None:
        """Know which case lies open: it changes as on its own pages."""
        self.acts.follow(open_case)

    def refresh(self) -> None:
        """Look at the vault again."""
        if self._asked is not None:
            self._asked.cancel()
        is_mine = self.whose.isVisibleTo(self) and self.whose.pills[_MINE].isChecked()
        self._asked = ask_behind(
            self, self._place, partial(look_at_today, self._place.desk, is_mine=is_mine), self._show
        )
        work, title = partial(look_at_backups, self._place.desk), say("Looking at the backups")
        ask_slowly(self, self._place, work, self._show_backups, title)

    def put_cursor(self) -> None:
        """Put the focus on the first line, or on the one thing to do."""
        lines = [button for group in self._groups for button in group.buttons]
        self._waits_for_lines = self._asked is not None
        (lines[0] if lines else self.new_case).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set what waits and the recent cases beside each other where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_WIDE)
        self._columns.setDirection(QHBoxLayout.Direction.LeftToRight if is_wide else QHBoxLayout.Direction.TopToBottom)

    def speak(self, _tongue: Tongue) -> None:
        """Say the day."""
        self.day.show_text(say("{day}", day=self._place.desk.clock.today()))

    def _set(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, STEP, 0)
        head.setSpacing(2 * STEP)
        head.addWidget(self.title)
        head.addWidget(self.day)
        head.addStretch(1)
        head.addWidget(self.whose)
        head.addWidget(self.calendar)
        head.addWidget(self.new_case)
        self.recent.head.addWidget(self.all_cases)
        columns = self._columns = QHBoxLayout()
        columns.setSpacing(2 * STEP)
        self._left = _column(*self._groups)
        columns.addLayout(self._left, 3)
        self._right = _column(self.recent, self.vault)
        columns.addLayout(self._right, 2)
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, STEP, STEP)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self.backup_note)
        rows.addLayout(columns, 1)
        self._area = PageArea(inside, head, self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(3 * STEP, 2 * STEP, 2 * STEP, STEP)
        lines.setSpacing(2 * STEP)
        lines.addLayout(head)
        lines.addWidget(self._area, 1)
        lines.addWidget(self.empty, 1)
        self.empty.hide()
        self.whose.hide()

    def _hear(self, changes: Sequence[Change]) -> None:
        if self.isVisible() and any(change.area in (Area.CASE, Area.VAULT) for change in changes):
            self.refresh()

    def _show(self, seen: Today) -> None:
        self._seen, self._asked = seen, None
        is_empty = not seen.case_count
        self.empty.setVisible(is_empty)
        self._area.setVisible(not is_empty)
        self.new_case.setVisible(not is_empty)
        self.calendar.setVisible(not is_empty)
        self.whose.setVisible(seen.has_colleagues and not is_empty)
        today = self._place.desk.clock.today()
        waiting = group_by_due(seen.reminders, today)
        dated = (waiting.today, waiting.overdue, waiting.this_week, waiting.later)
        for group, reminders in zip(self._groups, (*dated, waiting.without_day, waiting.any_time), strict=True):
            group.show_lines([reminder_line(one, today) for one in reminders])
            group.setVisible(bool(reminders) or (group is self.due and not waiting.overdue))
        self.recent.show_lines([recent_line(row) for row in seen.recent])
        self._show_vault()
        self.all_cases.show_text(say_count("{count} case in all", "{count} cases in all", count=seen.case_count))
        self._set_vault(is_calm=not seen.reminders and not seen.vault.warnings)
        if self._waits_for_lines and self.window().focusWidget() in (self.new_case, None):
            self.put_cursor()

    def _set_vault(self, *, is_calm: bool) -> None:
        """Set the state of the vault where nothing waits, else below the recent cases; warnings stand above them."""
        if is_calm:
            self._left.insertWidget(len(self._groups), self.vault)
        else:
            has_warnings = self._seen is not None and bool(self._seen.vault.warnings)
            self._right.insertWidget(0 if has_warnings else 1, self.vault)

    def _show_backups(self, state: BackupState) -> None:
        self._backups = state
        self.backup_note.show_state(state)
        self._show_vault()

    def _show_vault(self) -> None:
        """Say how the vault and its backups are, as far as both are known."""
        lines = list(vault_lines(self._seen.vault)) if self._seen is not None else []
        lines += review_lines(self._seen.due_reviews) if self._seen is not None else ()
        lines += rule_lines(self._seen.old_rules) if self._seen is not None else ()
        if self._backups is not None:
            lines += backup_lines(self._backups, self._place.desk.clock.now())
        self.vault.show_lines(lines)

    def _open_reminder(self, reminder: Reminder) -> None:
        part = f"{reminder.item}.{reminder.field}" if reminder.item else reminder.field
        self.case_chosen.emit(reminder.case_id, reminder.page, part)

    def _open_vault(self, state: object) -> None:
        vault = "backups" if isinstance(state, BackupState) else "vault"
        self.settings_wanted.emit(state if isinstance(state, str) else vault)

    def _save_calendar(self) -> None:
        save_my_calendar(self._place, self)

    def _open_case(self, row: CaseRow) -> None:
        self.case_chosen.emit(row.id, "", "")


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * STEP)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column

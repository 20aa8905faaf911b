"""Everything by name (Ctrl+K): a line over the window, below it what was found; worked by the keyboard alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.ui.kit.search_field import SearchLine
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.ui.shell.finder_entries import (
    Entry,
    Goal,
    Spoken,
    arrange,
    entries_at,
    is_sure,
    offered,
    opened_case_entry,
    remember,
    speak_entries,
)
from iq_desktop.ui.shell.finder_list import ROW_HEIGHT, FoundList
from iq_desktop.usecases.cases import find_cases
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.commands import Whereabouts
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue

PAUSE: Final = 80
"""Milliseconds of rest after which cases are searched for."""
_WIDTH: Final = 680
_TOP: Final = 64
_MOST_ROWS: Final = 9
_MOST_CASES: Final = 8
_VEIL: Final = 110


class Finder(QWidget):
    """A veil over the window with the line and the list; `taken` carries the Goal that was chosen.

    What was used lately is kept in memory only, and gone when the vault is locked.
    """

    taken = Signal(object)

    def __init__(self, place: Workplace, where: Callable[[], Whereabouts], window: QWidget) -> None:
        """Build the hidden overlay of a window."""
        super().__init__(window)
        self.setObjectName("finder")
        self._place, self._where, self._window = place, where, window
        self._before: QWidget | None = None
        self._spoken: tuple[Spoken, ...] = ()
        self._cases: tuple[CaseRow, ...] = ()
        self._recent: tuple[Goal, ...] = ()
        self._known: dict[Goal, Entry] = {}
        self._job: Job | None = None
        self._takes_first = self._was_moved = False
        self._panel = QFrame(self)
        self._panel.setProperty("role", "popup")
        self.line = SearchLine(self._panel)
        self.line.setObjectName("finder_line")
        self.list = FoundList(self._panel)
        self.hint = SpeakingLabel(
            say("Arrow keys choose, Enter opens, Esc leads back to where you were."), "hint", self._panel
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._connect()
        self._set()
        self.hide()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._search)
        self.line.textEdited.connect(self._look)
        self.line.moved.connect(self._choose)
        self.line.taken.connect(self._take)
        self.line.left.connect(self._leave_line)
        self.list.clicked.connect(self._take_clicked)
        self._window.installEventFilter(self)

    def _set(self) -> None:
        lines = QVBoxLayout(self._panel)
        lines.setContentsMargins(STEP, STEP + 4, STEP, STEP)
        lines.setSpacing(STEP)
        lines.addWidget(self.line)
        lines.addWidget(self.list, 1)
        self.hint.setContentsMargins(STEP, 0, STEP, 0)
        lines.addWidget(self.hint)

    def speak(self, tongue: Tongue) -> None:
        """Name everything in a tongue."""
        words = tongue.speak(say("Case, page, field, document or what you want to do"))
        self.setAccessibleName(tongue.speak(say("Find everything")))
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)

    def open(self) -> None:
        """Come over the window, ready to be typed into."""
        if self.isVisible():
            self.line.selectAll()
            return
        self._before = self._window.focusWidget()
        tongue = self._place.tongue()
        self._spoken = speak_entries(entries_at(self._where()), tongue)
        self.line.clear()
        self._look()
        self._fit()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_again(self) -> None:
        """Go away and lead back to where one was."""
        before, self._before = self._before, None
        if not self.isVisible():
            return
        self._leave()
        self.hide()
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_case(self, case: CaseFile) -> None:
        """Remember a case that was opened, in whichever way."""
        entry = opened_case_entry(case)
        self._known[entry.goal] = entry
        self._recent = remember(self._recent, entry.goal)

    def forget_case(self) -> None:
        """Forget which cases were opened: one of them is erased."""
        self._cases = ()
        for goal in [goal for goal in self._recent if goal.case_id]:
            self._known.pop(goal, None)
        self._recent = tuple(goal for goal in self._recent if not goal.case_id)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  (Qt names it so)
        """Let Tab choose in the list: nothing behind the veil can be reached."""
        self._choose(1 if next else -1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close with a click beside the list."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil."""
        painter = QPainter(self)
        veil = QColor(colours_now().side)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key through to what lies behind the veil."""
        event.accept()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.line.text().strip()

    def _look(self) -> None:
        """Show what is known at once, and search for cases after a pause."""
        self._takes_first = self._was_moved = False
        self._cases = ()
        self._leave()
        self._show_found()
        if self.words:
            self._pause.start()

    def _search(self) -> None:
        work = partial(_find, partial(find_cases, self._place.desk, self.words))
        self._job = self._place.background.run(work, partial(self._take_cases, self.words), self._fail, owner=self)

    def _take_cases(self, words: str, rows: Sequence[CaseRow]) -> None:
        self._job = None
        if words != self.words or not self.isVisible():
            return
        self._cases = tuple(rows[:_MOST_CASES])
        self._show_found()
        if self._takes_first:
            self._take()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.close_again()
        self._place.tell_problem(error)

    def _leave(self) -> None:
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show_found(self) -> None:
        tongue = find_tongue(self) or self._place.tongue()
        if self.words:
            entries = arrange(self.words, self._spoken, self._cases, self._recent)
        else:
            entries = offered(self._spoken, tuple(self._known.values()), self._recent)
        self.list.show_entries(entries, tongue, self.list.chosen if self._was_moved else None)
        if self.isVisible():
            self._fit()

    def _choose(self, step: int) -> None:
        self._was_moved = True
        self.list.choose(step)

    def _take_clicked(self) -> None:
        self._was_moved = True
        self._take()

    def _leave_line(self) -> None:
        if self.line.hasFocus():  # Escape; else something else took the focus
            self.close_again()

    def _take(self) -> None:
        """Take what is chosen; while cases are still searched for, only what they could not push away."""
        is_waiting = self._pause.isActive() or self._job is not None
        if is_waiting and not self._was_moved and not is_sure(self.words, self._spoken):
            self._takes_first = True
            if self._pause.isActive():
                self._pause.stop()
                self._search()
            return
        entry = self.list.chosen
        if entry is None:
            return
        self._recent = remember(self._recent, entry.goal)
        self.close_again()
        self.taken.emit(entry.goal)

    def _fit(self) -> None:
        """Cover the window, with the panel in the upper middle, as high as what was found."""
        self.setGeometry(self._window.rect())
        width = min(scaled(_WIDTH), self.width() - 4 * STEP)
        top = min(_TOP, self.height() // 10)
        self.hint.setFixedHeight(max(self.hint.heightForWidth(width - 4 * STEP), 0))
        around = self.line.sizeHint().height() + self.hint.height() + 5 * STEP + 4
        rows = min(len(self.list.found.entries), _MOST_ROWS)
        height = min(around + rows * scaled(ROW_HEIGHT) + 4, self.height() - 2 * top)
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)


def _find(work: Callable[[], Sequence[CaseRow]], progress: Progress) -> Sequence[CaseRow]:
    del progress
    return work()

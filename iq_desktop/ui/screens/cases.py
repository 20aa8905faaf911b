"""The screen Cases: find one by a name in any spelling, look at it, or begin a new one."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.changes import Area
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.case_acts import CaseActs
from iq_desktop.ui.screens.parts.case_list import CaseList
from iq_desktop.ui.screens.parts.case_search import CaseSearch
from iq_desktop.ui.screens.parts.list_settings import ListSettings
from iq_desktop.ui.screens.parts.new_case_panel import NewCasePanel
from iq_desktop.ui.screens.parts.niq_acts import NiqActs
from iq_desktop.ui.screens.parts.quick_view import QuickView
from iq_desktop.usecases.case_pages import first_page_of
from iq_desktop.usecases.cases import FirstAnswers, get_case, start_case
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.domain.changes import Change, Saved
    from iq_desktop.ui.shell.workplace import Workplace

PAUSE: Final = 80
"""Milliseconds of rest after which the typed words are searched for."""
_GLANCE: Final = 200
"""Milliseconds after which a case that was only passed over is read for the quick view."""
_WIDE: Final = 1060
_SIDE_WIDTH: Final = 400
_WIDEST: Final = 1400


class CasesScreen(QWidget):
    """The list of cases; `case_chosen` carries the identity of a case and the name of a page (empty: where one was)."""

    case_chosen = Signal(str, str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build search, list and the side for quick view and new case."""
        super().__init__(parent)
        self._place = place
        self._make_search()
        self._make_list()
        self._make_side()
        self._set()
        place.changes.announced.connect(self._hear)

    def refresh(self) -> None:
        """Read again what the list shows, and by what it can be narrowed."""
        self.list.refresh()
        self.list.look_around()

    def go_to_search(self) -> None:
        """Put the cursor into the search."""
        self._close_panel()
        self.search.setFocus()
        self.search.selectAll()

    def put_cursor(self) -> None:
        """Put the cursor where one begins: into the search."""
        if not self._is_asking:
            self.search.setFocus()

    def begin_new_case(self) -> None:
        """Ask the four things for a new case."""
        self._side.setCurrentWidget(self.panel)
        self._show_side()
        self.panel.begin()

    @property
    def unsaved_panels(self) -> tuple[QWidget, ...]:
        """The part whose answers are saved only on demand, while it is open."""
        asked = self._side.currentWidget()
        return (asked,) if isinstance(asked, NewCasePanel) else ()

    def open_part(self, _name: str) -> None:
        """Open the four questions for a new case, to put answers back into them."""
        self.begin_new_case()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the side only where there is room beside the list."""
        super().resizeEvent(event)
        self._show_side()

    def _make_search(self) -> None:
        self.title = SpeakingLabel(say("Cases"), "title", self, wrap=False)
        self.count = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self.search = CaseSearch(self)
        self.new_case = SpeakingButton(say("New case"), "primary", "plus", self)
        self._opens_found = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._find)
        self.search.textChanged.connect(self._wait)
        self.search.returnPressed.connect(self._open_first)
        self.new_case.clicked.connect(self.begin_new_case)

    def _make_list(self) -> None:
        self.list = CaseList(self._place, self)
        self.table = self.list.table
        self._acts = CaseActs(self._place, self.list)
        NiqActs(self._place, self.list)
        self.list.report_panel.opened.connect(self.case_chosen)
        self.list.opened.connect(self._open)
        self.list.glanced.connect(self._glance)
        self.list.counted.connect(self._show_count)
        self.list.settings_wanted.connect(self._toggle_settings)
        self.empty = EmptyPage(
            "cases", say("There is no case yet. A first talk needs four answers, no name."), say("New case"), self
        )
        self.empty.acted.connect(self.begin_new_case)

    def _make_side(self) -> None:
        self.quick = QuickView(self)
        self._side = QStackedWidget(self)
        self.settings = ListSettings(self.list.filters.panel, self.list.column_choice, self._side)
        self._side.addWidget(self.quick)
        self._side.addWidget(self.settings)
        self._side.addWidget(self.list.report_panel)
        self.list.report_panel.shown.connect(self._show_report)
        self.list.report_panel.closed.connect(self._close_report)
        self.settings.closed.connect(self._close_settings)
        self.quick.opened.connect(self._open_current)
        self._patience = QTimer(self, singleShot=True, interval=_GLANCE)
        self._patience.timeout.connect(self._read_chosen)

    @cached_property
    def panel(self) -> NewCasePanel:
        """The four questions for a new case, beside the list in the place of the quick view."""
        panel = NewCasePanel(self._place.banner, self._side)
        self._side.addWidget(panel)
        speak_part(panel)
        panel.wanted.connect(self._start)
        panel.closed.connect(self._close_panel)
        panel.wanted_again.connect(self.begin_new_case)
        return panel

    def build(self) -> Iterator[QWidget]:
        """Build what is not seen at first."""
        yield self.panel

    def _set(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        ask = QHBoxLayout()
        ask.setSpacing(2 * STEP)
        ask.addWidget(self.search, 1)
        ask.addWidget(self.new_case)
        self._list = QStackedWidget(self)
        self._list.addWidget(self.list)
        self._list.addWidget(self.empty)
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(2 * STEP)
        left.addLayout(head)
        left.addLayout(ask)
        left.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
        row.setSpacing(3 * STEP)
        row.addWidget(self._left, 1)
        row.addWidget(self._side)

    @property
    def _is_wide(self) -> bool:
        return self.width() >= scaled(_WIDE)

    @property
    def _is_asking(self) -> bool:
        """Whether a new case is being begun."""
        return isinstance(self._side.currentWidget(), NewCasePanel)

    def _toggle_settings(self) -> None:
        if self._side.currentWidget() is self.settings:
            self._close_settings()
            return
        self._side.setCurrentWidget(self.settings)
        self._show_side()
        self.list.filters.put_cursor()

    def _close_settings(self) -> None:
        self._side.setCurrentWidget(self.quick)
        self._show_side()
        self.list.filter_button.setFocus()

    def _show_report(self) -> None:
        self._side.setCurrentWidget(self.list.report_panel)
        self._show_side()

    def _close_report(self) -> None:
        if self._side.currentWidget() is self.list.report_panel:
            self._side.setCurrentWidget(self.quick)
            self._show_side()

    def _show_side(self) -> None:
        is_asking = self._side.currentWidget() is not self.quick
        self._side.setFixedWidth(scaled(_SIDE_WIDTH) if self._is_wide else max(self.width() - 6 * STEP, 0))
        self._side.setVisible(is_asking or (self._is_wide and self._list.currentWidget() is self.list))
        self._left.setVisible(self._is_wide or not is_asking)
        has_side = self._side.isVisibleTo(self)
        self.new_case.setVisible(not self._is_asking)
        self.list.let_room(is_tight=not self._is_wide or (has_side and self.width() < scaled(_WIDEST)))

    def _close_panel(self) -> None:
        self._side.setCurrentWidget(self.quick)
        self._show_side()
        self.new_case.setFocus()

    def _hear(self, changes: Sequence[Change]) -> None:
        if self.isVisible() and any(change.area is Area.CASE for change in changes):
            self.list.refresh()

    def _wait(self) -> None:
        self._opens_found = False
        self._pause.start()

    def _find(self) -> None:
        self._pause.stop()
        self.list.ask_words(self.search.text().strip())

    def _show_count(self, count: int) -> None:
        has_none = count == 0 and self.list.query == CaseQuery()
        self._list.setCurrentWidget(self.empty if has_none else self.list)
        self._show_side()
        self.count.show_text(say_count("{count} case", "{count} cases", count=count))
        self.count.setVisible(bool(count))
        if not count:
            self.quick.clear()
        if self._opens_found:
            self._opens_found = False
            self._open_current()

    def _glance(self) -> None:
        if self._side.isVisibleTo(self):
            self._patience.start()

    def _read_chosen(self) -> None:
        row: CaseRow | None = self.table.current_row()
        if row is not None and (self.quick.case is None or self.quick.case.id != row.id):
            ask_behind(self, self._place, partial(get_case, self._place.desk, row.id), self._show_glance)

    def _show_glance(self, case: CaseFile) -> None:
        row: CaseRow | None = self.table.current_row()
        if row is not None and row.id == case.id:
            self.quick.show_case(case, self._place.desk.clock.today())

    def _open(self, row: CaseRow) -> None:
        self.case_chosen.emit(row.id, "")

    def _open_current(self) -> None:
        row: CaseRow | None = self.table.current_row()
        if row is not None:
            self._open(row)

    def _open_first(self) -> None:
        """Open the best case that the typed words find, as soon as it is found; never one that was found before."""
        if self._pause.isActive():
            self._find()
        if self.list.is_settled:
            self._open_current()
        else:
            self._opens_found = True

    def _start(self, answers: FirstAnswers) -> None:
        self.panel.start.setEnabled(False)
        self._place.background.run(
            partial(_start, self._place, answers), self._go_to_new, self._tell_problem, owner=self
        )

    def _go_to_new(self, saved: Saved) -> None:
        self.panel.start.setEnabled(True)
        self._close_panel()
        self._place.announce(saved.changes)
        self.case_chosen.emit(saved.case.id, first_page_of(saved.case))

    def _tell_problem(self, error: Exception) -> None:
        self.panel.start.setEnabled(True)
        self._place.tell_problem(error)


def _start(place: Workplace, answers: FirstAnswers, _progress: object) -> Saved:
    return start_case(place.desk, answers)

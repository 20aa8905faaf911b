"""The list of cases with all that narrows and orders it: views, filters, headings, columns, ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.case_list import CaseQuery, CaseView, FilterValues
from iq_desktop.domain.centre import Adviser
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.long_table import WINDOW, LongTable
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.case_columns import case_key, hidden_columns, screen_columns
from iq_desktop.ui.screens.parts.column_choice import ColumnChoice
from iq_desktop.ui.screens.parts.filter_bar import FilterBar
from iq_desktop.ui.screens.parts.report_panel import ReportPanel
from iq_desktop.ui.screens.parts.selection_bar import SelectionBar
from iq_desktop.ui.screens.parts.view_bar import ViewBar
from iq_desktop.usecases.case_columns import CASE_COLUMNS
from iq_desktop.usecases.case_filters import filters_of, shown_view
from iq_desktop.usecases.case_list import list_filter_values, list_views, open_list, read_rows
from iq_desktop.usecases.case_owner import who_can_take
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.case_list import ListStart
    from iq_desktop.usecases.desk import Desk

_SORTS = {column.name: column.sort for column in CASE_COLUMNS if column.sort}
_COLUMN_OF = {sort: name for name, sort in _SORTS.items()}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the list is narrowed by and named with: answers of filters, views, advisers; and who can take cases."""

    values: FilterValues
    views: Sequence[CaseView]
    advisers: Sequence[Adviser]
    takers: Sequence[Adviser]


class CaseList(QWidget):
    """The list; `opened` carries a row, `glanced` tells that another row is current, `counted` how many there are.

    `settings_wanted` asks for a place where filters and columns can be chosen.
    """

    opened = Signal(object)
    glanced = Signal()
    counted = Signal(int)
    settings_wanted = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the list without rows; `ask` or `refresh` fills it."""
        super().__init__(parent)
        self._place = place
        self.query = CaseQuery()
        self.columns: tuple[str, ...] = ()
        self.total = 0
        self._is_tight = False
        self._shown: CaseQuery | None = None
        self._search: Job | None = None
        self._advisers: dict[str, str] = {}
        self.views = ViewBar(self)
        self.filters = FilterBar(self)
        self.column_choice = ColumnChoice(self)
        self.selection = SelectionBar(self)
        self.report_panel = ReportPanel(self)
        nothing = say("Nobody found. Please try another spelling, fewer letters, or fewer filters.")
        self.table = LongTable(say("Cases"), screen_columns(self._names), case_key, nothing, self)
        self.table.setObjectName("case_list")
        self.table.let_sort()
        self._make_tools()
        self._set()
        self._bind()
        self._show_state()

    def _make_tools(self) -> None:
        self.filter_button = SpeakingButton(say("Filters"), "", "filter", self)
        self.tick_button = SpeakingButton(say("Choose"), "", "check", self)
        self.export_button = SpeakingButton(say("Save as a table"), "icon", "save", self)

    def _set(self) -> None:
        tools = FlowLayout(gap=STEP)
        tools.addWidget(self.views)
        for button in (self.filter_button, self.tick_button, self.export_button):
            tools.addWidget(button)
        self.selection.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(tools)
        lines.addWidget(self.filters)
        lines.addWidget(self.selection)
        lines.addWidget(self.table, 1)

    def _bind(self) -> None:
        self.filter_button.clicked.connect(self.settings_wanted)
        self.tick_button.clicked.connect(self._toggle_ticks)
        self.selection.ended.connect(self._toggle_ticks)
        self.views.chosen.connect(self.show_view)
        self.filters.asked.connect(self.ask)
        self.column_choice.chosen.connect(self._show_columns)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self.glanced)
        self.table.sorted_by.connect(self._sort)
        self.table.window_wanted.connect(self._read_window)
        self.table.ticked_changed.connect(self._show_ticks)

    def ask(self, query: CaseQuery) -> None:
        """Show the cases of another question from the beginning."""
        if self._search is not None:
            self._search.cancel()
        self.query = query
        self._show_state()
        work = partial(open_list, self._place.desk, query)
        self._search = ask_behind(self, self._place, work, partial(self._begin, query))

    def ask_words(self, words: str) -> None:
        """Show what words find among what is chosen; nothing happens where they are the same."""
        if words != self.query.words:
            self.ask(replace(self.query, words=words))

    def refresh(self) -> None:
        """Read again what is seen; place, choice and ticks stay."""
        work = partial(open_list, self._place.desk, self.query)
        self._search = ask_behind(self, self._place, work, partial(self._renew, self.query))

    def look_around(self) -> None:
        """Read again which languages, states, advisers and views there are."""
        ask_behind(self, self._place, partial(_look_around, self._place.desk), self._take_surroundings)

    def show_view(self, view: CaseView) -> None:
        """Show a view; words that are searched for stay."""
        self.columns = view.columns or self.columns
        self.ask(replace(view.query, words=self.query.words))

    def let_room(self, *, is_tight: bool) -> None:
        """Show fewer columns where there is little room and nobody has chosen any."""
        self._is_tight = is_tight
        self._show_state()

    @property
    def view(self) -> CaseView | None:
        """The view that is shown, or None where it is none that is kept."""
        return shown_view(self.query, self.columns, self.views.views)

    @property
    def is_settled(self) -> bool:
        """Whether the rows are those of the last question; until then they are those of the one before."""
        return self._shown == self.query

    @property
    def ticked(self) -> tuple[str, ...]:
        """The identities of the ticked cases."""
        return tuple(str(key) for key in self.table.ticked)

    def tick_all(self, case_ids: Sequence[str]) -> None:
        """Tick cases, also those that are not on the screen."""
        self.table.long_model.tick(case_ids, on=True)

    def _begin(self, query: CaseQuery, start: ListStart) -> None:
        if query != self.query:
            return
        self._search = None
        self._shown = query
        self.total = start.count
        self.table.begin_list(start.count, start.rows)
        if start.rows:
            self.table.selectRow(0)
        self.counted.emit(start.count)
        self.glanced.emit()  # the first row is current still, and another case now

    def _renew(self, query: CaseQuery, start: ListStart) -> None:
        if query != self.query:
            return
        self._shown = query
        self.total = start.count
        if not self.table.rows or start.count <= WINDOW:
            self._keep_choice(start)
        else:
            self.table.refresh_list(start.count)
        self.counted.emit(start.count)

    def _keep_choice(self, start: ListStart) -> None:
        current: CaseRow | None = self.table.current_row()
        bar = self.table.verticalScrollBar()
        place = bar.value()
        self.table.begin_list(start.count, start.rows)
        if start.rows and not (current is not None and self.table.choose(current.id)):
            self.table.selectRow(0)
        bar.setValue(place)

    def _read_window(self, start: int) -> None:
        work = partial(read_rows, self._place.desk, self.query, start)
        ask_behind(self, self._place, work, partial(self._take_window, self.query, start))

    def _take_window(self, query: CaseQuery, start: int, rows: Sequence[CaseRow]) -> None:
        if query == self.query:
            self.table.put_window(start, rows)

    def _sort(self, name: str) -> None:
        if name in _SORTS:
            self.ask(self.query.sorted_by(_SORTS[name]))

    def _show_columns(self, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self._show_state()

    def _show_state(self) -> None:
        self.filters.show_query(self.query)
        self.views.show_view(self.view, self.columns)
        hidden = hidden_columns(self.columns, is_tight=self._is_tight, has_words=bool(self.query.words))
        self.table.show_columns(hidden)
        self.column_choice.show_columns([column.name for column in CASE_COLUMNS if column.name not in hidden])
        sort, is_descending = self.query.order
        is_best_first = self.query.sort is None and bool(self.query.words)
        self.table.show_sort("" if is_best_first else _COLUMN_OF.get(sort, ""), is_descending=is_descending)

    def _toggle_ticks(self) -> None:
        is_on = self.selection.isHidden()
        self.selection.setVisible(is_on)
        self.report_panel.closed.emit()
        self.table.let_tick(on=is_on)
        self._show_ticks()

    def _show_ticks(self) -> None:
        self.selection.show_count(len(self.table.ticked))

    def _names(self) -> Mapping[str, str]:
        return self._advisers

    def _take_surroundings(self, around: Surroundings) -> None:
        self._advisers = {adviser.id: adviser.name for adviser in around.advisers}
        self.filters.show_filters(filters_of(around.values, around.advisers))
        self.views.show_views(around.views)
        self.selection.show_advisers(around.takers)
        self._show_state()


def _look_around(desk: Desk) -> Surroundings:
    return Surroundings(list_filter_values(desk), list_views(desk), desk.centres.advisers(), who_can_take(desk))

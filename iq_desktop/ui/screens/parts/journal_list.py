"""The list of entries of the journal: by what it is narrowed, its rows in windows, and the chosen entry in full."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.journal import JournalQuery, find_kind
from iq_desktop.ui.kit.choice_editors import ListEditor
from iq_desktop.ui.kit.date_editors import DayEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FieldLayout
from iq_desktop.ui.kit.long_table import LongTable
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.table import Column
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.journal_detail import JournalDetail
from iq_desktop.usecases.journal import JournalStart, list_writers, open_journal, read_entries
from iq_desktop.usecases.journal_columns import (
    ICONS,
    JOURNAL_COLUMNS,
    answer_of,
    answers_of_what,
    asked_for,
    is_narrowed,
)
from iq_desktop.usecases.journal_words import Known
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.journal import JournalLine
    from iq_desktop.ui.kit.editor import Editor
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.journal_columns import JournalColumn
    from iq_desktop.wording.tongue import Tongue

_WEIGHTS: Final = {"what": 1, "about": 2}
_HEIGHT: Final = 440
_BESIDE: Final = 1000
_DETAIL: Final = 320
_DETAIL_BELOW: Final = 168
_TIGHT: Final = 560
_TIGHTEST: Final = 460


class JournalList(QWidget):
    """Entries, newest first; of one case where `show_case` was called, else of all. `counted` tells how many."""

    counted = Signal(int)

    def __init__(self, place: Workplace, parent: QWidget | None = None, *, is_of_case: bool = False) -> None:
        """Build filters, list and detail; nothing is read before `refresh`."""
        super().__init__(parent)
        self._place, self._is_of_case = place, is_of_case
        self.query = JournalQuery()
        self._known = Known()
        self._people: tuple[Adviser, ...] = ()
        self._make_filters()
        columns = [_column(one, self) for one in JOURNAL_COLUMNS if not (is_of_case and one.name == "case")]
        nothing = say("Nothing was written down here.")
        self.table = LongTable(say("Entries of the journal"), columns, _key, nothing, self)
        self.table.setObjectName("journal_list")
        self.table.setMinimumHeight(scaled(_HEIGHT))
        self.detail = JournalDetail(self, has_case_button=not is_of_case)
        self.count = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self.filter_button = SpeakingButton(say("Filters"), "", "filter", self)
        self.clear = SpeakingButton(say("Take all filters away"), "plain", "close", self)
        self._set()
        self.table.window_wanted.connect(self._read_window)
        self.table.chosen.connect(self._show_entry)
        self.detail.case_wanted.connect(self._ask_for_case)
        self.clear.clicked.connect(self._clear)
        self.filter_button.clicked.connect(self._turn_filters)
        self._show_query()

    def _make_filters(self) -> None:
        self.who = ListEditor("journal_who", self._spoken_people, self)
        self.what = ListEditor("journal_what", self._spoken_kinds, self, is_long=True)
        self.first_day = DayEditor("journal_first_day", self)
        self.last_day = DayEditor("journal_last_day", self)
        self.editors: dict[str, Editor] = {
            "actor": self.who,
            "what": self.what,
            "first_day": self.first_day,
            "last_day": self.last_day,
        }
        for editor in self.editors.values():
            editor.committed.connect(self._take)

    def _set(self) -> None:
        self.filters = QWidget(self)
        fields = FieldLayout(self.filters, 2 * STEP)
        labels = {"actor": say("Adviser"), "what": say("What"), "first_day": say("From"), "last_day": say("Until")}
        for name, editor in self.editors.items():
            fields.add_field(FieldFrame(editor, labels[name], parent=self.filters), wide=False)
        self.filters.hide()
        tools = QHBoxLayout()
        tools.setSpacing(STEP)
        for part in (self.filter_button, self.clear, self.count):
            tools.addWidget(part)
        tools.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(2 * STEP)
        self._row.addWidget(self.table, 1)
        self._row.addWidget(self.detail)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(tools)
        lines.addWidget(self.filters)
        lines.addLayout(self._row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the entry beside or below the list."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.detail.setMinimumWidth(scaled(_DETAIL) if is_wide else 0)
        self.detail.setMinimumHeight(scaled(_DETAIL_BELOW))
        self.detail.setMaximumWidth(scaled(_DETAIL) if is_wide else 16_777_215)
        hidden = {"about", "case"} if self.width() < scaled(_TIGHT) else set()
        self.table.show_columns(hidden | ({"who"} if self.width() < scaled(_TIGHTEST) else set()))

    def show_case(self, case_id: str) -> None:
        """Show the entries of a case."""
        self.query = JournalQuery(case_id=case_id)
        self._show_query()
        self.refresh()

    def refresh(self) -> None:
        """Read again from the beginning, and who ever wrote."""
        desk = self._place.desk
        ask_behind(self, self._place, partial(list_writers, desk), self._take_people)
        ask_behind(self, self._place, partial(open_journal, desk, self.query), partial(self._begin, self.query))

    def ask(self, query: JournalQuery) -> None:
        """Show the entries of another question."""
        self.query = query
        self._show_query()
        work = partial(open_journal, self._place.desk, query)
        ask_behind(self, self._place, work, partial(self._begin, query))

    def words_of(self, column: JournalColumn, line: JournalLine, tongue: Tongue) -> str:
        """Return what a column says of an entry."""
        return column.words(line, tongue, self._known)

    def _begin(self, query: JournalQuery, start: JournalStart) -> None:
        if query != self.query:
            return
        self._known = start.known
        self.table.begin_list(start.count, start.lines)
        if start.lines:
            self.table.selectRow(0)
            self._show_entry(start.lines[0])
        else:
            self.detail.clear()
        self.count.show_text(say_count("{count} entry", "{count} entries", count=start.count))
        self.counted.emit(start.count)

    def _read_window(self, start: int) -> None:
        work = partial(read_entries, self._place.desk, self.query, start)
        ask_behind(self, self._place, work, partial(self._take_window, self.query, start))

    def _take_window(self, query: JournalQuery, start: int, lines: Sequence[JournalLine]) -> None:
        if query == self.query:
            self.table.put_window(start, lines)

    def _show_entry(self, line: JournalLine | None) -> None:
        if line is not None:
            self.detail.show_entry(line, self._known)

    def _take_people(self, people: tuple[Adviser, ...]) -> None:
        self._people = people
        speak_part(self.who)

    def _spoken_people(self, _tongue: Tongue) -> Sequence[tuple[Any, str]]:
        return [(adviser.id, adviser.name) for adviser in self._people]

    def _spoken_kinds(self, tongue: Tongue) -> Sequence[tuple[Any, str]]:
        return answers_of_what(tongue, is_of_case=self._is_of_case)

    def _take(self, value: Any) -> None:
        name = next(name for name, editor in self.editors.items() if editor is self.sender())
        if name == "what":
            self.ask(asked_for(self.query, value))
        else:
            change: dict[str, Any] = {name: "" if name == "actor" and value is None else value}
            self.ask(replace(self.query, **change))

    def _ask_for_case(self, case_id: str) -> None:
        self.ask(replace(self.query, case_id=case_id))

    def _turn_filters(self) -> None:
        self.filters.setVisible(self.filters.isHidden())
        if self.filters.isVisible():
            self.who.setFocus()

    def _clear(self) -> None:
        self.ask(JournalQuery(case_id=self.query.case_id if self._is_of_case else ""))

    def _show_query(self) -> None:
        query = self.query
        values = {"actor": query.actor or None, "what": answer_of(query)}
        for name, editor in self.editors.items():
            editor.show_value(values[name] if name in values else getattr(query, name))
        is_one_case = bool(query.case_id) and not self._is_of_case
        self.clear.setVisible(is_narrowed(query) or is_one_case)
        self.detail.show_case_button(is_offered=not is_one_case)


def _column(column: JournalColumn, owner: JournalList) -> Column:
    def words(line: Any, tongue: Tongue) -> str:
        return owner.words_of(column, line, tongue)

    mark = _mark if column.name == "what" else None
    return Column(column.name, column.title, words, _WEIGHTS.get(column.name, 0), mark)


def _mark(line: JournalLine) -> str:
    return ICONS[find_kind(line.kind).group]


def _key(line: JournalLine) -> tuple[str, int]:
    return line.key

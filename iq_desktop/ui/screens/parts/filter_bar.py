"""What narrows the list of cases: the fields of the filters, and what is chosen as chips to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.ui.kit.choice_editors import ListEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import FieldLayout, FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.case_filters import Filter, active_filters, with_filter, without_filters
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.wording.tongue import Tongue


class FilterBar(QWidget):
    """The chips; `asked` carries the question after each change. The fields are in `panel`, to be set elsewhere."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without filters; they come with `show_filters`."""
        super().__init__(parent)
        self._query = CaseQuery()
        self._filters: tuple[Filter, ...] = ()
        self.editors: dict[str, ListEditor] = {}
        self.panel = QWidget(self)
        self.panel.setObjectName("filter_panel")
        self._fields = FieldLayout(self.panel, 2 * STEP)
        self.chips = QWidget(self)
        self._flow = FlowLayout(self.chips, STEP)
        self.clear = SpeakingButton(say("Take all filters away"), "plain", parent=self.chips)
        self.clear.clicked.connect(self._clear)
        self.chips.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.chips)

    def show_filters(self, filters: Sequence[Filter]) -> None:
        """Offer these filters; editors are built once, their answers may change."""
        self._filters = tuple(filters)
        for one in filters:
            if one.name not in self.editors:
                self._add_editor(one)
        speak_part(self.panel)
        self.show_query(self._query)

    def show_query(self, query: CaseQuery) -> None:
        """Show what a question asks; never emits."""
        self._query = query
        for name, editor in self.editors.items():
            value = getattr(query, name)
            editor.show_value(None if value == "" else value)
        self._show_chips(active_filters(query, self._filters))

    def put_cursor(self) -> None:
        """Put the cursor into the first field."""
        if self.editors:
            next(iter(self.editors.values())).setFocus()

    def _add_editor(self, one: Filter) -> None:
        answers = _Answers(self, one.name)
        editor = ListEditor(one.name, answers.spoken, self.panel, is_long=one.name in ("language", "origin"))
        self.editors[one.name] = editor
        self._fields.add_field(FieldFrame(editor, one.label, parent=self.panel), wide=True)
        editor.committed.connect(self._take)
        speak_part(self.panel)

    def answers_of(self, name: str) -> tuple[tuple[Any, Text], ...]:
        """Return the answers of a filter as they are now."""
        return next((one.answers for one in self._filters if one.name == name), ())

    def _show_chips(self, active: Sequence[tuple[str, Text]]) -> None:
        wanted = [name for name, _words in active]
        shown = {chip.objectName(): chip for chip in self.chips.findChildren(SpeakingButton) if chip.objectName()}
        for name, chip in shown.items():
            if name not in wanted:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.setObjectName("")
                chip.deleteLater()
        self._flow.removeWidget(self.clear)
        for name, words in active:
            if name in shown:
                shown[name].show_text(words)
            else:
                self._add_chip(name, words)
        self._flow.addWidget(self.clear)
        self.clear.setVisible(bool(active))
        self.chips.setVisible(bool(active))
        speak_part(self.chips)

    def _add_chip(self, name: str, words: Text) -> None:
        chip = SpeakingButton(words, "", "close", self.chips)
        chip.setObjectName(name)
        chip.clicked.connect(self._drop)
        self._flow.addWidget(chip)
        chip.show()

    def _take(self, value: Any) -> None:
        self._ask(with_filter(self._query, self.sender().objectName(), value))

    def _drop(self) -> None:
        self._ask(with_filter(self._query, self.sender().objectName(), None))

    def _clear(self) -> None:
        self._ask(without_filters(self._query))

    def _ask(self, query: CaseQuery) -> None:
        self.show_query(query)
        self.asked.emit(query)


class _Answers:
    """The answers of one filter, spoken when the list is filled."""

    def __init__(self, bar: FilterBar, name: str) -> None:
        self._bar, self._name = bar, name

    def spoken(self, tongue: Tongue) -> Sequence[tuple[Any, str]]:
        """Return the answers with their words, in the order of the filter, states and languages by name."""
        pairs = [(answer, tongue.speak(words)) for answer, words in self._bar.answers_of(self._name)]
        is_by_name = self._name in ("language", "origin")
        return sorted(pairs, key=lambda pair: pair[1].casefold()) if is_by_name else pairs

"""The views of the list of cases: choose one, keep the present one under a name, take one away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.choice_editors import ListEditor, TickEditor
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, find_tongue
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.case_filters import BUILT_IN, view_name
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_list import CaseView
    from iq_desktop.wording.tongue import Tongue

_FIELD: Final = 200
_OWN: Final = "own"
"""Stands in the list for what is shown where nobody keeps it as a view."""


class ViewBar(QWidget):
    """The list of views; `chosen` and `removed` carry one, `kept` a name and whether it is for all."""

    chosen = Signal(object)
    removed = Signal(object)
    kept = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the views that are always there."""
        super().__init__(parent)
        self.setObjectName("case_view_bar")
        self.views: tuple[CaseView, ...] = BUILT_IN
        self._shown: CaseView | None = None
        self.list = ListEditor("case_view", self._spoken, self, needs_answer=True)
        measure_by_text(self.list, least_width=_FIELD)
        self.keep = SpeakingButton(say("Keep this view"), "", "star", self)
        self.remove = SpeakingButton(say("Remove this view"), "icon", "trash", self)
        self.asking = QWidget(self)
        self.name = LineEditor("view_name", self.asking)
        self.for_all = TickEditor("view_for_all", say("For the whole centre"), self.asking)
        self.save = SpeakingButton(say("Save"), "", "check", self.asking)
        self.cancel = SpeakingButton(say("Cancel"), "plain", parent=self.asking)
        self._place()
        self.list.committed.connect(self._choose)
        self.keep.clicked.connect(self._ask_name)
        self.remove.clicked.connect(self._remove)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.asking.hide)
        self.name.line.returnPressed.connect(self._save)

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.list)
        row.addWidget(self.keep)
        row.addWidget(self.remove)
        asked = QHBoxLayout(self.asking)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(STEP)
        asked.addWidget(self.name, 1)
        asked.addWidget(self.for_all)
        asked.addWidget(self.save)
        asked.addWidget(self.cancel)
        self.asking.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(row)
        lines.addWidget(self.asking)

    def show_views(self, views: Sequence[CaseView]) -> None:
        """Offer these views behind those that are always there."""
        self.views = (*BUILT_IN, *views)
        self._speak_list()

    def show_view(self, view: CaseView | None, columns: tuple[str, ...] = ()) -> None:
        """Show which view the list shows, None for one that nobody keeps, with the chosen columns; never emits."""
        if (self._shown is None) is not (view is None):
            self._shown = view
            self._speak_list()
        self._shown = view
        self.list.show_value(view.id if view else _OWN)
        self.keep.setVisible(view is None or view.columns != columns)
        self.remove.setVisible(view is not None and view not in BUILT_IN)

    def speak(self, tongue: Tongue) -> None:
        """Name list and line."""
        self.list.name_for_readers(tongue.speak(say("View")))
        words = tongue.speak(say("Name of the view"))
        self.name.name_for_readers(words)
        self.name.line.setPlaceholderText(words)

    def _spoken(self, tongue: Tongue) -> Sequence[tuple[Any, str]]:
        own = [(_OWN, tongue.speak(say("Own choice")))] if self._shown is None else []
        return [*own, *((view.id, tongue.speak(view_name(view))) for view in self.views)]

    def _speak_list(self) -> None:
        tongue = find_tongue(self)
        if tongue is not None:
            self.list.speak(tongue)

    def _choose(self, view_id: str | None) -> None:
        view = next((one for one in self.views if one.id == view_id), None)
        if view is not None:
            self.chosen.emit(view)

    def _ask_name(self) -> None:
        self.name.forget()
        self.name.show_value("")
        self.for_all.show_value(value=False)
        self.asking.show()
        self.name.setFocus()

    def _save(self) -> None:
        self.name.flush()
        words = self.name.line.text().strip()
        if not words:
            self.name.setFocus()
            return
        self.asking.hide()
        self.kept.emit(words, self.for_all.tick.isChecked())

    def _remove(self) -> None:
        if self._shown is not None:
            self.removed.emit(self._shown)

"""The way of one paper: its map, what can happen next with one press, and the single steps to correct."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.paper_move import MoveKind, PaperMove, offered_moves
from iq_desktop.forms.paper_forms import MOVE_FORM
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.journey_view import ICONS, JourneyView
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.paper_journey import move_words
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.qualification import Paper
    from iq_desktop.usecases.paper_journey import Stop

_OFFERED: Final = 4
"""Steps that are offered at once; the others come on demand."""


class MoveRow(PartRow):
    """One step of a paper, to be corrected."""

    def __init__(self, move: PaperMove, today: dt.date, parent: QWidget | None = None) -> None:
        """Build the folded line."""
        self.today = today
        super().__init__(MOVE_FORM, move, _describe, parent)


class MoveStrip(QWidget):
    """Map, acts and steps; `noted` carries what happens now, `changed` and `removed` a step."""

    noted = Signal(object)
    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, today: dt.date, parent: QWidget) -> None:
        """Build the map and the buttons."""
        super().__init__(parent)
        self.setObjectName("move_strip")
        self._today = today
        self._moves: tuple[PaperMove, ...] = ()
        self._shows_all = False
        self._paper: Paper | None = None
        self.map = JourneyView(self)
        self.question = SpeakingLabel(say("What happens with it now?"), "label", self)
        self.acts: dict[MoveKind, SpeakingButton] = {}
        self._row = FlowLayout()
        self.more = SpeakingButton(say("More …"), "plain", parent=self)
        self.edit = SpeakingButton(say("Correct the steps"), "plain", "down", self)
        self.rows = RowList(self._make_row, _show_row, self, gap=STEP)
        self.rows.hide()
        self._row.addWidget(self.more)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        for part in (self.map, self.question):
            lines.addWidget(part)
        lines.addLayout(self._row)
        lines.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.rows)
        self.more.clicked.connect(self._show_more)
        self.edit.clicked.connect(self._toggle)

    def show_way(self, paper: Paper, moves: Sequence[PaperMove], stops: Sequence[Stop]) -> None:
        """Show the way of a paper; never emits."""
        if self._paper is None or self._paper.id != paper.id:
            self._shows_all = False
        self._paper, self._moves = paper, tuple(moves)
        self.map.show_stops(stops)
        self._offer()
        self.edit.setVisible(bool(moves))
        if not self.rows.isHidden():
            self.rows.show_values(self._moves)
            self.rows.setVisible(bool(moves))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.rows.rows.values()):
            row.flush()

    def _offer(self) -> None:
        """Offer what can happen next; a button that stays keeps the cursor."""
        if self._paper is None:
            return
        offered = offered_moves(self._paper)
        shown = offered if self._shows_all else offered[:_OFFERED]
        for kind in [kind for kind in self.acts if kind not in shown]:
            button = self.acts.pop(kind)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._row.removeWidget(self.more)
        for kind in shown:
            button = self.acts.get(kind) or self._make_act(kind)
            self._row.removeWidget(button)
            self._row.addWidget(button)
        self._row.addWidget(self.more)
        self.more.setVisible(len(offered) > len(shown))

    def _make_act(self, kind: MoveKind) -> SpeakingButton:
        button = self.acts[kind] = SpeakingButton(kind.label, "", ICONS[kind], self)
        button.setObjectName(f"move_{kind.value}")
        button.clicked.connect(self._note)
        speak_part(button)
        button.show()
        return button

    def _note(self) -> None:
        pressed = self.sender()
        kind = next((kind for kind, button in self.acts.items() if button is pressed), None)
        if kind is not None and self._paper is not None:
            self.noted.emit(PaperMove(self._paper.id, kind, self._today))

    def _show_more(self) -> None:
        self._shows_all = True
        self._offer()

    def _toggle(self) -> None:
        is_shown = self.rows.isHidden()
        self.rows.setVisible(is_shown)
        self.edit.show_icon("up" if is_shown else "down")
        if is_shown:
            self.rows.show_values(self._moves)
        else:
            self.flush()

    def _make_row(self, move: PaperMove) -> MoveRow:
        row = MoveRow(move, self._today, self.rows)
        row.changed.connect(self.changed)
        row.removed.connect(self.removed)
        return row


def _describe(move: Any) -> Described:
    return Described(ICONS[move.kind], move.kind.label, move_words(move), NOTHING)


def _show_row(row: MoveRow, move: PaperMove, _number: int) -> None:
    row.show_value(move, move.problems(row.today))

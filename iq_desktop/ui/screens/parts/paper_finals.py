"""The final papers of a case: which there are, whether they hold, and where they went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.document_record import PaperWay
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.choice_card import ChoiceCard
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.final_papers import ToldPaper
from iq_desktop.wording.text import joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.document_record import Delivery
    from iq_desktop.usecases.final_papers import ToldDelivery


@dataclass(frozen=True, slots=True)
class PaperNote:
    """What somebody tells of a paper: how it left, and to whom."""

    told: ToldPaper
    way: PaperWay
    recipient: str = ""


class DeliveryRow(QWidget):
    """One thing that happened; `taken_back` carries it where it was noted by hand."""

    taken_back = Signal(object)

    def __init__(self, told: ToldDelivery, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self._delivery: Delivery = told.delivery
        self.words = SpeakingLabel(told.words, "hint", self)
        self.undo_button = SpeakingButton(say("Take back"), "icon", "undo", self)
        self.undo_button.setVisible(told.is_by_hand)
        self.undo_button.clicked.connect(self._take_back)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP)
        line.addWidget(self.words, 1)
        line.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)

    def _take_back(self) -> None:
        self.taken_back.emit(self._delivery)


class FinalRow(QWidget):
    """One final paper; what happened to it and what can be noted stands below while it is chosen."""

    chosen = Signal(object)
    noted = Signal(object)
    taken_back = Signal(object)

    def __init__(self, told: ToldPaper, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self.setObjectName(told.paper.number)
        self.told = told
        self.card = ChoiceCard("stamp", told.title, told.about, self)
        self.more = QWidget(self)
        self.given_button = SpeakingButton(say("Given to the person"), "", "person", self.more)
        self.recipient = LineEditor("recipient", self.more)
        self.sent_button = SpeakingButton(say("Note: sent"), "", "referral", self.more)
        self.deliveries = RowList(self._make_delivery, _leave, self.more, gap=STEP // 2)
        self._place()
        self.card.toggled.connect(self.more.setVisible)
        self.card.clicked.connect(self._choose)
        self.given_button.clicked.connect(self._give)
        self.sent_button.clicked.connect(self._send)
        self.more.hide()
        self.show_told(told)

    def _place(self) -> None:
        below = QVBoxLayout(self.more)
        below.setContentsMargins(STEP, 0, 0, STEP)
        below.setSpacing(STEP)
        below.addWidget(self.deliveries)
        below.addWidget(self.given_button, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(FieldFrame(self.recipient, say("Sent to"), parent=self.more))
        below.addWidget(self.sent_button, 0, Qt.AlignmentFlag.AlignLeft)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP // 2)
        lines.addWidget(self.card)
        lines.addWidget(self.more)

    def show_told(self, told: ToldPaper) -> None:
        """Show how it stands with the paper now; a name that was noted leaves its line."""
        if len(told.deliveries) > len(self.told.deliveries):
            self.recipient.forget()
            self.recipient.show_value("")
        self.told = told
        self.card.tell(told.title, joined((told.about, told.state), "\n"))
        self.deliveries.show_values(told.deliveries)

    def _make_delivery(self, told: ToldDelivery) -> DeliveryRow:
        row = DeliveryRow(told, self.deliveries)
        row.taken_back.connect(self.taken_back)
        return row

    def _choose(self) -> None:
        self.chosen.emit(self.told.paper)

    def _give(self) -> None:
        self.noted.emit(PaperNote(self.told, PaperWay.GIVEN))

    def _send(self) -> None:
        self.noted.emit(PaperNote(self.told, PaperWay.SENT, self.recipient.line.text().strip()))


class FinalList(QWidget):
    """All final papers of a case, newest first; `chosen` carries the one that shall be seen."""

    chosen = Signal(object)
    noted = Signal(object)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without papers."""
        super().__init__(parent)
        self.papers: tuple[ToldPaper, ...] = ()
        self._group = QButtonGroup(self)
        nothing = say("Nothing was made final yet. A draft becomes final with “Make final”.")
        self.nothing = SpeakingLabel(nothing, "muted", self)
        self.rows = RowList(self._make, _show, self, gap=STEP)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.nothing)
        lines.addWidget(self.rows)

    def show_papers(self, papers: Sequence[ToldPaper]) -> None:
        """Show these papers; the one that was chosen stays so."""
        self.papers = tuple(papers)
        self.nothing.setVisible(not papers)
        self.rows.show_values(papers)

    def mark(self, paper_id: str) -> None:
        """Show a paper as the chosen one; nothing happens where it is not there."""
        row = self.rows.rows.get(paper_id)
        if isinstance(row, FinalRow):
            row.card.setChecked(True)

    def _make(self, told: ToldPaper) -> FinalRow:
        row = FinalRow(told, self.rows)
        self._group.addButton(row.card)
        row.chosen.connect(self.chosen)
        row.noted.connect(self.noted)
        row.taken_back.connect(self.taken_back)
        return row


def _show(row: FinalRow, told: ToldPaper, _place: int) -> None:
    row.show_told(told)


def _leave(_row: DeliveryRow, _told: ToldDelivery, _place: int) -> None:
    """Leave a row as it is: what happened does not change."""

"""The card of signatures: whether both have signed what stands there now, signing, and every signature so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.forms.agreement_forms import PAPER_DAY
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.field_makers import make_frame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.signature_row import SignatureRow
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.usecases.agreements import is_anything_agreed, standing_of, tell_signatures
from iq_desktop.usecases.backup_words import Told
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.agreements import ToldSignature


class SignaturesCard(Card):
    """`screen_wanted`, `paper_wanted` to sign, `print_wanted` to print; `removed` carries a signature.

    `paper_wanted` carries the day on which both signed on paper.
    """

    screen_wanted = Signal()
    paper_wanted = Signal(object)
    print_wanted = Signal()
    removed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Build the card."""
        super().__init__(say("Signatures"), parent, hint=say("Signing is voluntary; nothing depends on it."))
        self.setObjectName("signatures")
        self._case_id = ""
        self._today: dt.date | None = None
        self._day: dt.date | None = None
        self.state = ToldRow(self)
        self.on_screen = SpeakingButton(say("Sign on the screen"), "primary", "agreement", self)
        self.paper_day = make_frame(PAPER_DAY, self)
        self.on_paper = SpeakingButton(say("Was signed on paper"), "", "papers", self)
        self.print_out = SpeakingButton(say("Print the agreement"), "", "print", self)
        self.rows = RowList(self._make, _show, self, gap=STEP)
        acts = FlowLayout()
        for button in (self.on_screen, self.print_out):
            acts.addWidget(button)
        on_paper = QVBoxLayout()
        on_paper.setSpacing(STEP)
        on_paper.addWidget(self.paper_day)
        on_paper.addWidget(self.on_paper, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.state)
        self.add(acts)
        self.add(on_paper)
        self.add(self.rows)
        self.on_screen.clicked.connect(self.screen_wanted)
        self.on_paper.clicked.connect(self._want_paper)
        self.paper_day.editor.committed.connect(self._take_day)
        self.print_out.clicked.connect(self.print_wanted)

    def show_case(self, case: CaseFile, today: dt.date) -> None:
        """Show how far the signing is; never emits."""
        if self._day is None or case.id != self._case_id:
            self._case_id, self._today = case.id, today
            self._show_day(today)
        told = tell_signatures(case)
        self.state.tell(Told(*standing_of(case)))
        self.rows.show_values(told)
        self.rows.setVisible(bool(told))
        can_sign = is_anything_agreed(case)
        for button in (self.on_screen, self.on_paper, self.print_out):
            button.setEnabled(can_sign)
        set_role(self.on_screen, "primary" if can_sign else "")
        self.paper_day.setVisible(can_sign)
        self.on_paper.setVisible(can_sign)

    def _show_day(self, day: dt.date) -> None:
        self._day = day
        self.paper_day.editor.show_value(day)
        self.paper_day.show_problem(None)

    def _take_day(self, day: dt.date | None) -> None:
        self._day = day or self._today
        is_later = self._day is not None and self._today is not None and self._day > self._today
        problem = Problem("paper_day", say("The day lies in the future."), Weight.WRONG)
        self.paper_day.show_problem(problem if is_later else None)

    def _want_paper(self) -> None:
        """Ask for the note, unless the day cannot be read or lies ahead."""
        can_be_read = self.paper_day.editor.flush()
        if not can_be_read or self._day is None or self._today is None or self._day > self._today:
            self.paper_day.editor.setFocus()
            return
        day = self._day
        self._show_day(self._today)
        self.paper_wanted.emit(day)

    def _make(self, told: ToldSignature) -> SignatureRow:
        row = SignatureRow(told, self.rows)
        row.removed.connect(self.removed)
        return row


def _show(row: SignatureRow, told: ToldSignature, _number: int) -> None:
    row.show_signature(told)

"""The card of signatures: whether both have signed what stands there now, signing, and every signature so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.signature_row import SignatureRow
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.usecases.agreements import is_anything_agreed, standing_of, tell_signatures
from iq_desktop.usecases.backup_words import Told
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.agreements import ToldSignature


class SignaturesCard(Card):
    """`screen_wanted`, `paper_wanted` to sign, `print_wanted` to print; `removed` carries a signature."""

    screen_wanted = Signal()
    paper_wanted = Signal()
    print_wanted = Signal()
    removed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Build the card."""
        super().__init__(say("Signatures"), parent, hint=say("Signing is voluntary; nothing depends on it."))
        self.setObjectName("signatures")
        self.state = ToldRow(self)
        self.on_screen = SpeakingButton(say("Sign on the screen"), "primary", "agreement", self)
        self.on_paper = SpeakingButton(say("Was signed on paper"), "", "papers", self)
        self.print_out = SpeakingButton(say("Print the agreement"), "", "print", self)
        self.rows = RowList(self._make, _show, self, gap=STEP)
        acts = FlowLayout()
        for button in (self.on_screen, self.on_paper, self.print_out):
            acts.addWidget(button)
        self.add(self.state)
        self.add(acts)
        self.add(self.rows)
        self.on_screen.clicked.connect(self.screen_wanted)
        self.on_paper.clicked.connect(self.paper_wanted)
        self.print_out.clicked.connect(self.print_wanted)

    def show_case(self, case: CaseFile) -> None:
        """Show how far the signing is; never emits."""
        told = tell_signatures(case)
        self.state.tell(Told(*standing_of(case)))
        self.rows.show_values(told)
        self.rows.setVisible(bool(told))
        can_sign = is_anything_agreed(case)
        for button in (self.on_screen, self.on_paper, self.print_out):
            button.setEnabled(can_sign)

    def _make(self, told: ToldSignature) -> SignatureRow:
        row = SignatureRow(told, self.rows)
        row.removed.connect(self.removed)
        return row


def _show(row: SignatureRow, told: ToldSignature, _number: int) -> None:
    row.show_signature(told)

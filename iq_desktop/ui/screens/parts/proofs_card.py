"""Tests and certificates of the language that is chosen, and the buttons that add one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from iq_desktop.domain.language_skill import AssessedBy
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.language_proof import LanguageProof
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.languages import PROOFS
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.language_skill import LanguageSkill


class ProofsCard(Card):
    """The proofs of one language; `wanted` carries the side of which one shall be added."""

    wanted = Signal(object)
    changed = Signal(object)
    removed = Signal(object)
    picked = Signal(object, object, object)
    overall = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        """Build the list and both buttons."""
        super().__init__(
            say("Test and certificate"), parent, hint=say("A certificate counts first, then a test, then what you see.")
        )
        self.list = RowList(self._make, _show_proof, self, gap=STEP)
        self.buttons = {
            AssessedBy.TEST: SpeakingButton(say("Add a test"), "", "plus", self),
            AssessedBy.CERTIFICATE: SpeakingButton(say("Add a certificate"), "", "plus", self),
        }
        row = FlowLayout(gap=STEP)
        for side, button in self.buttons.items():
            button.setObjectName(side.value)
            button.clicked.connect(self._want)
            row.addWidget(button)
        self.add(self.list)
        self.add(row)

    def show_language(self, code: str, skills: tuple[LanguageSkill, ...]) -> None:
        """Show the proofs of a language; never emits."""
        mine = tuple(one for one in skills if one.language == code and one.assessed_by in PROOFS)
        self.list.show_values(mine)
        self.list.setVisible(bool(mine))
        there = {one.assessed_by for one in mine}
        for side, button in self.buttons.items():
            button.setVisible(side not in there)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.list.rows.values()):
            row.fields.flush()

    def put_cursor(self, proof_id: str) -> None:
        """Put the cursor into the name of a proof; nothing happens where it is not there."""
        row = self.list.rows.get(proof_id)
        if row is not None:
            row.fields.frames["proof"].editor.setFocus()

    def _make(self, proof: Any) -> LanguageProof:
        row = LanguageProof(proof, self.list)
        for mine, its in (
            (self.changed, row.changed),
            (self.removed, row.removed),
            (self.picked, row.picked),
            (self.overall, row.overall),
        ):
            its.connect(mine)
        return row

    def _want(self) -> None:
        self.wanted.emit(AssessedBy.of(self.sender().objectName()))


def _show_proof(row: LanguageProof, proof: LanguageSkill, _number: int) -> None:
    row.show_value(proof)

"""The consents of a person as rights: what is given, what was withdrawn, and what that stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from iq_desktop.documents.withdrawal_paper import has_withdrawals
from iq_desktop.domain.consent import Purpose
from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.consent_row import ConsentRow
from iq_desktop.ui.screens.parts.told_list import ToldList
from iq_desktop.usecases.rights_words import tell_stops
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile


class RightsConsents(Card):
    """One row for each purpose; `withdrawn` carries it, `giving_wanted` leads to where consents are given.

    `paper_wanted` asks for the confirmation of what was withdrawn, which nothing stops.
    """

    withdrawn = Signal(object)
    giving_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build rows and button."""
        hint = say("What a person withdraws is refused at once: on the screen, on paper, in tables and in reminders.")
        super().__init__(say("Consents and what they stop"), parent, hint=hint)
        self.stops = ToldList(self)
        self.add(self.stops)
        self.rows = {purpose: ConsentRow(purpose, self) for purpose in Purpose}
        for purpose, row in self.rows.items():
            row.setObjectName(f"rights_consent_{purpose.value}")
            self.add(line(self))
            self.add(row)
            row.withdrawn.connect(self.withdrawn)
        self.give_button = SpeakingButton(say("Give a consent"), "", "contact", self)
        self.give_button.clicked.connect(self.giving_wanted)
        self.paper_button = SpeakingButton(say("Print the withdrawal"), "", "print", self)
        self.paper_button.setObjectName("print_withdrawal")
        self.paper_button.clicked.connect(self.paper_wanted)
        buttons = FlowLayout(gap=STEP)
        for button in (self.give_button, self.paper_button):
            buttons.addWidget(button)
        self.add(buttons)

    def show_case(self, case: CaseFile) -> None:
        """Show what a case holds and what is stopped; never emits."""
        self.stops.tell(tell_stops(case))
        self.paper_button.setVisible(has_withdrawals(case))
        for row in self.rows.values():
            had_focus = row.withdraw_button.hasFocus()
            row.show_consents(case.consents)
            row.give_button.hide()
            if had_focus and row.withdraw_button.isHidden():
                self.give_button.setFocus()

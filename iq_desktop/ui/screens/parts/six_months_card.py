"""Half a year after the end: what has become of it, noted with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from iq_desktop.domain.talk import CounsellingResult
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.follow_up import is_time_to_ask, may_ask_later
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile


class SixMonthsCard(Card):
    """The question with one button for each answer; `told` carries a result, `later` puts the question off."""

    told = Signal(object)
    later = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the buttons."""
        super().__init__(
            say("Half a year later: what has become of it?"),
            parent,
            hint=say("One press notes it, with the day of today. Below it can be changed."),
        )
        self.setObjectName("six_months")
        told = say("The consent to ask again is not there. Ask for it first, on the page Contact.")
        self.no_consent = SpeakingLabel(told, "warn", self)
        self.add(self.no_consent)
        row = FlowLayout(gap=STEP)
        self.buttons = {one: SpeakingButton(one.label, "", "", self) for one in CounsellingResult}
        for result, button in self.buttons.items():
            button.setObjectName(f"six_months_{result.value}")
            button.clicked.connect(self._tell)
            row.addWidget(button)
        self.add(row)
        self.ask_later = SpeakingButton(say("Ask again in four weeks"), "plain", "clock", self)
        self.ask_later.setObjectName("ask_later")
        self.ask_later.clicked.connect(self.later)
        self.body.addWidget(self.ask_later, 0, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, case: CaseFile, today: dt.date) -> None:
        """Show the question where it is time for it; never emits."""
        self.setVisible(is_time_to_ask(case, today))
        self.no_consent.setVisible(not may_ask_later(case))

    def go_to_first(self) -> None:
        """Put the focus on the first answer."""
        next(iter(self.buttons.values())).setFocus()

    def _tell(self) -> None:
        pressed = self.sender()
        self.told.emit(next(result for result, button in self.buttons.items() if button is pressed))

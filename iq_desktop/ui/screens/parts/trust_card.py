"""The honest page: what the program promises, what it cannot do, and what to do about this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.usecases.computer_safety import Computer, advise
from iq_desktop.usecases.trust import LIMITS, NOT_YET, PROMISES
from iq_desktop.wording.text import Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.ui.shell.workplace import Workplace


class TrustCard(Card):
    """Heading and hint, and behind a button all there is to read; built when somebody wants to read it."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the folded card."""
        hint = say("Ten promises, what the program cannot do, and what you can do about this computer.")
        super().__init__(say("What you can rely on"), parent, hint=hint)
        self._place = place
        self.page: QWidget | None = None
        self.read_button = SpeakingButton(say("Read"), parent=self)
        self.read_button.clicked.connect(self.turn)
        self.head.addWidget(self.read_button)

    def turn(self) -> None:
        """Show or hide the page."""
        if self.page is None:
            ask_behind(self, self._place, self._place.desk.watch.computer, self.show_page)
            return
        self.page.setVisible(self.page.isHidden())
        self._name_button()

    def show_page(self, computer: Computer) -> None:
        """Build the page for what is known of the computer, and show it."""
        if self.page is not None:
            return
        self.page = QWidget(self)
        lines = QVBoxLayout(self.page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        self._add_pairs(lines, say("What the program promises"), PROMISES, is_counted=True)
        lines.addWidget(line(self.page))
        self._add_pairs(lines, say("What the program cannot do"), LIMITS, is_counted=False)
        lines.addWidget(line(self.page))
        lines.addWidget(SpeakingLabel(say("What you can do about this computer"), "heading", self.page))
        for text in advise(computer):
            lines.addWidget(SpeakingLabel(text, "", self.page))
        self.add(self.page)
        self.page.show()
        speak_part(self.page)
        self._name_button()

    def _add_pairs(
        self, lines: QVBoxLayout, heading: Text, pairs: Sequence[tuple[Text, Text]], *, is_counted: bool
    ) -> None:
        lines.addWidget(SpeakingLabel(heading, "heading", self.page))
        for number, (title, text) in enumerate(pairs, 1):
            named = say("{number}. {title}", number=as_it_is(str(number)), title=title) if is_counted else title
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(SpeakingLabel(named, "strong", self.page))
            pair.addWidget(SpeakingLabel(text, "", self.page))
            if is_counted and number in NOT_YET:
                pair.addWidget(SpeakingLabel(say("This version does not have it yet."), "hint", self.page))
            lines.addLayout(pair)

    def _name_button(self) -> None:
        is_shown = self.page is not None and not self.page.isHidden()
        self.read_button.show_text(say("Close") if is_shown else say("Read"))

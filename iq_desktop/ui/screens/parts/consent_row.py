"""The consent to one purpose: whether it is given, since when and how, and what was withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.side_row import SideRow
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.consent import Consent
    from iq_desktop.wording.tongue import Tongue


class ConsentRow(SideRow):
    """One purpose; `given` and `withdrawn` carry it."""

    given = Signal(object)
    withdrawn = Signal(object)

    def __init__(self, purpose: Purpose, parent: QWidget | None = None) -> None:
        """Build the row; the consent without which there is no case file stands out while it is missing."""
        super().__init__(parent)
        self.setObjectName(f"consent_{purpose.value}")
        self._purpose = purpose
        self._consents: tuple[Consent, ...] = ()
        self._mark = Mark("open", self, 20)
        self._name = SpeakingLabel(purpose.label, "strong", self)
        self.state = SpeakingLabel(NOTHING, "hint", self)
        self.earlier = SpeakingLabel(NOTHING, "hint", self)
        role = "primary" if purpose is Purpose.COUNSELLING else ""
        self.give_button = SpeakingButton(say("Consent given"), role, "check", self)
        self.withdraw_button = SpeakingButton(say("Withdraw"), "plain", "close", self)
        self.give_button.clicked.connect(self._give)
        self.withdraw_button.clicked.connect(self._withdraw)
        self._place()

    def _place(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._name, self.state, self.earlier):
            words.addWidget(label)
        mark = QVBoxLayout()
        mark.addSpacing(2)
        mark.addWidget(self._mark)
        mark.addStretch(1)
        marked = QHBoxLayout()
        marked.setSpacing(2 * STEP - 4)
        marked.addLayout(mark)
        marked.addLayout(words, 1)
        self.fill(marked, self.give_button, self.withdraw_button)

    def show_consents(self, consents: tuple[Consent, ...]) -> None:
        """Show what the case holds for this purpose."""
        mine = tuple(consent for consent in consents if consent.purpose is self._purpose)
        self._consents = mine
        is_given = valid_consent(mine, self._purpose) is not None
        had_focus = self.give_button.hasFocus() or self.withdraw_button.hasFocus()
        self.give_button.setVisible(not is_given)
        self.withdraw_button.setVisible(is_given)
        if had_focus:
            (self.withdraw_button if is_given else self.give_button).setFocus()
        self._mark.show_kind("good" if is_given else "open")
        set_role(self.state, "good" if is_given else "hint")
        self._say()

    def speak(self, tongue: Tongue) -> None:
        """Tell the state with the language's name, and name both buttons with their purpose."""
        given = valid_consent(self._consents, self._purpose)
        self.state.show_text(_state(given, tongue))
        gone = [consent for consent in self._consents if not consent.is_valid]
        self.earlier.show_text(as_it_is("\n".join(tongue.speak(_earlier(one)) for one in gone)))
        self.earlier.setVisible(bool(gone))
        purpose = tongue.speak(self._purpose.label)
        for button in (self.give_button, self.withdraw_button):
            button.setAccessibleDescription(purpose)

    def _say(self) -> None:
        if find_tongue(self) is not None:
            speak_part(self)

    def _give(self) -> None:
        self.given.emit(self._purpose)

    def _withdraw(self) -> None:
        self.withdrawn.emit(self._purpose)


def _state(given: Consent | None, tongue: Tongue) -> Text:
    if given is None:
        return say("Not given")
    return say(
        "Given on {date} · {manner} · {language} · wording of {version}",
        date=given.given_on,
        manner=given.manner.label,
        language=tongue.language_name(given.language),
        version=given.wording_version,
    )


def _earlier(consent: Consent) -> Text:
    if consent.withdrawn_on is None:
        return NOTHING
    return say(
        "Given on {date} ({manner}), withdrawn on {end}",
        date=consent.given_on,
        manner=consent.manner.label,
        end=consent.withdrawn_on,
    )

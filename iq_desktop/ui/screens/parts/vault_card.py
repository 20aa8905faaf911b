"""The card of the vault: when it was last checked, what is wrong with it or its place, and checking it now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from iq_desktop.domain.changes import Area
from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.usecases.vault_watch import VaultState, check_vault, look_at_vault
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.vault_health import VaultCheck
    from iq_desktop.wording.tongue import Tongue


class VaultCard(Card):
    """How the vault is; the check runs behind the window and can be stopped like every long work."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the card."""
        hint = say(
            "At every start the program looks at each page of the vault, and once a week at everything: pages, tables, "
            "search index, journal, catalogues. You can go on working meanwhile."
        )
        super().__init__(say("Is the vault sound?"), parent, hint=hint)
        self._place = place
        self._job: Job | None = None
        self.state = SpeakingLabel(NOTHING, "strong", self)
        self.warnings = [Banner(self), Banner(self)]
        self.working = SpeakingLabel(NOTHING, "hint", self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.check_button = SpeakingButton(say("Check now"), parent=self)
        self.check_button.clicked.connect(self.check)
        self.head.addWidget(self.check_button)
        lines = QVBoxLayout()
        lines.setSpacing(STEP)
        for part in (self.state, *self.warnings, self.working, self.progress):
            lines.addWidget(part)
        self.add(lines)
        for warning in self.warnings:
            warning.close_button.hide()
        self._set_busy(is_busy=False)
        place.changes.announced.connect(self._hear)
        place.background.progressed.connect(self._step)
        place.background.ended.connect(self._end)

    def speak(self, tongue: Tongue) -> None:
        """Name the bar for screen readers."""
        self.progress.setAccessibleName(tongue.speak(say("Checking the vault")))

    def refresh(self) -> None:
        """Look again how the vault is."""
        ask_behind(self, self._place, partial(look_at_vault, self._place.desk), self.show_state)

    def show_state(self, state: VaultState) -> None:
        """Show the last check and what is wrong."""
        self.state.show_text(_words_of(state))
        for banner in self.warnings:
            banner.hide()
        for banner, (text, advice) in zip(self.warnings, state.warnings, strict=False):
            banner.tell(text, "danger", advice)
            banner.close_button.hide()

    def check(self) -> None:
        """Check everything behind the window."""
        if self._job is None:
            self._set_busy(is_busy=True)
            work, title = partial(check_vault, self._place.desk), say("Checking the vault")
            self._job = self._place.background.run(
                work, self._take, partial(tell_failure, self._place), title=title, owner=self
            )

    def _take(self, answer: tuple[VaultCheck, tuple[Change, ...]]) -> None:
        self._place.announce(answer[1])
        self.refresh()

    def _hear(self, changes: Sequence[Change]) -> None:
        if self.isVisible() and any(change.area is Area.VAULT for change in changes):
            self.refresh()

    def _step(self, job: Job, done: int, total: int | None, text: Text) -> None:
        if job is self._job:
            self.working.show_text(text)
            self.progress.setRange(0, total or 0)
            self.progress.setValue(done)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._set_busy(is_busy=False)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.check_button.setEnabled(not is_busy)
        self.working.setVisible(is_busy)
        self.progress.setVisible(is_busy)


def _words_of(state: VaultState) -> Text:
    if state.last is None:
        return say("Not checked yet. The first check runs by itself in the next minutes.")
    day = state.last.checked_at.astimezone().date()
    if state.last.is_sound:
        return say("Last checked on {day}: everything is in order.", day=day)
    return say("Last checked on {day}: damaged.", day=day)

"""The card of a new key: offered when somebody has left, made behind the window, with progress and a way to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.screens.parts.access_cards import add_password_line, check_present
from iq_desktop.ui.screens.parts.unfolding_card import UnfoldingCard
from iq_desktop.usecases.keys import give_new_key
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.text import Text


class NewKeyCard(UnfoldingCard):
    """Encrypts everything anew while the adviser goes on working."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the folded card and listen to the work."""
        hint = say(
            "For the day when somebody has left, or when a copy of the vault may be in other hands. Everything is "
            "encrypted anew; all passwords and codes stay as they are."
        )
        super().__init__(place, say("Key of the vault"), hint, say("Take a new key"), parent)
        self._job: Job | None = None
        place.background.progressed.connect(self._step)
        place.background.ended.connect(self._look_for_stop)

    def offer(self, name: str) -> None:
        """Offer a new key because somebody has left; nothing happens before it is wanted."""
        if self._job is None:
            self._reason = say("{name} may still know the old key. With a new one it opens nothing.", name=name)
            self.unfold()

    def put_cursor(self) -> None:
        """Begin with one's own password."""
        self.present.setFocus()

    def fold(self) -> None:
        """Hide the form; whoever opens it next time has reasons of their own."""
        super().fold()
        self._reason = NOTHING

    def _fields(self, lines: QVBoxLayout) -> None:
        self.reason = SpeakingLabel(NOTHING, "strong", self)
        self.course = SpeakingLabel(
            say("You can go on working meanwhile. If it is interrupted, the old key stays and nothing is lost."),
            "",
            self,
        )
        lines.addWidget(self.reason)
        lines.addWidget(self.course)
        self.present = add_password_line(self, lines, say("Your own password"))
        self.present.entered.connect(self.go_on)

    def _begin(self) -> None:
        self.reason.show_text(self._reason)
        self.reason.setVisible(self._reason is not NOTHING)
        self.go_button.show_text(say("Encrypt anew"))
        self.cancel_button.show_text(say("Not now"))

    def _forget(self) -> None:
        self.present.clear()

    def _go_on(self) -> None:
        check_present(self.present)
        work = partial(give_new_key, self._place.desk, self.present.words)
        self._set_busy(is_busy=True)
        self._job = self._place.background.run(
            work, self._take, self._refuse, title=say("Encrypting with the new key"), owner=self
        )

    def _take(self, _answer: None) -> None:
        self._set_busy(is_busy=False)
        self._finish(
            say("The vault has a new key."), say("Passwords and codes stay as they are. The old key opens nothing.")
        )

    def _step(self, job: Job, done: int, total: int | None, text: Text) -> None:
        if job is self._job and not job.is_cancelled:
            self.working.show_text(text)
            self.progress.setRange(0, total or 0)
            self.progress.setValue(min(done, total) if total else 0)

    def _look_for_stop(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.is_cancelled:
            self._set_busy(is_busy=False)
            self.fold()
            self.note.tell(say("Stopped. Nothing was changed."), "info")

    def _cancel(self) -> None:
        if self._job is None:
            super()._cancel()
            return
        self._job.cancel()
        self.working.show_text(say("Stopping …"))
        self.cancel_button.setEnabled(False)

    def _set_busy(self, *, is_busy: bool) -> None:
        """Let the work be stopped while it runs."""
        super()._set_busy(is_busy=is_busy)
        if self.form is None:
            return
        self.form.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self.cancel_button.show_text(say("Stop") if is_busy else say("Not now"))
        for part in (self.present, self.go_button):
            part.setEnabled(not is_busy)
        if not is_busy:
            self.progress.setRange(0, 0)
            self.working.show_text(say("One moment please. It is slow so that guessing is."))

    _reason: Text = NOTHING

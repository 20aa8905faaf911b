"""A card that shows its form only when somebody wants it, and forgets what was typed as soon as it is folded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import HeadLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.half_typed import KEEPING, NEVER
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress

T = TypeVar("T")


class UnfoldingCard(Card):
    """Heading, hint and a button in `acts`; behind it a form with its own messages and its own buttons."""

    def __init__(self, place: Workplace, heading: Text, hint: Text, act: Text, parent: QWidget) -> None:
        """Build the folded card; the form is made when it is first asked for."""
        super().__init__(heading, parent, hint=hint)
        self.setProperty(KEEPING, NEVER)
        self._place = place
        self.form: QWidget | None = None
        self.present_label: QWidget | None = None
        self.open_button = SpeakingButton(act, parent=self)
        self.open_button.clicked.connect(self.unfold)
        self.acts = HeadLayout()
        self.head.removeWidget(self.heading)
        self.head.addLayout(self.acts, 1)
        for part in (self.heading, self.open_button):
            self.acts.addWidget(part)
        self.note = Banner(self)
        self.add(self.note)

    def unfold(self) -> None:
        """Show the form, empty, with the cursor where one begins."""
        self.note.clear()
        if self.form is None:
            self.form = self._build()
            self.body.insertWidget(self.body.indexOf(self.note), self.form)
            speak_part(self.form)
        self.open_button.hide()
        self._begin()
        self._set_busy(is_busy=False)
        self.form.show()
        self.put_cursor()
        self._bring_into_sight()

    def fold(self) -> None:
        """Hide the form and forget what was typed."""
        if self.form is not None:
            self._forget()
            self.form.hide()
        self.open_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no password behind on a page that was left."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._is_busy:
            self.note.clear()
            self.fold()

    def put_cursor(self) -> None:
        """Put the cursor where one begins to type."""

    def _fields(self, lines: QVBoxLayout) -> None:
        """Put the fields of the form into its lines."""
        raise NotImplementedError

    def _begin(self) -> None:
        """Prepare the form before it is shown."""

    def _forget(self) -> None:
        """Empty every field."""
        raise NotImplementedError

    def _go_on(self) -> None:
        """Do what the form is for; raises IqError for what is missing."""
        raise NotImplementedError

    def _build(self) -> QWidget:
        form = QWidget(self)
        lines = QVBoxLayout(form)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        self._fields(lines)
        self.go_button = SpeakingButton(say("Save"), "primary", parent=form)
        self.cancel_button = SpeakingButton(say("Cancel"), "", parent=form)
        self.working = SpeakingLabel(say("One moment please. It is slow so that guessing is."), "hint", form)
        self.progress = QProgressBar(form)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.go_button.clicked.connect(self.go_on)
        self.cancel_button.clicked.connect(self._cancel)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        lines.addSpacing(STEP)
        lines.addWidget(self.working)
        lines.addWidget(self.progress)
        lines.addLayout(buttons)
        return form

    def go_on(self) -> None:
        """Take the next step where the form is answered; else say what is missing."""
        if self._is_busy:
            return
        self.note.clear()
        try:
            self._go_on()
        except IqError as error:
            self._tell(error)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do slow work behind the window; the form waits."""
        self._set_busy(is_busy=True)
        self._place.background.run(partial(_without_progress, work), partial(self._end, done), self._refuse, owner=self)

    def _end(self, done: Callable[[T], None], answer: T) -> None:
        self._set_busy(is_busy=False)
        done(answer)

    def _finish(self, text: Text, advice: Text = NOTHING) -> None:
        """Fold the card and say what was reached, where the eye is."""
        self.fold()
        self.note.tell(text, "good", advice)
        if self.isVisible():
            self.open_button.setFocus()
        else:
            self._place.banner.tell(text, "good", advice)

    def _refuse(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        if not isinstance(error, IqError):
            raise error
        self._tell(error)

    def _tell(self, error: IqError) -> None:
        self.note.tell_error(error)
        if self.isVisible():
            self.put_cursor()
        else:
            self.fold()
            self._place.banner.tell_error(error)

    def _cancel(self) -> None:
        self.note.clear()
        self.fold()
        self.open_button.setFocus()

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        if self.form is not None:
            self.working.setVisible(is_busy)
            self.progress.setVisible(is_busy)
            self.form.setEnabled(not is_busy)

    def _bring_into_sight(self) -> None:
        """Scroll to the form once it has its place."""
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.form is not None and self.form.isVisible():
            above.ensureWidgetVisible(self.go_button, 0, 3 * STEP)
            above.ensureWidgetVisible(self.heading, 0, 2 * STEP)  # where both have no room, one begins at the top

    _is_busy = False


def _without_progress(work: Callable[[], T], progress: Progress) -> T:
    del progress
    return work()

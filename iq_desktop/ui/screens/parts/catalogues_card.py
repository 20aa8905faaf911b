"""The card of catalogues: which are there, and taking in another one as work behind the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.catalogue_row import CatalogueRow, title_words
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.course_sources import has_name
from iq_desktop.usecases.importing import catalogues_there, remove_catalogue, renew_catalogue, take_in_catalogue
from iq_desktop.wording.text import joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.text import Text

_ANSWERS: Final = FileKind(say("Saved answers"), ("*.json", "*.zip"))
_KINDS: Final = FileKind(say("Catalogues"), ("*.zip", "*.csv", "*.txt", "*.xml", "*.json", "*.xlsx"))


class CataloguesCard(Card):
    """The catalogues; `finished` after one was taken in or stopped."""

    finished = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the list and both ways in."""
        hint = say(
            "ESCO, KldB 2010, postal codes, course catalogues (open-Qcat) and saved answers of the Agency's course "
            "searches (JSON), as they are. Taking one in again brings it up to date. A damaged file changes nothing."
        )
        searches = say(
            "Saved searches add up: each file is a catalogue of its own, named after the file and its search. An offer "
            "that several of them brought is found once, as the newest has it."
        )
        super().__init__(say("Catalogues"), parent, hint=hint)
        self._place = place
        self._job: Job | None = None
        self._pressed: SpeakingButton | None = None
        self.rows: list[CatalogueRow] = []
        self.nothing = SpeakingLabel(say("Nothing was taken in yet."), "muted", self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(STEP)
        self.take_file = SpeakingButton(say("Take in a file"), "primary", "import", self)
        self.take_folder = SpeakingButton(say("Take in a folder"), "", "import", self)
        self.take_file.clicked.connect(self._ask_file)
        self.take_folder.clicked.connect(self._ask_folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.take_file)
        buttons.addWidget(self.take_folder)
        buttons.addStretch(1)
        self.add(SpeakingLabel(searches, "hint", self))
        self.add(self.nothing)
        self.add(self._lines)
        self.add(line(self))
        self.add(buttons)
        place.background.ended.connect(self._end)

    def refresh(self) -> None:
        """Read again which catalogues are there."""
        ask_behind(self, self._place, partial(catalogues_there, self._place.desk), self.show_states)

    def show_states(self, states: Sequence[CatalogueState]) -> None:
        """Show these catalogues; open reports of those that stayed the same stay open."""
        self.nothing.setVisible(not states)
        if [row.state for row in self.rows] == list(states):
            return
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [CatalogueRow(state, self) for state in states]
        for row in self.rows:
            row.renewed.connect(self._ask_again)
            row.removed.connect(self._remove)
            self._lines.addWidget(row)
            speak_part(row)

    def take_in(self, path: Path, renewed: CatalogueState | None = None) -> None:
        """Take in a file or folder behind the window; `renewed` is the saved search in whose place it comes."""
        self._set_busy(is_busy=True)
        self._place.banner.clear()
        desk = self._place.desk
        work = (
            partial(take_in_catalogue, desk, path) if renewed is None else partial(renew_catalogue, desk, renewed, path)
        )
        title = say("Taking in {name}", name=path.name)
        self._job = self._place.background.run(work, self._take, self._place.tell_problem, title=title, owner=self)

    def _ask_again(self, state: CatalogueState) -> None:
        path = self._place.ask.which_file(say("Which file has the newer answer?"), _ANSWERS)
        if path is not None:
            self.take_in(path, state)

    def _remove(self, state: CatalogueState) -> None:
        told = say("Taken away: {name}", name=title_words(state))
        ask_behind(
            self, self._place, partial(remove_catalogue, self._place.desk, state), partial(self._tell_gone, told)
        )

    def _tell_gone(self, told: Text, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self._place.banner.tell(told)
        self.refresh()

    def _ask_file(self) -> None:
        path = self._place.ask.which_file(say("Which catalogue?"), _KINDS)
        if path is not None:
            self.take_in(path)

    def _ask_folder(self) -> None:
        path = self._place.ask.which_folder(say("In which folder does the catalogue lie?"))
        if path is not None:
            self.take_in(path)

    def _take(self, answer: tuple[CatalogueState, tuple[Change, ...]]) -> None:
        state, changes = answer
        self._place.announce(changes)
        skipped = sum(one.count for one in state.skipped)
        kind = title_words(state)
        if skipped:
            text = say(
                "Taken in: {kind}. Rows left out: {count}; the report stands beside it.", kind=kind, count=skipped
            )
        elif has_name(state):
            brought = joined([say("{count} {what}", count=count, what=what) for what, count in state.counts], ", ")
            text = say("Taken in: {kind} ({brought}).", kind=kind, brought=brought)
        else:
            text = say("Taken in: {kind}. Nothing was left out.", kind=kind)
        self._place.banner.tell(text)
        self.refresh()

    def _end(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        self._set_busy(is_busy=False)
        if job.is_cancelled:
            self._place.banner.tell(say("Stopped. Nothing was changed."), "info")
        self.finished.emit()

    def _set_busy(self, *, is_busy: bool) -> None:
        """Let nothing else be taken in meanwhile; the focus waits for its button instead of going on to another."""
        buttons = (self.take_file, self.take_folder)
        for row in self.rows:
            row.set_busy(is_busy=is_busy)
        if is_busy:
            self._pressed = next((one for one in buttons if one is self.window().focusWidget()), None)
            if self._pressed is not None:
                self._pressed.clearFocus()
        for button in buttons:
            button.setEnabled(not is_busy)
        if not is_busy and self._pressed is not None and self.window().focusWidget() is None:
            self._pressed.setFocus()

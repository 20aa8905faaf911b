"""The card from which a person gets a copy of all data: on paper, as a PDF, as a file for taking along."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import TickEditor
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.ui.screens.parts.paper_choice import PAPER_LANGUAGE
from iq_desktop.ui.screens.parts.rights_paper_out import print_paper, save_paper
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.printing import client_paper_language
from iq_desktop.usecases.rights import copy_of_person, linked_cases, save_copy
from iq_desktop.usecases.rights_papers import print_copy
from iq_desktop.wording.text import NOTHING, LanguageName, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton, QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.rights_papers import RightsPaper
    from iq_desktop.wording.tongue import Tongue

JSON: Final = FileKind(say("File for other programs (JSON)"), ("*.json",))
_TITLE: Final = say("Copy of all data")


class CopyCard(Card):
    """Everything that is kept about a person; `journal_wanted` leads to who saw it."""

    journal_wanted = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the sentence about other cases and the buttons."""
        hint = say("All that is kept, who saw it, why and how long. Handing it over is noted in the journal.")
        super().__init__(_TITLE, parent, hint=hint)
        self._place = place
        self._case: CaseFile | None = None
        self._linked: Mapping[str, str] = {}
        self._job: Job | None = None
        self._pressed: QPushButton | None = None
        self.also = SpeakingLabel(NOTHING, "", self)
        self.with_linked = TickEditor("with_linked", say("Take them into the copy"), self)
        self.with_linked.show_value(True)
        self.print_button = SpeakingButton(say("Print"), "primary", "print", self)
        self.save_button = SpeakingButton(say("Save as PDF …"), "", "save", self)
        self.file_button = SpeakingButton(say("Save for taking along …"), "", "save", self)
        self.journal_button = SpeakingButton(say("Who saw it"), "plain", "clock", self)
        buttons = FlowLayout(gap=STEP)
        for button in self._buttons:
            buttons.addWidget(button)
        self.head.addWidget(self.journal_button)
        for part in (self.also, self.with_linked, buttons):
            self.add(part)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.file_button.clicked.connect(self._save_file)
        self.journal_button.clicked.connect(self.journal_wanted)
        place.background.ended.connect(self._end)
        self._show_linked({})

    @property
    def _buttons(self) -> tuple[SpeakingButton, ...]:
        return (self.print_button, self.save_button, self.file_button)

    def show_case(self, case: CaseFile) -> None:
        """Offer the copy of the person of a case; other cases of the same person are looked up."""
        self._case = case
        language = client_paper_language(case, PAPER_LANGUAGE)
        both = say("Print in German and {language}", language=LanguageName(language)) if language else say("Print")
        self.print_button.show_text(both)

    def look_up(self) -> None:
        """Look up which other cases are about the same person."""
        if self._case is not None:
            ask_behind(self, self._place, partial(linked_cases, self._place.desk, self._case.id), self._show_linked)

    def _show_linked(self, linked: Mapping[str, str]) -> None:
        self._linked = linked
        self.also.show_text(say("Linked as the same person: case {numbers}", numbers=", ".join(linked.values())))
        self.also.setVisible(bool(linked))
        self.with_linked.setVisible(bool(linked))

    def _wanted(self, case: CaseFile) -> tuple[str, ...]:
        return (case.id, *(self._linked if self.with_linked.tick.isChecked() else ()))

    def _print(self) -> None:
        if self._case is not None:
            self._follow(print_paper(self, self._place, self._maker(self._case)))

    def _save(self) -> None:
        if self._case is not None:
            name = f"{self._case.number}-copy-of-all-data.pdf"
            self._follow(save_paper(self, self._place, _TITLE, name, self._maker(self._case)))

    def _maker(self, case: CaseFile) -> partial[RightsPaper]:
        return partial(print_copy, self._place.desk, self._wanted(case), PAPER_LANGUAGE, paired=True)

    def _save_file(self) -> None:
        case = self._case
        path = self._place.ask.where_to_save(_TITLE, f"{case.number}-copy-of-all-data.json", JSON) if case else None
        if case is None or path is None:
            return
        work = partial(self._write, self._wanted(case), path, self._place.tongue())
        failed = partial(tell_failure, self._place)
        done = partial(self._tell_written, path)
        self._follow(self._place.background.run(work, done, failed, title=say("Making the copy"), owner=self))

    def _write(self, case_ids: tuple[str, ...], path: Path, tongue: Tongue, progress: Progress) -> None:
        del progress
        save_copy(self._place.desk, copy_of_person(self._place.desk, case_ids), path, tongue)

    def _tell_written(self, path: Path, _answer: None) -> None:
        told = say("Saved as {name}", name=path.name)
        self._place.banner.tell(told, "good", say("A file outside the program is not protected."))

    def _follow(self, job: Job | None) -> None:
        """Rest the buttons while a copy is made; the cursor comes back to the one that was pressed."""
        self._job = job
        if job is not None:
            self._pressed = next((button for button in self._buttons if button.hasFocus()), None)
            if self._pressed is not None:
                self.setFocus()  # never on to the next button, which might withdraw a consent
        for button in self._buttons:
            button.setEnabled(job is None)
        if job is None and self._pressed is not None and self.hasFocus():
            self._pressed.setFocus()

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._follow(None)

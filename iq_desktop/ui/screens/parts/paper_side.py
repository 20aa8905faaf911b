"""The card beside a paper: a new document, or one of those that were made final."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import Signal

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.screens.parts.paper_choice import PAPER_LANGUAGE, PaperChoice
from iq_desktop.ui.screens.parts.paper_finals import FinalList
from iq_desktop.ui.shell.pill_choice import PillChoice
from iq_desktop.usecases.final_papers import open_final
from iq_desktop.usecases.printing import print_document
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.document_record import FinalPaper
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.final_papers import ToldPaper
    from iq_desktop.usecases.printing import Printed
    from iq_desktop.usecases.progress import Progress

WantedPaper: TypeAlias = "tuple[tuple[object, ...], Callable[[Progress], Printed]]"
NEW: Final = "new"
FINAL: Final = "final"


class PaperSide(Card):
    """Choice and final papers, one of them in sight; `turned` after the other one was wanted."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build both; a new document comes first."""
        super().__init__(say("Which document?"), parent)
        shelves = ((NEW, say("New")), (FINAL, say("Made final")))
        self.shelf = PillChoice(say("New, or made final"), shelves, NEW, self)
        self.choice = PaperChoice(self)
        self.finals = FinalList(self)
        self.add(self.shelf)
        self.add(self.choice)
        self.add(self.finals)
        self.add(SpeakingLabel(say("A file outside the program is not protected."), "hint", self))
        self.finals.hide()
        self._wanted = NEW
        self.shelf.chosen.connect(self._turn)

    @property
    def is_of_finals(self) -> bool:
        """Whether the final papers are in sight."""
        return self._wanted == FINAL

    def show_shelf(self, shelf: str) -> None:
        """Bring the choice or the final papers into sight; never emits."""
        self._wanted = shelf
        self.shelf.show_choice(shelf)
        self.choice.setVisible(shelf == NEW)
        self.finals.setVisible(shelf == FINAL)

    def show_papers(self, papers: Sequence[ToldPaper]) -> None:
        """Show the final papers, and how many there are."""
        pill, count = self.shelf.pills[FINAL], len(papers)
        pill.said = say("Made final ({count})", count=str(count)) if count else say("Made final")
        speak_part(pill)
        self.finals.show_papers(papers)

    def wanted_paper(self, desk: Desk, case: CaseFile, final: FinalPaper | None) -> WantedPaper | None:
        """Return what tells the wanted paper from others, and the work that makes it; None where none is chosen.

        A save alone makes no other paper.
        """
        if self.is_of_finals:
            return ((case.id, final.id), _behind(partial(open_final, desk, case, final))) if final else None
        choice = self.choice
        same = (replace(case, revision=0), choice.kind, choice.is_paired, choice.part, choice.wording)
        work = partial(print_document, desk, case, choice.kind, PAPER_LANGUAGE, paired=choice.is_paired)
        return same, _behind(partial(work, part=choice.part, wording=choice.wording))

    def _turn(self, shelf: str) -> None:
        if shelf != self._wanted:
            self.show_shelf(shelf)
            self.turned.emit()


def without_progress(work: Callable[[], Printed], progress: Progress) -> Printed:
    """Do work that is over before anybody asks how far it is."""
    del progress
    return work()


def _behind(work: Callable[[], Printed]) -> Callable[[Progress], Printed]:
    return partial(without_progress, work)

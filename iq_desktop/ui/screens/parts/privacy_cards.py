"""The cards of data protection in the settings: due reviews, papers of the centre, figures, protocols of erasings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.ui.screens.parts.paper_choice import PAPER_LANGUAGE
from iq_desktop.ui.screens.parts.rights_paper_out import print_paper, print_protocol_of, save_paper
from iq_desktop.usecases.processing_record import record_of_processing
from iq_desktop.usecases.retention import list_due_reviews
from iq_desktop.usecases.rights import count_closed_cases
from iq_desktop.usecases.rights_papers import print_measures, print_record
from iq_desktop.usecases.rights_words import count_due, erasure_facts, erasure_title, review_state, review_title
from iq_desktop.wording.text import NOTHING, Text, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.erasure import Erasure
    from iq_desktop.domain.figures import FigureCount
    from iq_desktop.domain.processing import ProcessingRecord
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.retention import Reviews
    from iq_desktop.usecases.rights_papers import RightsPaper

_MOST: Final = 12
_RECORD: Final = say("Record of processing activities")
_AGAIN: Final = say("Read again")
_MEASURES: Final = say("Sheet of measures")


class ReviewsCard(LineList):
    """The cases whose keeping is to be looked at; `chosen` carries a DueReview."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the empty list."""
        super().__init__(say("Cases to look at again"), say("No case is due today."), parent, most=_MOST)
        self._place = place
        hint = say("Open a case: there it is kept longer with a reason, or erased. Nothing goes by itself.")
        self.body.insertWidget(1, SpeakingLabel(hint, "muted", self))
        self.count = SpeakingLabel(NOTHING, "hint", self, wrap=False)
        self.look_button = SpeakingButton(_AGAIN, "plain", "redo", self)
        self.look_button.clicked.connect(self.refresh)
        self.head.addWidget(self.count)
        self.head.addWidget(self.look_button)

    def refresh(self) -> None:
        """Read again which cases are due."""
        ask_behind(self, self._place, partial(list_due_reviews, self._place.desk), self._show)

    def _show(self, reviews: Reviews) -> None:
        self.count.show_text(count_due(reviews.count) if reviews.count else NOTHING)
        self.show_lines(
            [
                Line("clock", review_title(one), review_state(one), say("since {day}", day=one.review_on), value=one)
                for one in reviews.due
            ]
        )


class PrivacyPapersCard(Card):
    """The record of processing and the sheet of measures, made from the program itself."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build a line of buttons for each paper."""
        hint = say("Both are made anew each time: from what is kept, what the centre has laid down, and this vault.")
        super().__init__(say("Record and measures"), parent, hint=hint)
        self._place = place
        self.missing = SpeakingLabel(NOTHING, "hint", self)
        self.add(self.missing)
        desk = place.desk
        self.record = self._add_paper(_RECORD, "record-of-processing.pdf", partial(print_record, desk, PAPER_LANGUAGE))
        self.measures = self._add_paper(
            _MEASURES, "sheet-of-measures.pdf", partial(print_measures, desk, PAPER_LANGUAGE)
        )

    def refresh(self) -> None:
        """Look again at what the centre still has to lay down."""
        ask_behind(self, self._place, partial(record_of_processing, self._place.desk), self._show)

    def _show(self, record: ProcessingRecord) -> None:
        self.missing.show_text(say("Still missing: {fields}", fields=joined(record.missing, ", ")))
        self.missing.setVisible(bool(record.missing))

    def _add_paper(
        self, title: Text, name: str, make: Callable[[], RightsPaper]
    ) -> tuple[SpeakingButton, SpeakingButton]:
        print_button = SpeakingButton(say("Print"), "", "print", self)
        save_button = SpeakingButton(say("Save as PDF …"), "", "save", self)
        row = FlowLayout(gap=STEP)
        row.addWidget(print_button)
        row.addWidget(save_button)
        self.add(SpeakingLabel(title, "strong", self))
        self.add(row)
        print_button.clicked.connect(partial(self._print, make))
        save_button.clicked.connect(partial(self._save, title, name, make))
        return print_button, save_button

    def _print(self, make: Callable[[], RightsPaper]) -> None:
        print_paper(self, self._place, make)

    def _save(self, title: Text, name: str, make: Callable[[], RightsPaper]) -> None:
        save_paper(self, self._place, title, name, make)


class FiguresCard(Card):
    """Closed cases become anonymous figures, so that they can go and still be counted."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build sentence and button."""
        hint = say(
            "Only what enough people share is told: quarter, age group, origin in three groups, concern, result. "
            "Nobody can be told from it, and each case is taken once."
        )
        super().__init__(say("Anonymous figures"), parent, hint=hint)
        self._place = place
        self.state = SpeakingLabel(NOTHING, "", self)
        self.count_button = SpeakingButton(say("Count closed cases"), "", "figures", self)
        self.count_button.clicked.connect(self._count)
        self.add(self.state)
        self.body.addWidget(self.count_button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Read again how many people the figures tell of."""
        ask_behind(self, self._place, self._place.desk.rights.figures, self._show)

    def _show(self, figures: Sequence[FigureCount]) -> None:
        people = sum(one.people for one in figures)
        self.state.show_text(
            say_count("The figures tell of {count} person.", "The figures tell of {count} people.", count=people)
        )

    def _count(self) -> None:
        work, failed = partial(count_closed_cases, self._place.desk), partial(tell_failure, self._place)
        self._place.background.run(work, self._take, failed, title=say("Counting closed cases"), owner=self)

    def _take(self, answer: tuple[Sequence[FigureCount], tuple[Change, ...]]) -> None:
        figures, changes = answer
        self._show(figures)
        self._place.announce(changes)
        if changes:
            told = say_count("{count} case was counted.", "{count} cases were counted.", count=len(changes))
            self._place.banner.tell(told)
        else:
            told = say("Nothing was counted: too few closed cases wait.")
            self._place.banner.tell(told, "info", say("They wait until enough people share their answers."))


class ErasuresCard(LineList):
    """Every erasing with its protocol, which names no one; a line prints it."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the empty list."""
        super().__init__(say("Protocols of erasings"), say("Nobody was erased yet."), parent, most=_MOST)
        self._place = place
        self.look_button = SpeakingButton(_AGAIN, "plain", "redo", self)
        self.look_button.clicked.connect(self.refresh)
        self.head.addWidget(self.look_button)
        self.chosen.connect(self._print)

    def refresh(self) -> None:
        """Read the protocols again."""
        ask_behind(self, self._place, self._place.desk.rights.erasures, self._show)

    def _show(self, erasures: Sequence[Erasure]) -> None:
        self.show_lines(
            [
                Line(
                    "print",
                    erasure_title(one),
                    erasure_facts(one),
                    say("{day}", day=one.erased_at.astimezone().date()),
                    value=one,
                )
                for one in erasures
            ]
        )

    def _print(self, done: Erasure) -> None:
        print_protocol_of(self._place, done)

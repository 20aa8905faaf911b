"""The page Journal of a case: who saw or changed what, when; as a table, and on paper for the person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.journal_cards import export_by_asking
from iq_desktop.ui.screens.parts.journal_list import JournalList
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.paper_choice import PAPER_LANGUAGE
from iq_desktop.ui.shell.ask import PDF
from iq_desktop.usecases.journal import make_extract
from iq_desktop.usecases.printing import client_paper_language, note_delivery, save_as_file
from iq_desktop.wording.text import LanguageName, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.printing import Printed
    from iq_desktop.wording.text import Text

_PLAIN: Final = say("Print")


class JournalPage(PageFrame):
    """The entries of the open case; they are read when the page comes into sight."""

    key_rows = ()
    """Nothing opens from this list: what is chosen is told beside it."""

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build list and buttons."""
        super().__init__("journal", place, open_case, parent)
        card = Card(
            say("Who saw or changed what"),
            self,
            hint=say("Every reading and every change of this case. The person may have it on paper."),
        )
        self.list = JournalList(place, card, is_of_case=True)
        self.print_button = SpeakingButton(_PLAIN, "primary", "print", self)
        self.save_button = SpeakingButton(say("Save as PDF …"), "", "save", self)
        self.export_button = SpeakingButton(say("Save as a table"), "", "save", self)
        buttons = FlowLayout(gap=STEP)
        for button in (self.print_button, self.save_button, self.export_button):
            buttons.addWidget(button)
        card.add(buttons)
        card.add(self.list)
        self.column.addWidget(card, 1)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.export_button.clicked.connect(self._export)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the entries when the page comes into sight."""
        super().showEvent(event)
        self._read()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        language = client_paper_language(case, PAPER_LANGUAGE)
        both = say("Print in German and {language}", language=LanguageName(language)) if language else _PLAIN
        self.print_button.show_text(both)
        if is_other and self.isVisible():
            self._read()

    def _read(self) -> None:
        if self.case is None:
            return
        if self.list.query.case_id == self.case.id:
            self.list.refresh()
        else:
            self.list.show_case(self.case.id)

    def _make(self) -> Callable[[], Printed] | None:
        case = self.case
        if case is None:
            return None
        return partial(make_extract, self.place.desk, case, self.list.query, PAPER_LANGUAGE, paired=True)

    def _print(self) -> None:
        work = self._make()
        if work is not None and self.case is not None:
            ask_behind(self, self.place, work, partial(self._hand_to_printer, self.case))

    def _hand_to_printer(self, case: CaseFile, printed: Printed) -> None:
        if self.place.ask.print_pdf(printed.pdf, printed.kind.title):
            note = partial(note_delivery, self.place.desk, case, printed, "print")
            told = say("Sent to the printer: {title}", title=printed.kind.title)
            ask_behind(self, self.place, note, partial(self._tell, told))

    def _save(self) -> None:
        case, work = self.case, self._make()
        if case is None or work is None:
            return
        path = self.place.ask.where_to_save(say("Who saw or changed what"), f"{case.number}-journal-extract.pdf", PDF)
        if path is None:
            return
        desk = self.place.desk

        def write() -> None:
            save_as_file(desk, case, work(), path)

        ask_behind(self, self.place, write, partial(self._tell, say("Saved as {name}", name=path.name)))

    def _export(self) -> None:
        export_by_asking(self.place, self.list.query, self)

    def _tell(self, told: Text, _answer: None) -> None:
        self.place.banner.tell(told)

"""The page Documents: which paper, in which language, how it looks; made final, printed or saved as a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.ui.kit.pdf_view import PdfView
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.paper_out import note_way, print_out, save_out, take_back
from iq_desktop.ui.screens.parts.paper_side import FINAL, NEW, PaperSide, without_progress
from iq_desktop.ui.screens.parts.paper_trouble import PaperTrouble
from iq_desktop.ui.shell.key_rows import PAPER_KEYS
from iq_desktop.usecases.centre import my_centre
from iq_desktop.usecases.final_papers import list_finals, make_final
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.centre import Centre
    from iq_desktop.domain.document_record import Delivery, FinalPaper
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.screens.parts.paper_finals import PaperNote
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.final_papers import ToldPaper
    from iq_desktop.usecases.printing import Printed
    from iq_desktop.wording.text import Text

_BESIDE: Final = 680
"""From this width on the paper lies beside the choice, in pixels."""
_CHOICE: Final = 312
_TALL: Final = 16_777_215


class DocumentsPage(PageFrame):
    """The papers of a case; `page_wanted` carries page and field where something is to be mended."""

    page_wanted = Signal(str, str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the choice and the place of the paper."""
        super().__init__("documents", place, open_case, parent)
        self._printed: Printed | None = None
        self._final: FinalPaper | None = None
        self._shown_for: tuple[object, ...] = ()
        self._job: Job | None = None
        self.side = PaperSide(self)
        self.choice, self.finals = self.side.choice, self.side.finals
        self.finish_button = SpeakingButton(say("Make final"), "primary", "stamp", self)
        self.print_button = SpeakingButton(say("Print"), "", "print", self)
        self.save_button = SpeakingButton(say("Save as PDF …"), "", "save", self)
        self.paper = PdfView(self)
        self.trouble = PaperTrouble(self)
        self._stack = QStackedWidget(self)
        self._place()
        self._connect()
        self._offer(None)

    key_rows = PAPER_KEYS

    def _connect(self) -> None:
        self.choice.chosen.connect(self._refresh)
        self.choice.chosen.connect(self._go_to_paper)
        self.side.turned.connect(self._turn)
        self.finals.chosen.connect(self._show_final)
        self.finals.noted.connect(self._note)
        self.finals.taken_back.connect(self._take_back)
        self.finish_button.clicked.connect(self._finish)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.trouble.page_wanted.connect(self.page_wanted)
        bar = self.scroll_area.verticalScrollBar()
        bar.valueChanged.connect(self._keep_in_sight)
        bar.rangeChanged.connect(self._keep_in_sight)

    def _place(self) -> None:
        self._buttons = QWidget(self)
        self._button_line = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(STEP)
        for button in (self.save_button, self.print_button, self.finish_button):
            buttons.addWidget(button)
        side = QVBoxLayout()
        side.addWidget(self.side)
        side.addStretch(1)
        self._stack.addWidget(self.paper)
        self._stack.addWidget(self.trouble)
        self._stack.setMinimumHeight(320)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(2 * STEP)
        self._row.addLayout(side)
        self._bay = QVBoxLayout()
        self._bay.addWidget(self._stack, 1)
        self._bay.addStretch()
        self._row.addLayout(self._bay, 1)
        self.column.addLayout(self._row, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the paper when the page comes into sight, worded as the centre has set it."""
        super().showEvent(event)
        ask_behind(self, self.place, partial(my_centre, self.place.desk), self._take_centre)
        self._read_finals()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the paper beside or below the choice."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.side.setMaximumWidth(scaled(_CHOICE) if is_wide else _TALL)
        self.side.setMinimumWidth(scaled(_CHOICE) if is_wide else 0)
        self._stack.setMinimumHeight(320 if is_wide else 480)
        self._button_line.setDirection(self._row.direction())
        if is_wide:
            self.head.addWidget(self._buttons)
        else:
            self.side.body.addWidget(self._buttons)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Let the paper beside the choice be as tall as what is in sight, and go along when the choice is scrolled."""
        is_beside = self._row.direction() is QBoxLayout.Direction.LeftToRight
        margins = self.column.contentsMargins()
        above = margins.top() + self.head.sizeHint().height() + self.column.spacing()
        room = max(self.height() - above - margins.bottom(), self._stack.minimumHeight())
        gone = self.scroll_area.verticalScrollBar().value()
        self._stack.setMaximumHeight(room if is_beside else _TALL)
        self._bay.setContentsMargins(
            0, max(min(gone, self._row.geometry().height() - room), 0) if is_beside else 0, 0, 0
        )

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        if is_other:
            self._forget()
        self.choice.show_case(case)
        if self.isVisible():
            self._refresh()
            if is_other:
                self._read_finals()

    def _forget(self) -> None:
        """Leave the papers of another case, and the draft that is still being made of it."""
        self._leave_draft()
        self._final, self._shown_for = None, ()
        self.choice.forget()
        self.side.show_shelf(NEW)
        self.side.show_papers(())
        self.paper.clear()
        self._offer(None)

    def _leave_draft(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _take_of(self, case_id: str, done: Callable[[Any], None], answer: Any) -> None:
        """Take an answer as long as its case is in sight: nobody's paper is shown as somebody else's."""
        if self.case is not None and self.case.id == case_id:
            done(answer)

    def _go_to(self, field: str) -> None:
        self.side.show_shelf(NEW)
        self.choice.choose(field)

    def _go_to_paper(self) -> None:
        """Bring the paper into sight where it lies below the choice."""
        if self._row.direction() is QBoxLayout.Direction.TopToBottom:
            self.scroll_area.verticalScrollBar().setValue(self._stack.y() - self.column.spacing())

    def _take_centre(self, centre: Centre) -> None:
        self.choice.show_wording(centre.wording)
        self._refresh()

    def _refresh(self) -> None:
        """Make the paper anew where the case or the choice is another one than on the paper that is shown."""
        case = self.case
        if case is None:
            return
        paper = self.side.wanted_paper(self.place.desk, case, self._final)
        if paper is None:
            return
        wanted, work = paper
        if wanted == self._shown_for:
            return
        self._shown_for = wanted
        self._offer(None)
        self._leave_draft()
        self._job = self.place.background.run(work, self._take_paper, self._take_trouble, owner=self)

    def _take_paper(self, printed: Printed) -> None:
        self._stack.setCurrentWidget(self.paper)
        self.paper.show_pdf(printed.pdf)
        self._offer(printed)

    def _take_trouble(self, error: Exception) -> None:
        if not isinstance(error, IqError):
            self._shown_for = ()
            raise error
        self.paper.clear()
        self.trouble.show_error(error)
        self._stack.setCurrentWidget(self.trouble)

    def _offer(self, printed: Printed | None) -> None:
        """Offer what can be done with a paper: the first thing with a draft is to make it final, else to print it."""
        self._printed = printed
        is_final = self.side.is_of_finals
        self.finish_button.setVisible(not is_final)
        set_role(self.print_button, "primary" if is_final else "")
        for button in (self.print_button, self.save_button, self.finish_button):
            button.setEnabled(printed is not None)

    def _turn(self) -> None:
        """Show the paper of the other shelf, the newest of the final ones."""
        if self.side.is_of_finals and self._final is None:
            newest = next(iter(self.finals.papers), None)
            if newest is None:
                self._shown_for = ()
                self.paper.clear()
                self._offer(None)
                return
            self._final = newest.paper
            self.finals.mark(newest.id)
        self._offer(None)
        self._refresh()

    def _show_final(self, paper: FinalPaper) -> None:
        self._final = paper
        self._refresh()

    def _finish(self) -> None:
        printed, case = self._printed, self.case
        if printed is not None and case is not None and printed.final is None:
            self._offer(None)
            work = partial(without_progress, partial(make_final, self.place.desk, case, printed))
            done = partial(self._take_of, case.id, self._take_final)
            self.place.background.run(work, done, self._refuse_final, owner=self)

    def _take_final(self, printed: Printed) -> None:
        if printed.final is None:
            return
        self._leave_draft()
        self._final = printed.final
        self._shown_for = (self.case.id if self.case else "", printed.final.id)
        self.side.show_shelf(FINAL)
        self._take_paper(printed)
        self.print_button.setFocus()
        self._read_finals()
        number = as_it_is(printed.final.number)
        self._tell(say("{title} is final: {number}", title=printed.kind.title, number=number))

    def _refuse_final(self, error: Exception) -> None:
        self._shown_for = ()
        if not isinstance(error, IqError):
            raise error
        self.place.banner.tell_error(error)
        self._refresh()

    def _read_finals(self, _answer: object = None) -> None:
        if self.case is not None:
            done = partial(self._take_of, self.case.id, self._take_finals)
            ask_behind(self, self.place, partial(list_finals, self.place.desk, self.case), done)

    def _take_finals(self, papers: tuple[ToldPaper, ...]) -> None:
        self.side.show_papers(papers)
        if self._final is not None:
            self.finals.mark(self._final.id)

    def _note(self, note: PaperNote) -> None:
        if self.case is not None:
            note_way(self, self.place, self.case, note, self._read_finals)

    def _take_back(self, delivery: Delivery) -> None:
        if self.case is not None:
            take_back(self, self.place, self.case, self._read_finals, delivery)

    def _print(self) -> None:
        if self._printed is not None and self.case is not None:
            print_out(self, self.place, self.case, self._printed, self._tell)

    def _save(self) -> None:
        if self._printed is not None and self.case is not None:
            save_out(self, self.place, self.case, self._printed, self._tell)

    def _tell(self, told: Text) -> None:
        self.place.banner.tell(told)
        if self.side.is_of_finals:
            self._read_finals()

"""The page Documents: which paper, in which language, how it looks; printed or saved as a file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.pdf_view import PdfView
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.paper_choice import PAPER_LANGUAGE, PaperChoice
from iq_desktop.ui.screens.parts.paper_trouble import PaperTrouble
from iq_desktop.ui.shell.ask import PDF
from iq_desktop.usecases.printing import Printed, check_leaving, note_delivery, print_document, save_as_file
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress
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
        self._shown_for: tuple[object, ...] = ()
        self._job: Job | None = None
        self.choice = PaperChoice(self)
        self.print_button = SpeakingButton(say("Print"), "primary", "print", self)
        self.save_button = SpeakingButton(say("Save as PDF …"), "", "save", self)
        self.paper = PdfView(self)
        self.trouble = PaperTrouble(self)
        self._stack = QStackedWidget(self)
        self._place()
        self.choice.chosen.connect(self._refresh)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.trouble.page_wanted.connect(self.page_wanted)
        bar = self.scroll_area.verticalScrollBar()
        bar.valueChanged.connect(self._keep_in_sight)
        bar.rangeChanged.connect(self._keep_in_sight)
        self._offer(None)

    def _place(self) -> None:
        self._buttons = QWidget(self)
        self._button_line = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(STEP)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        left = Card(say("Which document?"), self)
        left.add(self.choice)
        left.add(SpeakingLabel(say("A file outside the program is not protected."), "hint", left))
        side = QVBoxLayout()
        side.addWidget(left)
        side.addStretch(1)
        self._left = left
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
        """Make the paper when the page comes into sight."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the paper beside or below the choice."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._left.setMaximumWidth(scaled(_CHOICE) if is_wide else _TALL)
        self._left.setMinimumWidth(scaled(_CHOICE) if is_wide else 0)
        self._stack.setMinimumHeight(320 if is_wide else 480)
        self._button_line.setDirection(self._row.direction())
        if is_wide:
            self.head.addWidget(self._buttons)
        else:
            self._left.body.addWidget(self._buttons)
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
            self.choice.forget()
            self.paper.clear()
        self.choice.show_case(case)
        if self.isVisible():
            self._refresh()

    def _go_to(self, field: str) -> None:
        self.choice.choose(field)

    def _refresh(self) -> None:
        """Make the paper anew where the case or the choice is another one than on the paper that is shown."""
        case = self.case
        if case is None:
            return
        wanted = (_without_save(case), self.choice.kind, self.choice.is_paired)
        if wanted == self._shown_for:
            return
        self._shown_for = wanted
        self._offer(None)
        if self._job is not None:
            self._job.cancel()
        desk, kind = self.place.desk, self.choice.kind
        work = partial(_make, partial(print_document, desk, case, kind, PAPER_LANGUAGE, paired=self.choice.is_paired))
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
        self._printed = printed
        for button in (self.print_button, self.save_button):
            button.setEnabled(printed is not None)

    def _print(self) -> None:
        printed, case = self._printed, self.case
        if printed is None or case is None:
            return
        check = partial(check_leaving, case, printed)
        ask_behind(self, self.place, check, partial(self._hand_to_printer, case, printed))

    def _hand_to_printer(self, case: CaseFile, printed: Printed, _may: None) -> None:
        if not self.place.ask.print_pdf(printed.pdf, printed.kind.title):
            return
        note = partial(note_delivery, self.place.desk, case, printed, "print")
        told = say("Sent to the printer: {title}", title=printed.kind.title)
        ask_behind(self, self.place, note, partial(self._tell, told))

    def _save(self) -> None:
        printed, case = self._printed, self.case
        if printed is None or case is None:
            return
        path = self.place.ask.where_to_save(printed.kind.title, printed.file_name, PDF)
        if path is None:
            return
        work = partial(save_as_file, self.place.desk, case, printed, path)
        ask_behind(self, self.place, work, partial(self._tell, say("Saved as {name}", name=path.name)))

    def _tell(self, told: Text, _answer: None) -> None:
        self.place.banner.tell(told)


def _make(work: Callable[[], Printed], progress: Progress) -> Printed:
    del progress
    return work()


def _without_save(case: CaseFile) -> CaseFile:
    """Return the case as it was before it was saved: a save alone makes no other paper."""
    return replace(case, revision=0)

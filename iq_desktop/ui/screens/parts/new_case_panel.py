"""The panel that begins a case: four answers, each of which may be missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.contact import Contact
from iq_desktop.forms.new_case_forms import NEW_CASE_FORM
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.half_typed import ANSWERS, KEEPING
from iq_desktop.usecases.cases import FirstAnswers
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from iq_desktop.ui.shell.workplace import BannerPort


class NewCasePanel(QWidget):
    """Asks the four things; `wanted` carries the answers, `closed` when the person thought otherwise.

    Answers that were given before are not lost then: the banner offers to go on with them (`wanted_again`).
    """

    wanted = Signal(object)
    wanted_again = Signal()
    closed = Signal()

    def __init__(self, banner: BannerPort, parent: QWidget | None = None) -> None:
        """Build form and buttons."""
        super().__init__(parent)
        self._banner = banner
        self.setObjectName("new_case_panel")
        self.setProperty(KEEPING, ANSWERS)
        self.form = FormView(NEW_CASE_FORM, Contact(), self)
        self.start = SpeakingButton(say("Begin the case"), "primary", "right", self)
        self.cancel = SpeakingButton(say("Cancel"), "plain", parent=self)
        self.short = SpeakingButton(say("Short consultation without a name"), "", "contact", self)
        self.start.clicked.connect(self._start)
        self.short.clicked.connect(self._start_short)
        self.cancel.clicked.connect(self._leave)
        self._place()

    def _place(self) -> None:
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * STEP)
        lines.addWidget(self.form)
        lines.addWidget(SpeakingLabel(say("A name is not needed. Every answer can wait."), "hint", inside))
        lines.addWidget(self.short, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.start)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(2 * STEP)
        outside.addWidget(PageArea(inside, parent=self), 1)
        outside.addLayout(buttons)

    def begin(self) -> None:
        """Ask anew, beginning with the first question."""
        self._ask(Contact())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _ask(self, answers: Contact) -> None:
        self.form.show_other(answers)
        self.form.go_to("way")

    def _leave(self) -> None:
        self.form.flush()
        answers: Contact = self.form.value
        self.closed.emit()
        if answers != Contact():
            self._banner.tell(
                say("No case was begun."), "info", act_name=say("Undo"), act=partial(self._go_on, answers)
            )

    def _go_on(self, answers: Contact) -> None:
        self.wanted_again.emit()
        self._ask(answers)

    def _start(self) -> None:
        self._begin_case(CaseKind.FULL)

    def _start_short(self) -> None:
        self._begin_case(CaseKind.SHORT)

    def _begin_case(self, kind: CaseKind) -> None:
        if self.form.flush():
            contact: Contact = self.form.value
            answers = (contact.way, contact.client_language, contact.interpreting, contact.concerns)
            self.wanted.emit(FirstAnswers(*answers, kind))

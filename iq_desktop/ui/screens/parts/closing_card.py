"""The end of a counselling: what is still missing, the result, and what has become of it after six months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.talk import Closing
from iq_desktop.forms.follow_up_forms import CLOSING_FORM
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.usecases.missing import Lack


class ClosingCard(QWidget):
    """What is missing and the form; `wanted` leads to a page and a field, `closed` and `reopened` ask for it."""

    wanted = Signal(str, str)
    changed = Signal(object)
    closed = Signal()
    reopened = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build list, form and buttons."""
        super().__init__(parent)
        self.lacks = LineList(
            say("Before the counselling is closed"),
            say("Nothing is missing: no original is here, no period runs, no answer is waited for."),
            self,
        )
        self.form = FormView(CLOSING_FORM, Closing(), self)
        self.close_button = SpeakingButton(say("Close the counselling"), "", "check", self)
        self.reopen_button = SpeakingButton(say("Go on with the counselling"), "", "undo", self)
        self._place()
        self.lacks.chosen.connect(self._go)
        self.form.changed.connect(self.changed)
        self.close_button.clicked.connect(self.closed)
        self.reopen_button.clicked.connect(self.reopened)

    def _place(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        for button in (self.close_button, self.reopen_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * STEP)
        lines.addWidget(self.lacks)
        lines.addWidget(self.form)
        lines.addLayout(buttons)

    def show_case(self, case: CaseFile, problems: Sequence[Problem], lacks: Sequence[Lack], *, is_other: bool) -> None:
        """Show how a case stands, and what still keeps it from being closed; never emits."""
        if is_other:
            self.form.show_other(case.closing)
        else:
            self.form.show_value(case.closing)
        self.form.show_problems(problems)
        self.lacks.setVisible(not case.closing.is_closed)
        self.lacks.show_lines([_line_of(lack) for lack in lacks])
        self.close_button.setVisible(not case.closing.is_closed)
        self.reopen_button.setVisible(case.closing.is_closed)

    def _go(self, value: Any) -> None:
        self.wanted.emit(*value)


def _line_of(lack: Lack) -> Line:
    return Line("open", lack.title, lack.words, value=(lack.page, lack.field))

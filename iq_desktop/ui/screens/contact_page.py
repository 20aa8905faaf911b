"""The page Contact: how the talk came about, what it is about, and which consents were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.consent import Manner, Purpose
from iq_desktop.domain.contact import Contact
from iq_desktop.forms.client_forms import CONTACT_FORM
from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.choice_editors import PillEditor
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.consent_row import ConsentRow
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.usecases.consents import give_consent, withdraw_consent
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue


class ContactPage(PageFrame):
    """Contact and consents of a case."""

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build form and consents."""
        super().__init__("contact", place, open_case, parent)
        self.form = FormView(CONTACT_FORM, Contact(), self)
        self.consents = _Consents(self)
        self.column.addWidget(self.form)
        self.column.addWidget(self.consents)
        self.column.addStretch(1)
        self.form.changed.connect(self._save_contact)
        for row in self.consents.rows.values():
            row.given.connect(self._give)
            row.withdrawn.connect(self._withdraw)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.form.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        if is_other:
            self.form.show_other(case.contact)
        else:
            self.form.show_value(case.contact)
        self.form.show_problems(problems)
        for row in self.consents.rows.values():
            row.show_consents(case.consents)

    def _go_to(self, field: str) -> None:
        if field == "consents":
            self.consents.rows[Purpose.COUNSELLING].give_button.setFocus()
        else:
            self.form.go_to(field)

    def _save_contact(self, contact: Contact) -> None:
        self.change(self.open_case.case.with_contact(contact))

    def _give(self, purpose: Purpose) -> None:
        self.change(give_consent(self.place.desk, self.open_case.case, purpose, self.consents.manner))

    def _withdraw(self, purpose: Purpose) -> None:
        case = withdraw_consent(self.place.desk, self.open_case.case, purpose)
        self.change_with_undo(case, say("Consent withdrawn: {purpose}", purpose=purpose.label))


class _Consents(Card):
    """The consents, one row for each purpose; `manner` is how the next one is given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            say("Consents"),
            parent,
            hint=say("Each purpose is asked for by itself. A consent can be withdrawn at any time."),
        )
        self.manner = Manner.WRITTEN
        self._asked = PillEditor("consent_manner", Manner, self)
        self._asked.show_value(self.manner)
        self._asked.committed.connect(self._keep)
        self._label = SpeakingLabel(say("How consent is given today"), "label", self)
        self._label.setBuddy(self._asked)
        question = QVBoxLayout()
        question.setSpacing(STEP // 2)
        question.addWidget(self._label)
        question.addWidget(self._asked)
        self.add(question)
        self.rows = {purpose: ConsentRow(purpose, self) for purpose in Purpose}
        for row in self.rows.values():
            self.add(line(self))
            self.add(row)

    def speak(self, tongue: Tongue) -> None:
        """Name the question for screen readers."""
        self._asked.name_for_readers(tongue.speak(self._label.said))

    def _keep(self, manner: Manner | None) -> None:
        self.manner = manner or Manner.WRITTEN
        self._asked.show_value(self.manner)

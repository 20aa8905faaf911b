"""The page Person: names, dates, residence and address, as far as the person wants to tell them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.domain.client import Client
from iq_desktop.forms.client_forms import PERSON_FORM
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.usecases.places import find_place, move_to_place
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import Place
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


class PersonPage(PageFrame):
    """The person of a case; a postal code offers its place."""

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the form, and the offer of a place below the field for it."""
        super().__init__("person", place, open_case, parent)
        self.form = FormView(PERSON_FORM, Client(), self, in_turns=True)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self._found: Place | None = None
        self._asked_for = ""
        self.form.changed.connect(self._save_client)

    def build(self) -> Iterator[None]:
        """Build the form section by section: it is the longest."""
        yield from self.form.build()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.form.flush()

    @cached_property
    def offer(self) -> SpeakingButton:
        """The offer of a place, below the field for it."""
        frame = self.form.frames["place"]
        offer = SpeakingButton(NOTHING, "plain", "pin", frame)
        offer.setObjectName("place_offer")
        offer.clicked.connect(self._take_place)
        offer.hide()
        lines = frame.layout()
        if isinstance(lines, QVBoxLayout):
            lines.insertWidget(lines.indexOf(frame.editor) + 1, offer)
        return offer

    def _come_to_it_last(self) -> None:
        self.offer.hide()  # with it every field is there
        super()._come_to_it_last()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        if is_other:
            self._found, self._asked_for = None, ""
            self.form.show_other(case.client)
        else:
            self.form.show_value(case.client)
        self.form.show_problems(problems)
        self._look_for_place(case.client.postal_code)
        self._show_offer()

    def _go_to(self, field: str) -> None:
        self.form.go_to(field)

    def _save_client(self, client: Client) -> None:
        self.change(self.open_case.case.with_client(client))

    def _look_for_place(self, postal_code: str) -> None:
        if postal_code == self._asked_for:
            return
        self._asked_for, self._found = postal_code, None
        ask_behind(self, self.place, partial(find_place, self.place.desk, postal_code), self._take_found)

    def _take_found(self, place: Place | None) -> None:
        if place is None or place.postal_code == self._asked_for:
            self._found = place
            self._show_offer()

    def _show_offer(self) -> None:
        is_new = self._found is not None and self.case is not None and self._found.name != self.case.client.place
        self.offer.setVisible(is_new)
        if self._found is not None:
            self.offer.show_text(
                say("{code} is {place}: take over", code=self._found.postal_code, place=self._found.name)
            )

    def _take_place(self) -> None:
        if self._found is not None:
            self.form.frames["place"].editor.setFocus()
            self.change(move_to_place(self.open_case.case, self._found))

"""The page Contact: how the talk came about, what it is about, which consents and releases were given."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.consent import Purpose
from iq_desktop.domain.contact import Contact
from iq_desktop.forms.client_forms import CONTACT_FORM, SHORT_FIELDS
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.screens.interpreter_talk import InterpreterTalk
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.consents_card import ConsentsCard
from iq_desktop.ui.screens.parts.interpreter_card import InterpreterCard
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.release_row import ReleaseRow
from iq_desktop.ui.screens.parts.short_strip import ShortStrip
from iq_desktop.usecases.consents import (
    begin_release,
    draft_consent,
    give_consent,
    withdraw_consent,
    withdraw_release,
)
from iq_desktop.usecases.favourites import find_favourites
from iq_desktop.usecases.follow_up import make_full
from iq_desktop.usecases.parts import Parts, add_part, change_part, remove_part
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.consent import Release
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


class ContactPage(PageFrame):
    """Contact, consents and releases of a case."""

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build form, consents and releases."""
        super().__init__("contact", place, open_case, parent)
        self.short = ShortStrip(self)
        self.form = FormView(CONTACT_FORM, Contact(), self, in_turns=True)
        self.consents = ConsentsCard(draft_consent(place.desk, CaseFile(place.desk.clock.today())), self)
        self.releases = PartList(
            say("Releases from secrecy"),
            say("What you are told stays here. Only whom the person names may be told, and only what they say."),
            say("Add a release"),
            self._make_release,
            self,
        )
        self.interpreter = InterpreterCard(self)
        self.cards: InterpreterTalk | None = None
        for part in (self.form, self.short, self.interpreter, self.consents, self.releases):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.short.wanted.connect(self._make_full)
        self.form.changed.connect(self._save_contact)
        self.interpreter.wanted.connect(self._show_cards)
        self.consents.given.connect(self._give)
        self.consents.withdrawn.connect(self._withdraw)
        self.releases.wanted.connect(self._add_release)
        self.releases.changed.connect(self._change_release)
        self.releases.removed.connect(self._remove_release)

    def build(self) -> Iterator[None]:
        """Build the form section by section."""
        yield from self.form.build()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.form.flush()
        self.releases.flush()

    def _come_to_it_last(self) -> None:
        super()._come_to_it_last()
        ask_behind(self, self.place, partial(find_favourites, self.place.desk), self._take_favourites)

    def _take_favourites(self, favourites: Mapping[str, Sequence[Any]]) -> None:
        self.form.show_favourites(favourites)
        self.consents.show_favourites(favourites)

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        if is_other:
            self.form.show_other(case.contact)
            self.releases.forget()
        else:
            self.form.show_value(case.contact)
        if is_other:
            self._hide_cards()
        self.interpreter.show_contact(case.contact)
        is_short = case.kind is CaseKind.SHORT
        self.form.show_only(SHORT_FIELDS if is_short else None)
        self.form.show_problems(problems)
        self.short.setVisible(is_short)
        self.consents.setVisible(not is_short or bool(case.consents))
        self.releases.setVisible(not is_short or bool(case.releases))
        self.consents.show_consents(case.consents, draft_consent(self.place.desk, case), is_other=is_other)
        today = self.place.desk.clock.today()
        self.releases.show_parts(case.releases, {one.id: one.problems(today) for one in case.releases})

    def _go_to(self, field: str) -> None:
        if field == "consents":
            self.consents.rows[Purpose.COUNSELLING].give_button.setFocus()
        elif field == "releases":
            self._go_to_release()
        else:
            self.form.go_to(field)

    def _go_to_release(self) -> None:
        today = self.place.desk.clock.today()
        for row in self.releases.rows.rows.values():
            problems = row.value.problems(today)
            if problems:
                row.go_to(problems[0].field)
                return
        self.releases.add_button.setFocus()

    def _show_cards(self) -> None:
        """Show the cards for a talk with an interpreter over the page."""
        if self.cards is None:
            self.cards = InterpreterTalk(self.place, self)
            self.cards.ended.connect(self._hide_cards)
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self.cards)
            speak_part(self.cards)
        self.scroll_area.hide()
        self.cards.begin(self.open_case.case.contact.client_language)

    def _hide_cards(self) -> None:
        if self.cards is not None:
            self.cards.hide()
        self.scroll_area.show()

    def _save_contact(self, contact: Contact) -> None:
        self.change(self.open_case.case.with_contact(contact))

    def _make_full(self) -> None:
        self.flush()
        self.change_with_undo(make_full(self.open_case.case), say("This is a full case now. Everything stayed."))

    def _give(self, purpose: Purpose) -> None:
        draft = self.consents.draft
        case = give_consent(
            self.place.desk,
            self.open_case.case,
            purpose,
            draft.manner,
            given_on=draft.given_on,
            language=draft.language,
        )
        self.change(case)

    def _withdraw(self, purpose: Purpose) -> None:
        case = withdraw_consent(self.place.desk, self.open_case.case, purpose)
        self.change_with_undo(case, say("Consent withdrawn: {purpose}", purpose=purpose.label))

    def _add_release(self) -> None:
        self.flush()
        release = begin_release(self.place.desk, self.open_case.case)
        self.change(add_part(self.open_case.case, Parts.RELEASES, release))
        self.releases.begin(release.id)

    def _make_release(self, release: Release, parent: QWidget) -> ReleaseRow:
        row = ReleaseRow(release, parent)
        row.withdrawn.connect(self._withdraw_release)
        return row

    def _change_release(self, release: Release) -> None:
        self.change(change_part(self.open_case.case, Parts.RELEASES, release))

    def _withdraw_release(self, release: Release) -> None:
        withdrawn = withdraw_release(self.place.desk, release)
        case = change_part(self.open_case.case, Parts.RELEASES, withdrawn)
        self.change_with_undo(case, say("The release was withdrawn."))

    def _remove_release(self, release: Release) -> None:
        case = remove_part(self.open_case.case, Parts.RELEASES, release)
        self.change_with_undo(case, say("The release was removed."))

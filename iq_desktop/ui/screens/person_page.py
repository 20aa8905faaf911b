"""The page Person: names, dates, residence, work, school and wishes, as far as the person wants to tell them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal

from iq_desktop.domain.client import Client
from iq_desktop.domain.situation import Situation
from iq_desktop.forms.client_forms import PERSON_SHEET
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.reading_order import first_stop
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.duplicates_card import DuplicatesCard
from iq_desktop.ui.screens.parts.offers import Offer, Offers
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.section_links import SectionLinks
from iq_desktop.usecases.duplicates import may_be_known_now
from iq_desktop.usecases.favourites import find_favourites
from iq_desktop.usecases.people import offered_spellings, spell_name, with_person_part
from iq_desktop.usecases.places import find_place, move_to_place
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import Place
    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.transliteration import Transliteration
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


_ROOM_FOR_LINKS: Final = 560


class PersonPage(PageFrame):
    """The person of a case; a postal code offers its place, a name in another script its Latin spellings.

    `case_wanted` carries the identity of another case that may be about the same person.
    """

    case_wanted = Signal(str)

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the form, and the links to its sections above it."""
        super().__init__("person", place, open_case, parent)
        self.form = FormView(PERSON_SHEET, (Client(), Situation()), self, in_turns=True)
        self.links = SectionLinks(PERSON_SHEET.sections, self)
        self.duplicates = DuplicatesCard(place, self)
        self.column.addWidget(self.links)
        self.column.addWidget(self.duplicates)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self._found: Place | None = None
        self._asked_for = ""
        self._looked_at: CaseFile | None = None
        self.form.changed.connect(self._save_part)
        self.links.wanted.connect(self._show_section)
        self.duplicates.opened.connect(self.case_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the links where they would take the room of what they lead to."""
        super().resizeEvent(event)
        self.links.setVisible(self.width() >= scaled(_ROOM_FOR_LINKS))

    def build(self) -> Iterator[None]:
        """Build the form section by section: it is the longest."""
        yield from self.form.build()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.form.flush()

    @cached_property
    def offer(self) -> Offers:
        """The offer of a place, below the field for it."""
        offer = Offers("place_offer", self)
        self.form.frames["place"].add_below(offer)
        offer.taken.connect(self._take_place)
        return offer

    @cached_property
    def spellings(self) -> Offers:
        """The offered spellings of the name, below the field for them."""
        offer = Offers("spelling_offer", self)
        self.form.frames["transliteration"].add_below(offer)
        offer.taken.connect(self._take_spelling)
        return offer

    def _come_to_it_last(self) -> None:
        self.offer.hide()  # with it every field is there
        self.spellings.hide()
        super()._come_to_it_last()
        ask_behind(self, self.place, partial(find_favourites, self.place.desk), self.form.show_favourites)

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        person = (case.client, case.situation)
        self._look_for_duplicates(case, is_other=is_other)
        if is_other:
            self._found, self._asked_for = None, ""
            self.form.show_other(person)
        else:
            self.form.show_value(person)
        self.form.show_problems(problems)
        self.links.show_open({problem.field for problem in problems})
        self.spellings.show_offers([_spelling(one) for one in offered_spellings(case)])
        self._look_for_place(case.client.postal_code)
        self._show_offer()

    def _look_for_duplicates(self, case: CaseFile, *, is_other: bool) -> None:
        if is_other:
            self.duplicates.forget()
        before, self._looked_at = self._looked_at, case
        if is_other or before is None or may_be_known_now(before, case):
            self.duplicates.look(case)

    def _go_to(self, field: str) -> None:
        self.form.go_to(field)

    def _show_section(self, number: int) -> None:
        """Bring a section into sight, the cursor in its first field."""
        card = self.form.cards[number]
        card.open_part("")
        stop = first_stop(card.room)
        if stop is not None:
            stop.setFocus()
        self.scroll_area.ensureWidgetVisible(card, 0, 2 * STEP)
        self.scroll_area.verticalScrollBar().setValue(card.mapTo(self._inside, card.rect().topLeft()).y() - STEP)

    def _save_part(self, part: Any) -> None:
        self.change(with_person_part(self.open_case.case, part))

    def _take_spelling(self, words: str) -> None:
        self.form.frames["transliteration"].editor.setFocus()
        self.change(spell_name(self.open_case.case, words))

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
        offers = []
        if self._found is not None and is_new:
            offers.append(_place(self._found))
        self.offer.show_offers(offers)

    def _take_place(self, place: Place) -> None:
        self.form.frames["place"].editor.setFocus()
        self.change(move_to_place(self.open_case.case, place))


def _place(place: Place) -> Offer:
    words = say("{code} is {place}", code=place.postal_code, place=place.name)
    return Offer(words, say("{code} is {place}: take over", code=place.postal_code, place=place.name), place)


def _spelling(one: Transliteration) -> Offer:
    act = say("{name}: take over", name=one.words)
    note = say("{standard}; vowels are missing", standard=one.standard.label)
    return Offer(as_it_is(one.words), act, one.words, note if one.lacks_vowels else one.standard.label)

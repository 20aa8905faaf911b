"""The cards before somebody interprets: on both screens, one after the other, in two languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.contact import Interpreting
from iq_desktop.domain.interpreter_cards import INTERPRETER_CARDS
from iq_desktop.ui.client_view.geometry import LEAST_TOUCH
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.contact_page import ContactPage
from tests.support.talks import CLIENT_LANGUAGES, a_pair
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from tests.ui.conftest import Office


def contact_page(office: Office, language: str = "ar") -> ContactPage:
    """Open a case in which somebody interprets."""
    office.open("case-1", "contact")
    case = office.window.open_case.case
    contact = replace(case.contact, client_language=language, interpreting=Interpreting.PROFESSIONAL)
    office.window.open_case.change(case.with_contact(contact))
    office.settle()
    page = office.window.case_view.page
    assert isinstance(page, ContactPage)
    return page


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_each_card_stands_in_both_languages_on_both_screens(office: Office, language: str) -> None:
    page = contact_page(office, language)
    assert page.interpreter.isVisible()
    page.interpreter.button.click()
    office.settle()
    cards, stage = page.cards, office.window.place.stage
    assert cards is not None
    assert stage is not None
    stage.turn()
    office.settle()
    assert stage.place is not None
    for text in INTERPRETER_CARDS:
        shown = stage.place.pane.shown
        assert shown is not None
        assert shown == cards.pane.shown
        assert shown.cards[0].words.theirs.words == a_pair(language).fixed(text).theirs.words
        assert shown.cards[0].words.theirs.language == language
        assert clipped(stage.place) == []
        assert nameless(stage.place) == []
        assert stage.place.pane.next_button.height() >= LEAST_TOUCH
        stage.place.pane.next_button.click()
        office.settle()
    assert not stage.is_turned
    assert not stage.has_talk
    assert page.scroll_area.isVisible()


def test_nobody_who_needs_no_interpreter_sees_the_cards(office: Office) -> None:
    page = contact_page(office)
    case = office.window.open_case.case
    office.window.open_case.change(case.with_contact(replace(case.contact, interpreting=Interpreting.NOT_NEEDED)))
    office.settle()
    assert not page.interpreter.isVisible()


def test_one_can_go_back_and_close(office: Office) -> None:
    page = contact_page(office)
    page.interpreter.button.click()
    office.settle()
    cards = page.cards
    assert cards is not None
    cards.pane.next_button.click()
    cards.pane.back_button.click()
    assert cards.pane.shown is not None
    assert cards.pane.shown.far == (0, len(INTERPRETER_CARDS))
    cards.close_button.click()
    assert not cards.isVisible()
    assert page.scroll_area.isVisible()

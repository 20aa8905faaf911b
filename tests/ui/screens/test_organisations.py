"""The directory of organisations in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.organisation import FieldOfAction, Organisation, OrganisationKind
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.organisations_card import OrganisationsCard
from iq_desktop.ui.screens.settings import SettingsScreen
from iq_desktop.usecases.organisations import list_organisations
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from tests.ui.conftest import Office

CLUB = Organisation(
    "Frauen helfen Frauen e. V.",
    OrganisationKind.SELF_HELP,
    (FieldOfAction.GERMAN, FieldOfAction.FAMILY),
    ("ar", "uk"),
    place="Musterstadt",
    id="club",
)


def card_of(office: Office) -> OrganisationsCard:
    """Open the section and return its card."""
    screen = office.go_to("settings")
    assert isinstance(screen, SettingsScreen)
    screen.go_to("bodies")
    office.settle()
    card = screen.pages["bodies"].parts["organisation_list"]
    assert isinstance(card, OrganisationsCard)
    return card


def names(office: Office) -> list[str]:
    office.settle()
    return [one.name for one in list_organisations(office.window.place.desk)]


def test_a_new_organisation_is_kept_as_soon_as_it_has_a_name(office: Office) -> None:
    card = card_of(office)
    card.add_button.click()
    office.settle()
    (row,) = card.rows.rows.values()
    assert not row.is_folded
    row.fields.frames["languages"].editor._commit(("ar",))
    assert names(office) == []
    row.fields.frames["name"].editor._commit("Bildungswerk")
    assert names(office) == ["Bildungswerk"]
    assert list_organisations(office.window.place.desk)[0].languages == ("ar",)
    assert clipped(card) == []
    assert nameless(card) == []


def test_organisations_are_found_by_field_and_language_as_they_are_shown(office: Office) -> None:
    shelf = office.window.place.desk.organisations
    shelf.put(CLUB)
    shelf.put(Organisation("Bildungswerk", OrganisationKind.COURSE_PROVIDER, id="provider"))
    card = card_of(office)
    office.bot.waitUntil(lambda: len(card.rows.rows) == 2)
    for words, found in (("german musterstadt", ["club"]), ("arab", ["club"]), ("provider", ["provider"])):
        card.search.setText(words)
        office.settle()
        assert list(card.rows.rows) == found, words
    card.search.setText("nowhere")
    assert not card.rows.isVisible()


def test_a_removed_organisation_comes_back(office: Office) -> None:
    office.window.place.desk.organisations.put(CLUB)
    card = card_of(office)
    card.rows.rows["club"].remove.click()
    assert names(office) == []
    office.window.banner.act.click()
    assert names(office) == [CLUB.name]
    assert list_organisations(office.window.place.desk) == (CLUB,)

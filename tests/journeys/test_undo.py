"""Every step can be taken back, across pages, and taken again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.conftest import PASSWORD

if TYPE_CHECKING:
    from tests.support.journey import Office


def test_steps_on_two_pages_are_taken_back_and_taken_again(desk: Office) -> None:
    desk.open_case("Haddad")
    before = desk.case.client.street, desk.case.contact.expectation
    desk.press("Person")
    desk.fill("Straße und Hausnummer", "Rosenweg 7")
    desk.press("Kontakt")
    desk.fill("Erwartung", "Arbeit bis zum Sommer")
    desk.press("Rückgängig (Strg+Z)")
    assert desk.case.contact.expectation == before[1]
    desk.press("Rückgängig (Strg+Z)")
    assert desk.case.client.street == before[0]
    desk.press("Wiederholen (Strg+Umschalt+Z)")
    desk.press("Wiederholen (Strg+Umschalt+Z)")
    assert (desk.case.client.street, desk.case.contact.expectation) == ("Rosenweg 7", "Arbeit bis zum Sommer")
    assert desk.sees("Arbeit bis zum Sommer")


def test_what_was_taken_back_is_also_taken_back_in_the_vault(desk: Office) -> None:
    desk.open_case("Shevchenko")
    languages = len(desk.case.languages)
    desk.press("Sprachen")
    desk.press("Diese Sprache entfernen")
    assert len(desk.case.languages) == languages - 1
    desk.press("Rückgängig")
    assert len(desk.case.languages) == languages
    desk.leave()
    desk.arrive()
    desk.unlock(PASSWORD)
    desk.open_case("Shevchenko")
    assert len(desk.case.languages) == languages

"""A course refuses a person, who is referred again: consent for each place, letters with only that, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.referral import ReferralState, Shared
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.referral_page import ReferralPage
from tests.support.journey import paper_lines

if TYPE_CHECKING:
    from iq_desktop.domain.referral import Referral
    from tests.support.journey import Office

PLACE, OTHER = "Volkshochschule Musterstadt", "Frauen für Frauen e. V."


def test_somebody_is_refused_and_referred_again(desk: Office) -> None:
    office = desk
    fill_the_directory(office)
    office.open_case("Haddad")
    office.press("Verweis")
    refer_to_the_course(office)
    nothing_leaves_without_consent(office)
    the_letter_goes_out(office)
    today_asks_for_the_answer(office)
    the_course_refuses(office)
    refer_again(office)
    the_other_one_takes_the_person(office)


def newest(office: Office) -> Referral:
    """Return the newest referral of the case."""
    return office.case.referrals[-1]


def letter(office: Office, referral: Referral) -> str:
    """Print the letter for a referral, come back, and return its words."""
    office.press("Brief schreiben", referral.id)
    office.at_work.settle()
    office.press("Drucken")
    printed = "\n".join(paper_lines(office.ask.printed[-1]))
    office.press("Verweis")
    return printed


def note(office: Office, referral: Referral, what: str, on: str = "") -> None:
    """Note what happened to a referral, today or, for the newest one, on a day."""
    if on:
        office.fill("An welchem Tag", on, last=True)
    office.press(what, referral.id)
    office.at_work.settle()


def fill_the_directory(office: Office) -> None:
    """Write one organisation down, as it is known."""
    office.press("Einstellungen")
    office.press("Verzeichnis")
    office.press("Organisation hinzufügen")
    office.fill("Name der Organisation", OTHER)
    office.fill("Art der Organisation", "Migrantenorganisation (Selbsthilfe)")
    office.fill("Ansprechperson", "Frau Beispiel")
    office.at_work.settle()
    assert [one.name for one in office.window.place.desk.organisations.organisations()] == [OTHER]


def refer_to_the_course(office: Office) -> None:
    """Name a place that is not in the directory, and what its letter shall tell."""
    office.fill("Name", PLACE)
    office.press("Hinzufügen")
    assert newest(office).recipient == PLACE
    office.press("Sprachen", newest(office).id)
    assert newest(office).shares == (Shared.LANGUAGES,)


def nothing_leaves_without_consent(office: Office) -> None:
    """The letter names nobody and says which consent is missing; it cannot be noted as sent."""
    referral = newest(office)
    printed = letter(office, referral)
    assert "Haddad" not in printed
    assert "Welche Einwilligung fehlt" in printed
    assert "Name, Sprachen" in printed
    note(office, referral, "Brief verschickt")
    assert office.sees(f"{PLACE} darf noch nichts über die Person erfahren.")
    assert not any(one.referral_id == referral.id for one in office.case.referral_steps)


def the_letter_goes_out(office: Office) -> None:
    """The person agrees in writing; the letter tells the languages, and not where the person lives."""
    referral = newest(office)
    office.press("Die Person willigt schriftlich ein", referral.id)
    assert office.sees("Eingewilligt am 03.11.2026: Name, Sprachen.")
    printed = letter(office, referral)
    client = office.case.client
    assert PLACE in printed
    assert client.family_name in printed
    assert "Deutsch" in printed
    for untold in (client.street, client.phone, client.email):
        assert not untold or untold not in printed
    note(office, referral, "Brief verschickt", "15.10.2026")
    assert newest(office).state is ReferralState.SENT


def today_asks_for_the_answer(office: Office) -> None:
    """Two weeks after the letter Today asks how it went, and leads to the referral."""
    office.press("Heute")
    office.at_work.settle()
    lines = [one for one in office.window.findChildren(LineButton) if one.isVisible()]
    asked = [one for one in lines if one.accessibleName().startswith(f"Nach dem Verweis fragen: {PLACE}")]
    assert "29.10.2026" in asked[0].accessibleName()
    office.at_work.click(asked[0])
    office.at_work.settle()
    assert office.sees("Was geschah als Nächstes?")


def the_course_refuses(office: Office) -> None:
    """The answer is noted with its reason."""
    referral = newest(office)
    note(office, referral, "Abgelehnt")
    assert newest(office).state is ReferralState.REFUSED
    page = office.window.case_view.page
    assert isinstance(page, ReferralPage)
    row = page.referrals.rows[referral.id].steps.rows[office.case.referral_steps[-1].id]
    office.at_work.click(row.line)
    office.fill("Grund, oder was gesagt wurde", "Der Kurs ist voll.")
    assert office.case.referral_steps[-1].words == "Der Kurs ist voll."


def refer_again(office: Office) -> None:
    """One press begins another referral; somebody of the directory is found, and consent is asked anew."""
    office.press("Erneut verweisen", newest(office).id)
    assert (newest(office).recipient, newest(office).shares) == ("", (Shared.LANGUAGES,))
    office.at_work.search("An wen? Name, Thema, Sprache", "selbsthilfe")
    assert office.at_work.take_suggestion() == OTHER
    office.at_work.settle()
    assert (newest(office).recipient, newest(office).contact_person) == (OTHER, "Frau Beispiel")
    assert office.sees(f"Anstelle von: {PLACE}")
    assert "Haddad" not in letter(office, newest(office))
    office.press("Die Person willigt mündlich ein", newest(office).id)
    printed = letter(office, newest(office))
    assert "Haddad" in printed
    assert OTHER in printed
    assert "Frau Beispiel" in printed
    assert PLACE not in printed
    assert [one.recipient for one in office.case.releases[-2:]] == [PLACE, OTHER]


def the_other_one_takes_the_person(office: Office) -> None:
    """The person comes and goes on there; the consent is taken back at the end."""
    for what in ("Angenommen", "Person ist gekommen", "Begonnen"):
        note(office, newest(office), what)
    assert newest(office).state is ReferralState.STARTED
    assert newest(office).remind_on is None
    office.press("Die Person widerruft", newest(office).id)
    assert "Haddad" not in letter(office, newest(office))
    assert [one.is_valid for one in office.case.releases[-2:]] == [True, False]
    office.press("Kontakt")
    office.at_work.settle()
    told = [one.accessibleName() for one in office.window.findChildren(LineButton) if one.isVisible()]
    assert any(one.startswith(PLACE) for one in told)
    assert any(one.startswith(OTHER) and "widerrufen" in one for one in told)

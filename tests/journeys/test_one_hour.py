"""One hour at the desk, as the adviser would tell it: from four answers to the paper in the client's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.usecases.competences import SkillFilter, listed_competences
from tests.support.journey import as_seen, paper_lines

if TYPE_CHECKING:
    from tests.support.journey import Office


def test_an_hour_with_a_new_client(desk: Office) -> None:
    office = desk
    office.press("Fälle")
    office.begin_case(
        "Persönliche Empfehlung",
        "Arabisch",
        "Dolmetscherin oder Dolmetscher",
        "Abschluss anerkennen lassen",
        "Deutsch für den Beruf",
    )
    tell_who_it_is(office)
    talk_about_contact(office)
    talk_about_languages(office)
    talk_about_competences(office)
    go_on_from_here(office)
    assert not office.case.is_invented
    assert office.case.revision > 20
    office.leave()
    look_at_the_paper(office)


def tell_who_it_is(office: Office) -> None:
    """Fill in the page Person, the date of birth only in part."""
    office.fill("Familienname", "Dabbagh")
    office.fill("Vornamen", "Nour")
    office.fill("Familienname in eigener Schrift", "دباغ")
    office.fill("Vornamen in eigener Schrift", "نور")
    office.fill("Geburtsdatum", "3.1991")
    office.fill("Staatsangehörigkeiten", "Syrien")
    office.fill("Geschlecht", "Weiblich")
    office.fill("Aufenthaltstitel", "Aufenthaltserlaubnis aus humanitären Gründen (§§ 22 bis 26 AufenthG)")
    office.fill("Derzeitige Arbeit", "Nicht erwerbstätig")
    office.fill("Leistungsbezug", "Grundsicherung für Arbeitsuchende (SGB II)")
    office.fill("Postleitzahl", "04109")
    office.press("04109 ist Leipzig: übernehmen")
    client = office.case.client
    assert (client.family_name, client.family_name_own_script, client.place) == ("Dabbagh", "دباغ", "Leipzig")
    assert client.birth is not None
    assert (client.birth.year, client.birth.month, client.birth.day) == (1991, 3, None)


def talk_about_contact(office: Office) -> None:
    """Say how the talk came about and give two consents."""
    office.press("Kontakt")
    office.fill("Gesprächsform", "Persönlich")
    office.fill("In den Worten der Person", "Ich war Elektrikerin.")
    for purpose in ("counselling", "referral"):
        office.press("Hat eingewilligt", inside=f"consent_{purpose}")
    assert {one.purpose.value for one in office.case.consents} == {"counselling", "referral"}
    assert {one.language for one in office.case.consents} == {"ar"}


def talk_about_languages(office: Office) -> None:
    """Set two German levels."""
    office.press("Sprachen")
    office.press("Mit Deutsch beginnen")
    office.press("Deutsch, Hören, Eigene Einschätzung: B1")
    office.press("Deutsch, Schreiben, Eigene Einschätzung: A1")
    assert office.case.languages[0].listening is not None
    assert office.sees("A1")


def talk_about_competences(office: Office) -> None:
    """Find the occupation by typing and rate four of its competences."""
    office.press("Kompetenzen")
    office.at_work.search("Beruf, deutsch oder englisch", "electric")
    office.at_work.take_suggestion("Elektroniker")
    office.at_work.settle()
    names = [one.name("de") for one in listed_competences(office.case, SkillFilter.ESSENTIAL)][:4]
    for name in names:
        office.rate(name, "allein", "in neuer Umgebung", "Beispiel erzählt")
    assert [one.name("de") for one in office.case.competences if one.is_rated] == names


def go_on_from_here(office: Office) -> None:
    """Look at routes, refer to a course, agree on one thing, print both papers."""
    office.press("Wege")
    office.press("überall")
    office.press("Als Wunschberuf merken")
    office.press("Verweis")
    office.fill("Name", "Handwerkskammer zu Leipzig")
    office.press("Hinzufügen")
    assert [one.recipient for one in office.case.referrals] == ["Handwerkskammer zu Leipzig"]
    office.press("Vereinbarung")
    office.press("Erste Vereinbarung eintragen")
    office.fill("Was vereinbart wurde", "Zeugnisse mitbringen")
    office.fill("Auf Arabisch", "أحضري الشهادات")
    office.fill("Bis wann", "15.12.2026")
    office.print_document("Kompetenzprofil", "Deutsch und Arabisch")
    office.print_document("Was wir vereinbart haben", "Deutsch und Arabisch")


def look_at_the_paper(office: Office) -> None:
    """Read both papers back."""
    profile, slip = ("\n".join(paper_lines(pdf)) for pdf in office.ask.printed)
    assert "Nour Dabbagh" in profile
    assert as_seen("نور دباغ") in profile
    assert "Zeugnisse mitbringen" in slip
    assert as_seen("أحضري الشهادات") in slip
    assert "15.12.2026" in slip

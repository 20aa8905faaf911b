"""Three people find their way: a nurse with a course for B2, an electrician without papers, a beginner at A1."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose
from iq_desktop.domain.contact import Interpreting
from iq_desktop.domain.procedure import StepKind
from iq_desktop.domain.referral import ReferralState
from iq_desktop.domain.talk import AppointmentKind, CounsellingResult
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.ui.screens.parts.date_row import DateRow
from iq_desktop.ui.screens.parts.due_list import DueLine
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.way_column import WayColumn
from iq_desktop.usecases.competences import SkillFilter, listed_competences
from tests.support.builders import TODAY
from tests.support.calendar_reader import CalendarProgram
from tests.support.journey import as_seen, paper_lines
from tests.support.worked_cases import a_nurse_from_syria, an_electrician_without_papers

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from tests.support.journey import Office


def test_a_nurse_finds_her_way_to_recognition_with_a_course_for_b2(desk: Office) -> None:
    office = desk
    take_up(office, a_nurse_from_syria(), "ar", "10115")
    office.open_case("Haddad, Rima")
    ways = look_at_ways(office)
    assert ways[:2] == [WayKind.RECOGNITION_COURSE, WayKind.RECOGNITION_EXAM]
    choose_way(office, WayKind.RECOGNITION_COURSE)
    course = find_german_course(office, "B2")
    letter = refer_with_consent(office, course)
    assert "Rima" in letter
    assert course in letter
    agree_on_the_course(office)
    plan = " ".join(office.print_document("Mein Weg in die Arbeit", "Deutsch und Arabisch"))
    # the course that was kept stands among the steps with its own dates, in both languages
    assert "Die Schritte: Anerkennung mit Anpassungslehrgang" in plan
    assert f"{course} 07.12.2026 bis 26.03.2027" in plan
    assert as_seen("الخطوات: الاعتراف مع دورة تكييف") in plan
    go_on_from_the_agreement(office)
    work_off_on_today(office)


def take_up(office: Office, case: CaseFile, language: str, postal_code: str) -> None:
    """Lay a case ready that was taken up in an earlier talk, with the consents of then."""
    purposes = (Purpose.COUNSELLING, Purpose.REFERRAL, Purpose.CONTACT_LATER)
    told = replace(
        case,
        contact=replace(case.contact, client_language=language, interpreting=Interpreting.NOT_NEEDED),
        client=replace(case.client, postal_code=postal_code),
        consents=tuple(Consent(one, TODAY, language, CONSENT_WORDING) for one in purposes),
        adviser_id=office.window.place.desk.adviser.id,
    )
    office.window.place.desk.cases.save(told)


def look_at_ways(office: Office) -> list[WayKind]:
    """Return the ways that stand side by side, the best first."""
    office.press("Wege")
    part = office.at_work.part("ways_part")
    office.at_work.until(lambda: bool(part.findChildren(WayColumn)), "the ways")
    office.at_work.settle()
    return [one.kind for one in part.findChildren(WayColumn)]


def choose_way(office: Office, kind: WayKind) -> None:
    """Choose a way, so that everything else follows it."""
    office.at_work.click(office.at_work.part(f"choose_{kind.value}"))
    assert [one.chosen_way for one in office.case.way_wishes] == [kind]


def find_german_course(office: Office, level: str) -> str:
    """Follow the advice on German into the courses, keep the first one, and return its title."""
    office.press("Sprachen")
    office.press("Passende Kurse suchen", "german_card")
    office.at_work.settle()
    assert office.sees(level)
    office.press("Merken")
    office.press("Verweisen")
    kept = office.case.kept_courses[-1]
    assert office.case.referrals[-1].course == kept.course
    return kept.title


def refer_with_consent(office: Office, course: str) -> str:
    """Let the person agree to just this recipient, send the letter, and return its words."""
    office.press(office.case.client.family_name)
    office.press("Verweis")
    referral = office.case.referrals[-1]
    assert course in referral.recipient
    office.press("Die Person willigt schriftlich ein", referral.id)
    office.press("Brief schreiben", referral.id)
    office.at_work.settle()
    office.press("Drucken")
    printed = "\n".join(paper_lines(office.ask.printed[-1]))
    office.press("Verweis")
    office.press("Brief verschickt", referral.id)
    assert office.case.referrals[-1].state is ReferralState.SENT
    return printed


def agree_on_the_course(office: Office) -> None:
    """Take the next course into the agreement, in both languages."""
    office.press("Sprachen")
    office.press("In die Vereinbarung übernehmen", "german_card")
    assert office.case.agreement[-1].is_written


def go_on_from_the_agreement(office: Office) -> None:
    """Make a task of what was agreed, and put it off by a week with one press."""
    office.press("Begleitung")
    office.at_work.click(office.at_work.part("make_task").findChildren(LineButton)[0])
    task = office.case.appointments[-1]
    assert task.source_id == office.case.agreement[-1].id
    row = office.at_work.part("follow_up_page").findChildren(DateRow)[0]
    office.at_work.click(row.line)
    office.fill("Wer macht es", "Die Beratung")
    office.press("Eine Woche später")
    assert office.case.appointments[-1].day is not None


def work_off_on_today(office: Office) -> None:
    """See the task among what waits, tick it off there; the agreed step is done with it."""
    office.press("Heute")
    office.at_work.settle()
    task = office.case.appointments[-1]
    line = next(one for one in office.at_work.visible(DueLine) if task.what in one.accessibleName())
    office.at_work.click(line.done)
    assert office.case.appointments[-1].is_done
    assert office.case.agreement[-1].done_on == TODAY
    assert not any(task.what in one.accessibleName() for one in office.at_work.visible(DueLine))


def test_an_electrician_without_papers_shows_what_he_can(desk: Office) -> None:
    office = desk
    take_up(office, an_electrician_without_papers(), "tr", "04109")
    office.open_case("Yıldız")
    assert look_at_ways(office)[0] is WayKind.RECOGNITION_ANALYSIS
    choose_way(office, WayKind.RECOGNITION_ANALYSIS)
    apply_for_an_analysis(office)
    plan = " ".join(office.print_document("Mein Weg in die Arbeit", "Deutsch und Türkisch"))
    assert "Mehmet Yıldız" in plan
    assert "Die Schritte: Anerkennung mit Qualifikationsanalyse" in plan
    assert "Adımlar: " in plan
    ask_the_body_as_a_task(office)
    close_although_a_period_runs(office)


def apply_for_an_analysis(office: Office) -> None:
    """Begin the analysis, apply for the grant first, hand the application in."""
    office.press("Anerkennung")
    office.press("Anerkennung", "procedures_section")
    office.fill("Zuständige Stelle", "Handwerkskammer zu Leipzig")
    office.fill("An welchem Tag", "02.11.2026")
    office.press("Antrag eingereicht", "procedures_section")
    office.at_work.settle()
    if office.sees("Der Zuschuss wurde heute beantragt"):
        office.press("Der Zuschuss wurde heute beantragt", "procedures_section")
        office.at_work.settle()
    assert [one.kind for one in office.case.procedure_steps] == [StepKind.APPLICATION_SENT]


def ask_the_body_as_a_task(office: Office) -> None:
    """Make a task of the running procedure; the dates go out without a name, the appointment with its time."""
    office.press("Begleitung")
    office.press("Termin eintragen")
    office.fill("Tag", "1.12.26")
    office.fill("Uhrzeit", "930")
    office.fill("Ort", "Werkstatt der Kammer")
    office.ask.place_to_save = office.paths.logs.parent / "IQ.ics"
    office.press("Termine als Kalenderdatei", "follow_up_page")
    office.at_work.settle()
    written = office.ask.place_to_save.read_text(encoding="utf-8")
    assert "DTSTART;TZID=Europe/Berlin:20261201T093000" in written
    assert "DTEND;TZID=Europe/Berlin:20261201T103000" in written
    assert "TRIGGER:-P1D" in written
    for secret in ("Yıldız", "Werkstatt"):
        assert secret not in written
    office.at_work.click(office.at_work.part("calendar_with_names"))
    office.press("Termine als Kalenderdatei", "follow_up_page")
    office.at_work.settle()
    assert "LOCATION:Werkstatt der Kammer" in office.ask.place_to_save.read_text(encoding="utf-8")
    take_the_appointment_back(office, office.ask.place_to_save)


def take_the_appointment_back(office: Office, path: Path) -> None:
    """What is done before its day is cancelled by the next file, and comes back with Undo; nothing is doubled."""
    program = CalendarProgram()
    program.take_in(path.read_bytes())
    count = len(program.events)
    office.press("Erledigt", "follow_up_page")
    office.press("Termine als Kalenderdatei", "follow_up_page")
    office.at_work.settle()
    assert office.sees("1 Termin, der nicht mehr gilt, ist darin abgesagt.")
    program.take_in(path.read_bytes())
    assert len(program.events) == count - 1
    assert not any(one.place for one in program.events.values())
    office.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.press("Termine als Kalenderdatei", "follow_up_page")
    office.at_work.settle()
    program.take_in(path.read_bytes())
    assert len(program.events) == count
    assert [one.place for one in program.events.values() if one.place] == ["Werkstatt der Kammer"]


def close_although_a_period_runs(office: Office) -> None:
    """The page says what is still open, and leads there; the counselling ends, is asked after, and goes on."""
    lines = [one for one in office.at_work.visible(LineButton) if "Eine Frist läuft noch bis" in one.accessibleName()]
    assert "Handwerkskammer zu Leipzig" in lines[0].accessibleName()
    office.fill("Ergebnis", "Anerkennungsverfahren begonnen")
    office.press("Beratung abschließen")
    assert office.case.closing.result is CounsellingResult.PROCEDURE_STARTED
    assert office.case.appointments[-1].kind is AppointmentKind.SIX_MONTHS
    office.press("Beratung fortsetzen")
    assert not office.case.closing.is_closed


def test_a_beginner_finds_a_first_course_on_the_way_to_a_job(desk: Office) -> None:
    office = desk
    office.press("Fälle")
    office.begin_case("Persönliche Empfehlung", "Arabisch", "Nicht nötig", "Deutsch für den Beruf", "Arbeit finden")
    tell_who_it_is(office)
    say_what_is_spoken(office)
    wish_for_an_occupation(office)
    assert WayKind.GERMAN_FIRST in look_at_ways(office)
    choose_way(office, WayKind.GERMAN_FIRST)
    course = find_german_course(office, "A1")
    letter = refer_with_consent(office, course)
    assert "Amira" in letter
    ladder = " ".join(office.print_document("Meine Deutschkurse", "Deutsch und Arabisch"))
    assert "A1" in ladder
    assert "B1" in ladder
    way = " ".join(office.print_document("Mein Weg in die Arbeit", "Deutsch und Arabisch"))
    assert "Die Schritte: Erst Deutsch, dann Arbeit" in way


def tell_who_it_is(office: Office) -> None:
    """Fill in who it is, and give the consents that are needed."""
    office.fill("Familienname", "Saleh")
    office.fill("Vornamen", "Amira")
    office.fill("Geburtsdatum", "5.6.1998")
    office.fill("Staatsangehörigkeiten", "Syrien")
    office.fill("Aufenthaltstitel", "Aufenthaltserlaubnis aus humanitären Gründen (§§ 22 bis 26 AufenthG)")
    office.fill("Derzeitige Arbeit", "Nicht erwerbstätig")
    office.fill("Leistungsbezug", "Grundsicherung für Arbeitsuchende (SGB II)")
    office.fill("Wohnsitz", "In Deutschland")
    office.fill("Postleitzahl", "04109")
    office.press("04109 ist Leipzig: übernehmen")
    office.press("Kontakt")
    for purpose in ("counselling", "referral"):
        office.press("Hat eingewilligt", inside=f"consent_{purpose}")


def say_what_is_spoken(office: Office) -> None:
    """Set the little German that is there."""
    office.press("Sprachen")
    office.press("Mit Deutsch beginnen")
    for skill in ("Hören", "Lesen", "Gespräche führen", "Zusammenhängend sprechen", "Schreiben"):
        office.press(f"Deutsch, {skill}, Eigene Einschätzung: A1")


def wish_for_an_occupation(office: Office) -> None:
    """Find an occupation by an everyday name, and wish for it."""
    office.press("Kompetenzen")
    office.at_work.search("Beruf, deutsch oder englisch", "Verkäufer")
    office.at_work.take_suggestion()
    office.at_work.settle()
    names = [one.name("de") for one in listed_competences(office.case, SkillFilter.ESSENTIAL)][:2]
    for name in names:
        office.rate(name, "allein", "allein", "Beispiel erzählt")
    office.press("Wege")
    office.press("Als Wunschberuf merken")
    assert office.case.occupations_as(OccupationRole.WISHED)

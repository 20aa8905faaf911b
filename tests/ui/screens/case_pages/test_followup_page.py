"""The page Follow-up, as an adviser uses it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.niq_record import Sender, niq_record
from iq_desktop.domain.niq_report import chiffre_of, with_chiffre, with_report
from iq_desktop.domain.qualification import Paper, PaperForm, PaperKind, Qualification, Whereabouts
from iq_desktop.domain.role import Role
from iq_desktop.domain.talk import Appointment, AppointmentKind, Closing, CounsellingResult, Talk
from iq_desktop.usecases.niq_ports import NiqForm
from tests.support.builders import TODAY, a_case
from tests.support.fakes import PRESENT_PASSWORD
from tests.support.followed_cases import a_case_closed_half_a_year_ago, a_followed_case
from tests.support.full_cases import a_usual_case, an_empty_case
from tests.support.memory_calendars import MemoryCalendars
from tests.support.memory_niq import the_codes

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from tests.ui.screens.case_pages.conftest import Office


def write(office: Office, row: Any, field: str, words: str) -> None:
    """Write into a line of a row from the beginning."""
    line = row.fields.frames[field].editor.line
    line.clear()
    office.type(line, words)


def test_a_talk_is_taken_up_today_with_what_was_said(office: Office) -> None:
    page = office.open("follow_up")
    office.click(page.talks.add_button)
    row = page.talks.rows.rows[office.stored.talks[-1].id]
    write(office, row, "minutes", "30")
    office.type(row.fields.frames["what"].editor.field, "Zeugnisse sind da")
    page.flush()
    talk = office.stored.talks[-1]
    assert (talk.held_on, talk.minutes, talk.what) == (TODAY, 30, "Zeugnisse sind da")
    assert row.line.accessibleName().startswith("Zeugnisse sind da, ")


def test_an_appointment_has_day_time_and_place_and_is_ticked_off(office: Office) -> None:
    page = office.open("follow_up", an_empty_case())
    office.click(page.dates.appointments.add_button)
    row = page.dates.appointments.rows.rows[office.stored.appointments[0].id]
    write(office, row, "day", "1.12.2026")
    write(office, row, "at", "930")
    write(office, row, "what", "Antrag abgeben")
    page.flush()
    one = office.stored.appointments[0]
    assert (one.day, one.at, one.what, one.is_done) == (dt.date(2026, 12, 1), "09:30", "Antrag abgeben", False)
    row = page.dates.appointments.rows.rows[one.id]
    office.click(row.fields.frames["is_done"].editor.tick)
    assert office.stored.appointments[0].is_done
    assert not office.stored.appointments[0].is_open


def test_the_dates_go_out_as_a_calendar_where_there_are_any(office: Office) -> None:
    page = office.open("follow_up", an_empty_case())
    assert not page.dates.calendar.isVisible()
    soon = Appointment(day=TODAY, what="Anruf")
    page = office.open("follow_up", replace(a_usual_case(), appointments=(soon,)))
    office.ask.place_to_save = Path("IQ.ics")
    office.click(page.dates.calendar)
    office.settle()
    assert isinstance(office.desk.calendars, MemoryCalendars)
    days = [one for one in office.desk.calendars.files["IQ.ics"] if one.day == TODAY]
    assert days
    assert not any("Anruf" in one.title for one in days)


def test_a_task_is_ticked_off_and_moved_by_a_week_with_one_press(office: Office) -> None:
    page = office.open("follow_up", a_followed_case())
    rows = page.dates.tasks.rows.rows
    office.click(rows["late"].week)
    assert stored(office, "late").day == TODAY + dt.timedelta(days=7)
    assert office.banner.told[-1].startswith("It is on ")
    office.open_case.undo()
    assert stored(office, "late").day == TODAY - dt.timedelta(days=3)
    office.click(page.dates.tasks.rows.rows["late"].done)
    assert (stored(office, "late").is_done, stored(office, "late").done_on) == (True, TODAY)
    assert office.banner.told[-1] == "Done: Bei der IHK FOSA nachfragen."
    assert rows["late"].acts.isHidden()
    office.click(rows["from-point"].done)
    assert [one.done_on for one in office.stored.agreement if one.id == "point-2"] == [TODAY]


def stored(office: Office, identity: str) -> Appointment:
    return next(one for one in office.stored.appointments if one.id == identity)


def test_a_task_is_made_of_what_was_agreed_and_one_of_nothing(office: Office) -> None:
    page = office.open("follow_up", a_followed_case())
    office.click(page.dates.sources.buttons[0])
    assert office.stored.appointments[-1].what == "Zeugnisse übersetzen lassen"
    assert len(page.dates.sources.buttons) == 2
    office.click(page.dates.tasks.add_button)
    row = page.dates.tasks.rows.rows[office.stored.appointments[-1].id]
    write(office, row, "what", "Anrufen")
    page.flush()
    assert (office.stored.appointments[-1].what, office.stored.appointments[-1].is_task) == ("Anrufen", True)
    assert row.fields.frames["who_else"].isHidden()


def test_one_appointment_goes_into_a_calendar_with_its_place_where_wished(office: Office) -> None:
    page = office.open("follow_up", a_followed_case())
    row = page.dates.appointments.rows.rows["office"]
    row.unfold()
    row.with_names.setChecked(True)
    office.ask.place_to_save = Path("one.ics")
    office.click(row.calendar)
    office.settle()
    assert isinstance(office.desk.calendars, MemoryCalendars)
    assert [one.place for one in office.desk.calendars.files["one.ics"]] == ["Jobcenter Mitte"]


def test_half_a_year_later_one_press_says_what_has_become_of_it(office: Office) -> None:
    page = office.open("follow_up", a_case_closed_half_a_year_ago())
    page.go_to("after_six_months")
    assert page.six_months.isAncestorOf(page.focusWidget())
    page.dates.appointments.add_button.setFocus()
    page.go_to("later.day")
    assert page.six_months.isAncestorOf(page.focusWidget())
    assert not page.six_months.no_consent.isVisible()
    office.click(page.six_months.buttons[CounsellingResult.IN_WORK])
    assert office.stored.closing.after_six_months is CounsellingResult.IN_WORK
    assert not page.six_months.isVisible()
    office.open_case.undo()
    office.click(page.six_months.ask_later)
    assert office.stored.appointments[0].day == TODAY + dt.timedelta(weeks=4)
    assert not page.six_months.isVisible()


def test_who_never_agreed_to_be_asked_again_is_asked_for_that_first(office: Office) -> None:
    case = a_case_closed_half_a_year_ago()
    page = office.open("follow_up", replace(case, consents=case.consents[:1]))
    assert page.six_months.no_consent.isVisible()


def test_buttons_of_a_narrow_row_stand_below_its_line(office: Office) -> None:
    page = office.open("follow_up", a_followed_case())
    row = page.dates.tasks.rows.rows["late"]
    for width, is_beside in ((1000, True), (480, False)):
        page.resize(width, 700)
        office.settle()
        assert row._is_beside is is_beside


def test_what_keeps_a_case_open_leads_to_its_row(office: Office) -> None:
    page = office.open("follow_up", a_followed_case())
    heard: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda name, field: heard.append((name, field)))
    period = next(button for button in page.closing.lacks.buttons if "period" in button.accessibleName())
    office.click(period)
    assert heard == [("recognition", f"{office.stored.procedures[0].id}.steps")]
    task = next(button for button in page.closing.lacks.buttons if "IHK FOSA nach" in button.accessibleName())
    office.click(task)
    row = page.dates.tasks.rows.rows["late"]
    assert row.fields.frames["is_done"].editor.isAncestorOf(page.focusWidget())


def test_an_impossible_time_gets_a_message_and_its_words_stay(office: Office) -> None:
    page = office.open("follow_up", an_empty_case())
    office.click(page.dates.appointments.add_button)
    row = page.dates.appointments.rows.rows[office.stored.appointments[0].id]
    write(office, row, "at", "25:99")
    page.flush()
    assert office.stored.appointments[0].at == ""
    assert row.fields.frames["at"].editor.line.text() == "25:99"
    assert "not a time" in row.fields.frames["at"].note.text()


def test_what_is_removed_comes_back(office: Office) -> None:
    case = replace(an_empty_case(), talks=(Talk(TODAY),), appointments=(Appointment(TODAY),))
    page = office.open("follow_up", case)
    office.click(next(iter(page.talks.rows.rows.values())).remove)
    assert office.stored.talks == ()
    assert office.banner.told[-1] == "The talk was removed."
    office.open_case.undo()
    assert office.stored.talks == case.talks
    office.click(next(iter(page.dates.appointments.rows.rows.values())).remove)
    assert office.banner.told[-1] == "The appointment was removed."


def test_what_niq_lacks_leads_to_its_page_and_field(office: Office) -> None:
    page = office.open("follow_up", an_empty_case())
    heard: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda name, field: heard.append((name, field)))
    assert page.niq.words.text() == "Cannot be reported yet"
    office.click(page.niq.buttons[0])
    office.click(page.niq.buttons[1])
    assert heard == [("contact", "recognition_topics"), ("person", "birth")]


def test_closing_says_what_is_missing_and_can_be_taken_back(office: Office) -> None:
    paper = Paper("Diplom", PaperKind.CERTIFICATE, forms=(PaperForm.ORIGINAL,), whereabouts=Whereabouts.CENTRE)
    consents = tuple(
        Consent(purpose, TODAY, "ar", CONSENT_WORDING) for purpose in (Purpose.COUNSELLING, Purpose.CONTACT_LATER)
    )
    page = office.open("follow_up", replace(an_empty_case(), papers=(paper,), consents=consents))
    assert any("Diplom" in button.accessibleName() for button in page.closing.lacks.buttons)
    office.click(page.closing.close_button)
    assert office.stored.closing.closed_on == TODAY
    assert [one.kind for one in office.stored.appointments] == [AppointmentKind.SIX_MONTHS]
    assert page.closing.form.frames["result"].note.text().startswith("With what did the counselling end?")
    assert not page.closing.lacks.isVisible()
    office.click(page.closing.reopen_button)
    assert not office.stored.closing.is_closed


def test_the_result_after_six_months_is_noted(office: Office) -> None:
    closing = Closing(dt.date(2026, 4, 1), CounsellingResult.IN_QUALIFICATION)
    page = office.open("follow_up", replace(an_empty_case(), closing=closing))
    box = page.closing.form.frames["after_six_months"].editor.box
    row = box.findText("In work")
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert office.stored.closing.after_six_months is CounsellingResult.IN_WORK


def test_what_is_open_is_where_the_page_leads(office: Office) -> None:
    late = Appointment(TODAY - dt.timedelta(days=9), what="Kammer anrufen")
    page = office.open("follow_up", replace(an_empty_case(), appointments=(late,)))
    assert page.still_open.isVisible()
    office.click(page.still_open)
    row = page.dates.appointments.rows.rows[late.id]
    assert not row.is_folded
    assert row.fields.frames["is_done"].editor.isAncestorOf(page.focusWidget())


def test_a_short_consultation_has_no_record_for_niq(office: Office) -> None:
    page = office.open("follow_up", replace(an_empty_case(), kind=CaseKind.SHORT))
    assert not page.niq.isVisible()
    assert page.talks.isVisible()


def with_colleague(office: Office) -> Any:
    """Return the page with a colleague to whom the case can be given."""
    office.desk.centres.save_adviser(office.desk.keys.add_adviser("B. Baum", PRESENT_PASSWORD))
    page = office.open("follow_up", replace(a_usual_case(), adviser_id=office.desk.adviser.id))
    office.settle()
    return page


def test_a_case_is_handed_over_and_taken_back(office: Office) -> None:
    page = with_colleague(office)
    assert page.owner.owner.text() == "This is your case."
    box = page.owner.adviser.box
    box.setCurrentIndex(box.findText("B. Baum"))
    box.activated.emit(box.currentIndex())
    office.settle()
    assert office.stored.adviser_id == "adviser-2"
    assert office.banner.told[-1] == "B. Baum looks after this case now."
    assert page.owner.owner.text() == "B. Baum looks after this case."
    assert office.banner.act is not None
    office.banner.act()
    office.settle()
    assert office.stored.adviser_id == office.desk.adviser.id
    assert page.owner.owner.text() == "This is your case."


def test_a_case_is_kept_for_its_adviser_alone(office: Office) -> None:
    page = with_colleague(office)
    office.click(page.owner.apart.tick)
    office.settle()
    assert office.stored.is_confidential
    office.click(page.owner.apart.tick)
    office.settle()
    assert not office.stored.is_confidential


def test_who_gives_a_kept_case_away_is_told_that_it_is_seen_no_more(office: Office) -> None:
    office.desk = replace(office.desk, adviser=replace(office.desk.adviser, role=Role.ADVISER))
    page = with_colleague(office)
    office.click(page.owner.apart.tick)
    office.settle()
    page.owner.given.emit(next(one for one in office.desk.centres.advisers() if one.name == "B. Baum"))
    office.settle()
    assert office.stored.adviser_id == "adviser-2"
    assert office.banner.told[-1] == "B. Baum looks after this case now, and you see it no more."


def test_a_trainee_is_told_who_hands_over(office: Office) -> None:
    office.desk = replace(office.desk, adviser=replace(office.desk.adviser, role=Role.TRAINEE))
    page = with_colleague(office)
    assert page.owner.frame.isHidden()
    assert page.owner.closed.text() == "Trainees do not hand over cases."
    assert not page.owner.apart.isHidden()


def a_reportable_case() -> CaseFile:
    return a_case(qualifications=(Qualification(title_de="Kauffrau", goes_to_niq=True),))


def open_report(office: Office, case: CaseFile) -> Any:
    office.desk.centres.save_centre(replace(office.desk.centres.centre(), niq_id="417"))
    return office.open("follow_up", case).report


def test_a_record_is_saved_and_the_case_knows_it_was_reported(office: Office, tmp_path: Path) -> None:
    card = open_report(office, a_reportable_case())
    assert card.state.text.text() == "Not reported yet"
    office.ask.place_to_save = tmp_path / "record.json"
    card.form._commit(NiqForm.JSON)
    office.settle()
    assert [one.sent_on for one in office.stored.niq_reports] == [TODAY]
    assert office.banner.told[-1] == "The record is in “record.json”. The case counts as reported."
    assert card.state.text.text().startswith("Reported on ")
    office.open_case.undo()
    assert office.stored.niq_reports == ()


def test_what_changed_since_the_report_stands_field_by_field(office: Office) -> None:
    case = a_reportable_case()
    record = niq_record(case, the_codes(), Sender("417", "Berlin"), TODAY)
    case = with_chiffre(with_report(case, record, TODAY), "B-17")
    card = open_report(office, replace(case, talks=(Talk(TODAY, channel=Channel.TELEPHONE),)))
    assert card.state.text.text().endswith("· Chiffre B-17 · 2 fields changed since")
    told = [label.text() for label in card.changes.labels if label.text()]
    assert told[0] == "Follow-up contact 1: day"
    assert told[1].endswith("(before: nothing said)")
    assert told[3].startswith("Telephone")


def test_a_chiffre_is_typed(office: Office) -> None:
    card = open_report(office, a_reportable_case())
    office.type(card.chiffre.line, "B-17")
    card.chiffre.flush()
    assert chiffre_of(office.stored) == "B-17"
    assert card.state.text.text() == "Not reported yet · Chiffre B-17"


def test_the_record_is_shown_in_words_and_hidden_again(office: Office) -> None:
    card = open_report(office, a_reportable_case())
    assert card.record.isHidden()
    office.click(card.show_button)
    office.settle()
    told = [label.text().replace("\u00ad", "") for label in card.record.labels]
    assert told[:3] == ["Number of the centre in NIQ", "417", "niqidberatungsstelle = 417"]
    assert "Syria" in told
    office.click(card.show_button)
    assert card.record.isHidden()


def test_what_cannot_be_reported_says_why(office: Office, tmp_path: Path) -> None:
    card = open_report(office, a_case())
    office.ask.place_to_save = tmp_path / "record.txt"
    card.form._commit(NiqForm.FORM)
    office.settle()
    assert office.banner.told[-1] == "This case cannot be reported yet."
    assert office.stored.niq_reports == ()

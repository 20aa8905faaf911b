"""The page Referral, as an adviser uses it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from iq_desktop.domain.consent import Manner, Release
from iq_desktop.domain.incoming_referral import IncomingAnswer, IncomingReferral
from iq_desktop.domain.kept_course import KeptCourse
from iq_desktop.domain.organisation import Organisation, OrganisationKind
from iq_desktop.domain.referral import Referral, ReferralKind, ReferralState, Shared
from iq_desktop.domain.referral_step import ReferralStepKind
from tests.support.builders import TODAY
from tests.support.full_cases import an_empty_case

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


def state_of(office: Office) -> str:
    """Return how far the first referral is."""
    return str(office.stored.referrals[0].state.value)


def undo(office: Office) -> None:
    """Press the act that the banner offers."""
    assert office.banner.act is not None
    office.banner.act()


def test_a_course_is_found_by_words_and_referred_to(office: Office) -> None:
    page = office.open("referral", an_empty_case())
    office.type(page.new.search.line, "Deutsch Beruf")
    office.bot.waitUntil(lambda: page.new.search.popup is not None and page.new.search.popup.isVisible())
    office.press(page.new.search.line, Qt.Key.Key_Return)
    referral = office.stored.referrals[0]
    assert (referral.kind, referral.state) == (ReferralKind.COURSE, ReferralState.PLANNED)
    assert referral.course == "demo/0"
    assert not page.empty.isVisible()


def test_a_body_is_named(office: Office) -> None:
    page = office.open("referral", an_empty_case())
    line = page.new.fields.frames["recipient"].editor.line
    office.type(line, "Handwerkskammer Köln")
    office.press(line, Qt.Key.Key_Return)
    referral = office.stored.referrals[0]
    assert (referral.recipient, referral.kind) == ("Handwerkskammer Köln", ReferralKind.COMPETENT_BODY)
    assert line.text() == ""


def test_nothing_is_added_without_a_name(office: Office) -> None:
    page = office.open("referral", an_empty_case())
    office.click(page.new.add_button)
    assert office.cases.saves == []
    assert page.new.fields.frames["recipient"].editor.isAncestorOf(page.focusWidget())


def test_what_happens_next_is_one_press_and_moves_state_and_mark(office: Office) -> None:
    page = office.open("referral")
    row = page.referrals.rows["referral-1"]
    assert row.about.line.line.icon == "info"
    office.click(row.next.buttons[ReferralStepKind.REFUSED])
    assert state_of(office) == "refused"
    (step,) = office.stored.referral_steps
    assert (step.referral_id, step.kind, step.day) == ("referral-1", ReferralStepKind.REFUSED, TODAY)
    assert row.about.line.line.icon == "danger"
    assert not row.next.isVisible()
    assert not row.consent.isVisible()
    step_row = row.steps.rows[step.id]
    step_row.unfold()
    office.type(step_row.fields.frames["by_whom"].editor.line, "Frau Beispiel")
    step_row.flush()
    assert office.stored.referral_steps[0].by_whom == "Frau Beispiel"
    office.click(step_row.remove)
    assert office.stored.referral_steps == ()
    assert state_of(office) == "planned"
    undo(office)
    assert state_of(office) == "refused"


def test_nothing_is_sent_before_the_person_agreed_and_nothing_more_after_it_was_taken_back(office: Office) -> None:
    page = office.open("referral")
    row = page.referrals.rows["referral-2"]
    assert "has not agreed yet" in row.consent.words.text()
    office.click(row.next.buttons[ReferralStepKind.SENT])
    assert office.stored.referral_steps == ()
    assert "may not be told" in office.banner.told[-1]
    row.consent.fields.frames["shares"].editor._commit((Shared.LANGUAGES,))
    office.click(row.consent.in_writing)
    (release,) = [one for one in office.stored.releases if one.referral_id]
    assert (release.recipient, release.shares, release.manner) == (
        "Handwerkskammer Berlin",
        (Shared.LANGUAGES,),
        Manner.WRITTEN,
    )
    assert not row.consent.in_writing.isVisible()
    row.consent.fields.frames["shares"].editor._commit((Shared.LANGUAGES, Shared.BIRTH))
    assert "Not agreed yet: Date of birth" in row.consent.words.text()
    assert row.consent.by_mouth.isVisible()
    office.click(row.next.buttons[ReferralStepKind.SENT])
    assert office.stored.referrals[1].state is ReferralState.SENT
    office.click(row.consent.take_back)
    assert not any(one.is_valid for one in office.stored.releases if one.referral_id)
    assert "took the consent back" in row.consent.words.text()


def test_a_refused_person_is_referred_again_in_one_press(office: Office) -> None:
    page = office.open("referral")
    office.desk.organisations.put(
        Organisation("Frauen helfen Frauen e. V.", OrganisationKind.SELF_HELP, languages=("ar",), id="org")
    )
    office.click(page.referrals.rows["referral-1"].next.buttons[ReferralStepKind.REFUSED])
    office.click(page.referrals.rows["referral-1"].again)
    again = office.stored.referrals[-1]
    assert (again.recipient, again.earlier_id, again.state) == ("", "referral-1", ReferralState.PLANNED)
    assert not page.referrals.rows["referral-1"].again.isVisible()
    row = page.referrals.rows[again.id]
    assert row.y() < page.referrals.rows["referral-2"].y()
    assert not row.consent.in_writing.isVisible(), "nobody is there to agree to"
    office.type(row.search.line, "arab")
    office.bot.waitUntil(lambda: row.search.popup is not None and row.search.popup.isVisible())
    office.press(row.search.line, Qt.Key.Key_Return)
    again = office.stored.referrals[-1]
    assert (again.recipient, again.kind, again.organisation_id) == (
        "Frauen helfen Frauen e. V.",
        ReferralKind.SELF_HELP,
        "org",
    )
    assert "has not agreed yet" in row.consent.words.text()
    assert row.consent.in_writing.isVisible()


def test_the_address_of_the_directory_is_shown_copied_and_kept_as_it_was_when_the_letter_went_out(
    office: Office,
) -> None:
    entry = Organisation("VHS", street="Musterweg 3", postal_code="10115", place="Berlin", phone="030 55", id="vhs")
    office.desk.organisations.put(entry)
    referral = Referral("VHS", organisation_id="vhs", id="r")
    release = Release("VHS", given_on=TODAY, referral_id="r")
    page = office.open("referral", replace(an_empty_case(), referrals=(referral,), releases=(release,)))
    office.settle()
    row = page.referrals.rows["r"]
    assert row.address.isVisible()
    assert row.address.words.text() == "Musterweg 3, 10115 Berlin · 030 55"
    office.click(row.address.copy)
    assert QGuiApplication.clipboard().text().split("\n") == ["VHS", "Musterweg 3", "10115 Berlin", "030 55"]
    office.click(row.next.buttons[ReferralStepKind.SENT])
    assert office.stored.referral_steps[0].words == "Musterweg 3, 10115 Berlin · 030 55"
    office.desk.organisations.put(replace(entry, street="Neuer Weg 1"))
    office.click(row.next.buttons[ReferralStepKind.ACCEPTED])
    office.settle()
    assert row.address.words.text().startswith("Neuer Weg 1")
    assert [one.words for one in office.stored.referral_steps] == ["Musterweg 3, 10115 Berlin · 030 55", ""]


def test_without_a_known_address_there_is_no_line_for_it(office: Office) -> None:
    page = office.open("referral", replace(an_empty_case(), referrals=(Referral("Niemand", id="r"),)))
    office.settle()
    assert not page.referrals.rows["r"].address.isVisible()


def test_the_place_that_refused_is_asked_once_more_for_a_new_day(office: Office) -> None:
    page = office.open("referral")
    first = page.referrals.rows["referral-1"]
    assert not first.there_again.isVisible()
    office.click(first.consent.in_writing)
    office.click(first.next.buttons[ReferralStepKind.REFUSED])
    office.click(first.there_again)
    again = office.stored.referrals[-1]
    assert (again.recipient, again.earlier_id) == (office.stored.referrals[0].recipient, "referral-1")
    assert not first.there_again.isVisible()
    row = page.referrals.rows[again.id]
    assert row.before.isVisible()
    frame = row.about.fields.frames["starts_on"]
    assert frame.editor.isAncestorOf(page.focusWidget())
    assert "still holds" in row.consent.words.text()
    assert row.consent.in_writing.isVisible()
    undo(office)
    assert [one.id for one in office.stored.referrals] == ["referral-1", "referral-2"]
    assert first.there_again.isVisible()


def test_a_kept_course_that_refused_can_be_referred_to_again(office: Office) -> None:
    kept = KeptCourse("old/7", "Nähen", "Haus der Begegnung")
    refused = Referral("Nähen · Haus der Begegnung", course="old/7", state=ReferralState.REFUSED, id="no")
    page = office.open("referral", replace(an_empty_case(), kept_courses=(kept,), referrals=(refused,)))
    row = page.kept.rows.rows[kept.id]
    assert row.refer.text() == "Refer"
    office.click(row.refer)
    assert [one.earlier_id for one in office.stored.referrals] == ["", "no"]
    assert row.refer.text() == "Referred"


def test_somebody_of_the_directory_is_referred_to(office: Office) -> None:
    office.desk.organisations.put(Organisation("Bildungswerk", OrganisationKind.PARTNER, contact_person="Frau Ort"))
    page = office.open("referral", an_empty_case())
    office.type(page.new.directory.line, "bildung partner")
    office.bot.waitUntil(lambda: page.new.directory.popup is not None and page.new.directory.popup.isVisible())
    office.press(page.new.directory.line, Qt.Key.Key_Return)
    (referral,) = office.stored.referrals
    assert (referral.recipient, referral.kind) == ("Bildungswerk", ReferralKind.PARTNER)
    assert referral.contact_person == "Frau Ort"


def test_a_day_that_cannot_be_read_is_not_noted_as_another_one(office: Office) -> None:
    page = office.open("referral", replace(an_empty_case(), referrals=(Referral("VHS", id="vhs"),)))
    following = page.referrals.rows["vhs"].next
    following.day.editor.line.selectAll()
    office.type(following.day.editor.line, "45.13.")
    office.click(following.buttons[ReferralStepKind.REFUSED])
    assert office.case.referral_steps == ()
    following.day.editor.line.selectAll()
    office.type(following.day.editor.line, "2.11.2026")
    office.click(following.buttons[ReferralStepKind.REFUSED])
    assert [one.day for one in office.stored.referral_steps] == [TODAY - dt.timedelta(days=1)]


def test_a_sender_who_waits_longer_than_a_week_is_marked(office: Office) -> None:
    senders = [
        IncomingReferral(
            "Jobcenter", came_on=TODAY - dt.timedelta(days=days), answer=answer, answered_on=answer and TODAY, id=name
        )
        for name, days, answer in (("soon", 7, None), ("late", 8, None), ("told", 30, IncomingAnswer.DONE))
    ]
    page = office.open("referral", replace(an_empty_case(), incoming_referrals=tuple(senders)))
    office.settle()
    rows = page.incoming.rows.rows
    assert {name: row.line.line.is_urgent for name, row in rows.items()} == {"soon": False, "late": True, "told": False}


def test_who_sent_the_person_is_noted_and_answered(office: Office) -> None:
    page = office.open("referral", an_empty_case())
    office.click(page.incoming.add_button)
    (incoming,) = office.stored.incoming_referrals
    assert incoming.came_on == TODAY
    row = page.incoming.rows.rows[incoming.id]
    office.type(row.fields.frames["sender"].editor.line, "Jobcenter")
    row.flush()
    assert office.stored.incoming_referrals[0].sender == "Jobcenter"
    assert not row.fields.frames["answered_on"].isVisible()
    row.fields.frames["answer"].editor._commit(IncomingAnswer.TAKEN_ON)
    assert row.fields.frames["answered_on"].isVisible()
    office.click(row.remove)
    assert not office.stored.incoming_referrals
    undo(office)
    assert office.stored.incoming_referrals[0].answer is IncomingAnswer.TAKEN_ON


def test_the_newest_stands_first_and_removal_can_be_undone(office: Office) -> None:
    page = office.open("referral")
    assert page.referrals.rows["referral-2"].y() < page.referrals.rows["referral-1"].y()
    office.click(page.referrals.rows["referral-2"].about.remove)
    assert [one.id for one in office.stored.referrals] == ["referral-1"]
    assert "Handwerkskammer Berlin" in office.banner.told[-1]
    assert office.banner.act is not None
    office.banner.act()
    assert len(office.stored.referrals) == 2


def test_the_letter_is_one_press_away(office: Office) -> None:
    page = office.open("referral")
    asked: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda *wanted: asked.append(wanted))
    office.click(page.referrals.rows["referral-1"].letter)
    assert asked == [("documents", "referral-letter/referral-1")]
    page = office.open("documents")
    page.go_to("referral-letter/referral-1")
    assert (page.choice.kind.name, page.choice.part) == ("referral-letter", "referral-1")
    page.go_to("referral-letter/referral-2")
    assert page.choice.part == "referral-2"
    page.go_to("what-we-agreed")
    assert (page.choice.kind.name, page.choice.part) == ("what-we-agreed", "")


def test_a_kept_course_is_referred_to_in_one_press_or_let_go(office: Office) -> None:
    kept = KeptCourse("old/7", "Nähen", "Haus der Begegnung", note="Platz frei")
    page = office.open("referral", replace(an_empty_case(), kept_courses=(kept,)))
    row = page.kept.rows.rows[kept.id]
    assert row.note.text() == "Platz frei"
    office.click(row.refer)
    assert office.stored.referrals[0].recipient == "Nähen · Haus der Begegnung"
    assert row.refer.text() == "Referred"
    office.click(row.drop)
    assert len(office.stored.kept_courses) == 0
    assert not page.kept.isVisible()
    undo(office)
    assert list(office.stored.kept_courses) == [kept]

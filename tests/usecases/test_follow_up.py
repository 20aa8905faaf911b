"""Talks after the first one, appointments, and the end of a counselling."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from iq_desktop.domain.agreement import Signature, Signer, agreement_words, seal_of
from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.closing import closing_gaps
from iq_desktop.domain.consent import Manner, Purpose
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.deadline import deadlines_of
from iq_desktop.domain.niq import niq_state
from iq_desktop.domain.qualification import Paper, PaperForm, Whereabouts
from iq_desktop.domain.referral import AgreedPoint, Referral, ReferralState
from iq_desktop.domain.rights import find_stop_of_change
from iq_desktop.domain.talk import Appointment, AppointmentKind, Closing, CounsellingResult, Talk, TalkKind
from iq_desktop.usecases.appointments import (
    appointment_facts,
    appointment_moment,
    appointment_title,
    appointments_by_day,
)
from iq_desktop.usecases.consents import (
    begin_release,
    give_consent,
    release_facts,
    release_title,
    withdraw_release,
)
from iq_desktop.usecases.follow_up import (
    ask_again_later,
    begin_talk,
    change_closing,
    close_case,
    follow_up_problems,
    is_time_to_ask,
    make_full,
    note_six_months,
    reopen_case,
    talk_facts,
    talk_sums,
    talk_title,
    talks_by_day,
)
from iq_desktop.usecases.missing import closing_lacks, niq_lacks, niq_words
from iq_desktop.wording.text import NOTHING, joined
from tests.support.builders import TODAY, a_case
from tests.support.fakes import FixedClock, a_desk
from tests.support.followed_cases import a_case_closed_half_a_year_ago, a_followed_case
from tests.support.full_cases import a_usual_case
from tests.support.tongues import TRANSLATIONS, english, german

DESK = a_desk(TRANSLATIONS)
CASE = CaseFile(opened_on=TODAY)


def test_a_new_talk_is_of_today_and_held_as_the_one_before() -> None:
    assert begin_talk(DESK, CASE).held_on == TODAY
    assert begin_talk(DESK, a_case()).channel is Channel.FACE_TO_FACE
    called = replace(a_case(), talks=(Talk(channel=Channel.TELEPHONE), Talk()))
    assert begin_talk(DESK, called).channel is Channel.TELEPHONE


def test_talks_stand_newest_first_and_appointments_next_first() -> None:
    days = [TODAY + dt.timedelta(days=number) for number in range(3)]
    talks = tuple(Talk(held_on=day) for day in days)
    undated = Talk()
    assert talks_by_day(replace(CASE, talks=(*talks, undated))) == (undated, *reversed(talks))
    late, early = Appointment(day=days[1], at="14:00"), Appointment(day=days[1], at="09:30")
    done = [Appointment(day=day, is_done=True) for day in days]
    undated_one = Appointment(what="Anrufen")
    case = replace(CASE, appointments=(*done, late, early, undated_one))
    assert appointments_by_day(case) == (undated_one, early, late, *reversed(done))


def test_a_line_says_what_a_talk_and_an_appointment_are() -> None:
    talk = Talk(TODAY, TalkKind.CALL, Channel.TELEPHONE, 1, "Jobcenter", "Antrag besprochen\nund mehr")
    assert english().speak(talk_title(talk)) == "Antrag besprochen"
    assert german().speak(joined(talk_facts(talk))) == "Kurzer Anruf oder Nachricht · Telefon · 1 Minute · Jobcenter"
    assert german().speak(talk_title(Talk())) == "Folgeberatung"
    one = Appointment(TODAY, "09:30", AppointmentKind.OFFICE, "Antrag abgeben", "Kammer")
    assert english().speak(appointment_title(one)) == "Antrag abgeben"
    assert english().speak(joined(appointment_facts(CASE, one))) == "Appointment at an office · Kammer"
    assert english().speak(appointment_moment(one)).endswith("09:30")
    assert english().speak(appointment_moment(replace(one, is_done=True))) == "Done"
    assert english().speak(appointment_moment(Appointment())) == "without a day"
    assert english().speak(appointment_title(Appointment())) == "Next talk"


def test_what_is_open_is_told_for_each_talk_and_appointment() -> None:
    talk, past = Talk(TODAY + dt.timedelta(days=1)), Appointment(TODAY - dt.timedelta(days=1))
    problems = follow_up_problems(replace(CASE, talks=(talk,), appointments=(past,)), TODAY)
    assert [one.field for one in problems[talk.id]] == ["held_on", "channel"]
    assert [one.field for one in problems[past.id]] == ["is_done"]
    assert Appointment().problems(TODAY)[0].field == "day"
    assert replace(past, is_done=True).problems(TODAY) == ()


def test_closing_asks_again_after_six_months_only_with_consent() -> None:
    closed = close_case(DESK, CASE)
    assert (closed.closing.closed_on, closed.appointments) == (TODAY, ())
    agreed = give_consent(DESK, CASE, Purpose.CONTACT_LATER, Manner.ORAL)
    ended = close_case(DESK, agreed)
    later = ended.appointments
    assert [(one.kind, one.day) for one in later] == [(AppointmentKind.SIX_MONTHS, dt.date(2027, 5, 3))]
    assert close_case(DESK, agreed, CounsellingResult.IN_WORK).closing == Closing(TODAY, CounsellingResult.IN_WORK)


@pytest.mark.parametrize(
    ("day", "later"),
    [(dt.date(2026, 8, 31), dt.date(2027, 2, 28)), (dt.date(2026, 6, 30), dt.date(2026, 12, 28))],
)
def test_half_a_year_later_is_a_day_that_every_month_has(day: dt.date, later: dt.date) -> None:
    desk = a_desk(TRANSLATIONS, clock=FixedClock(day))
    case = give_consent(desk, CASE, Purpose.CONTACT_LATER, Manner.ORAL)
    assert close_case(desk, case).appointments[0].day == later


def questions(case: CaseFile) -> list[tuple[dt.date | None, bool]]:
    return [(one.day, one.is_done) for one in case.appointments if one.kind is AppointmentKind.SIX_MONTHS]


def test_while_the_counselling_goes_on_nobody_asks_and_a_new_end_is_asked_after_anew() -> None:
    agreed = give_consent(DESK, CASE, Purpose.CONTACT_LATER, Manner.ORAL)
    task = Appointment(TODAY, kind=AppointmentKind.TASK, what="Anrufen")
    ended = close_case(DESK, replace(agreed, appointments=(task,)))
    on = reopen_case(DESK, ended)
    assert on.appointments == (task,)
    assert not [one for one in deadlines_of(on) if one.kind is ReminderKind.SIX_MONTHS]
    later = a_desk(TRANSLATIONS, clock=FixedClock(TODAY + dt.timedelta(days=31)))
    assert questions(close_case(later, on)) == [(dt.date(2027, 6, 4), False)]


def test_an_answer_of_an_earlier_end_does_not_answer_for_a_later_one() -> None:
    case = note_six_months(DESK, a_case_closed_half_a_year_ago(), CounsellingResult.IN_WORK)
    on = reopen_case(DESK, case)
    assert on.closing.after_six_months is CounsellingResult.IN_WORK
    later = a_desk(TRANSLATIONS, clock=FixedClock(TODAY + dt.timedelta(days=1)))
    again = close_case(later, on)
    assert (again.closing.after_six_months, again.closing.after_six_months_on) == (None, None)
    assert questions(again) == [(TODAY, True), (dt.date(2027, 5, 4), False)]
    assert again.closing.problems(TODAY + dt.timedelta(days=1)) == ()


def test_an_answer_that_is_taken_away_brings_its_question_back() -> None:
    case = a_case_closed_half_a_year_ago()
    told = note_six_months(DESK, case, CounsellingResult.IN_WORK)
    taken = change_closing(DESK, told, replace(told.closing, after_six_months=None))
    assert taken == case
    assert is_time_to_ask(taken, TODAY)
    alone = replace(case, appointments=())
    answered = note_six_months(DESK, alone, CounsellingResult.IN_WORK)
    assert not is_time_to_ask(answered, TODAY)
    assert is_time_to_ask(change_closing(DESK, answered, replace(answered.closing, after_six_months=None)), TODAY)


def test_a_corrected_day_of_the_end_moves_the_question_that_was_reckoned_from_it() -> None:
    agreed = give_consent(DESK, CASE, Purpose.CONTACT_LATER, Manner.ORAL)
    ended = close_case(DESK, agreed)
    earlier = change_closing(DESK, ended, replace(ended.closing, closed_on=dt.date(2026, 10, 1)))
    assert questions(earlier) == [(dt.date(2027, 4, 1), False)]
    put_off = ask_again_later(DESK, ended)
    assert questions(change_closing(DESK, put_off, earlier.closing)) == questions(put_off)
    last = change_closing(DESK, agreed, Closing(dt.date(9999, 12, 1)))
    assert questions(last) == [(dt.date.max, False)]


def test_where_only_the_end_may_be_changed_the_question_stays_as_it_is() -> None:
    agreed = give_consent(
        DESK, give_consent(DESK, CASE, Purpose.CONTACT_LATER, Manner.ORAL), Purpose.COUNSELLING, Manner.ORAL
    )
    withdrawn = tuple(
        replace(one, withdrawn_on=TODAY) if one.purpose is Purpose.COUNSELLING else one for one in agreed.consents
    )
    stopped = replace(agreed, consents=withdrawn)
    closed = close_case(DESK, stopped)
    assert (closed.closing.closed_on, closed.appointments) == (TODAY, ())
    assert find_stop_of_change(stopped, closed) is None
    ended = replace(close_case(DESK, agreed), consents=withdrawn)
    assert find_stop_of_change(ended, reopen_case(DESK, ended)) is None


def test_what_has_become_of_it_is_noted_with_one_word() -> None:
    case = a_case_closed_half_a_year_ago()
    assert is_time_to_ask(case, TODAY)
    assert not is_time_to_ask(case, TODAY - dt.timedelta(days=1))
    assert not is_time_to_ask(reopen_case(DESK, case), TODAY)
    told = note_six_months(DESK, case, CounsellingResult.IN_WORK)
    assert (told.closing.after_six_months, told.closing.after_six_months_on) == (CounsellingResult.IN_WORK, TODAY)
    assert [(one.is_done, one.done_on) for one in told.appointments] == [(True, TODAY)]
    assert not is_time_to_ask(told, TODAY)
    earlier = replace(case.closing, after_six_months=CounsellingResult.IN_WORK, after_six_months_on=TODAY)
    assert change_closing(DESK, told, replace(earlier, result_in_words="Bäckerei")).closing.result_in_words


def test_the_question_is_put_off_and_asked_without_an_appointment_too() -> None:
    case = a_case_closed_half_a_year_ago()
    month = TODAY + dt.timedelta(weeks=4)
    assert [one.day for one in ask_again_later(DESK, case).appointments] == [month]
    alone = replace(case, appointments=())
    assert is_time_to_ask(alone, TODAY)
    assert [(one.day, one.kind) for one in ask_again_later(DESK, alone).appointments] == [
        (month, AppointmentKind.SIX_MONTHS)
    ]


def test_talks_are_counted_with_their_time() -> None:
    assert german().speak(talk_sums(a_followed_case())) == "3 Gespräche, zusammen 75 Minuten"
    assert english().speak(talk_sums(replace(CASE, talks=(Talk(),)))) == "1 talk"
    assert talk_sums(CASE) is NOTHING


def test_a_running_period_and_an_unsigned_agreement_keep_a_case_open() -> None:
    case = a_usual_case()
    told = {gap.page: (gap.field, english().speak(gap.text)) for gap in closing_gaps(case, DESK.law)}
    field, words = told["recognition"]
    assert field == f"{case.procedures[0].id}.steps"
    assert words.startswith("A period is still running until ")
    assert told["agreement"][1] == "What was agreed is not signed by the person as it stands now."
    signature = Signature(Signer.CLIENT, signed_on=TODAY, words=agreement_words(case))
    signed = replace(case, signatures=(replace(signature, seal=seal_of(signature)),))
    assert "agreement" not in {gap.page for gap in closing_gaps(signed)}
    changed = replace(signed, agreement=(*signed.agreement, AgreedPoint("Noch etwas")))
    assert "agreement" in {gap.page for gap in closing_gaps(changed)}


def test_a_case_goes_on_and_keeps_what_was_noted_about_its_end() -> None:
    closing = Closing(TODAY, CounsellingResult.IN_WORK, "Bäckerei")
    assert reopen_case(DESK, replace(CASE, closing=closing)).closing == replace(closing, closed_on=None)


def test_the_end_tells_what_lacks_and_what_cannot_be() -> None:
    assert Closing().problems(TODAY) == ()
    tomorrow, yesterday = TODAY + dt.timedelta(days=1), TODAY - dt.timedelta(days=1)
    assert [one.field for one in Closing(tomorrow).problems(TODAY)] == ["closed_on", "result"]
    early = Closing(TODAY, CounsellingResult.IN_WORK, "", None, yesterday)
    assert [one.field for one in early.problems(TODAY)] == ["after_six_months_on", "after_six_months"]


def test_nothing_may_stay_in_our_hands_or_without_answer() -> None:
    paper = Paper("Diplom", forms=(PaperForm.ORIGINAL,), whereabouts=Whereabouts.CENTRE)
    case = replace(
        a_case(),
        papers=(paper, replace(paper, handed_back_on=TODAY)),
        referrals=(Referral("VHS", state=ReferralState.SENT), Referral("AWO", state=ReferralState.REFUSED)),
        appointments=(Appointment(TODAY, what="Kammer anrufen"), Appointment(TODAY, is_done=True)),
    )
    told = [english().speak(gap.text) for gap in closing_gaps(case)]
    assert told == [
        "An original is still at the centre: Diplom.",
        "A referral has no answer yet: VHS.",
        "Something is still to be done: Kammer anrufen.",
        "What was agreed is not signed by the person as it stands now.",
        "The documentation NIQ cannot take the case yet.",
    ]
    assert [lack.page for lack in closing_lacks(DESK, case)] == [
        "papers",
        "referral",
        "follow_up",
        "agreement",
        "papers",
    ]


def test_a_task_without_a_day_keeps_a_case_open_and_the_question_after_six_months_does_not() -> None:
    task = Appointment(kind=AppointmentKind.TASK, what="Zeugnis schicken")
    asked = Appointment(TODAY, kind=AppointmentKind.SIX_MONTHS)
    case = replace(CASE, kind=CaseKind.SHORT, appointments=(task, asked, replace(task, is_done=True), Appointment()))
    assert [english().speak(gap.text) for gap in closing_gaps(case)] == [
        "Something is still to be done: Zeugnis schicken."
    ]


def test_a_short_consultation_needs_neither_consent_nor_report() -> None:
    assert {gap.field for gap in closing_gaps(CASE)} >= {"consents"}
    assert closing_gaps(replace(CASE, kind=CaseKind.SHORT)) == ()


def test_a_short_consultation_becomes_a_full_case_and_keeps_everything() -> None:
    case = a_case()
    assert make_full(replace(case, kind=CaseKind.SHORT)) == case


def test_what_niq_lacks_is_told_page_by_page_and_grave_where_it_cannot_be_sent() -> None:
    lacks = niq_lacks(CASE, TODAY)
    assert [(lack.page, lack.is_grave) for lack in lacks] == [
        ("contact", True),
        ("person", False),
        ("papers", True),
        ("languages", False),
    ]
    assert sum(lack.count for lack in lacks) == len(niq_state(CASE, TODAY).gaps)
    assert english().speak(niq_words(niq_state(CASE, TODAY))).startswith("NIQ: ")


def test_a_release_names_one_recipient_what_and_since_when() -> None:
    release = replace(begin_release(DESK, a_case()), recipient="Jobcenter", what="Deutschniveau\nund mehr")
    assert (release.given_on, release.language, release.is_valid) == (TODAY, "ar", True)
    assert english().speak(release_title(release)) == "Jobcenter"
    assert german().speak(joined(release_facts(release))) == "seit 03.11.2026 · Deutschniveau"
    withdrawn = withdraw_release(DESK, release)
    assert not withdrawn.is_valid
    assert "widerrufen" in german().speak(joined(release_facts(withdrawn)))
    assert english().speak(release_title(begin_release(DESK, CASE))) == "Nobody named yet"


def test_a_release_tells_what_lacks_and_what_cannot_be() -> None:
    fresh = begin_release(DESK, CASE)
    assert [one.field for one in fresh.problems(TODAY)] == ["recipient", "what"]
    odd = replace(fresh, recipient="A", what="B", withdrawn_on=TODAY - dt.timedelta(days=1))
    assert [one.field for one in odd.problems(TODAY)] == ["withdrawn_on"]
    assert [one.field for one in odd.problems(TODAY - dt.timedelta(days=3))] == ["given_on", "withdrawn_on"]
    assert "given_on" in {one.field for one in replace(fresh, given_on=None).problems(TODAY)}

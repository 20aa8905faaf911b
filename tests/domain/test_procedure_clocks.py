"""Clocks of procedures: stories whose days were worked out by hand, and a naive count of days beside them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.clock_strip import Strip, strip_of
from iq_desktop.domain.clock_words import on_what
from iq_desktop.domain.holiday import Land
from iq_desktop.domain.periods import end_of_period, next_working_day
from iq_desktop.domain.procedure import LegalBasis, ProcedureKind, ProcedureStep, StayGround
from iq_desktop.domain.procedure import StepKind as Step
from iq_desktop.domain.procedure_clocks import Clock, Owed, action_possible_from, clocks_of, running_clocks
from iq_desktop.domain.procedure_law import ClockKind
from iq_desktop.domain.procedure_remarks import RemarkKind, longest_stay, remarks_on
from tests.support.procedure_law import the_law
from tests.support.procedures import a_procedure, a_step, day

LAW = the_law()
SENT = a_step(Step.APPLICATION_SENT, "2026-03-02")
COMPLETE = a_step(Step.COMPLETE, "2026-03-02")


def clock_of(kind: ClockKind, /, *steps: ProcedureStep, **changes: object) -> Clock:
    """Return the one clock of a kind."""
    (found,) = [clock for clock in clocks_of(a_procedure(**changes), steps, LAW) if clock.kind is kind]
    return found


def decision(*steps: ProcedureStep, **changes: object) -> Clock:
    return clock_of(ClockKind.DECISION, *steps, **changes)


def test_a_baker_waits_three_months_from_complete_papers() -> None:
    # Complete on Monday 2 March 2026: one month for the receipt ends on Thursday 2 April, the day before Good Friday;
    # three months for the decision on Tuesday 2 June. From 2 March to 2 June: 29 + 30 + 31 + 2 = 92 days.
    receipt = clock_of(ClockKind.RECEIPT, SENT, COMPLETE)
    assert (receipt.due, receipt.who, receipt.is_settled) == (day("2026-04-02"), Owed.BODY, True)
    clock = decision(SENT, COMPLETE)
    assert clock.due == day("2026-06-02")
    assert clock.rule is not None
    assert clock.rule.citation is not None
    assert (clock.rule.citation.paragraph, clock.rule.citation.section, clock.rule.citation.sentence) == (
        "§ 6",
        "3",
        "1",
    )
    strip = strip_of(clock, day("2026-04-12"))
    assert (strip.day, strip.days, strip.paused, strip.days_left) == (41, 92, 0, 51)


def test_a_period_that_ends_on_a_sunday_of_february_ends_on_monday() -> None:
    # 30 November + 3 months: February 2027 has no 30th, so the 28th, a Sunday; Monday is 1 March.
    clock = decision(a_step(Step.APPLICATION_SENT, "2026-11-30"), a_step(Step.COMPLETE, "2026-11-30"))
    assert (clock.raw_due, clock.due) == (day("2027-02-28"), day("2027-03-01"))


def test_a_request_pauses_until_the_end_of_the_period_that_the_body_set() -> None:
    # Complete on 1 June 2026, asked on 10 June until 30 June: 21 days. 1 September + 21 days = Tuesday 22 September.
    begin = a_step(Step.APPLICATION_SENT, "2026-06-01"), a_step(Step.COMPLETE, "2026-06-01")
    asked = a_step(Step.SUSPENDED, "2026-06-10", "2026-06-30")
    clock = decision(*begin, asked)
    assert clock.due == day("2026-09-22")
    strip = strip_of(clock, day("2026-06-20"))
    assert (strip.day, strip.days, strip.paused, strip.is_paused) == (8, 92, 21, True)
    # 1 July is 30 days after 1 June, 21 of them paused; nothing pauses any more.
    strip = strip_of(clock, day("2026-07-01"))
    assert (strip.day, strip.days, strip.is_paused) == (9, 92, False)
    # The body lets it go on on 25 June: 10 to 24 June are 15 days, so Wednesday 16 September.
    assert decision(*begin, asked, a_step(Step.RESUMED, "2026-06-25")).due == day("2026-09-16")
    papers = clock_of(ClockKind.PAPERS, *begin, asked)
    assert (papers.due, papers.who) == (day("2026-06-30"), Owed.CLIENT)
    handed = a_step(Step.PAPERS_HANDED_IN, "2026-06-15")
    assert clock_of(ClockKind.PAPERS, *begin, asked, handed).ended_on == day("2026-06-15")


def test_a_notice_on_an_objection_counts_from_the_day_on_which_it_was_served() -> None:
    # Posted on Monday 5 October 2026, served on the 7th: the action until Monday 9 November, not counted from the 9th.
    steps = (
        a_step(Step.APPLICATION_SENT, "2026-04-01"),
        a_step(Step.REFUSED, "2026-07-01"),
        a_step(Step.OBJECTION, "2026-07-10"),
        a_step(Step.OBJECTION_REFUSED, "2026-10-07", posted_on=day("2026-10-05")),
    )
    clock = clock_of(ClockKind.REMEDY, *steps)
    assert (clock.begun_on, clock.raw_due, clock.due) == (day("2026-10-07"), day("2026-11-07"), day("2026-11-09"))


def test_nobody_is_told_that_the_law_sets_a_period_for_an_objection() -> None:
    steps = (
        a_step(Step.APPLICATION_SENT, "2026-04-01"),
        a_step(Step.REFUSED, "2026-07-01"),
        a_step(Step.OBJECTION, "2026-07-10"),
    )
    told = on_what(clock_of(ClockKind.OBJECTION, *steps))
    assert told.message == "No period for the body: after this day an action is possible, {place}"


def test_a_longer_period_ends_where_the_body_said() -> None:
    # Announced on 20 August until Sunday 1 November 2026: Monday 2 November.
    steps = (
        a_step(Step.APPLICATION_SENT, "2026-06-01"),
        a_step(Step.COMPLETE, "2026-06-01"),
        a_step(Step.SUSPENDED, "2026-06-10", "2026-06-30"),
        a_step(Step.EXTENDED, "2026-08-20", "2026-11-01"),
    )
    clock = decision(*steps)
    assert (clock.due, clock.is_extended) == (day("2026-11-02"), True)
    # Asked again on 1 October until 10 October: 10 days more, Wednesday 11 November.
    later = decision(*steps, a_step(Step.SUSPENDED, "2026-10-01", "2026-10-10"))
    assert later.due == day("2026-11-11")


def test_an_accelerated_procedure_takes_two_weeks_and_two_months() -> None:
    # Tuesday 7 April 2026: 21 April for the receipt; 7 June is a Sunday, so Monday 8 June.
    steps = a_step(Step.APPLICATION_SENT, "2026-04-07"), a_step(Step.COMPLETE, "2026-04-07")
    assert clock_of(ClockKind.RECEIPT, *steps, is_accelerated=True).due == day("2026-04-21")
    clock = decision(*steps, is_accelerated=True)
    assert clock.due == day("2026-06-08")
    assert clock.rule is not None
    assert clock.rule.citation is not None
    assert clock.rule.citation.paragraph == "§ 14a"


def test_nobody_knows_the_end_while_an_analysis_goes_on() -> None:
    # Complete on 4 May 2026, analysis from 1 to 31 July: 31 days. 4 August + 31 days = Friday 4 September.
    steps = (
        a_step(Step.APPLICATION_SENT, "2026-05-04"),
        a_step(Step.COMPLETE, "2026-05-04"),
        a_step(Step.ANALYSIS_BEGUN, "2026-07-01"),
    )
    strip = strip_of(decision(*steps), day("2026-07-20"))
    assert (strip.clock.due, strip.days, strip.is_paused, strip.is_overdue) == (None, None, True, False)
    assert strip.day == 57  # 4 May to 30 June
    assert decision(*steps, a_step(Step.ANALYSIS_DONE, "2026-07-31")).due == day("2026-09-04")


@pytest.mark.parametrize(
    ("came", "posted", "instruction", "due"),
    [
        # Posted on Friday 5 June 2026, in the box on the 8th: announced on the 9th; a month later is Thursday 9 July.
        ("2026-06-08", "2026-06-05", True, "2026-07-09"),
        # It came only on the 12th: 12 July is a Sunday, so Monday 13 July.
        ("2026-06-12", "2026-06-05", True, "2026-07-13"),
        # Without an instruction on legal remedies a year: Wednesday 9 June 2027.
        ("2026-06-08", "2026-06-05", False, "2027-06-09"),
        # Handed over on 25 November: 25 December, the second day of Christmas, Sunday, Monday 28 December.
        ("2026-11-25", None, True, "2026-12-28"),
    ],
)
def test_a_notice_can_be_fought_for_a_month(came: str, posted: str | None, instruction: bool, due: str) -> None:
    notice = a_step(Step.REFUSED, came, posted_on=day(posted) if posted else None, lacks_instruction=not instruction)
    clock = clock_of(ClockKind.REMEDY, SENT, COMPLETE, notice)
    assert (clock.due, clock.who) == (day(due), Owed.CLIENT)
    objection = a_step(Step.OBJECTION, "2026-12-01")
    assert not clock_of(ClockKind.REMEDY, SENT, COMPLETE, notice, objection).is_running


@pytest.mark.parametrize(
    ("land", "due"), [(Land.BAVARIA, "2027-01-07"), (Land.BERLIN, "2027-01-06"), (None, "2027-01-06")]
)
def test_the_holidays_of_the_land_of_the_body_count(land: Land | None, due: str) -> None:
    # 6 December 2026 + a month = Wednesday 6 January, which only Bavaria keeps of these.
    notice = a_step(Step.PARTIAL, "2026-12-06")
    assert clock_of(ClockKind.REMEDY, SENT, notice, land=land).due == day(due)


def test_a_certificate_from_europe_allows_one_month_more() -> None:
    # Complete on 2 March, so 2 June; one month more is Thursday 2 July (§ 13 (3) sentence 4 BQFG).
    flags = {"is_regulated": True, "is_from_europe": True}
    extended = a_step(Step.EXTENDED, "2026-05-20")
    assert decision(SENT, COMPLETE, extended, **flags).due == day("2026-07-02")
    assert decision(SENT, COMPLETE, extended).due is None  # elsewhere the law names no length
    too_long = a_step(Step.EXTENDED, "2026-05-20", "2026-07-15")
    (remark,) = remarks_on(a_procedure(**flags), (SENT, COMPLETE, too_long), LAW)
    assert (remark.kind, remark.day) == (RemarkKind.EXTENDED_TOO_LONG, day("2026-07-02"))
    late = a_step(Step.EXTENDED, "2026-06-05", "2026-07-01")
    (remark,) = remarks_on(a_procedure(**flags), (SENT, COMPLETE, late), LAW)
    assert (remark.kind, remark.day) == (RemarkKind.EXTENDED_LATE, day("2026-06-02"))


def test_after_an_objection_three_months_and_after_its_refusal_one() -> None:
    # Objection on 1 July 2026: 1 October; an action for failure to act from 2 October. Refused on 15 September: a month
    # ends on Thursday 15 October.
    steps = SENT, COMPLETE, a_step(Step.REFUSED, "2026-06-08"), a_step(Step.OBJECTION, "2026-07-01")
    assert clock_of(ClockKind.OBJECTION, *steps).due == day("2026-10-01")
    assert action_possible_from(a_procedure(), steps, LAW) == day("2026-10-02")
    refused = (*steps, a_step(Step.OBJECTION_REFUSED, "2026-09-15"))
    assert clock_of(ClockKind.REMEDY, *refused).due == day("2026-10-15")
    assert action_possible_from(a_procedure(), refused, LAW) is None
    assert [clock.kind for clock in running_clocks(a_procedure(), refused, LAW)] == [ClockKind.REMEDY]


def test_an_action_for_failure_to_act_waits_three_months_from_the_application() -> None:
    # 2 March + 3 months = 2 June: from 3 June. A certificate evaluation ends with no administrative act.
    assert action_possible_from(a_procedure(), (SENT,), LAW) == day("2026-06-03")
    assert action_possible_from(a_procedure(), (SENT, a_step(Step.FULL, "2026-05-02")), LAW) is None
    assert action_possible_from(a_procedure(kind=ProcedureKind.EVALUATION), (SENT,), LAW) is None
    assert action_possible_from(a_procedure(), (), LAW) is None


def test_a_stay_ends_when_the_permit_does_and_after_three_years_at_the_latest() -> None:
    stay = a_procedure(kind=ProcedureKind.STAY, ground=StayGround.MEASURE)
    granted = a_step(Step.GRANTED, "2024-09-01", "2026-08-30")  # a Sunday: a permit is not moved to Monday
    (clock,) = running_clocks(stay, (granted,), LAW)
    assert (clock.kind, clock.due) == (ClockKind.STAY, day("2026-08-30"))
    prolonged = a_step(Step.PROLONGED, "2026-08-20", "2027-09-30")
    (remark,) = remarks_on(stay, (granted, prolonged), LAW)
    assert (remark.kind, remark.day) == (RemarkKind.STAY_TOO_LONG, day("2027-08-31"))
    assert longest_stay(stay, (), LAW) is None


def test_a_follow_up_application_begins_new_clocks() -> None:
    steps = SENT, COMPLETE, a_step(Step.PARTIAL, "2026-06-01"), a_step(Step.FOLLOW_UP_APPLICATION, "2027-02-01")
    (clock,) = running_clocks(a_procedure(), steps, LAW)
    assert (clock.kind, clock.begun_on, clock.due) == (ClockKind.RECEIPT, day("2027-02-01"), day("2027-03-01"))


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": ProcedureKind.EVALUATION},
        {"legal_basis": LegalBasis.LAND},
        {"legal_basis": LegalBasis.OCCUPATION},
    ],
)
def test_what_is_mere_custom_is_never_told_as_settled(changes: dict[str, object]) -> None:
    assert not decision(SENT, COMPLETE, **changes).is_settled


REGULATED = {"is_regulated": True}
MEASURE = a_step(Step.COMPENSATION, "2026-06-01")


@pytest.mark.parametrize(
    ("kind", "posted", "due", "sentence"),
    [
        # Chosen on Monday 15 June 2026: six months are Tuesday 15 December.
        (Step.EXAM_CHOSEN, None, "2026-12-15", "1"),
        # Ordered, posted on Friday 12 June, there on the 15th: come on the 16th, so Wednesday 16 December.
        (Step.EXAM_ORDERED, "2026-06-12", "2026-12-16", "2"),
    ],
)
def test_an_aptitude_test_must_be_possible_within_six_months(
    kind: Step, posted: str | None, due: str, sentence: str
) -> None:
    wanted = a_step(kind, "2026-06-15", posted_on=day(posted) if posted else None)
    clock = clock_of(ClockKind.EXAM, SENT, COMPLETE, MEASURE, wanted, **REGULATED)
    assert (clock.due, clock.who, clock.is_settled) == (day(due), Owed.BODY, True)
    assert clock.rule is not None
    assert clock.rule.citation is not None
    assert (clock.rule.citation.paragraph, clock.rule.citation.section, clock.rule.citation.sentence) == (
        "§ 11",
        "4",
        sentence,
    )
    begun = a_step(Step.MEASURE_BEGUN, "2026-10-01")
    assert not clock_of(ClockKind.EXAM, SENT, COMPLETE, MEASURE, wanted, begun, **REGULATED).is_running


@pytest.mark.parametrize("changes", [{}, {**REGULATED, "legal_basis": LegalBasis.LAND}])
def test_only_federal_law_on_regulated_occupations_sets_a_period_for_the_test(changes: dict[str, object]) -> None:
    steps = (SENT, COMPLETE, MEASURE, a_step(Step.EXAM_CHOSEN, "2026-06-15"))
    assert ClockKind.EXAM not in {clock.kind for clock in clocks_of(a_procedure(**changes), steps, LAW)}


@given(chosen=st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31)), land=st.sampled_from([None, *Land]))
def test_six_months_are_what_one_counts_day_by_day(chosen: dt.date, land: Land | None) -> None:
    sent, wanted = a_step(Step.APPLICATION_SENT, "2023-06-01"), a_step(Step.EXAM_CHOSEN, chosen.isoformat())
    steps = (sent, a_step(Step.COMPENSATION, "2023-12-01"), wanted)
    one, months = chosen, 0
    while months < 6 or (one.day < chosen.day and (one + dt.timedelta(days=1)).month == one.month):
        one += dt.timedelta(days=1)
        months += one.day == 1
    calendar = LAW.calendar.in_land(land)
    while one.weekday() > 4 or next_working_day(one, calendar) != one:
        one += dt.timedelta(days=1)
    assert clock_of(ClockKind.EXAM, *steps, land=land, **REGULATED).due == one


def test_a_law_that_is_not_known_has_no_clocks() -> None:
    assert clocks_of(a_procedure(), (SENT, COMPLETE), type(LAW)()) == ()


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))


@given(
    begun=DAYS,
    asked=st.lists(st.tuples(st.integers(0, 120), st.integers(0, 40)), max_size=3),
    land=st.sampled_from([None, *Land]),
    seen=st.integers(0, 200),
)
def test_the_strip_is_what_one_counts_day_by_day(
    begun: dt.date, asked: list[tuple[int, int]], land: Land | None, seen: int
) -> None:
    pauses = [(begun + dt.timedelta(days=first), begun + dt.timedelta(days=first + size)) for first, size in asked]
    steps = [a_step(Step.APPLICATION_SENT, begun.isoformat()), a_step(Step.COMPLETE, begun.isoformat())]
    steps += [a_step(Step.SUSPENDED, one.isoformat(), last.isoformat()) for one, last in sorted(pauses)]
    (clock,) = [one for one in clocks_of(a_procedure(land=land), steps, LAW) if one.kind is ClockKind.DECISION]
    assert clock.due == _naive_due(begun, pauses, land)
    today = begun + dt.timedelta(days=seen)
    strip = strip_of(clock, today)
    assert strip.day == _running(begun, min(today, clock.due), pauses)
    assert strip.days == _running(begun, clock.due, pauses)
    assert strip.paused == (clock.due - begun).days - _running(begun, clock.due, pauses)
    assert strip.is_overdue is (today > clock.due)
    _check_spans(strip)


def _check_spans(strip: Strip) -> None:
    """The painted parts fill the way, and the paused ones are as long as the paused days."""
    assert strip.clock.due is not None
    whole = (strip.clock.due - strip.clock.begun_on).days
    assert sum(share for share, _is_pause in strip.spans) == pytest.approx(1)
    assert sum(share for share, is_pause in strip.spans if is_pause) * whole == pytest.approx(strip.paused)
    assert 0 <= strip.share <= 1


def _naive_due(begun: dt.date, pauses: list[tuple[dt.date, dt.date]], land: Land | None) -> dt.date:
    rule = LAW.find_period(ClockKind.DECISION, a_procedure())
    assert rule is not None
    wanted = (end_of_period(begun, rule.period) - begun).days
    one, used = begun, 0
    while used < wanted:
        one += dt.timedelta(days=1)
        used += not any(first <= one <= last for first, last in pauses)
    return next_working_day(one, LAW.calendar.in_land(land))


def _running(begun: dt.date, upto: dt.date, pauses: list[tuple[dt.date, dt.date]]) -> int:
    days = [begun + dt.timedelta(days=number) for number in range(1, (upto - begun).days + 1)]
    return sum(not any(first <= one <= last for first, last in pauses) for one in days)

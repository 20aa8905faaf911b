"""Ways in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from iq_desktop.domain.cost import CostKind, FundingSource
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.way import WayStepKind
from iq_desktop.domain.way_cost import CostSpan, Payer
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.domain.way_words import (
    best_words,
    cost_details,
    cost_words,
    end_words,
    german_words,
    hoped_words,
    late_step_words,
    late_words,
    length_words,
    period_words,
    step_cost_words,
    step_facts,
)
from iq_desktop.wording.text import NOTHING, Text, as_it_is
from tests.support.planned import B2, a_plan, a_step, a_way, after
from tests.support.tongues import english


def said(text: Text) -> str:
    return english().speak(text)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "about 1 week"),
        (10, "about 1 week"),
        (45, "about 6 weeks"),
        (61, "about 2 months"),
        (365, "about 12 months"),
    ],
)
def test_a_time_is_told_as_one_says_it(days: int, words: str) -> None:
    assert said(length_words(days)) == words


def test_the_end_is_told_twice_only_where_it_is_another_month() -> None:
    way = a_way(WayKind.RECOGNITION, 300)
    assert said(end_words(way)) == "August 2027 at the earliest"
    assert said(late_words(way)) == "December 2027 at the latest"
    assert late_words(replace(way, latest_on=way.ends_on)) is NOTHING


@pytest.mark.parametrize(
    ("low", "high", "still_open", "words"),
    [
        (0, 0, 0, "No costs are known."),
        (0, 0, 1, "1 cost is still open"),
        (300, 300, 0, "about 300 euros"),
        (900, 1900, 2, "900 to 1,900 euros, 2 costs are still open"),
    ],
)
def test_costs_say_what_nobody_knows(low: int, high: int, still_open: int, words: str) -> None:
    way = replace(a_way(WayKind.WORK, 30), cost_low=Decimal(low), cost_high=Decimal(high), open_costs=still_open)
    assert said(cost_words(way)) == words


def test_a_cost_that_nobody_verified_is_to_be_checked() -> None:
    assert step_cost_words(CostSpan()) is NOTHING
    assert said(step_cost_words(CostSpan(Decimal(10), Decimal(20)))) == "10 to 20 euros, to be checked"
    assert said(step_cost_words(CostSpan(None, Decimal("20.40"), is_settled=True))) == "about 20 euros"


def test_a_way_tells_which_costs_nobody_knows_and_who_may_pay() -> None:
    payer = Payer(FundingSource.RECOGNITION_GRANT, Decimal(600), is_first=True)
    open_cost = CostSpan(what=CostKind.TRANSLATION.label, payers=(payer,))
    steps = (
        a_step("papers", WayStepKind.TRANSLATION, 0, 5, cost=open_cost),
        a_step("fee", WayStepKind.APPLICATION, 6, 9, cost=CostSpan(Decimal(100), Decimal(600), payers=(payer,))),
    )
    told = said(cost_details(a_way(WayKind.RECOGNITION, 300, steps=steps)))
    grant = "Recognition grant (Anerkennungszuschuss), to be checked"
    assert told == f"to be checked · Cost not known: Translations · May pay: {grant}"
    assert steps[1].cost.unpaid == 0
    assert CostSpan(None, Decimal(700), payers=(payer,)).unpaid == 100
    assert CostSpan(None, Decimal(700), payers=(replace(payer, is_likely=False),)).unpaid == 400


def test_german_is_one_level_where_it_is_the_same_everywhere() -> None:
    assert said(german_words(B2)) == "B2"
    assert said(german_words(())) == "No level of German is asked for."
    mixed = ((Skill.LISTENING, Level.B1), (Skill.WRITING, Level.A2))
    assert said(german_words(mixed)) == "Listening B1, Writing A2"
    assert said(german_words(mixed[:1])) == "Listening B1"


def test_the_hoped_for_day_stands_beside_the_computed_one() -> None:
    way = a_way(WayKind.RECOGNITION, 300)
    assert hoped_words(way, None) is NOTHING
    assert said(hoped_words(way, after(300))).startswith("In time: hoped for by ")
    assert said(hoped_words(way, after(200))).endswith(", by about 3 months")


def test_a_step_tells_its_days_and_what_is_to_be_known() -> None:
    step = a_step("Kurs", WayStepKind.GERMAN, 10, 20, late=30, german_needed=B2, not_before=after(10))
    assert said(period_words(step)).count("2026") == 2
    assert late_step_words(step) is not NOTHING
    assert [said(one)[:13] for one in step_facts(step)] == ["German needed", "Not before No"]
    assert late_step_words(replace(step, latest_on=step.ends_on)) is NOTHING
    one_day = replace(step, ends_on=step.starts_on)
    assert said(period_words(one_day)).startswith("on ")


def test_the_best_way_is_named_with_why() -> None:
    plan = a_plan(best_why=(as_it_is("It is the shortest."),))
    assert said(best_words(plan)).endswith(": Recognition with an adaptation course. It is the shortest.")
    assert best_words(a_plan(ways=())) is NOTHING
    open_still = a_plan(chosen=WayKind.RETRAINING)
    assert said(best_words(open_still)).startswith("Best for")
    closed_by_now = a_plan(chosen=WayKind.FOUNDING)
    assert said(best_words(closed_by_now)).startswith("The way that was chosen is not open any more: ")

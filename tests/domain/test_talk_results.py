"""Results of every rule say what they rest on; sides stand beside each other and are never averaged."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.assessment import Run
from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.instrument import Ask, Item, Rater, Rule, Scoring, Section
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.talk_comparison import (
    SideBySide,
    groups_side_by_side,
    last_before,
    lines_side_by_side,
    other_raters,
    same_result,
)
from iq_desktop.domain.talk_conversation import answer_not_now, answer_ranking, answer_value, answer_words, go_to
from iq_desktop.domain.talk_results import ResultLine, results_of
from iq_desktop.domain.taxonomy import Dqr, Kmk, by_dqr, by_kmk
from tests.support.instruments import BIOGRAPHY, LANGUAGE, a_talk, an_instrument, answered, highest_answer

if TYPE_CHECKING:
    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.domain.talk_conversation import Conversation

SUMS = (Section("like", Ask.CHOICE, (Item("a", "social"), Item("b", "social"), Item("c", "self"), Item("d")), "steps"),)
DAY = dt.date(2026, 11, 3)


def sums() -> Instrument:
    return an_instrument(SUMS, (Scoring(Rule.SUM_BY_AREA, "like"), Scoring(Rule.STEP_BY_ITEM, "like")))


def rated(*values: int | None, rater: Rater = Rater.SELF) -> Conversation:
    talk = a_talk(sums(), rater)
    for value in values:
        talk = answer_not_now(talk) if value is None else answer_value(talk, value)
    return talk


def cards() -> Conversation:
    talk = a_talk()
    for value in (3, 1, 3, 2, 3, 1):
        talk = answer_value(talk, value)
    talk = answer_ranking(answer_not_now(talk), ["c5", "c1"])
    return answer_words(answer_words(talk, "Im Laden der Familie"), "")


def test_piles_are_told_by_area_and_never_added_up() -> None:
    piles = results_of(cards())[0]
    assert (piles.answered, piles.of) == (6, 7)
    assert [(group.code, group.answered, group.of, group.total) for group in piles.groups] == [
        ("social", 3, 3, None),
        ("self", 3, 4, None),
    ]
    assert {line.item for line in piles.lines if line.value == 3} == {"c1", "c3", "c5"}
    assert next(line for line in piles.lines if line.item == "c7").value is None


def test_the_strongest_stand_in_their_order_with_their_examples_and_evidence() -> None:
    ranking = results_of(cards())[1]
    assert [(line.item, line.value, line.words, line.evidence) for line in ranking.lines] == [
        ("c5", 1, "Im Laden der Familie", Evidence.EXAMPLE),
        ("c1", 2, "", Evidence.STATEMENT),
    ]


def test_sums_say_on_how_many_answers_they_rest_and_between_what_they_lie() -> None:
    result = results_of(rated(4, None, 2, 1))[0]
    told = [(one.code, one.total, one.least, one.most, one.answered, one.of) for one in result.groups]
    assert told == [("social", 4, 1, 4, 1, 2), ("self", 2, 1, 4, 1, 1), ("", 1, 1, 4, 1, 1)]
    assert (result.answered, result.of) == (3, 4)


def test_an_area_without_an_answer_has_no_sum() -> None:
    assert results_of(rated())[0].groups[0].total is None


def test_what_an_observer_saw_is_observed() -> None:
    lines = results_of(rated(1, 2, 3, 4, rater=Rater.OBSERVER))[1].lines
    assert {line.evidence for line in lines} == {Evidence.OBSERVED}


def test_levels_stand_by_skill() -> None:
    instrument = an_instrument(LANGUAGE, (Scoring(Rule.LEVEL_BY_SKILL, "statements"),))
    (result,) = results_of(answered(a_talk(instrument), highest_answer))
    assert [(group.code, group.level) for group in result.groups] == [
        (skill, Level.C2) for skill in ("listening", "reading", "interaction", "production", "writing")
    ]
    assert result.answered < result.of == 90


def test_experiences_hold_what_hangs_on_them() -> None:
    instrument = an_instrument(BIOGRAPHY, (Scoring(Rule.LIFE, "situations"),))
    (result,) = results_of(answered(a_talk(instrument), highest_answer))
    shop, school, way = result.groups
    assert [line.item for line in shop.lines] == ["shop", "sell", "count", "advise", "cash", "stock"]
    assert {line.words for line in shop.lines[3:]} == {"Ein Beispiel"}
    assert (shop.answered, shop.of) == (3, 3)
    assert [line.item for line in school.lines] == ["school", "draw"]
    assert [line.item for line in way.lines] == ["way"]


def test_what_was_chosen_leaves_out_the_rest() -> None:
    section = Section("scripts", Ask.SEVERAL, (Item("latin"), Item("arabic")), shown_together=True)
    instrument = an_instrument((section,), (Scoring(Rule.CHOSEN, "scripts", "scripts"),))
    talk = answered(a_talk(instrument), lambda _: ["arabic"])
    assert [line.item for line in results_of(talk)[0].lines] == ["arabic"]


def test_an_answer_that_no_longer_belongs_to_the_talk_counts_nowhere() -> None:
    talk = answer_value(go_to(cards(), "cards.c5"), 1)
    assert [line.item for line in results_of(talk)[1].lines] == ["c1"]


def test_two_sides_stand_beside_each_other_with_their_difference() -> None:
    own, ours = results_of(rated(4, 2, 3))[1], results_of(rated(2, 2, None, 1, rater=Rater.ADVISER))[1]
    assert lines_side_by_side([own, ours]) == (
        SideBySide("a", (4, 2)),
        SideBySide("b", (2, 2)),
        SideBySide("c", (3, None)),
        SideBySide("d", (None, 1)),
    )
    first, second, third, _ = lines_side_by_side([own, ours])
    assert [one.difference for one in (first, second, third)] == [-2, 0, None]
    assert [one.differs for one in (first, second, third)] == [True, False, False]


def test_sums_are_compared_only_where_they_rest_on_the_same_answers() -> None:
    whole, other, short = (results_of(talk)[0] for talk in (rated(4, 2, 3, 1), rated(1, 1, 3, 1), rated(4, None, 3, 1)))
    assert [one.values for one in groups_side_by_side([whole, other])] == [(6, 2), (3, 3), (1, 1)]
    assert [one.values for one in groups_side_by_side([whole, short])] == [(None, None), (3, 3), (1, 1)]


def test_a_result_finds_its_like() -> None:
    results = results_of(rated(1, 1, 1, 1))
    assert same_result(results[1], results) is results[1]
    assert same_result(results[1], results[:1]) is None


def run(number: int, **changes: object) -> Run:
    plain = Run("trial", "2026.1", begun_on=DAY, finished_on=DAY, id=f"run-{number}")
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field


def test_last_time_is_the_last_finished_run_of_the_same_side_about_the_same() -> None:
    runs = [
        run(1),
        run(2, rater=Rater.ADVISER),
        run(3, subject="de"),
        run(4, version="2026.2"),
        run(5, finished_on=None),
        run(6),
        run(7),
    ]
    assert last_before(runs[5], runs) == runs[3], "another version of the same instrument counts"
    assert last_before(runs[0], runs) is None
    assert last_before(run(9), runs) == runs[6]


def test_other_sides_are_the_newest_run_of_each() -> None:
    observers = [run(2, rater=Rater.OBSERVER, rater_name=name) for name in ("A", "B")]
    newest = run(4, rater=Rater.ADVISER)
    runs = [run(1), *observers, run(3, rater=Rater.ADVISER), newest, run(5, rater=Rater.ADVISER, subject="ar")]
    assert set(other_raters(runs[0], runs)) == {*observers, newest}


def test_sides_about_another_task_do_not_stand_beside() -> None:
    shelf = run(1, rater=Rater.OBSERVER, rater_name="A", subject_in_words="Ein Regal bauen")
    same = run(2, rater=Rater.OBSERVER, rater_name="B", subject_in_words="ein  Regal bauen")
    cake = run(3, rater=Rater.OBSERVER, rater_name="C", subject_in_words="Kuchen backen")
    open_one = run(4, rater=Rater.OBSERVER, rater_name="D")
    runs = [shelf, same, cake, open_one]
    assert set(other_raters(shelf, runs)) == {same, open_one}
    assert set(other_raters(cake, runs)) == {open_one}


def test_areas_are_told_in_the_orders_of_others() -> None:
    talk = rated(4, None, 2, 1)
    result = results_of(talk)[1]
    dqr = by_dqr(talk.instrument, result)
    assert [(part.part, [line.item for line in part.lines], part.answered) for part in dqr] == [
        (Dqr.SOCIAL, ["a", "b"], 1),
        (Dqr.AUTONOMY, ["c"], 1),
        (None, ["d"], 1),
    ]
    assert [part.part for part in by_kmk(talk.instrument, result)] == [Kmk.SELF, Kmk.SOCIAL, None]


def test_a_line_without_an_answer_says_so() -> None:
    assert results_of(rated(4))[1].lines[3] == ResultLine("d", "like")

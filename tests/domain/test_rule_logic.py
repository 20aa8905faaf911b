"""Three values: what a condition says with unknown facts is what it says of every way in which they could be filled."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.fact import FactValue, Span
from iq_desktop.domain.rule import ALWAYS, AllOf, AnyOf, Compared, Condition, How, Not
from iq_desktop.domain.rule_logic import compare, comparisons_in, deciding_unknown, facts_in, holds
from tests.support.chance import seeded
from tests.support.counts import count

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Mapping

YES_NO = ("a", "b", "c")
NUMBER, CHOICE, CHOICES = "age", "title", "benefits"
DOMAINS: Mapping[str, tuple[FactValue, ...]] = {
    **dict.fromkeys(YES_NO, (True, False)),
    NUMBER: tuple(Span(number, number) for number in range(5)),
    CHOICE: ("x", "y", "z"),
    CHOICES: (frozenset({"x"}), frozenset({"y"}), frozenset({"x", "y"}), frozenset({"z"})),
}
"""Every value that a fact of these trials can have."""
NOTHING: dict[str, FactValue] = {}


def a_comparison(rng: random.Random, fact: str) -> Compared:
    """Return a comparison that some values of the fact pass and some do not."""
    hows = (How.IS, How.AT_LEAST, How.AT_MOST, How.BEFORE, How.AFTER)
    while True:
        if fact in YES_NO:
            made = Compared(fact, How.IS, (rng.random() < 0.5,))
        elif fact == NUMBER:
            made = Compared(fact, rng.choice(hows), (rng.randint(0, 4),))
        else:
            how = rng.choice((How.IS, How.IN))
            made = Compared(fact, how, tuple(rng.sample("xyz", 1 if how is How.IS else 2)))
        if len({compare(made, value) for value in DOMAINS[fact]}) > 1:
            return made


def a_condition(rng: random.Random, facts: list[str], *, once: bool, depth: int = 0) -> Condition:
    """Return a condition drawn by lot; with `once` no fact stands in it twice."""
    if depth == 3 or rng.random() < 0.3 or not facts:
        fact = facts.pop() if once and facts else rng.choice(list(DOMAINS))
        return a_comparison(rng, fact)
    if rng.random() < 0.25:
        return Not(a_condition(rng, facts, once=once, depth=depth + 1))
    number = min(rng.randint(1, 3), len(facts)) if once else rng.randint(1, 3)
    parts = tuple(a_condition(rng, facts, once=once, depth=depth + 1) for _ in range(number) if facts or not once)
    return (AllOf if rng.random() < 0.5 else AnyOf)(parts) if parts else ALWAYS


def completions(known: Mapping[str, FactValue], facts: Iterable[str]) -> Iterable[dict[str, FactValue]]:
    """Yield every way in which what is unknown could be filled; a span can be each of its numbers."""
    open_ones = [fact for fact in facts if fact not in known]
    spans = {fact: value for fact, value in known.items() if isinstance(value, Span) and value.low < value.high}
    choices = [DOMAINS[fact] for fact in open_ones]
    choices += [tuple(Span(one, one) for one in range(span.low, span.high + 1)) for span in spans.values()]
    for filled in itertools.product(*choices):
        yield {**known, **dict(zip((*open_ones, *spans), filled, strict=True))}


def some_known(rng: random.Random, facts: Iterable[str]) -> dict[str, FactValue]:
    known: dict[str, FactValue] = {}
    for fact in facts:
        if rng.random() < 0.5:
            known[fact] = rng.choice(DOMAINS[fact])
        elif fact == NUMBER and rng.random() < 0.5:
            low = rng.randint(0, 3)
            known[fact] = Span(low, rng.randint(low + 1, 4))
    return known


def test_what_is_decided_holds_for_every_way_to_fill_the_unknown() -> None:
    rng, undecided = seeded(11), 0
    for _ in range(count(400, 20_000)):
        condition = a_condition(rng, list(DOMAINS), once=False)
        known = some_known(rng, facts_in(condition))
        said = holds(condition, known.get)
        filled = {holds(condition, one.get) for one in completions(known, facts_in(condition))}
        if said is None:
            undecided += 1
            assert deciding_unknown(condition, known.get)
        else:
            assert filled == {said}
            assert deciding_unknown(condition, known.get) == ()
    assert undecided > 50, "else nothing was tried"


def test_where_no_fact_stands_twice_nothing_stays_open_that_is_decided() -> None:
    """Without repetition unknown means just that: it can still come out either way."""
    rng, decided = seeded(12), 0
    for _ in range(count(400, 20_000)):
        facts = list(DOMAINS)
        rng.shuffle(facts)
        condition = a_condition(rng, facts, once=True)
        known = some_known(rng, facts_in(condition))
        filled = {holds(condition, one.get) for one in completions(known, facts_in(condition))}
        expected = filled.pop() if len(filled) == 1 else None
        assert holds(condition, known.get) is expected
        decided += expected is not None
    assert decided > 50


def test_more_knowledge_never_takes_back_what_was_said() -> None:
    rng = seeded(13)
    for _ in range(count(300, 10_000)):
        condition = a_condition(rng, list(DOMAINS), once=False)
        known = some_known(rng, facts_in(condition))
        said = holds(condition, known.get)
        more = next(iter(completions(known, facts_in(condition))))
        for fact in facts_in(condition):
            known[fact] = more[fact]
            now = holds(condition, known.get)
            assert said is None or now is said
            said = now
        assert said is not None


def test_only_what_can_still_decide_is_missing() -> None:
    condition = AllOf(
        (Compared("a", How.IS, (True,)), AnyOf((Compared("b", How.IS, (True,)), Compared("c", How.IS, (True,)))))
    )
    assert deciding_unknown(condition, NOTHING.get) == ("a", "b", "c")
    assert deciding_unknown(condition, {"a": False}.get) == ()
    assert deciding_unknown(condition, {"a": True, "b": True}.get) == ()
    assert deciding_unknown(condition, {"a": True, "b": False}.get) == ("c",)


@pytest.mark.parametrize(
    ("how", "limit", "span", "expected"),
    [
        (How.AT_LEAST, 25, Span(25, 26), True),
        (How.AT_LEAST, 25, Span(24, 25), None),
        (How.AT_LEAST, 25, Span(20, 24), False),
        (How.AT_MOST, 25, Span(20, 25), True),
        (How.AT_MOST, 25, Span(25, 26), None),
        (How.BEFORE, 10, Span(8, 9), True),
        (How.BEFORE, 10, Span(9, 10), None),
        (How.BEFORE, 10, Span(10, 10), False),
        (How.AFTER, 10, Span(11, 12), True),
        (How.AFTER, 10, Span(10, 12), None),
        (How.IS, 10, Span(10, 10), True),
        (How.IS, 10, Span(9, 11), None),
        (How.IS, 10, Span(11, 12), False),
    ],
)
def test_what_is_known_roughly_decides_as_far_as_it_can(
    how: How, limit: int, span: Span, expected: bool | None
) -> None:
    assert compare(Compared("age", how, (limit,)), span) is expected


def test_known_and_not_said_are_never_unknown() -> None:
    for value in (None, False, "", frozenset[str](), Span(0, 9)):
        assert compare(Compared("a", How.KNOWN), value) is (value is not None)
        assert compare(Compared("a", How.EMPTY), value) is (value is None)


def test_every_comparison_of_a_condition_is_found_in_its_order() -> None:
    first, second = Compared("a", How.IS, (True,)), Compared("age", How.AT_LEAST, (3,))
    assert comparisons_in(AllOf((Not(first), AnyOf((second, first))))) == (first, second, first)
    assert holds(ALWAYS, NOTHING.get) is True

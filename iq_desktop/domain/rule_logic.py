"""Decides conditions with three values: true, false, and None where what nobody said could still change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Final

from iq_desktop.domain.fact import FactValue, Span
from iq_desktop.domain.rule import AllOf, AnyOf, Compared, Condition, How, Not

Known = Callable[[str], FactValue | None]
"""Returns what is known of a fact by its code."""


def holds(condition: Condition, known: Known) -> bool | None:
    """Return whether a condition holds."""
    if isinstance(condition, Compared):
        return compare(condition, known(condition.fact))
    if isinstance(condition, Not):
        inner = holds(condition.part, known)
        return None if inner is None else not inner
    if isinstance(condition, AnyOf):
        return any_of(holds(part, known) for part in condition.parts)
    return all_of(holds(part, known) for part in condition.parts)


def all_of(truths: Iterable[bool | None]) -> bool | None:
    """Return whether all are true; one that is false decides, whatever is unknown."""
    found: bool | None = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            found = None
    return found


def any_of(truths: Iterable[bool | None]) -> bool | None:
    """Return whether one is true; one that is true decides, whatever is unknown."""
    found: bool | None = False
    for truth in truths:
        if truth:
            return True
        if truth is None:
            found = None
    return found


def compare(test: Compared, value: FactValue | None) -> bool | None:
    """Return whether a fact with a value passes a test; what is unknown passes and fails nothing but “known”."""
    if test.how is How.KNOWN:
        return value is not None
    if test.how is How.EMPTY:
        return value is None
    if value is None:
        return None
    if isinstance(value, Span):
        return _compare_span(test.how, int(test.values[0]), value)
    if isinstance(value, frozenset):
        return not value.isdisjoint(str(one) for one in test.values)
    return value in test.values


def _compare_span(how: How, limit: int, span: Span) -> bool | None:
    """Compare a number that lies somewhere between two limits: None where some of it passes and some does not."""
    passes = _PASSES[how]
    low, high = passes(span.low, limit), passes(span.high, limit)
    if how is How.IS:
        return None if span.low <= limit <= span.high and span.low != span.high else low
    return low if low == high else None


_PASSES: Final[dict[How, Callable[[int, int], bool]]] = {
    How.IS: lambda number, limit: number == limit,
    How.AT_LEAST: lambda number, limit: number >= limit,
    How.AT_MOST: lambda number, limit: number <= limit,
    How.BEFORE: lambda number, limit: number < limit,
    How.AFTER: lambda number, limit: number > limit,
}


def deciding_unknown(condition: Condition, known: Known) -> tuple[str, ...]:
    """Return the facts that could still decide a condition, in the order of its parts; none where it is decided."""
    if isinstance(condition, Compared):
        return (condition.fact,) if compare(condition, known(condition.fact)) is None else ()
    if holds(condition, known) is not None:
        return ()
    found = (deciding_unknown(part, known) for part in parts_of(condition))
    return tuple(dict.fromkeys(fact for facts in found for fact in facts))


def facts_in(condition: Condition) -> tuple[str, ...]:
    """Return the facts that a condition asks for, each once, in the order of its parts."""
    if isinstance(condition, Compared):
        return (condition.fact,)
    found = (facts_in(part) for part in parts_of(condition))
    return tuple(dict.fromkeys(fact for facts in found for fact in facts))


def comparisons_in(condition: Condition) -> tuple[Compared, ...]:
    """Return every comparison of a condition."""
    if isinstance(condition, Compared):
        return (condition,)
    return reduce(lambda found, part: (*found, *comparisons_in(part)), parts_of(condition), tuple[Compared, ...]())


def parts_of(condition: AllOf | AnyOf | Not) -> tuple[Condition, ...]:
    """Return the parts of a condition that has parts."""
    return (condition.part,) if isinstance(condition, Not) else condition.parts

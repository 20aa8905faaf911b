"""Anonymous figures: what remains of cases when nobody can be told from them any more.

A case becomes a figure of a few coarse answers. Only answers that at least `least` people of the same batch share are
kept; where fewer share them, one answer after the other is left open, and what is still alone then is not kept at all.
A case stands in one batch only, and each batch keeps the rule by itself: so two reports differ by whole batches, and no
difference tells of fewer people than the rule allows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.client import Home

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from iq_desktop.domain.case_file import CaseFile

OPEN: Final = ""
"""Stands where an answer is left open, or was never given."""
_AGES: Final = ((18, "under_18"), (25, "18_24"), (35, "25_34"), (45, "35_44"), (55, "45_54"), (200, "55_up"))
_EUROPE: Final = frozenset(
    "AT BE BG CY CZ DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO CH".split()
)
"""States whose citizens move freely: the Union without Germany, the European Economic Area, Switzerland."""
_MONTHS_OF_QUARTER: Final = 3
_GIVEN_UP_FIRST: Final = ("result", "concern", "home", "gender", "origin", "age", "quarter")
"""In this order answers are left open where too few people share them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What is told of a case: the quarter in which it began (`2026-4`), coarse answers, nothing that names or dates."""

    quarter: str = OPEN
    age: str = OPEN
    gender: str = OPEN
    origin: str = OPEN
    home: str = OPEN
    concern: str = OPEN
    result: str = OPEN


@dataclass(frozen=True, slots=True)
class FigureCount:
    """How many people share a figure."""

    figure: Figure
    people: int


def figure_of(case: CaseFile) -> Figure:
    """Return what is told of a case."""
    begun = case.contact.first_talk_on or case.opened_on
    client, closing = case.client, case.closing
    return Figure(
        quarter=f"{begun.year}-{(begun.month - 1) // _MONTHS_OF_QUARTER + 1}",
        age=_age_group(client.birth.year, begun) if client.birth else OPEN,
        gender=client.gender.value if client.gender else OPEN,
        origin=_origin_group(client.nationalities or (client.birth_country,)),
        home=client.home.value if isinstance(client.home, Home) else OPEN,
        concern=case.contact.concerns[0].value if case.contact.concerns else OPEN,
        result=closing.result.value if closing.result else OPEN,
    )


def count_figures(figures: Iterable[Figure], least: int) -> tuple[FigureCount, ...]:
    """Return the figures that at least so many people share, in an order that tells nothing.

    What too few share loses answers; who is still alone is not counted.
    """
    kept: Counter[Figure] = Counter()
    waiting = Counter(figures)
    for left_open in ("", *_GIVEN_UP_FIRST):
        if left_open:
            waiting = _without(waiting, left_open)
        enough = {figure: people for figure, people in waiting.items() if people >= least}
        kept.update(enough)
        waiting = Counter({figure: people for figure, people in waiting.items() if figure not in enough})
    return tuple(FigureCount(figure, kept[figure]) for figure in sorted(kept, key=_by_words))


def add_figures(*batches: Iterable[FigureCount]) -> tuple[FigureCount, ...]:
    """Return the sum of batches."""
    total: Counter[Figure] = Counter()
    for batch in batches:
        for one in batch:
            total[one.figure] += one.people
    return tuple(FigureCount(figure, total[figure]) for figure in sorted(total, key=_by_words))


def _without(waiting: Mapping[Figure, int], answer: str) -> Counter[Figure]:
    found: Counter[Figure] = Counter()
    for figure, people in waiting.items():
        found[replace(figure, **{answer: OPEN})] += people
    return found


def _age_group(born: int, day: dt.date) -> str:
    age = day.year - born
    return next(name for limit, name in _AGES if age < limit or limit == _AGES[-1][0])


def _origin_group(states: tuple[str, ...]) -> str:
    told = [state for state in states if state]
    if not told:
        return OPEN
    if "DE" in told:
        return "german"
    return "european" if any(state in _EUROPE for state in told) else "third_country"


def _by_words(figure: Figure) -> tuple[str, ...]:
    return (figure.quarter, figure.age, figure.gender, figure.origin, figure.home, figure.concern, figure.result)

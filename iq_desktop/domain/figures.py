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
    from collections.abc import Iterable, Iterator, Sequence

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


def settle_figures(figures: Sequence[Figure], least: int) -> tuple[Figure | None, ...]:
    """Return what of each figure is kept in one batch, so that at least so many people share it; None where nothing is.

    What too few share loses one answer after the other. Where all who share the answers that others may know of
    somebody (when, age, gender, origin, home) also share a concern or a result, this is left open: it would tell what
    nobody knew.
    """
    kept: list[Figure | None] = [None] * len(figures)
    waiting = dict(enumerate(figures))
    for left_open in ("", *_GIVEN_UP_FIRST):
        if left_open:
            waiting = {at: replace(figure, **{left_open: OPEN}) for at, figure in waiting.items()}
        people = Counter(waiting.values())
        for at, figure in tuple(waiting.items()):
            if people[figure] >= least:
                kept[at] = waiting.pop(at)
    return tuple(_without_giveaways(kept))


def _without_giveaways(kept: Sequence[Figure | None]) -> Iterator[Figure | None]:
    """Yield the figures with those answers left open that everybody gave of whom the rest may be known."""
    answers: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for one in kept:
        if one is not None:
            answers.setdefault(_known_of(one), set()).add((one.concern, one.result))
    for one in kept:
        if one is None:
            yield None
            continue
        given = answers[_known_of(one)]
        concerns, results = {concern for concern, _ in given}, {result for _, result in given}
        yield replace(
            one,
            concern=one.concern if len(concerns) > 1 else OPEN,
            result=one.result if len(results) > 1 else OPEN,
        )


def _known_of(one: Figure) -> tuple[str, ...]:
    return one.quarter, one.age, one.gender, one.origin, one.home


def count_figures(kept: Iterable[Figure | None]) -> tuple[FigureCount, ...]:
    """Return how many people share each figure, in an order that tells nothing."""
    counted = Counter(one for one in kept if one is not None)
    return tuple(FigureCount(figure, counted[figure]) for figure in sorted(counted, key=_by_words))


def add_figures(*batches: Iterable[FigureCount]) -> tuple[FigureCount, ...]:
    """Return the sum of batches."""
    total: Counter[Figure] = Counter()
    for batch in batches:
        for one in batch:
            total[one.figure] += one.people
    return tuple(FigureCount(figure, total[figure]) for figure in sorted(total, key=_by_words))


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

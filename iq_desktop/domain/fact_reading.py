"""What readers of facts share: months between days, spans of dates, groups of states, and what was told."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.fact import About, Circumstances, Fact, FactType, FactValue, Span
from iq_desktop.domain.fact_choices import NationalityGroup
from iq_desktop.domain.qualification import WorkKind, WorkPeriod
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.domain.choice import Choice
    from iq_desktop.domain.language_skill import Level
    from iq_desktop.domain.partial_date import PartialDate

EU_EEA_SWISS: Final = frozenset(
    "AT BE BG CH CY CZ DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split()
)
"""States whose citizens move freely, Germany left out."""

_PAID: Final = frozenset({WorkKind.EMPLOYED, WorkKind.SELF_EMPLOYED, WorkKind.FAMILY_BUSINESS})


def code_of(choice: Choice | None, *says_nothing: Choice) -> str | None:
    """Return the code of an answer, None where it says nothing."""
    return None if choice is None or choice in says_nothing else str(choice.value)


def codes_of(choices: Iterable[Choice]) -> frozenset[str] | None:
    """Return the codes of answers, None where there are none."""
    return frozenset(str(choice.value) for choice in choices) or None


def group_of(country: str) -> str:
    """Return the group of a state (ISO 3166-1 alpha-2)."""
    if country == "DE":
        return str(NationalityGroup.GERMAN.value)
    return str((NationalityGroup.EU if country in EU_EEA_SWISS else NationalityGroup.THIRD).value)


def months_between(begun: dt.date, ended: dt.date) -> int:
    """Return the whole months from one day to another, 0 where it lies before."""
    months = (ended.year - begun.year) * 12 + ended.month - begun.month
    return max(0, months - (ended.day < begun.day))


def exactly(number: int) -> Span:
    """Return the span of one number."""
    return Span(number, number)


def span_of_date(date: PartialDate | None) -> Span | None:
    """Return the days that a date can mean."""
    return None if date is None else Span(date.earliest.toordinal(), date.latest.toordinal())


def span_of_level(level: Level | None) -> Span | None:
    """Return the rank of a level."""
    return None if level is None else exactly(level.rank)


def paid_works(works: Iterable[WorkPeriod]) -> tuple[WorkPeriod, ...]:
    """Return the times of work that count as experience in an occupation."""
    return tuple(work for work in works if work.kind in _PAID)


def months_of(works: Sequence[WorkPeriod], today: dt.date) -> Span | None:
    """Return the months that works last together, overlapping times once; None where no beginning is known.

    The lower limit takes each date as short as it can mean, the upper one as long; a work without an end counts from
    its beginning to today at most.
    """
    dated = [(work, work.begun) for work in works if work.begun is not None]
    if not dated:
        return None
    sure, most = [], []
    for work, begun in dated:
        shortest_end = work.ended.earliest if work.ended else today if work.is_going_on else begun.latest
        sure.append((begun.latest, shortest_end))
        most.append((begun.earliest, min(work.ended.latest, today) if work.ended else today))
    return Span(_covered(sure), max(_covered(sure), _covered(most)))


def _covered(times: Iterable[tuple[dt.date, dt.date]]) -> int:
    """Return the whole months that times cover."""
    days, reached = 0, 0
    for begun, ended in sorted((first.toordinal(), last.toordinal()) for first, last in times):
        start = max(begun, reached)
        days += max(0, ended + 1 - start)
        reached = max(reached, ended + 1)
    return int((days + _SLACK) / _DAYS_OF_A_MONTH)


_DAYS_OF_A_MONTH: Final = 365.25 / 12
_SLACK: Final = 3
"""Days that a month may be shorter than the mean one, so that full years count in full."""


def told_words(at: Circumstances, fact: str, about: About = About.PERSON) -> str:
    """Return what was told of a fact about the person or the present subject, empty where nothing was."""
    subject = "" if about is About.PERSON else at.subject_id
    return next((one.value for one in at.case.told_facts if one.fact == fact and one.subject_id == subject), "")


def told_value(at: Circumstances, fact: str, kind: FactType, about: About = About.PERSON) -> FactValue | None:
    """Return what was told as a value of a type; None where nothing was, or what is no such value."""
    return value_of_words(told_words(at, fact, about), kind)


def value_of_words(words: str, kind: FactType) -> FactValue | None:
    """Return the value of stored words (`yes`, `no`, a code, a whole number, a day); None where they are none."""
    if kind is FactType.YES_NO:
        return {"yes": True, "no": False}.get(words)
    if kind is FactType.DAY:
        try:
            return exactly(dt.date.fromisoformat(words).toordinal())
        except ValueError:
            return None
    if kind is FactType.NUMBER:
        return exactly(int(words)) if words.isascii() and words.isdecimal() else None
    return words or None


def asked(
    code: str,
    kind: FactType,
    label: Text,
    about: About = About.PERSON,
    choices: type[Choice] | None = None,
    unit: Text = NOTHING,
) -> Fact:
    """Return a fact that is asked on the page of recognition and nowhere else."""
    read = partial(told_value, fact=code, kind=kind, about=about)
    return Fact(code, kind, label, read, field=code, about=about, choices=choices, unit=unit)

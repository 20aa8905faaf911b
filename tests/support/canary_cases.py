"""Cases every word of which is a canary, built from the types of the fields; a new field is covered without a line."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from itertools import cycle
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.consent import Purpose
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.partial_date import PartialDate
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OWN = frozenset({"id", "number", "adviser_id"})


def canary_cases(words: Sequence[str]) -> tuple[CaseFile, ...]:
    """Return as many new cases as are needed to hold every word, each in a field; nothing stops a change in them."""
    at = cycle(words)
    cases, used = [], 0
    while used < len(words):
        counted = _Counted(at)
        made = _value_of(CaseFile, counted)
        free = replace(made.keeping, review_on=None, restricted_since=None)
        consents = tuple(replace(one, purpose=Purpose.STATISTICS, withdrawn_on=None) for one in made.consents)
        cases.append(replace(made, id=new_id(), number="", revision=0, keeping=free, consents=consents))
        used += counted.used
    return tuple(cases)


class _Counted:
    """Gives words and counts them."""

    def __init__(self, words: Iterator[str]) -> None:
        self.words, self.used = words, 0

    def __next__(self) -> str:
        self.used += 1
        return next(self.words)


def _value_of(kind: Any, words: _Counted) -> Any:
    hints = get_type_hints(kind)
    given: dict[str, Any] = {}
    for field in fields(kind):
        if field.name == "id":
            given["id"] = new_id()
        elif field.name not in _OWN:
            given[field.name] = _given(hints[field.name], words)
    return kind(**given)


def _given(hint: Any, words: _Counted) -> Any:
    inner = [one for one in get_args(hint) if one is not NoneType]
    if get_origin(hint) is tuple:
        return tuple(_given(inner[0], words) for _ in range(2))
    if inner:
        return _given(inner[0], words)
    if hint is str:
        return next(words)
    if isinstance(hint, type) and issubclass(hint, Choice):
        return next(iter(hint))
    if is_dataclass(hint) and hint is not PartialDate:
        return _value_of(hint, words)
    return {bool: False, int: 7, Decimal: Decimal(7), dt.date: TODAY, PartialDate: PartialDate(1990, 5)}[hint]


def is_full(case: CaseFile) -> bool:
    """Return whether a case holds two of everything that it can have several of."""
    return all(
        len(getattr(case, field.name)) > 1 for field in fields(case) if isinstance(getattr(case, field.name), tuple)
    )

"""Values of the domain out of thin air, built from the types of their fields."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from decimal import Decimal
from types import NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.partial_date import PartialDate

WORDS: Final = st.text(max_size=20)
_DAYS: Final = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
_IDS: Final = st.uuids().map(lambda one: one.hex)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(_DAYS)
    known = draw(st.integers(1, 3))
    return PartialDate(
        day.year, day.month if known > 1 else None, day.day if known > 2 else None, about=draw(st.booleans())
    )


_PLAIN: Final[dict[Any, st.SearchStrategy[Any]]] = {
    str: WORDS,
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    dt.date: _DAYS,
    dt.datetime: st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001  (hypothesis sets the zone)
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    PartialDate: partial_dates(),
}


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a dataclass of the domain; what has an id gets one of its own."""
    hints = get_type_hints(kind)
    own = {field.name: _values_of_type(hints[field.name]) for field in fields(kind)}
    if "id" in own:
        own["id"] = _IDS
    return st.builds(kind, **own)


def _values_of_type(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is tuple:
        return st.lists(_values_of_type(get_args(hint)[0]), max_size=3).map(tuple)
    if NoneType in get_args(hint):
        return st.one_of(*(st.none() if part is NoneType else _values_of_type(part) for part in get_args(hint)))
    if isinstance(hint, type) and issubclass(hint, Choice):
        return st.sampled_from(list(hint))
    if is_dataclass(hint):
        return values_of(hint)
    raise TypeError(f"no strategy for {hint}")

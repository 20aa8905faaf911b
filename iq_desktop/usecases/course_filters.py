"""By what a search for courses is narrowed: told in words, one by one, and taken away again."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.course import CourseWish
from iq_desktop.forms.course_forms import COURSE_WISH_FORM
from iq_desktop.wording.text import Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

_IN_SIGHT: Final = ("words", "postal_code", "within_km", "kinds", "sort")
"""What is seen in its own field all the time, and needs no chip."""
_EMPTY: Final = {field.name: getattr(CourseWish(), field.name) for field in fields(CourseWish)}
_LABELS: Final = {field.name: field.label for field in COURSE_WISH_FORM.fields()}


def active_filters(wish: CourseWish, places: Text, catalogues: Mapping[str, Text]) -> tuple[tuple[str, Text], ...]:
    """Return what narrows a search beside what is in sight: names of fields of the wish with their words.

    `places` tells what was chosen on the map, `catalogues` how each catalogue is called.
    """
    found = []
    for name, empty in _EMPTY.items():
        value = getattr(wish, name)
        if name not in _IN_SIGHT and value != empty:
            found.append((name, _words(name, value, places, catalogues)))
    return tuple(found)


def count_filters(wish: CourseWish) -> int:
    """Return how many fields of the unfolded filters narrow a search."""
    return sum(getattr(wish, name) != _EMPTY[name] for name in (*_LABELS, "catalogue"))


def without_filter(wish: CourseWish, name: str) -> CourseWish:
    """Return a wish that one field no longer narrows."""
    change: dict[str, Any] = {name: _EMPTY[name]}
    return replace(wish, **change)


def without_filters(wish: CourseWish) -> CourseWish:
    """Return a wish with only its words, its place and its order."""
    return CourseWish(words=wish.words, postal_code=wish.postal_code, within_km=wish.within_km, sort=wish.sort)


def is_narrowed(wish: CourseWish) -> bool:
    """Return whether there is something that `without_filters` would take away."""
    return wish != without_filters(wish)


def _words(name: str, value: Any, places: Text, catalogues: Mapping[str, Text]) -> Text:
    if name == "postal_codes":
        return say("Place: {answer}", answer=places)
    if name == "catalogue":
        return say("Catalogue: {answer}", answer=catalogues.get(value, as_it_is(value)))
    if isinstance(value, tuple):
        return joined([one.label for one in value], ", ")
    answer = value.label if isinstance(value, Choice) else _plain(name, value)
    return say("{label}: {answer}", label=_LABELS[name], answer=answer)


def _plain(name: str, value: dt.date | Decimal | str) -> Text:
    if isinstance(value, str):
        return as_it_is(value)
    return say("{price} euro", price=value) if name == "price_up_to" else say("{day}", day=value)


def found_words(shown: int, total: int) -> Text:
    """Return how many courses were found, and how many of them are listed."""
    if total > shown:
        return say("the first {shown} of {total}", shown=shown, total=total)
    return say_count("{count} course", "{count} courses", count=max(total, shown))

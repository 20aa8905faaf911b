"""What a wish asks of courses beside its words, as sets: each filter by its name, so that one can be left away."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from iq_desktop.domain.course_traits import TeachingForm
from iq_desktop.storage.course_bits import bits_of
from iq_desktop.storage.name_keys import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from iq_desktop.domain.course import CourseWish
    from iq_desktop.storage.course_lines import CourseLines


def filters_of(lines: CourseLines, wish: CourseWish, near: int | None) -> dict[str, int]:
    """Return the courses that each filter of a wish lets through; `near` are those at places near enough."""
    return dict(_filters(lines, wish, near))


def _filters(lines: CourseLines, wish: CourseWish, near: int | None) -> Iterator[tuple[str, int]]:
    if near is not None:
        yield "near", near | _any_of(lines, "form", (TeachingForm.ONLINE,)) | (lines.live & ~lines.placed)
    if wish.starts_from is not None or wish.starts_until is not None:
        yield "days", _in_days(lines, wish)
    if wish.price_up_to is not None:
        yield "price", lines.prices.up_to(wish.price_up_to)
    if wish.entry_level is not None or wish.exit_level is not None:
        yield "exit_level", _levels(lines, wish)
    if wish.postal_codes:
        yield "postal_codes", _at_places(lines, frozenset(wish.postal_codes))
    if wish.provider.strip():
        yield "provider", _of_provider(lines, wish.provider)
    for name, answers in _chosen(wish):
        if answers:
            yield name, _any_of(lines, name, answers)


def _chosen(wish: CourseWish) -> Iterator[tuple[str, tuple[Hashable, ...]]]:
    yield "form", (wish.form,) if wish.form is not None else ()
    yield "times", wish.times
    yield "kind", wish.kinds
    yield "fundings", wish.fundings
    yield "catalogue", (wish.catalogue,) if wish.catalogue else ()


def _any_of(lines: CourseLines, name: str, answers: Iterable[Hashable]) -> int:
    sets = lines.answers.get(name, {})
    found = 0
    for answer in answers:
        found |= sets.get(answer, 0)
    return found


def _in_days(lines: CourseLines, wish: CourseWish) -> int:
    """Return those that begin in the wished time; one without a day stays, and one that takes people in all along."""
    stays = lines.flexible | (lines.live & ~lines.begins.all)
    found = lines.live
    if wish.starts_from is not None:
        before = wish.starts_from.toordinal() - 1
        found &= (lines.begins.all & ~lines.begins.up_to(before)) | stays
        found &= ~lines.ends.up_to(before)
    if wish.starts_until is not None:
        found &= lines.begins.up_to(wish.starts_until.toordinal()) | stays
    return found


def _levels(lines: CourseLines, wish: CourseWish) -> int:
    found = lines.live
    if wish.entry_level is not None:
        rank = wish.entry_level.rank
        further = lines.to_level.up_to(-(rank + 1)) | (lines.live & ~lines.to_level.all)
        found &= lines.from_level.up_to(rank) & further
    if wish.exit_level is not None:
        found &= lines.to_level.up_to(-wish.exit_level.rank)
    return found


def _at_places(lines: CourseLines, codes: frozenset[str]) -> int:
    """Return the courses that are held at postal codes; online ones are at none."""
    keys = (lines.keys_at[number] for number, place in enumerate(lines.places) if number and place.postal_code in codes)
    online = _any_of(lines, "form", (TeachingForm.ONLINE,))
    return bits_of(chain.from_iterable(keys), lines.size) & lines.live & ~online


def _of_provider(lines: CourseLines, words: str) -> int:
    """Return the courses of the providers whose name has every one of some words."""
    asked = fold(words).split()
    named = [lines.provider_names.with_part(one) for one in asked]
    wanted = set.intersection(*named) if named else set()
    keys = chain.from_iterable(lines.keys_of_provider[number] for number in wanted)
    return bits_of(keys, lines.size) & lines.live

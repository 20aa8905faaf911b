"""The line of life in words: a bar, a gap, and the picture as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.usecases.paper_words import place_words, span_words
from iq_desktop.wording.text import Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.life_line import Bar, Gap, LifeLine


def bar_words(bar: Bar) -> Text:
    """Return what a bar shows: name, kind, when and where."""
    when = span_words(bar.begun, bar.ended, is_going_on=bar.is_going_on)
    name = (as_it_is(bar.title), bar.kind.label) if bar.title else (bar.kind.label,)
    return joined((*name, when, place_words("", bar.country)))


def gap_words(gap: Gap) -> Text:
    """Return the years of a time of which nothing was told."""
    if gap.start.year == gap.end.year:
        return say("{year}", year=str(gap.start.year))
    return say("{begun} to {ended}", begun=str(gap.start.year), ended=str(gap.end.year))


def line_words(line: LifeLine) -> Text:
    """Return the whole line in one sentence, for those who do not see it."""
    return say_count(
        "Line of life with {count} time, from {first} to {last}",
        "Line of life with {count} times, from {first} to {last}",
        count=len(line.bars),
        first=str(line.first_year),
        last=str(line.last_year),
    )

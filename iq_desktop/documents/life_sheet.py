"""The line of life on paper: what somebody did when, each time with its bar on one scale of years."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Heading, Sentences, Typed
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.documents.spans import SpanRow, Spans
from iq_desktop.domain.life_line import Source, life_line
from iq_desktop.wording.text import NOTHING, CountryName, Text, say

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.life_line import Bar, LifeLine

_MOST_MARKS: Final = 6
_LABELS: Final = {
    Source.QUALIFICATION: say("Title in German"),
    Source.WORK: say("The same in German"),
    Source.ENTRY: say("In a few words"),
}
"""The field in which the name of a time stands."""
_STEPS: Final = (1, 2, 5, 10, 20)


def make_life_sheet(case: CaseFile, occasion: Occasion) -> Document:
    """Return the line of life of a case, oldest time first; it says what is only roughly known."""
    line = life_line(case, occasion.day)
    blocks: tuple[Block, ...] = (Sentences(say("Nothing was told yet.")),)
    if line.bars:
        blocks = (Sentences(say("A thin bar: the exact time is not known."), is_small=True), _spans(line))
    undated = tuple((source, title) for source, _id, title in line.undated if title)
    if undated:
        named = (Sentences(Typed(title, _LABELS[source])) for source, title in undated)
        blocks = (*blocks, Heading(say("Without a date")), *named)
    return Document(
        title=say("Life line"),
        lines_below_title=head_lines(case, occasion),
        blocks=blocks,
        footnote=say("This sheet says what the person told. It is no proof."),
        author=occasion.centre.name,
    )


def _spans(line: LifeLine) -> Spans:
    first, last = line.first_year, line.last_year + 1
    return Spans(
        tuple(_row(bar, first, last) for bar in line.bars),
        tuple(((year - first) / (last - first), str(year)) for year in named_years(first, last)),
        say("What it was"),
        say("When"),
    )


def named_years(first: int, last: int) -> tuple[int, ...]:
    """Return the years that are named on a scale from one year to another: round ones, six at most."""
    step = next((one for one in _STEPS if (last - first) / one <= _MOST_MARKS), _STEPS[-1])
    return tuple(year for year in range(first, last) if year % step == 0)


def _row(bar: Bar, first: int, last: int) -> SpanRow:
    sure_begin = min(bar.begun.latest, bar.end)
    sure_end = bar.ended.earliest if bar.ended else bar.end
    return SpanRow(
        Typed(bar.title, _LABELS[bar.source]) if bar.title else bar.kind.label,
        _when(bar),
        say("{country}", country=CountryName(bar.country)) if bar.country else NOTHING,
        _part(bar.start, first, last),
        _part(bar.end, first, last),
        _part(sure_begin, first, last),
        _part(max(sure_begin, sure_end), first, last),
        bar.is_open,
    )


def _when(bar: Bar) -> Text:
    if bar.ended:
        return say("{begun} to {ended}", begun=bar.begun.brief(), ended=bar.ended.brief())
    if bar.is_going_on:
        return say("since {begun}", begun=bar.begun.brief())
    return say("from {begun}", begun=bar.begun.brief())


def _part(day: dt.date, first: int, last: int) -> float:
    """Return where a day lies between the beginnings of two years, from 0 to 1."""
    begin, end = dt.date(first, 1, 1), dt.date(last, 1, 1)
    return max(0.0, min((day - begin) / (end - begin), 1.0))

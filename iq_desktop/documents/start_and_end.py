"""Your way so far: one page on which the person sees where they stood at the beginning and where they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Heading, KeepTogether, Listing, Sentences, Typed
from iq_desktop.documents.ends import Ends, EndsRow
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.start_and_end import StartAndEnd, start_and_end
from iq_desktop.wording.text import as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.start_and_end import CountEnds, LevelEnds, LevelSide
    from iq_desktop.wording.text import Text

_MARKS: Final = ("0", "A1", "A2", "B1", "B2", "C1", "C2")
"""The steps of the scale: none, and the six levels."""
MOST_STEPS: Final = 6


def make_start_and_end(case: CaseFile, occasion: Occasion) -> Document:
    """Return the page; without what the journal keeps it shows only where the person stands now."""
    ends = occasion.ends or start_and_end(case, (), occasion.day)
    return Document(
        title=say("Your way so far"),
        lines_below_title=head_lines(case, occasion),
        blocks=(
            Sentences(say("The counselling began on {first}. Today is {day}.", first=ends.begun_on, day=ends.as_of)),
            *_honesty(ends),
            *_german(ends),
            *_counts(ends),
            *_done(case),
        ),
        footnote=say("This sheet tells what was noted in the counselling. It is no certificate and no assessment."),
        author=occasion.centre.name,
    )


def level_words(one: LevelEnds) -> Text:
    """Return the way of one skill in words; no change is said as such."""
    if one.first is None:
        return say("now: {level}", level=one.last.label)
    if one.change == 0:
        return say("no change: {level}", level=one.last.label)
    return say("{first}, now {level}", first=one.first.label, level=one.last.label)


def count_words(one: CountEnds) -> tuple[Text, Text]:
    """Return a number at the beginning and now, in words."""
    now = say("{count} of {all}", count=one.last, all=one.of) if one.of is not None else as_it_is(str(one.last))
    return say("not noted") if one.first is None else as_it_is(str(one.first)), now


def side_words(side: LevelSide) -> Text:
    """Return who says it and on which days it was looked at."""
    if side.is_seen_twice and side.first_on and side.last_on:
        return say("{who}: {first} and {last}", who=side.assessed_by.label, first=side.first_on, last=side.last_on)
    if side.last_on:
        return say("{who}: noted only once, on {day}", who=side.assessed_by.label, day=side.last_on)
    return say("{who}: noted only once", who=side.assessed_by.label)


def _honesty(ends: StartAndEnd) -> Iterator[Block]:
    if ends.is_thin:
        yield Sentences(say("Little was noted so far. So a change cannot be shown yet."))


def _german(ends: StartAndEnd) -> Iterator[Block]:
    """Yield the picture of the best founded side; what others say stands below it in words."""
    if not ends.shown_sides:
        return
    side, *others = ends.shown_sides
    rows = tuple(EndsRow(one.skill.label, _rank(one.first), one.last.rank, level_words(one)) for one in side.skills)
    picture = Ends(rows, _MARKS, say("German"), say("In words"))
    yield KeepTogether((Heading(say("Your German")), Sentences(side_words(side)), picture))
    key = say("Hollow dot: the beginning. Full dot: now. A ring: no change.")
    steps = say("Steps of the scale: {steps}", steps=", ".join(_MARKS))
    yield Sentences(joined((key, steps), " "), is_small=True)
    for other in others:
        told = joined([joined((one.skill.label, level_words(one)), " – ") for one in other.skills], "; ")
        yield Sentences(joined((side_words(other), told), ". "), is_small=True)


def _rank(level: Level | None) -> int | None:
    return None if level is None else level.rank


def _counts(ends: StartAndEnd) -> Iterator[Block]:
    rows: tuple[tuple[Words, ...], ...] = tuple((one.what.label, *count_words(one)) for one in ends.counts)
    if rows:
        head = (say("What"), say("At the beginning"), say("Now"))
        yield KeepTogether((Heading(say("What has come together")), Listing(head, rows, (0.6, 0.2, 0.2))))


def _done(case: CaseFile) -> Iterator[Block]:
    """Yield what was done, newest first: goals and steps with their days."""
    label = say("What we agreed")
    goals = [(one.reached_on, one.text, one.text_in_client_language) for one in case.goals if one.reached_on]
    points = [(one.done_on, one.text, one.text_in_client_language) for one in case.agreement if one.done_on]
    rows: list[tuple[Words, ...]] = []
    for day, german, own in sorted([*goals, *points], reverse=True)[:MOST_STEPS]:
        words = Typed(german.strip() or own.strip(), label, own.strip() if german.strip() else "", for_client=True)
        if words.words:
            rows.append((say("{day}", day=day), words))
    if rows:
        yield KeepTogether(
            (Heading(say("This is done")), Listing((say("Day"), say("What")), tuple(rows), (0.25, 0.75)))
        )

"""The tables of the results of instruments, one for each rule; the sides stand in the order in which they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Facts, Listing, Typed, Words
from iq_desktop.documents.sums import Sum, SumRow, Sums
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iq_desktop.documents.talk_report import TalkLine, TalkPart, TalkSide
    from iq_desktop.domain.competence import Evidence

ANSWERS: Final = say("Answers of a talk")
"""The field that is named where a letter of an answer cannot be drawn."""
LANGUAGE: Final = say("Language")
ABOUT: Final = say("About")
NO_AREA: Final = say("Without an area")
_NOT_ASKED: Final = as_it_is("–")
_PAIR: Final = 2
_MOST_SIDES: Final = 3
"""More sides stand below each other."""


def signed(steps: int) -> Text:
    """Return a difference in steps with its sign, the same in every language."""
    return as_it_is(f"{steps:+d}".replace("-", "−") if steps else "0")


def ranking_table(part: TalkPart) -> Listing:
    """Return the strongest in their order with their examples from life."""
    head = (NOTHING, say("The strongest, in their order"), say("Example from life"), say("Evidence"))
    rows = tuple(
        (
            as_it_is(f"{line.sides[0].value}."),
            line.words,
            line.example or say("no example told"),
            _evidence(line.evidence),
        )
        for line in part.lines
    )
    return Listing(head, rows, (0.04, 0.3, 0.44, 0.22))


def piles_table(part: TalkPart) -> Listing:
    """Return what the first side put on each pile: a row for each area, a column for each pile, the highest first."""
    rows = []
    for area in part.lines:
        piles = (
            _named_together(line.words for line in area.inner if line.sides[0].value == value)
            for value, _words in part.steps
        )
        rows.append((area.words, *piles, _counted(area.sides[0])))
    share = 0.7 / len(part.steps)
    head = (say("Area"), *(words for _value, words in part.steps), say("Answers"))
    return Listing(head, tuple(rows), (0.17, *(share for _ in part.steps), 0.13))


def differing_table(part: TalkPart, sides: Sequence[Text]) -> Listing | None:
    """Return the cards on which several sides do not agree, or None where they do."""
    differing = [line for area in part.lines for line in area.inner if _differs(line)]
    return _lines_table(differing, sides, with_evidence=False) if differing else None


def sums_table(part: TalkPart, sides: Sequence[Text]) -> Sums:
    """Return the sums of each area as bars, a column for each side."""
    rows = tuple(SumRow(line.words, tuple(_sum(side) for side in line.sides)) for line in part.lines)
    return Sums(say("Area"), tuple(sides), rows)


def levels_table(part: TalkPart, sides: Sequence[Text]) -> Listing:
    """Return the level of each language skill by side, what it rests on, and lower levels that do not hold."""
    rows = tuple((line.words, *(_level(side) for side in line.sides)) for line in part.lines)
    share = 0.7 / len(sides)
    return Listing((say("Language skill"), *sides), rows, (0.3, *(share for _ in sides)))


def steps_table(part: TalkPart, sides: Sequence[Text]) -> Listing:
    """Return the step of each line by side, with the difference of two sides and the evidence."""
    return _lines_table(part.lines, sides, with_evidence=True)


def experiences_table(part: TalkPart) -> Listing:
    """Return each experience with its strongest skills, how alone the person did them, and what that rests on."""
    rows = tuple(row for experience in part.lines for row in _experience(experience))
    head = (say("Experience"), say("Skill"), say("How alone"), say("Evidence"))
    return Listing(head, rows, (0.26, 0.32, 0.22, 0.2))


def chosen_table(parts: Sequence[TalkPart]) -> Facts:
    """Return what was chosen or told to each question, as a short list."""
    rows: list[tuple[Words, Words]] = []
    for part in parts:
        named = _named_together(line.example or line.words for line in part.lines)
        rows.append((part.question, named))
    return Facts(tuple(rows))


def _lines_table(lines: Sequence[TalkLine], sides: Sequence[Text], *, with_evidence: bool) -> Listing:
    if len(sides) > _MOST_SIDES:
        return _sides_below_each_other(lines, sides)
    is_pair = len(sides) == _PAIR
    more = (say("Difference"),) if is_pair else ()
    ends = (say("Evidence"),) if with_evidence else ()
    rows = []
    for line in lines:
        steps = (side.words or _NOT_ASKED for side in line.sides)
        gap = (_NOT_ASKED if line.difference is None else signed(line.difference),) if is_pair else ()
        rows.append((line.words, *steps, *gap, *((_evidence(line.evidence),) if with_evidence else ())))
    fixed = 0.13 * len(more) + 0.2 * len(ends)
    share = (1 - fixed) * 0.56 / len(sides)
    widths = ((1 - fixed) * 0.44, *(share for _ in sides), *(0.13 for _ in more), *(0.2 for _ in ends))
    return Listing((say("What it is about"), *sides, *more, *ends), tuple(rows), widths)


def _sides_below_each_other(lines: Sequence[TalkLine], sides: Sequence[Text]) -> Listing:
    rows = tuple(
        (NOTHING if place else line.words, who, side.words or _NOT_ASKED)
        for line in lines
        for place, (who, side) in enumerate(zip(sides, line.sides, strict=True))
    )
    return Listing((say("What it is about"), say("Who says it"), say("What was said")), rows, (0.36, 0.3, 0.34))


def _experience(experience: TalkLine) -> Iterator[tuple[Words, ...]]:
    if not experience.inner:
        yield experience.words, _NOT_ASKED, NOTHING, NOTHING
    for place, skill in enumerate(experience.inner):
        step = skill.sides[0].words or _NOT_ASKED
        yield (NOTHING if place else experience.words), skill.words, step, _evidence(skill.evidence)


def _differs(line: TalkLine) -> bool:
    return len({side.value for side in line.sides if side.value is not None}) > 1


def _sum(side: TalkSide) -> Sum:
    if side.value is None:
        return Sum(None, 0, 0, say("not answered"))
    words = say(
        "{total} between {least} and {most}; {answered} of {of} answers",
        total=side.value,
        least=side.least,
        most=side.most,
        answered=side.answered,
        of=side.of,
    )
    return Sum(side.value, side.least, side.most, words)


def _level(side: TalkSide) -> Text:
    if side.words is None or isinstance(side.words, Typed):
        return _NOT_ASKED
    gaps = say("open below it: {levels}", levels=", ".join(side.gaps)) if side.gaps else NOTHING
    return joined((side.words, _counted(side), gaps))


def _counted(side: TalkSide) -> Text:
    return say("{answered} of {of}", answered=side.answered, of=side.of)


def _evidence(evidence: Evidence | None) -> Text:
    return joined((as_it_is(str(evidence.grade)), evidence.label), " – ") if evidence else NOTHING


def _named_together(words: Iterable[Words]) -> Words:
    """Return names in one line, in both languages."""
    typed = [one for one in words if isinstance(one, Typed)]
    if not typed:
        return _NOT_ASKED
    own = ", ".join(one.words for one in typed)
    spoken = ", ".join(one.own_words or one.words for one in typed) if any(one.own_words for one in typed) else ""
    return Typed(own, typed[0].label, spoken)

"""What talks along instruments came to: each line with what it rests on; no diagnosis, no score of a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Facts, Heading, KeepTogether, Listing, Sentences, Typed, Words
from iq_desktop.documents.sections.talk_tables import (
    chosen_table,
    differing_table,
    experiences_table,
    levels_table,
    piles_table,
    ranking_table,
    signed,
    steps_table,
    sums_table,
)
from iq_desktop.domain.instrument import Rule
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.talk_report import TalkPart, TalkReport, TalkReports
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.competence import Competence
    from iq_desktop.wording.text import Text


def talk_sections(talks: TalkReports) -> Iterator[Block]:
    """Yield the results of each instrument, what is missing, and what all of this is not."""
    for report in talks.reports:
        yield from _report(report)
    if talks.gone:
        names = ", ".join(talks.gone)
        yield Sentences(say("Not told here, because this computer no longer has the instrument: {names}.", names=names))
    if talks.reports:
        yield KeepTogether(
            (
                Heading(say("What these results are not")),
                Sentences(_NO_TEST),
                Sentences(_NOTHING_AVERAGED),
            )
        )


def differences_section(case: CaseFile) -> Iterator[Block]:
    """Yield the competences that both sides rated, and not alike, with the difference in steps."""
    rows = tuple(_difference(one) for one in case.competences if _differs(one))
    if rows:
        head = (say("Competence"), say("Own view"), say("Adviser's view"), say("Difference"))
        table = Listing(head, rows, (0.36, 0.24, 0.24, 0.16))
        yield KeepTogether((Heading(say("Where the two views differ")), table))


def _differs(one: Competence) -> bool:
    return one.self_rating is not None and one.adviser_rating is not None and one.self_rating != one.adviser_rating


def _difference(one: Competence) -> tuple[Words, ...]:
    own, other = one.self_rating, one.adviser_rating
    assert own is not None  # noqa: S101  (only rows with both views come here)
    assert other is not None  # noqa: S101  (see above)
    return Typed(one.name_de, say("Competence")), own.label, other.label, signed(other.step - own.step)


def _report(report: TalkReport) -> Iterator[Block]:
    """Yield one instrument: its tables, below each what it rests on, and who answered when."""
    if not report.parts:
        return
    yield Heading(report.title)
    if report.about:
        yield Facts(report.about)
    chosen = [part for part in report.parts if part.rule is Rule.CHOSEN]
    if chosen:
        yield chosen_table(chosen)
    told = [part for part in report.parts if part.rule is not Rule.CHOSEN]
    told.sort(key=lambda part: part.rule is not Rule.RANKING)  # the strongest come first
    answered = say("Answered: {who}.", who=joined(report.when, "; "))
    for part in told:
        end = answered if part is told[-1] else NOTHING
        yield from (*_tables(part, report.sides), Sentences(joined((_rests(part), end), " "), is_small=True))
    if not told:
        yield Sentences(answered, is_small=True)


def _tables(part: TalkPart, sides: Sequence[Text]) -> Iterator[Block]:
    if part.rule is Rule.PILES:
        yield piles_table(part)
        differing = differing_table(part, sides)
        if differing is not None:
            yield from (Heading(say("Where the views differ")), differing)
    elif part.rule in _OF_ONE_SIDE:
        yield _OF_ONE_SIDE[part.rule](part)
    else:
        yield _OF_SIDES[part.rule](part, sides)


def _rests(part: TalkPart) -> Text:
    return say("Rests on {answered} of {of} answers.", answered=part.answered, of=part.of)


_OF_ONE_SIDE: Final[Mapping[Rule, Callable[[TalkPart], Block]]] = {
    Rule.RANKING: ranking_table,
    Rule.LIFE: experiences_table,
}
_OF_SIDES: Final[Mapping[Rule, Callable[[TalkPart, Sequence[Text]], Block]]] = {
    Rule.SUM_BY_AREA: sums_table,
    Rule.LEVEL_BY_SKILL: levels_table,
    Rule.STEP_BY_ITEM: steps_table,
}
_NO_TEST: Final = say("They are no test, no diagnosis and no mark. They say what was told and seen in the counselling.")
_NOTHING_AVERAGED: Final = say(
    "Views stand beside each other; nothing was averaged. Sums cannot be compared between people."
)

"""What a run came to, rule by rule: lines and groups that say how many answers they rest on.

Nothing here is an average, a diagnosis or a score of a person: a group of an area holds the sum of its answers beside
their number and the least and most that they could be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.instrument import Ask, Instrument, Rater, Rule, Scoring, Section
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.talk_levels import skill_levels
from iq_desktop.domain.talk_questions import items_of, section_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from iq_desktop.domain.talk_conversation import Conversation


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One item with what was answered: a step or pile, or the place in a ranking; `words` are an example from life.

    A line without a value was put off or not asked yet.
    """

    item: str
    section: str
    area: str = ""
    value: int | None = None
    words: str = ""
    evidence: Evidence = Evidence.STATEMENT
    parent: str = ""


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """Lines that belong together: by area, by language skill or by situation, with how many of them were answered.

    `code` is the area, skill or item they belong to, empty for all together. `total` is the sum of the answers, between
    `least` and `most`; `level` is that of a language skill, `gaps` are lower levels that do not hold.
    """

    code: str
    lines: tuple[ResultLine, ...]
    answered: int
    of: int
    total: int | None = None
    least: int = 0
    most: int = 0
    level: Level | None = None
    gaps: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one rule; it rests on `answered` of `of` answers."""

    scoring: Scoring
    groups: tuple[ResultGroup, ...]
    answered: int
    of: int

    @property
    def rule(self) -> Rule:
        """The rule that was applied."""
        return self.scoring.rule

    @property
    def lines(self) -> tuple[ResultLine, ...]:
        """All lines of all groups, in their order."""
        return tuple(line for group in self.groups for line in group.lines)


def results_of(talk: Conversation) -> tuple[Result, ...]:
    """Return the results of a run, finished or not, in the order in which the instrument names them."""
    return tuple(_result(talk, scoring) for scoring in talk.instrument.scorings)


def evidence_of(rater: Rater, example: str) -> Evidence:
    """Return what an answer rests on: seen by somebody, shown by an example from life, or just said."""
    if rater is Rater.OBSERVER:
        return Evidence.OBSERVED
    return Evidence.EXAMPLE if example else Evidence.STATEMENT


def _result(talk: Conversation, scoring: Scoring) -> Result:
    section = section_of(talk.instrument, scoring.section)
    lines = lines_of(talk, section)
    answered = sum(line.value is not None for line in lines)
    groups = _GROUPED[scoring.rule](talk, section, lines)
    if scoring.rule is Rule.LEVEL_BY_SKILL:
        return Result(scoring, groups, sum(group.answered for group in groups), len(section.items))
    return Result(scoring, groups, answered, len(lines))


def lines_of(talk: Conversation, section: Section) -> tuple[ResultLine, ...]:
    """Return what was answered in a section, item by item, only where the other answers still lead to the item."""
    told = talk.told
    examples = _examples(talk)
    found = []
    for item in items_of(talk.instrument, section, told, talk.outside):
        answer = told.get(f"{section.code}.{item.code}")
        value = None if answer is None or answer.is_not_now else answer.value
        own_words = answer.words if answer is not None and section.ask is Ask.WORDS else ""
        words = own_words or examples.get(item.code, "")
        evidence = evidence_of(talk.run.rater, examples.get(item.code, ""))
        found.append(ResultLine(item.code, section.code, item.area, value, words, evidence, item.parent))
    return tuple(found)


def _examples(talk: Conversation) -> dict[str, str]:
    """Return the examples from life by their item."""
    codes = {one.code for one in talk.instrument.sections if one.ask is Ask.WORDS}
    return {one.item: one.words for one in talk.answers if one.section in codes and one.words}


def _by_area(talk: Conversation, section: Section, lines: Sequence[ResultLine]) -> tuple[ResultGroup, ...]:
    areas = [area.code for area in talk.instrument.areas]
    others = [line.area for line in lines if line.area not in areas]
    least, most = _range_of(talk.instrument, section)
    groups = []
    for area in dict.fromkeys([*areas, *others]):
        mine = tuple(line for line in lines if line.area == area)
        given = [line.value for line in mine if line.value is not None]
        if mine:
            total = sum(given) if given else None
            groups.append(ResultGroup(area, mine, len(given), len(mine), total, least * len(given), most * len(given)))
    return tuple(groups)


def _without_sums(talk: Conversation, section: Section, lines: Sequence[ResultLine]) -> tuple[ResultGroup, ...]:
    """Return what lies on each pile by area: piles are kinds, not numbers to add up."""
    groups = _by_area(talk, section, lines)
    return tuple(replace(group, total=None, least=0, most=0) for group in groups)


def _in_order(_talk: Conversation, _section: Section, lines: Sequence[ResultLine]) -> tuple[ResultGroup, ...]:
    placed = sorted((line for line in lines if line.value), key=lambda line: line.value or 0)
    return (ResultGroup("", tuple(placed), len(placed), len(lines)),) if placed else ()


def _chosen_ones(_talk: Conversation, _section: Section, lines: Sequence[ResultLine]) -> tuple[ResultGroup, ...]:
    chosen = tuple(line for line in lines if line.value or line.words)
    answered = sum(line.value is not None for line in lines)
    return (ResultGroup("", chosen, answered, len(lines)),) if chosen else ()


def _one_by_one(_talk: Conversation, _section: Section, lines: Sequence[ResultLine]) -> tuple[ResultGroup, ...]:
    given = sum(line.value is not None for line in lines)
    return (ResultGroup("", tuple(lines), given, len(lines)),) if lines else ()


def _by_skill(talk: Conversation, section: Section, lines: Sequence[ResultLine]) -> tuple[ResultGroup, ...]:
    scale = next(one for one in talk.instrument.scales if one.code == section.scale)
    by_item = {line.item: line for line in lines}
    groups = []
    for found in skill_levels(section.code, section.items, talk.told, scale):
        mine = tuple(by_item[one.code] for one in section.items if one.skill == found.skill and one.code in by_item)
        groups.append(
            ResultGroup(found.skill, mine, found.answered, found.of, level=found.level, gaps=found.gaps),
        )
    return tuple(groups)


def _by_situation(talk: Conversation, section: Section, lines: Sequence[ResultLine]) -> tuple[ResultGroup, ...]:
    """Return each situation that was chosen, with the skills that hang on what was done there."""
    groups = []
    for situation in (line for line in lines if line.value):
        below = tuple(_lines_below(talk, section.code, {situation.item}))
        steps = [line for line in below if section_of(talk.instrument, line.section).ask is Ask.CHOICE]
        answered = sum(line.value is not None for line in steps)
        groups.append(ResultGroup(situation.item, (situation, *below), answered, len(steps)))
    return tuple(groups)


def _lines_below(talk: Conversation, section: str, parents: set[str]) -> list[ResultLine]:
    """Return what was chosen or rated of items that hang on some parents, and all that hangs on those.

    An example of an item stands in the item's own line already.
    """
    found: list[ResultLine] = []
    for inner in talk.instrument.sections:
        if inner.source is None or inner.source.section != section:
            continue
        if inner.ask is Ask.WORDS and not inner.source.children:
            continue
        mine = [
            line
            for line in lines_of(talk, inner)
            if (line.parent if inner.source.children else line.item) in parents and (line.value or line.words)
        ]
        found += mine
        found += _lines_below(talk, inner.code, {line.item for line in mine})
    return found


def _range_of(instrument: Instrument, section: Section) -> tuple[int, int]:
    scale = next((one for one in instrument.scales if one.code == section.scale), None)
    values = [step.value for step in scale.steps] if scale else [0, 1]
    return min(values), max(values)


_Grouping: TypeAlias = "Callable[[Conversation, Section, Sequence[ResultLine]], tuple[ResultGroup, ...]]"
_GROUPED: Final[Mapping[Rule, _Grouping]] = {
    Rule.PILES: _without_sums,
    Rule.RANKING: _in_order,
    Rule.SUM_BY_AREA: _by_area,
    Rule.LEVEL_BY_SKILL: _by_skill,
    Rule.STEP_BY_ITEM: _one_by_one,
    Rule.CHOSEN: _chosen_ones,
    Rule.LIFE: _by_situation,
}

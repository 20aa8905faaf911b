"""The level of a language skill from can-do statements, and which statement still decides it.

A level holds where its answered statements reach two thirds of the points (yes 2, a little 1, no 0). The level of a
skill is the highest one that holds. Asked adaptively, a skill begins at the level that the skill before it has, looks
at the neighbour, and halves what is left; of a level only so many statements are asked as it takes to know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.language_skill import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iq_desktop.domain.assessment import Answer
    from iq_desktop.domain.instrument import Item, Scale

BEGIN: Final = Level.A2
"""Where the first skill begins: low enough that hardly anybody begins by failing."""
_LEVELS: Final = tuple(Level)
_ALL_YES: Final = 2


@dataclass(frozen=True, slots=True)
class SkillLevel:
    """The level of one skill; None where too little was answered.

    It rests on `answered` of `of` statements; `gaps` are lower levels that were asked and do not hold.
    """

    skill: str
    level: Level | None
    answered: int
    of: int
    gaps: tuple[Level, ...] = ()


def skill_levels(section: str, items: Sequence[Item], told: Mapping[str, Answer], scale: Scale) -> list[SkillLevel]:
    """Return the level of each skill of a section, in the order in which the statements have them."""
    return [_skill_level(section, skill, items, told, scale) for skill in dict.fromkeys(one.skill for one in items)]


def asked_statements(section: str, items: Sequence[Item], told: Mapping[str, Answer], scale: Scale) -> tuple[Item, ...]:
    """Return the statements that were answered, in the order of the answers, and the one that is to be asked next."""
    order = {question: at for at, question in enumerate(told)}
    found: list[Item] = []
    begin = BEGIN
    for skill in dict.fromkeys(one.skill for one in items):
        mine = [one for one in items if one.skill == skill]
        answered = [one for one in mine if _key(section, one) in order]
        found += sorted(answered, key=lambda one: order[_key(section, one)])
        coming = _next_statement(section, mine, told, scale, begin)
        if coming is not None:
            return (*found, coming)
        level = _skill_level(section, skill, items, told, scale).level
        begin = begin if level is None else level
    return tuple(found)


def decided_skills(section: str, items: Sequence[Item], told: Mapping[str, Answer], scale: Scale) -> int:
    """Return for how many skills nothing more is to be asked."""
    coming = next(
        (one for one in asked_statements(section, items, told, scale) if _key(section, one) not in told), None
    )
    skills = list(dict.fromkeys(one.skill for one in items))
    return len(skills) if coming is None else skills.index(coming.skill)


def _next_statement(
    section: str, items: Sequence[Item], told: Mapping[str, Answer], scale: Scale, begin: Level
) -> Item | None:
    """Return the statement that decides most about a skill, or none where its level is known."""
    low, high = 0, len(_LEVELS)
    asked: list[int] = []
    while high - low > 1:
        rank = _next_rank(low, high, asked, begin.rank)
        level = [one for one in items if one.level is not None and one.level.rank == rank]
        holds = _decision(section, level, told, scale)
        if holds is None:
            return next(one for one in level if _key(section, one) not in told)
        low, high = (rank, high) if holds else (low, rank)
        asked.append(rank)
    return None


def _next_rank(low: int, high: int, asked: Sequence[int], begin: int) -> int:
    """Return the level to look at between one that holds and one that does not."""
    if not asked:
        return max(1, begin)
    if len(asked) == 1:
        return low + 1 if low == asked[0] else high - 1
    return (low + high) // 2


def _decision(section: str, items: Sequence[Item], told: Mapping[str, Answer], scale: Scale) -> bool | None:
    """Return whether a level holds, None as long as an open statement can turn it; one without statements does not."""
    open_ones = sum(_key(section, one) not in told for one in items)
    points, most = _points(section, items, told, scale)
    if _is_enough(points, most + open_ones * _ALL_YES):
        return True
    if most + open_ones == 0 or not _is_enough(points + open_ones * _ALL_YES, most + open_ones * _ALL_YES):
        return False
    return None


def _skill_level(
    section: str, skill: str, items: Sequence[Item], told: Mapping[str, Answer], scale: Scale
) -> SkillLevel:
    mine = [one for one in items if one.skill == skill]
    holding: dict[Level, bool] = {}
    answered = 0
    for level in _LEVELS[1:]:
        points, most = _points(section, [one for one in mine if one.level is level], told, scale)
        answered += most // _ALL_YES
        if most:
            holding[level] = _is_enough(points, most)
    found = max((level for level, holds in holding.items() if holds), key=lambda one: one.rank, default=None)
    if found is None:
        found = Level.NONE if Level.A1 in holding else None
    gaps = tuple(level for level, holds in holding.items() if found and not holds and level.rank < found.rank)
    return SkillLevel(skill, found, answered, len(mine), gaps)


def _points(section: str, items: Sequence[Item], told: Mapping[str, Answer], scale: Scale) -> tuple[int, int]:
    """Return the points of the answered statements, and the most that they could have."""
    values = sorted(step.value for step in scale.steps)
    answers = [told.get(_key(section, one)) for one in items]
    given = [answer.value for answer in answers if answer is not None and answer.value in values]
    points = sum(_ALL_YES if value == values[-1] else 0 if value == values[0] else 1 for value in given)
    return points, len(given) * _ALL_YES


def _is_enough(points: int, most: int) -> bool:
    return most > 0 and points * 3 >= most * 2


def _key(section: str, item: Item) -> str:
    return f"{section}.{item.code}"

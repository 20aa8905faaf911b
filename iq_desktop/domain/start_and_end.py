"""Where a person stood when the counselling began and where they stand now, as far as somebody wrote it down.

The beginning of each thing is what stood there at the end of the first day on which anything was noted about it: what
was mistyped and mended on the same day is no change. What was noted only once shows no change, and says so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.language_skill import STRENGTH, AssessedBy, LanguageSkill, Level, Skill
from iq_desktop.domain.qualification import PaperForm
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile

GERMAN: Final = "de"
PROVED: Final = Evidence.PRIVATE_PAPER.grade
"""From this grade on somebody else can see what a competence rests on."""
_PARTS_OF_PATH: Final = 3
_LIST: Final = re.compile(r"\w+")

Row = Mapping[str, Any]
"""The stored values of one member of the case, by the names of its fields."""


@dataclass(frozen=True, slots=True)
class NotedSave:
    """One save of a case as the journal keeps it: its day, and old and new value of each path that changed."""

    day: dt.date
    changes: Mapping[str, Sequence[Any]]


class Counted(Choice):
    """What is counted at the beginning and now."""

    COMPETENCES = "competences", say("Competences that we talked about")
    PROVED = "proved", say("Competences with something that shows them")
    PAPERS = "papers", say("Papers that are there")
    PROCEDURES = "procedures", say("Procedures that were begun")
    STEPS = "steps", say("Agreed steps that are done")
    GOALS = "goals", say("Goals that were reached")


@dataclass(frozen=True, slots=True)
class LevelEnds:
    """One skill of German as one side saw it first and sees it now; `first` is None where nobody asked at first."""

    assessed_by: AssessedBy
    skill: Skill
    first: Level | None
    last: Level

    @property
    def change(self) -> int | None:
        """By how many levels it went up or down; None where there is nothing to compare."""
        return None if self.first is None else self.last.rank - self.first.rank


@dataclass(frozen=True, slots=True)
class LevelSide:
    """What one side says of German: the days of the first and of the last look, and the skills."""

    assessed_by: AssessedBy
    first_on: dt.date | None
    last_on: dt.date | None
    skills: tuple[LevelEnds, ...]

    @property
    def is_seen_twice(self) -> bool:
        """Whether there are two looks on different days that can be compared."""
        return self.first_on != self.last_on and any(one.first is not None for one in self.skills)


@dataclass(frozen=True, slots=True)
class CountEnds:
    """A number at the beginning (None: nobody knows) and now; `of` is how many there are at all, where that counts."""

    what: Counted
    first: int | None
    last: int
    of: int | None = None

    @property
    def is_changed(self) -> bool:
        """Whether it is another number now; not where the beginning is unknown."""
        return self.first is not None and self.first != self.last


@dataclass(frozen=True, slots=True)
class StartAndEnd:
    """All of it: from the first talk to a day, with what was noted on how many days."""

    begun_on: dt.date
    as_of: dt.date
    sides: tuple[LevelSide, ...] = ()
    counts: tuple[CountEnds, ...] = ()

    @property
    def is_thin(self) -> bool:
        """Whether so little was noted that a change cannot be shown: one day, or nothing."""
        return self.begun_on >= self.as_of or not (self.seen_twice or any(one.is_changed for one in self.counts))

    @property
    def seen_twice(self) -> tuple[LevelSide, ...]:
        """The sides of which two looks can be compared."""
        return tuple(side for side in self.sides if side.is_seen_twice)

    @property
    def shown_sides(self) -> tuple[LevelSide, ...]:
        """The sides that are shown: those seen twice, else the best founded one alone."""
        return self.seen_twice or self.sides[:1]


def start_and_end(case: CaseFile, saves: Sequence[NotedSave], today: dt.date) -> StartAndEnd:
    """Return where a case stood and stands; `saves` are all of it from the first on, oldest first."""
    begun_on = case.contact.first_talk_on or case.opened_on
    counts = tuple(one for one in _counts(case, saves, begun_on) if one.first or one.last or one.of)
    return StartAndEnd(begun_on, today, tuple(_sides(case, saves)), counts)


def first_rows(
    saves: Sequence[NotedSave], part: str, says: Callable[[Row], bool]
) -> tuple[dt.date | None, Mapping[str, Row]]:
    """Return the first day on which a member of a part says something, and all members at the end of that day."""
    rows: dict[str, dict[str, Any]] = {}
    first: dt.date | None = None
    for save in saves:
        if first is not None and save.day > first:
            break
        _apply(rows, save, part)
        if first is None and any(says(row) for row in rows.values()):
            first = save.day
    return first, ({} if first is None else rows)


def _apply(rows: dict[str, dict[str, Any]], save: NotedSave, part: str) -> None:
    for path, (_, new) in save.changes.items():
        name, *rest = path.split(".", _PARTS_OF_PATH - 1)
        if name != part or not rest or rest == ["order"]:
            continue
        if len(rest) > 1:
            rows.setdefault(rest[0], {})[rest[1]] = new
        elif new is None:
            rows.pop(rest[0], None)
        elif isinstance(new, Mapping):
            rows[rest[0]] = dict(new)


def _sides(case: CaseFile, saves: Sequence[NotedSave]) -> Iterator[LevelSide]:
    mine = {one.assessed_by: one for one in case.languages if one.language == GERMAN and one.lowest}
    for assessed_by in STRENGTH:
        if assessed_by in mine:
            yield _side(mine[assessed_by], saves)


def _side(now: LanguageSkill, saves: Sequence[NotedSave]) -> LevelSide:
    """Return what one side said first and says now; its own day counts before the day on which it was typed in."""
    noted, rows = first_rows(saves, "languages", lambda row: _is_about(row, now.assessed_by))
    row = next((one for one in rows.values() if _is_about(one, now.assessed_by)), {})
    first_on = _day(row.get("assessed_on")) or noted
    last_on = now.assessed_on or _last_change(saves, now.id) or first_on
    skills = (
        LevelEnds(now.assessed_by, skill, _level(row.get(skill.value)), last)
        for skill in Skill
        if (last := now.level(skill)) is not None
    )
    return LevelSide(now.assessed_by, first_on, last_on, tuple(skills))


def _is_about(row: Row, assessed_by: AssessedBy) -> bool:
    is_this = row.get("language") == GERMAN and row.get("assessed_by") == assessed_by.value
    return is_this and any(row.get(skill.value) for skill in Skill)


def _last_change(saves: Sequence[NotedSave], identity: str) -> dt.date | None:
    """Return the last day on which a level of a row was changed."""
    paths = {f"languages.{identity}", *(f"languages.{identity}.{skill.value}" for skill in Skill)}
    return next((save.day for save in reversed(saves) if paths & save.changes.keys()), None)


def _level(code: object) -> Level | None:
    return next((level for level in Level if level.value == code), None)


def _day(code: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(code)) if code else None
    except ValueError:
        return None


def _counts(case: CaseFile, saves: Sequence[NotedSave], begun_on: dt.date) -> Iterator[CountEnds]:
    _, competences = first_rows(saves, "competences", _is_touched)
    before, now = competences.values(), case.competences
    is_known = bool(saves)
    touched = sum(map(_is_touched, before)) if is_known else None
    yield CountEnds(Counted.COMPETENCES, touched, sum(one.is_touched for one in now))
    proved = sum(one.evidence.grade >= PROVED for one in now)
    yield CountEnds(Counted.PROVED, sum(map(_is_proved, before)) if is_known else None, proved)
    _, papers = first_rows(saves, "papers", _is_there)
    there = sum(any(form.is_there for form in one.forms) for one in case.papers)
    yield CountEnds(Counted.PAPERS, sum(map(_is_there, papers.values())) if is_known else None, there)
    yield _procedures(case, begun_on)
    points = tuple(point for point in case.agreement if point.is_written)
    yield CountEnds(Counted.STEPS, 0, sum(point.done_on is not None for point in points), len(points))
    goals = tuple(goal for goal in case.goals if goal.is_written)
    yield CountEnds(Counted.GOALS, 0, sum(goal.reached_on is not None for goal in goals), len(goals))


def _procedures(case: CaseFile, begun_on: dt.date) -> CountEnds:
    """Return how many procedures were begun: before the counselling, by the days of their steps, and at all."""
    begun = {step.procedure_id for step in case.procedure_steps}
    before = {step.procedure_id for step in case.procedure_steps if step.day is not None and step.day < begun_on}
    first, last = (sum(one.id in those for one in case.procedures) for those in (before, begun))
    return CountEnds(Counted.PROCEDURES, first, last)


def _is_touched(row: Row) -> bool:
    said = row.get("evidence") not in {None, "", Evidence.STATEMENT.value}
    return bool(row.get("self_rating") or row.get("adviser_rating") or row.get("example") or said)


def _is_proved(row: Row) -> bool:
    code = str(row.get("evidence") or "0")
    return code.isdecimal() and int(code) >= PROVED


def _is_there(row: Row) -> bool:
    codes = set(_LIST.findall(str(row.get("forms") or "")))
    return any(form.value in codes for form in PaperForm if form.is_there)

"""Which German course fits somebody now: every kind judged in the order of precedence, with the reason.

The order is that of the pack: literacy, script, entitlement, level, recognition, occupation. No kind fits whose entry
lies above the lowest skill, or whose access the rules close.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.course_type import CourseType
from iq_desktop.domain.eligibility import RouteVerdict, Verdict, what_is_possible
from iq_desktop.domain.fact import Circumstances, Fact, FactValue, Span
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.german_law import CourseCondition, CoursePlace, GermanLaw, Learner
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import Route
from iq_desktop.domain.situation import Script
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

GERMAN_ROUTES: Final = frozenset({Route.INTEGRATION_COURSE, Route.VOCATIONAL_GERMAN})
"""The routes whose rules open German courses."""
_LEVELS: Final = tuple(Level)


class Fit(Choice):
    """How a kind of course stands for somebody now."""

    NOW = "now", say("fits now")
    ALSO = "also", say("possible as well")
    OPEN = "open", say("cannot be said yet")
    LATER = "later", say("a later step")
    PLACEMENT = "placement", say("where the placement test recommends it")
    OTHERS = "others", say("for other people")
    CLOSED = "closed", say("not possible")
    DONE = "done", say("level reached already")


@dataclass(frozen=True, slots=True)
class CourseJudgement:
    """A kind of course with how it stands; `verdict` is that of its route, `missing` what must be asked first."""

    kind: CourseType
    place: CoursePlace
    fit: Fit
    verdict: RouteVerdict | None = None
    missing: tuple[Fact, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether kind and access were read in the law itself."""
        return self.kind.verified and (self.verdict is None or self.verdict.is_verified)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where somebody stands, as far as courses depend on it: verdicts by route, and what is known of a fact."""

    verdicts: Mapping[Route, RouteVerdict]
    at: Circumstances

    def known(self, code: str) -> FactValue | None:
        """Return what is known of a fact about the person."""
        return FACTS[code].read(self.at)

    @property
    def level(self) -> Level | None:
        """The lowest skill in German, None where nobody said."""
        value = self.known("german_level")
        return _LEVELS[value.low] if isinstance(value, Span) else None

    def is_one_of(self, fact: str, *codes: str) -> bool:
        """Return whether a fact is known to be one of some answers."""
        value = self.known(fact)
        return bool(value & set(codes)) if isinstance(value, frozenset) else value in codes


def german_packs(law: GermanLaw) -> GermanLaw:
    """Return the law with the rules of German courses alone, which is much quicker to ask."""
    packs = tuple(
        replace(pack, rules=rules)
        for pack in law.packs
        if (rules := tuple(rule for rule in pack.rules if rule.route in GERMAN_ROUTES))
    )
    return replace(law, packs=packs)


def look_from(law: GermanLaw, case: CaseFile, today: dt.date) -> Standpoint:
    """Return where somebody stands; `law` should hold the rules of German courses alone."""
    verdicts = what_is_possible(law.packs, case, today, law.standings)
    of_german = {one.route: one for one in verdicts if one.route in GERMAN_ROUTES}
    return Standpoint(of_german, Circumstances(case, today, standings=law.standings))


def judge_courses(law: GermanLaw, stand: Standpoint, goal: Level | None) -> tuple[CourseJudgement, ...]:
    """Return every kind of course that is offered today, in the order of precedence, at most one of them `NOW`.

    Where nothing fits for sure, the first that cannot be said yet stands for what is likely.
    """
    judged: list[CourseJudgement] = []
    is_found = False
    for place in law.order:
        kind = law.kinds.get(place.code)
        if kind is None or not kind.is_offered_on(stand.at.today):
            continue
        one = _judge(kind, place, stand)
        if one.fit is Fit.NOW:
            if is_found or not _leads_on(one, stand.level, goal):
                one = replace(one, fit=Fit.ALSO)
            is_found = is_found or one.fit is Fit.NOW
        judged.append(one)
    return tuple(judged)


def course_now(judged: tuple[CourseJudgement, ...]) -> CourseJudgement | None:
    """Return the course that fits now, else the first that is likely and only lacks an answer, else None."""
    now = (one for one in judged if one.fit is Fit.NOW)
    likely = [one for one in judged if one.fit is Fit.OPEN and one.kind.to_level is not None]
    # Most people read: courses for those who do not are likely only when somebody said so.
    likely.sort(key=lambda one: one.place.learner in {Learner.LITERACY, Learner.SCRIPT})
    return next(now, None) or next(iter(likely), None)


def _judge(kind: CourseType, place: CoursePlace, stand: Standpoint) -> CourseJudgement:
    level, verdict = stand.level, stand.verdicts.get(place.route)
    one = CourseJudgement(kind, place, Fit.CLOSED, verdict)
    if _is_for_others(place.learner, stand):
        return replace(one, fit=Fit.OTHERS)
    if level is None:
        return replace(one, fit=Fit.OPEN, missing=(FACTS["german_level"],))
    if kind.to_level is not None and kind.to_level.rank <= level.rank:
        return replace(one, fit=Fit.DONE)
    if kind.from_level is not None and kind.from_level.rank > level.rank:
        return replace(one, fit=Fit.LATER)
    if verdict is None or verdict.verdict is Verdict.CLOSED:
        return one
    return _judge_open(one, stand, verdict)


def _judge_open(one: CourseJudgement, stand: Standpoint, verdict: RouteVerdict) -> CourseJudgement:
    """Judge a kind whose levels fit and whose route is not closed."""
    place = one.place
    if place.condition is CourseCondition.PLACEMENT:
        return replace(one, fit=Fit.PLACEMENT)
    if not _is_met(place.condition, stand):
        return replace(one, fit=Fit.OTHERS)
    if place.learner is not Learner.ANY and stand.known("is_literate") is None:
        return replace(one, fit=Fit.OPEN, missing=(FACTS["scripts"], *verdict.missing))
    if verdict.verdict is Verdict.UNDECIDED:
        return replace(one, fit=Fit.OPEN, missing=verdict.missing)
    is_spoken_of = one.kind.code in verdict.courses or place.condition is CourseCondition.JOB
    return replace(one, fit=Fit.NOW if is_spoken_of else Fit.OTHERS)


def _is_for_others(learner: Learner, stand: Standpoint) -> bool:
    """Return whether a course is surely not for this person, by reading and writing."""
    literate, scripts = stand.known("is_literate"), stand.known("scripts")
    if learner is Learner.ANY or literate is None or not isinstance(scripts, frozenset):
        return False
    reads_latin = literate is True and Script.LATIN.value in scripts
    return {
        Learner.LITERACY: literate is True,
        Learner.SCRIPT: literate is False or reads_latin,
        Learner.LATIN: not reads_latin,
    }[learner]


def _is_met(condition: CourseCondition, stand: Standpoint) -> bool:
    if condition is CourseCondition.JOB:
        return _has_work(stand)
    return condition is not CourseCondition.RECOGNITION or stand.known("needs_level_for_occupation") is True


def _has_work(stand: Standpoint) -> bool:
    return stand.is_one_of("employment", "insured", "marginal") or stand.is_one_of("contract", "job", "job_offer")


def _leads_on(one: CourseJudgement, level: Level | None, goal: Level | None) -> bool:
    """Return whether a course leads to the goal: one without a level of its own only over the last step of it."""
    if one.kind.to_level is not None:
        return True
    is_for_level = one.place.condition is CourseCondition.RECOGNITION
    return is_for_level and level is not None and goal is not None and goal.rank - level.rank == 1

"""The ladder of German: course after course from the level of today to the one that is needed, without a gap.

Each step is looked for as if the step before had ended well. Where the rules open no course, a step without one
(`kind` is None) stands for a course that somebody pays.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.fact_choices import CourseState
from iq_desktop.domain.german_choice import (
    CourseJudgement,
    Fit,
    Standpoint,
    course_now,
    german_packs,
    judge_courses,
    look_from,
)
from iq_desktop.domain.german_law import CourseNote, CourseTerm, GermanLaw, TermKind
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.rule import Route
from iq_desktop.domain.rule_logic import holds
from iq_desktop.domain.told_fact import ToldFact

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course_type import CourseType
    from iq_desktop.domain.fact import Fact

UNIT_MINUTES: Final = 45
MOST_UNITS_A_WEEK: Final = 25
"""A full week of a vocational course (§ 11 (4) sentence 4 DeuFöV)."""
USUAL_UNITS_A_WEEK: Final = 20
"""What is reckoned with where nobody said how many hours a week there are."""
_UNITS_BELOW_B1: Final = 200
_UNITS_ABOVE_B1: Final = 400
_LEVELS: Final = tuple(Level)


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One course on the way; `kind` is None for one that nobody grants, `judgement` then too.

    `units` are those of language teaching (45 minutes), an estimate (`is_estimate`) where somebody enters halfway or
    the law leaves it open; `weeks` counts those of the orientation course too. `is_sure` says that its access is open.
    """

    from_level: Level
    to_level: Level
    units: int
    orientation_units: int
    units_a_week: int
    is_estimate: bool
    judgement: CourseJudgement | None = None
    terms: tuple[CourseTerm, ...] = ()

    @property
    def kind(self) -> CourseType | None:
        """The kind of course, None where the person looks for one that nobody grants."""
        return self.judgement.kind if self.judgement else None

    @property
    def weeks(self) -> int:
        """Weeks of lessons, holidays not counted."""
        return -(-(self.units + self.orientation_units) // self.units_a_week)

    @property
    def is_sure(self) -> bool:
        """Whether the rules open it; not where something must be asked first."""
        return self.judgement is not None and self.judgement.fit is not Fit.OPEN

    @property
    def is_verified(self) -> bool:
        """Whether all of it was read in the law itself."""
        return self.judgement is not None and self.judgement.is_verified

    @property
    def missing(self) -> tuple[Fact, ...]:
        """What must be asked before its access is sure."""
        return self.judgement.missing if self.judgement else ()

    @property
    def signers(self) -> tuple[CourseTerm, ...]:
        """Who confirms that the person may take it; the first decides, the others may as well."""
        return tuple(term for term in self.terms if term.kind is TermKind.SIGNER)

    @property
    def share(self) -> CourseTerm | None:
        """What the person pays; None where nothing is known of it."""
        return next((term for term in self.terms if term.kind is TermKind.SHARE), None)

    def terms_of(self, kind: TermKind) -> tuple[CourseTerm, ...]:
        """Return what to bring, what helps, or which days count."""
        return tuple(term for term in self.terms if term.kind is kind)


def ladder_to(law: GermanLaw, case: CaseFile, today: dt.date, goal: Level) -> tuple[LadderStep, ...]:
    """Return the courses from the lowest skill of today up to a level; none where it is reached, or nobody knows."""
    law = german_packs(law)
    steps: list[LadderStep] = []
    while (step := _next_step(law, look_from(law, case, today), goal)) is not None:
        last = steps[-1] if steps else None
        if last is not None and last.kind is None and step.kind is None:
            steps[-1] = replace(last, to_level=step.to_level, units=last.units + step.units)
        else:
            steps.append(step)
        case = _after(case, step)
    return tuple(steps)


def terms_for(law: GermanLaw, judgement: CourseJudgement, stand: Standpoint) -> tuple[CourseTerm, ...]:
    """Return what follows for a course: signers (others only beside the first), one share, and all notes that hold."""
    found: list[CourseTerm] = []
    for term in law.terms:
        if term.route is judgement.place.route and _counts(term, judgement, stand):
            is_first = all(other.kind is not term.kind for other in found)
            if term.kind is TermKind.SHARE and not is_first:
                continue
            if term.kind is TermKind.SIGNER and not is_first and not _is_beside(term, found):
                continue
            found.append(term)
    return tuple(found)


def units_a_week(case: CaseFile) -> int:
    """Return the units a week that somebody has time for, at most a full week; the usual number where nobody said."""
    hours = case.situation.hours_per_week
    if not hours:
        return USUAL_UNITS_A_WEEK
    return max(1, min(MOST_UNITS_A_WEEK, hours * 60 // UNIT_MINUTES))


def _next_step(law: GermanLaw, stand: Standpoint, goal: Level) -> LadderStep | None:
    level = stand.level
    if level is None or level.rank >= goal.rank:
        return None
    now = course_now(judge_courses(law, stand, goal))
    pace = units_a_week(stand.at.case)
    if now is None:
        return LadderStep(level, _above(level), _usual_units(level, _above(level)), 0, pace, is_estimate=True)
    kind = now.kind
    to_level = kind.to_level or _above(level)
    units = _units(kind, level, to_level)
    is_estimate = units != kind.units or kind.units_are_a_limit or kind.to_level is None
    terms = terms_for(law, now, stand)
    return LadderStep(level, to_level, units, kind.orientation_units, pace, is_estimate, now, terms)


def _units(kind: CourseType, level: Level, to_level: Level) -> int:
    """Return the units that are left of a course for somebody who enters it at a level."""
    if kind.from_level is None or kind.to_level is None:
        return kind.units
    whole = to_level.rank - kind.from_level.rank
    return round(kind.units * (to_level.rank - level.rank) / whole)


def _usual_units(level: Level, to_level: Level) -> int:
    """Return about how many units lead from one level to another."""
    between = _LEVELS[level.rank + 1 : to_level.rank + 1]
    return sum(_UNITS_BELOW_B1 if one.rank <= Level.B1.rank else _UNITS_ABOVE_B1 for one in between)


def _above(level: Level) -> Level:
    return _LEVELS[level.rank + 1]


def _after(case: CaseFile, step: LadderStep) -> CaseFile:
    """Return the case as it will be after a step: all skills at its level, and an integration course done."""
    level = step.to_level
    others = tuple(one for one in case.languages if one.language != "de")
    shown = LanguageSkill("de", AssessedBy.CERTIFICATE, level, level, level, level, level)
    later = replace(case, languages=(*others, shown))
    if step.judgement is None or step.judgement.place.route is not Route.INTEGRATION_COURSE:
        return later
    done = ToldFact("integration_course", str(CourseState.DONE_B1.value))
    told = tuple(one for one in case.told_facts if one.fact != done.fact)
    return replace(later, told_facts=(*told, done))


def _counts(term: CourseTerm, judgement: CourseJudgement, stand: Standpoint) -> bool:
    if holds(term.when, stand.known) is not True:
        return False
    if term.words is CourseNote.CHILD_CARE and not stand.at.case.situation.needs_childcare:
        return False
    verdict = judgement.verdict
    if not term.rules:
        return True
    if verdict is None or verdict.verdict is Verdict.UNDECIDED:
        return False
    return any(one.rule.code in term.rules for one in (*verdict.decided_by, *verdict.notes))


def _is_beside(term: CourseTerm, found: list[CourseTerm]) -> bool:
    return term.is_other_way and all(other.words is not term.words for other in found)

"""Where somebody stands before a way, and all that planning rests on: verdicts, periods, costs, courses, German."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Benefit, Employment, Home, ResidenceTitle
from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.cost_terms import CostTerms
from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.eligibility import RouteVerdict, Verdict, what_is_possible
from iq_desktop.domain.fact import About, Circumstances, FactValue, Span
from iq_desktop.domain.fact_choices import Decision, OccupationKind
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.german_ladder import UNIT_MINUTES, LadderStep, ladder_to
from iq_desktop.domain.german_law import GermanLaw
from iq_desktop.domain.language_skill import Level, Skill, strongest
from iq_desktop.domain.procedure_law import ProcedureLaw
from iq_desktop.domain.training_readers import worked_occupations
from iq_desktop.domain.way import Asked, WayGoal
from iq_desktop.domain.way_terms import GermanFor, WayTerms

if TYPE_CHECKING:
    from iq_desktop.domain.fact import WorkedOccupation
    from iq_desktop.domain.qualification import Qualification
    from iq_desktop.domain.rule import Route

_LEVELS: Final = tuple(Level)
_SKILLED_TITLES: Final = frozenset(
    {ResidenceTitle.EU_BLUE_CARD, ResidenceTitle.EMPLOYMENT, ResidenceTitle.SKILLED_SETTLEMENT_PERMIT}
)
_OF_AGENCY: Final = frozenset({Benefit.SGB_2, Benefit.SGB_3, Benefit.SGB_2_AND_3, Benefit.ASYLUM_SEEKER})


@dataclass(frozen=True, slots=True)
class PlanLaw:
    """All that does not depend on a case: rules and German courses, periods, costs, what steps take."""

    german: GermanLaw = field(default_factory=GermanLaw)
    procedures: ProcedureLaw = field(default_factory=ProcedureLaw)
    costs: CostTerms = field(default_factory=CostTerms)
    terms: WayTerms = field(default_factory=WayTerms)


@dataclass(frozen=True, slots=True)
class Ground:
    """One case on a day before one goal, with the verdicts of the rules and the courses that could be attended.

    `ladder` are the German courses from today's level upwards, `offers` real courses of German by the level they lead
    to, `gap_courses` real courses that close missing skills.
    """

    case: CaseFile
    today: dt.date
    goal: WayGoal
    law: PlanLaw
    verdicts: tuple[RouteVerdict, ...]
    ladder: tuple[LadderStep, ...] = ()
    offers: Mapping[Level, tuple[CourseOffer, ...]] = field(default_factory=dict)
    gap_courses: tuple[CourseOffer, ...] = ()

    @property
    def qualification(self) -> Qualification | None:
        """The training that leads to the goal, None where there is none."""
        return next((one for one in self.case.qualifications if one.id == self.goal.qualification_id), None)

    @property
    def worked(self) -> WorkedOccupation | None:
        """The occupation worked in that is the goal, None where there is none."""
        return next((one for one in worked_occupations(self.case) if one.id == self.goal.work_id), None)

    @property
    def is_abroad(self) -> bool:
        """Whether the person lives abroad."""
        return self.case.client.home is Home.ABROAD

    @property
    def gets_benefits(self) -> bool:
        """Whether an office pays the person's living."""
        return self.case.client.benefit in _OF_AGENCY

    @property
    def is_employed(self) -> bool:
        """Whether the person has regular work in Germany."""
        return self.case.client.employment is Employment.INSURED

    @property
    def works_as_skilled(self) -> bool:
        """Whether the person works, with a title that is given for skilled work."""
        return self.is_employed and self.case.client.residence_title in _SKILLED_TITLES

    @property
    def has_equal_training(self) -> bool:
        """Whether the training is recognised already."""
        return self.fact("decision") == str(Decision.FULL.value)

    @property
    def stays_for_now(self) -> bool:
        """Whether nobody knows how long the person may stay: with a Duldung or during an asylum procedure."""
        return self.case.client.residence_title in {ResidenceTitle.TOLERATED, ResidenceTitle.ASYLUM_PROCEDURE}

    @property
    def level(self) -> Level | None:
        """The lowest skill in German, None where nobody said."""
        value = self.fact("german_level")
        return _LEVELS[value.low] if isinstance(value, Span) else None

    @property
    def lacking_for_work(self) -> int:
        """How many levels of German are missing that are usual at work; 0 where nobody knows the level."""
        usual, have = self.usual_level(GermanFor.WORK), self.level
        return 0 if have is None else max(0, usual.rank - have.rank)

    @property
    def regulation(self) -> Regulation:
        """Whether the goal is regulated: as it is known of the training, else as it is listed."""
        value = self.fact("regulation") if self.qualification else None
        return Regulation.of(value) if isinstance(value, str) else self.goal.standing.regulation

    @property
    def kind(self) -> str:
        """The code of the law that orders the goal, empty where nobody knows."""
        value = self.fact("occupation_kind") if self.qualification else None
        return value if isinstance(value, str) else self.goal.standing.kind

    @property
    def is_dual(self) -> bool:
        """Whether the goal is learned in company and school."""
        return self.kind == OccupationKind.DUAL.value or self.fact("is_dual_occupation") is True

    def fact(self, code: str) -> FactValue | None:
        """Return what is known of a fact: about the person, the training or the work that belongs to the goal."""
        about = FACTS[code].about
        qualification = self.qualification if about is About.QUALIFICATION else None
        occupation = self.worked if about is About.OCCUPATION else None
        standings = self.law.german.standings
        return FACTS[code].read(Circumstances(self.case, self.today, qualification, occupation, standings))

    def verdict(self, route: Route) -> RouteVerdict | None:
        """Return the verdict on a route for the goal's own training or work, or for the person; None where none is."""
        subject = {About.QUALIFICATION: self.goal.qualification_id, About.OCCUPATION: self.goal.work_id}
        wanted = subject.get(route.about, "")
        return next((one for one in self.verdicts if one.route is route and one.subject_id == wanted), None)

    def is_open(self, route: Route) -> bool:
        """Whether a route is not closed; what cannot be said yet counts as open."""
        verdict = self.verdict(route)
        return verdict is not None and verdict.verdict is not Verdict.CLOSED

    def has_time_for(self, offer: CourseOffer) -> bool:
        """Return whether a real course has no more units a week than the person has time for; unknown counts as yes."""
        hours, units = self.case.situation.hours_per_week, offer.weekly_hours
        return not hours or not units or units * UNIT_MINUTES <= hours * 60

    def asked(self, *codes: str) -> tuple[Asked, ...]:
        """Return facts that nobody told yet, with what they are about."""
        return tuple(self._asked(code) for code in codes if self.fact(code) is None)

    def missing_of(self, verdict: RouteVerdict | None) -> tuple[Asked, ...]:
        """Return what a verdict still has to know; what is asked of the person is asked once for all verdicts."""
        if verdict is None or verdict.verdict is not Verdict.UNDECIDED:
            return ()
        subject = verdict.subject_id
        return tuple(Asked(fact, "" if fact.about is About.PERSON else subject) for fact in verdict.missing)

    def usual_level(self, purpose: GermanFor) -> Level:
        """Return the German that is usually asked for, for a purpose."""
        return self.law.terms.level(purpose).level

    def german_of_goal(self) -> Level:
        """Return the level that the goal itself asks for; none where nothing is known."""
        niq, needs = self.goal.niq_occupation, self.law.german.needs
        by_number = next((one for one in needs if niq and niq in one.niq), None)
        by_kind = next((one for one in needs if self.kind and self.kind in one.kinds), None)
        found = by_number or by_kind
        return found.level if found else Level.NONE

    def _asked(self, code: str) -> Asked:
        about = FACTS[code].about
        subject = {About.QUALIFICATION: self.goal.qualification_id, About.OCCUPATION: self.goal.work_id}
        return Asked(FACTS[code], subject.get(about, ""))


def look_at(
    law: PlanLaw,
    case: CaseFile,
    today: dt.date,
    goal: WayGoal,
    offers: Iterable[CourseOffer] = (),
    gap_courses: tuple[CourseOffer, ...] = (),
) -> Ground:
    """Return where somebody stands before a goal."""
    verdicts = what_is_possible(law.german.packs, case, today, law.german.standings)
    plain = Ground(case, today, goal, law, verdicts, (), german_offers(offers, today))
    gaps = tuple(one for one in gap_courses if is_to_come(one, today) and plain.has_time_for(one))
    return replace(plain, gap_courses=gaps, ladder=ladder_to(law.german, case, today, _highest_needed(plain)))


def _highest_needed(ground: Ground) -> Level:
    """Return the highest level of German that a way to the goal may ask for."""
    usual = GermanFor.EXAM if ground.regulation is Regulation.REGULATED else GermanFor.WORK
    return max(ground.german_of_goal(), ground.law.terms.level(usual).level, key=lambda one: one.rank)


def german_offers(offers: Iterable[CourseOffer], today: dt.date) -> dict[Level, tuple[CourseOffer, ...]]:
    """Return the offers that lead to a level of German and have not begun, by this level."""
    found: dict[Level, list[CourseOffer]] = {}
    for one in offers:
        if one.exit_level is not None and is_to_come(one, today):
            found.setdefault(one.exit_level, []).append(one)
    return {level: tuple(ones) for level, ones in found.items()}


def is_to_come(offer: CourseOffer, today: dt.date) -> bool:
    """Return whether a real course has not begun, and one can still apply for it; unknown counts as yes."""
    first = None if offer.flexible_start else offer.starts_on
    return all(day is None or day >= today for day in (first, offer.apply_by))


def german_skills(case: CaseFile) -> dict[Skill, Level]:
    """Return the level of each skill in German as the best founded assessment has it."""
    found = strongest(case.languages, "de")
    known = ((skill, found.level(skill)) for skill in Skill) if found else ()
    return {skill: level for skill, level in known if level is not None}

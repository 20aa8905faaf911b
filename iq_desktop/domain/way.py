"""Ways to an occupation as they are laid side by side: steps with their days, costs, German, risk, and why.

A way is worked out anew whenever something changes; nothing of it is kept. What is kept is told in `way_wish`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.eligibility import Finding
from iq_desktop.domain.fact import Fact
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.rule import Route
from iq_desktop.domain.standing import NOT_LISTED, Standing
from iq_desktop.domain.way_cost import UNKNOWN, CostSpan, Payer, one_of_each
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import NOTHING, Text, say


class WayStepKind(Choice):
    """What kind of step it is."""

    PAPERS = "papers", say("Get papers")
    TRANSLATION = "translation", say("Have papers translated")
    GRANT = "grant", say("Apply for money")
    GERMAN = "german", say("Learn German")
    EXAM = "exam", say("Pass an examination")
    PERMISSION = "permission", say("Get a permission")
    APPLICATION = "application", say("Apply")
    PROCEDURE = "procedure", say("The body decides")
    ANALYSIS = "analysis", say("Show skills at work")
    MEASURE = "measure", say("Close the gaps")
    COURSE = "course", say("Attend a course")
    TRAINING = "training", say("Learn an occupation")
    FOUNDING = "founding", say("Prepare an own business")
    WORK = "work", say("Find work")

    @property
    def takes_hours(self) -> bool:
        """Whether it fills the hours of the person's week, so that no other such step can lie beside it."""
        return self in {WayStepKind.GERMAN, WayStepKind.MEASURE, WayStepKind.COURSE, WayStepKind.TRAINING}


class Risk(Choice):
    """How likely a step or a way does not come out as hoped."""

    NONE = "0", say("safe")
    LOW = "1", say("probable")
    MEDIUM = "2", say("uncertain")
    HIGH = "3", say("seldom succeeds at once")

    @property
    def grade(self) -> int:
        """The risk as a number from 0 to 3."""
        return int(self.value)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so: in words of the program, or a rule, whose words stand in its pack in several languages."""

    words: Text = NOTHING
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact that nobody told yet; `subject_id` is the qualification or occupation that it is about."""

    fact: Fact
    subject_id: str = ""


@dataclass(frozen=True, slots=True)
class WayGoal:
    """An occupation that somebody wants to work in; `code` is stable, empty where no occupation is known yet.

    `niq_occupation` is its number in the documentation NIQ, `occupation_uri` its identity in ESCO; both may be empty.
    `qualification_id` is the training that leads there, `work_id` the first work in it, empty where there is none.
    """

    code: str = ""
    name: str = ""
    niq_occupation: str = ""
    occupation_uri: str = ""
    qualification_id: str = ""
    work_id: str = ""
    standing: Standing = NOT_LISTED
    is_wished: bool = False


GermanNeed = tuple[tuple[Skill, Level], ...]
"""The level that is needed in each skill; skills that do not matter are left out."""


@dataclass(frozen=True, slots=True)
class WayStep:
    """One step; `code` stays the same when the way is worked out again.

    `starts_on` to `ends_on` are the days of the earliest course of things, `latest_on` is the end where everything
    takes as long as it may. `days_low` and `days_high` count calendar days. `is_settled` says whether duration and
    conditions were read in the law or come from a real offer; otherwise they are told as “to be checked”. `is_clock`
    marks a period of the law. `not_before` is the person's own wish. `after` are the codes of the steps that must end
    before, `route` is what the rules must not close for it.
    """

    code: str
    kind: WayStepKind
    name: Text
    starts_on: dt.date
    ends_on: dt.date
    latest_on: dt.date
    days_low: int
    days_high: int
    cost: CostSpan = UNKNOWN
    german_needed: GermanNeed = ()
    german_after: Level | None = None
    risk: Risk = Risk.NONE
    risk_words: Text = NOTHING
    reasons: tuple[Reason, ...] = ()
    decides: Text = NOTHING
    duration_source: Text = NOTHING
    is_settled: bool = False
    is_clock: bool = False
    offer: str = ""
    """A real course as `catalogue/id`, empty for a kind of course."""
    course_type: str = ""
    """The code of the kind of German course, empty for other steps."""
    not_before: dt.date | None = None
    after: tuple[str, ...] = ()
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way; its steps stand in the order of their beginnings.

    `cost_low` to `cost_high` sums what is known, `open_costs` counts steps whose cost nobody knows. `german_needed` is
    the highest level in each skill. `leads_to` says what one may do at the end. `missing` could still decide it.
    """

    kind: WayKind
    steps: tuple[WayStep, ...]
    ends_on: dt.date
    latest_on: dt.date
    cost_low: Decimal
    cost_high: Decimal
    open_costs: int
    german_needed: GermanNeed
    risk: Risk
    leads_to: Text
    why: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    decides: Text = NOTHING
    missing: tuple[Asked, ...] = ()
    is_settled: bool = False
    checked_on: dt.date | None = None
    reaches_goal: bool = True
    route: Route | None = None

    @property
    def code(self) -> str:
        """What names it in the plan: there is one way of each kind."""
        return str(self.kind.value)

    @property
    def name(self) -> Text:
        """What it is called."""
        return self.kind.label

    @property
    def first_step(self) -> WayStep | None:
        """With what it begins, None where nothing is left to do."""
        return self.steps[0] if self.steps else None

    @property
    def open_names(self) -> tuple[Text, ...]:
        """For what nobody knows the cost, each once."""
        steps = (one for one in self.steps if not one.cost.is_known)
        return tuple(dict.fromkeys(one.cost.what if one.cost.what.message else one.name for one in steps))

    @property
    def payers(self) -> tuple[Payer, ...]:
        """Who may pay some of it, each source once."""
        return one_of_each(payer for step in self.steps for payer in step.cost.payers)

    @property
    def german_level(self) -> Level:
        """The highest level of German that it asks for."""
        return max((level for _skill, level in self.german_needed), key=lambda one: one.rank, default=Level.NONE)


@dataclass(frozen=True, slots=True)
class ClosedWay:
    """A way that cannot be gone, and why."""

    kind: WayKind
    reasons: tuple[Reason, ...]
    route: Route | None = None
    checked_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each aim counts, from 0 (does not matter) over 1 to 2 (matters much)."""

    time: int = 1
    money: int = 1
    german: int = 1
    risk: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """All ways to a goal, the best one first; `best_why` says by what it is the best under these weights.

    `hoped_on` is the day by which the person hopes to be there. `chosen` is the way that was chosen, None
    where none was; it may be closed by now. `stand` tells where the person stands, in short sentences.
    """

    goal: WayGoal
    made_on: dt.date
    ways: tuple[Way, ...] = ()
    closed: tuple[ClosedWay, ...] = ()
    weights: Weights = Weights()
    best_why: tuple[Text, ...] = ()
    chosen: WayKind | None = None
    hoped_on: dt.date | None = None
    stand: tuple[Text, ...] = ()
    checked_on: dt.date | None = None

    @property
    def best(self) -> Way | None:
        """The best way, None where every way is closed."""
        return self.ways[0] if self.ways else None

    @property
    def missing(self) -> tuple[Asked, ...]:
        """Every fact that could still decide one of the ways, once."""
        return tuple(dict.fromkeys(one for way in self.ways for one in way.missing))

    def way(self, kind: WayKind | None) -> Way | None:
        """Return the way of a kind, or None."""
        return next((one for one in self.ways if one.kind is kind), None)

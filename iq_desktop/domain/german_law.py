"""What the law says around German courses, read from a pack: who signs, what it costs, what to bring, which help.

Which course somebody may take stands in the rules; here stands what follows from it, each with its place in the law.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.course_type import CourseType
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import ALWAYS, Cite, Condition, Route, RulePack
from iq_desktop.domain.standing import Standing
from iq_desktop.wording.text import say


class Signer(Choice):
    """Who confirms that somebody may take a course."""

    HAS_IT = "has_it", say("The confirmation is there already")
    JOB_CENTRE = "job_centre", say("Job centre (Jobcenter)")
    AGENCY = "agency", say("Employment agency (Agentur für Arbeit)")
    FEDERAL_OFFICE = "federal_office", say("Federal Office for Migration (BAMF), on application")
    FOREIGNERS_OFFICE = "foreigners_office", say("Foreigners' office (Ausländerbehörde)")
    ASYLUM_BENEFITS = "asylum_benefits", say("Office that pays the benefits for asylum seekers")
    ADMINISTRATION_OFFICE = "administration_office", say("Federal Office of Administration (Bundesverwaltungsamt)")


class Share(Choice):
    """What the person pays of a course."""

    FREE = "free", say("The course costs nothing.")
    WAIVED = "waived", say("The course costs nothing. Apply for this at the BAMF before the course.")
    HALF = "half", say("Own share: half. With low pay or in hardship, apply at the BAMF to pay nothing.")
    HALF_OF_EMPLOYED = "half_of_employed", say("Own share: half. With low pay the course costs nothing.")
    OWN = "own", say("Own share: all of it, where nobody else pays.")


class CourseNote(Choice):
    """What to bring to a course, what helps, and which days count."""

    CONFIRMATION = "confirmation", say("Confirmation for the course")
    IDENTITY = "identity", say("Passport or identity card")
    BENEFIT_NOTICE = "benefit_notice", say("Present notice about the benefits")
    TIMES = "times", say("Free times of the week, and whether children need care")
    CERTIFICATES = "certificates", say("Certificates of German, not older than six months")
    CUSTOMER_NUMBER = "customer_number", say("Customer number of the job centre or the agency")
    WORK_CONTRACT = "work_contract", say("Contract of work and pay slip")
    CHILD_CARE = "child_care", say("Ask for child care beside the course.")
    TRAVEL = "travel", say("Apply for money for the way to the course.")
    BEGIN_IN_A_YEAR = "begin_in_a_year", say("Begin within a year of registering, or the right is lost.")
    REGISTER_IN_THREE_MONTHS = "register_in_three_months", say("Register within three months, or the right is lost.")
    REGISTER_IN_NINE_MONTHS = "register_in_nine_months", say("Register within nine months, or the right is lost.")
    MONEY_BACK = "money_back", say("Who passes within two years can get half of it back.")


class TermKind(Enum):
    """What a term tells."""

    SIGNER = "signer"
    SHARE = "share"
    BRING = "bring"
    HELP = "help"
    DAY = "day"


class Learner(Choice):
    """For whom a kind of course is, by reading and writing."""

    ANY = "any", say("For everybody")
    LITERACY = "literacy", say("For people who learn to read and write")
    SCRIPT = "script", say("For people who learn the Latin script")
    LATIN = "latin", say("For people who read and write Latin script")


class CourseCondition(Choice):
    """What a kind of course asks for, beside levels and reading."""

    NONE = "none", say("Nothing more")
    PLACEMENT = "placement", say("The placement test recommends it")
    RECOGNITION = "recognition", say("Recognition or occupation demands a level of German")
    JOB = "job", say("A job, or a promised job")


TermWords = Signer | Share | CourseNote


@dataclass(frozen=True, slots=True)
class CourseTerm:
    """One thing that follows for a course of a route where `when` holds and, if there are `rules`, one of them decided.

    `is_other_way` marks a signer who may sign as well, beside the one who stands first.
    """

    kind: TermKind
    words: TermWords
    route: Route
    when: Condition = ALWAYS
    rules: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    verified: bool = False
    is_other_way: bool = False

    @property
    def place(self) -> str:
        """The places in the law, as one writes them in German."""
        return "; ".join(cite.place for cite in self.cites)


@dataclass(frozen=True, slots=True)
class CoursePlace:
    """Where a kind of course stands in the order of precedence: its route, and for whom it is."""

    code: str
    route: Route
    learner: Learner = Learner.ANY
    condition: CourseCondition = CourseCondition.NONE


@dataclass(frozen=True, slots=True)
class GermanNeed:
    """The level that an occupation asks for: by its number in NIQ, its kind in law, or its KldB level (last digit)."""

    level: Level
    niq: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    kldb_level: str = ""
    cites: tuple[Cite, ...] = ()
    told_by: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class GermanLaw:
    """All that advice on German rests on; `order` is the order of precedence of the kinds of courses."""

    packs: tuple[RulePack, ...] = ()
    kinds: Mapping[str, CourseType] = field(default_factory=dict)
    order: tuple[CoursePlace, ...] = ()
    terms: tuple[CourseTerm, ...] = ()
    needs: tuple[GermanNeed, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    checked_on: dt.date | None = None

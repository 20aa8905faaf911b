"""What steps of ways take, as a pack tells it: days, and the German that is usual; estimates are told as such."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import Final

from iq_desktop.domain.language_skill import Level
from iq_desktop.wording.text import Text, as_it_is, say


class Lasting(Enum):
    """What lasts how long."""

    PAPERS = "papers"
    LOST_PAPERS = "lost_papers"
    TRANSLATION = "translation"
    GRANT = "grant"
    VOUCHER = "voucher"
    APPLICATION = "application"
    DECISION = "decision"
    ANALYSIS = "analysis"
    ADAPTATION = "adaptation"
    CARE_ADAPTATION = "care_adaptation"
    APTITUDE_EXAM = "aptitude_exam"
    CARE_EXAM = "care_exam"
    LICENCE = "licence"
    GAP_COURSE = "gap_course"
    VALIDATION = "validation"
    PARTIAL = "partial"
    EXAM = "exam"
    TRAINING_PLACE = "training_place"
    JOB_SEARCH = "job_search"
    PERMISSION = "permission"
    VISA = "visa"
    FAST_VISA = "fast_visa"
    AGREEMENT = "agreement"
    BUSINESS_PLAN = "business_plan"
    CRAFT_REGISTER = "craft_register"
    BUSINESS_NOTICE = "business_notice"


class GermanFor(Enum):
    """For what German is usual, beside what an occupation asks for."""

    STAY = "stay"
    MEASURE = "measure"
    EXAM = "exam"
    VALIDATION = "validation"
    PARTIAL = "partial"
    TRAINING = "training"
    WORK = "work"
    FOUNDING = "founding"


@dataclass(frozen=True, slots=True)
class Duration:
    """How many calendar days something takes, at least and at most; `cite` is where one of the limits stands."""

    days_low: int
    days_high: int
    cite: str = ""
    verified: bool = False

    @property
    def source(self) -> Text:
        """Whence it is known."""
        if self.verified:
            return as_it_is(self.cite)
        estimate = say("An estimate, to be checked")
        return say("{source}; limit: {place}", source=estimate, place=self.cite) if self.cite else estimate


@dataclass(frozen=True, slots=True)
class UsualLevel:
    """A level of German that is asked for."""

    level: Level
    cite: str = ""
    verified: bool = False


UNKNOWN_DURATION: Final = Duration(28, 184)
"""What is reckoned with where the pack says nothing."""


@dataclass(frozen=True, slots=True)
class WayTerms:
    """All of it, as it was checked on a day; `shortened_by` is the part by which training for adults is shorter."""

    times: Mapping[Lasting, Duration] = field(default_factory=dict)
    levels: Mapping[GermanFor, UsualLevel] = field(default_factory=dict)
    shortened_by: Fraction = Fraction(0)
    shortened_cite: str = ""
    checked_on: dt.date | None = None

    def time(self, lasting: Lasting) -> Duration:
        """Return how long something takes."""
        return self.times.get(lasting, UNKNOWN_DURATION)

    def level(self, purpose: GermanFor) -> UsualLevel:
        """Return the German that something asks for; none where the pack says nothing."""
        return self.levels.get(purpose, UsualLevel(Level.NONE))

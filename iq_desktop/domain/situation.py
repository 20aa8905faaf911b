"""How somebody lives, learned to read, works now, and what they wish: all of it only as far as they want to tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import say

_MOST_SCHOOL_YEARS = 25
_MOST_HOURS = 60
_FARTHEST = 1000


class Script(Choice):
    """A script in which somebody reads and writes."""

    LATIN = "latin", say("Latin script")
    ARABIC = "arabic", say("Arabic script")
    CYRILLIC = "cyrillic", say("Cyrillic script")
    ETHIOPIC = "ethiopic", say("Ethiopic script")
    GREEK = "greek", say("Greek script")
    OTHER = "other", say("Another script")
    NONE = "none", say("Has not learned to read and write")


class SchoolLeaving(Choice):
    """How far somebody went to school."""

    NONE = "none", say("No school certificate")
    PRIMARY = "primary", say("Primary school")
    LOWER_SECONDARY = "lower_secondary", say("Middle school (about nine or ten years)")
    UPPER_SECONDARY = "upper_secondary", say("Upper school (about twelve years)")
    UNIVERSITY_ENTRANCE = "university_entrance", say("Allowed to study in the country of origin")
    NO_ANSWER = "no_answer", say("No answer")


class Licence(Choice):
    """A driving licence, by the classes of Germany."""

    B = "b", say("Car (B)")
    BE = "be", say("Car with trailer (BE)")
    C1 = "c1", say("Lorry up to 7.5 t (C1)")
    C = "c", say("Lorry (C)")
    CE = "ce", say("Lorry with trailer (CE)")
    D = "d", say("Bus (D)")
    T = "t", say("Tractor (T)")
    FORKLIFT = "forklift", say("Forklift certificate")
    FOREIGN = "foreign", say("Foreign licence, not converted")
    NONE = "none", say("No driving licence")


class Mobility(Choice):
    """How somebody gets to a course or to work."""

    ON_FOOT = "on_foot", say("On foot or by bicycle")
    PUBLIC = "public", say("By bus and train")
    CAR = "car", say("By car")
    WOULD_MOVE = "would_move", say("Would move for it")


@dataclass(frozen=True, slots=True)
class Situation:
    """School, script, work, wishes and limits; `travel_km` is how far a course or work may be, one way."""

    school_years: int | None = None
    school_leaving: SchoolLeaving | None = None
    scripts: tuple[Script, ...] = ()
    works_as: str = ""
    customer_number: str = ""
    licences: tuple[Licence, ...] = ()
    computer: str = ""
    wish: str = ""
    hours_per_week: int | None = None
    can_start_on: dt.date | None = None
    mobility: tuple[Mobility, ...] = ()
    travel_km: int | None = None
    barriers: str = ""
    needs_childcare: bool = False
    family: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return what cannot be; all else may stay open."""
        numbers = (
            ("school_years", self.school_years, _MOST_SCHOOL_YEARS, say("So many years at school cannot be.")),
            ("hours_per_week", self.hours_per_week, _MOST_HOURS, say("So many hours a week cannot be.")),
            ("travel_km", self.travel_km, _FARTHEST, say("That is farther than Germany is long.")),
        )
        return tuple(
            Problem(name, text, Weight.WRONG)
            for name, given, most, text in numbers
            if given is not None and not 0 <= given <= most
        )

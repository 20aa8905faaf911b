"""Rules of the law as values: which route each opens or closes, on which facts, why; and dated packs of them.

How the parts are written in a file stands in `resources/packs/rules/README.md`; `rule_logic` decides them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.fact import About
from iq_desktop.wording.text import say


class Route(Choice):
    """What a rule is about: a procedure, a stay, money, a German course, work, an own business."""

    RECOGNITION = "recognition", say("Recognition of the qualification")
    CERTIFICATE_EVALUATION = "certificate_evaluation", say("Certificate evaluation by the ZAB")
    VALIDATION = "validation", say("Validation")
    QUALIFICATION_ANALYSIS = "qualification_analysis", say("Qualification analysis")
    STAY_16D = "stay_16d", say("Stay for recognition (§ 16d AufenthG)")
    FAST_PROCEDURE = "fast_procedure", say("Accelerated procedure with an employer (§ 81a AufenthG)")
    RECOGNITION_GRANT = "recognition_grant", say("Recognition grant (Anerkennungszuschuss)")
    PLACEMENT_BUDGET = "placement_budget", say("Placement budget and measures of the agency or the job centre")
    FURTHER_TRAINING = "further_training", say("Further training paid by the agency or the job centre")
    UPGRADING_GRANT = "upgrading_grant", say("Upgrading grant for master and other advanced training")
    INTEGRATION_COURSE = "integration_course", say("Integration course")
    VOCATIONAL_GERMAN = "vocational_german", say("Vocational German course")
    WORK = "work", say("Permission to work")
    FOUNDING = "founding", say("Own business")
    FOUNDING_GRANT = "founding_grant", say("Money for founding a business")

    @property
    def about(self) -> About:
        """Of what the route is asked: of each qualification, of each occupation worked in, or of the person once."""
        return _ABOUT.get(self.value, About.PERSON)

    @property
    def group(self) -> RouteGroup:
        """Under which heading the route stands."""
        return RouteGroup.of(_GROUPS.get(self.value, "recognition"))


class RouteGroup(Choice):
    """The headings under which routes stand."""

    RECOGNITION = "recognition", say("Recognition and evaluation")
    GERMAN = "german", say("German courses of the state")
    MONEY = "money", say("Costs and funding")
    WORK = "work", say("Stay, work, own business")


_ABOUT = {
    "recognition": About.QUALIFICATION,
    "certificate_evaluation": About.QUALIFICATION,
    "qualification_analysis": About.QUALIFICATION,
    "stay_16d": About.QUALIFICATION,
    "validation": About.OCCUPATION,
}
_GROUPS = {
    "integration_course": "german",
    "vocational_german": "german",
    "recognition_grant": "money",
    "placement_budget": "money",
    "further_training": "money",
    "upgrading_grant": "money",
    "founding_grant": "money",
    "stay_16d": "work",
    "fast_procedure": "work",
    "work": "work",
    "founding": "work",
}


class Outcome(Choice):
    """What a rule says when its conditions hold."""

    OPEN = "open", say("open")
    OPEN_IF = "open_if", say("open if")
    CLOSED = "closed", say("closed")
    DUTY = "duty", say("duty")
    HINT = "hint", say("hint")
    WARNING = "warning", say("warning")


class How(Enum):
    """How a fact is compared."""

    IS = "is"
    IN = "in"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BEFORE = "before"
    AFTER = "after"
    KNOWN = "known"
    EMPTY = "empty"


Limit = str | bool | int
"""With what a fact is compared: a code, yes or no, or a whole number (days are ordinals, levels ranks)."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One fact compared; only `IN` has several values, `KNOWN` and `EMPTY` have none."""

    fact: str
    how: How
    values: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds where all parts hold; without parts it always holds."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds where one of the parts holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where its part does not."""

    part: Condition


Condition = Compared | AllOf | AnyOf | Not
ALWAYS = AllOf()


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in the law, as numbers without signs: `law` BBiG, `section` 50b, `paragraph` 2, `sentence` 1, `number` 4.

    `words` tell in German what stands there, for the reader.
    """

    law: str
    section: str
    paragraph: str = ""
    sentence: str = ""
    number: str = ""
    letter: str = ""
    words: str = ""

    @property
    def place(self) -> str:
        """The place as one writes it in German: „§ 50b Abs. 2 Nr. 4 BBiG“."""
        parts = (("Abs. ", self.paragraph), ("Satz ", self.sentence), ("Nr. ", self.number), ("Buchst. ", self.letter))
        said = " ".join(f"{sign}{part}" for sign, part in parts if part)
        head = self.section if self.section.startswith(("Anlage", "Art.")) else f"§ {self.section}"
        return " ".join(part for part in (head, said, self.law) if part)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `code` is unique in its pack.

    `reasons` speak to the adviser (`de`, `en`), `client_reasons` to the client (`de_simple`, `en`, `ar`, `uk`, `tr`).
    Where it holds, the rules of its pack in `displaces` do not count. `courses` are codes of course types.
    """

    code: str
    route: Route
    outcome: Outcome
    when: Condition
    reasons: Mapping[str, str]
    client_reasons: Mapping[str, str] = field(default_factory=dict)
    cites: tuple[Cite, ...] = ()
    source: str = ""
    verified: bool = False
    displaces: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def is_valid_on(self, day: dt.date) -> bool:
        """Return whether the rule counts on a day."""
        return is_within(day, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class RulePack:
    """Rules that were checked together; `checked_on` is their “Stand”."""

    code: str
    version: str
    names: Mapping[str, str]
    source: str
    checked_on: dt.date
    verified: bool
    rules: tuple[Rule, ...]
    licence: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def is_valid_on(self, day: dt.date) -> bool:
        """Return whether the pack counts on a day."""
        return is_within(day, self.valid_from, self.valid_to)


def is_within(day: dt.date, first: dt.date | None, last: dt.date | None) -> bool:
    """Return whether a day lies between two, both included; None is no limit."""
    return (first is None or first <= day) and (last is None or day <= last)

"""What the law says about procedures, read from a pack: periods with their paragraphs, and which step may follow.

The pack says when it was checked; a rule that was not compared with the law is never told as settled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.holiday import HolidayCalendar
from iq_desktop.domain.periods import Period
from iq_desktop.domain.procedure import LegalBasis, Procedure, ProcedureKind, StepKind
from iq_desktop.wording.text import NOTHING, Text, joined, say


class ProcedureState(Choice):
    """How far a procedure has come."""

    START = "start", say("Not applied for yet")
    APPLIED = "applied", say("Applied for, papers not complete yet")
    RUNNING = "running", say("Papers complete, the body decides")
    PAUSED = "paused", say("The body waits for information")
    ANALYSIS = "analysis", say("Qualification analysis is going on")
    ADMITTED = "admitted", say("Admitted")
    ASSESSED = "assessed", say("Assessed, the notice is to come")
    SETTLED = "settled", say("The result is there")
    DECIDED = "decided", say("Decided, not everything was reached")
    OBJECTED = "objected", say("Objection lodged")
    AT_COURT = "at_court", say("Before the court")
    AFTER_COURT = "after_court", say("The court has decided")
    IN_MEASURE = "in_measure", say("Measure is going on")
    MEASURE_DONE = "measure_done", say("Measure finished")
    STAYING = "staying", say("Residence permit granted")
    WITHDRAWN = "withdrawn", say("Withdrawn")
    ENDED = "ended", say("Ended")


class ClockKind(Choice):
    """What a clock counts."""

    RECEIPT = "receipt", say("Confirmation of receipt")
    DECISION = "decision", say("Decision of the body")
    PAPERS = "papers", say("Papers asked for")
    REMEDY = "remedy", say("Objection or action")
    OBJECTION = "objection", say("Decision on the objection")
    EXAM = "exam", say("Aptitude test")
    STAY = "stay", say("Residence permit")


class Binding(Enum):
    """How firm a period is; what is only usual stands in no law that was checked."""

    MUST = "must"
    SHOULD = "should"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the law: `paragraph` as `§ 6`, the others as numbers, empty where there is none."""

    law: str
    paragraph: str
    section: str = ""
    sentence: str = ""

    @property
    def words(self) -> Text:
        """The place as it is cited: “§ 6 (3) sentence 1 BQFG”."""
        section = say("({number})", number=self.section) if self.section else NOTHING
        sentence = say("sentence {number}", number=self.sentence) if self.sentence else NOTHING
        return joined(
            (say("{paragraph}", paragraph=self.paragraph), section, sentence, say("{law}", law=self.law)), " "
        )


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """One period: what it counts, in which procedures, how long, where it stands.

    `flags` are fields of the procedure that must have these values (`is_accelerated`), `bases` the laws for which it
    counts (all where none is named); a period of mere custom has no citation.
    """

    code: str
    clock: ClockKind
    procedures: tuple[ProcedureKind, ...]
    period: Period
    citation: Citation | None = None
    binding: Binding = Binding.MUST
    flags: tuple[tuple[str, bool], ...] = ()
    bases: tuple[LegalBasis, ...] = ()
    verified: bool = False

    def fits(self, procedure: Procedure) -> bool:
        """Return whether the rule is about a procedure."""
        if procedure.kind not in self.procedures or (self.bases and procedure.legal_basis not in self.bases):
            return False
        return all(getattr(procedure, name) is value for name, value in self.flags)


@dataclass(frozen=True, slots=True)
class StepTable:
    """Which step leads from which state to which, and which of them there is only once between two applications."""

    moves: Mapping[ProcedureState, Mapping[StepKind, ProcedureState]] = field(default_factory=dict)
    once: frozenset[StepKind] = frozenset()


@dataclass(frozen=True, slots=True)
class ProcedureLaw:
    """Everything that clocks and steps rest on; `checked_on` is the day of its state (“Stand”)."""

    tables: Mapping[ProcedureKind, StepTable] = field(default_factory=dict)
    periods: tuple[PeriodRule, ...] = ()
    calendar: HolidayCalendar = field(default_factory=HolidayCalendar)
    checked_on: dt.date | None = None

    def find_period(self, clock: ClockKind, procedure: Procedure, code: str = "") -> PeriodRule | None:
        """Return the first period of a clock that fits a procedure, or None; `code` names one of several."""
        return next(
            (rule for rule in self.periods if rule.clock is clock and rule.fits(procedure) and code in {"", rule.code}),
            None,
        )

"""The occasion on which something is printed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.documents.talk_report import NO_TALKS, TalkReports
from iq_desktop.domain.address import Address
from iq_desktop.domain.centre import Adviser, Centre, Wording
from iq_desktop.domain.checklist import Checklist
from iq_desktop.domain.cost_terms import CostTerms
from iq_desktop.domain.eligibility import RouteVerdict
from iq_desktop.domain.german_advice import GermanAdvice
from iq_desktop.domain.procedure_law import ProcedureLaw
from iq_desktop.domain.start_and_end import StartAndEnd
from iq_desktop.domain.way import Plan


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where, by whom and on which day something is printed; `talks` are the results that the documents may tell.

    `part` is the identity of the part of the case that is meant (one of `DocumentKind.parts`), empty for the usual one;
    `wording` is how the client is addressed on this print.
    """

    centre: Centre
    adviser: Adviser
    day: dt.date
    talks: TalkReports = NO_TALKS
    part: str = ""
    wording: Wording = Wording.STANDARD
    checklists: tuple[Checklist, ...] = ()
    """What the procedures of the case ask for, for the documents that tell it."""
    verdicts: tuple[RouteVerdict, ...] = ()
    """What the rules say is possible, for the documents that tell it."""
    ends: StartAndEnd | None = None
    """Where the person stood and stands, for the documents that tell it."""
    german: GermanAdvice | None = None
    """Which German course fits now, for the documents that tell it."""
    law: ProcedureLaw = field(default_factory=ProcedureLaw)
    """What the clocks of procedures rest on."""
    cost_terms: CostTerms = field(default_factory=CostTerms)
    """Usual costs and the terms of those who pay them, for the documents that tell it."""
    address: Address | None = None
    """Where the letter goes, for the documents that are letters."""
    plan: Plan | None = None
    """The ways to the occupation that is wished for, for the documents that tell them."""

"""Procedures on paper: how far each is, who owes what until when, with the day of the law behind it.

Only periods of a law that was checked, or days that a body named, are printed; what is merely usual is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Facts, Heading, Listing, Sentences, Typed
from iq_desktop.domain.clock_strip import state_on, strip_of
from iq_desktop.domain.clock_words import by_when, how_far, whose_turn
from iq_desktop.domain.procedure import steps_of
from iq_desktop.domain.procedure_clocks import running_clocks
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.procedure import Procedure

_WIDTHS: Final = (0.3, 0.32, 0.18, 0.2)


def procedures_section(case: CaseFile, occasion: Occasion) -> Iterator[Block]:
    """Yield the procedures of a case in which something has happened; nothing where there are none."""
    told = [procedure for procedure in case.procedures if steps_of(case, procedure)]
    if not told:
        return
    yield Heading(say("Procedures"))
    has_clocks = False
    for procedure in told:
        yield Heading(procedure.kind.label, is_minor=True)
        if facts := tuple(_facts(case, procedure, occasion)):
            yield Facts(facts)
        rows = tuple(_clocks(case, procedure, occasion))
        has_clocks = has_clocks or bool(rows)
        if rows:
            yield Listing((say("What"), say("How far it is"), say("Until when"), say("Who has to act")), rows, _WIDTHS)
    if has_clocks and occasion.law.checked_on is not None:
        told_day = say("Periods by law, as of {day}. Public holidays were not checked.", day=occasion.law.checked_on)
        yield Sentences(told_day, is_small=True)


def _facts(case: CaseFile, procedure: Procedure, occasion: Occasion) -> Iterator[tuple[Words, Words]]:
    occupation, body = procedure.reference_occupation, procedure.body_name
    if occupation:
        yield say("German reference occupation"), Typed(occupation, say("German reference occupation"))
    if body:
        yield say("Competent body"), Typed(body, say("Competent body"))
    if procedure.reference_number:
        yield say("Reference number"), Typed(procedure.reference_number, say("Reference number"))
    if occasion.law.tables:
        yield say("How far it is"), state_on(procedure, steps_of(case, procedure), occasion.law, occasion.day).label


def _clocks(case: CaseFile, procedure: Procedure, occasion: Occasion) -> Iterator[tuple[Words, ...]]:
    for clock in running_clocks(procedure, steps_of(case, procedure), occasion.law):
        if clock.is_settled:
            strip = strip_of(clock, occasion.day)
            yield clock.kind.label, how_far(strip), by_when(clock), whose_turn(clock)

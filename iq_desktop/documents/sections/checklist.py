"""The checklist of a procedure on paper: what is asked for, in which form, what is there, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Heading, Listing, Sentences
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Block
    from iq_desktop.domain.checklist import Checklist, ChecklistLine

_WIDTHS: Final = (0.4, 0.25, 0.35)


def checklist_blocks(checklist: Checklist) -> tuple[Block, ...]:
    """Return a checklist as a table with its sources and its day; what is not verified says so."""
    rules = checklist.rules
    head = (say("What is asked for"), say("What there is"), say("What to do next"))
    rows = tuple((_asked_words(line), line.state.label, line.next) for line in checklist.lines)
    count = say("{ready} of {all} are ready.", ready=checklist.ready, all=len(checklist.needed))
    return (
        Heading(rules.kind.label),
        Sentences(say("Everything that is needed is there.") if checklist.is_complete else count),
        Listing(head, rows, _WIDTHS),
        *_cautions(checklist),
        Sentences(checklist_source(checklist), is_small=True),
    )


def checklist_source(checklist: Checklist) -> Text:
    """Return whence the checklist comes, and as of which day."""
    rules = checklist.rules
    source = as_it_is(rules.cite) if rules.cite else NOTHING
    return joined((source, say("As of {day}", day=rules.checked_on)))


def _asked_words(line: ChecklistLine) -> Text:
    asked = line.asked
    form = asked.form.label if not line.is_ready else NOTHING
    return joined((asked.need.label, form, asked.translating.label, asked.weight.label, as_it_is(asked.cite)), "; ")


def _cautions(checklist: Checklist) -> tuple[Block, ...]:
    if checklist.rules.verified:
        return ()
    return (Sentences(say("This list was not checked against the law. Please ask the office.")),)

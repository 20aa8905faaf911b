"""Before somebody interprets: what is talked through, with boxes to tick, and a statement of secrecy to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import (
    Document,
    Facts,
    Heading,
    KeepTogether,
    Sentences,
    Signatures,
    TickRow,
    TickTable,
    Typed,
    Words,
)
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.domain.interpreter_cards import HEADING, INTERPRETER_CARDS
from iq_desktop.wording.text import NOTHING, LanguageName, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.contact import Contact

STATEMENT: Final = (
    say("I interpret completely and correctly. I add nothing and leave nothing out."),
    say("I tell nobody what I hear or see here. This also holds when the counselling is over."),
    say("I take no notes and no papers away with me. I make no recordings."),
    say("I give no advice and decide nothing."),
    say("I say at once when I know one of the people too well, or when I cannot be neutral."),
)
"""What an interpreter promises, in the words of the program; no text of a law."""
_BLANK: Final = as_it_is("\u2009" + "." * 46)


def make_interpreter_paper(case: CaseFile, occasion: Occasion) -> Document:
    """Return the sheet for a talk with an interpreter; what is not known is left open to fill in by hand."""
    rows = tuple(TickRow(number, words) for number, words in enumerate(INTERPRETER_CARDS, 1))
    return Document(
        title=HEADING,
        lines_below_title=head_lines(case, occasion, with_person=False),
        blocks=(
            Sentences(say("Please talk this through together, all three of you, and tick it.")),
            TickTable((NOTHING,), rows),
            KeepTogether(_statement(case.contact)),
        ),
        footnote=say("This wording is a proposal of the program. The centre may use its own."),
        author=occasion.centre.name,
    )


def _statement(contact: Contact) -> tuple[Block, ...]:
    lines = (say("Place, date"), say("Signature of the interpreter"), say("Signature of the adviser"))
    return (
        Heading(say("Statement of secrecy")),
        Facts(_about(contact)),
        *(Sentences(words) for words in STATEMENT),
        Signatures(lines),
    )


def _about(contact: Contact) -> tuple[tuple[Words, Words], ...]:
    name, code, relation = contact.interpreter_name, contact.interpreter_language, contact.interpreter_relation
    language = say("{language}", language=LanguageName(code)) if code else _BLANK
    return (
        (say("Name of the interpreter"), Typed(name, say("Name of the interpreter")) if name else _BLANK),
        (say("Language"), language),
        (say("What the interpreter is to the person"), relation.label if relation else _BLANK),
    )

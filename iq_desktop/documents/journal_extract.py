"""Who saw or changed what in a case, on paper: for the person, in the copy of all data, and for the centre."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, Listing, Sentences, Typed
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion

EXTRACT_NAME: Final = "journal-extract"
TITLE: Final = say("Who saw or changed what")
_DETAILS: Final = 40
"""Things of one entry that are told on paper; a case that is begun tells no more than its beginning."""


@dataclass(frozen=True, slots=True)
class ExtractLine:
    """One entry: when, who, what, and each thing that changed in words."""

    moment: Text
    adviser: str
    what: Text
    details: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalExtract:
    """The entries of one case, oldest first, from a day on where only a part is wanted."""

    case_number: str
    name: str
    lines: tuple[ExtractLine, ...]
    since: dt.date | None = None


def make_journal_extract(extract: JournalExtract, occasion: Occasion) -> Document:
    """Return the extract of the journal of a case."""
    name = (Typed(extract.name, say("Name")),) if extract.name else ()
    where = joined((say("Case {number}", number=extract.case_number), say("{day}", day=occasion.day)))
    return Document(
        title=TITLE,
        lines_below_title=(*name, where),
        blocks=(*_opening(extract, occasion), *extract_blocks(extract.lines)),
        footnote=say("Every reading and every change is written down and cannot be changed afterwards."),
        author=occasion.centre.name,
    )


def extract_blocks(lines: tuple[ExtractLine, ...]) -> tuple[Block, ...]:
    """Return entries as a table, for this paper and for others in which they are a part."""
    if not lines:
        return (Sentences(say("Nothing was written down.")),)
    rows = tuple((line.moment, Typed(line.adviser, say("Adviser")), _words_of(line)) for line in lines)
    return (Listing((say("When"), say("Who"), say("What")), rows, (0.2, 0.22, 0.58)),)


def _opening(extract: JournalExtract, occasion: Occasion) -> tuple[Block, ...]:
    rows = [(say("Entries"), as_it_is(str(len(extract.lines))))]
    if extract.since:
        rows.append((say("Since"), say("{day}", day=extract.since)))
    centre = occasion.centre.name
    where = ((say("Counselling centre"), Typed(centre, say("Counselling centre"))),) if centre else ()
    return (
        Facts((*where, *rows)),
        Heading(say("All entries")),
    )


def _words_of(line: ExtractLine) -> Text:
    shown = line.details[:_DETAILS]
    more = len(line.details) - len(shown)
    rest = say_count("and {count} more", "and {count} more", count=more) if more else NOTHING
    if not shown:
        return line.what
    return say("{what}. {details}", what=line.what, details=joined((*shown, rest), "; "))

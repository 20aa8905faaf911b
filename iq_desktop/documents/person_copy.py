"""The copy of all data on paper: what is kept about a person, why, how long, who may have it and who saw it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, KeepTogether, Listing, Sentences, Typed
from iq_desktop.documents.journal_extract import extract_blocks
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.journal_extract import ExtractLine
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.person_copy import CopyEntry, CopySection, PersonCopy

COPY_NAME: Final = "copy-of-all-data"
TITLE: Final = say("Copy of all your data")
_TOGETHER: Final = 6
"""Facts of one entry that are kept on one page; longer entries may break."""


def make_person_copy(copy: PersonCopy, seen: tuple[ExtractLine, ...], occasion: Occasion) -> Document:
    """Return the copy that a person gets; `seen` are the lines of the journal in words, oldest first."""
    name = (Typed(copy.name, say("Name")),) if copy.name else ()
    cases = say("Case {number}", number=", ".join(copy.numbers))
    return Document(
        title=TITLE,
        lines_below_title=(*name, joined((cases, say("{day}", day=copy.made_on)))),
        blocks=(
            *_opening(copy),
            *(block for section in copy.sections for block in _section(section)),
            *_circumstances(copy),
            Heading(say("Who saw or changed what")),
            *extract_blocks(seen),
        ),
        footnote=say("This copy says everything that is kept about you on the day on which it was made."),
        author=occasion.centre.name,
    )


def _opening(copy: PersonCopy) -> Iterator[Block]:
    rows: list[tuple[Words, Words]] = [
        (say("Who is responsible"), Typed(copy.terms.controller or copy.centre.name, say("Who is responsible"))),
    ]
    for label, words in (
        (say("Data protection officer"), copy.terms.officer),
        (say("Supervisory authority"), copy.terms.authority),
        (say("Legal basis"), copy.terms.legal_basis),
        (say("Legal basis for data that need special protection"), copy.terms.legal_basis_sensitive),
    ):
        if words:
            rows.append((label, Typed(words, label)))
    rows.append((say("Made by"), Typed(copy.made_by, say("Made by"))))
    yield Facts(tuple(row for row in rows if _is_said(row[1])))
    yield Sentences(say("You may ask the counselling centre to correct what is wrong."))
    yield Sentences(say("You may withdraw a consent. You may ask that everything is erased."))
    yield Sentences(say("You may complain to the supervisory authority for data protection."))
    if copy.stops:
        yield Heading(say("What is stopped now"))
        yield from (Sentences(stop) for stop in copy.stops)


def _is_said(words: Words) -> bool:
    return bool(words.words if isinstance(words, Typed) else words.message)


def _section(section: CopySection) -> Iterator[Block]:
    """Yield a section; entries that say nothing in words are left out, and so is a section without any."""
    told = [entry for entry in section.entries if entry.facts]
    if not told:
        return
    yield Heading(section.title)
    for entry in told:
        yield from _entry(entry)


def _entry(entry: CopyEntry) -> Iterator[Block]:
    named = any(fact.words == entry.title for fact in entry.facts)
    title = (Heading(entry.title, is_minor=True),) if entry.title.message and not named else ()
    facts = Facts(tuple((fact.label, fact.words) for fact in entry.facts))
    if len(entry.facts) <= _TOGETHER:
        yield KeepTogether((*title, facts))
    else:
        yield from (*title, facts)


def _circumstances(copy: PersonCopy) -> Iterator[Block]:
    """Yield for what the data are kept, how long, where they come from, and who has or may have them."""
    yield Heading(say("For what, and how long"))
    rows = tuple((one.use, joined(one.categories, "; "), one.kept) for one in copy.kept_for)
    if rows:
        yield Listing((say("For what"), say("Which data"), say("How long")), rows, (0.26, 0.4, 0.34))
    if copy.reviews:
        days = tuple((say("Case {number}", number=number), say("{day}", day=day)) for number, day in copy.reviews)
        yield KeepTogether(
            (Sentences(say("On this day it is looked at whether the data are still needed:")), Facts(days))
        )
    yield from _listed(say("Where the data come from"), copy.origins, NOTHING)
    yield from _listed(say("Who has received or may receive data"), copy.recipients, say("Nobody."))


def _listed(heading: Text, lines: Iterable[Text], nothing: Text) -> Iterator[Block]:
    told = tuple(lines) or ((nothing,) if nothing.message else ())
    if told:
        yield KeepTogether((Heading(heading), *(Sentences(joined((as_it_is("–"), line), " ")) for line in told)))

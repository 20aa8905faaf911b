"""The sheet of measures on paper (GDPR, Article 32): how the data are protected, with the figures of this vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Heading, Sentences
from iq_desktop.wording.text import joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.domain.processing import ProcessingRecord, RecordLine

MEASURES_NAME: Final = "sheet-of-measures"
TITLE: Final = say("Sheet of measures")


def make_measures_sheet(record: ProcessingRecord) -> Document:
    """Return the sheet: one heading for each kind of protection, and what is done."""
    return Document(
        title=TITLE,
        lines_below_title=(joined((say("GDPR, Article 32"), say("{day}", day=record.made_on))),),
        blocks=tuple(_blocks(record.measures)),
        footnote=say("Made from the program itself, with the figures of this vault."),
        author=record.centre.name,
    )


def _blocks(lines: Iterable[RecordLine]) -> Iterator[Block]:
    for line in lines:
        yield Heading(line.title)
        yield from (Sentences(words) for words in line.words)


def told_lines(lines: Iterable[RecordLine]) -> tuple[tuple[Words, Words], ...]:
    """Return the lines of a record as pairs of title and words."""
    return tuple((line.title, joined(line.words, "; ")) for line in lines)

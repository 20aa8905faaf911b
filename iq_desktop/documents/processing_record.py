"""The record of processing on paper (GDPR, Article 30): which data of whom, for what, how long, who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, Listing, Sentences, Signatures
from iq_desktop.documents.measures_sheet import told_lines
from iq_desktop.wording.text import joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.domain.processing import ProcessingRecord

RECORD_NAME: Final = "record-of-processing"
TITLE: Final = say("Record of processing activities")


def make_processing_record(record: ProcessingRecord) -> Document:
    """Return the record; what the centre has not laid down yet stands at its head."""
    return Document(
        title=TITLE,
        lines_below_title=(joined((say("GDPR, Article 30"), say("{day}", day=record.made_on))),),
        blocks=tuple(_blocks(record)),
        footnote=say("Made from the program itself. The centre lays down who is responsible and on which legal basis."),
        author=record.centre.name,
    )


def _blocks(record: ProcessingRecord) -> Iterator[Block]:
    if record.missing:
        yield Sentences(say("Still missing: {fields}", fields=joined(record.missing, ", ")))
    yield Facts(told_lines(record.lines))
    yield Heading(say("What is done with which data"))
    head = (say("For what"), say("About whom"), say("Which data"), say("How long"))
    rows = tuple(
        (one.use, joined(one.about, ", "), joined(one.categories, "; "), joined(one.kept, "; "))
        for one in record.activities
    )
    yield Listing(head, rows, (0.22, 0.18, 0.32, 0.28))
    yield Heading(say("Erasing"))
    yield Facts(told_lines(record.erasing))
    yield Sentences(say("How the data are protected stands in the sheet of measures."))
    yield Signatures((say("Place, day"), say("Responsible person")))

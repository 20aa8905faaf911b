"""The protocol of an erasing: what went, how much of it, who decided; it names nobody who is gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, KeepTogether, Listing, Sentences, Signatures, Typed
from iq_desktop.domain.column_rules import StoreRule
from iq_desktop.domain.erasure import Erasure
from iq_desktop.wording.text import Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion

PROTOCOL_NAME: Final = "erasure-protocol"
TITLE: Final = say("Protocol of an erasing")
_SIGNED: Final = Signatures((say("Place, day"), say("Responsible person")))


@dataclass(frozen=True, slots=True)
class ErasureProtocol:
    """An erasing in words: `moment` when, `rows` how many of what went, `stays` what remains and why.

    `stores` are the other places: how each was emptied, or what a person still has to do there.
    """

    erasure: Erasure
    moment: Text
    decided_by: str
    rows: tuple[tuple[Text, int], ...]
    stays: tuple[Text, ...]
    stores: tuple[StoreRule, ...]


def make_erasure_protocol(protocol: ErasureProtocol, occasion: Occasion) -> Document:
    """Return the protocol as it is filed: it proves the erasing and leads back to nobody."""
    done = protocol.erasure
    return Document(
        title=TITLE,
        lines_below_title=(joined((say("Number {number}", number=done.number), protocol.moment)),),
        blocks=(*_what(protocol, occasion), *_where(protocol), _SIGNED),
        footnote=say("This protocol names nobody. What was erased cannot be brought back."),
        author=occasion.centre.name,
    )


def _what(protocol: ErasureProtocol, occasion: Occasion) -> Iterator[Block]:
    done, centre = protocol.erasure, occasion.centre.name
    rows: list[tuple[Words, Words]] = []
    if centre:
        rows.append((say("Counselling centre"), Typed(centre, say("Counselling centre"))))
    rows += [
        (say("Reason"), done.reason.label),
        (say("Decided by"), Typed(protocol.decided_by, say("Decided by"))),
        (say("Cases"), as_it_is(str(len(done.case_ids)))),
        (say("Anonymous figures"), say("kept") if done.is_anonymised else say("none kept")),
    ]
    if done.anchor:
        rows.append((say("Check code of the journal"), as_it_is(done.anchor)))
    yield Facts(tuple(rows))
    yield Heading(say("What was erased"))
    listed = tuple((title, as_it_is(str(count))) for title, count in protocol.rows)
    if listed:
        yield Listing((say("What"), say("Entries")), listed, (0.75, 0.25))
    yield Sentences(say_count("{count} entry in all", "{count} entries in all", count=done.rows))


def _where(protocol: ErasureProtocol) -> Iterator[Block]:
    if protocol.stays:
        yield Heading(say("What stays, and why"))
        yield from (Sentences(words) for words in protocol.stays)
    gone = tuple((store.title, store.how_erased) for store in protocol.stores if not store.is_left)
    left = tuple((store.title, store.how_erased) for store in protocol.stores if store.is_left)
    if gone:
        yield Heading(say("Emptied in the same step"))
        yield Facts(gone)
    if left:
        yield KeepTogether((Heading(say("What a person must still look at")), Facts(left)))

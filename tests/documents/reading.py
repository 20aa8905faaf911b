"""Reads documents: their blocks in order, their tables, and every word that stands in them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.documents.blocks import KeepTogether, Listing, Typed
from iq_desktop.documents.entries import Entries
from iq_desktop.wording.text import Text
from tests.support.tongues import english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Document
    from iq_desktop.documents.entries import Entry

ENGLISH: Final = english()


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks with those of groups in their place."""
    for block in blocks:
        if isinstance(block, KeepTogether):
            yield from flat(block.blocks)
        else:
            yield block


def spoken(words: Text | Typed) -> str:
    """Return words as they stand on English paper."""
    return words.words if isinstance(words, Typed) else ENGLISH.speak(words) if words.message else ""


def tables(document: Document) -> list[list[list[str]]]:
    """Return the rows of every table of words."""
    return [
        [[spoken(cell) for cell in row] for row in block.rows]
        for block in flat(document.blocks)
        if isinstance(block, Listing)
    ]


def entries(document: Document) -> list[Entry]:
    """Return all stations in their order."""
    return [entry for block in flat(document.blocks) if isinstance(block, Entries) for entry in block.rows]


def all_words(value: Any) -> Iterator[str]:
    """Yield everything that is said anywhere in a document."""
    if isinstance(value, Text | Typed):
        yield spoken(value)
        if isinstance(value, Typed):
            yield value.own_words
    elif isinstance(value, tuple):
        for one in value:
            yield from all_words(one)
    elif isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from all_words(getattr(value, field.name))

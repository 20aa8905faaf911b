"""The block of beginnings and ends: for each thing where it stood and where it stands, on one scale."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.documents.blocks import Words
from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class EndsRow:
    """One thing: its place on the scale (from 0) at the beginning and now, and the same in words.

    `first` is None where nobody looked at it at the beginning.
    """

    words: Words
    first: int | None
    last: int
    told: Text


@dataclass(frozen=True, slots=True)
class Ends:
    """Things below each other, each with its way on one scale; `marks` name the steps of the scale from 0."""

    rows: tuple[EndsRow, ...]
    marks: tuple[str, ...]
    words_label: Text
    told_label: Text

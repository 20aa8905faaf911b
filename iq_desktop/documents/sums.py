"""The block of sums: areas with a bar for each side, for instruments whose answers are added up by area."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.documents.blocks import Words
from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of answers, drawn as a bar between the least and the most that it could be; `words` say it."""

    value: int | None
    least: int
    most: int
    words: Text


@dataclass(frozen=True, slots=True)
class SumRow:
    """One area with the sums of each side."""

    words: Words
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """A table of areas with a bar for each side; its head repeats on every page."""

    words_label: Text
    sides: tuple[Text, ...]
    rows: tuple[SumRow, ...]

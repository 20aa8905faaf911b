"""The block of stations: a table of times, each with what it was, where, and what belongs to it, as CVs have it."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.documents.blocks import Words
from iq_desktop.wording.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One time: when and in which country, what it was, the same as the person calls it, its kind, and lines about it.

    One that `is_pause` tells of no station; it is quieter than the others.
    """

    when: Text
    words: Words
    where: Text = NOTHING
    original: Words = NOTHING
    kind: Text = NOTHING
    lines: tuple[Words, ...] = ()
    is_pause: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """Stations below each other; the head repeats on every page."""

    rows: tuple[Entry, ...]
    when_label: Text
    words_label: Text

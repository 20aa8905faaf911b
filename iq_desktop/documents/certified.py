"""The block of a certificate: who it is about, large and in the middle, and what is said of the person."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.documents.blocks import Words
from iq_desktop.wording.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Certified:
    """A sentence that opens, the name, the day of birth, what is certified, and pairs of what and when about it."""

    opening: Text
    person: Words
    born: Text = NOTHING
    sentences: tuple[Text, ...] = ()
    facts: tuple[tuple[Words, Words], ...] = ()

"""A notice: a sentence with a picture beside it."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.documents.blocks import Pictogram, Words


@dataclass(frozen=True, slots=True)
class Notice:
    """A picture with a sentence, and what is larger below it, such as a telephone number."""

    picture: Pictogram
    words: Words
    large: Words

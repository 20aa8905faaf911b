"""The block of spans: times of a life, or steps of a way, as bars on one scale."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.documents.blocks import Words
from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One time: what, when and where, and from which to which part of the whole time, from 0 to 1.

    Between `sure_begin` and `sure_end` it is beyond doubt; `is_open` where nobody told the end.
    """

    words: Words
    when: Text
    where: Text
    begin: float
    end: float
    sure_begin: float
    sure_end: float
    is_open: bool = False
    is_doubtful: bool = False
    """Whether what is sure of it still has to be checked: that part is hollow then."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Times of a life below each other, each with its bar on one scale of years; the head repeats on every page."""

    rows: tuple[SpanRow, ...]
    marks: tuple[tuple[float, str], ...]
    """Years that are named on the scale, with their places from 0 to 1."""
    words_label: Text
    when_label: Text
    shares: tuple[float, float, float] = (0.3, 0.2, 0.5)
    """How wide what it was, when, and the scale are, adding up to 1."""

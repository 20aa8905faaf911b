"""What talks along instruments came to, resolved for paper: every word stands here in both languages already.

Documents know no packs; a use case reads the packs and hands these values over with the occasion. Nothing is averaged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iq_desktop.documents.blocks import Typed, Words
from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.instrument import Rule
from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class TalkSide:
    """What one side says about a line: its step in words and as a number, between `least` and `most`.

    `answered` of `of` answers it rests on, 0 of 0 for a single answer. A side that says nothing has no value.
    """

    value: int | None = None
    words: Words | None = None
    least: int = 0
    most: int = 0
    answered: int = 0
    of: int = 0
    gaps: tuple[str, ...] = ()
    """Lower language levels that do not hold."""


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line of a result: a card, an area, a language skill or an experience, with what each side says.

    `inner` are the lines below it: the cards of an area, the skills of an experience.
    """

    words: Words
    sides: tuple[TalkSide, ...] = ()
    example: Typed | None = None
    evidence: Evidence | None = None
    inner: tuple[TalkLine, ...] = ()

    @property
    def difference(self) -> int | None:
        """By how much the last side lies above the first; None with one side, or where one of them says nothing."""
        if len(self.sides) < 2:  # noqa: PLR2004  (two sides make a difference)
            return None
        first, last = self.sides[0].value, self.sides[-1].value
        return None if first is None or last is None else last - first


@dataclass(frozen=True, slots=True)
class TalkPart:
    """What one rule came to; `answered` of `of` answers it rests on, by the first side.

    `steps` are the values of the scale with their words, the highest first; `question` was asked.
    """

    rule: Rule
    question: Words
    lines: tuple[TalkLine, ...]
    answered: int
    of: int
    steps: tuple[tuple[int, Words], ...] = ()


@dataclass(frozen=True, slots=True)
class TalkReport:
    """All that one instrument came to about one thing: who answered on which day, and what came out."""

    title: Words
    about: tuple[tuple[Words, Words], ...]
    """A language, a task, an occupation; with its label; empty for the person alone."""
    sides: tuple[Text, ...]
    """Who answered."""
    when: tuple[Text, ...]
    """Who answered on which day."""
    parts: tuple[TalkPart, ...]


@dataclass(frozen=True, slots=True)
class TalkReports:
    """The reports of a case; `gone` are the names of instruments that this computer no longer has."""

    reports: tuple[TalkReport, ...] = ()
    gone: tuple[str, ...] = ()


NO_TALKS: Final = TalkReports()

"""The values of which results are made on the screen: views of runs, bars, rows, blocks."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.domain.talk_conversation import Conversation
from iq_desktop.domain.talk_results import ResultLine
from iq_desktop.usecases.talk_fruits import LifeSuggestion
from iq_desktop.wording.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class View:
    """One run beside others: whose view it is, and the role of its colour."""

    talk: Conversation
    name: Text
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One view of one line: `value` between `least` and `most`, None where it says nothing."""

    value: int | None
    least: int
    most: int
    colour: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line: what it is about, its bars, what they say in words, and what they rest on."""

    name: Text
    bars: tuple[Bar, ...] = ()
    said: Text = NOTHING
    below: Text = NOTHING


@dataclass(frozen=True, slots=True)
class RadarAxis:
    """One axis of the picture: what is rated, the own view and the adviser's, None where nobody said anything."""

    name: Text
    own: int | None
    adviser: int | None


@dataclass(frozen=True, slots=True)
class ResultBlock:
    """Lines that belong together; `act` names what can be taken over from it, with `lines` or `life` as its matter.

    `radar` is there where at least three lines have steps of one scale.
    """

    title: Text
    note: Text = NOTHING
    rows: tuple[ResultRow, ...] = ()
    act: str = ""
    lines: tuple[ResultLine, ...] = ()
    life: LifeSuggestion | None = None
    radar: tuple[RadarAxis, ...] = ()
    radar_steps: int = 4

"""The house style on paper: one accent, a few inks, a type scale; everything also reads in black and white."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from iq_desktop.pdf.fonts import Weight

INK: Final = "#17202e"
MUTED: Final = "#5a677b"
ACCENT: Final = "#0f5fc2"
ACCENT_TINT: Final = "#cfe0f6"
LINE: Final = "#d8dee8"
SOFT: Final = "#eef4fc"
WHITE: Final = "#ffffff"

MILLIMETRE: Final = 72 / 25.4


class Align(Enum):
    """Where the lines of a paragraph stand: at the side where reading starts, at the other one, left, right, middle."""

    START = "start"
    END = "end"
    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Look:
    """How words look."""

    size: float = 9.5
    """In points."""
    weight: Weight = Weight.REGULAR
    colour: str = INK
    align: Align = Align.START
    role: str = "P"
    """The structure element that the words will be (PDF/UA): `P`, `H1`, `H2`, `TH`, `TD`, `Caption`."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes of one paper: margins and gaps in points, looks of the kinds of words."""

    width: float
    height: float
    margin: float
    gap: float
    title: Look
    heading: Look
    minor: Look
    body: Look
    small: Look
    point: Look
    icon: float
    air: float = 1.0
    """How much room there is between things: 1 is usual, less is tighter."""

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def rhythm(self) -> float:
        """The unit of the room above blocks."""
        return self.gap * self.air


A4: Final = Scale(
    width=210 * MILLIMETRE,
    height=297 * MILLIMETRE,
    margin=18 * MILLIMETRE,
    gap=5.4 * MILLIMETRE,
    title=Look(size=21, weight=Weight.BOLD, role="H1"),
    heading=Look(size=12.5, weight=Weight.BOLD, colour=ACCENT, role="H2"),
    minor=Look(size=10.5, weight=Weight.BOLD, role="H3"),
    body=Look(),
    small=Look(size=7.5, colour=MUTED),
    point=Look(size=13, weight=Weight.BOLD),
    icon=30,
)
A5: Final = Scale(
    width=148 * MILLIMETRE,
    height=210 * MILLIMETRE,
    margin=12 * MILLIMETRE,
    gap=4.5 * MILLIMETRE,
    title=Look(size=18, weight=Weight.BOLD, role="H1"),
    heading=Look(size=11, weight=Weight.BOLD, colour=ACCENT, role="H2"),
    minor=Look(size=9.5, weight=Weight.BOLD, role="H3"),
    body=Look(size=9),
    small=Look(size=7, colour=MUTED),
    point=Look(size=14, weight=Weight.BOLD),
    icon=34,
)

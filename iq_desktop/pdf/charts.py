"""Small pictures that also print in black and white: bars of steps, dots of evidence, stairs of language levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.looks import ACCENT, INK, WHITE
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.paragraph import Paragraph

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper

_EMPTY: Final = "#c9d2df"
_STEP_GAP: Final = 2.0
_NUMBER: Final = 14.0
"""How wide the number before a picture is."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A bar of steps, filled up to a value, with the value behind it; None draws no bar."""

    value: int | None
    highest: int
    number: Paragraph
    fill: str = ACCENT
    height: float = 12

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: a bar is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the bar and its number."""
        top = y + (self.height - 6) / 2
        self.number.draw(paper, x, y + (self.height - self.number.measure(_NUMBER)) / 2, _NUMBER)
        if self.value is None:
            return
        step = (width - _NUMBER + _STEP_GAP) / self.highest
        for place in range(self.highest):
            filled = place < self.value
            left = x + _NUMBER + place * step
            box = (left, top, step - _STEP_GAP, 6)
            paper.draw_box(*box, fill=self.fill if filled else WHITE, line=Line(self.fill if filled else _EMPTY))


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots of evidence: as many filled ones as the grade says, in a key with the number before them."""

    grade: int
    highest: int
    number: Paragraph | None = None
    height: float = 12

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: dots are not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the dots."""
        if self.number:
            self.number.draw(paper, x, y + (self.height - self.number.measure(_NUMBER)) / 2, _NUMBER)
            x, width = x + _NUMBER, width - _NUMBER
        step = min(9.5, (width - 6) / (self.highest - 1))
        for place in range(self.highest):
            filled = place < self.grade
            middle = (x + 3 + place * step, y + self.height / 2)
            paper.draw_circle(*middle, 2.6, fill=INK if filled else WHITE, line=Line(INK if filled else _EMPTY, 0.7))


@dataclass(frozen=True, slots=True)
class Stairs:
    """A language level as stairs: as many filled ones as the rank says, the level's name behind them."""

    rank: int | None
    highest: int
    level: Paragraph
    height: float = 20

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: stairs are not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the stairs and the name of the level."""
        bar, gap, foot = 5.0, 1.6, y + self.height - 2
        stairs_width = 0.0
        if self.rank is not None:
            for place in range(self.highest):
                filled = place < self.rank
                high = 5 + place * 2.1
                paper.draw_box(
                    x + place * (bar + gap),
                    foot - high,
                    bar,
                    high,
                    fill=ACCENT if filled else WHITE,
                    line=Line(ACCENT if filled else _EMPTY),
                )
            stairs_width = self.highest * (bar + gap) + 3
        height = self.level.measure(width)
        self.level.draw(paper, x + stairs_width, foot - height + 2, max(width - stairs_width, 12))

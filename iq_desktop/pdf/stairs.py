"""The course ladder on paper: a staircase that is read in black and white, mirrored for who reads from the right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.german_stairs import LANDING, StairLook, Stairs
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, ACCENT_TINT, INK, LINE, MUTED, SOFT, WHITE, Align, Look
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pieces import Piece
from iq_desktop.pdf.tagging_pieces import Figure

if TYPE_CHECKING:
    from iq_desktop.documents.stairs import Staircase
    from iq_desktop.domain.german_stairs import Stair
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.voices import Voices

_HEIGHT: Final = 108.0
_HEAD: Final = 18.0
_TREAD: Final = Line(ACCENT, 2.2)
_DASHES: Final = (4.0, 2.4)
_HATCH: Final = 6.0
_DISC: Final = 7.5
_GROUND: Final = 96.0
"""How wide the ground of words on a hatched step is."""


def render_staircase(block: Staircase, voices: Voices) -> list[Item | Group]:
    """Return the picture with its words; the same stands in words in the table that follows it."""
    small = replace(voices.scale.body, size=8, align=Align.MIDDLE)
    strong = Look(size=10, weight=Weight.BOLD, align=Align.MIDDLE)
    number = Look(size=8.5, weight=Weight.BOLD, align=Align.MIDDLE, colour=WHITE)
    first = str(block.stairs.today.value) if block.stairs.today.rank else "0"
    picture = StaircasePicture(
        block.stairs,
        voices.stacked(block.today, small),
        voices.plain(first, strong),
        tuple(voices.plain(str(step.level.value), strong) for step in block.stairs.steps),
        tuple(voices.plain(str(step.number), number) for step in block.stairs.steps),
        tuple(voices.stacked(words, small) for words in block.weeks),
        voices.client_side is Align.RIGHT,
    )
    told = " ".join(
        tongue.speak(text)
        for tongue in (voices.adviser, voices.client)
        if tongue is not None
        for text in (block.whole, block.today, *block.weeks)
    )
    return [Item(Figure(picture, told), space_before=voices.scale.rhythm * 0.5)]


@dataclass(frozen=True, slots=True)
class StaircasePicture:
    """The landing of today and the steps, each with its level above, its number and its weeks below its tread."""

    stairs: Stairs
    today: Piece
    first: Piece
    levels: tuple[Piece, ...]
    numbers: tuple[Piece, ...]
    weeks: tuple[Piece, ...]
    is_mirrored: bool

    def measure(self, width: float) -> float:
        """Return the height: more where the words of today need it."""
        return _HEIGHT + _HEAD + self._foot(width)

    def split(self, width: float, height: float) -> None:
        """Return None: a picture is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the steps from today up to the goal."""
        left, wide = self._place(0, LANDING, x, width)
        base = y + _HEAD + _HEIGHT
        top = base - _HEIGHT * self.stairs.floor
        paper.draw_box(left, top, wide, base - top, fill=SOFT)
        paper.draw_line((left, top), (left + wide, top), Line(MUTED, 2.2))
        self.first.draw(paper, left, top - 15, wide)
        self.today.draw(paper, left, base + 2, wide)
        for at, step in enumerate(self.stairs.steps):
            self._draw_step(paper, at, step, (x, base, width))

    def _foot(self, width: float) -> float:
        return self.today.measure(width * LANDING) + 4

    def _place(self, left: float, right: float, x: float, width: float) -> tuple[float, float]:
        """Return left edge and width of a part of the picture."""
        if self.is_mirrored:
            left, right = 1 - right, 1 - left
        return x + width * left, width * (right - left)

    def _draw_step(self, paper: Paper, at: int, step: Stair, room: tuple[float, float, float]) -> None:
        x, base, width = room
        left, wide = self._place(step.left, step.right, x, width)
        top = base - _HEIGHT * step.high
        is_sure = step.look is StairLook.SURE
        fill = ACCENT_TINT if is_sure else WHITE
        edge = Line(INK, 0.6, () if is_sure else _DASHES)
        paper.draw_box(left + 0.6, top, wide - 1.2, base - top, fill=fill, line=edge)
        if step.look is StairLook.ASKED:
            _hatch(paper, left + 0.6, top, wide - 1.2, base - top)
        for _level, high in step.between:
            y = base - _HEIGHT * high
            paper.draw_line((left + 2, y), (left + wide - 2, y), Line(LINE, 0.6, (1.2, 1.8)))
        paper.draw_line((left + 0.6, top), (left + wide - 0.6, top), replace(_TREAD, dashes=() if is_sure else _DASHES))
        self.levels[at].draw(paper, left, top - 15, wide)
        if at == len(self.stairs.steps) - 1:
            _flag(paper, left + wide / 2 + 11, top - 14)
        middle = left + wide / 2
        paper.draw_circle(middle, top + 12, _DISC, fill=ACCENT)
        self.numbers[at].draw(paper, middle - 20, top + 6.2, 40)
        words = self.weeks[at]
        height = words.measure(wide - 8)
        if top + 22 + height < base:
            if step.look is StairLook.ASKED:
                ground = min(wide - 8, _GROUND)
                paper.draw_box(middle - ground / 2, top + 21, ground, height + 2, fill=WHITE, radius=2)
            words.draw(paper, left + 4, top + 22, wide - 8)


def _hatch(paper: Paper, x: float, y: float, width: float, height: float) -> None:
    """Draw slanting lines within a box."""
    at = -height
    while at < width:
        begin, end = max(at, 0.0), min(at + height, width)
        paper.draw_line((x + begin, y + height - (begin - at)), (x + end, y + height - (end - at)), Line(LINE, 0.6))
        at += _HATCH


def _flag(paper: Paper, x: float, y: float) -> None:
    """Draw the flag of the goal."""
    paper.draw_line((x, y), (x, y + 12), Line(INK, 1.2))
    paper.draw_path([(x, y), (x + 9, y + 3), (x, y + 6)], fill=ACCENT)

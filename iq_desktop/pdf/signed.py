"""Signatures on paper: the lines that somebody drew, a name that was typed, or room to sign on by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.ink import HIGH, WIDE, Ink
from iq_desktop.pdf.looks import INK, MUTED, Align
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pieces import Cell, Grid, Row, Space, Stack
from iq_desktop.pdf.tagging_pieces import Figure
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.documents.signed import Signed, SignedLine
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices

_ROOM: Final = 52.0
"""Height above the line, in points."""
_PEN: Final = 1.1
_NAME_ROOM: Final = 20.0


def render_signed(block: Signed, voices: Voices) -> list[Item | Group]:
    """Return the lines to sign on, side by side, with what was signed already above them."""
    share = 1 / len(block.lines)
    above = Row(tuple(Cell(_above(voices, line)) for line in block.lines))
    below = Row(tuple(Cell(_below(voices, line)) for line in block.lines))
    grid = Grid((share,) * len(block.lines), (above, below), gap=voices.scale.gap, padding=0)
    return [Item(Stack((grid,)), space_before=voices.scale.rhythm * 0.5, stands_at_foot=True)]


def _above(voices: Voices, line: SignedLine) -> Piece:
    if line.ink.strokes:
        return Figure(InkPiece(line.ink), voices.adviser.speak(say("Signature: {name}", name=line.name or "–")))
    if not line.name:
        return Space(_ROOM)
    look = replace(voices.scale.body, size=voices.scale.body.size + 3, align=Align.LEFT)
    return Stack((Space(_ROOM - _NAME_ROOM), voices.as_typed(line.name, line.label, look)))


def _below(voices: Voices, line: SignedLine) -> Piece:
    look = replace(voices.scale.body, colour=MUTED, size=voices.scale.body.size - 1.5)
    parts: list[Piece] = [_Line(), voices.stacked(line.label, look, replace(look, align=Align.LEFT))]
    if line.told.message:
        parts.append(voices.stacked(line.told, look, replace(look, align=Align.LEFT)))
    return Stack(tuple(parts), gap=3)


@dataclass(frozen=True, slots=True)
class InkPiece:
    """The lines of a signature, as large as the room allows, standing on the line below."""

    ink: Ink

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return _ROOM

    def split(self, width: float, height: float) -> None:
        """Return None: a signature is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw every stroke; a single place becomes a dot."""
        scale = min(width / WIDE, _ROOM / HIGH)
        top = y + _ROOM - HIGH * scale
        for stroke in self.ink.strokes:
            places = [(x + across * scale, top + down * scale) for across, down in stroke]
            if len(places) == 1:
                paper.draw_circle(*places[0], _PEN / 2, fill=INK)
            else:
                paper.draw_path(places, line=Line(INK, _PEN), closed=False)


@dataclass(frozen=True, slots=True)
class _Line:
    """The line to sign on."""

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return 1.0

    def split(self, width: float, height: float) -> None:
        """Return None: a line is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the line."""
        paper.draw_line((x, y), (x + width, y), Line(INK, 0.8))

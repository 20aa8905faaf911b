"""Pieces that say what they are: an element around a piece, and a figure with its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from iq_desktop.pdf.pieces import Piece
from iq_desktop.pdf.tagging import Thread

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper


@dataclass(frozen=True, slots=True)
class Tagged:
    """A piece that is an element, such as a heading in two languages; parts of one thread are one element."""

    piece: Piece
    kind: str
    thread: Thread = field(default_factory=Thread)

    def measure(self, width: float) -> float:
        """Return the height for a width."""
        return self.piece.measure(width)

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return two parts of the same element."""
        parts = self.piece.split(width, height)
        return (replace(self, piece=parts[0]), replace(self, piece=parts[1])) if parts else None

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the piece within its element."""
        with paper.element(self.kind, thread=self.thread):
            self.piece.draw(paper, x, y, width)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and what is said instead of it."""

    piece: Piece
    alternative: str

    def measure(self, width: float) -> float:
        """Return the height for a width."""
        return self.piece.measure(width)

    def split(self, width: float, height: float) -> None:
        """Return None: a picture is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the picture."""
        box = (x, y, width, self.measure(width))
        with paper.element("Figure", alternative=self.alternative, box=box):
            self.piece.draw(paper, x, y, width)

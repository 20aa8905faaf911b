"""Pieces onto pages: what follows what, what stays together, and where a page ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from iq_desktop.pdf.pieces import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.pdf.pieces import Piece

_LEAST: Final = 40.0
"""At least so much of the next piece stands on the page of its heading, in points."""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece in the flow of a document."""

    piece: Piece
    space_before: float = 0
    keeps_next: bool = False
    """Whether the next piece begins on the same page (headings)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items that stay on one page where they fit on one."""

    items: tuple[Item, ...]


class Placed(NamedTuple):
    """A piece with its distance from the top of the page's body."""

    piece: Piece
    y: float


class _Flow:
    """The pages so far, and how far the last one is filled."""

    def __init__(self, width: float, first: float, later: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self.width = width
        self.heights = (first, later)
        self.y = 0.0

    @property
    def height(self) -> float:
        return self.heights[len(self.pages) > 1]

    def turn(self) -> None:
        self.pages.append([])
        self.y = 0.0

    def room_after(self, space: float) -> float:
        return self.height - self.y - (space if self.pages[-1] else 0)

    def place(self, piece: Piece, space: float) -> None:
        self.y += space if self.pages[-1] else 0
        self.pages[-1].append(Placed(piece, self.y))
        self.y += piece.measure(self.width)


def paginate(items: Sequence[Item | Group], width: float, first: float, later: float) -> list[list[Placed]]:
    """Return the pieces of each page; `first` and `later` are the heights of the body on the first and other pages."""
    flow = _Flow(width, first, later)
    for index, item in enumerate(items):
        if isinstance(item, Group):
            _place_group(flow, item)
        else:
            _place_item(flow, item, _first_of(items[index + 1]) if index + 1 < len(items) else None)
    return flow.pages


def _first_of(item: Item | Group) -> Item | None:
    if isinstance(item, Item):
        return item
    return item.items[0] if item.items else None


def _place_group(flow: _Flow, group: Group) -> None:
    needed = 0.0
    for number, item in enumerate(group.items):
        needed += item.piece.measure(flow.width) + (item.space_before if number or flow.pages[-1] else 0)
    if flow.pages[-1] and needed > flow.height - flow.y + TOLERANCE and needed <= flow.heights[1]:
        flow.turn()
    for number, item in enumerate(group.items):
        _place_item(flow, item, group.items[number + 1] if number + 1 < len(group.items) else None)


def _place_item(flow: _Flow, item: Item, following: Item | None) -> None:
    piece = item.piece
    room = flow.room_after(item.space_before)
    needed = piece.measure(flow.width)
    if item.keeps_next and following and flow.pages[-1]:
        least = _least_height(following.piece, flow.width)
        if needed + following.space_before + least > room + TOLERANCE:
            flow.turn()
            room = flow.room_after(0)
    while piece.measure(flow.width) > room + TOLERANCE:
        parts = piece.split(flow.width, room)
        if parts is None:
            if not flow.pages[-1]:
                break  # higher than a page and in one piece: it is drawn as it is
            flow.turn()
        else:
            flow.place(parts[0], item.space_before)
            piece = parts[1]
            flow.turn()
        room = flow.room_after(item.space_before)
    flow.place(piece, item.space_before)


def _least_height(piece: Piece, width: float) -> float:
    """Return how much room the beginning of a piece needs."""
    whole = piece.measure(width)
    if whole <= _LEAST:
        return whole
    height = _LEAST
    while height < whole:
        parts = piece.split(width, height)
        if parts:
            return parts[0].measure(width)
        height *= 1.5
    return whole

"""Pieces onto pages: what follows what, what stays together, and where a page ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from iq_desktop.pdf.pieces import TOLERANCE, Grid, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence


_MOST_SPREAD: Final = 16.0
"""So much more room at most stands above a heading where a page has some left."""
_LEAST: Final = 40.0
"""At least so much of the next piece stands on the page of its heading, in points."""
_END: Final = 20.0
"""So much of what was told at least, in points, stands on the page of the lines to sign on."""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece in the flow of a document."""

    piece: Piece
    space_before: float = 0
    keeps_next: bool = False
    """Whether the next piece begins on the same page (headings, and sentences that lead to what follows)."""
    opens: bool = True
    """Whether a section begins here, where it keeps the next piece."""
    stands_at_foot: bool = False
    """Whether the piece stands as low on its page as it can (signatures)."""
    grow: Callable[[float], Piece] | None = None
    """Makes the piece as high as asked: it fills what the items behind it leave of the page, or is left out."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items that stay on one page where they fit on one."""

    items: tuple[Item, ...]


class Placed(NamedTuple):
    """A piece with its distance from the top of the page's body."""

    piece: Piece
    y: float
    opens: bool = False
    """Whether a section begins here: room that is left over stands above it."""
    stands_at_foot: bool = False
    has_grown: bool = False
    keeps_next: bool = False


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

    def place(self, piece: Piece, item: Item) -> None:
        self.y += item.space_before if self.pages[-1] else 0
        if item.stands_at_foot:
            self.y = max(self.y, self.height - piece.measure(self.width))
        self.pages[-1].append(
            Placed(
                piece,
                self.y,
                item.keeps_next and item.opens,
                item.stands_at_foot,
                item.grow is not None,
                item.keeps_next,
            )
        )
        self.y += piece.measure(self.width)


def paginate(items: Sequence[Item | Group], width: float, first: float, later: float) -> list[list[Placed]]:
    """Return the pieces of each page; `first` and `later` are the heights of the body on the first and other pages."""
    flow = _Flow(width, first, later)
    items = _with_leads(items, width)
    for index, item in enumerate(items):
        if isinstance(item, Group):
            _place_group(flow, item)
        elif item.grow:
            _grow(flow, item, items[index + 1 :])
        else:
            _place_item(flow, item, items[index + 1 :])
    return [_spread(page, flow, number) for number, page in enumerate(flow.pages)]


def _with_leads(items: Sequence[Item | Group], width: float) -> list[Item | Group]:
    """Return items in which short words between a heading and its table stay with the table."""
    found = list(items)
    for index, item in enumerate(items):
        if not (isinstance(item, Item) and isinstance(item.piece, Grid) and item.piece.head):
            continue
        leads: list[tuple[int, Item]] = []
        for before in range(index - 1, -1, -1):
            lead = items[before]
            if isinstance(lead, Group) or lead.keeps_next or lead.piece.measure(width) > _LEAST:
                break
            leads.append((before, lead))
        heading = items[index - len(leads) - 1] if index > len(leads) else None
        if isinstance(heading, Item) and heading.keeps_next:
            for before, lead in leads:
                found[before] = replace(lead, keeps_next=True, opens=False)
    return found


def _spread(page: list[Placed], flow: _Flow, number: int) -> list[Placed]:
    """Return a page with room that is left over given to the room above its headings, a little to each.

    A heading directly below another one gets none: both open the same section. The last page keeps its
    room below, unless something stands at its foot.
    """
    at_foot = bool(page) and page[-1].stands_at_foot
    openings = [index for index, placed in enumerate(page) if placed.opens and index and not page[index - 1].opens]
    if not openings or not (at_foot or number < len(flow.pages) - 1):
        return page
    *body, last = page
    lowest = (body if at_foot else page)[-1]
    end = last.y - _LEAST if at_foot else flow.heights[number > 0]
    free = end - lowest.y - lowest.piece.measure(flow.width)
    step = min(max(free, 0) / len(openings), _MOST_SPREAD)
    moved = [
        placed._replace(y=placed.y + step * sum(opening <= index for opening in openings))
        for index, placed in enumerate(page)
    ]
    return [*moved[:-1], last] if at_foot else moved


def _grow(flow: _Flow, item: Item, following: Sequence[Item | Group]) -> None:
    """Place a piece that fills the page as far as what follows leaves room, if that is enough for it."""
    behind = sum(_height_of(one, flow.width) if isinstance(one, Group) else _needed(one, flow) for one in following)
    room = flow.room_after(item.space_before) - behind
    if item.grow and room >= item.piece.measure(flow.width):
        flow.place(item.grow(room), item)


def _needed(item: Item, flow: _Flow) -> float:
    return item.piece.measure(flow.width) + item.space_before


def _place_group(flow: _Flow, group: Group) -> None:
    needed = _height_of(group, flow.width)
    if flow.pages[-1] and needed > flow.height - flow.y + TOLERANCE and needed <= flow.heights[1]:
        flow.turn()
    for number, item in enumerate(group.items):
        _place_item(flow, item, group.items[number + 1 :])


def _height_of(group: Group, width: float) -> float:
    return sum(item.piece.measure(width) + item.space_before for item in group.items)


def _place_item(flow: _Flow, item: Item, following: Sequence[Item | Group]) -> None:
    piece = item.piece
    room = flow.room_after(item.space_before)
    needed = piece.measure(flow.width)
    if item.stands_at_foot and needed > room + TOLERANCE and flow.pages[-1]:
        _turn_with_the_end(flow)
        room = flow.room_after(item.space_before)
    keeps_next = item.keeps_next and bool(flow.pages[-1])
    if keeps_next and following and needed + _least_height(following, flow) > room + TOLERANCE:
        flow.turn()
        room = flow.room_after(0)
    while piece.measure(flow.width) > room + TOLERANCE:
        parts = piece.split(flow.width, room)
        if parts is None:
            if not flow.pages[-1]:
                break  # higher than a page and in one piece: it is drawn as it is
            flow.turn()
        else:
            flow.place(parts[0], item)
            piece = parts[1]
            flow.turn()
        room = flow.room_after(item.space_before)
    flow.place(piece, item)


def _turn_with_the_end(flow: _Flow) -> None:
    """Turn the page and take the end of what was told along: lines to sign on never stand on a page alone."""
    *body, last = flow.pages[-1]
    whole = last.piece.measure(flow.width)
    parts = last.piece.split(flow.width, whole - _END) if whole > 2 * _END else None
    taken = [last]
    while parts is None and body and body[-1].keeps_next:
        taken.insert(0, body.pop())
    if not body:
        flow.turn()
        return
    flow.pages[-1] = [*body, last._replace(piece=parts[0])] if parts else body
    flow.turn()
    for number, placed in enumerate(taken):
        height = placed.y - taken[0].y
        flow.pages[-1].append(placed._replace(y=height, piece=parts[1] if parts else placed.piece))
        flow.y = height + flow.pages[-1][number].piece.measure(flow.width)


def _least_height(following: Sequence[Item | Group], flow: _Flow) -> float:
    """Return how much room the beginning of what follows needs, with the space before it.

    What keeps what is next, such as a heading below a heading, begins together with that.
    """
    first = following[0]
    if isinstance(first, Group):
        whole = _height_of(first, flow.width)
        if whole <= flow.heights[1] or not first.items:
            return whole
        return _least_height(first.items, flow)
    if first.keeps_next and following[1:]:
        return _needed(first, flow) + _least_height(following[1:], flow)
    whole = first.piece.measure(flow.width)
    height = _LEAST
    while height < whole:
        parts = first.piece.split(flow.width, height)
        if parts:
            return parts[0].measure(flow.width) + first.space_before
        height *= 1.5
    return whole + first.space_before

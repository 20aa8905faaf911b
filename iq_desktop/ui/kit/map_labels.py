"""Names on a map that cover neither each other nor what stands there: more important ones first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FIELD: Final = 64
"""Side of the squares in which boxes are looked for, in pixels."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a window in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def meets(self, other: Box) -> bool:
        """Return whether two boxes have a pixel in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def lies_in(self, width: float, height: float) -> bool:
        """Return whether it lies wholly in a window."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


@dataclass(frozen=True, slots=True)
class Name:
    """A name that wants to stand at a point: size of its words, how far from the point it begins, all in pixels."""

    words: str
    x: float
    y: float
    width: float
    height: float
    gap: float


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name and where it stands."""

    words: str
    box: Box


def place_names(
    names: Iterable[Name], taken: Sequence[Box], width: float, height: float, most: int
) -> tuple[PlacedName, ...]:
    """Return the names that have room, in their order: right of their point, else left, below or above of it."""
    ground = _Ground(taken)
    placed: list[PlacedName] = []
    for name in names:
        if len(placed) == most:
            break
        box = next((one for one in _sides(name) if one.lies_in(width, height) and ground.is_free(one)), None)
        if box is not None:
            placed.append(PlacedName(name.words, box))
            ground.take(box)
    return tuple(placed)


def _sides(name: Name) -> tuple[Box, ...]:
    middle_top, middle_left = name.y - name.height / 2, name.x - name.width / 2
    return (
        Box(name.x + name.gap, middle_top, name.width, name.height),
        Box(name.x - name.gap - name.width, middle_top, name.width, name.height),
        Box(middle_left, name.y + name.gap, name.width, name.height),
        Box(middle_left, name.y - name.gap - name.height, name.width, name.height),
    )


class _Ground:
    """The boxes that are taken, found by the squares in which they lie."""

    def __init__(self, taken: Iterable[Box]) -> None:
        self._fields: dict[tuple[int, int], list[Box]] = {}
        for box in taken:
            self.take(box)

    def take(self, box: Box) -> None:
        for field in _fields(box):
            self._fields.setdefault(field, []).append(box)

    def is_free(self, box: Box) -> bool:
        return not any(box.meets(other) for field in _fields(box) for other in self._fields.get(field, ()))


def _fields(box: Box) -> list[tuple[int, int]]:
    across = range(int(box.left // _FIELD), int(box.right // _FIELD) + 1)
    down = range(int(box.top // _FIELD), int(box.bottom // _FIELD) + 1)
    return [(one, other) for one in across for other in down]

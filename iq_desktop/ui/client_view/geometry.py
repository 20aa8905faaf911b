"""How answers and cards share the room of the client's window; lengths in pixels."""

from __future__ import annotations

from typing import Final

LEAST_TOUCH: Final = 64
"""A target for a finger is never smaller."""
_FACTORS: Final = (2.0, 1.75, 1.5, 1.25, 1.0)


def factors_up_to(most: float) -> tuple[float, ...]:
    """Return the sizes of text to try in the window, from the wanted one down to the usual one."""
    return tuple(factor for factor in _FACTORS if factor <= max(most, 1.0) + 1e-6)


def columns_for(count: int, width: int, least: int, gap: int, most: int = 6) -> int:
    """Return in how many columns things stand, each at least so wide, in rows as full as can be."""
    if count <= 0:
        return 1
    fitting = max(1, min(count, most, (width + gap) // (least + gap)))
    rows = -(-count // fitting)
    return -(-count // rows)


def split_width(width: int, columns: int, gap: int) -> int:
    """Return how wide each of some columns is."""
    return max((width - gap * (columns - 1)) // columns, 1)


def dots(done: int, total: int, most: int = 24) -> tuple[int, int]:
    """Return how many dots of the way are full and how many there are; a long way has fewer dots than questions."""
    if total <= 0:
        return 0, 0
    there = min(total, most)
    full = done * there // total
    return min(full, there), there

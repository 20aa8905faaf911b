"""Which windows of a long list are missing where one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def missing_starts(rows: Sequence[Any], first: int, last: int, size: int) -> tuple[int, ...]:
    """Return where windows begin that hold a row between two numbers which is still None.

    `last` below 0 stands for the end of the list. Windows begin at multiples of `size`.
    """
    end = len(rows) - 1 if last < 0 else min(last, len(rows) - 1)
    wanted = {number // size * size for number in range(max(first, 0), end + 1) if rows[number] is None}
    return tuple(sorted(wanted))

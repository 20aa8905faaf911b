"""How cards are spread over two columns, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def split_columns(heights: Sequence[int]) -> int:
    """Return how many of the cards stand in the first column so that the taller column is as low as possible.

    The order of reading stays: down the first column, then down the second.
    """
    return min(
        range(1, len(heights) + 1),
        key=lambda first: max(sum(heights[:first]), sum(heights[first:])),
        default=0,
    )


def pair_fields(widths: Sequence[int], room: int, gap: int) -> list[list[int]]:
    """Return the lines of a card as lists of field numbers: two beside each other where both are narrow enough."""
    half = (room - gap) // 2
    lines: list[list[int]] = []
    for number, width in enumerate(widths):
        last = lines[-1] if lines else []
        if len(last) == 1 and width <= half and widths[last[0]] <= half:
            last.append(number)
        else:
            lines.append([number])
    return lines


def share_width(needs: Sequence[int], weights: Sequence[int], room: int) -> list[int]:
    """Return the widths of table columns: what each needs, spare room by weight; where room lacks, the widest give.

    The sum is `room`, except where there are no columns.
    """
    if not needs:
        return []
    spare = room - sum(needs)
    if spare >= 0:
        total = sum(weights) or 1
        shares = [need + spare * weight // total for need, weight in zip(needs, weights, strict=True)]
    else:
        cap = _cap_for(needs, room)
        shares = [min(need, cap) for need in needs]
    widest = max(range(len(shares)), key=shares.__getitem__)
    shares[widest] += room - sum(shares)
    return shares


def _cap_for(needs: Sequence[int], room: int) -> int:
    """Return the width above which columns are cut so that all of them fit."""
    left, count = room, len(needs)
    for need in sorted(needs):
        if need * count > left:
            return max(left // count, 0)
        left -= need
        count -= 1
    return max(needs)

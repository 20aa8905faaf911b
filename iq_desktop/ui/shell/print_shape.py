"""Where a page of ours lies on the printer's paper, where it is cut, and in which strips it is drawn; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MILLIMETRE: Final = 72 / 25.4
_SAME: Final = 3 * _MILLIMETRE
"""Papers that differ by less are one and the same: A4 is told in whole points."""
_FROM_TOP: Final = 10 * _MILLIMETRE
_MARK: Final = 5 * _MILLIMETRE
_MARK_GAP: Final = 1 * _MILLIMETRE


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page lies on the paper, in points from the corner at the top left; `is_cut` where paper is left over."""

    left: float
    top: float
    width: float
    height: float
    is_cut: bool = False


def place_page(paper: tuple[float, float], page: tuple[float, float]) -> Spot:
    """Return where a page lies: in its true size, in the middle near the top, to be cut out where the paper is larger.

    A page that is larger than the paper is made smaller until it fits. Sizes are widths and heights in points.
    """
    (wide, high), (width, height) = paper, page
    scale = min(wide / width, high / height, 1.0)
    if scale < 1.0 and wide - width > -_SAME and high - height > -_SAME:
        scale = 1.0
    width, height = width * scale, height * scale
    left = (wide - width) / 2
    is_cut = wide - width > _SAME and high - height > _SAME
    top = min(_FROM_TOP, (high - height) / 2) if is_cut else 0.0
    return Spot(left if abs(left) > _SAME / 2 else 0.0, top, width, height, is_cut)


def cut_marks(spot: Spot) -> Iterator[tuple[float, float, float, float]]:
    """Yield short lines outside the corners of a page (from, to; in points) that say where it is cut out."""
    if not spot.is_cut:
        return
    for x, outward in ((spot.left, -1), (spot.left + spot.width, 1)):
        for y, away in ((spot.top, -1), (spot.top + spot.height, 1)):
            yield x, y + away * _MARK_GAP, x, y + away * _MARK
            yield x + outward * _MARK_GAP, y, x + outward * _MARK, y


def find_cut(picture: bytes, row: int, least: int) -> int:
    """Return after how many rows a picture is best parted: where both rows are white, else where they are the same.

    `row` is the length of a row in octets; at least `least` rows stay together. Programs that show a page at another
    size blur the edge of each part, which nobody sees there.
    """
    rows = len(picture) // row
    white = b"\xff" * row
    same = 0
    for cut in range(rows - 1, least - 1, -1):
        here = picture[(cut - 1) * row : cut * row]
        if here == picture[cut * row : (cut + 1) * row]:
            if here == white:
                return cut
            same = same or cut
    return same or rows

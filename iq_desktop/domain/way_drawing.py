"""A way as a small picture: its steps as bars below each other, one of them filled, and a flag where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.drawing import SIDE, Drawing, Outline, Role, Shape, line_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.drawing import Spot
    from iq_desktop.domain.way import Way, WayStep

_EDGE: Final = 6.0
_FLAG: Final = 14.0
_LEAST: Final = 5.0
_MOST_LANES: Final = 8
_MOST_HEIGHT: Final = 12.0


def way_drawing(way: Way, code: str, *, is_mirrored: bool = False) -> Drawing:
    """Return the picture of a way with one step filled; mirrored for who reads from the right.

    Of a long way the steps around that one are shown.
    """
    steps = _shown_steps(way.steps, code)
    shapes = [Shape((_outline(((_EDGE, _EDGE), (_EDGE, SIDE - _EDGE)), is_mirrored),), stroke=Role.INK, width=2)]
    shapes += [_bar(box, is_now=one.code == code, is_mirrored=is_mirrored) for one, box in _boxes(steps)]
    return Drawing((*shapes, _flag(is_mirrored=is_mirrored)))


def _shown_steps(steps: tuple[WayStep, ...], code: str) -> tuple[WayStep, ...]:
    at = next((at for at, one in enumerate(steps) if one.code == code), 0)
    first = max(0, min(at - _MOST_LANES // 2, len(steps) - _MOST_LANES))
    return steps[first : first + _MOST_LANES]


def _boxes(steps: tuple[WayStep, ...]) -> Iterator[tuple[WayStep, tuple[float, float, float, float]]]:
    """Yield each step with its bar as left, top, width and height."""
    if not steps:
        return
    first = min(one.starts_on for one in steps).toordinal()
    days = max(one.ends_on for one in steps).toordinal() + 1 - first
    room = SIDE - 2 * _EDGE - _FLAG - 4
    lane = (SIDE - 2 * _EDGE) / len(steps)
    height = min(lane * 0.6, _MOST_HEIGHT)
    for number, one in enumerate(steps):
        wide = max((one.ends_on.toordinal() + 1 - one.starts_on.toordinal()) / days * room, _LEAST)
        left = _EDGE + 4 + min((one.starts_on.toordinal() - first) / days * room, room - wide)
        yield one, (left, _EDGE + number * lane + (lane - height) / 2, wide, height)


def _bar(box: tuple[float, float, float, float], *, is_now: bool, is_mirrored: bool) -> Shape:
    left, top, wide, high = box
    corners = ((left, top), (left + wide, top), (left + wide, top + high), (left, top + high))
    fill = Role.ACCENT if is_now else Role.PAPER
    return Shape((_outline(corners, is_mirrored, is_closed=True),), fill=fill, stroke=Role.INK, width=2)


def _flag(*, is_mirrored: bool) -> Shape:
    """Return the flag at the end, in the corner where the last bar ends."""
    x, foot = SIDE - _EDGE - _FLAG, SIDE - _EDGE
    corners = ((x, foot), (x, foot - 26), (x + _FLAG, foot - 21), (x, foot - 15))
    return Shape((_outline(corners, is_mirrored),), fill=Role.SOFT, stroke=Role.ACCENT, width=2.5)


def _outline(spots: tuple[Spot, ...], is_mirrored: bool, *, is_closed: bool = False) -> Outline:  # noqa: FBT001  (private)
    places = tuple((SIDE - x, y) if is_mirrored else (x, y) for x, y in spots)
    ends = (*places[1:], places[0]) if is_closed else places[1:]
    return Outline(places[0], tuple(line_to(a, b) for a, b in zip(places, ends, strict=False)), is_closed)

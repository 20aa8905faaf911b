"""Where a place of the earth lies on a plane, and what of the plane a window shows: pure sums, no painting."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

_RADIUS_KM: Final = 6371.0
_NORTH, _SOUTH = math.radians(53.6667), math.radians(48.6667)
_MIDDLE, _MERIDIAN = math.radians(51.0), math.radians(10.5)
_MOST_PIXELS_PER_KM: Final = 24.0
_MARGIN: Final = 0.94
"""Part of a window that a fitted box fills."""


def _lean(latitude: float) -> float:
    return math.tan(math.pi / 4 + latitude / 2)


_CONE: Final = math.log(math.cos(_SOUTH) / math.cos(_NORTH)) / math.log(_lean(_NORTH) / _lean(_SOUTH))
_FACTOR: Final = _RADIUS_KM * math.cos(_SOUTH) * _lean(_SOUTH) ** _CONE / _CONE
_TOP: Final = _FACTOR / _lean(_MIDDLE) ** _CONE


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Return a place, given in degrees (WGS 84), as kilometres east and south of the middle of Germany.

    Lambert's conformal cone with two standard parallels: circles stay circles, and a kilometre is a kilometre to within
    two in a thousand everywhere in Germany.
    """
    far = _FACTOR / _lean(math.radians(latitude)) ** _CONE
    turn = _CONE * (math.radians(longitude) - _MERIDIAN)
    return far * math.sin(turn), far * math.cos(turn) - _TOP


@dataclass(frozen=True, slots=True)
class Extent:
    """A rectangle of the plane in kilometres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def grown(self, km: float) -> Extent:
        """Return a larger one with the same middle."""
        return Extent(self.left - km, self.top - km, self.right + km, self.bottom + km)


GERMANY: Final = Extent(-330.0, -455.0, 335.0, 425.0)
"""What is shown where no place is known."""


def extent_of(points: tuple[tuple[float, float], ...]) -> Extent:
    """Return the least rectangle around some points, Germany where there are none."""
    if not points:
        return GERMANY
    across, down = [x for x, _y in points], [y for _x, y in points]
    return Extent(min(across), min(down), max(across), max(down))


@dataclass(frozen=True, slots=True)
class MapView:
    """What a window shows: its middle on the plane (km), pixels for a kilometre, its size in pixels."""

    x: float
    y: float
    scale: float
    width: float
    height: float
    whole: Extent = GERMANY

    def on_screen(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the plane stands in the window."""
        return (x - self.x) * self.scale + self.width / 2, (y - self.y) * self.scale + self.height / 2

    def on_plane(self, left: float, top: float) -> tuple[float, float]:
        """Return the point of the plane under a place of the window."""
        return (left - self.width / 2) / self.scale + self.x, (top - self.height / 2) / self.scale + self.y

    @property
    def seen(self) -> Extent:
        """The part of the plane that is in sight."""
        return Extent(*self.on_plane(0, 0), *self.on_plane(self.width, self.height))

    @property
    def least_scale(self) -> float:
        """The scale at which everything is in sight."""
        return _scale_for(self.whole, self.width, self.height)

    def zoomed(self, factor: float, left: float | None = None, top: float | None = None) -> MapView:
        """Return the view nearer or farther; the place of the window that is named keeps what it shows."""
        left = self.width / 2 if left is None else left
        top = self.height / 2 if top is None else top
        scale = min(max(self.scale * factor, self.least_scale), max(_MOST_PIXELS_PER_KM, self.least_scale))
        x, y = self.on_plane(left, top)
        x, y = x - (left - self.width / 2) / scale, y - (top - self.height / 2) / scale
        return _held_inside(replace(self, x=x, y=y, scale=scale))

    def moved(self, right: float, down: float) -> MapView:
        """Return the view after what it shows was drawn by pixels to the right and down."""
        return _held_inside(replace(self, x=self.x - right / self.scale, y=self.y - down / self.scale))

    def sized(self, width: float, height: float) -> MapView:
        """Return the view in a window of another size: everything stays in sight where it was, else the scale stays."""
        is_whole = self.scale <= self.least_scale * 1.001
        other = replace(self, width=max(width, 1.0), height=max(height, 1.0))
        if is_whole:
            return other.showing(self.whole)
        return _held_inside(replace(other, scale=max(other.scale, other.least_scale)))

    def showing(self, extent: Extent) -> MapView:
        """Return the view of a part of the plane, as large as it fits."""
        scale = _scale_for(extent, self.width, self.height)
        scale = min(max(scale, self.least_scale), max(_MOST_PIXELS_PER_KM, self.least_scale))
        x, y = extent.left + extent.width / 2, extent.top + extent.height / 2
        return _held_inside(replace(self, x=x, y=y, scale=scale))


def whole_view(width: float, height: float, whole: Extent = GERMANY) -> MapView:
    """Return the view of everything in a window."""
    width, height = max(width, 1.0), max(height, 1.0)
    return MapView(0, 0, 1, width, height, whole).showing(whole)


def _scale_for(extent: Extent, width: float, height: float) -> float:
    return _MARGIN * min(width / max(extent.width, 1.0), height / max(extent.height, 1.0))


def _held_inside(view: MapView) -> MapView:
    """Return a view with its middle within the whole, so that nobody gets lost at sea."""
    whole = view.whole
    if view.scale <= view.least_scale * 1.001:
        return replace(view, x=whole.left + whole.width / 2, y=whole.top + whole.height / 2)
    x = min(max(view.x, whole.left), whole.right)
    return replace(view, x=x, y=min(max(view.y, whole.top), whole.bottom))

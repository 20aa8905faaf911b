"""The radar on paper: the own view against the adviser's, labels all around that never stand on each other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from iq_desktop.pdf.looks import ACCENT, ACCENT_TINT, INK, LINE, MUTED, SOFT, WHITE
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.paragraph import Paragraph
from iq_desktop.pdf.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.pdf.paper import Paper

OWN_LINE: Final = Line(ACCENT, 1.6)
OTHER_LINE: Final = Line(INK, 1.2, (3, 2.2))
_RIM_GAP: Final = 9.0
_LABEL_GAP: Final = 4.0
_PADDING: Final = 10.0
_WIDE: Final = 0.62
"""The share of the width that the labels above and below may take."""
_SIDE: Final = 0.2
"""A spoke whose cosine is smaller than this points up or down: its label stands in the middle."""
_Place: TypeAlias = "tuple[float, float, float, float]"
"""Left, top, width and height of a label, seen from the middle of a radar."""


def side_room(width: float, radius: float) -> float:
    """Return how wide the labels right and left of a radar may be where they have the least room."""
    return width / 2 - _PADDING - radius - _RIM_GAP


@dataclass(frozen=True, slots=True)
class Sample:
    """A line of the legend: how one view is drawn in the radar, and its name."""

    line: Line
    is_filled: bool
    label: Piece

    def measure(self, width: float) -> float:
        """Return the height."""
        return self.label.measure(width - 28)

    def split(self, width: float, height: float) -> None:
        """Return None: a sample is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the sample and its name."""
        middle = y + 5.5
        if self.is_filled:
            paper.draw_box(x, y + 2, 20, 7, fill=ACCENT_TINT)
        paper.draw_line((x, middle), (x + 20, middle), self.line)
        _draw_marker(paper, x + 10, middle, is_own=self.is_filled)
        self.label.draw(paper, x + 28, y, width - 28)


@dataclass(frozen=True, slots=True)
class Spoke:
    """One direction of the radar with its label."""

    label: Piece
    label_width: float
    """Natural width of the label: it takes no more."""
    widest_word: float
    """Width of the longest word of a label that stands beside the radar, 0 above and below it."""
    own: float | None
    other: float | None


@dataclass(frozen=True, slots=True)
class RadarChart:
    """The own view (solid and filled) against the other (dashed) on a soft ground, labels all around."""

    spokes: tuple[Spoke, ...]
    highest: int
    numbers: tuple[Paragraph, ...]
    """The values along the first spoke, from 1 to the highest."""
    legend: tuple[Sample, ...]
    radius: float

    def measure(self, width: float) -> float:
        """Return the height for a width."""
        tops = [top for _, top, _, _ in self._labels(width)]
        ends = [top + height for _, top, _, height in self._labels(width)]
        return max(ends) - min(tops) + 3.2 * _PADDING + self._legend_height(width)

    def split(self, width: float, height: float) -> None:
        """Return None: a radar is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the ground, the web, both views, the labels and the legend."""
        height = self.measure(width)
        paper.draw_box(x, y, width, height, fill=SOFT, radius=5)
        labels = self._labels(width)
        middle = (x + width / 2, y + _PADDING - min(top for _, top, _, _ in labels))
        self._draw_web(paper, middle)
        self._draw_views(paper, middle)
        for spoke, (left, top, label_width, _) in zip(self.spokes, labels, strict=True):
            spoke.label.draw(paper, middle[0] + left, middle[1] + top, label_width)
        share = (width - 2 * _PADDING) / max(len(self.legend), 1)
        for place, sample in enumerate(self.legend):
            foot = y + height - _PADDING - self._legend_height(width)
            sample.draw(paper, x + _PADDING + place * share, foot, share - 10)

    def _legend_height(self, width: float) -> float:
        share = (width - 2 * _PADDING) / max(len(self.legend), 1)
        return max((sample.measure(share - 10) for sample in self.legend), default=0)

    def _direction(self, place: int) -> tuple[float, float]:
        angle = math.pi / 2 - 2 * math.pi * place / len(self.spokes)
        return round(math.cos(angle), 6), round(math.sin(angle), 6)

    def _point(self, middle: tuple[float, float], place: int, value: float) -> tuple[float, float]:
        cosine, sine = self._direction(place)
        distance = self.radius * min(max(value, 0), self.highest) / self.highest
        return middle[0] + cosine * distance, middle[1] - sine * distance

    def _labels(self, width: float) -> list[_Place]:
        """Return left, top, width and height of each label, seen from the middle; none stands on another."""
        reach = self.radius + _RIM_GAP
        places = []
        for place, spoke in enumerate(self.spokes):
            cosine, sine = self._direction(place)
            side = abs(cosine) >= _SIDE
            room = width / 2 - _PADDING - abs(cosine) * reach if side else width * _WIDE
            label_width = min(spoke.label_width, room)
            height = spoke.label.measure(label_width)
            left = cosine * reach - (label_width if cosine < 0 else 0) if side else -label_width / 2
            places.append((left, -sine * reach - height * (1 + sine) / 2, label_width, height))
        sides = [place for place in range(len(places)) if abs(self._direction(place)[0]) >= _SIDE]
        for right in (True, False):
            self._spread(places, [place for place in sides if (self._direction(place)[0] > 0) is right])
        for pole in set(range(len(places))) - set(sides):
            self._part(places, pole, [places[place] for place in sides])
        return places

    def _part(self, places: list[_Place], pole: int, others: Sequence[_Place]) -> None:
        """Move the label above or below the middle away from it until it stands clear of the labels of the sides."""
        left, top, width, height = places[pole]
        near = [one for one in others if one[0] < left + width + _LABEL_GAP and left < one[0] + one[2] + _LABEL_GAP]
        if self._direction(pole)[1] > 0:
            top = min([top, *(one[1] - _LABEL_GAP - height for one in near)])
        else:
            top = max([top, *(one[1] + one[3] + _LABEL_GAP for one in near)])
        places[pole] = (left, top, width, height)

    def _spread(self, places: list[_Place], side: Sequence[int]) -> None:
        """Move the labels of one side away from the level of the middle until none touches its neighbour."""
        by_height = sorted(side, key=lambda place: places[place][1])
        upper = [place for place in by_height if self._direction(place)[1] > 0]
        lower = [place for place in by_height if self._direction(place)[1] <= 0]
        edge = -math.inf
        for place in lower:
            left, top, width, height = places[place]
            top = max(top, edge + _LABEL_GAP)
            places[place] = (left, top, width, height)
            edge = top + height
        edge = places[lower[0]][1] if lower else math.inf
        for place in reversed(upper):
            left, top, width, height = places[place]
            top = min(top, edge - _LABEL_GAP - height)
            places[place] = (left, top, width, height)
            edge = top

    def _draw_web(self, paper: Paper, middle: tuple[float, float]) -> None:
        places = range(len(self.spokes))
        rim = [self._point(middle, place, self.highest) for place in places]
        paper.draw_path(rim, fill=WHITE)
        if all(spoke.own is not None for spoke in self.spokes):
            paper.draw_path(
                [self._point(middle, p, spoke.own or 0) for p, spoke in enumerate(self.spokes)], fill=ACCENT_TINT
            )
        for value in range(1, self.highest + 1):
            line = Line(MUTED if value == self.highest else LINE, 0.5)
            paper.draw_path([self._point(middle, place, value) for place in places], line=line)
        for place in places:
            paper.draw_line(middle, rim[place], Line(LINE))
        for value, number in enumerate(self.numbers, 1):
            x, y = self._point(middle, 0, value)
            number.draw(paper, x - 13, y - 4, 9)

    def _draw_views(self, paper: Paper, middle: tuple[float, float]) -> None:
        for is_own, line in ((True, OWN_LINE), (False, OTHER_LINE)):
            values = [spoke.own if is_own else spoke.other for spoke in self.spokes]
            points = [None if v is None else self._point(middle, p, v) for p, v in enumerate(values)]
            for place, point in enumerate(points):
                following = points[(place + 1) % len(points)]
                if point and following:
                    paper.draw_line(point, following, line)
            for point in filter(None, points):
                _draw_marker(paper, *point, is_own=is_own)


def _draw_marker(paper: Paper, x: float, y: float, *, is_own: bool) -> None:
    if is_own:
        paper.draw_circle(x, y, 2.1, fill=ACCENT)
    else:
        paper.draw_box(x - 1.9, y - 1.9, 3.8, 3.8, fill=WHITE, line=Line(INK, 0.9))

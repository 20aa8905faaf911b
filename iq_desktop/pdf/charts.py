"""Pictures that also print in black and white: radar, bars of steps, dots of evidence, stairs of language levels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.looks import ACCENT, ACCENT_TINT, INK, LINE, MUTED, SOFT, WHITE
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.paragraph import Paragraph
from iq_desktop.pdf.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.pdf.paper import Paper

OWN_LINE: Final = Line(ACCENT, 1.6)
OTHER_LINE: Final = Line(INK, 1.2, (3, 2.2))
_EMPTY: Final = "#c9d2df"
_STEP_GAP: Final = 2.0
_RIM_GAP: Final = 9.0
_LABEL_GAP: Final = 4.0
_PADDING: Final = 10.0
_WIDE: Final = 2.2
_FEW_SPOKES: Final = 6
"""Up to so many spokes the labels above and below may be wide: none stands near them."""
_SIDE: Final = 0.2
"""A spoke whose cosine is smaller than this points up or down: its label stands in the middle."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A bar of steps, filled up to a value, with the value behind it; None draws no bar."""

    value: int | None
    highest: int
    number: Paragraph
    fill: str = ACCENT
    height: float = 12

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: a bar is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the bar and its number."""
        number_width = 14.0
        top = y + (self.height - 6) / 2
        self.number.draw(paper, x, y + (self.height - self.number.measure(number_width)) / 2, number_width)
        if self.value is None:
            return
        step = (width - number_width + _STEP_GAP) / self.highest
        for place in range(self.highest):
            filled = place < self.value
            left = x + number_width + place * step
            box = (left, top, step - _STEP_GAP, 6)
            paper.draw_box(*box, fill=self.fill if filled else WHITE, line=Line(self.fill if filled else _EMPTY))


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots of evidence: as many filled ones as the grade says."""

    grade: int
    highest: int
    height: float = 12

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: dots are not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the dots."""
        step = min(9.5, (width - 6) / (self.highest - 1))
        for place in range(self.highest):
            filled = place < self.grade
            middle = (x + 3 + place * step, y + self.height / 2)
            paper.draw_circle(*middle, 2.6, fill=INK if filled else WHITE, line=Line(INK if filled else _EMPTY, 0.7))


@dataclass(frozen=True, slots=True)
class Stairs:
    """A language level as stairs: as many filled ones as the rank says, the level's name behind them."""

    rank: int | None
    highest: int
    level: Paragraph
    height: float = 20

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: stairs are not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the stairs and the name of the level."""
        bar, gap, foot = 5.0, 1.6, y + self.height - 2
        stairs_width = 0.0
        if self.rank is not None:
            for place in range(self.highest):
                filled = place < self.rank
                high = 5 + place * 2.1
                paper.draw_box(
                    x + place * (bar + gap),
                    foot - high,
                    bar,
                    high,
                    fill=ACCENT if filled else WHITE,
                    line=Line(ACCENT if filled else _EMPTY),
                )
            stairs_width = self.highest * (bar + gap) + 3
        height = self.level.measure(width)
        self.level.draw(paper, x + stairs_width, foot - height + 2, max(width - stairs_width, 12))


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
        return max(ends) - min(tops) + 3 * _PADDING + self._legend_height(width)

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

    def _labels(self, width: float) -> list[tuple[float, float, float, float]]:
        """Return left, top, width and height of each label, seen from the middle; none stands on another."""
        reach = self.radius + _RIM_GAP
        places = []
        for place, spoke in enumerate(self.spokes):
            cosine, sine = self._direction(place)
            side = abs(cosine) >= _SIDE
            room = (
                width / 2 - _PADDING - abs(cosine) * reach
                if side
                else self.radius * (_WIDE if len(self.spokes) <= _FEW_SPOKES else 1.5)
            )
            label_width = min(spoke.label_width, room)
            height = spoke.label.measure(label_width)
            left = cosine * reach - (label_width if cosine < 0 else 0) if side else -label_width / 2
            places.append((left, -sine * reach - height * (1 + sine) / 2, label_width, height))
        for right in (True, False):
            self._spread(places, [p for p in range(len(places)) if (self._direction(p)[0] > 0) is right])
        return places

    def _spread(self, places: list[tuple[float, float, float, float]], side: Sequence[int]) -> None:
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

"""A row of boxes to fill in by hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberBoxes:
    """Boxes into which somebody writes numbers of lines, the first place first."""

    places: int

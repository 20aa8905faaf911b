"""A QR code as a piece of a page, drawn in one stroke so that no hairline parts its fields."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.looks import INK, WHITE

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper

_QUIET: Final = 2
"""Fields of white around the code; the paper around it is white as well."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """The code of some words, as wide as it is high."""

    words: str
    side: float
    """In points."""

    def measure(self, width: float) -> float:  # noqa: ARG002  (a code is as high at any width)
        """Return the height."""
        return self.side

    def split(self, width: float, height: float) -> None:
        """Return None: a code is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the code at the right end of the width."""
        left = x + width - self.side
        fields = dark_fields(self.words)
        unit = self.side / (len(fields) + 2 * _QUIET)
        paper.draw_box(left, y, self.side, self.side, fill=WHITE)
        first = unit * _QUIET
        runs = ((row, start, end) for row, line in enumerate(fields) for start, end in _runs(line))
        boxes = [(left + first + unit * a, y + first + unit * row, unit * (b - a), unit) for row, a, b in runs]
        paper.draw_boxes(boxes, fill=INK)


@cache
def dark_fields(words: str) -> tuple[tuple[bool, ...], ...]:
    """Return the fields of the code of some words, row by row, True where one is dark."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel  # noqa: PLC0415  (only final papers)

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(words)
    code.make()
    side = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in side) for row in side)


def _runs(line: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return where dark fields beside each other begin and end."""
    starts = [at for at, dark in enumerate(line) if dark and not (at and line[at - 1])]
    return [(start, next((at for at in range(start, len(line)) if not line[at]), len(line))) for start in starts]

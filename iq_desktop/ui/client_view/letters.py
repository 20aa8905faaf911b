"""How words are written in the client's window: sizes, the font of a script, and what room they need."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

from iq_desktop.ui.kit.fonts import ARABIC, FAMILIES
from iq_desktop.wording.languages import Direction

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from iq_desktop.ui.client_view.shown import Line, Twice

QUESTION: Final = 28
"""Pixels of the client's words at the usual size; nothing that is asked is smaller."""
ANSWER: Final = 24
SMALL: Final = 20
_OURS: Final = 0.72
"""How large the adviser's words are beside the client's."""
_LEAST: Final = 13
_FLAGS: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
_ENDLESS: Final = 100_000
_SLACK: Final = 6
"""Pixels that a line may be wider painted than measured."""


def font_for(line: Line, size: float, *, is_ours: bool, is_bold: bool = False) -> QFont:
    """Return the font of a line; `size` is that of the client's words in pixels."""
    pixels = max(round(size * (_OURS if is_ours else 1)), _LEAST)
    return _font(line.direction is Direction.RIGHT_TO_LEFT, pixels, is_bold and not is_ours)


@lru_cache(maxsize=64)
def _font(is_rtl: bool, pixels: int, is_bold: bool) -> QFont:  # noqa: FBT001  (private)
    font = QFont(QGuiApplication.font())
    if is_rtl:  # the first family decides how high the lines are
        font.setFamilies([ARABIC, *(family for family in FAMILIES if family != ARABIC)])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    return font


def layout_direction(line: Line) -> Qt.LayoutDirection:
    """Return the direction of a line in Qt's words."""
    is_rtl = line.direction is Direction.RIGHT_TO_LEFT
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight


@lru_cache(maxsize=2048)
def height_for(words: Twice, width: int, size: float, *, is_bold: bool = False) -> int:
    """Return how high the lines are in a width, one below the other."""
    return sum(_height(line, width, size, number > 0, is_bold) for number, line in enumerate(words.lines))


@lru_cache(maxsize=1024)
def least_width(words: Twice, size: float, *, is_bold: bool = False) -> int:
    """Return how wide the longest word is: narrower, it would be cut."""
    return _SLACK + max(
        QFontMetrics(font_for(line, size, is_ours=number > 0, is_bold=is_bold)).horizontalAdvance(word)
        for number, line in enumerate(words.lines)
        for word in line.words.split() or [""]
    )


@lru_cache(maxsize=1024)
def one_line_width(words: Twice, size: float, *, is_bold: bool = False) -> int:
    """Return how wide the lines are where none is broken."""
    return _SLACK + max(
        QFontMetrics(font_for(line, size, is_ours=number > 0, is_bold=is_bold)).horizontalAdvance(line.words)
        for number, line in enumerate(words.lines)
    )


def paint_words(
    painter: QPainter, words: Twice, room: QRect, size: float, pens: tuple[str, str], *, is_bold: bool = False
) -> None:
    """Paint the lines in the middle of a room; `pens` are the colours of the client's and of the adviser's line."""
    top = room.top() + max((room.height() - height_for(words, room.width(), size, is_bold=is_bold)) // 2, 0)
    for number, line in enumerate(words.lines):
        painter.setFont(font_for(line, size, is_ours=number > 0, is_bold=is_bold))
        painter.setLayoutDirection(layout_direction(line))
        painter.setPen(pens[min(number, 1)])
        height = _height(line, room.width(), size, number > 0, is_bold)
        painter.drawText(QRect(room.left(), top, room.width(), height), _FLAGS, line.words)
        top += height


def _height(line: Line, width: int, size: float, is_ours: bool, is_bold: bool) -> int:  # noqa: FBT001  (private)
    metrics = QFontMetrics(font_for(line, size, is_ours=is_ours, is_bold=is_bold))
    return metrics.boundingRect(QRect(0, 0, max(width, 1), _ENDLESS), _FLAGS, line.words).height()

"""The size of the text: one factor for words, fields, icons, and for everything that is measured by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from iq_desktop.ui.kit.fonts import BODY, HEADING, SMALL, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LIMITS: Final = "limits_by_text"
_SETTERS: Final[Mapping[str, Callable[[QWidget, int], None]]] = {
    "width": QWidget.setFixedWidth,
    "height": QWidget.setFixedHeight,
    "least_width": QWidget.setMinimumWidth,
    "least_height": QWidget.setMinimumHeight,
    "most_width": QWidget.setMaximumWidth,
    "most_height": QWidget.setMaximumHeight,
}
_WORDS: Final[Mapping[str, int]] = {
    "title": TITLE,
    "side_title": TITLE,
    "heading": HEADING,
    "question": HEADING,
    "client": HEADING,
    "brand": HEADING,
    "label": SMALL,
    "hint": SMALL,
    "good": SMALL,
    "warn": SMALL,
    "danger": SMALL,
}
"""How large the words of a label's role are; all others have the usual size."""
_HAS_FONT: Final = Qt.WidgetAttribute.WA_SetFont
_FONT_BEFORE: Final = "_q_styleSheetWidgetFont"
"""Where Qt keeps the font that a widget had before its style sheet, and to which it would go back."""
_SMALL_PLACES: Final = ("chip", "rail")
"""Roles of frames in which labels without a role of their own are small."""


def text_factor() -> float:
    """Return how many times larger than usual the words are, 1 to 2."""
    pixels = QGuiApplication.font().pixelSize()
    return pixels / BODY if pixels > 0 else 1.0


def scaled(pixels: float) -> int:
    """Return a length for the present size of the text; `pixels` is the length at the usual size."""
    return round(pixels * text_factor())


def measure_by_text(widget: QWidget, **limits: int) -> None:
    """Give a widget limits that follow the size of the text.

    Names are `width`, `height`, `least_width`, `least_height`, `most_width`, `most_height`, values pixels at the usual
    size; raises KeyError for another name.
    """
    widget.setProperty(_LIMITS, limits)
    _limit(widget)


def fit(widget: QWidget) -> None:
    """Give a widget the limits and the words that belong to the size of the text and to its role."""
    _limit(widget)
    if isinstance(widget, QLabel):
        size_words(widget)
    refit = getattr(widget, "fit_text", None)
    if refit is not None:
        refit()


def size_words(label: QLabel) -> None:
    """Give the words of a label the size of its role."""
    size = _WORDS.get(label.property("role") or "", 0) or _size_by_place(label)
    font = QFont()
    if size:
        font.setPixelSize(scaled(size))
    if size or label.testAttribute(_HAS_FONT):
        set_font(label, font)


def set_font(widget: QWidget, font: QFont) -> None:
    """Give a widget a font to keep, whatever its style sheet does next."""
    widget.setProperty(_FONT_BEFORE, None)
    widget.setFont(font)


def wanted_words(label: QLabel) -> int:
    """Return how large the words of a label should be now, in pixels."""
    return scaled(_WORDS.get(label.property("role") or "", 0) or _size_by_place(label) or BODY)


def small_font(font: QFont) -> QFont:
    """Return a font with small words for the present size of the text, for widgets that paint themselves."""
    other = QFont(font)
    other.setPixelSize(scaled(SMALL))
    return other


def _size_by_place(label: QLabel) -> int:
    around = label.parentWidget()
    is_small = not label.property("role") and around is not None and around.property("role") in _SMALL_PLACES
    return SMALL if is_small else 0


def _limit(widget: QWidget) -> None:
    limits: Mapping[str, int] = widget.property(_LIMITS) or {}
    for name, pixels in limits.items():
        _SETTERS[name](widget, scaled(pixels))

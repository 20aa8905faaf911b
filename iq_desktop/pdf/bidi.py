"""The Unicode Bidirectional Algorithm (UAX #9, rules P2 to L2): which way each character of a paragraph is written.

Levels are per character: even is left to right, odd right to left. Characters that rule X9 removes (embeddings,
overrides, other invisible format characters) carry the level of the character before them and are never drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.bidi_classes import ISOLATES, REMOVED, bidi_classes, first_strong
from iq_desktop.pdf.bidi_explicit import isolating_sequences, resolve_explicit
from iq_desktop.pdf.bidi_implicit import resolve_sequence

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRAILING: Final = frozenset({"WS", "PDI"}) | ISOLATES | REMOVED
_TURNS: Final = frozenset({"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""A paragraph that begins left to right and has none of these is left to right throughout."""

_FIRST_THAT_TURNS: Final = "\u0590"


def paragraph_level(text: str, fallback: int = 0) -> int:
    """Return 1 where the first strong character outside isolates is written right to left, else 0 (P2, P3).

    `fallback` is the level of a text without any strong character (digits, punctuation, nothing).
    """
    if text.isascii() and any(map(str.isalpha, text)):
        return 0
    level = first_strong(bidi_classes(text), 0, len(text))
    return fallback if level is None else level


def resolve_levels(text: str, base: int | None = None) -> list[int]:
    """Return the embedding level of each character of one paragraph, before lines are broken (rules X1 to I2).

    `base` is 0 or 1; None finds it from the text.
    """
    if base == 0 and (not text or max(text) < _FIRST_THAT_TURNS):
        return [0] * len(text)
    classes = bidi_classes(text)
    if base is None:
        base = first_strong(classes, 0, len(classes)) or 0
    if base == 0 and _TURNS.isdisjoint(classes):
        return [0] * len(text)
    paragraph = resolve_explicit(text, classes, base)
    levels = list(paragraph.levels)
    for sequence in isolating_sequences(paragraph):
        for index, level in zip(sequence, resolve_sequence(paragraph, sequence), strict=True):
            levels[index] = level
    _carry_over_removed(classes, levels, base)
    return levels


def line_levels(text: str, levels: Sequence[int], start: int, end: int, base: int) -> list[int]:
    """Return the levels of one line `text[start:end]`: separators and the space at its end take the base level (L1)."""
    line = list(levels[start:end])
    if base == 0 and not any(line):
        return line
    classes = bidi_classes(text[start:end])
    resets = True
    for index in range(len(line) - 1, -1, -1):
        name = classes[index]
        if name in ("B", "S"):
            resets = True
            line[index] = base
        elif name in _TRAILING:
            if resets:
                line[index] = base
        else:
            resets = False
    return line


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the positions from left to right of items with these levels (rule L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        index = 0
        while index < len(order):
            if levels[order[index]] < level:
                index += 1
                continue
            end = index
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[index:end] = order[index:end][::-1]
            index = end
    return order


def _carry_over_removed(classes: Sequence[str], levels: list[int], base: int) -> None:
    """Give each character that X9 removes the level of the one before it."""
    level = base
    for index, name in enumerate(classes):
        if name in REMOVED:
            levels[index] = level
        else:
            level = levels[index]

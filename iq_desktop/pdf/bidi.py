"""The Unicode Bidirectional Algorithm (UAX #9, rules P2 to L2): which way each character of a paragraph is written.

Levels are per character: even is left to right, odd right to left. Characters that rule X9 removes (embeddings,
overrides, other invisible format characters) carry the level of the character before them and are never drawn.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from iq_desktop.pdf.bidi_pairs import CLOSERS, OPENERS

MAX_DEPTH: Final = 125
MAX_OPEN_BRACKETS: Final = 63
REMOVED: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
"""Classes that rule X9 takes out of the text."""

_ISOLATES: Final = frozenset({"LRI", "RLI", "FSI"})
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_TRAILING: Final = frozenset({"WS", "LRI", "RLI", "FSI", "PDI"}) | REMOVED
_NUMBER: Final = frozenset({"EN", "AN"})
_TURNS: Final = frozenset({"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""A paragraph that begins left to right and has none of these is left to right throughout."""

_FIRST_THAT_TURNS: Final = "\u0590"
# Unassigned code points take the class of their block (DerivedBidiClass.txt); odd positions of the bounds are inside.
_UNASSIGNED_R: Final = (
    0x590,
    0x600,
    0x7C0,
    0x860,
    0xFB1D,
    0xFB50,
    0x10800,
    0x10D00,
    0x10D40,
    0x10EC0,
    0x10F00,
    0x10F30,
)
_UNASSIGNED_R_HIGH: Final = (0x10F70, 0x11000, 0x1E800, 0x1EC70, 0x1ECC0, 0x1ED00, 0x1ED50, 0x1EE00, 0x1EF00, 0x1F000)
_UNASSIGNED_AL: Final = (0x600, 0x7C0, 0x860, 0x900, 0xFB50, 0xFE00, 0xFE70, 0xFF00, 0x10D00, 0x10D40, 0x10EC0, 0x10F00)
_UNASSIGNED_AL_HIGH: Final = (0x10F30, 0x10F70, 0x1EC70, 0x1ECC0, 0x1ED00, 0x1ED50, 0x1EE00, 0x1EF00)


def bidi_classes(text: str) -> list[str]:
    """Return the bidirectional class of each character."""
    of = unicodedata.bidirectional
    return [of(character) or _class_of_unassigned(ord(character)) for character in text]


def _class_of_unassigned(code: int) -> str:
    for bounds, name in (
        (_UNASSIGNED_R, "R"),
        (_UNASSIGNED_R_HIGH, "R"),
        (_UNASSIGNED_AL, "AL"),
        (_UNASSIGNED_AL_HIGH, "AL"),
    ):
        if bisect_right(bounds, code) % 2:
            return name
    return "BN" if code & 0xFFFE == 0xFFFE or 0xE0000 <= code <= 0xE0FFF else "L"  # noqa: PLR2004  (Unicode's own bounds)


def paragraph_level(text: str, fallback: int = 0) -> int:
    """Return 1 where the first strong character outside isolates is written right to left, else 0 (P2, P3).

    `fallback` is the level of a text without any strong character (digits, punctuation, nothing).
    """
    if text.isascii() and any(map(str.isalpha, text)):
        return 0
    level = _first_strong(bidi_classes(text), 0, len(text))
    return fallback if level is None else level


def resolve_levels(text: str, base: int | None = None) -> list[int]:
    """Return the embedding level of each character of one paragraph, before lines are broken (rules X1 to I2).

    `base` is 0 or 1; None finds it from the text.
    """
    if base == 0 and (not text or max(text) < _FIRST_THAT_TURNS):
        return [0] * len(text)
    classes = bidi_classes(text)
    if base is None:
        base = _first_strong(classes, 0, len(classes)) or 0
    if base == 0 and _TURNS.isdisjoint(classes):
        return [0] * len(text)
    paragraph = _Paragraph(text, classes, *_resolve_explicit(classes, base), base)
    levels = list(paragraph.levels)
    for sequence in _isolating_sequences(paragraph):
        for index, level in zip(sequence, _resolve_sequence(paragraph, sequence), strict=True):
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


def _first_strong(classes: Sequence[str], start: int, end: int) -> int | None:
    depth = 0
    for index in range(start, end):
        name = classes[index]
        if name in _ISOLATES:
            depth += 1
        elif name == "PDI":
            depth = max(0, depth - 1)
        elif name == "B":
            break
        elif not depth and name in ("L", "R", "AL"):
            return 0 if name == "L" else 1
    return None


def _matching_end(classes: Sequence[str], start: int) -> int:
    """Return where the isolate that opens at `start` ends: its PDI, or the end of the text (BD9)."""
    depth = 1
    for index in range(start + 1, len(classes)):
        if classes[index] in _ISOLATES:
            depth += 1
        elif classes[index] == "PDI":
            depth -= 1
            if not depth:
                return index
    return len(classes)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph after its explicit formatting: original classes, explicit levels, classes after overrides."""

    text: str
    classes: Sequence[str]
    levels: Sequence[int]
    current: Sequence[str]
    base: int


class _Status:
    """The directional status stack and the three counters of rules X1 to X8."""

    __slots__ = ("overflow_embeddings", "overflow_isolates", "stack", "valid_isolates")

    def __init__(self, base: int) -> None:
        self.stack: list[tuple[int, str | None, bool]] = [(base, None, False)]
        self.overflow_isolates = 0
        self.overflow_embeddings = 0
        self.valid_isolates = 0

    def next_level(self, *, right_to_left: bool) -> int:
        level = self.stack[-1][0]
        return (level + 1) | 1 if right_to_left else (level + 2) & ~1

    def embed(self, level: int, override: str | None) -> None:
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.stack.append((level, override, False))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def isolate(self, level: int) -> None:
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += 1
            self.stack.append((level, None, True))
        else:
            self.overflow_isolates += 1

    def end_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def end_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()


def _resolve_explicit(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Return level and class of each character after the explicit formatting (X1 to X8)."""
    levels = [base] * len(classes)
    current = list(classes)
    status = _Status(base)
    for index, name in enumerate(classes):
        if name in ("RLE", "LRE", "RLO", "LRO"):
            levels[index] = status.stack[-1][0]
            override = {"RLO": "R", "LRO": "L"}.get(name)
            status.embed(status.next_level(right_to_left=name[0] == "R"), override)
            continue
        if name == "PDF":
            status.end_embedding()
        elif name == "PDI":
            status.end_isolate()
        level, override, _ = status.stack[-1]
        if name == "B":
            status, level, override = _Status(base), base, None
        levels[index] = level
        if override and name not in REMOVED:
            current[index] = override
        if name in _ISOLATES:
            turns = name == "RLI" or (
                name == "FSI" and bool(_first_strong(classes, index + 1, _matching_end(classes, index)))
            )
            status.isolate(status.next_level(right_to_left=turns))
    return levels, current


def _isolating_sequences(paragraph: _Paragraph) -> list[list[int]]:
    """Return the isolating run sequences (BD13) as lists of positions, without the characters that X9 removes."""
    classes, levels = paragraph.classes, paragraph.levels
    runs: list[list[int]] = []
    for index, name in enumerate(classes):
        if name in REMOVED:
            continue
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    sequences: list[list[int]] = []
    waiting: list[list[int]] = []
    for run in runs:
        if classes[run[0]] == "PDI" and waiting and levels[waiting[-1][-1]] == levels[run[0]]:
            sequence = waiting.pop()
            sequence.extend(run)
        else:
            sequence = run
            sequences.append(sequence)
        if classes[run[-1]] in _ISOLATES:
            waiting.append(sequence)
    return sequences


def _resolve_sequence(paragraph: _Paragraph, sequence: list[int]) -> list[int]:
    """Return the levels of one isolating run sequence, its weak and neutral characters resolved (X10, W1 to I2)."""
    classes, levels = paragraph.classes, paragraph.levels
    level = levels[sequence[0]]
    before = _neighbour_level(paragraph, sequence[0], -1)
    after = paragraph.base if classes[sequence[-1]] in _ISOLATES else _neighbour_level(paragraph, sequence[-1], 1)
    start_type, end_type = _direction(max(level, before)), _direction(max(level, after))
    types = [paragraph.current[index] for index in sequence]
    _resolve_weak(types, start_type)
    _resolve_brackets(paragraph, sequence, types, start_type)
    _resolve_neutral(types, level, start_type, end_type)
    if level % 2:
        return [level + (name != "R") for name in types]
    return [level + (1 if name == "R" else 2 if name in _NUMBER else 0) for name in types]


def _neighbour_level(paragraph: _Paragraph, index: int, step: int) -> int:
    """Return the explicit level of the next character in one direction, or the base level at the paragraph's edge."""
    index += step
    while 0 <= index < len(paragraph.classes):
        if paragraph.classes[index] not in REMOVED:
            return paragraph.levels[index]
        index += step
    return paragraph.base


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _resolve_weak(types: list[str], start_type: str) -> None:
    """Apply rules W1 to W7 in place."""
    _resolve_marks(types, start_type)
    _resolve_separators(types)
    _resolve_terminators(types)
    strong = start_type
    for index, name in enumerate(types):
        if name in ("L", "R"):
            strong = name
        elif name == "EN" and strong == "L":
            types[index] = "L"


def _resolve_marks(types: list[str], start_type: str) -> None:
    """Apply rules W1 and W2 in place: marks follow their letters, numbers after Arabic letters are Arabic."""
    previous = strong = start_type
    for index, name in enumerate(types):
        if name == "NSM":
            name = "ON" if previous in _ISOLATES or previous == "PDI" else previous  # noqa: PLW2901  (W1)
        types[index] = "AN" if name == "EN" and strong == "AL" else name
        if name in ("L", "R", "AL"):
            strong = name
        previous = name


def _resolve_separators(types: list[str]) -> None:
    """Apply rules W3 and W4 in place: one separator between two numbers of one kind belongs to them."""
    for index, name in enumerate(types):
        if name == "AL":
            types[index] = "R"
        elif name in ("ES", "CS") and 0 < index < len(types) - 1:
            left, right = types[index - 1], types[index + 1]
            if left == right and (left == "EN" or (left == "AN" and name == "CS")):
                types[index] = left


def _resolve_terminators(types: list[str]) -> None:
    """Apply rules W5 and W6 in place: signs beside numbers belong to them, all others are neutral."""
    index = 0
    while index < len(types):
        if types[index] == "ET":
            end = index
            while end < len(types) and types[end] == "ET":
                end += 1
            beside = (index and types[index - 1] == "EN") or (end < len(types) and types[end] == "EN")
            types[index:end] = ["EN" if beside else "ON"] * (end - index)
            index = end
            continue
        if types[index] in ("ES", "CS"):
            types[index] = "ON"
        index += 1


def _resolve_brackets(paragraph: _Paragraph, sequence: list[int], types: list[str], start_type: str) -> None:
    """Apply rule N0 in place: a pair of brackets takes the direction of what stands in it."""
    embedding = _direction(paragraph.levels[sequence[0]])
    for first, last in _bracket_pairs(paragraph.text, sequence, types):
        inside = {_strong(name) for name in types[first + 1 : last]}
        if embedding in inside:
            direction = embedding
        elif "R" in inside or "L" in inside:
            before = next((s for s in map(_strong, reversed(types[:first])) if s), start_type)
            direction = before
        else:
            continue
        for position in (first, last):
            types[position] = direction
            follower = position + 1
            while follower < len(sequence) and paragraph.classes[sequence[follower]] == "NSM":
                types[follower] = direction
                follower += 1


def _strong(name: str) -> str | None:
    return "R" if name in _NUMBER or name == "R" else "L" if name == "L" else None


def _bracket_pairs(text: str, sequence: list[int], types: list[str]) -> list[tuple[int, int]]:
    """Return the bracket pairs of a sequence as positions in it, in the order of the opening ones (BD16)."""
    pairs: list[tuple[int, int]] = []
    open_ones: list[tuple[str, int]] = []
    for position, index in enumerate(sequence):
        if types[position] != "ON":
            continue
        character = text[index]
        if character in OPENERS:
            if len(open_ones) == MAX_OPEN_BRACKETS:
                return []
            open_ones.append((OPENERS[character], position))
        elif character in CLOSERS:
            closer = CLOSERS[character]
            for depth in range(len(open_ones) - 1, -1, -1):
                if open_ones[depth][0] == closer:
                    pairs.append((open_ones[depth][1], position))
                    del open_ones[depth:]
                    break
    return sorted(pairs)


def _resolve_neutral(types: list[str], level: int, start_type: str, end_type: str) -> None:
    """Apply rules N1 and N2 in place."""
    index = 0
    while index < len(types):
        if types[index] not in _NEUTRAL:
            index += 1
            continue
        end = index
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        left = _strong(types[index - 1]) if index else start_type
        right = _strong(types[end]) if end < len(types) else end_type
        direction = left if left == right and left else _direction(level)
        types[index:end] = [direction] * (end - index)
        index = end


def _carry_over_removed(classes: Sequence[str], levels: list[int], base: int) -> None:
    """Give each character that X9 removes the level of the one before it."""
    level = base
    for index, name in enumerate(classes):
        if name in REMOVED:
            levels[index] = level
        else:
            level = levels[index]

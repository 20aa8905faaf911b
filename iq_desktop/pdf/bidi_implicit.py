"""The implicit part of the bidirectional algorithm: weak and neutral characters, brackets (UAX #9, rules W1 to I2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.bidi_classes import ISOLATES, NEUTRAL, NUMBER
from iq_desktop.pdf.bidi_explicit import neighbour_level
from iq_desktop.pdf.bidi_pairs import CLOSERS, OPENERS

if TYPE_CHECKING:
    from iq_desktop.pdf.bidi_explicit import ExplicitLevels

MAX_OPEN_BRACKETS: Final = 63


def resolve_sequence(paragraph: ExplicitLevels, sequence: list[int]) -> list[int]:
    """Return the levels of one isolating run sequence, its weak and neutral characters resolved (X10, W1 to I2)."""
    classes, levels = paragraph.classes, paragraph.levels
    level = levels[sequence[0]]
    before = neighbour_level(paragraph, sequence[0], -1)
    after = paragraph.base if classes[sequence[-1]] in ISOLATES else neighbour_level(paragraph, sequence[-1], 1)
    start_type, end_type = _direction(max(level, before)), _direction(max(level, after))
    types = [paragraph.current[index] for index in sequence]
    _resolve_weak(types, start_type)
    _resolve_brackets(paragraph, sequence, types, start_type)
    _resolve_neutral(types, level, start_type, end_type)
    if level % 2:
        return [level + (name != "R") for name in types]
    return [level + (1 if name == "R" else 2 if name in NUMBER else 0) for name in types]


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
            name = "ON" if previous in ISOLATES or previous == "PDI" else previous  # noqa: PLW2901  (W1)
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


def _resolve_brackets(paragraph: ExplicitLevels, sequence: list[int], types: list[str], start_type: str) -> None:
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
    return "R" if name in NUMBER or name == "R" else "L" if name == "L" else None


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
        if types[index] not in NEUTRAL:
            index += 1
            continue
        end = index
        while end < len(types) and types[end] in NEUTRAL:
            end += 1
        left = _strong(types[index - 1]) if index else start_type
        right = _strong(types[end]) if end < len(types) else end_type
        direction = left if left == right and left else _direction(level)
        types[index:end] = [direction] * (end - index)
        index = end

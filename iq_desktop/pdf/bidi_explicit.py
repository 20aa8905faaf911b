"""The explicit part of the bidirectional algorithm: embeddings, overrides and isolates (UAX #9, rules X1 to X10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from iq_desktop.pdf.bidi_classes import ISOLATES, REMOVED, first_strong

MAX_DEPTH: Final = 125


@dataclass(frozen=True, slots=True)
class ExplicitLevels:
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


def resolve_explicit(text: str, classes: Sequence[str], base: int) -> ExplicitLevels:
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
        if name in ISOLATES:
            turns = name == "RLI" or (
                name == "FSI" and bool(first_strong(classes, index + 1, _matching_end(classes, index)))
            )
            status.isolate(status.next_level(right_to_left=turns))
    return ExplicitLevels(text, classes, levels, current, base)


def _matching_end(classes: Sequence[str], start: int) -> int:
    """Return where the isolate that opens at `start` ends: its PDI, or the end of the text (BD9)."""
    depth = 1
    for index in range(start + 1, len(classes)):
        if classes[index] in ISOLATES:
            depth += 1
        elif classes[index] == "PDI":
            depth -= 1
            if not depth:
                return index
    return len(classes)


def isolating_sequences(paragraph: ExplicitLevels) -> list[list[int]]:
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
        if classes[run[-1]] in ISOLATES:
            waiting.append(sequence)
    return sequences


def neighbour_level(paragraph: ExplicitLevels, index: int, step: int) -> int:
    """Return the explicit level of the next character in one direction, or the base level at the paragraph's edge."""
    index += step
    while 0 <= index < len(paragraph.classes):
        if paragraph.classes[index] not in REMOVED:
            return paragraph.levels[index]
        index += step
    return paragraph.base

"""Counts what was left out of a catalogue, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.imports import Skipped

if TYPE_CHECKING:
    from iq_desktop.wording.text import Text


class SkipLog:
    """Rows that were left out, by reason, in the order in which the reasons came up."""

    def __init__(self) -> None:
        self._found: dict[Text, tuple[int, int]] = {}

    def add(self, reason: Text, line: int, count: int = 1) -> None:
        """Count rows that were left out for a reason; `line` is where the first one stands."""
        before, first_line = self._found.get(reason, (0, line))
        self._found[reason] = (before + count, first_line)

    def result(self) -> tuple[Skipped, ...]:
        """Return what was left out."""
        return tuple(Skipped(reason, count, line) for reason, (count, line) in self._found.items())

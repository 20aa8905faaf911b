"""What the commands of the terminal print: how far work is, and what a catalogue brought."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.wording.problems import IqError
    from iq_desktop.wording.tongue import Tongue


class TerminalProgress:
    """Progress as one line that writes over itself; silent where nobody watches."""

    def __init__(self, tongue: Tongue) -> None:
        """Keep the language of the messages."""
        self._tongue = tongue
        self._is_watched = sys.stderr.isatty()

    def step(self, done: int, total: int | None, text: Text) -> None:
        """Show how far the work is."""
        if self._is_watched:
            share = f"{100 * done // total} %" if total else str(done)
            print(f"\r{self._tongue.speak(text)} {share}\033[K", end="", file=sys.stderr, flush=True)

    def wipe(self) -> None:
        """Clear the line for what comes next."""
        if self._is_watched:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def report_of(state: CatalogueState, tongue: Tongue) -> str:
    """Return what a catalogue brought, and what of it was skipped and why."""
    counts = ", ".join(f"{tongue.number(count)} {tongue.speak(what)}" for what, count in state.counts)
    lines = [f"{tongue.speak(state.kind.label)} {state.version}".rstrip() + f": {counts}"]
    lines.extend(
        tongue.speak(
            say(
                "  skipped {count}: {reason} (first in line {line})",
                count=one.count,
                reason=one.reason,
                line=one.first_line,
            )
        )
        for one in state.skipped
    )
    return "\n".join(lines)


def tell_problem(error: IqError, tongue: Tongue) -> None:
    """Print what went wrong and what to do."""
    sentences = (tongue.speak(text) for text in (error.text, error.advice))
    print(" ".join(sentence for sentence in sentences if sentence), file=sys.stderr)

"""What a strip on the screen shows of a clock; pure, no screen is known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.clock_words import by_when, days_left, how_far, on_what, whose_turn
from iq_desktop.domain.procedure_law import ClockKind
from iq_desktop.ui.kit.strip_words import StripWords
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from iq_desktop.usecases.procedures import ShownClock


def strip_words(shown: ShownClock) -> StripWords:
    """Return the words of a strip."""
    strip, clock = shown.strip, shown.strip.clock
    ended = clock.ended_on
    until = say("done on {day}", day=ended) if ended is not None else by_when(clock)
    is_counted = clock.kind is not ClockKind.STAY and (clock.rule is not None or bool(clock.pauses))
    return StripWords(
        title=clock.kind.label,
        how_far=how_far(strip),
        until=until,
        left=joined((days_left(strip) if is_counted else NOTHING, whose_turn(clock))),
        basis=on_what(clock),
        advice=shown.advice,
        kind=_kind(shown),
        share=None if strip.days is None else strip.share,
        spans=strip.spans,
    )


def _kind(shown: ShownClock) -> str:
    strip = shown.strip
    if not strip.clock.is_running:
        return "good"
    if strip.is_overdue:
        return "danger"
    return "paused" if strip.is_paused else "runs"

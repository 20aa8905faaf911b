"""What the strip of a clock shows; pure, no screen is known here."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.wording.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class StripWords:
    """What a strip shows: `kind` is `runs`, `paused`, `danger` or `good`; `spans` are shares with whether they pause.

    `share` is how much of the way is gone, None where nobody knows the end.
    """

    title: Text
    how_far: Text
    until: Text
    left: Text = NOTHING
    basis: Text = NOTHING
    advice: Text = NOTHING
    kind: str = "runs"
    share: float | None = None
    spans: tuple[tuple[float, bool], ...] = ()

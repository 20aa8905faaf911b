"""The block of a staircase: the level of today, and a step for each course up to the goal."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.domain.german_stairs import Stairs
from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class Staircase:
    """The picture of a course ladder; `whole` is what a person hears who cannot see it.

    It rises to the right, and to the left where the client reads from the right.
    """

    stairs: Stairs
    today: Text
    weeks: tuple[Text, ...]
    whole: Text

"""What a value still lacks or contradicts, told at the field where it can be mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from iq_desktop.wording.text import Text


class Weight(Enum):
    """How much a problem matters: a wrong value is shown as a warning, a missing one only as still open."""

    OPEN = "open"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend; `field` is the name of the field of the value that has the problem."""

    field: str
    text: Text
    weight: Weight = Weight.OPEN

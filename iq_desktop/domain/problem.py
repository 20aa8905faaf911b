"""What a value still lacks or contradicts, told at the field where it can be mended, and for what it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import Text, say


class Weight(Enum):
    """How much a problem matters: a wrong value is shown as a warning, a missing one only as still open."""

    OPEN = "open"
    WRONG = "wrong"


class Need(Choice):
    """For what something that is missing is needed."""

    NIQ = "niq", say("for NIQ")
    DOCUMENT = "document", say("for documents")
    CLOSING = "closing", say("for closing")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend; `field` is the name of the field of the value that has the problem."""

    field: str
    text: Text
    weight: Weight = Weight.OPEN
    needs: tuple[Need, ...] = ()

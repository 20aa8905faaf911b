"""Catalogues that were taken in: which, how large, how old, and what was skipped and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import NOTHING, Text, say


class CatalogueKind(Choice):
    """The catalogues of the outside world that the program reads."""

    ESCO = "esco", say("ESCO occupations and skills")
    KLDB = "kldb", say("KldB 2010")
    PLACES = "places", say("Places and postal codes")
    COURSES = "courses", say("Course catalogue")
    NIQ = "niq", say("Reference occupations of NIQ")
    STARTER = "starter", say("Starter pack")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows that were left out for one reason; `first_line` is where the first one stands (counted from 1)."""

    reason: Text
    count: int
    first_line: int


@dataclass(frozen=True, slots=True)
class CatalogueState:
    """One catalogue as it lies in the vault; `notice` is the acknowledgement that its licence asks for.

    `counts` are pairs of what and how many.
    """

    kind: CatalogueKind
    id: str
    version: str
    taken_in_on: dt.date
    counts: tuple[tuple[Text, int], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notice: Text = NOTHING
    published_on: dt.date | None = None

"""The German reference occupations of the documentation NIQ: their numbers, names, and other names for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from iq_desktop.wording.text import Text, say

NOT_SAID: Final = "-1"
NONE_FITS: Final = "-2"
OTHER: Final = "-3"
OF_A_LAND: Final = "-4"
SPECIAL_NUMBERS: Final[Mapping[str, Text]] = {
    NOT_SAID: say("No answer"),
    NONE_FITS: say("No German reference occupation fits"),
    OTHER: say("Other reference occupation, not in the list"),
    OF_A_LAND: say("Occupation of a Land that is not regulated"),
}
"""Numbers that stand for no occupation (code list of NIQ, October 2024)."""


@dataclass(frozen=True, slots=True)
class ReferenceOccupation:
    """One reference occupation; `other_names` are pairs of language code and name, searched and not shown.

    `tasks` are words for what one does in it, by which it is found as well. `occupation_uri` is the same occupation in
    the catalogue from which its skills come, empty where it has none.
    """

    niq_id: str
    name: str
    other_names: tuple[tuple[str, str], ...] = ()
    tasks: str = ""
    occupation_uri: str = ""


@dataclass(frozen=True, slots=True)
class FoundOccupation:
    """A reference occupation that a search found; `through` is the other name or task that led to it, if one did."""

    occupation: ReferenceOccupation
    through: str = ""

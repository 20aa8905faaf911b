"""Saved searches of the Agency: each is a catalogue of its own, and an offer that several of them brought counts once.

The identity of such a catalogue is that of the search page, and behind a mark what tells one saved search from another.
Courses that were kept or referred to are named by the search page alone, so that they are found again whichever of its
saved searches has them.
"""

from __future__ import annotations

import hashlib
from typing import Final

LANGUAGE, TRAINING = "ba-sprache", "ba-weiterbildung"
SEARCH_PAGES: Final = (LANGUAGE, TRAINING)
"""The course searches of the Agency whose answers can be taken in."""
MARK: Final = "#"
_DIGITS: Final = 12


def catalogue_of_search(page: str, told: str) -> str:
    """Return the identity of the catalogue of a saved search by all that tells it from another one."""
    return f"{page}{MARK}{hashlib.sha256(told.casefold().encode()).hexdigest()[:_DIGITS]}"


def family_of(catalogue: str) -> str:
    """Return by what the offers of a catalogue are named: the search page for a saved search, else the catalogue."""
    page = catalogue.partition(MARK)[0]
    return page if page in SEARCH_PAGES else catalogue


def is_saved_search(catalogue: str) -> bool:
    """Return whether a catalogue is a saved search."""
    return family_of(catalogue) in SEARCH_PAGES

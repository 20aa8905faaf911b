"""What a document tells that the case alone does not hold; whoever prints finds it out and hands it over."""

from __future__ import annotations

from enum import Enum


class Matter(Enum):
    """One such thing."""

    TALKS = "talks"
    """What talks along instruments came to."""
    CHECKLISTS = "checklists"
    """What procedures ask for, and what is there of it."""
    ROUTES = "routes"
    """What the rules say is possible."""
    START = "start"
    """Where the person stood at the beginning, as the journal keeps it."""
    GERMAN = "german"
    """Which German course fits now, and the ladder up to the level that is needed."""
    COSTS = "costs"
    """What costs are usual, and who pays them on which terms."""
    ADDRESS = "address"
    """Where a letter goes, as the directory knows it."""
    WAYS = "ways"
    """The ways to an occupation as the planner finds them."""

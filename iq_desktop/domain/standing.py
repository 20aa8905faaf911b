"""How a German reference occupation stands before the law: whether one needs a permission, and which law orders it.

What was not read in the law itself is marked (`verified`) and shown as something to look up, never as settled.
"""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.domain.comparison import Regulation
from iq_desktop.wording.text import Text, say


@dataclass(frozen=True, slots=True)
class Standing:
    """One reference occupation of the documentation NIQ (its number there) before the law.

    `kind` is the code of an `OccupationKind` (which law orders the training), empty where it is not known; `months` is
    how long the training lasts, from experience and never settled. `basis` cites the law in German as one writes it,
    empty where none was read; `source` says whence it is known.
    """

    niq_occupation: str
    regulation: Regulation = Regulation.UNKNOWN
    kind: str = ""
    months: int | None = None
    basis: str = ""
    source: str = ""
    verified: bool = False

    @property
    def in_words(self) -> Text:
        """Whether the occupation is regulated, with a doubt where it was not read in the law."""
        if self.verified or self.regulation is Regulation.UNKNOWN:
            return self.regulation.label
        return say("{regulation} (to be checked)", regulation=self.regulation.label)


NOT_LISTED = Standing("")
"""What is said of an occupation that is in no list."""

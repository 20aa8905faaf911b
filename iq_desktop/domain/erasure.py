"""The erasing of cases: why, and what remains as a proof that names no one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.wording.text import say


class EraseReason(Choice):
    """Why a case is erased."""

    ASKED = "asked", say("The person asked for it")
    WITHDRAWN = "withdrawn", say("The person withdrew the consent")
    EXPIRED = "expired", say("The time of keeping is over")
    WRONG = "wrong", say("It should not have been kept at all")


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasing: `case_ids` are random and lead to nobody once the cases are gone.

    `number` such as `L-2026-0001` stands on the protocol, `adviser_id` decided, `counts` are rows by the name of their
    table, `is_anonymised` tells that anonymous figures were kept; `anchor` is the code of the end of the journal.
    """

    case_ids: tuple[str, ...]
    erased_at: dt.datetime
    reason: EraseReason
    adviser_id: str = ""
    number: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    is_anonymised: bool = False
    anchor: str = ""
    id: str = field(default_factory=new_id)

    @property
    def rows(self) -> int:
        """How many rows went."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Mention:
    """Another case in which a person seems to be named, and in which part of it (`talks`, `situation` …)."""

    case_id: str
    number: str
    name: str
    part: str

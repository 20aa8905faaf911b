"""A fact that only rules ask for, as somebody told it on the page of recognition."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.identity import new_id


@dataclass(frozen=True, slots=True)
class ToldFact:
    """One answer: `fact` is the code in `domain/facts.py`, `value` `yes`, `no`, a code, a whole number or a day.

    `subject_id` names the qualification, or the first work of the occupation, that it is about; empty for the person.
    """

    fact: str
    value: str
    subject_id: str = ""
    told_on: dt.date | None = None
    id: str = field(default_factory=new_id)

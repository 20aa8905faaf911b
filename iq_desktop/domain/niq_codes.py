"""The numbers that the documentation NIQ takes for our answers and for states; they come from a dated pack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iq_desktop.domain.choice import Choice

NOT_SAID: Final = -1
NOT_CHOSEN: Final = -1000


@dataclass(frozen=True, slots=True)
class NiqCodes:
    """One state of the code lists: `answers` by list and code of ours, `states` by ISO 3166-1 alpha-2 code."""

    version: str
    checked_on: dt.date
    answers: Mapping[str, Mapping[str, int]]
    states: Mapping[str, int]
    stateless: int

    def find_number(self, name: str, answer: Choice | None) -> int | None:
        """Return the number of an answer in a list; None where there is no answer, or NIQ has no number for it."""
        return None if answer is None else self.answers.get(name, {}).get(answer.value)

    def number(self, name: str, answer: Choice | None, missing: int = NOT_SAID) -> int:
        """Return the number of an answer in a list, `missing` where there is none."""
        found = self.find_number(name, answer)
        return missing if found is None else found

    def state(self, country: str) -> int:
        """Return the number of a state; -1000 for none, -1 for one that the list does not know."""
        return self.states.get(country, NOT_SAID) if country else NOT_CHOSEN

    def find_answer(self, name: str, number: int) -> str | None:
        """Return the code of the first of our answers that has a number in a list, or None."""
        return next((code for code, known in self.answers.get(name, {}).items() if known == number), None)

    def find_country(self, number: int) -> str | None:
        """Return the ISO code of the state of a number, or None."""
        return next((country for country, known in self.states.items() if known == number), None)


NO_CODES: Final = NiqCodes("", dt.date.min, {}, {}, 0)
"""Knows no number: what is reported cannot be compared with it."""

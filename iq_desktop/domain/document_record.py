"""Papers that were made final: their number, what they are, whether they still hold, and where they went."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.wording.text import say

_NUMBER: Final = re.compile(r"B[- ]?(\d{4})[- ](\d{1,6})(?: (.+))?", re.ASCII)


class PaperWay(Choice):
    """What happened to a final paper."""

    PRINTED = "printed", say("Printed")
    SAVED = "saved", say("Saved as a file")
    GIVEN = "given", say("Given to the person")
    SENT = "sent", say("Sent")


TOLD_BY_HAND: Final = (PaperWay.GIVEN, PaperWay.SENT)
"""Ways that the program does not see: somebody says so."""


@dataclass(frozen=True, slots=True)
class FinalPaper:
    """A paper that was made final; its bytes lie beside it in the vault and never change.

    `number` such as `B-2026-0012` counts the papers of the centre in a year, `kind` is the lasting name of the
    document, `subject` tells apart papers of one kind that are about different things. `code` is the check code of the
    entry of the journal that tells of its making, `replaced_by` the number of the paper that took its place.
    """

    kind: str
    language: str
    id: str = field(default_factory=new_id)
    number: str = ""
    subject: str = ""
    second_language: str = ""
    made_on: dt.date | None = None
    adviser_id: str = ""
    code: str = ""
    replaced_by: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether no newer paper took its place."""
        return not self.replaced_by

    def is_same_as(self, other: FinalPaper) -> bool:
        """Return whether the other paper is of the same kind about the same thing: the newer one replaces the older."""
        return (self.kind, self.subject) == (other.kind, other.subject)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What happened to a final paper on a day, through whom; `recipient` is to whom it went, or the name of a file."""

    paper_id: str
    way: PaperWay
    day: dt.date
    recipient: str = ""
    adviser_id: str = ""
    id: str = field(default_factory=new_id)


def paper_number(year: int, place: int) -> str:
    """Return the number of the paper at a place (from 1) of a year."""
    return f"B-{year}-{place:04}"


def part_number(typed: str) -> tuple[str, str]:
    """Return the number of a paper that somebody typed, in any spelling of letters and dashes, and what follows it.

    Both are empty where the words begin with no number.
    """
    found = _NUMBER.fullmatch(" ".join(typed.upper().replace("–", "-").replace("—", "-").split()))
    return (paper_number(int(found[1]), int(found[2])), found[3] or "") if found else ("", "")


def words_of_code(number: str, code: str) -> str:
    """Return what the QR code of a paper says: its number and its check code, nothing about a person."""
    return f"{number} {code}"

"""The copy of all data that a person gets: everything that is kept about them, in words and in codes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.centre import Centre
from iq_desktop.domain.privacy_terms import PrivacyTerms
from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class CopyFact:
    """One value: what it is called, what it says, and as it is stored (`code` may be the same as the words)."""

    field: str
    label: Text
    words: Text
    code: str | int | float


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """Facts that belong together, such as one qualification; `codes` hold entries together and say nothing else."""

    title: Text
    facts: tuple[CopyFact, ...]
    codes: tuple[tuple[str, str | int | float], ...] = ()


@dataclass(frozen=True, slots=True)
class CopySection:
    """The entries of one kind; `name` is its lasting name in the file."""

    name: str
    title: Text
    entries: tuple[CopyEntry, ...]


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Who saw or changed something, when and what."""

    moment: dt.datetime
    adviser: str
    title: Text
    details: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFor:
    """One purpose for which data are kept, which kinds of data, and how long."""

    use: Text
    categories: tuple[Text, ...]
    kept: Text


@dataclass(frozen=True, slots=True)
class PersonCopy:
    """Everything about one person, over all of their cases.

    `recipients` are whom data were or may be given to, `origins` where the data come from, `reviews` when the keeping
    of each case is looked at (number, day); `seen` stands oldest first.
    """

    made_at: dt.datetime
    made_on: dt.date
    made_by: str
    centre: Centre
    terms: PrivacyTerms
    case_ids: tuple[str, ...]
    numbers: tuple[str, ...]
    name: str
    language: str
    sections: tuple[CopySection, ...]
    seen: tuple[SeenLine, ...]
    kept_for: tuple[KeptFor, ...]
    recipients: tuple[Text, ...]
    origins: tuple[Text, ...]
    reviews: tuple[tuple[str, dt.date], ...]
    stops: tuple[Text, ...] = ()

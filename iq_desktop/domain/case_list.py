"""What the list of cases shows: a question of words, filters and order, and the views that are kept under a name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.niq import NiqLight
from iq_desktop.domain.niq_report import ReportState
from iq_desktop.wording.text import say

ME: Final = "me"
"""As the adviser of a question: whoever sits at the desk, so that a view for all shows each their own cases."""


class CaseSort(Choice):
    """By what the list of cases can be put in order."""

    NAME = "name", say("Name")
    NUMBER = "number", say("Case number")
    CHANGED = "changed", say("Last changed")
    OPENED = "opened", say("Opened on")
    BIRTH = "birth", say("Born")
    OCCUPATION = "occupation", say("Occupation")
    PLACE = "place", say("Place")
    NIQ = "niq", say("NIQ")
    DUE = "due", say("Next date")

    @property
    def begins_descending(self) -> bool:
        """Whether the newest stands first where nobody says otherwise."""
        return self in {CaseSort.CHANGED, CaseSort.OPENED, CaseSort.NUMBER}


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases are shown, and in which order; what is empty or None does not narrow the list.

    `open_page` names a page that still lacks something, `origin` is a state (ISO 3166-1), `due_within` counts days from
    today (what is overdue belongs to it). Without `sort` what the words find comes best first, and all cases last
    changed first.
    """

    words: str = ""
    open_page: str = ""
    adviser_id: str = ""
    language: str = ""
    origin: str = ""
    niq: NiqLight | None = None
    due_within: int | None = None
    is_closed: bool | None = None
    kind: CaseKind | None = None
    is_invented: bool | None = None
    sort: CaseSort | None = None
    is_descending: bool = False
    report: ReportState | None = None

    @property
    def filters(self) -> CaseQuery:
        """The same filters without words and order."""
        return replace(self, words="", sort=None, is_descending=False)

    @property
    def unfiltered(self) -> CaseQuery:
        """The same words and order without filters."""
        return CaseQuery(words=self.words, sort=self.sort, is_descending=self.is_descending)

    @property
    def is_filtered(self) -> bool:
        """Whether anything but words and order narrows the list."""
        return self.filters != CaseQuery()

    @property
    def order(self) -> tuple[CaseSort, bool]:
        """By what the cases are put in order, and whether the last comes first."""
        if self.sort is None:
            return CaseSort.CHANGED, True
        return self.sort, self.is_descending

    def sorted_by(self, sort: CaseSort) -> CaseQuery:
        """Return the question in another order; the same column again turns its direction."""
        if sort is self.sort:
            return replace(self, is_descending=not self.is_descending)
        return replace(self, sort=sort, is_descending=sort.begins_descending)

    def for_adviser(self, adviser_id: str) -> CaseQuery:
        """Return the question as it is meant for whoever sits at the desk."""
        return replace(self, adviser_id=adviser_id) if self.adviser_id == ME else self


@dataclass(frozen=True, slots=True)
class CaseView:
    """A question that is kept under a name, with the columns shown; without `owner_id` it is there for all.

    The words of the question are not kept: they may name a client.
    """

    name: str
    query: CaseQuery = field(default_factory=CaseQuery)
    columns: tuple[str, ...] = ()
    owner_id: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class FilterValues:
    """What the cases hold by which they can be filtered: codes of languages and states, identities of advisers."""

    languages: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    adviser_ids: tuple[str, ...] = ()

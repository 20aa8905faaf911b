"""What differs between two states of a case, in the adviser's words: what was undone, and where it is seen."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.usecases.field_pages import name_of_field
from iq_desktop.wording.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile

PAGES_OF_PARTS: Final = {
    "kind": "contact",
    "is_confidential": "follow_up",
    "contact": "contact",
    "consents": "contact",
    "releases": "contact",
    "client": "person",
    "situation": "person",
    "life": "life_line",
    "qualifications": "papers",
    "works": "papers",
    "papers": "papers",
    "paper_moves": "papers",
    "languages": "languages",
    "occupations": "competences",
    "competences": "competences",
    "runs": "competences",
    "answers": "competences",
    "comparisons": "recognition",
    "task_marks": "recognition",
    "procedures": "recognition",
    "procedure_steps": "recognition",
    "told_facts": "recognition",
    "costs": "recognition",
    "fundings": "recognition",
    "agreement": "agreement",
    "goals": "agreement",
    "duties": "agreement",
    "reviews": "agreement",
    "signatures": "agreement",
    "referrals": "referral",
    "referral_steps": "referral",
    "incoming_referrals": "referral",
    "talks": "follow_up",
    "appointments": "follow_up",
    "niq_reports": "follow_up",
    "kept_courses": "referral",
    "way_wishes": "routes",
    "way_days": "routes",
    "closing": "follow_up",
    "keeping": "contact",
    "corrections": "contact",
}
"""On which page a part of the case file is seen."""
WITHOUT_PAGE: Final = frozenset({"id", "number", "revision", "opened_on", "adviser_id", "is_invented"})
"""What no step of an adviser changes."""


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """One thing that differs: its page, its field or the identity of its row (may be empty), and what it is called."""

    page: str
    part: str
    name: Text


def changed_parts(before: CaseFile, after: CaseFile) -> tuple[ChangedPart, ...]:
    """Return what differs between two states of a case, in the order of the pages."""
    titles = {page.name: page.title for page in CASE_PAGES}
    found = []
    for field in dataclasses.fields(after):
        old, new = getattr(before, field.name), getattr(after, field.name)
        page = PAGES_OF_PARTS.get(field.name, "")
        if old != new and page in titles:
            found += [ChangedPart(page, part, name or titles[page]) for part, name in _differing(old, new)]
    return tuple(sorted(found, key=lambda one: list(titles).index(one.page)))


def _differing(old: Any, new: Any) -> Iterator[tuple[str, Text | None]]:
    if isinstance(new, tuple):
        yield _first_differing(old, new), None
        return
    if not dataclasses.is_dataclass(new):
        yield "", None
        return
    for field in dataclasses.fields(new):
        if getattr(old, field.name) != getattr(new, field.name):
            name = name_of_field(type(new), field.name)
            yield field.name, name if name.message else None


def _first_differing(old: tuple[Any, ...], new: tuple[Any, ...]) -> str:
    """Return the identity of the first row that came or changed; empty where rows only went or were moved."""
    known = {getattr(row, "id", ""): row for row in old}
    return next((row.id for row in new if hasattr(row, "id") and known.get(row.id) != row), "")

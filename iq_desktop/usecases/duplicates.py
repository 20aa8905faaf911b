"""Cases that may be about the same person: shown with reasons, linked or told apart, and that taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Area, Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.duplicate import CaseLink, Duplicate, LinkKind
    from iq_desktop.usecases.desk import Desk

_SHOWN: Final = 5
SEEN: Final = "duplicate_seen"


def find_duplicates(desk: Desk, case: CaseFile) -> Sequence[Duplicate]:
    """Return cases that may be about the same person as a case, which need not be saved yet; surest first.

    The journal of each says that it was shown beside the other, once in a session.
    """
    found = desk.links.find_duplicates(case, limit=_SHOWN)
    for one in found:
        desk.journal.note_once(SEEN, one.row.id, {"other": case.id})
    return found


def is_known_elsewhere(desk: Desk, case: CaseFile) -> bool:
    """Return whether a colleague may have a case about the same person that is hidden here; no more is told of it."""
    return desk.links.is_known_elsewhere(case)


def may_be_known_now(before: CaseFile, after: CaseFile) -> bool:
    """Return whether something changed by which people are told apart, so that it is worth looking again."""
    return _told(before) != _told(after)


def list_links(desk: Desk, case_id: str) -> Sequence[CaseLink]:
    """Return what was decided about a case and others."""
    return desk.links.links_of(case_id)


def link_cases(desk: Desk, case_id: str, other_id: str, kind: LinkKind) -> tuple[CaseLink, tuple[Change, ...]]:
    """Note that two cases are about the same person, or about two; neither case changes. Raises NoSuchCase."""
    link = desk.links.link(case_id, other_id, kind)
    return link, _changes(case_id, other_id)


def unlink_cases(desk: Desk, case_id: str, other_id: str) -> tuple[Change, ...]:
    """Take back what was noted about two cases."""
    desk.links.unlink(case_id, other_id)
    return _changes(case_id, other_id)


def _told(case: CaseFile) -> tuple[object, ...]:
    client = case.client
    names = (client.family_name, client.given_names, client.family_name_own_script, client.given_names_own_script)
    contacts = (client.phone, client.email, case.situation.customer_number)
    return (*names, client.former_names, client.transliteration, client.birth, *contacts)


def _changes(*case_ids: str) -> tuple[Change, ...]:
    return tuple(Change(Area.CASE, case_id) for case_id in case_ids)

"""The checklists of a case: for each of its procedures, or for the kind that somebody looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.checklist import ChecklistKind, kind_of_procedure, make_checklist

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.checklist import Checklist, ChecklistRules
    from iq_desktop.usecases.desk import Desk


def list_checklists(desk: Desk, case: CaseFile, kind: ChecklistKind | None = None) -> tuple[Checklist, ...]:
    """Return the checklists of a case with what the vault holds of scans; see `checklists_of`."""
    scanned = frozenset(scan.paper_id for scan in desk.scans.scans_of(case.id)) - {""}
    return checklists_of(case, desk.checklists(), scanned, kind)


def checklists_of(
    case: CaseFile, rules: Sequence[ChecklistRules], scanned: frozenset[str], kind: ChecklistKind | None = None
) -> tuple[Checklist, ...]:
    """Return the checklists of a case, one for each procedure and qualification; with a kind only of that one.

    A case without a procedure gets the one of a recognition, the most usual.
    """
    known = {one.kind: one for one in rules}
    wanted = tuple(dict.fromkeys((kind_of_procedure(one), one.qualification_id) for one in case.procedures))
    if kind is not None:
        wanted = tuple(pair for pair in wanted if pair[0] is kind) or ((kind, ""),)
    elif not wanted:
        wanted = ((ChecklistKind.RECOGNITION, ""),)
    return tuple(make_checklist(case, known[one], scanned, about) for one, about in wanted if one in known)

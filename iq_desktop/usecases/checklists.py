"""The checklists of a case: for each of its procedures, or for the kind that somebody looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.checklist import ChecklistKind, kind_of_procedure, make_checklist

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.checklist import Checklist
    from iq_desktop.usecases.desk import Desk


def list_checklists(desk: Desk, case: CaseFile, kind: ChecklistKind | None = None) -> tuple[Checklist, ...]:
    """Return the checklists of a case, one for each procedure and qualification; with a kind only that one.

    A case without a procedure gets the one of a recognition, the most usual.
    """
    rules = {one.kind: one for one in desk.checklists()}
    scanned = frozenset(scan.paper_id for scan in desk.scans.scans_of(case.id)) - {""}
    wanted = tuple(dict.fromkeys((kind_of_procedure(one), one.qualification_id) for one in case.procedures))
    if kind is not None:
        mine = tuple(pair for pair in wanted if pair[0] is kind)
        wanted = mine or ((kind, ""),)
    elif not wanted:
        wanted = ((ChecklistKind.RECOGNITION, ""),)
    return tuple(make_checklist(case, rules[one], scanned, about) for one, about in wanted if one in rules)

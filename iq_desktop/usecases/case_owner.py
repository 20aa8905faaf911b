"""Whose case it is: handing it to a colleague, keeping it for its adviser alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.role import Act, Role, may_see
from iq_desktop.usecases.keys import who_may_open
from iq_desktop.usecases.permissions import may_i, require

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose case it is (empty where it is nobody's), to whom it can be given, and whether one may keep it apart."""

    owner: str = ""
    is_mine: bool = False
    is_confidential: bool = False
    colleagues: tuple[Adviser, ...] = ()
    may_hand_over: bool = False
    may_keep_apart: bool = False


def look_at_owner(desk: Desk, case: CaseFile) -> Ownership:
    """Return whose case it is; it can be given to everybody else who can open the vault."""
    names = {one.id: one.name for one in desk.centres.advisers()}
    is_mine = case.adviser_id == desk.adviser.id
    return Ownership(
        owner=names.get(case.adviser_id, ""),
        is_mine=is_mine,
        is_confidential=case.is_confidential,
        colleagues=tuple(one for one in who_may_open(desk) if one.id != case.adviser_id),
        may_hand_over=may_i(desk, Act.HAND_OVER),
        may_keep_apart=is_mine or desk.adviser.role is Role.RESPONSIBLE,
    )


def who_can_take(desk: Desk) -> tuple[Adviser, ...]:
    """Return to whom cases can be given from here; nobody where one may not give any."""
    return who_may_open(desk) if may_i(desk, Act.HAND_OVER) else ()


def hand_over(desk: Desk, case: CaseFile, adviser: Adviser) -> CaseFile:
    """Return the case as that of another adviser; raises NotAllowed."""
    require(desk, Act.HAND_OVER)
    return replace(case, adviser_id=adviser.id)


def keep_apart(case: CaseFile, *, is_confidential: bool) -> CaseFile:
    """Return the case kept for its adviser and responsible persons alone, or open to the whole centre again."""
    return replace(case, is_confidential=is_confidential)


def is_seen_by_me(desk: Desk, case: CaseFile) -> bool:
    """Return whether who sits at the desk may see a case as it is."""
    me = desk.adviser
    return may_see(me.role, me.id, case.adviser_id, is_confidential=case.is_confidential)

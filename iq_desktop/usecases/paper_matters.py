"""What documents tell beside the case: checklists of procedures, what the rules say is possible, usual costs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.documents.matters import Matter
from iq_desktop.domain.way_wish import chosen_wishes
from iq_desktop.usecases.addresses import find_address
from iq_desktop.usecases.checklists import list_checklists
from iq_desktop.usecases.german import look_at_german, open_german_law
from iq_desktop.usecases.plan_looks import look_for_ways
from iq_desktop.usecases.rules import open_rule_book
from iq_desktop.usecases.start_and_end import look_back

if TYPE_CHECKING:
    from iq_desktop.documents.kinds import DocumentKind
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.address import Address
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk


def with_matters(desk: Desk, case: CaseFile, kind: DocumentKind, occasion: Occasion) -> Occasion:
    """Return the occasion with what a document of this kind tells; nothing is read for the others."""
    if Matter.CHECKLISTS in kind.tells:
        occasion = replace(occasion, checklists=list_checklists(desk, case))
    if Matter.ROUTES in kind.tells:
        occasion = replace(occasion, verdicts=open_rule_book(desk).what_is_possible(case, occasion.day))
    if Matter.START in kind.tells:
        occasion = replace(occasion, ends=look_back(desk, case))
    if Matter.GERMAN in kind.tells:
        occasion = replace(occasion, german=look_at_german(open_german_law(desk), case, occasion.day))
    if Matter.COSTS in kind.tells:
        occasion = replace(occasion, cost_terms=desk.cost_terms())
    if Matter.ADDRESS in kind.tells:
        occasion = replace(occasion, address=_address_of(desk, case, kind, occasion.part))
    if Matter.WAYS in kind.tells:
        occasion = replace(occasion, plan=look_for_ways(desk, case, _goal_of(case, occasion.part)).plan)
    return occasion


def _address_of(desk: Desk, case: CaseFile, kind: DocumentKind, part: str) -> Address | None:
    """Return where the letter goes that is meant, the usual one where none was chosen."""
    wanted = part or next((one.id for one in kind.parts(case)), "")
    referral = next((one for one in case.referrals if one.id == wanted), None)
    return find_address(desk, referral) if referral is not None else None


def _goal_of(case: CaseFile, part: str) -> str:
    """Return the code of the goal that is meant: that of a chosen way, empty for the first goal of the case."""
    wishes = chosen_wishes(case)
    meant = next((one for one in wishes if one.id == part), wishes[0] if wishes else None)
    return meant.goal_code if meant is not None else ""

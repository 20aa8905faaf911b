"""What steps of ways cost and who may pay it: as noted in the case, else as the pack of costs tells it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.cost import CostKind, FundingSource
from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.german_law import Share
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way_cost import CostSpan, Payer
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.cost_terms import FundingTerm
    from iq_desktop.domain.german_ladder import LadderStep
    from iq_desktop.domain.planning_ground import Ground
    from iq_desktop.wording.text import Text

_NOTHING: Final = Decimal(0)
_ROUTES: Final = {
    FundingSource.RECOGNITION_GRANT: Route.RECOGNITION_GRANT,
    FundingSource.PLACEMENT_BUDGET: Route.PLACEMENT_BUDGET,
    FundingSource.FURTHER_TRAINING: Route.FURTHER_TRAINING,
}
"""Which rules say whether somebody may pay; the upgrading grant is for master training, which is no step here."""


def cost_of(ground: Ground, kind: CostKind, procedure: ProcedureKind | None = None) -> CostSpan:
    """Return what a kind of cost is: as it was noted in the case, else as it is usual in a procedure, else unknown."""
    payers = tuple(_payers(ground, kind, procedure))
    noted = next((one for one in ground.case.costs if one.kind is kind and one.is_known), None)
    if noted is not None:
        source = say("noted in this case")
        return CostSpan(noted.least, noted.most, source, not noted.is_estimate, kind.label, payers)
    usual = ground.law.costs.typical_of(kind, procedure, ground.kind)
    if usual is None or usual.amount is None:
        return CostSpan(what=kind.label, payers=payers)
    source = _usual(usual.told_by, is_verified=usual.verified)
    return CostSpan(usual.amount, usual.up_to or usual.amount, source, usual.verified, kind.label, payers)


def voucher_cost(ground: Ground, kind: CostKind) -> CostSpan:
    """Return what further training costs after its voucher: nothing.

    Nobody can say it for who works (the employer takes a part, § 82 SGB III) or whose stay may be too short.
    """
    payer = Payer(FundingSource.FURTHER_TRAINING, is_settled=True)
    term = next((one for one in _terms(ground, FundingSource.FURTHER_TRAINING) if kind in one.covers), None)
    if term is None or not term.verified or ground.is_employed or ground.stays_for_now:
        return CostSpan(what=kind.label, payers=(payer,))
    return CostSpan(_NOTHING, _NOTHING, as_it_is(term.cite), is_settled=True, what=kind.label, payers=(payer,))


def german_cost(ground: Ground, rung: LadderStep) -> CostSpan:
    """Return what the person pays of a German course: nothing, a share of each unit, or what nobody knows."""
    share = rung.share
    if share is None:
        return CostSpan()
    if share.words in {Share.FREE, Share.WAIVED}:
        return CostSpan(_NOTHING, _NOTHING, as_it_is(share.place), share.verified)
    unit = ground.law.costs.share_of(share.route)
    if unit is None or share.words is Share.OWN:
        return CostSpan()
    most = unit.per_unit * (rung.units + rung.orientation_units)
    # With low pay the same term of the law asks for nothing.
    return CostSpan(_NOTHING, most, _usual(unit.told_by, is_verified=unit.verified), unit.verified and share.verified)


def _payers(ground: Ground, kind: CostKind, procedure: ProcedureKind | None) -> Iterator[Payer]:
    """Yield who may pay a kind of cost, each once; of what cannot be said yet the grant alone, which one asks first.

    The recognition grant pays recognition and evaluation, no validation.
    """
    for source, route in _ROUTES.items():
        term = next((one for one in _terms(ground, source) if not one.covers or kind in one.covers), None)
        is_grant = source is FundingSource.RECOGNITION_GRANT
        verdict = ground.verdict(route)
        is_other = is_grant and procedure is ProcedureKind.VALIDATION
        if is_other or term is None or verdict is None or verdict.verdict is Verdict.CLOSED:
            continue
        is_likely = verdict.verdict is not Verdict.UNDECIDED
        is_first = is_grant and ground.fact("grant_is_applied_for") is not True
        if is_grant or is_likely:
            yield Payer(source, term.amount, is_first=is_first, is_likely=is_likely, is_settled=term.verified)


def _terms(ground: Ground, source: FundingSource) -> tuple[FundingTerm, ...]:
    return ground.law.costs.terms_of(source, ground.today)


def _usual(told_by: str, *, is_verified: bool) -> Text:
    """Return whence a usual amount is known."""
    if is_verified:
        return say("usual, as was checked")
    return say("usual, to be checked ({told_by})", told_by=told_by) if told_by else say("usual, to be checked")

"""The pack of costs: sound, unverified where nobody read it, and true to the law where it cites it."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.cost_terms import read_cost_terms
from iq_desktop.catalogues.packs import BrokenPack
from iq_desktop.domain.cost import CostKind, FundingSource
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.rule import Cite, Route
from tests.support.statutes import check_cite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from iq_desktop.domain.cost_terms import CostTerms

QUOTED = {
    "§ 44 Abs. 1 Satz 3 SGB III": (
        "SGB_3",
        "44",
        "1",
        "3",
        "Die Förderung umfasst die Übernahme der angemessenen Kosten",
    ),
    "§ 45 Abs. 1 SGB III": ("SGB_3", "45", "1", "", "können bei Teilnahme an Maßnahmen gefördert werden"),
    "§ 83 Abs. 1 SGB III": ("SGB_3", "83", "1", "", "Lehrgangskosten"),
    "§ 84 Abs. 1 SGB III": ("SGB_3", "84", "1", "", "der Prüfungsgebühren"),
    "§ 12 Abs. 1 Satz 1 AFBG": ("AFBG", "12", "1", "1", "bis zu einem Gesamtbetrag von 15 000 Euro"),
}
"""What each cited place says; words from the law as of August 2026."""


@pytest.fixture(scope="module")
def terms(project_folder: Path) -> CostTerms:
    return read_cost_terms(project_folder / "resources" / "packs")


def test_every_usual_amount_says_who_told_it_and_none_is_settled(terms: CostTerms) -> None:
    assert {one.kind for one in terms.typical} == set(CostKind) - {CostKind.OTHER}
    assert not any(one.verified for one in terms.typical)
    assert {(one.kind, one.occupations): one.amount for one in terms.typical if one.amount} == {
        (CostKind.FEE, ("dual", "advanced")): Decimal("100.00"),
        (CostKind.FEE, ("care",)): Decimal("60.00"),
        (CostKind.EVALUATION, ()): Decimal("208.00"),
        (CostKind.ANALYSIS, ()): Decimal("1184.00"),
        (CostKind.FAST, ()): Decimal("411.00"),
        (CostKind.VISA, ()): Decimal("75.00"),
    }


def test_a_fee_holds_for_the_law_of_its_occupation_alone(terms: CostTerms) -> None:
    dual = terms.typical_of(CostKind.FEE, ProcedureKind.RECOGNITION, "dual")
    assert dual is not None
    assert (dual.amount, dual.up_to) == (Decimal(100), Decimal(600))
    for occupation in ("land", ""):
        other = terms.typical_of(CostKind.FEE, ProcedureKind.RECOGNITION, occupation)
        assert other is not None
        assert other.amount is None
    validation = terms.typical_of(CostKind.FEE, ProcedureKind.VALIDATION, "dual")
    assert validation is not None
    assert validation.amount is None


def test_a_share_of_a_german_course_is_told_for_each_unit(terms: CostTerms) -> None:
    shares = {one.route: (one.per_unit, one.verified) for one in terms.shares}
    assert shares == {
        Route.INTEGRATION_COURSE: (Decimal("2.29"), False),
        Route.VOCATIONAL_GERMAN: (Decimal("2.56"), False),
    }
    assert terms.share_of(Route.WORK) is None


def test_the_grant_has_its_limits_and_ends_on_its_day(terms: CostTerms) -> None:
    last = dt.date(2027, 6, 30)
    grants = terms.terms_of(FundingSource.RECOGNITION_GRANT, last)
    assert [one.amount for one in grants] == [Decimal(600), Decimal(1200), Decimal(3000)]
    assert not any(one.verified for one in grants)
    assert terms.terms_of(FundingSource.RECOGNITION_GRANT, last + dt.timedelta(1)) == ()


def test_every_cited_place_says_in_the_law_what_is_told_of_it(terms: CostTerms, shared_folder: Path) -> None:
    assert {one.cite for one in terms.fundings if one.cite} == set(QUOTED)
    for law, section, paragraph, sentence, words in QUOTED.values():
        cite = Cite(law=law, section=section, paragraph=paragraph, sentence=sentence, words=words)
        check_cite(shared_folder / "data" / "law", cite)


@pytest.mark.parametrize(
    ("place", "bend"),
    [
        ("typical[3].amount", lambda pack: pack["typical"][3].update(amount="208")),
        ("typical[3].up_to", lambda pack: pack["typical"][3].update(up_to=208.0)),
        ("typical[3].told_by", lambda pack: pack["typical"][3].update(told_by="")),
        ("typical[1]", lambda pack: pack["typical"][1].update(occupations=["dual"])),
        ("shares[0].per_unit", lambda pack: pack["shares"][0].update(per_unit="2")),
        ("typical[0].procedures[0]", lambda pack: pack["typical"][0].update(procedures=["magic"])),
        ("fundings[0].source", lambda pack: pack["fundings"][0].update(source="lottery")),
        ("fundings[0].told_by", lambda pack: pack["fundings"][0].update(told_by="")),
        ("fundings[0].until", lambda pack: pack["fundings"][0].update(until="soon")),
        ("fundings[5].cite", lambda pack: pack["fundings"][5].update(cite="")),
        ("fundings", lambda pack: pack.update(fundings=[])),
    ],
)
def test_a_broken_pack_is_refused_with_its_place(
    place: str, bend: Callable[[dict[str, Any]], None], project_folder: Path, tmp_path: Path
) -> None:
    pack = json.loads((project_folder / "resources" / "packs" / "costs.json").read_text(encoding="utf-8"))
    bend(pack)
    (tmp_path / "costs.json").write_text(json.dumps(pack), encoding="utf-8")
    with pytest.raises(BrokenPack) as broken:
        read_cost_terms(tmp_path)
    assert broken.value.faults[0].place == place

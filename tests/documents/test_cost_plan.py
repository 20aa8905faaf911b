"""The cost plan on paper: sums, what to do first, and nothing unchecked printed as settled."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from iq_desktop.documents.cost_plan import make_cost_plan
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.sections.costs import costs_section
from iq_desktop.documents.sums import Sums
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.cost import Cost, CostKind, Funding, FundingSource
from iq_desktop.domain.procedure import Procedure
from iq_desktop.wording.tongue import without_isolates
from tests.documents.reading import all_words, flat, spoken, tables
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case, an_empty_case
from tests.support.occasions import a_full_occasion
from tests.support.worked_cases import a_nurse_from_syria, one_abroad

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

FIRST = "First the grant, then the application!"
GRANT = FundingSource.RECOGNITION_GRANT


def words_of(case: CaseFile) -> str:
    """Return every word of the cost plan of a case."""
    occasion = Occasion(Centre(), Adviser("1", "A. Krüger"), TODAY)
    return without_isolates("\n".join(all_words(make_cost_plan(case, a_full_occasion(case, occasion)))))


def test_it_tells_costs_payers_and_sums() -> None:
    case = a_usual_case()
    plan = make_cost_plan(case, a_full_occasion(case, Occasion(Centre(), Adviser("1", "A. Krüger"), TODAY)))
    costs, payers, sources = tables(plan)
    assert [without_isolates(cell) for cell in costs[1]] == [
        "Translations",
        "about 80.00\u00a0€ to 120.00\u00a0€, to be checked",
        "",
    ]
    assert "granted, Aug 24, 2026, up to 600.00\u00a0€" in without_isolates(payers[0][2])
    assert sources
    (bars,) = (block for block in flat(plan.blocks) if isinstance(block, Sums))
    assert [(spoken(row.words), row.sums[0].value, row.sums[0].most) for row in bars.rows] == [
        ("Granted", 570, 570),
        ("Waits for an answer", 0, 570),
        ("Own share", 0, 570),
    ]
    assert "1 cost has no amount yet. It is in no sum." in words_of(case)


def test_what_to_do_first_stands_at_the_top_while_it_can_be_lost() -> None:
    nurse = replace(a_nurse_from_syria(), procedures=(Procedure(),), costs=(Cost(CostKind.FEE),))
    assert FIRST in words_of(nurse)
    assert FIRST not in words_of(replace(nurse, fundings=(Funding(GRANT, applied_on=TODAY),)))
    assert FIRST not in words_of(replace(one_abroad(), procedures=(Procedure(),), costs=(Cost(CostKind.FEE),)))


def test_limits_that_nobody_verified_are_not_printed_as_settled() -> None:
    planned = Funding(GRANT, covers=(CostKind.FEE,), amount=Decimal("600.00"), applied_on=TODAY)
    told = words_of(replace(an_empty_case(), costs=(Cost(amount=Decimal("80.00")),), fundings=(planned,)))
    assert "up to 600.00\u00a0€, to be checked" in told
    assert told.count("This must be asked at the office.") == 3
    assert "3,000" not in told
    assert "2027" not in told


def test_what_stands_in_the_law_is_cited() -> None:
    told = words_of(replace(an_empty_case(), fundings=(Funding(FundingSource.UPGRADING_GRANT, applied_on=TODAY),)))
    assert "§ 12 Abs. 1 Satz 1 AFBG" in told
    assert "up to 15,000.00\u00a0€" in told


def test_without_costs_it_says_so_and_other_papers_tell_nothing() -> None:
    assert "No costs were written down yet." in words_of(an_empty_case())
    assert list(costs_section(an_empty_case(), Occasion(Centre(), Adviser("1", "A."), TODAY))) == []

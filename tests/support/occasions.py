"""Occasions on which paper is made, with what documents tell beside the case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.usecases.checklists import list_checklists
from iq_desktop.usecases.german import look_at_german, open_german_law
from iq_desktop.usecases.plan_looks import look_for_ways
from iq_desktop.usecases.rules import open_rule_book
from tests.support.fakes import a_desk
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile


def a_full_occasion(case: CaseFile, occasion: Occasion) -> Occasion:
    """Return an occasion with the checklists of a case and what the rules and the law of the program say."""
    desk = a_desk(TRANSLATIONS)
    verdicts = open_rule_book(desk).what_is_possible(case, occasion.day)
    return replace(
        occasion,
        checklists=list_checklists(desk, case),
        verdicts=verdicts,
        law=desk.law,
        cost_terms=desk.cost_terms(),
        german=look_at_german(open_german_law(desk), case, occasion.day),
        plan=look_for_ways(desk, case).plan,
    )

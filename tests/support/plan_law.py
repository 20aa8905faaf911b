"""All that plans rest on, from the packs that come with the program."""

from __future__ import annotations

from functools import cache

from iq_desktop.catalogues.cost_terms import read_cost_terms
from iq_desktop.catalogues.way_terms import read_way_terms
from iq_desktop.domain.planning_ground import PlanLaw
from tests.support.german import the_german_law
from tests.support.memory_rules import PACKS
from tests.support.procedure_law import the_law


@cache
def the_plan_law() -> PlanLaw:
    """Return rules, German courses, periods, costs and what steps take."""
    return PlanLaw(the_german_law(), the_law(), read_cost_terms(PACKS), read_way_terms(PACKS))

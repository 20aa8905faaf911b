"""What must stand in the pack of German: the order of courses, what follows for them, which levels are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import Fault, at_most, flag, many, one_of, shape, words
from iq_desktop.catalogues.rule_shape import CITE, condition
from iq_desktop.domain.fact_choices import OccupationKind
from iq_desktop.domain.german_law import CourseCondition, CourseNote, Learner, Share, Signer, TermKind
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import Route
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iq_desktop.catalogues.pack_rules import Rule
    from iq_desktop.domain.choice import Choice


def _codes(*lists: type[Choice]) -> Rule:
    return one_of(*(str(choice.value) for choices in lists for choice in choices))


_CODE: Final = words(r"[a-z0-9-]+")
_ROUTE: Final = one_of(str(Route.INTEGRATION_COURSE.value), str(Route.VOCATIONAL_GERMAN.value))
_CITES: Final = at_most(10, many(CITE))
_PLACE: Final = shape(
    {"code": _CODE, "route": _ROUTE, "learner": _codes(Learner), "condition": _codes(CourseCondition)}
)
_TERM: Final = shape(
    {
        "kind": one_of(*(kind.value for kind in TermKind)),
        "words": _codes(Signer, Share, CourseNote),
        "route": _ROUTE,
        "cites": _CITES,
        "verified": flag,
    },
    {"when": condition, "rules": at_most(40, many(_CODE)), "is_other_way": flag},
)
_NEED: Final = shape(
    {"level": _codes(Level), "verified": flag},
    {
        "niq": many(words(r"[1-9]\d{0,3}")),
        "kinds": many(_codes(OccupationKind)),
        "kldb_level": words(r"[1-4]"),
        "cites": _CITES,
        "told_by": words(),
    },
)
GERMAN: Final[Mapping[str, Rule]] = {"order": many(_PLACE, "code"), "terms": many(_TERM), "needs": many(_NEED)}


def find_unsourced_terms(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what counts as verified without a place in the law, and levels that nobody tells or that are for nobody."""
    for at, one in enumerate(content["terms"]):
        if one["verified"] and not one["cites"]:
            yield Fault(f"terms[{at}].cites", say("is missing"))
    for at, one in enumerate(content["needs"]):
        if one["verified"] and not one.get("cites"):
            yield Fault(f"needs[{at}].cites", say("is missing"))
        if not one.get("cites") and not one.get("told_by"):
            yield Fault(f"needs[{at}].told_by", say("is missing"))
        if not any(one.get(key) for key in ("niq", "kinds", "kldb_level")):
            allowed = "niq, kinds, kldb_level"
            yield Fault(f"needs[{at}]", say("must have exactly one of: {allowed}", allowed=allowed))

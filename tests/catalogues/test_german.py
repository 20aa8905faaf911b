"""The pack of German courses: sound, true to the law where it cites it, and never settled where nobody read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.german import read_german_law
from iq_desktop.catalogues.packs import BrokenPack
from iq_desktop.domain.german_law import CourseNote, Learner, Share, Signer, TermKind
from iq_desktop.domain.rule import Outcome, Route
from tests.support.builders import TODAY
from tests.support.german import the_german_law
from tests.support.statutes import check_cite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_every_place_that_is_cited_says_so_in_the_law(shared_folder: Path) -> None:
    law = the_german_law()
    cites = [cite for term in law.terms for cite in term.cites]
    for cite in cites:
        check_cite(shared_folder / "data" / "law", cite)
    assert sum(bool(cite.words) for cite in cites) > len(cites) / 2


def test_what_counts_as_verified_is_cited_and_what_occupations_ask_for_is_not_settled() -> None:
    law = the_german_law()
    assert all(term.cites for term in law.terms if term.verified)
    assert all(need.told_by and not need.verified for need in law.needs)


def test_every_kind_of_course_that_is_offered_has_its_place_in_the_order() -> None:
    law = the_german_law()
    offered = {code for code, kind in law.kinds.items() if kind.is_offered_on(TODAY)}
    assert {place.code for place in law.order} == offered
    assert law.order[0].learner is Learner.LITERACY
    assert law.order[1].learner is Learner.SCRIPT
    for place in law.order:
        assert ("DeuFöV" in law.kinds[place.code].access_basis) == (place.route is Route.VOCATIONAL_GERMAN)


def test_who_signs_is_told_for_every_rule_that_opens_the_integration_course() -> None:
    law = the_german_law()
    rules = [rule for pack in law.packs for rule in pack.rules if rule.route is Route.INTEGRATION_COURSE]
    opening = {rule.code for rule in rules if rule.outcome in {Outcome.OPEN, Outcome.OPEN_IF}}
    named = {code for term in law.terms if term.kind is TermKind.SIGNER for code in term.rules}
    assert opening <= named
    assert named <= {rule.code for rule in rules}


def test_each_term_has_words_of_its_kind_and_every_word_is_used() -> None:
    lists: dict[TermKind, type] = {TermKind.SIGNER: Signer, TermKind.SHARE: Share}
    law = the_german_law()
    assert all(isinstance(term.words, lists.get(term.kind, CourseNote)) for term in law.terms)
    used = {term.words for term in law.terms}
    assert used == {*Signer, *Share, *CourseNote} - {Share.OWN}


BROKEN: list[tuple[str, Callable[[Any], Any], str]] = [
    ("a fact that nobody knows", lambda pack: pack["terms"][0]["when"].update(fact="height"), "terms[0].when.fact"),
    ("a signer of another list", lambda pack: pack["terms"][0].update(words="mayor"), "terms[0].words"),
    ("verified without a place", lambda pack: pack["terms"][0].update(cites=[]), "terms[0].cites"),
    ("another route", lambda pack: pack["order"][0].update(route="validation"), "order[0].route"),
    ("a course twice", lambda pack: pack["order"].append(dict(pack["order"][0])), "order[13]"),
    ("a level that nobody tells", lambda pack: pack["needs"][0].pop("told_by"), "needs[0].told_by"),
    ("a level for nobody", lambda pack: pack["needs"][0].pop("niq"), "needs[0]"),
    ("a settled level without a law", lambda pack: pack["needs"][0].update(verified=True), "needs[0].cites"),
]


@pytest.mark.parametrize(("spoil", "place"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_pack_is_refused_with_its_place(
    project_folder: Path, tmp_path: Path, spoil: Callable[[Any], Any], place: str
) -> None:
    pack = json.loads((project_folder / "resources" / "packs" / "german.json").read_text(encoding="utf-8"))
    spoil(pack)
    (tmp_path / "german.json").write_text(json.dumps(pack), encoding="utf-8")
    with pytest.raises(BrokenPack) as caught:
        read_german_law(tmp_path)
    assert caught.value.faults[0].place.startswith(place)

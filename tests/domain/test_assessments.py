"""Languages and competences: whose word counts, and what stands first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, strongest
from iq_desktop.domain.occupation import Naming, Need
from iq_desktop.domain.ranking import strongest_rated


def test_a_certificate_counts_more_than_any_view_and_an_empty_one_does_not_count() -> None:
    own = LanguageSkill("de", AssessedBy.SELF, listening=Level.C2)
    ours = LanguageSkill("de", AssessedBy.ADVISER, listening=Level.A1)
    empty = LanguageSkill("de", AssessedBy.CERTIFICATE)
    assert strongest((own, empty, ours), "de") is ours
    assert strongest((own, empty), "de") is own
    assert strongest((own, ours), "ar") is None


def test_the_lowest_level_counts_what_was_asked_only() -> None:
    assert LanguageSkill("de", listening=Level.B1, writing=Level.A1).lowest is Level.A1
    assert LanguageSkill("de", listening=Level.B1, writing=Level.NONE).lowest is Level.NONE
    assert LanguageSkill("de").lowest is None


@pytest.mark.parametrize(
    ("own", "adviser", "difference"),
    [
        (Independence.ALONE, Independence.SHOWS_OTHERS, 2),
        (Independence.SHOWS_OTHERS, Independence.WITH_GUIDANCE, -3),
        (Independence.ALONE, None, None),
        (None, None, None),
    ],
)
def test_the_difference_of_the_views(
    own: Independence | None, adviser: Independence | None, difference: int | None
) -> None:
    assert Competence("u", "n", self_rating=own, adviser_rating=adviser).difference == difference


def test_the_best_step_stands_first_then_evidence_then_need() -> None:
    plain = Competence("u", "d", self_rating=Independence.ALONE, need=Need.OPTIONAL)
    needed = replace(plain, need=Need.ESSENTIAL, name_de="c")
    proved = replace(plain, evidence=Evidence.REFERENCE, name_de="b")
    best = replace(plain, adviser_rating=Independence.SHOWS_OTHERS, name_de="a")
    unrated = Competence("u", "0")
    assert strongest_rated((unrated, plain, needed, proved, best), 9) == (best, proved, needed, plain)
    assert strongest_rated((plain, best), 1) == (best,)


def test_a_name_falls_back_to_german_then_english_then_any() -> None:
    assert Naming((("en", "cook"), ("de", "Koch"))).in_language("fr") == "Koch"
    assert Naming((("fr", "cuisinier"), ("en", "cook"))).in_language("de") == "cook"
    assert Naming((("fr", "cuisinier"),)).in_language("de") == "cuisinier"
    assert Naming(()).in_language("de") == ""

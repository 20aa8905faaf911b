"""The small acts of the pages: places, points, competences, files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.usecases.competences import SkillFilter, listed_competences, remove_competence
from iq_desktop.usecases.field_pages import find_page_of_field
from iq_desktop.usecases.places import find_place, move_to_place
from iq_desktop.usecases.printing import DOCUMENT_KINDS, print_document, save_as_file
from iq_desktop.usecases.referrals import move_point
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say
from tests.support.fakes import MemoryCases, a_desk
from tests.support.full_cases import a_usual_case, an_empty_case
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from pathlib import Path


def test_a_postal_code_finds_its_place() -> None:
    desk = a_desk(TRANSLATIONS)
    place = find_place(desk, " 04109 ")
    assert place is not None
    moved = move_to_place(an_empty_case(), place).client
    assert (moved.postal_code, moved.place) == ("04109", "Leipzig")
    assert find_place(desk, "") is None
    assert find_place(desk, "99999") is None


def test_a_point_moves_and_stays_at_the_ends() -> None:
    case = a_usual_case()
    first, second = case.agreement
    assert move_point(case, second, -1).agreement == (second, first)
    assert move_point(case, first, 1).agreement == (second, first)
    assert move_point(case, first, -1).agreement == (first, second)
    assert move_point(case, second, 1).agreement == (first, second)


def test_the_filters_let_through_what_they_say() -> None:
    case = a_usual_case()
    assert len(listed_competences(case, SkillFilter.ALL)) == 24
    assert len(listed_competences(case, SkillFilter.ESSENTIAL)) == 16
    assert len(listed_competences(case, SkillFilter.RATED)) == 6
    fewer = remove_competence(case, case.competences[0])
    assert case.competences[0] not in fewer.competences
    assert len(fewer.competences) == 23


@pytest.mark.parametrize(
    ("label", "page"),
    [
        (say("Family name"), "person"),
        (say("Hopes for"), "contact"),
        (say("What we agreed"), "agreement"),
        (say("Example"), "competences"),
    ],
)
def test_a_field_on_paper_leads_to_its_page(label: Text, page: str) -> None:
    found = find_page_of_field(label)
    assert found is not None
    assert found.name == page


def test_the_letterhead_is_no_field_of_a_case() -> None:
    assert find_page_of_field(say("Counselling centre")) is None


def test_a_saved_file_is_the_paper_and_stands_in_the_journal(tmp_path: Path) -> None:
    cases = MemoryCases()
    desk = replace(a_desk(TRANSLATIONS), cases=cases)
    case = a_usual_case()
    printed = print_document(desk, case, DOCUMENT_KINDS[0], "de", paired=False)
    save_as_file(desk, case, printed, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == printed.pdf
    assert cases.journal == [("save", case.id, "competence-profile")]
    with pytest.raises(IqError):
        save_as_file(desk, case, printed, tmp_path / "gone" / "a.pdf")
    assert len(cases.journal) == 1

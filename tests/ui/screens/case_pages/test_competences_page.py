"""The page Competences, as an adviser uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.competence import Evidence, Independence
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


def _find(office: Office, page: object, words: str) -> None:
    line = page.search.line  # type: ignore[attr-defined]  # every page is handed out as Any
    office.type(line, words)
    office.bot.waitUntil(lambda: page.search.popup is not None and page.search.popup.isVisible())  # type: ignore[attr-defined]  # see above
    office.press(line, Qt.Key.Key_Return)


def test_an_occupation_found_in_german_brings_its_competences(office: Office) -> None:
    page = office.open("competences", an_empty_case())
    _find(office, page, "verkäufer")
    office.fill(page.skills.list)
    assert office.stored.occupations[0].name_de == "Verkäufer/Verkäuferin"
    assert len(office.stored.competences) == 24
    assert len(page.skills.list.rows) == 16, "the essential ones"
    assert "ISCO\u00a05223" in next(iter(page.occupations.rows.values())).facts.text()


def test_an_occupation_is_found_in_english_too(office: Office) -> None:
    page = office.open("competences", an_empty_case())
    _find(office, page, "cashier")
    assert office.stored.occupations[0].kldb == "62112"


def test_both_views_and_the_evidence_are_rated(office: Office) -> None:
    page = office.open("competences", a_usual_case())
    row = page.skills.list.rows["competence-8"]
    assert not row.evidence.isVisible(), "evidence belongs to a rating"
    office.click(row.own.steps[Independence.NEW_SETTING])
    office.click(row.adviser.steps[Independence.ALONE])
    office.click(row.evidence.steps[Evidence.REFERENCE])
    rated = next(one for one in office.stored.competences if one.id == "competence-8")
    assert (rated.self_rating, rated.adviser_rating) == (Independence.NEW_SETTING, Independence.ALONE)
    assert rated.evidence is Evidence.REFERENCE
    assert rated.difference == -1


def test_the_radar_grows_with_the_ratings(office: Office) -> None:
    page = office.open("competences", an_empty_case())
    _find(office, page, "verkäufer")
    office.fill(page.skills.list)
    rows = list(page.skills.list.rows.values())
    for row in rows[:2]:
        office.click(row.own.steps[Independence.ALONE])
    assert not page.radar.isVisible()
    office.click(rows[2].own.steps[Independence.ALONE])
    assert page.radar.isVisible()
    assert page.radar.accessibleDescription().count("own view 2 of 4") == 3


def test_the_filter_shows_all_or_only_the_rated_ones(office: Office) -> None:
    page = office.open("competences", an_overfull_case())
    pills = list(page.skills.filter.pills.values())
    office.click(pills[1])
    office.fill(page.skills.list)
    assert len(page.skills.list.rows) == 110
    office.click(pills[2])
    rated = [one for one in office.case.competences if one.is_rated]
    assert set(page.skills.list.rows) == {one.id for one in rated}
    assert office.cases.saves == []


def test_a_skill_in_own_words_is_added_with_enter(office: Office) -> None:
    page = office.open("competences", an_empty_case())
    office.type(page.skills.own_words, "Für 40 Gäste kochen")
    office.press(page.skills.own_words, Qt.Key.Key_Return)
    added = office.stored.competences[0]
    assert (added.name_de, added.skill_uri) == ("Für 40 Gäste kochen", "")
    assert page.skills.list.rows[added.id].kind.text() == "in the person's own words"


def test_an_example_from_life_is_noted_below_its_row(office: Office) -> None:
    page = office.open("competences", a_usual_case())
    row = page.skills.list.rows["competence-2"]
    office.click(row.example.button)
    office.type(row.example.note.field, "Im Lager in Aleppo")
    page.flush()
    assert next(one for one in office.stored.competences if one.id == "competence-2").example == "Im Lager in Aleppo"
    office.click(row.example.button)
    assert row.example.words.text() == "Example: Im Lager in Aleppo"


def test_an_occupation_goes_with_its_unrated_competences_and_undo_brings_all_back(office: Office) -> None:
    page = office.open("competences", a_usual_case())
    office.click(page.occupations.rows["chosen-1"].remove)
    assert len(office.stored.competences) == 6, "the rated ones stay"
    assert office.banner.act is not None
    office.banner.act()
    assert len(office.stored.competences) == 24


def test_what_was_rated_meanwhile_is_kept_when_an_occupation_arrives(office: Office) -> None:
    page = office.open("competences", a_usual_case())
    line = page.search.line
    office.type(line, "pflege")
    office.bot.waitUntil(lambda: page.search.popup is not None and page.search.popup.isVisible())
    occupation = page.search._model.items[0].value
    page._take_up(occupation)
    row = page.skills.list.rows["competence-8"]
    row.own.steps[Independence.ALONE].click()
    office.settle()
    assert any(chosen.uri == occupation.uri for chosen in office.stored.occupations)
    assert next(one for one in office.stored.competences if one.id == "competence-8").is_rated

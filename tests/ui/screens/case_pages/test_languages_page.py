"""The page Languages, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt

from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill, strongest
from iq_desktop.usecases.languages import find_side, overall_level
from tests.support.builders import a_client
from tests.support.full_cases import an_empty_case

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from iq_desktop.ui.screens.parts.passport import PassportRow
    from tests.ui.screens.case_pages.conftest import Office


def test_an_empty_page_begins_with_german(office: Office) -> None:
    page = office.open("languages", an_empty_case())
    office.click(page.empty.act)
    assert [one.language for one in office.stored.languages] == ["de"]
    assert page.grid_card.heading.text() == "German"
    assert not page.empty.isVisible()


def test_levels_of_both_sides_stand_side_by_side(office: Office) -> None:
    case = replace(an_empty_case(), languages=(LanguageSkill("de"),))
    page = office.open("languages", case)
    grid = page.grid_card.grid
    office.click(grid.rows[AssessedBy.SELF, Skill.LISTENING].steps[Level.B2])
    office.click(grid.rows[AssessedBy.ADVISER, Skill.LISTENING].steps[Level.B1])
    own, ours = (
        next(one for one in office.stored.languages if one.assessed_by is side)
        for side in (AssessedBy.SELF, AssessedBy.ADVISER)
    )
    assert (own.listening, ours.listening) == (Level.B2, Level.B1)
    assert page.grid_card.lowest.text() == "Lowest level: B1 (Adviser's assessment)"
    assert "Listening: B2 (Own assessment)" in page.passport.rows["de"].accessibleDescription()


def test_the_passport_is_the_list_of_languages(office: Office) -> None:
    page = office.open("languages")
    assert list(page.passport.rows) == ["de", "ar", "en"]
    office.click(page.passport.rows["en"])
    assert page.grid_card.heading.text() == "English"
    office.click(page.grid_card.grid.rows[AssessedBy.SELF, Skill.WRITING].steps[Level.A1])
    assert strongest(office.stored.languages, "en") == next(
        one for one in office.stored.languages if one.language == "en"
    )
    assert office.stored.languages[3].writing is Level.A1
    assert office.stored.languages[1].writing is Level.A1, "German keeps its own"


def test_a_mother_tongue_is_one_click_away(office: Office) -> None:
    case = replace(an_empty_case(), client=a_client(mother_tongues=("ar",)), languages=(LanguageSkill("de"),))
    page = office.open("languages", case)
    button = page.suggestions._buttons[0]
    assert button.text() == "Arabic"
    office.click(button)
    assert [one.language for one in office.stored.languages] == ["de", "ar"]
    assert page.grid_card.heading.text() == "Arabic"


def test_a_language_is_found_by_typing(office: Office) -> None:
    page = office.open("languages")
    office.type(page.add_field.line, "turkish")
    office.press(page.add_field.line, Qt.Key.Key_Return)
    assert "tr" in [one.language for one in office.stored.languages]
    assert page.add_field.line.text() == ""


def test_a_removed_language_comes_back_with_undo(office: Office) -> None:
    page = office.open("languages")
    office.click(page.grid_card.remove_button)
    assert all(one.language != "de" for one in office.stored.languages)
    assert "German" in office.banner.told[-1]
    assert office.banner.act is not None
    office.banner.act()
    assert [one.language for one in office.stored.languages].count("de") == 2


def test_a_certificate_sets_all_skills_at_once_and_counts_first(office: Office) -> None:
    page = office.open("languages")
    office.click(page.proofs.buttons[AssessedBy.CERTIFICATE])
    (row,) = page.proofs.list.rows.values()
    assert row.fields.frames["proof"].editor.isAncestorOf(page.focusWidget())
    office.type(page.focusWidget(), "telc B1")
    office.click(row.whole.steps[Level.B1])
    proof = find_side(office.stored.languages, "de", AssessedBy.CERTIFICATE)
    assert proof is not None
    assert (proof.proof, proof.lowest, overall_level(proof)) == ("telc B1", Level.B1, Level.B1)
    assert page.grid_card.lowest.text() == "Lowest level: B1 (Certificate)"
    assert not page.proofs.buttons[AssessedBy.CERTIFICATE].isVisible()
    office.click(row.grid.rows[AssessedBy.CERTIFICATE, Skill.WRITING].steps[Level.A2])
    assert page.grid_card.lowest.text() == "Lowest level: A2 (Certificate)"
    assert "Writing: A2 (Certificate)" in page.passport.rows["de"].accessibleDescription()


def test_a_removed_test_comes_back_with_undo_and_its_language_stays(office: Office) -> None:
    case = replace(an_empty_case(), languages=(LanguageSkill("tr", AssessedBy.TEST, listening=Level.B2),))
    page = office.open("languages", case)
    (row,) = page.proofs.list.rows.values()
    office.click(row.remove)
    assert [(one.language, one.assessed_by) for one in office.stored.languages] == [("tr", AssessedBy.SELF)]
    assert office.banner.act is not None
    office.banner.act()
    assert office.stored.languages == case.languages


def test_the_date_of_a_certificate_is_its_own(office: Office) -> None:
    page = office.open("languages")
    office.click(page.proofs.buttons[AssessedBy.TEST])
    (row,) = page.proofs.list.rows.values()
    office.click(row.grid.rows[AssessedBy.TEST, Skill.READING].steps[Level.B1])
    proof = find_side(office.stored.languages, "de", AssessedBy.TEST)
    assert proof is not None
    assert proof.assessed_on is None


@pytest.mark.parametrize("width", [300, 420, 900])
def test_a_certificate_is_written_above_the_bars_at_every_width(office: Office, width: int) -> None:
    page = office.open("languages", replace(an_empty_case(), languages=(LanguageSkill("de"),)))
    row: PassportRow = page.passport.rows["de"]
    row.setFixedWidth(width)

    def words(level: Level) -> QImage:
        row.show_skills((LanguageSkill("de", AssessedBy.CERTIFICATE, Level.A1, level, level, level, level),))
        return row.grab(QRect(80, 4, width - 160, 20)).toImage()

    assert words(Level.B1) != words(Level.C2)

"""Scales are radio buttons with names; the radar tells itself in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.level_grid import LevelGrid
from iq_desktop.ui.kit.radar import Axis, Radar
from iq_desktop.ui.kit.rating_row import BESIDE, LEAST, RatingList, RatingRow
from iq_desktop.wording.text import as_it_is

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue
    from tests.ui.kit.conftest import Stage

CASH = Competence("uri:cash", "Kassieren", "operate cash register", id="1")


def test_each_answer_of_a_row_makes_a_new_competence(stage: Stage) -> None:
    row = stage.show(RatingRow(CASH), 800, 60)
    heard: list[Competence] = []
    row.changed.connect(heard.append)
    stage.click(row.own.steps[Independence.ALONE])
    stage.click(row.adviser.steps[Independence.NEW_SETTING])
    stage.click(row.evidence.steps[Evidence.REFERENCE])
    last = heard[-1]
    assert (last.self_rating, last.adviser_rating) == (Independence.ALONE, Independence.NEW_SETTING)
    assert last.evidence is Evidence.REFERENCE
    assert len(heard) == 3
    assert clipped(row) == []


def test_a_rating_can_be_taken_back_but_evidence_always_stands(stage: Stage) -> None:
    row = stage.show(RatingRow(CASH), 800, 60)
    step, grade = row.own.steps[Independence.ALONE], row.evidence.steps[Evidence.STATEMENT]
    stage.click(step)
    stage.click(step)
    stage.click(grade)
    stage.press(grade, Qt.Key.Key_Delete)
    assert row.competence == CASH
    assert grade.isChecked()


def test_arrow_keys_move_along_a_scale(stage: Stage) -> None:
    row = stage.show(RatingRow(CASH), 800, 60)
    step = row.own.steps[Independence.WITH_GUIDANCE]
    stage.click(step)
    stage.press(step, Qt.Key.Key_Right)
    assert row.competence.self_rating is Independence.ALONE
    stage.press(row.own.steps[Independence.ALONE], Qt.Key.Key_Delete)
    assert row.competence.self_rating is None


def test_a_screen_reader_hears_skill_side_and_step(stage: Stage) -> None:
    row = stage.show(RatingRow(CASH), 800, 60)
    step = row.adviser.steps[Independence.SHOWS_OTHERS]
    heard = QAccessible.queryAccessibleInterface(step)
    assert heard.text(QAccessible.Text.Name) == "operate cash register, adviser's view: can show others"
    assert heard.role() is QAccessible.Role.RadioButton


def test_the_name_follows_the_language(stage: Stage, german: Tongue) -> None:
    row = stage.show(RatingRow(CASH), 800, 60)
    assert row.name.text() == "operate cash register"
    row.speak(german)
    row.name.speak(german)
    assert row.name.text() == "Kassieren"


def test_a_long_list_is_built_in_slices_and_keeps_its_order(stage: Stage) -> None:
    page = stage.show(RatingList(), 900, 600)
    many = [Competence(f"uri:{number}", f"Skill {number}", id=str(number)) for number in range(23)]
    page.show_competences(many)
    assert 0 < len(page.rows) < 23
    stage.bot.waitUntil(lambda: page.is_filled)
    assert list(page.rows) == [each.id for each in many]
    assert page.rows["22"].name.text() == "Skill 22"
    kept = page.rows["3"]
    page.show_competences([many[5], many[3]])
    assert page.rows["3"] is kept
    assert page.rows["5"].y() < kept.y()
    assert len(page.rows) == 2


def test_levels_are_picked_for_each_side(stage: Stage) -> None:
    grid = stage.show(LevelGrid(as_it_is("German")), 900, 300)
    picked: list[Any] = []
    grid.picked.connect(lambda *what: picked.append(what))
    grid.show_levels(AssessedBy.SELF, LanguageSkill("de", listening=Level.B1))
    assert picked == []
    stage.click(grid.rows[AssessedBy.ADVISER, Skill.READING].steps[Level.A2])
    grid.rows[AssessedBy.SELF, Skill.LISTENING].steps[Level.B1].setFocus()
    stage.press(grid.rows[AssessedBy.SELF, Skill.LISTENING].steps[Level.B1], Qt.Key.Key_Right)
    assert picked == [
        (AssessedBy.ADVISER, Skill.READING, Level.A2),
        (AssessedBy.SELF, Skill.LISTENING, Level.B2),
    ]
    step = grid.rows[AssessedBy.SELF, Skill.WRITING].steps[Level.C1]
    assert step.accessibleName() == "German, Writing, Own assessment: C1"
    assert clipped(grid) == []


def test_the_radar_is_told_in_words(stage: Stage) -> None:
    radar = stage.show(Radar(), 500, 400)
    blank = radar.grab().toImage()
    radar.show_axes([Axis(as_it_is("Cash"), 3, 2), Axis(as_it_is("Stock"), None, 4), Axis(as_it_is("Talk"), 1, None)])
    assert "Cash: own view 3 of 4, adviser 2 of 4." in radar.accessibleDescription()
    assert "Stock: own view not rated of 4, adviser 4 of 4." in radar.accessibleDescription()
    assert radar.grab().toImage() != blank
    radar.show_axes([])
    assert radar.grab().toImage() == blank


def test_a_wide_row_asks_for_no_more_width_than_a_narrow_one(stage: Stage) -> None:
    row = stage.show(RatingRow(CASH), BESIDE + 200, 60)
    assert row.width() > BESIDE
    assert row.minimumSizeHint().width() == LEAST

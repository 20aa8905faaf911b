"""The card “Which German course?” on the page Languages, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.fact_choices import GoalLevel
from iq_desktop.domain.language_skill import LanguageSkill
from iq_desktop.ui.screens.parts.german_rows import StepLine, TermRow
from tests.support.german import a_learner
from tests.support.worked_cases import a_nurse_from_syria

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


def test_the_answer_stands_first_with_who_signs(office: Office) -> None:
    card = office.open("languages", a_learner()).german
    assert card.answer.text.text() == "Integration course"
    rows = [row for row in card.terms.rows if isinstance(row, TermRow)]
    assert rows[0].words.text().replace("\u00ad", "") == "Foreigners' office (Ausländerbehörde)"
    assert rows[0].place.text() == "§ 6 Abs. 1 Satz 1 IntV"
    assert not card.questions.isVisible()


def test_a_goal_makes_the_ladder_longer_and_is_kept(office: Office) -> None:
    page = office.open("languages", a_learner())
    assert len(page.german.advice.ladder) == 1
    # one step is told above: no row of the ladder is left lying about
    assert page.german.findChildren(StepLine) == []
    office.click(page.german.goal.pills[GoalLevel.C1])
    assert [one.value for one in office.stored.told_facts if one.fact == "german_goal"] == ["C1"]
    assert len(page.german.advice.ladder) == 3
    assert len(page.german.steps.rows) == 3
    assert page.german.ladder_title.text() == "The way to C1"


def test_what_is_missing_is_asked_right_there(office: Office) -> None:
    page = office.open("languages", a_learner(residence_paragraph=None, residence_title=None))
    card = page.german
    assert card.answer.text.text() == "Probably: Integration course"
    assert card.questions.isVisible()
    wanted: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda name, part: wanted.append((name, part)))
    office.click(card.questions.links["residence_title"])
    assert wanted == [("person", "residence_title")]


def test_reasons_and_the_other_courses_unfold(office: Office) -> None:
    card = office.open("languages", a_nurse_from_syria()).german
    assert not card.why.isVisible()
    office.click(card.fold)
    assert card.why.isVisible()
    assert card.reasons.rows
    assert len(card.others.rows) >= 10


def test_the_course_goes_into_the_agreement(office: Office) -> None:
    page = office.open("languages", a_learner())
    wanted: list[str] = []
    page.page_wanted.connect(lambda name, _part: wanted.append(name))
    office.click(page.german.agree_button)
    assert [point.text for point in office.stored.agreement] == ["Zum Kurs anmelden: Integrationskurs"]
    office.click(page.german.print_button)
    assert wanted == ["agreement", "documents"]


def test_fitting_courses_are_asked_for(office: Office) -> None:
    page = office.open("languages", a_learner())
    asked: list[bool] = []
    page.courses_wanted.connect(lambda: asked.append(True))
    office.click(page.german.find_button)
    assert asked == [True]


@pytest.mark.parametrize(("level", "title"), [(None, "First the level"), ("C2", "No course is needed for the goal")])
def test_without_a_course_there_is_nothing_to_press(office: Office, level: str | None, title: str) -> None:
    case = a_learner(german_level=level) if level else a_nurse_from_syria()
    if level is None:
        case = replace(case, languages=(LanguageSkill("de"),))
    card = office.open("languages", case).german
    assert card.answer.text.text() == title
    assert not card.find_button.isVisible()

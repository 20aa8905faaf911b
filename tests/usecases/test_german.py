"""Advice on German in words, and what is taken over into the agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.fact_choices import GoalLevel
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.german_advice import GermanAdvice, advise_german
from iq_desktop.domain.german_words import goal_in_words, length_of, reasons_in_words
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.point_picture import PointPicture
from iq_desktop.ui.kit.icon_shapes import SHAPES
from iq_desktop.usecases.german import agree_on_course, look_at_german, open_german_law
from iq_desktop.usecases.german_told import answer_of, grounds_of, lines_of, others_of
from iq_desktop.usecases.told_facts import answer_of as told_answer
from iq_desktop.usecases.told_facts import tell_fact
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.german import a_learner, the_german_law
from tests.support.tongues import TRANSLATIONS, english
from tests.support.worked_cases import WORKED_CASES, a_nurse_from_syria

if TYPE_CHECKING:
    from iq_desktop.wording.text import Text


def said(text: Text) -> str:
    return english().speak(text)


def advice(**facts: object) -> GermanAdvice:
    return advise_german(the_german_law(), a_learner(**facts), TODAY)


def test_the_desk_knows_the_same_law_as_its_packs() -> None:
    law = open_german_law(a_desk(TRANSLATIONS))
    case = a_nurse_from_syria()
    assert look_at_german(law, case, TODAY) == advise_german(the_german_law(), case, TODAY)


def test_the_answer_stands_first() -> None:
    told = answer_of(advice(german_level="none"), "en")
    assert (told.mark, said(told.title)) == ("good", "Integration course")
    assert said(told.more) == "from the beginning to B1 · 700 units · about 35 weeks"
    assert told.is_settled


def test_what_is_only_likely_says_so() -> None:
    told = answer_of(advice(residence_paragraph=None, residence_title=None), "en")
    assert (told.mark, told.is_settled) == ("open", False)
    assert said(told.title) == "Probably: Integration course"


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({"german_level": None}, "First the level"),
        ({"german_level": "B2", "german_goal": "B1"}, "No course is needed for the goal"),
        (
            {"home": "abroad", "residence_paragraph": None},
            "A course without a grant, for example at an adult education centre",
        ),
    ],
)
def test_every_other_answer_has_words_too(facts: dict[str, object], title: str) -> None:
    assert said(answer_of(advice(**facts), "en").title) == title


def test_what_belongs_to_a_course_has_its_place_in_the_law() -> None:
    step = advice().step
    assert step is not None
    lines = {said(line.label): (said(line.words), said(line.place)) for line in lines_of(step, "de")}
    assert lines["Who signs"] == ("Foreigners' office (Ausländerbehörde)", "§ 6 Abs. 1 Satz 1 IntV")
    assert lines["Costs"][1] == "§ 9 Abs. 2 Satz 1 Nr. 1 IntV"
    assert "Present notice about the benefits" in lines["To bring along"][0]
    assert all(place for _words, place in lines.values())


def test_the_rule_that_opens_it_is_told_with_its_place() -> None:
    step = advice().step
    assert step is not None
    grounds = grounds_of(step)
    assert any("Anspruch" in one.sentence("de") for one in grounds)
    assert all(said(one.place) for one in grounds)


@pytest.mark.parametrize("name", WORKED_CASES)
def test_every_other_course_says_why_not(name: str) -> None:
    told = others_of(advise_german(the_german_law(), WORKED_CASES[name](), TODAY), "de")
    assert len(told) >= 10
    for one in told:
        assert one.mark in SHAPES
        assert said(one.words)


def test_reasons_name_the_skill_that_decides() -> None:
    uneven = LanguageSkill("de", AssessedBy.TEST, Level.B2, Level.B2, Level.B2, Level.B2, Level.B1)
    case = replace(a_learner(integration_course="done_b1"), languages=(uneven,))
    told = [said(one) for one in reasons_in_words(advise_german(the_german_law(), case, TODAY))]
    assert "The lowest skill decides: B1 (Writing)." in told
    assert "Only this lags behind: Writing. Ask whether a course for it alone is enough." in told


def test_what_nobody_read_in_the_law_is_told_with_a_doubt() -> None:
    goal = advise_german(the_german_law(), a_nurse_from_syria(), TODAY).goal
    assert goal is not None
    assert said(goal_in_words(goal)) == "about B2, usual for the recognition: Nursing diploma, to be checked"


def test_a_limit_is_told_as_a_limit() -> None:
    step = advice(german_level="none", is_literate=False, scripts=None).step
    assert step is not None
    assert said(length_of(step)) == "up to 1000 units · about 50 weeks"


def test_the_goal_is_kept_with_the_case() -> None:
    case = tell_fact(a_learner(), FACTS["german_goal"], "", GoalLevel.C1, TODAY)
    assert told_answer(case, FACTS["german_goal"], "").value == "C1"
    assert advise_german(the_german_law(), case, TODAY).ladder[-1].to_level is Level.C1


def test_a_course_is_agreed_on_in_both_languages_and_once_only() -> None:
    desk = a_desk(TRANSLATIONS)
    case = a_learner()
    step = advise_german(the_german_law(), case, TODAY).step
    assert step is not None
    agreed = agree_on_course(case, step, desk.tongue("de"), desk.tongue("ar"))
    (point,) = agreed.agreement
    assert point.text == "Zum Kurs anmelden: Integrationskurs"
    assert "Integrationskurs" in point.text_in_client_language
    assert point.text_in_client_language != point.text
    assert point.picture is PointPicture.LANGUAGE
    assert agree_on_course(agreed, step, desk.tongue("de"), desk.tongue("ar")) is agreed
    assert agree_on_course(case, step, desk.tongue("de"), None).agreement[0].text_in_client_language == ""

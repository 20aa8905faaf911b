"""What a talk brings into the case: levels, scripts, ratings, times of life; twice brings nothing more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.domain.instrument import Ask, Item, Rater, Rule, Scoring, Section, Source
from iq_desktop.domain.language_skill import AssessedBy, Level
from iq_desktop.domain.qualification import WorkKind, WorkPeriod
from iq_desktop.domain.situation import Script, Situation
from iq_desktop.domain.talk_conversation import answer_not_now, answer_value, go_to
from iq_desktop.domain.talk_results import results_of
from iq_desktop.usecases.competences import rate
from iq_desktop.usecases.talk import with_talk
from iq_desktop.usecases.talk_fruits import (
    is_taken_over,
    known_step,
    life_suggestions,
    strongest_lines,
    take_over_levels,
    take_over_life,
    take_over_rating,
    take_over_ratings,
    take_over_scripts,
)
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case, an_empty_case
from tests.support.instruments import BIOGRAPHY, LANGUAGE, SKILLS, a_talk, an_instrument, answered, highest_answer

if TYPE_CHECKING:
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.domain.talk_questions import Question


def language_talk(language: str = "de", rater: Rater = Rater.SELF) -> Conversation:
    instrument = an_instrument(LANGUAGE, (Scoring(Rule.LEVEL_BY_SKILL, "statements"),))

    def answer(question: Question) -> int:
        rank = question.item.level.rank if question.item.level else 0
        return 3 if rank <= (4 if question.item.skill == "reading" else 2) else 1

    return answered(a_talk(instrument, rater, subject=language), answer)


def test_levels_of_a_new_language_stand_as_what_the_person_says() -> None:
    case = take_over_levels(an_empty_case(), language_talk("ti"), TODAY)
    (skill,) = case.languages
    assert (skill.language, skill.assessed_by, skill.assessed_on) == ("ti", AssessedBy.SELF, TODAY)
    assert (skill.listening, skill.reading, skill.writing) == (Level.A2, Level.B2, Level.A2)


def test_levels_replace_those_of_the_same_side_only() -> None:
    before = a_usual_case()
    case = take_over_levels(before, language_talk("de", Rater.ADVISER), TODAY)
    assert len(case.languages) == len(before.languages)
    sides = {one.assessed_by: one for one in case.languages if one.language == "de"}
    assert sides[AssessedBy.ADVISER].reading is Level.B2
    assert (
        sides[AssessedBy.SELF]
        == {one.assessed_by: one for one in before.languages if one.language == "de"}[AssessedBy.SELF]
    )
    assert take_over_levels(case, language_talk("de", Rater.ADVISER), TODAY) == case


def test_levels_that_were_not_asked_stay() -> None:
    instrument = an_instrument(LANGUAGE, (Scoring(Rule.LEVEL_BY_SKILL, "statements"),))
    talk = answer_value(answer_value(a_talk(instrument, Rater.ADVISER, subject="de"), 3), 3)
    before = next(one for one in a_usual_case().languages if one.id == "l3")
    after = next(one for one in take_over_levels(a_usual_case(), talk, TODAY).languages if one.id == "l3")
    assert (after.listening, after.reading) == (Level.A2, before.reading)


def test_without_a_language_nothing_is_taken_over() -> None:
    assert take_over_levels(a_usual_case(), language_talk(""), TODAY) == a_usual_case()
    assert take_over_levels(a_usual_case(), a_talk(), TODAY) == a_usual_case()


@pytest.mark.parametrize(
    ("known", "chosen", "after"),
    [
        ((), ["arabic"], (Script.ARABIC,)),
        ((Script.LATIN,), ["latin", "arabic"], (Script.LATIN, Script.ARABIC)),
        ((Script.NONE,), ["latin"], (Script.LATIN,)),
        ((), ["none"], (Script.NONE,)),
        ((Script.LATIN,), [], (Script.LATIN,)),
    ],
)
def test_scripts_come_beside_those_that_are_known(
    known: tuple[Script, ...], chosen: list[str], after: tuple[Script, ...]
) -> None:
    items = tuple(Item(script.value) for script in Script)
    section = Section("scripts", Ask.SEVERAL, items, shown_together=True)
    instrument = an_instrument((section,), (Scoring(Rule.CHOSEN, "scripts", "scripts"),))
    talk = answered(a_talk(instrument), lambda _: chosen)
    case = take_over_scripts(replace(an_empty_case(), situation=Situation(scripts=known)), talk)
    assert case.situation.scripts == after


def skill_talk(rater: Rater) -> Conversation:
    instrument = an_instrument(SKILLS, (Scoring(Rule.STEP_BY_ITEM, "skills"),))
    return answered(a_talk(instrument, rater), highest_answer)


@pytest.mark.parametrize("rater", list(Rater), ids=lambda one: one.value)
def test_ratings_go_to_the_side_of_who_answered(rater: Rater) -> None:
    before = a_usual_case()
    talk = skill_talk(rater)
    case = take_over_ratings(before, talk, results_of(talk)[0].lines)
    first, known = case.competences[0], before.competences[0]
    own = rater is Rater.SELF
    assert first.self_rating is (Independence.SHOWS_OTHERS if own else known.self_rating)
    assert first.adviser_rating is (known.adviser_rating if own else Independence.SHOWS_OTHERS)
    seen = Evidence.OBSERVED if rater is Rater.OBSERVER else known.evidence
    assert first.evidence is seen
    assert case.competences[2:] == before.competences[2:]


def test_ratings_of_competences_of_the_case_are_in_step_with_them() -> None:
    instrument = an_instrument(SKILLS)
    before = a_usual_case()
    talk = a_talk(instrument)
    assert known_step(before, talk, "competence-0") == before.competences[0].self_rating.step  # type: ignore[union-attr]  # it is rated
    talk = answer_value(talk, 1)
    case = with_talk(before, talk)
    assert case.competences[0].self_rating is Independence.WITH_GUIDANCE
    assert case.competences[0].adviser_rating is before.competences[0].adviser_rating
    changed = rate(case, replace(case.competences[0], self_rating=Independence.NEW_SETTING))
    talk = answer_value(talk, 2)
    later = with_talk(changed, talk)
    assert [one.self_rating for one in later.competences[:2]] == [Independence.NEW_SETTING, Independence.ALONE]
    again = with_talk(later, answer_not_now(go_to(talk, "skills.competence-0")))
    assert again.competences == later.competences
    assert known_step(later, talk, "gone") is None


def test_a_competence_that_is_gone_does_not_come_back() -> None:
    talk = skill_talk(Rater.SELF)
    case = replace(a_usual_case(), competences=())
    assert take_over_ratings(case, talk, results_of(talk)[0].lines) == case


def test_a_line_of_a_pack_becomes_a_competence_with_its_example() -> None:
    sections = (
        Section("skills", Ask.CHOICE, (Item("mail"), Item("search")), "steps"),
        Section("examples", Ask.WORDS, source=Source("skills", (4,))),
    )
    instrument = an_instrument(sections, (Scoring(Rule.STEP_BY_ITEM, "skills"),))
    talk = answered(a_talk(instrument), highest_answer)
    line = results_of(talk)[0].lines[0]
    case = take_over_rating(an_empty_case(), talk, line)
    (skill,) = case.competences
    assert (skill.name_de, skill.name_en, skill.example) == ("de mail", "en mail", "Ein Beispiel")
    assert (skill.self_rating, skill.evidence) == (Independence.SHOWS_OTHERS, Evidence.EXAMPLE)
    assert take_over_rating(case, talk, line) == case


def test_a_scale_that_is_not_of_independence_rates_nothing() -> None:
    talk = answer_value(a_talk(), 3)
    line = results_of(talk)[0].lines[0]
    assert take_over_rating(an_empty_case(), talk, line) == an_empty_case()


def biography(*situations: str) -> Conversation:
    instrument = an_instrument(BIOGRAPHY, (Scoring(Rule.LIFE, "situations"),))

    def answer(question: Question) -> object:
        if question.key == "situations":
            return list(situations)
        if question.ask is Ask.CHOICE:
            return {"advise": 4, "cash": 2}.get(question.item.code, 3)
        return highest_answer(question)

    return answered(a_talk(instrument), answer)


def test_situations_become_times_of_life_and_work_with_their_skills() -> None:
    shop, way = life_suggestions(biography("shop", "way"))
    assert isinstance(shop.part, WorkPeriod)
    assert (shop.part.title_de, shop.part.kind) == ("de shop", WorkKind.FAMILY_BUSINESS)
    assert shop.part.tasks == "de sell, de count"
    assert [(one.name_de, one.self_rating, one.example) for one in shop.skills] == [
        ("de advise", Independence.SHOWS_OTHERS, "Ein Beispiel"),
        ("de cash", Independence.ALONE, ""),
        ("de stock", Independence.NEW_SETTING, ""),
    ]
    assert isinstance(way.part, LifeEntry)
    assert (way.part.kind, way.part.title, way.skills) == (LifeKind.JOURNEY, "de way", ())


def test_a_time_of_life_is_taken_over_by_one_act_and_only_once() -> None:
    shop, way = life_suggestions(biography("shop", "way"))
    case = take_over_life(an_empty_case(), shop)
    assert (len(case.works), len(case.life), len(case.competences)) == (1, 0, 3)
    assert is_taken_over(case, shop)
    assert not is_taken_over(case, way)
    case = take_over_life(case, way)
    assert len(case.life) == 1
    edited = replace(case, works=(replace(case.works[0], place="Aleppo"),))
    assert take_over_life(edited, shop) == edited, "what the adviser added stays"


def test_the_other_side_comes_beside_the_own_one() -> None:
    known = Competence("urn:iq-desktop:instrument:trial:advise", "Beraten", adviser_rating=Independence.ALONE)
    case = take_over_life(replace(an_empty_case(), competences=(known,)), life_suggestions(biography("shop"))[0])
    (first, *_) = case.competences
    assert (first.name_de, first.self_rating, first.adviser_rating) == (
        "Beraten",
        Independence.SHOWS_OTHERS,
        Independence.ALONE,
    )


def test_the_strongest_of_an_experience_come_first() -> None:
    talk = biography("shop")
    (group,) = results_of(talk)[0].groups
    assert [line.item for line in strongest_lines(talk, group)] == ["advise", "stock", "cash"]
    assert len(strongest_lines(talk, group, most=2)) == 2

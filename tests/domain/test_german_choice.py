"""Which German course fits now: the order of precedence row by row, and what is never proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.german_advice import advise_german
from iq_desktop.domain.german_choice import Fit
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill
from tests.support.builders import TODAY
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.german import a_learner, drawn_learner, the_german_law

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.german_advice import GermanAdvice

LAPSED = {"title_since": "2020-01-15"}
WORKS = {"employment": "insured", "benefits": "none", "registered_as": "not"}
DONE_BELOW = {"integration_course": "done_below", "german_level": "A2"}
PRECEDENCE: list[tuple[str, dict[str, Any], str]] = [
    # Literacy stands before everything, and the second script before the usual course.
    ("cannot read and write", {"is_literate": False, "scripts": None}, "literacy-course"),
    ("cannot read, has a job", {"is_literate": False, "scripts": None, **WORKS}, "literacy-course"),
    ("reads Arabic only", {"scripts": ["arabic"]}, "second-script-course"),
    ("reads Arabic and Latin", {"scripts": ["arabic", "latin"]}, "integration-course"),
    # Who is entitled to the integration course takes it before any vocational one, also with a job.
    ("entitled", {}, "integration-course"),
    ("entitled, works", WORKS, "integration-course"),
    ("claim lapsed: admission on application", LAPSED, "integration-course"),
    ("attends one", {"integration_course": "running"}, "integration-course"),
    # Without B1 after the whole course, or without access to it, the special courses follow.
    ("B1 not reached, A2", DONE_BELOW, "special-vocational-b1"),
    ("B1 not reached, A1", {**DONE_BELOW, "german_level": "A1"}, "special-vocational-a2"),
    (
        "Duldung for a year, A2",
        {"residence_paragraph": "60a_2_1", "tolerated_months": 12, "german_level": "A2", "benefits": "none"},
        "special-vocational-b1",
    ),
    # From B1 on the lowest skill says which course; recognition has one of its own on the last step.
    ("B1", {"german_level": "B1", "integration_course": "done_b1"}, "vocational-b2"),
    ("B2", {"german_level": "B2", "integration_course": "done_b1"}, "vocational-c1"),
    ("C1", {"german_level": "C1", "integration_course": "done_b1"}, "vocational-c2"),
    ("B1 for recognition", {"german_level": "B1", "needs_level_for_occupation": True}, "vocational-recognition"),
    (
        "B1 for recognition, but C1 is needed",
        {"german_level": "B1", "needs_level_for_occupation": True, "german_goal": "C1"},
        "vocational-b2",
    ),
]


def advice(case: CaseFile) -> GermanAdvice:
    return advise_german(the_german_law(), case, TODAY)


def course(case: CaseFile) -> str:
    step = advice(case).step
    return step.kind.code if step and step.kind else ""


@pytest.mark.parametrize(("facts", "expected"), [row[1:] for row in PRECEDENCE], ids=[row[0] for row in PRECEDENCE])
def test_one_course_goes_before_the_others(facts: dict[str, Any], expected: str) -> None:
    case = a_learner(**facts)
    assert course(case) == expected
    step = advice(case).step
    assert step is not None
    assert step.is_sure
    assert step.is_verified
    assert step.signers
    assert step.share


def test_the_lowest_skill_decides_and_the_one_that_lags_is_named() -> None:
    uneven = LanguageSkill("de", AssessedBy.TEST, Level.B2, Level.B2, Level.B2, Level.B2, Level.B1)
    case = replace(a_learner(integration_course="done_b1"), languages=(uneven,))
    told = advice(case)
    assert (told.level, told.lowest, told.lagging) == (Level.B1, (Skill.WRITING,), (Skill.WRITING,))
    assert course(case) == "vocational-b2"


def test_skills_nobody_asked_for_are_named() -> None:
    half = LanguageSkill("de", AssessedBy.ADVISER, Level.A2, None, Level.B1)
    told = advice(replace(a_learner(), languages=(half,)))
    assert told.level is Level.A2
    assert told.unknown == (Skill.READING, Skill.PRODUCTION, Skill.WRITING)


def test_without_a_level_the_level_is_asked_first() -> None:
    told = advice(a_learner(german_level=None))
    assert told.ladder == ()
    assert told.missing[0].code == "german_level"
    assert not told.is_reached


def test_without_a_word_about_reading_it_is_asked() -> None:
    told = advice(a_learner(scripts=None, is_literate=None))
    assert told.step is not None
    assert not told.step.is_sure
    assert "scripts" in {fact.code for fact in told.missing}
    # Most people read: the course for those who do not is likely for nobody of whom it was not said.
    assert course(a_learner(scripts=None, is_literate=None)) == "integration-course"


def test_without_a_residence_title_the_course_is_likely_and_lacks_an_answer() -> None:
    told = advice(a_learner(residence_paragraph=None, residence_title=None))
    assert told.step is not None
    assert told.step.kind is not None
    assert told.step.kind.code == "integration-course"
    assert not told.step.is_sure
    assert told.missing


def test_who_reached_the_goal_needs_no_course() -> None:
    told = advice(a_learner(german_level="B2", german_goal="B2", integration_course="done_b1"))
    assert told.is_reached
    assert told.ladder == ()


def test_somebody_abroad_below_b1_looks_for_a_course_without_a_grant() -> None:
    told = advice(a_learner(home="abroad", residence_paragraph=None))
    assert told.step is not None
    assert told.step.kind is None
    assert (told.step.from_level, told.step.to_level) == (Level.A1, Level.B1)


def test_each_other_course_says_how_it_stands() -> None:
    told = advice(a_learner())
    fits = {one.kind.code: one.fit for one in told.others}
    assert "integration-course" not in fits
    assert fits["intensive-course"] is Fit.PLACEMENT
    assert fits["literacy-course"] is Fit.OTHERS
    assert fits["vocational-b2"] is Fit.LATER
    assert "group-course-until-2024" not in fits


def test_nobody_is_proposed_a_course_above_the_lowest_skill_or_that_is_closed() -> None:
    chance = seeded(9)
    chosen = 0
    for _ in range(count(100, 5_000)):
        told = advice(drawn_learner(chance))
        assert sum(one.fit is Fit.NOW for one in told.judged) <= 1
        for one in told.judged:
            if one.fit not in {Fit.NOW, Fit.ALSO}:
                continue
            chosen += 1
            assert told.level is not None
            assert one.kind.from_level is None or one.kind.from_level.rank <= told.level.rank
            assert one.kind.to_level is None or one.kind.to_level.rank > told.level.rank
            assert one.verdict is not None
            assert one.verdict.verdict in {Verdict.OPEN, Verdict.OPEN_IF}
            assert one.kind.is_offered_on(TODAY)
    assert chosen > 0

"""The ladder of German: no gap, no closed step, who signs it, and the ten worked cases."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.german_advice import advise_german, ladder_to
from iq_desktop.domain.german_goal import GoalSource
from iq_desktop.domain.german_law import CourseNote, Share, Signer, TermKind
from iq_desktop.domain.language_skill import Level
from tests.support.builders import TODAY
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.german import a_learner, drawn_learner, the_german_law
from tests.support.worked_cases import WORKED_CASES

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.german_ladder import LadderStep

WORKED = {
    # B1, on basic income, needs B2 for nursing: the course for recognition, signed by the job centre.
    "nurse from Syria": (GoalSource.RECOGNITION, "vocational-recognition:B1-B2:job_centre,agency:free"),
    # Attends the integration course already.
    "electrician without papers": (GoalSource.NEXT, "integration-course:A2-B1:has_it:half"),
    # Schools ask for more than B2: one step after the other.
    "teacher from Ukraine": (
        GoalSource.RECOGNITION,
        "vocational-b2:B1-B2:job_centre,agency:free vocational-recognition:B2-C1:job_centre,agency:free",
    ),
    "hairdresser without certificate": (GoalSource.NEXT, "vocational-c1:B2-C1:federal_office:half_of_employed"),
    # Little need of integration: no claim, but admission on application.
    "engineer": (GoalSource.NEXT, "integration-course:A2-B1:federal_office:half"),
    "care worker at A2": (
        GoalSource.RECOGNITION,
        "integration-course:A2-B1:federal_office:half vocational-recognition:B1-B2:federal_office:half_of_employed",
    ),
    "baker": (GoalSource.NEXT, "vocational-b2:B1-B2:federal_office:half_of_employed"),
    # No way into the integration course; registered, so the agency decides on the special course.
    "person with a Duldung": (GoalSource.NEXT, "special-vocational-b1:A2-B1:agency:free"),
    "one abroad": (GoalSource.NEXT, "own:A2-B1::"),
    "one who wants to found": (GoalSource.NEXT, "vocational-c1:B2-C1:agency:free"),
}


def ladder(case: CaseFile, goal: Level) -> tuple[LadderStep, ...]:
    return ladder_to(the_german_law(), case, TODAY, goal)


def told(step: LadderStep) -> str:
    signers = ",".join(str(one.words.value) for one in step.signers)
    share = str(step.share.words.value) if step.share else ""
    kind = step.kind.code if step.kind else "own"
    return f"{kind}:{step.from_level.value}-{step.to_level.value}:{signers}:{share}"


def test_every_worked_case_is_expected() -> None:
    assert set(WORKED) == set(WORKED_CASES)


@pytest.mark.parametrize("name", WORKED)
def test_the_worked_cases_get_the_courses_that_an_adviser_would_name(name: str) -> None:
    source, expected = WORKED[name]
    advice = advise_german(the_german_law(), WORKED_CASES[name](), TODAY)
    assert advice.goal is not None
    assert advice.goal.source is source
    assert " ".join(told(step) for step in advice.ladder) == expected


def test_a_beginner_goes_from_the_first_course_to_b2() -> None:
    steps = ladder(a_learner(german_level="none"), Level.B2)
    assert [told(step) for step in steps] == [
        "integration-course:none-B1:foreigners_office:waived",
        "vocational-b2:B1-B2:job_centre,agency:free",
    ]
    first, second = steps
    assert (first.units, first.orientation_units, first.weeks, first.is_estimate) == (600, 100, 35, False)
    assert (second.units, second.weeks) == (400, 20)


def test_who_enters_halfway_has_about_the_rest_before_them() -> None:
    (step,) = ladder(a_learner(german_level="A2"), Level.B1)
    assert (step.units, step.orientation_units, step.is_estimate) == (200, 100, True)


@pytest.mark.parametrize(("hours", "units", "weeks"), [(None, 20, 35), (40, 25, 28), (15, 20, 35), (6, 8, 88)])
def test_the_hours_of_a_week_say_how_long_it_lasts(hours: int | None, units: int, weeks: int) -> None:
    case = a_learner(german_level="none")
    case = replace(case, situation=replace(case.situation, hours_per_week=hours))
    (step,) = ladder(case, Level.B1)
    assert (step.units_a_week, step.weeks) == (units, weeks)


def test_child_care_is_named_where_children_need_it() -> None:
    case = a_learner()
    assert CourseNote.CHILD_CARE not in {one.words for one in ladder(case, Level.B1)[0].terms}
    case = replace(case, situation=replace(case.situation, needs_childcare=True))
    (help_,) = [one for one in ladder(case, Level.B1)[0].terms if one.words is CourseNote.CHILD_CARE]
    assert help_.kind is TermKind.HELP
    assert help_.place == "§ 4a Abs. 2 IntV"


@pytest.mark.parametrize(
    ("facts", "signers", "share"),
    [
        ({"is_resettler": True}, [Signer.ADMINISTRATION_OFFICE], Share.FREE),
        ({"is_obliged": True}, [Signer.JOB_CENTRE], Share.WAIVED),
        (
            {"residence_paragraph": "55_asylg", "is_obliged": True, "benefits": "asylum_seeker"},
            [Signer.ASYLUM_BENEFITS],
            Share.WAIVED,
        ),
        ({"is_obliged": True, "benefits": "none"}, [Signer.FOREIGNERS_OFFICE], Share.HALF),
        ({"residence_paragraph": "24"}, [Signer.FEDERAL_OFFICE, Signer.JOB_CENTRE], Share.WAIVED),
        ({"residence_paragraph": "24", "benefits": "sgb_3"}, [Signer.FEDERAL_OFFICE], Share.WAIVED),
        ({"integration_course": "allowed"}, [Signer.HAS_IT], Share.WAIVED),
    ],
)
def test_who_signs_and_what_it_costs(facts: dict[str, object], signers: list[Signer], share: Share) -> None:
    step = ladder(a_learner(**facts), Level.B1)[0]
    assert [one.words for one in step.signers] == signers
    assert step.share is not None
    assert step.share.words is share


def test_the_ladder_has_no_gap_and_no_closed_step() -> None:
    chance = seeded(10)
    seen = 0
    for _ in range(count(100, 5_000)):
        case = drawn_learner(chance)
        goal = chance.choice(list(Level))
        level = advise_german(the_german_law(), case, TODAY).level
        steps = ladder(case, goal)
        if level is None or level.rank >= goal.rank:
            assert steps == ()
            continue
        assert steps[0].from_level is level
        assert steps[-1].to_level.rank >= goal.rank
        for before, after in pairwise(steps):
            assert before.to_level is after.from_level
            assert before.kind is not None or after.kind is not None
        for step in steps:
            seen += 1
            assert step.to_level.rank > step.from_level.rank
            assert step.weeks > 0
            if step.judgement is not None and step.kind is not None:
                assert step.kind.from_level is None or step.kind.from_level.rank <= step.from_level.rank
                assert step.judgement.verdict is not None
                assert step.judgement.verdict.verdict is not Verdict.CLOSED
                assert not step.is_sure or step.judgement.verdict.verdict is not Verdict.UNDECIDED
                assert sum(one.kind is TermKind.SHARE for one in step.terms) <= 1
    assert seen > 0

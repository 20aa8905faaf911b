"""Where a person stood and stands: from what was saved day by day, and honest where little was noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from iq_desktop.domain.agreement import Goal
from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill
from iq_desktop.domain.procedure import Procedure, ProcedureStep, StepKind
from iq_desktop.domain.qualification import Paper, PaperForm
from iq_desktop.domain.referral import AgreedPoint
from iq_desktop.domain.start_and_end import Counted, NotedSave, start_and_end
from tests.support.builders import a_case
from tests.support.full_cases import a_competence

MAY, JUNE, NOVEMBER = dt.date(2026, 5, 4), dt.date(2026, 6, 1), dt.date(2026, 11, 20)
TODAY = dt.date(2026, 11, 23)
ROW = {"language": "de", "assessed_by": "adviser", "listening": "A1", "assessed_on": "2026-05-04"}
SAVES = (
    NotedSave(MAY, {"languages.l": [None, ROW], "competences.c": [None, {"self_rating": "1", "evidence": "0"}]}),
    NotedSave(MAY, {"languages.l.listening": ["A1", "A2"], "languages.order": [[], []]}),
    NotedSave(JUNE, {"papers.p": [None, {"forms": '["lost"]'}], "languages.l.reading": [None, "A2"]}),
    NotedSave(NOVEMBER, {"languages.l.listening": ["A2", "B1"], "languages.l.assessed_on": [None, "2026-11-20"]}),
)
SKILL = LanguageSkill("de", AssessedBy.ADVISER, Level.B1, Level.A2, assessed_on=NOVEMBER, id="l")
CASE = replace(
    a_case(),
    opened_on=MAY,
    languages=(SKILL,),
    competences=(a_competence(0, evidence=Evidence.REFERENCE, id="c"), a_competence(1)),
    papers=(Paper("Diplom", forms=(PaperForm.ORIGINAL,), id="p"), Paper("Pass", forms=(PaperForm.LOST,))),
    agreement=(AgreedPoint("Eins", done_on=JUNE), AgreedPoint("Zwei"), AgreedPoint("  ")),
    goals=(Goal("Ziel"),),
)


def test_the_beginning_is_the_end_of_the_first_day_and_what_was_mended_that_day_is_no_change() -> None:
    (side,) = start_and_end(CASE, SAVES, TODAY).sides
    assert (side.first_on, side.last_on) == (MAY, NOVEMBER)
    found = {one.skill: (one.first, one.last, one.change) for one in side.skills}
    assert found[Skill.LISTENING] == (Level.A2, Level.B1, 1)
    assert found[Skill.READING] == (None, Level.A2, None)
    assert Skill.WRITING not in found


def test_numbers_at_the_beginning_and_now() -> None:
    counts = {one.what: (one.first, one.last, one.of) for one in start_and_end(CASE, SAVES, TODAY).counts}
    assert counts[Counted.COMPETENCES] == (1, 2, None)
    assert counts[Counted.PROVED] == (0, 1, None)
    assert counts[Counted.PAPERS] == (0, 1, None)
    assert counts[Counted.STEPS] == (0, 1, 2)
    assert counts[Counted.GOALS] == (0, 0, 1)
    assert Counted.PROCEDURES not in counts


def test_what_the_person_had_begun_before_the_counselling_is_no_fruit_of_it() -> None:
    before, since, planned = Procedure(id="before"), Procedure(id="since"), Procedure(id="planned")
    steps = (
        ProcedureStep("before", StepKind.APPLICATION_SENT, MAY - dt.timedelta(days=30)),
        ProcedureStep("before", StepKind.ACKNOWLEDGED, JUNE),
        ProcedureStep("since", StepKind.APPLICATION_SENT, MAY),
    )
    case = replace(CASE, contact=Contact(), procedures=(before, since, planned), procedure_steps=steps)
    counts = {one.what: (one.first, one.last) for one in start_and_end(case, SAVES, TODAY).counts}
    assert counts[Counted.PROCEDURES] == (1, 2)


def test_without_a_journal_the_beginning_is_unknown_and_not_nothing() -> None:
    ends = start_and_end(replace(CASE, agreement=()), (), TODAY)
    counts = {one.what: one.first for one in ends.counts}
    assert counts[Counted.COMPETENCES] is None
    assert [one.first for one in ends.sides[0].skills] == [None, None]
    assert ends.is_thin
    assert ends.seen_twice == ()
    assert ends.shown_sides == ends.sides[:1]


def test_a_counselling_that_began_today_shows_no_change() -> None:
    ends = start_and_end(replace(CASE, contact=replace(CASE.contact, first_talk_on=TODAY)), SAVES, TODAY)
    assert ends.is_thin
    assert not start_and_end(CASE, SAVES, TODAY).is_thin


def test_going_down_is_shown_as_it_is_and_sides_are_never_mixed() -> None:
    worse = replace(SKILL, listening=Level.A1)
    own = LanguageSkill("de", AssessedBy.SELF, Level.C1, id="own")
    ends = start_and_end(replace(CASE, languages=(own, worse)), SAVES, TODAY)
    assert [side.assessed_by for side in ends.sides] == [AssessedBy.ADVISER, AssessedBy.SELF]
    assert ends.sides[0].skills[0].change == -1
    assert [side.assessed_by for side in ends.shown_sides] == [AssessedBy.ADVISER]


def test_a_row_that_was_removed_is_gone_from_the_beginning() -> None:
    saves = (*SAVES[:1], NotedSave(MAY, {"competences.c": [{"self_rating": "1"}, None]}))
    counts = {one.what: one.first for one in start_and_end(CASE, saves, TODAY).counts}
    assert counts[Counted.COMPETENCES] == 0

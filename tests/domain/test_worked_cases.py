"""Ten worked cases: what is possible for each, by which rules, told as an adviser would tell it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from iq_desktop.catalogues.regulation import read_standings
from iq_desktop.catalogues.rules import read_rules, rule_files
from iq_desktop.domain.eligibility import Verdict, what_is_possible
from iq_desktop.domain.procedure import LegalBasis, ProcedureKind, StepKind
from iq_desktop.domain.procedure_clocks import clocks_of
from iq_desktop.domain.procedure_law import Binding, ClockKind
from iq_desktop.domain.rule import Route
from iq_desktop.domain.told_fact import ToldFact
from tests.support.builders import TODAY
from tests.support.procedure_law import the_law
from tests.support.procedures import a_procedure, a_step, day
from tests.support.worked_cases import TRAINING, WORKED_CASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from iq_desktop.domain.eligibility import RouteVerdict
    from iq_desktop.domain.procedure_clocks import Clock
    from iq_desktop.domain.rule import RulePack

YES, IF, NO = Verdict.OPEN, Verdict.OPEN_IF, Verdict.CLOSED
R: Final = Route


class Told(NamedTuple):
    """What is expected of a route: the verdict, the rules that decide it, and notes among those that are told."""

    verdict: Verdict
    rules: str = ""
    notes: str = ""


NURSE: Final = {
    # Her Syrian diploma is a finished nursing training from a third country: the Nursing Professions Act opens the
    # application, whatever her title. Without the permission she may only assist. With B1 she need not wait for more
    # German: equivalence is examined first. She may waive that examination and take the test or the course at once.
    R.RECOGNITION: Told(YES, "care-third-country", "care-permission care-german-later care-waive care-own-law"),
    # Her diploma is no university degree.
    R.CERTIFICATE_EVALUATION: Told(NO, "no-degree"),
    # Nursing is no occupation of the BBiG or the HwO.
    R.VALIDATION: Told(NO, "not-dual"),
    # She has her certificate, and § 14 BQFG does not count for nursing.
    R.QUALIFICATION_ANALYSIS: Told(NO, "proof-there care"),
    # A refugee's title carries a measure as well; nobody needs § 16d here.
    R.STAY_16D: Told(NO, "title-suffices"),
    R.FAST_PROCEDURE: Told(NO, "already-here no-employer"),
    # No income, nobody else pays, no costs yet: first the grant, then the translations.
    R.RECOGNITION_GRANT: Told(YES, "low-income", "grant-first"),
    R.PLACEMENT_BUDGET: Told(IF, "registered-seeker basic-income"),
    R.FURTHER_TRAINING: Told(IF, "seeker-training", "voucher"),
    R.UPGRADING_GRANT: Told(IF, "humanitarian"),
    # She has done the course and reached B1.
    R.INTEGRATION_COURSE: Told(NO, "taken-already enough-german"),
    # Three groups fit; the job centre decides. The course for recognition leads to the German that nursing needs.
    R.VOCATIONAL_GERMAN: Told(YES, "seeking basic-income recognition", "from-b1 three-months"),
    # § 25 (2): the title allows work, and the entry says so.
    R.WORK: Told(YES, "protection title-says-so"),
    R.FOUNDING: Told(YES, "title-allows"),
    R.FOUNDING_GRANT: Told(IF, "entry-money"),
}
ELECTRICIAN: Final = {
    # Electrician is a dual training; he may apply without the lost certificate. Employed he may work without
    # recognition, an own business is a licensed craft.
    R.RECOGNITION: Told(YES, "foreign-training", "licensed-craft papers-missing copies-suffice"),
    R.CERTIFICATE_EVALUATION: Told(NO, "no-degree"),
    # 156 months of work are far more than one and a half times 42: if he would rather not apply for recognition,
    # validation is open as well.
    R.VALIDATION: Told(YES, "experienced", "mostly affidavit"),
    # The earthquake is not his fault: the body must find out his skills by work sample and expert talk.
    R.QUALIFICATION_ANALYSIS: Told(YES, "proof-missing", "ways make-credible craft-chamber"),
    R.STAY_16D: Told(NO, "title-suffices"),
    R.FAST_PROCEDURE: Told(NO, "already-here no-employer"),
    R.RECOGNITION_GRANT: Told(YES, "low-income", "grant-first"),
    R.PLACEMENT_BUDGET: Told(IF, "registered-seeker", "measures"),
    R.FURTHER_TRAINING: Told(IF, "seeker-training"),
    # 21 months in Germany as the husband of a resident.
    R.UPGRADING_GRANT: Told(IF, "family-15-months"),
    # His title is older than a year: the claim has ended, admission is possible; he attends already.
    R.INTEGRATION_COURSE: Told(IF, "claim-lapsed", "usual-course half-the-cost"),
    # A2 is too little, and none of the exceptions fits before he has finished the integration course.
    R.VOCATIONAL_GERMAN: Told(NO, "", "b1-first"),
    R.WORK: Told(YES, "family-title title-says-so"),
    R.FOUNDING: Told(YES, "title-allows"),
    # He never was insured here: no unemployment benefit, no basic income support.
    R.FOUNDING_GRANT: Told(NO),
}
TEACHER: Final = {
    # Teachers are a matter of the Länder; their laws are not at hand, so it is “if”, and to be checked.
    R.RECOGNITION: Told(IF, "land-occupation", "land-permission"),
    # The ZAB can evaluate her master's degree; that does not open the regulated occupation.
    R.CERTIFICATE_EVALUATION: Told(YES, "degree-from-abroad", "no-recognition degree-for-residence"),
    R.VALIDATION: Told(NO, "not-dual"),
    R.QUALIFICATION_ANALYSIS: Told(NO, "proof-there"),
    R.STAY_16D: Told(NO, "title-suffices"),
    R.FAST_PROCEDURE: Told(NO, "already-here no-employer"),
    # She has applied already, so nobody warns her.
    R.RECOGNITION_GRANT: Told(YES, "low-income", "amounts"),
    R.PLACEMENT_BUDGET: Told(IF, "registered-seeker basic-income"),
    R.FURTHER_TRAINING: Told(IF, "seeker-training"),
    # § 24 is not among the titles of the AFBG, and she has not worked in Germany yet.
    R.UPGRADING_GRANT: Told(NO, "", "recognition-first"),
    R.INTEGRATION_COURSE: Told(NO, "taken-already enough-german"),
    R.VOCATIONAL_GERMAN: Told(YES, "seeking basic-income recognition", "from-b1"),
    R.WORK: Told(YES, "protection title-says-so"),
    R.FOUNDING: Told(YES, "title-allows"),
    R.FOUNDING_GRANT: Told(IF, "entry-money"),
}
HAIRDRESSER: Final = {
    # She has no certificate of a training, so there is nothing to recognise.
    R.RECOGNITION: Told(NO, "not-finished"),
    R.CERTIFICATE_EVALUATION: Told(NO, "no-degree degree-not-finished"),
    # Twelve years in the craft, four and a half are needed; she is over 25 and lives here: validation is her way.
    R.VALIDATION: Told(YES, "experienced", "mostly affidavit tasks-by-doing external-exam"),
    # The analysis replaces missing proofs, not a missing training.
    R.QUALIFICATION_ANALYSIS: Told(NO, "training-not-finished"),
    R.STAY_16D: Told(NO, "no-foreign-qualification title-suffices"),
    R.FAST_PROCEDURE: Told(NO, "already-here"),
    R.RECOGNITION_GRANT: Told(NO, "nothing-to-recognise"),
    R.PLACEMENT_BUDGET: Told(NO),
    # Or she catches up on the examination, paid by the agency; beside her job her employer takes part.
    R.FURTHER_TRAINING: Told(IF, "late-qualification employed-training"),
    R.UPGRADING_GRANT: Told(IF, "settled three-years-work"),
    R.INTEGRATION_COURSE: Told(NO, "taken-already enough-german"),
    # As an employee she asks the BAMF and may have to pay half.
    R.VOCATIONAL_GERMAN: Told(YES, "working", "from-b2 employees-pay three-months"),
    R.WORK: Told(YES, "settled title-says-so"),
    R.FOUNDING: Told(YES, "title-allows"),
    R.FOUNDING_GRANT: Told(NO),
}
ENGINEER: Final = {
    # The title “Ingenieurin” belongs to the Länder; her job does not wait for it.
    R.RECOGNITION: Told(IF, "land-occupation", "land-permission"),
    R.CERTIFICATE_EVALUATION: Told(YES, "degree-from-abroad", "no-recognition degree-for-residence"),
    R.VALIDATION: Told(NO, "not-dual"),
    R.QUALIFICATION_ANALYSIS: Told(NO, "proof-there"),
    R.STAY_16D: Told(NO, "title-suffices"),
    R.FAST_PROCEDURE: Told(NO, "already-here"),
    # 56,000 euros lie above both limits.
    R.RECOGNITION_GRANT: Told(NO, "income-too-high"),
    R.PLACEMENT_BUDGET: Told(NO),
    R.FURTHER_TRAINING: Told(IF, "employed-training"),
    R.UPGRADING_GRANT: Told(NO),
    # With the Blue Card she would have a claim in her first year; with a degree and a fitting job her need is small,
    # so only admission is left.
    R.INTEGRATION_COURSE: Told(IF, "little-need", "usual-course half-the-cost"),
    # Employed at A2: a special course up to B1, if there is one.
    R.VOCATIONAL_GERMAN: Told(IF, "special-b1"),
    # She may change her job, but the office may look at it in the first year.
    R.WORK: Told(IF, "blue-card"),
    R.FOUNDING: Told(IF, "beside-the-purpose"),
    R.FOUNDING_GRANT: Told(NO),
}
CARE_WORKER: Final = {
    # Her notice asks for measures; the right to apply stays, and so does the duty to have the permission.
    R.RECOGNITION: Told(YES, "care-third-country", "care-permission care-german-later"),
    R.CERTIFICATE_EVALUATION: Told(YES, "degree-from-abroad", "no-recognition"),
    R.VALIDATION: Told(NO, "not-dual"),
    R.QUALIFICATION_ANALYSIS: Told(NO, "proof-there care"),
    # The notice, A2 and a measure: § 16d (1). The partnership that she is in goes on as well.
    R.STAY_16D: Told(YES, "measure partnership examination", "related-work"),
    R.FAST_PROCEDURE: Told(NO, "already-here"),
    # Her employer pays.
    R.RECOGNITION_GRANT: Told(NO, "other-bearer"),
    R.PLACEMENT_BUDGET: Told(NO),
    R.FURTHER_TRAINING: Told(IF, "employed-training"),
    R.UPGRADING_GRANT: Told(NO),
    # § 16d gives no claim; admission if there are places.
    R.INTEGRATION_COURSE: Told(IF, "other-title", "usual-course"),
    R.VOCATIONAL_GERMAN: Told(IF, "special-b1"),
    R.WORK: Told(IF, "partnership-job"),
    R.FOUNDING: Told(IF, "beside-the-purpose"),
    R.FOUNDING_GRANT: Told(NO),
}
BAKER: Final = {
    # Employed he works without recognition; for an own bakery, or for better pay, he applies. Copies suffice.
    R.RECOGNITION: Told(YES, "foreign-training", "licensed-craft copies-suffice"),
    R.CERTIFICATE_EVALUATION: Told(NO, "no-degree"),
    # He has learned the occupation; validation is for people who have not.
    R.VALIDATION: Told(NO, "learned"),
    R.QUALIFICATION_ANALYSIS: Told(NO, "proof-there"),
    R.STAY_16D: Told(NO, "free-movement"),
    R.FAST_PROCEDURE: Told(NO, "free-movement already-here"),
    R.RECOGNITION_GRANT: Told(YES, "low-income", "grant-first"),
    R.PLACEMENT_BUDGET: Told(NO),
    R.FURTHER_TRAINING: Told(IF, "employed-training"),
    # A citizen of the Union in a fitting job can be funded towards the master's examination.
    R.UPGRADING_GRANT: Told(IF, "union-citizen"),
    R.INTEGRATION_COURSE: Told(NO, "enough-german"),
    R.VOCATIONAL_GERMAN: Told(YES, "working", "from-b1 employees-pay eu-and-german"),
    R.WORK: Told(YES, "free-movement"),
    R.FOUNDING: Told(YES, "free-movement"),
    R.FOUNDING_GRANT: Told(NO),
}
WITH_DULDUNG: Final = {
    R.RECOGNITION: Told(NO, "not-finished"),
    R.CERTIFICATE_EVALUATION: Told(NO, "no-degree degree-not-finished"),
    # He is 24, worked one year, and could not show the skills yet: too early in three ways.
    R.VALIDATION: Told(NO, "age time ability"),
    R.QUALIFICATION_ANALYSIS: Told(NO, "training-not-finished"),
    R.STAY_16D: Told(NO, "no-foreign-qualification", "after-refusal"),
    R.FAST_PROCEDURE: Told(NO, "already-here no-employer"),
    R.RECOGNITION_GRANT: Told(NO, "nothing-to-recognise"),
    R.PLACEMENT_BUDGET: Told(IF, "registered-seeker"),
    R.FURTHER_TRAINING: Told(IF, "seeker-training late-qualification-short-work"),
    # With a Duldung and after 15 months he could be funded, once he has the training for it.
    R.UPGRADING_GRANT: Told(IF, "tolerated-15-months"),
    # His Duldung is none of § 60a (2) sentence 3: no integration course …
    R.INTEGRATION_COURSE: Told(NO, "tolerated"),
    # … but after six months, registered with the agency, a special vocational course up to B1.
    R.VOCATIONAL_GERMAN: Told(IF, "special-b1"),
    # He is here for more than three months: the office is to allow work if the Agency consents; a training needs no
    # consent at all. He must not be the reason why removal fails.
    R.WORK: Told(IF, "duldung", "duldung-bars training-without-consent"),
    R.FOUNDING: Told(IF, "asylum-or-duldung"),
    R.FOUNDING_GRANT: Told(NO),
}
ABROAD: Final = {
    # He may apply from Tunis if he shows that he wants to work here: the job offer does.
    R.RECOGNITION: Told(IF, "show-intent", "not-regulated copies-suffice any-status"),
    R.CERTIFICATE_EVALUATION: Told(NO, "no-degree"),
    R.VALIDATION: Told(NO, "home"),
    R.QUALIFICATION_ANALYSIS: Told(NO, "proof-there"),
    # Three years of state-recognised training, a job offer and A2: a recognition partnership, if both sides agree.
    R.STAY_16D: Told(IF, "partnership", "agreement"),
    # His employer has the authority: possible for skilled work; receipt within two weeks, decision within two months.
    R.FAST_PROCEDURE: Told(IF, "employer-applies", "shorter-periods with-family measure-after-notice"),
    R.RECOGNITION_GRANT: Told(NO, "lives-abroad"),
    R.PLACEMENT_BUDGET: Told(NO),
    R.FURTHER_TRAINING: Told(NO),
    R.UPGRADING_GRANT: Told(NO),
    R.INTEGRATION_COURSE: Told(NO, "abroad"),
    # From abroad a vocational course needs B1 too.
    R.VOCATIONAL_GERMAN: Told(NO),
    R.WORK: Told(IF, "from-abroad"),
    R.FOUNDING: Told(NO),
    R.FOUNDING_GRANT: Told(NO),
}
FOUNDER: Final = {
    # Her training is recognised; nothing is left to apply for.
    R.RECOGNITION: Told(NO, "already-equal", "licensed-craft"),
    R.CERTIFICATE_EVALUATION: Told(NO, "no-degree"),
    R.VALIDATION: Told(NO, "learned"),
    R.QUALIFICATION_ANALYSIS: Told(NO, "already-equal proof-there"),
    R.STAY_16D: Told(NO, "already-equal title-suffices"),
    R.FAST_PROCEDURE: Told(NO, "already-here no-employer"),
    R.RECOGNITION_GRANT: Told(NO, "nothing-to-recognise"),
    R.PLACEMENT_BUDGET: Told(IF, "registered-seeker", "measures"),
    R.FURTHER_TRAINING: Told(IF, "seeker-training"),
    # The master's examination could be paid for.
    R.UPGRADING_GRANT: Told(IF, "settled three-years-work"),
    R.INTEGRATION_COURSE: Told(NO, "taken-already enough-german"),
    R.VOCATIONAL_GERMAN: Told(YES, "seeking", "from-b2"),
    R.WORK: Told(YES, "settled title-says-so"),
    # Her title is no hindrance; painting is a licensed craft: register of crafts first. Of her work only the time
    # after the notice counts towards the six years of an experienced journeyman.
    R.FOUNDING: Told(YES, "title-allows", "craft-register experienced-journeyman notify"),
    # 200 days of unemployment benefit are left, 150 are needed.
    R.FOUNDING_GRANT: Told(IF, "founding-subsidy"),
}
EXPECTED: Final = {
    "nurse from Syria": NURSE,
    "electrician without papers": ELECTRICIAN,
    "teacher from Ukraine": TEACHER,
    "hairdresser without certificate": HAIRDRESSER,
    "engineer": ENGINEER,
    "care worker at A2": CARE_WORKER,
    "baker": BAKER,
    "person with a Duldung": WITH_DULDUNG,
    "one abroad": ABROAD,
    "one who wants to found": FOUNDER,
}


@pytest.fixture(scope="module")
def packs_folder(project_folder: Path) -> Path:
    return project_folder / "resources" / "packs"


@pytest.fixture(scope="module")
def asked(packs_folder: Path) -> Callable[[str], dict[Route, RouteVerdict]]:
    """What answers for a worked case, by route."""
    files = rule_files(packs_folder / "rules")
    packs: tuple[RulePack, ...] = tuple(read_rules(one.read_bytes(), one.name) for one in files)
    standings = read_standings(packs_folder)

    def ask(name: str) -> dict[Route, RouteVerdict]:
        found = what_is_possible(packs, WORKED_CASES[name](), TODAY, standings)
        assert len({one.route for one in found}) == len(found), "one qualification, one occupation"
        return {one.route: one for one in found}

    return ask


@pytest.mark.parametrize("name", EXPECTED)
def test_a_worked_case_is_decided_as_an_adviser_would(
    asked: Callable[[str], dict[Route, RouteVerdict]], name: str
) -> None:
    verdicts = asked(name)
    assert set(verdicts) == set(EXPECTED[name]) == set(Route)
    for route, told in EXPECTED[name].items():
        verdict = verdicts[route]
        assert (route, verdict.verdict) == (route, told.verdict)
        assert (route, {one.rule.code for one in verdict.decided_by}) == (route, set(told.rules.split()))
        missing = set(told.notes.split()) - {one.rule.code for one in verdict.notes}
        assert not missing, (route, missing)


def test_reasons_of_worked_cases_rest_on_facts_and_on_the_law(
    asked: Callable[[str], dict[Route, RouteVerdict]],
) -> None:
    for name in EXPECTED:
        for verdict in asked(name).values():
            for finding in verdict.decided_by:
                assert finding.facts, (name, finding.rule.code)
                assert finding.rule.cites or not finding.is_verified


def test_what_rests_on_unread_law_is_not_settled(asked: Callable[[str], dict[Route, RouteVerdict]]) -> None:
    teacher, nurse = asked("teacher from Ukraine"), asked("nurse from Syria")
    assert not teacher[R.RECOGNITION].is_verified
    assert not teacher[R.CERTIFICATE_EVALUATION].is_verified
    assert not nurse[R.RECOGNITION_GRANT].is_verified
    assert nurse[R.RECOGNITION].is_verified
    assert nurse[R.RECOGNITION].checked_on == dt.date(2026, 8, 19)


def test_a_list_that_nobody_verified_settles_nothing_until_somebody_says_so(
    asked: Callable[[str], dict[Route, RouteVerdict]], packs_folder: Path
) -> None:
    # That baker is a licensed craft of dual training is known from memory alone; nursing stands in the law itself.
    assert not asked("baker")[R.RECOGNITION].is_verified
    assert asked("nurse from Syria")[R.RECOGNITION].is_verified
    # What does not ask for it stays settled.
    assert asked("baker")[R.QUALIFICATION_ANALYSIS].is_verified
    case = WORKED_CASES["baker"]()
    told = (ToldFact("occupation_kind", "dual", TRAINING), ToldFact("regulation", "licensed_craft", TRAINING))
    sure = replace(case, told_facts=(*case.told_facts, *told))
    packs = tuple(read_rules(one.read_bytes(), one.name) for one in rule_files(packs_folder / "rules"))
    (verdict,) = [one for one in what_is_possible(packs, sure, TODAY) if one.route is R.RECOGNITION]
    assert verdict.is_verified


def test_courses_of_worked_cases(asked: Callable[[str], dict[Route, RouteVerdict]]) -> None:
    assert "vocational-recognition" in asked("nurse from Syria")[R.VOCATIONAL_GERMAN].courses
    assert asked("person with a Duldung")[R.VOCATIONAL_GERMAN].courses == ("special-vocational-b1",)
    assert asked("electrician without papers")[R.VOCATIONAL_GERMAN].courses == ()
    assert "integration-course" in asked("care worker at A2")[R.INTEGRATION_COURSE].courses


Sent, Complete = StepKind.APPLICATION_SENT, StepKind.COMPLETE


def decision(*more: tuple[StepKind, str], **changes: object) -> Clock | None:
    """Return the clock of a body that decides on papers complete on Monday 1 June 2026, with more steps."""
    steps = tuple(a_step(kind, on) for kind, on in ((Sent, "2026-06-01"), (Complete, "2026-06-01"), *more))
    found = [one for one in clocks_of(a_procedure(**changes), steps, the_law()) if one.kind is ClockKind.DECISION]
    return found[0] if found else None


def due(clock: Clock | None) -> tuple[dt.date | None, Binding | None]:
    """Return by when, and how far the law binds the body to it."""
    return (clock.due, clock.rule.binding if clock.rule else None) if clock else (None, None)


def test_clocks_of_worked_cases() -> None:
    # The baker: three months from 1 June end on Tuesday 1 September 2026 (§ 6 (3) BQFG).
    assert due(decision()) == (day("2026-09-01"), Binding.MUST)
    # The electrician: the analysis from 1 to 20 July stops the period for 20 days, so Monday 21 September (§ 6 (4)
    # sentence 2 BQFG).
    analysis = (StepKind.ANALYSIS_BEGUN, "2026-07-01"), (StepKind.ANALYSIS_DONE, "2026-07-20")
    assert due(decision(*analysis)) == (day("2026-09-21"), Binding.MUST)
    # The one abroad: two months end on Saturday 1 August, so on Monday 3 August; the body “should” (§ 14a (3) BQFG).
    assert due(decision(is_accelerated=True)) == (day("2026-08-03"), Binding.SHOULD)
    # The nurse and the teacher: no period stands in the law at hand; three months are usual, and told as such.
    nurse = decision(legal_basis=LegalBasis.OCCUPATION, is_regulated=True)
    assert due(nurse) == (day("2026-09-01"), Binding.USUAL)
    assert due(decision(legal_basis=LegalBasis.LAND)) == (day("2026-09-01"), Binding.USUAL)
    # The engineer: the ZAB usually needs three months.
    assert due(decision(kind=ProcedureKind.EVALUATION)) == (day("2026-09-01"), Binding.USUAL)
    # The hairdresser: neither BBiG nor HwO sets the body a period for a validation.
    assert decision(kind=ProcedureKind.VALIDATION) is None

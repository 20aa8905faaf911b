"""The record of the documentation NIQ: every number, every field, in its place."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iq_desktop.app.paths import find_paths
from iq_desktop.catalogues.niq_codes import read_niq_codes
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Benefit, Client, Employment, Gender, Home, ResidenceTitle
from iq_desktop.domain.contact import Channel, Contact, QualificationTopic, RecognitionTopic, WayToCentre
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.niq_record import NiqRecord, Sender, completed_years, niq_record
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.procedure import Procedure, ProcedureKind, ProcedureStep, StepKind
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EquivalenceResult,
    EvaluationResult,
    Experience,
    Qualification,
    QualificationKind,
)
from iq_desktop.domain.talk import Talk, TalkKind
from tests.support.builders import TODAY, a_case, a_client
from tests.support.strategies import values_of

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.choice import Choice

CODES: Final = read_niq_codes(find_paths().packs)
SENDER: Final = Sender("417", "Berlin")

_RESIDENCE: Final = {
    ResidenceTitle.UNKNOWN: 1,
    ResidenceTitle.EU_BLUE_CARD: 2,
    ResidenceTitle.TRAINING: 4,
    ResidenceTitle.EMPLOYMENT: 5,
    ResidenceTitle.JOB_SEARCH: 6,
    ResidenceTitle.HUMANITARIAN: 7,
    ResidenceTitle.FAMILY: 8,
    ResidenceTitle.RECOGNITION_MEASURE: 9,
    ResidenceTitle.SETTLEMENT_PERMIT: 10,
    ResidenceTitle.EU_LONG_TERM: 11,
    ResidenceTitle.ASYLUM_PROCEDURE: 12,
    ResidenceTitle.TOLERATED: 13,
    ResidenceTitle.EU_FREE_MOVEMENT: 14,
    ResidenceTitle.PROVISIONAL: 15,
    ResidenceTitle.ABROAD: 17,
}
"""The number of each title in the list that the centres see."""
_WAYS: Final = {
    WayToCentre.EMPLOYMENT_AGENCY: 1,
    WayToCentre.RECOMMENDATION: 10,
    WayToCentre.OTHER: 11,
    WayToCentre.EMPLOYER: 12,
    WayToCentre.IMMIGRATION_OFFICE: 13,
    WayToCentre.EDUCATION_PROVIDER: 14,
    WayToCentre.VOLUNTEERS: 15,
    WayToCentre.OWN_PUBLIC_RELATIONS: 16,
    WayToCentre.OTHER_ADVICE_CENTRE: 17,
    WayToCentre.RECOGNITION_HOTLINE: 18,
    WayToCentre.COMPETENT_BODY: 19,
    WayToCentre.NO_ANSWER: 20,
    WayToCentre.INTERNET_OR_PRESS: 21,
    WayToCentre.IQ_NETWORK: 22,
}


def record_of(case: CaseFile) -> NiqRecord:
    return niq_record(case, CODES, SENDER, TODAY)


def with_client(**changes: Any) -> CaseFile:
    return a_case(client=a_client(**changes))


def with_contact(**changes: Any) -> CaseFile:
    case = a_case()
    return case.with_contact(replace(case.contact, **changes))


def test_a_whole_record() -> None:
    nurse = Qualification(
        title_de="Krankenschwester",
        kind=QualificationKind.VOCATIONAL,
        country="SY",
        experience=Experience.BOTH,
        goes_to_niq=True,
        reference_occupation="Pflegefachfrau",
        niq_occupation="702",
        earlier_application=EarlierApplication.BOTH,
        equivalence_result=EquivalenceResult.COMPENSATION,
        evaluation_result=EvaluationResult.REFUSED,
        id="nurse",
    )
    case = a_case(
        client=a_client(employment=Employment.MARGINAL),
        languages=(LanguageSkill("de", AssessedBy.CERTIFICATE, Level.B2, Level.B2, Level.B2, Level.B2, Level.B1),),
        qualifications=(nurse,),
        procedures=(
            Procedure(qualification_id="nurse", started_through_us=True, id="p"),
            Procedure(ProcedureKind.EVALUATION, "nurse", started_through_us=True, id="z"),
        ),
        procedure_steps=(
            ProcedureStep("p", StepKind.APPLICATION_SENT, dt.date(2026, 6, 1)),
            ProcedureStep("p", StepKind.PARTIAL, dt.date(2026, 9, 15)),
            ProcedureStep("z", StepKind.APPLICATION_SENT, dt.date(2026, 7, 2)),
        ),
        talks=(
            Talk(dt.date(2026, 10, 9), channel=Channel.OUTREACH),
            Talk(dt.date(2026, 8, 3), TalkKind.CALL, Channel.TELEPHONE),
            Talk(dt.date(2026, 8, 4), TalkKind.WITH_OTHERS, Channel.TELEPHONE),
        ),
    )
    assert record_of(case).pairs == (
        ("niqidberatungsstelle", "417"),
        ("id", "case-1"),
        ("name", "Al-Khatib"),
        ("vorname", "Yara"),
        ("ort", "Berlin"),
        ("geschlecht", "1"),
        ("wohnsitz", "1"),
        ("age", "36"),
        ("land", str(CODES.states["SY"])),
        ("aufenthaltsstatus", "6"),
        ("einreise", "2022"),
        ("deutschkenntnisse", "2"),
        ("zertifikat", "1"),
        ("sprachniveau", "3"),
        ("erwerb", "1"),
        ("arterwerb", "2"),
        ("leistungsbezug", "2"),
        ("aufmerksam", "10"),
        ("berufwahl1", "702"),
        ("berufsart1", "1"),
        ("erwerbslandID1", str(CODES.states["SY"])),
        ("berufserfahrung1", "3"),
        ("antrag1", "3"),
        ("gleichwertig1", "3"),
        ("zabzeugnis1", "3"),
        ("berufwahlav", "702"),
        ("niqantrag", "3"),
        ("gwdatum", "01.06.2026"),
        ("niqgleichwertig", "4"),
        ("zabdatum", "02.07.2026"),
        ("niqzab", "1"),
        ("erstberatung", "03.11.2026"),
        ("beratungsform", "1"),
        ("acheck1", "1"),
        ("pickfolgedatum1", "03.08.2026"),
        ("beratungsform1", "3"),
        ("pickfolgedatum2", "09.10.2026"),
        ("beratungsform2", "2"),
    )


def _mapping_of(handbook: str, heading: str) -> dict[int, int]:
    line = next(line for line in handbook.splitlines() if line.startswith(f"**{heading}**"))
    return {int(ours): int(theirs) for ours, theirs in re.findall(r"(\d+)->(-?\d+)", line)}


@pytest.mark.parametrize(
    ("heading", "name", "numbers"),
    [("Residence status", "residence_title", _RESIDENCE), ("Ways to the centre", "way", _WAYS)],
)
def test_numbers_are_those_of_the_handbook(
    shared_folder: Path, heading: str, name: str, numbers: dict[Choice, int]
) -> None:
    handbook = (shared_folder / "handbook" / "niq.md").read_text("utf-8")
    wanted = _mapping_of(handbook, heading)
    assert len(wanted) >= len(numbers)
    assert {answer: CODES.find_number(name, answer) for answer in numbers} == {
        answer: wanted[number] for answer, number in numbers.items()
    }


def test_every_state_is_the_one_of_the_list(shared_folder: Path) -> None:
    lines = (shared_folder / "data" / "niq" / "states.csv").read_text("utf-8-sig").splitlines()[1:]
    listed = {int(line.split(",")[0]) for line in lines}
    known = set(CODES.states.values()) | {CODES.stateless}
    assert known == {number for number in listed if number > 0}
    assert len(CODES.states) == len(set(CODES.states.values()))


LISTS: Final[tuple[tuple[str, type[Choice], set[str]], ...]] = (
    ("gender", Gender, {"no_answer"}),
    ("home", Home, set()),
    ("residence_title", ResidenceTitle, {"skilled_settlement_permit"}),
    ("employment", Employment, set()),
    ("benefit", Benefit, set()),
    ("way", WayToCentre, set()),
    ("qualification_kind", QualificationKind, set()),
    ("experience", Experience, set()),
    ("earlier_application", EarlierApplication, set()),
    ("equivalence_result", EquivalenceResult, set()),
    ("evaluation_result", EvaluationResult, set()),
    ("channel", Channel, set()),
    ("follow_up_channel", Channel, set()),
    ("recognition_topic", RecognitionTopic, set()),
    ("qualification_topic", QualificationTopic, set()),
)
"""Each list of ours, and the answers for which NIQ has no number."""


@pytest.mark.parametrize(("name", "kind", "without"), LISTS)
def test_every_answer_has_its_number_but_those_that_niq_lacks(name: str, kind: type[Choice], without: set[str]) -> None:
    assert {answer.value for answer in kind} - set(CODES.answers[name]) == without
    assert set(CODES.answers[name]) <= {answer.value for answer in kind}


@pytest.mark.parametrize(
    ("topics", "names"),
    [
        ((RecognitionTopic.OTHER, RecognitionTopic.APPLICATION), ["acheck3", "acheck6"]),
        ((RecognitionTopic.ALTERNATIVES,), ["acheck7"]),
    ],
)
def test_the_last_two_topics_change_places(topics: tuple[RecognitionTopic, ...], names: list[str]) -> None:
    record = record_of(with_contact(recognition_topics=topics))
    assert [name for name, _ in record.pairs if name.startswith("acheck")] == names


@pytest.mark.parametrize(
    ("nationalities", "state"),
    [(("DE", "TR"), "TR"), (("DE",), "DE"), (("SY", "DE"), "SY"), (("TR", "SY"), "TR")],
)
def test_a_german_first_nationality_gives_way(nationalities: tuple[str, ...], state: str) -> None:
    assert record_of(with_client(nationalities=nationalities)).value("land") == str(CODES.states[state])


def test_what_nobody_said_is_not_made_up() -> None:
    record = record_of(CaseFile(opened_on=TODAY))
    told = dict(record.pairs)
    assert told["age"] == told["land"] == told["wohnsitz"] == told["deutschkenntnisse"] == "-1000"
    assert told["aufenthaltsstatus"] == told["erwerb"] == told["leistungsbezug"] == told["aufmerksam"] == "-1"
    assert told["geschlecht"] == told["erstberatung"] == told["beratungsform"] == ""
    assert "einreise" not in told
    assert "wohnstaat" not in told


def test_who_lives_abroad_has_a_state_and_no_entry() -> None:
    record = record_of(with_client(home=Home.ABROAD, home_country="TR"))
    assert record.value("wohnstaat") == str(CODES.states["TR"])
    assert "einreise" not in dict(record.pairs)


@pytest.mark.parametrize(
    ("languages", "mother_tongues", "number"),
    [
        ((), ("de",), "1"),
        ((LanguageSkill("de", AssessedBy.SELF, Level.A2),), (), "1"),
        ((LanguageSkill("de", AssessedBy.SELF, Level.NONE),), (), "-1"),
        ((LanguageSkill("en", AssessedBy.CERTIFICATE, Level.C1),), (), "-1000"),
        ((LanguageSkill("de", AssessedBy.CERTIFICATE, Level.A1),), (), "2"),
        ((LanguageSkill("de", AssessedBy.CERTIFICATE, Level.A1),), ("de",), "1"),
    ],
)
def test_german_is_known_with_or_without_certificate(
    languages: tuple[LanguageSkill, ...], mother_tongues: tuple[str, ...], number: str
) -> None:
    case = replace(with_client(mother_tongues=mother_tongues), languages=languages)
    assert record_of(case).value("deutschkenntnisse") == number


@pytest.mark.parametrize(
    ("birth", "years"),
    [
        (PartialDate(1990, 5), 36),
        (PartialDate(1990, 11, 3), 36),
        (PartialDate(1990, 11, 4), 35),
        (PartialDate(1990), 35),
        (PartialDate(2026), 0),
    ],
)
def test_years_count_when_they_are_surely_completed(birth: PartialDate, years: int) -> None:
    assert completed_years(birth, TODAY) == years


@pytest.mark.parametrize(
    ("number", "name", "expected"),
    [
        ("12", "Bäcker", {"berufwahl1": "12"}),
        ("", "Schäferin", {"berufwahl1": "-3", "sonstigerberuf1": "Schäferin"}),
        ("-4", "Erzieher", {"berufwahl1": "-4", "nregberuf1": "Erzieher"}),
        ("-2", "", {"berufwahl1": "-2"}),
        ("", "", {"berufwahl1": "-1"}),
    ],
)
def test_an_occupation_that_the_list_lacks_goes_in_words(number: str, name: str, expected: dict[str, str]) -> None:
    one = Qualification(goes_to_niq=True, niq_occupation=number, reference_occupation=name)
    told = dict(record_of(a_case(qualifications=(one,))).pairs)
    assert {key: value for key, value in told.items() if "beruf1" in key or key == "berufwahl1"} == expected


def test_the_qualification_with_a_procedure_comes_first() -> None:
    one, other, silent = (
        Qualification(goes_to_niq=True, niq_occupation="11", id="a"),
        Qualification(goes_to_niq=True, niq_occupation="22", id="b"),
        Qualification(goes_to_niq=False, niq_occupation="33", id="c"),
    )
    case = a_case(
        qualifications=(one, other, silent),
        procedures=(Procedure(qualification_id="b", started_through_us=True, id="p"),),
        procedure_steps=(ProcedureStep("p", StepKind.APPLICATION_SENT, TODAY),),
    )
    record = record_of(case)
    assert (record.value("berufwahl1"), record.value("berufwahl2"), record.value("berufwahl3")) == ("22", "11", "")


def test_a_procedure_that_others_began_is_not_ours() -> None:
    case = a_case(
        procedures=(Procedure(niq_number="12", id="p"), Procedure(started_through_us=True, id="q")),
        procedure_steps=(ProcedureStep("p", StepKind.APPLICATION_SENT, TODAY),),
    )
    record = record_of(case)
    assert record.value("niqantrag") == "0"
    assert record.value("berufwahlav") == ""


@settings(max_examples=40)
@given(values_of(Contact), values_of(Client), st.lists(values_of(Qualification), max_size=3))
def test_any_case_gives_a_record_whose_names_stand_once(
    contact: Contact, client: Client, qualifications: list[Qualification]
) -> None:
    case = CaseFile(TODAY, contact=contact, client=client, qualifications=tuple(qualifications))
    names = [name for name, _ in record_of(case).pairs]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-zA-Z]+\d*", name) for name in names)

"""Every field of a record of NIQ keeps to what the handbook allows, at both ends, whatever a case holds."""

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
from iq_desktop.domain.client import Client, Home
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.niq_record import Sender, niq_record
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.procedure import Procedure, ProcedureKind, ProcedureStep, StepKind
from iq_desktop.domain.qualification import Qualification
from iq_desktop.domain.talk import Talk
from tests.support.builders import TODAY, a_case, a_client
from tests.support.counts import count
from tests.support.strategies import values_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CODES: Final = read_niq_codes(find_paths().packs)
_STATES: Final = {*CODES.states.values(), CODES.stateless, -1, -1000}
_OCCUPATIONS: Final = ("", "1", "702", "743", "-1", "-2", "-3", "-4")


def _one_of(numbers: Iterable[int], *more: str) -> str:
    return "|".join((*map(str, numbers), *more))


_WORDS: Final = r"[\s\S]*"
_DAY: Final = r"(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.\d{4}"
_YEARS: Final = range(1939, TODAY.year + 1)
ALLOWED: Final = {
    "niqidberatungsstelle": _WORDS,
    "id": _WORDS,
    "name": _WORDS,
    "vorname": _WORDS,
    "ort": _WORDS,
    "geschlecht": _one_of((0, 1, 2), ""),
    "wohnsitz": _one_of((0, 1, -1000)),
    "wohnstaat": _one_of(_STATES),
    "age": _one_of(range(111), "-1000"),
    "land": _one_of(_STATES),
    "aufenthaltsstatus": _one_of((-1, 1, *range(3, 13), 19, 20)),
    "einreise": _one_of(_YEARS, "-1"),
    "deutschkenntnisse": _one_of((1, 2, -1, -1000)),
    "zertifikat": "1",
    "sprachniveau": _one_of(range(1, 7)),
    "erwerb": _one_of((1, 2, 3, 4, -1)),
    "arterwerb": _one_of((1, 2, 3)),
    "leistungsbezug": _one_of((1, 2, 3, 4, 5, -1)),
    "aufmerksam": _one_of((*range(1, 14), -1)),
    "berufwahlN": _one_of((-1, -2, -3, -4), r"[1-9]\d*"),
    "sonstigerberufN": _WORDS,
    "nregberufN": _WORDS,
    "berufsartN": _one_of((1, 3, 4, 5, 6, -1)),
    "erwerbslandIDN": _one_of(_STATES),
    "berufserfahrungN": _one_of((1, 2, 3, 4, -1, -1000)),
    "antragN": _one_of((1, 2, 3, 4, -1, -1000)),
    "gleichwertigN": _one_of((*range(6), -1)),
    "zabzeugnisN": _one_of((*range(4), -1)),
    "berufwahlav": _one_of((-1, -2, -3, -4), r"[1-9]\d*"),
    "niqantrag": _one_of(range(4)),
    "gwdatum": _DAY,
    "niqgleichwertig": _one_of(range(1, 6)),
    "zabdatum": _DAY,
    "niqzab": _one_of(range(1, 4)),
    "erstberatung": _DAY + "|",
    "beratungsform": _one_of((1, 3, 4), ""),
    "acheckK": "1",
    "qcheckK": "1",
    "asonstiges": _WORDS,
    "qsonstiges": _WORDS,
    "pickfolgedatumI": _DAY,
    "beratungsformI": _one_of(range(5)),
}
"""What stands in each field; N counts qualifications, I follow-up contacts, K is 1 to 7."""
_COUNTED: Final = {"K": "[1-7]", "N": r"[1-9]\d*", "I": r"[1-9]\d*"}


def pattern_of(name: str) -> str:
    """Return the names that a field has in a record: the letter at its end is a number there."""
    return name[:-1] + _COUNTED[name[-1]] if name[-1] in _COUNTED else name


def field_of(name: str) -> str:
    """Return the field of the handbook to which a name of a record belongs; exactly one does."""
    (found,) = (field for field in ALLOWED if re.fullmatch(pattern_of(field), name))
    return found


def record_of(case: CaseFile, today: dt.date = TODAY) -> dict[str, str]:
    return dict(niq_record(case, CODES, Sender("417", "Berlin"), today).pairs)


def test_every_field_of_the_handbook_is_in_the_table(shared_folder: Path) -> None:
    handbook = (shared_folder / "handbook" / "niq.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in handbook.splitlines() if line.startswith("| `")]
    named = {name for first, _ in rows for name in re.findall(r"`([A-Za-z]+)`", first)}
    inside = {name for _, meaning in rows for name in re.findall(r"`([a-z]{6,})`", meaning)}
    assert named | inside - {"beratungsformfolgeberatung"} == set(ALLOWED)


@settings(max_examples=count(60, 2_000), deadline=None)
@given(st.data())
def test_whatever_a_case_holds_each_field_says_what_niq_takes(data: st.DataObject) -> None:
    def several(kind: Any, most: int = 3) -> tuple[Any, ...]:
        return tuple(data.draw(st.lists(values_of(kind), max_size=most)))

    qualifications = tuple(
        replace(one, niq_occupation=data.draw(st.sampled_from(_OCCUPATIONS))) for one in several(Qualification)
    )
    procedures = tuple(replace(one, niq_number=data.draw(st.sampled_from(_OCCUPATIONS))) for one in several(Procedure))
    steps = tuple(replace(step, procedure_id=one.id) for one in procedures for step in several(ProcedureStep))
    case = CaseFile(
        TODAY,
        client=data.draw(values_of(Client)),
        contact=data.draw(values_of(Contact)),
        qualifications=qualifications,
        procedures=procedures,
        procedure_steps=steps,
        languages=tuple(replace(one, language="de") for one in several(LanguageSkill)),
        talks=several(Talk),
    )
    for name, value in record_of(case).items():
        assert re.fullmatch(ALLOWED[field_of(name)], value), (name, value)


def test_each_field_occurs_in_some_record() -> None:
    both = tuple(
        replace(one, id=one.kind.value, qualification_id="a", started_through_us=True, niq_number="12")
        for one in (Procedure(ProcedureKind.RECOGNITION), Procedure(ProcedureKind.EVALUATION))
    )
    found: set[str] = set()
    for home in Home:
        case = a_case(
            client=a_client(home=home),
            procedures=both,
            procedure_steps=tuple(ProcedureStep(one.id, StepKind.APPLICATION_SENT, TODAY) for one in both),
        )
        found |= {field_of(name) for name in record_of(case)}
    assert {"wohnstaat", "einreise", "gwdatum", "zabdatum", "niqgleichwertig", "niqzab", "berufwahlav"} <= found


@pytest.mark.parametrize(
    ("changes", "name", "value"),
    [
        ({"entry": PartialDate(1938)}, "einreise", "-1"),
        ({"entry": PartialDate(1939), "birth": PartialDate(1930)}, "einreise", "1939"),
        ({"entry": PartialDate(TODAY.year)}, "einreise", str(TODAY.year)),
        ({"entry": PartialDate(TODAY.year + 1)}, "einreise", "-1"),
        ({"entry": PartialDate(1989)}, "einreise", "-1"),
        ({"birth": PartialDate(TODAY.year)}, "age", "0"),
        ({"birth": PartialDate(TODAY.year + 1)}, "age", "-1000"),
        ({"birth": PartialDate(TODAY.year - 110)}, "age", "109"),
        ({"birth": PartialDate(TODAY.year - 111)}, "age", "-1000"),
    ],
)
def test_what_cannot_be_is_sent_as_not_said(changes: dict[str, Any], name: str, value: str) -> None:
    assert record_of(a_case(client=a_client(**changes)))[name] == value


def test_the_levels_of_a_certificate_are_1_to_6() -> None:
    levels = {
        record_of(a_case(languages=(LanguageSkill("de", AssessedBy.CERTIFICATE, level),))).get("sprachniveau")
        for level in (None, *Level)
    }
    assert levels == {None, *"123456"}


def test_an_old_day_keeps_its_four_digits() -> None:
    case = a_case()
    case = case.with_contact(replace(case.contact, first_talk_on=dt.date(202, 3, 1)))
    assert record_of(case)["erstberatung"] == "01.03.0202"

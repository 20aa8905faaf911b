"""Rows of the IQ Webapp become proposals of cases; what has no field becomes a note, so that nothing is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.client import Client
from iq_desktop.domain.contact import Channel, Contact
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.niq_report import NiqReport
from iq_desktop.domain.partial_date import Pair, PartialDate, paired
from iq_desktop.domain.qualification import Qualification
from iq_desktop.domain.talk import Talk, TalkKind
from iq_desktop.usecases.webapp_fields import MOST_QUALIFICATIONS, German, field_of, fold
from iq_desktop.usecases.webapp_values import ImportWords, UnknownWord, read_value, words_of
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iq_desktop.usecases.webapp_ports import TableRow, TableSheet

SOURCE: Final = "IQ Webapp"
"""Stands with the notes in the case, in every language."""
_OLDEST: Final = 110
_GERMAN: Final = "de"


@dataclass(frozen=True, slots=True)
class RowFault:
    """A cell that could not be read: its row, the head of its column, what stands there, and why."""

    row: int
    head: str
    said: str
    reason: Text
    code: str = ""
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """One row as a case that was not saved; what could not be read stands in its notes as well."""

    row: int
    case: CaseFile
    faults: tuple[RowFault, ...] = ()
    key: str = ""
    """By which further sheets name the person."""


@dataclass(slots=True)
class _Cells:
    """What the cells of one row say, by code of the field, and what goes into the notes."""

    said: dict[str, Any] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)

    def take(self, name: str) -> Any:
        """Return what was said for a field, and count it as used."""
        return self.said.pop(name, None)


def read_people(sheet: TableSheet, codes: Sequence[str], words: ImportWords, adviser_id: str) -> tuple[Proposal, ...]:
    """Return a proposal for each row; those of whom no adviser is known belong to the one who takes them in."""
    return tuple(_propose(row, sheet.heads, codes, words, adviser_id) for row in sheet.rows)


def read_talks(
    sheet: TableSheet, codes: Sequence[str], words: ImportWords
) -> tuple[Mapping[str, tuple[Talk, ...]], tuple[RowFault, ...]]:
    """Return the follow-up contacts of a sheet by the key and by the name of the person, with what was not readable."""
    found: dict[str, tuple[Talk, ...]] = {}
    faults: list[RowFault] = []
    for row in sheet.rows:
        cells = _read_cells(row, sheet.heads, codes, words, is_talks=True)
        faults += cells.faults
        who = _person_key(cells)
        rest = "\n".join(f"{head}: {said}" for head, said in cells.notes)
        talk = Talk(
            held_on=cells.take("held_on"),
            kind=TalkKind.FOLLOW_UP,
            channel=cells.take("talk_channel"),
            minutes=cells.take("minutes"),
            what="\n".join(part for part in (cells.take("what") or "", rest) if part),
        )
        if not who:
            faults.append(RowFault(row.number, "", "", say("It is not said whose contact this is.")))
        else:
            found[who] = (*found.get(who, ()), talk)
    return found, tuple(faults)


def keys_of(proposal: Proposal) -> tuple[str, ...]:
    """Return by what other sheets may name the person of a proposal."""
    name = _name_key(proposal.case.client.family_name, proposal.case.client.given_names)
    return tuple(one for one in (proposal.key, name) if one)


def _propose(
    row: TableRow, heads: Sequence[str], codes: Sequence[str], words: ImportWords, adviser_id: str
) -> Proposal:
    cells = _read_cells(row, heads, codes, words)
    key = cells.take("key")
    if key is not None:
        cells.notes.insert(0, (_head_of("key", heads, codes), key))
    first_day, is_done = cells.take("first_talk_on"), cells.take("ended_on")
    client = _client(cells, first_day, heads, codes)
    contact = _contact(cells, first_day, is_done)
    languages, chiffre = _languages(cells), cells.take("chiffre")
    adviser = _adviser(cells, words, heads, codes) or adviser_id
    qualifications = tuple(one for place in range(MOST_QUALIFICATIONS) if (one := _qualification(cells, place)))
    cells.notes += [(_head_of(code, heads, codes), words_of(said)) for code, said in cells.said.items()]
    opened_on = min(first_day or words.today, words.today)
    case = CaseFile(
        opened_on=opened_on,
        adviser_id=adviser,
        kind=CaseKind.FULL if client.full_name else CaseKind.SHORT,
        contact=contact,
        client=client,
        qualifications=qualifications,
        languages=languages,
        talks=_notes(cells, words.today),
        niq_reports=(NiqReport(chiffre=chiffre),) if chiffre else (),
    )
    return Proposal(row.number, case, tuple(cells.faults), f"#{fold(key)}" if key else "")


def _read_cells(
    row: TableRow, heads: Sequence[str], codes: Sequence[str], words: ImportWords, *, is_talks: bool = False
) -> _Cells:
    found = _Cells()
    for place, cell in enumerate(row.cells):
        said = words_of(cell)
        head = heads[place] if place < len(heads) and heads[place] else str(place + 1)
        code = codes[place] if place < len(codes) else ""
        if not said:
            continue
        if not code:
            found.notes.append((head, said))
            continue
        try:
            value = read_value(field_of(code, is_talks=is_talks), code, cell, words)
        except IqError as error:
            is_unknown = isinstance(error, UnknownWord)
            found.faults.append(RowFault(row.number, head, said, error.text, code, is_unknown))
            found.notes.append((head, said))
        else:
            if value not in (None, ()):
                found.said[code] = value
    return found


def _client(cells: _Cells, first_day: dt.date | None, heads: Sequence[str], codes: Sequence[str]) -> Client:
    take = cells.take
    birth, age = take("birth"), take("age")
    note = ""
    if age is not None and birth is None and first_day is not None and age < _OLDEST:
        birth, note = _born(first_day, age), f"{SOURCE}: {_head_of('age', heads, codes)} {age}"
    elif age is not None:
        cells.notes.append((_head_of("age", heads, codes), str(age)))
    nationalities = tuple(dict.fromkeys(one for one in (take("nationality"), take("second_nationality")) if one))
    german = take("german")
    if german in (German.YES, German.NO):
        cells.notes.append((_head_of("german", heads, codes), "ja" if german is German.YES else "nein"))
    return Client(
        family_name=take("family_name") or "",
        given_names=take("given_names") or "",
        gender=take("gender"),
        birth=birth,
        birth_note=note,
        birth_country=take("birth_country") or "",
        nationalities=nationalities,
        mother_tongues=(_GERMAN,) if german is German.MOTHER else (),
        residence_title=take("residence_title"),
        entry=take("entry"),
        benefit=take("benefit"),
        employment=take("employment"),
        home=take("home"),
        home_country=take("home_country") or "",
        street=take("street") or "",
        postal_code=take("postal_code") or "",
        place=take("place") or "",
        phone=take("phone") or "",
        email=take("email") or "",
    )


def _born(day: dt.date, age: int) -> PartialDate:
    """Return from when to when somebody was born who was so old on a day."""
    after, last = _years_before(day, age + 1) + dt.timedelta(days=1), _years_before(day, age)
    return paired(
        PartialDate(after.year, after.month, after.day), PartialDate(last.year, last.month, last.day), Pair.RANGE
    )


def _years_before(day: dt.date, years: int) -> dt.date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return (day - dt.timedelta(days=1) if is_leap_day else day).replace(year=day.year - years)


def _contact(cells: _Cells, first_day: dt.date | None, is_done: object) -> Contact:
    take = cells.take
    ended_on = is_done if isinstance(is_done, dt.date) else first_day if is_done else None
    return Contact(
        channel=take("channel"),
        way=take("way"),
        concern_in_words=take("concern") or "",
        first_talk_on=first_day,
        ended_on=ended_on,
        minutes=take("minutes"),
        held_at=take("held_at") or "",
        recognition_topics=take("recognition_topics") or (),
        recognition_other=take("recognition_other") or "",
        qualification_topics=take("qualification_topics") or (),
        qualification_other=take("qualification_other") or "",
    )


def _languages(cells: _Cells) -> tuple[LanguageSkill, ...]:
    level: Level | None = cells.take("level")
    if level is None:
        return ()
    return (LanguageSkill(_GERMAN, AssessedBy.CERTIFICATE, level, level, level, level, level, proof=SOURCE),)


def _adviser(cells: _Cells, words: ImportWords, heads: Sequence[str], codes: Sequence[str]) -> str:
    """Return who advises, where the name is one of the centre; every other name goes into the notes."""
    name = cells.take("adviser")
    if not name:
        return ""
    known = words.advisers.get(fold(name), "")
    if not known:
        cells.notes.append((_head_of("adviser", heads, codes), name))
    return known


def _qualification(cells: _Cells, place: int) -> Qualification | None:
    begin = f"qualification.{place}."
    said = {code[len(begin) :]: cells.take(code) for code in [*cells.said] if code.startswith(begin)}
    if not said:
        return None
    number, name = said.pop("occupation", ("", ""))
    return Qualification(**said, niq_occupation=number, reference_occupation=name, goes_to_niq=bool(number or name))


def _notes(cells: _Cells, today: dt.date) -> tuple[Talk, ...]:
    """Return what has no field as one note; it is no talk with the person, so that nobody counts it."""
    if not cells.notes:
        return ()
    what = "\n".join(f"{head}: {said}" for head, said in cells.notes)
    return (Talk(today, TalkKind.WITH_OTHERS, Channel.DIGITAL, None, SOURCE, what),)


def _head_of(code: str, heads: Sequence[str], codes: Sequence[str]) -> str:
    return next((head for head, one in zip(heads, codes, strict=False) if one == code), code)


def _person_key(cells: _Cells) -> str:
    key = cells.take("key")
    family, given = cells.take("family_name") or "", cells.take("given_names") or ""
    return f"#{fold(key)}" if key else _name_key(family, given)


def _name_key(family: str, given: str) -> str:
    return f"{fold(family)}+{fold(given)}" if family or given else ""


def count_unknown(faults: Iterable[RowFault]) -> tuple[tuple[str, str, int], ...]:
    """Return what was said that fits no answer, by field, with how often, most often first."""
    counted: dict[tuple[str, str], int] = {}
    for one in faults:
        if one.is_unknown:
            counted[one.code, one.said] = counted.get((one.code, one.said), 0) + 1
    return tuple(sorted(((code, said, count) for (code, said), count in counted.items()), key=lambda one: -one[2]))


def fault_words(fault: RowFault) -> Text:
    """Return a fault in words: row, column and why, never what stands there: the report outlives the case."""
    if not fault.head:
        return say("Row {row}: {reason}", row=str(fault.row), reason=fault.reason)
    if not fault.row:
        return fault.reason
    return say("Row {row}, column “{head}”: {reason}", row=str(fault.row), head=fault.head, reason=fault.reason)

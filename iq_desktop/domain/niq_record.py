"""The record of one counselling as the documentation NIQ takes it: names and values in the order of the form.

Source: the fields and code lists of the IQ Webapp, October 2024. Nothing is made up: what nobody said gets the number
that NIQ has for it, and where NIQ has none the value stays empty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.client import Home
from iq_desktop.domain.language_skill import AssessedBy, strongest
from iq_desktop.domain.niq import find_age_fault, find_entry_fault, reported_qualifications
from iq_desktop.domain.niq_codes import NOT_CHOSEN, NOT_SAID
from iq_desktop.domain.procedure import (
    APPLICATIONS,
    Procedure,
    ProcedureKind,
    equivalence_result_of,
    evaluation_result_of,
    steps_of,
)
from iq_desktop.domain.talk import TalkKind

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.choice import Choice
    from iq_desktop.domain.client import Client
    from iq_desktop.domain.language_skill import LanguageSkill
    from iq_desktop.domain.niq_codes import NiqCodes
    from iq_desktop.domain.partial_date import PartialDate
    from iq_desktop.domain.qualification import Qualification

Pairs = Iterator[tuple[str, str]]

OTHER_OCCUPATION: Final = "-3"
LAND_OCCUPATION: Final = "-4"
_OWN: Final = "de"
_GERMANY: Final = "DE"
_WITHOUT_CERTIFICATE: Final = 1
_WITH_CERTIFICATE: Final = 2
_NOTHING_APPLIED: Final = 0
_EQUIVALENCE: Final = 1
_EVALUATION: Final = 2
_TOPICS: Final = range(1, 8)


@dataclass(frozen=True, slots=True)
class NiqRecord:
    """The fields of a record with their values, in the order of the form; each name stands once."""

    pairs: tuple[tuple[str, str], ...]

    def value(self, name: str) -> str:
        """Return the value of a field, empty where the record has none."""
        return dict(self.pairs).get(name, "")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who reports: the number of the centre in NIQ, and the place where its counselling is held."""

    niq_id: str = ""
    place: str = ""


def niq_record(case: CaseFile, codes: NiqCodes, sender: Sender, today: dt.date) -> NiqRecord:
    """Return the record of a case; `today` counts for the age where no day of the first talk was noted."""
    started = _started(case)
    reported = _in_order(case, started)
    return NiqRecord(
        (
            ("niqidberatungsstelle", sender.niq_id),
            *_of_person(case, codes, sender, today),
            *_of_german(case),
            *_of_living(case, codes),
            *(pair for place, one in enumerate(reported, 1) for pair in _of_qualification(one, codes, place)),
            *_of_procedures(case, codes, started),
            *_of_counselling(case, codes),
            *_of_follow_ups(case, codes),
        )
    )


def completed_years(birth: PartialDate, day: dt.date) -> int:
    """Return the years that have surely been completed on a day; a year alone counts from its end."""
    last = birth.latest
    return max(day.year - last.year - ((day.month, day.day) < (last.month, last.day)), 0)


def reported_nationality(client: Client) -> str:
    """Return the nationality that counts: the first, or the second where the first is the German one."""
    first, *others = client.nationalities or ("",)
    return others[0] if first == _GERMANY and others else first


def _of_person(case: CaseFile, codes: NiqCodes, sender: Sender, today: dt.date) -> Pairs:
    client = case.client
    yield "id", case.id
    yield "name", client.family_name
    yield "vorname", client.given_names
    yield "ort", case.contact.held_at or sender.place
    gender = codes.find_number("gender", client.gender)
    yield "geschlecht", "" if gender is None else str(gender)
    yield "wohnsitz", str(codes.number("home", client.home, NOT_CHOSEN))
    if client.home is Home.ABROAD:
        yield "wohnstaat", str(codes.state(client.home_country))
    yield "age", str(_age(client, case.contact.first_talk_on or today))
    yield "land", str(codes.state(reported_nationality(client)))
    yield "aufenthaltsstatus", str(codes.number("residence_title", client.residence_title))
    if client.home is Home.GERMANY:
        yield "einreise", str(_year_of_entry(client, today))


def _age(client: Client, day: dt.date) -> int:
    """Return the years on a day; an age that cannot be is one that nobody knows."""
    if client.birth is None or find_age_fault(client, day) is not None:
        return NOT_CHOSEN
    return completed_years(client.birth, day)


def _year_of_entry(client: Client, today: dt.date) -> int:
    """Return the year; one that cannot be is one that nobody said."""
    if client.entry is None or find_entry_fault(client, today) is not None:
        return NOT_SAID
    return client.entry.year


def _of_german(case: CaseFile) -> Pairs:
    """Yield the knowledge of German: as a mother tongue or without certificate, or with one and its level."""
    certificate = _certificate(case.languages)
    if _OWN not in case.client.mother_tongues and certificate is not None and certificate.lowest:
        yield "deutschkenntnisse", str(_WITH_CERTIFICATE)
        yield "zertifikat", "1"
        yield "sprachniveau", str(certificate.lowest.rank)
    else:
        yield "deutschkenntnisse", str(_german_without_certificate(case))


def _certificate(languages: tuple[LanguageSkill, ...]) -> LanguageSkill | None:
    mine = (one for one in languages if one.language == _OWN and one.assessed_by is AssessedBy.CERTIFICATE)
    levels = [one for one in mine if one.lowest and one.lowest.rank]
    return max(levels, key=lambda one: one.lowest.rank if one.lowest else 0, default=None)


def _german_without_certificate(case: CaseFile) -> int:
    if _OWN in case.client.mother_tongues:
        return _WITHOUT_CERTIFICATE
    german = strongest(case.languages, _OWN)
    if german is None or german.lowest is None:
        return NOT_CHOSEN
    return _WITHOUT_CERTIFICATE if german.lowest.rank else NOT_SAID


def _of_living(case: CaseFile, codes: NiqCodes) -> Pairs:
    client = case.client
    yield "erwerb", str(codes.number("employment", client.employment))
    kind = codes.find_number("employment_kind", client.employment)
    if kind is not None:
        yield "arterwerb", str(kind)
    yield "leistungsbezug", str(codes.number("benefit", client.benefit))
    yield "aufmerksam", str(codes.number("way", case.contact.way))


def _in_order(case: CaseFile, started: tuple[Procedure, ...]) -> tuple[Qualification, ...]:
    """Return the marked qualifications, the one with a procedure first."""
    with_procedure = {one.qualification_id for one in started}
    return tuple(sorted(reported_qualifications(case), key=lambda one: one.id not in with_procedure))


def _of_qualification(one: Qualification, codes: NiqCodes, place: int) -> Pairs:
    yield f"berufwahl{place}", _occupation(one.niq_occupation, one.reference_occupation)
    yield from _free_words(one.niq_occupation, one.reference_occupation, place)
    yield f"berufsart{place}", str(codes.number("qualification_kind", one.kind))
    yield f"erwerbslandID{place}", str(codes.state(one.country))
    yield f"berufserfahrung{place}", str(codes.number("experience", one.experience, NOT_CHOSEN))
    earlier = one.earlier_application
    yield f"antrag{place}", str(codes.number("earlier_application", earlier, NOT_CHOSEN))
    if earlier is not None and earlier.asks_equivalence:
        yield f"gleichwertig{place}", str(codes.number("equivalence_result", one.equivalence_result, 0))
    if earlier is not None and earlier.asks_evaluation:
        yield f"zabzeugnis{place}", str(codes.number("evaluation_result", one.evaluation_result, 0))


def _occupation(number: str, name: str) -> str:
    """Return the number of a reference occupation: -3 for one that the list lacks, -1 where none was said."""
    if number:
        return number
    return OTHER_OCCUPATION if name else str(NOT_SAID)


def _free_words(number: str, name: str, place: int) -> Pairs:
    chosen = _occupation(number, name)
    if chosen == OTHER_OCCUPATION:
        yield f"sonstigerberuf{place}", name
    elif chosen == LAND_OCCUPATION:
        yield f"nregberuf{place}", name


def _started(case: CaseFile) -> tuple[Procedure, ...]:
    """Return the procedures that this counselling led to and that were applied for, the earliest first."""
    mine = [one for one in case.procedures if one.started_through_us and _applied_on(case, one)]
    return tuple(sorted(mine, key=lambda one: _applied_on(case, one) or dt.date.max))


def _of_procedures(case: CaseFile, codes: NiqCodes, started: tuple[Procedure, ...]) -> Pairs:
    """Yield the procedures of recognition and of certificate evaluation that began, the first one of each kind."""
    equivalence = next((one for one in started if one.kind is ProcedureKind.RECOGNITION), None)
    evaluation = next((one for one in started if one.kind is ProcedureKind.EVALUATION), None)
    first = equivalence or evaluation
    if first is not None:
        yield "berufwahlav", _occupation(*_occupation_of(case, first))
    applied = (_EQUIVALENCE if equivalence else 0) + (_EVALUATION if evaluation else 0)
    yield "niqantrag", str(applied or _NOTHING_APPLIED)
    if equivalence is not None:
        steps = steps_of(case, equivalence)
        yield "gwdatum", _day(_applied_on(case, equivalence))
        yield "niqgleichwertig", str(codes.number("equivalence_result", equivalence_result_of(steps)))
    if evaluation is not None:
        steps = steps_of(case, evaluation)
        yield "zabdatum", _day(_applied_on(case, evaluation))
        yield "niqzab", str(codes.number("evaluation_result", evaluation_result_of(steps)))


def _occupation_of(case: CaseFile, procedure: Procedure) -> tuple[str, str]:
    """Return number and name of the occupation of a procedure: its own, else that of its qualification."""
    if procedure.niq_number or procedure.reference_occupation:
        return procedure.niq_number, procedure.reference_occupation
    its = next((one for one in case.qualifications if one.id == procedure.qualification_id), None)
    return (its.niq_occupation, its.reference_occupation) if its else ("", "")


def _applied_on(case: CaseFile, procedure: Procedure) -> dt.date | None:
    steps = steps_of(case, procedure)
    return next((step.day for step in steps if step.kind in APPLICATIONS and step.day), None)


def _of_counselling(case: CaseFile, codes: NiqCodes) -> Pairs:
    contact = case.contact
    yield "erstberatung", _day(contact.first_talk_on)
    channel = codes.find_number("channel", contact.channel)
    yield "beratungsform", "" if channel is None else str(channel)
    for number in _topics(codes, "recognition_topic", contact.recognition_topics):
        yield f"acheck{number}", "1"
    for number in _topics(codes, "qualification_topic", contact.qualification_topics):
        yield f"qcheck{number}", "1"
    if contact.recognition_other:
        yield "asonstiges", contact.recognition_other
    if contact.qualification_other:
        yield "qsonstiges", contact.qualification_other


def _topics(codes: NiqCodes, name: str, topics: tuple[Choice, ...]) -> tuple[int, ...]:
    """Return the numbers of topics in their order, each once; the form has a box for each of 1 to 7."""
    return tuple(sorted({codes.number(name, topic) for topic in topics} & set(_TOPICS)))


def _of_follow_ups(case: CaseFile, codes: NiqCodes) -> Pairs:
    """Yield the follow-up talks that were held, the earliest first; talks without the person do not count."""
    held = [one for one in case.talks if one.held_on and one.kind is not TalkKind.WITH_OTHERS]
    for place, one in enumerate(sorted(held, key=lambda talk: talk.held_on or dt.date.max), 1):
        yield f"pickfolgedatum{place}", _day(one.held_on)
        yield f"beratungsform{place}", str(codes.number("follow_up_channel", one.channel, 0))


def _day(day: dt.date | None) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year:04}" if day else ""

"""The record of NIQ in words: what each field means, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.client import Benefit, Employment, Gender, Home, ResidenceTitle
from iq_desktop.domain.contact import Channel, QualificationTopic, RecognitionTopic, WayToCentre
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.niq_codes import NOT_CHOSEN, NOT_SAID
from iq_desktop.domain.niq_report import chiffre_of, find_last_report
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EquivalenceResult,
    EvaluationResult,
    Experience,
    QualificationKind,
)
from iq_desktop.wording.text import NOTHING, CountryName, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.niq_codes import NiqCodes
    from iq_desktop.domain.niq_record import NiqRecord
    from iq_desktop.domain.niq_report import NiqChange, ReportState

Names = Mapping[str, str]
"""Names of reference occupations by their numbers in NIQ."""


@dataclass(frozen=True, slots=True)
class ToldField:
    """One field of a record: its name in NIQ, what it means, its value as it is sent, and that value in words."""

    name: str
    meaning: Text
    value: str
    words: Text


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a field means, and the list from which its numbers come, where they do."""

    text: Callable[[str], Text]
    answers: str = ""
    kind: type[Choice] | None = None


def tell_record(record: NiqRecord, codes: NiqCodes, names: Names | None = None) -> tuple[ToldField, ...]:
    """Return the fields of a record in words, in the order of the form."""
    return tuple(
        ToldField(name, meaning_of(name, codes), value, value_words(name, value, codes, names or {}))
        for name, value in record.pairs
    )


def names_of_occupations(case: CaseFile) -> Names:
    """Return the names of the reference occupations that stand in a case, by their numbers."""
    told = {one.niq_occupation: one.reference_occupation for one in case.qualifications}
    told |= {one.niq_number: one.reference_occupation for one in case.procedures}
    return {number: name for number, name in told.items() if number and name}


def meaning_of(name: str, codes: NiqCodes) -> Text:
    """Return what a field means; a name that nobody knows stands for itself."""
    base, number = _parts_of(name)
    if base in _TOPICS:
        return _topic(base, number, codes)
    known = _MEANINGS.get(base)
    return known.text(number) if known else as_it_is(name)


def value_words(name: str, value: str, codes: NiqCodes, names: Names) -> Text:
    """Return a value in words; what is no number of a list stands for itself."""
    base, _ = _parts_of(name)
    if base in _OCCUPATIONS:
        return _OWN_NUMBERS.get(value) or as_it_is(names.get(value, value))
    if base in _STATES:
        return _state_words(value, codes)
    special = _SPECIAL.get((base, value)) or _ANYWHERE.get(value)
    if special:
        return special
    return say("yes") if base in _TICKS else _answer_words(base, value, codes)


def report_words(case: CaseFile, state: ReportState, changed: int) -> Text:
    """Return whether and when a case was reported, under which Chiffre, and how much has changed since."""
    last, chiffre = find_last_report(case), chiffre_of(case)
    with_chiffre = say("Chiffre {chiffre}", chiffre=chiffre) if chiffre else NOTHING
    if last is None or last.sent_on is None:
        return joined((state.label, with_chiffre))
    since = (
        say_count("{count} field changed since", "{count} fields changed since", count=changed) if changed else NOTHING
    )
    return joined((say("Reported on {day}", day=last.sent_on), with_chiffre, since))


def change_words(change: NiqChange, codes: NiqCodes, names: Names) -> Text:
    """Return what a field says now and what it said in the last report."""
    told = [value_words(change.name, value, codes, names) for value in (change.after, change.before)]
    return say("{now} (before: {before})", now=told[0], before=told[1])


def _state_words(value: str, codes: NiqCodes) -> Text:
    country = codes.find_country(_number(value))
    if country:
        return say("{country}", country=CountryName(country))
    return _ANYWHERE[value] if value == str(NOT_CHOSEN) else say("not in the list of NIQ")


def _answer_words(base: str, value: str, codes: NiqCodes) -> Text:
    known = _MEANINGS.get(base)
    found = codes.find_answer(known.answers, _number(value)) if known and known.kind else None
    return known.kind.of(found).label if known and known.kind and found else as_it_is(value)


def _topic(base: str, number: str, codes: NiqCodes) -> Text:
    """Return which topic a ticked box of the form is."""
    answers, kind, text = _TOPICS[base]
    found = codes.find_answer(answers, _number(number))
    return say("{about}: {topic}", about=text, topic=kind.of(found).label if found else as_it_is(number))


def _parts_of(name: str) -> tuple[str, str]:
    """Return a name without the number at its end, and that number."""
    found = re.fullmatch(r"(.*?)(\d*)", name)
    base, number = (found[1], found[2]) if found else (name, "")
    return (f"{base}N", number) if number and f"{base}N" in _MEANINGS else (base, number)


def _number(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        return 0


def _plain(text: Text) -> Callable[[str], Text]:
    return lambda _number: text


_ANYWHERE: Final[Mapping[str, Text]] = {
    "": say("nothing said"),
    str(NOT_SAID): say("not said"),
    str(NOT_CHOSEN): say("not known"),
}
_OCCUPATIONS: Final = frozenset({"berufwahl", "berufwahlav"})
_STATES: Final = frozenset({"land", "wohnstaat", "erwerbslandID"})
_TICKS: Final = frozenset({"acheck", "qcheck", "zertifikat"})
_OWN_NUMBERS: Final[Mapping[str, Text]] = {
    "-1": say("not said"),
    "-2": say("none of the list fits"),
    "-3": say("another occupation, see the next field"),
    "-4": say("non-regulated occupation of a Land, see the next field"),
}
_SPECIAL: Final[Mapping[tuple[str, str], Text]] = {
    ("erwerb", "1"): say("works in Germany"),
    ("aufenthaltsstatus", "20"): say("citizen of Germany, the EU, the EEA or Switzerland"),
    ("deutschkenntnisse", "1"): say("yes, as mother tongue or without a certificate"),
    ("deutschkenntnisse", "2"): say("yes, with a certificate"),
    ("niqantrag", "0"): say("none"),
    ("niqantrag", "1"): say("recognition"),
    ("niqantrag", "2"): say("certificate evaluation"),
    ("niqantrag", "3"): say("recognition and certificate evaluation"),
    ("gleichwertig", "0"): say("not said"),
    ("zabzeugnis", "0"): say("not said"),
    ("beratungsformN", "0"): say("not said"),
    **{("sprachniveau", str(level.rank)): level.label for level in Level if level.rank},
}
_TOPICS: Final[Mapping[str, tuple[str, type[Choice], Text]]] = {
    "acheck": ("recognition_topic", RecognitionTopic, say("Recognition")),
    "qcheck": ("qualification_topic", QualificationTopic, say("Qualification")),
}
_RESULTS: Final = ("equivalence_result", EquivalenceResult)
_EVALUATIONS: Final = ("evaluation_result", EvaluationResult)
_MEANINGS: Final[Mapping[str, _Meaning]] = {
    "niqidberatungsstelle": _Meaning(_plain(say("Number of the centre in NIQ"))),
    "id": _Meaning(_plain(say("Identity of the case in this program"))),
    "name": _Meaning(_plain(say("Family name"))),
    "vorname": _Meaning(_plain(say("Given names"))),
    "ort": _Meaning(_plain(say("Place of the counselling"))),
    "geschlecht": _Meaning(_plain(say("Gender")), "gender", Gender),
    "wohnsitz": _Meaning(_plain(say("Home")), "home", Home),
    "wohnstaat": _Meaning(_plain(say("State of residence"))),
    "age": _Meaning(_plain(say("Age in years"))),
    "land": _Meaning(_plain(say("Nationality"))),
    "aufenthaltsstatus": _Meaning(_plain(say("Residence status")), "residence_title", ResidenceTitle),
    "einreise": _Meaning(_plain(say("Year of entry"))),
    "deutschkenntnisse": _Meaning(_plain(say("Knowledge of German"))),
    "zertifikat": _Meaning(_plain(say("Certificate of German"))),
    "sprachniveau": _Meaning(_plain(say("Level of the certificate"))),
    "erwerb": _Meaning(_plain(say("Employment")), "employment", Employment),
    "arterwerb": _Meaning(_plain(say("Kind of employment")), "employment_kind", Employment),
    "leistungsbezug": _Meaning(_plain(say("Benefits")), "benefit", Benefit),
    "aufmerksam": _Meaning(_plain(say("Way to the centre")), "way", WayToCentre),
    "berufwahl": _Meaning(lambda number: say("Qualification {number}: reference occupation", number=number)),
    "sonstigerberuf": _Meaning(lambda number: say("Qualification {number}: other occupation", number=number)),
    "nregberuf": _Meaning(lambda number: say("Qualification {number}: occupation of a Land", number=number)),
    "berufsart": _Meaning(
        lambda number: say("Qualification {number}: kind", number=number), "qualification_kind", QualificationKind
    ),
    "erwerbslandID": _Meaning(lambda number: say("Qualification {number}: state where it was earned", number=number)),
    "berufserfahrung": _Meaning(
        lambda number: say("Qualification {number}: experience", number=number), "experience", Experience
    ),
    "antrag": _Meaning(
        lambda number: say("Qualification {number}: earlier application", number=number),
        "earlier_application",
        EarlierApplication,
    ),
    "gleichwertig": _Meaning(
        lambda number: say("Qualification {number}: result of the earlier application", number=number), *_RESULTS
    ),
    "zabzeugnis": _Meaning(
        lambda number: say("Qualification {number}: result of the earlier evaluation", number=number), *_EVALUATIONS
    ),
    "berufwahlav": _Meaning(_plain(say("Procedure through this counselling: occupation"))),
    "niqantrag": _Meaning(_plain(say("Procedure through this counselling: kind"))),
    "gwdatum": _Meaning(_plain(say("Recognition applied for on"))),
    "niqgleichwertig": _Meaning(_plain(say("Result of the recognition")), *_RESULTS),
    "zabdatum": _Meaning(_plain(say("Evaluation applied for on"))),
    "niqzab": _Meaning(_plain(say("Result of the evaluation")), *_EVALUATIONS),
    "erstberatung": _Meaning(_plain(say("Day of the first counselling"))),
    "beratungsform": _Meaning(_plain(say("Form of the first counselling")), "channel", Channel),
    "asonstiges": _Meaning(_plain(say("Other topic of recognition, in words"))),
    "qsonstiges": _Meaning(_plain(say("Other topic of qualification, in words"))),
    "pickfolgedatum": _Meaning(lambda number: say("Follow-up contact {number}: day", number=number)),
    "beratungsformN": _Meaning(
        lambda number: say("Follow-up contact {number}: form", number=number), "follow_up_channel", Channel
    ),
}

"""The fields into which columns of the IQ Webapp are read, and how columns are recognised by their heads."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.client import Benefit, Employment, Gender, Home, ResidenceTitle
from iq_desktop.domain.contact import Channel, QualificationTopic, RecognitionTopic, WayToCentre
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EquivalenceResult,
    EvaluationResult,
    Experience,
    QualificationKind,
)
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Shape(Enum):
    """How the cells of a field are read."""

    WORDS = "words"
    DAY = "day"
    PARTIAL = "partial"
    YEAR = "year"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNTRY = "country"
    OCCUPATION = "occupation"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ImportField:
    """One field: its code, its label, names of columns that mean it (folded), and how its cells are read."""

    code: str
    label: Text
    heads: tuple[str, ...]
    shape: Shape = Shape.WORDS
    choices: type[Choice] | None = None


class German(Choice):
    """What the Webapp knows about German."""

    YES = "yes", say("Speaks German")
    MOTHER = "mother", say("German is the mother tongue")
    NO = "no", say("Speaks no German")


def _field(
    code: str, label: Text, heads: str, shape: Shape = Shape.WORDS, choices: type[Choice] | None = None
) -> ImportField:
    return ImportField(code, label, tuple(heads.split()), shape, choices)


_ONE, _SOME = Shape.CHOICE, Shape.CHOICES

PERSON_FIELDS: Final = (
    _field("key", say("Number in the IQ Webapp"), "id nummer lfdnr datensatzid ratsuchendeid teilnehmerid personid"),
    _field("family_name", say("Family name"), "nachname familienname name zuname"),
    _field("given_names", say("Given names"), "vorname vornamen rufname"),
    _field("gender", say("Gender"), "geschlecht anrede", _ONE, Gender),
    _field("birth", say("Date of birth"), "geburtsdatum geburtstag geborenam geburtsjahr", Shape.PARTIAL),
    _field("age", say("Age"), "lebensalter alter alterinjahren", Shape.NUMBER),
    _field("birth_country", say("Country of birth"), "geburtsland", Shape.COUNTRY),
    _field(
        "nationality",
        say("Nationality"),
        "erstestaatsangehoerigkeit staatsangehoerigkeit staatsangehoerigkeit1 nationalitaet",
        Shape.COUNTRY,
    ),
    _field(
        "second_nationality",
        say("Second nationality"),
        "zweitestaatsangehoerigkeit staatsangehoerigkeit2 weiterestaatsangehoerigkeit",
        Shape.COUNTRY,
    ),
    _field("home", say("Lives in Germany"), "wohnsitzdeutschland wohnsitzindeutschland wohnsitz", _ONE, Home),
    _field("home_country", say("Country of residence"), "wohnsitzland wohnstaat wohnland wohnsitzstaat", Shape.COUNTRY),
    _field("entry", say("Year of entry"), "einreisejahr einreise einreisedatum jahrdereinreise", Shape.PARTIAL),
    _field("street", say("Street"), "strasse strassehausnummer adresse anschrift"),
    _field("postal_code", say("Postal code"), "plz postleitzahl"),
    _field("place", say("Place"), "ort wohnort stadt"),
    _field("email", say("E-mail"), "email emailadresse mail mailadresse"),
    _field("phone", say("Telephone"), "telefon telefonnummer telefonnr handy mobil mobilnummer tel"),
    _field("german", say("German"), "deutschkenntnisse", _ONE, German),
    _field(
        "level",
        say("Certificate of German"),
        "zertifikatsprachniveau sprachniveau zertifikatlevel deutschniveau zertifikat",
        _ONE,
        Level,
    ),
    _field("employment", say("Employment"), "erwerbsstatus erwerb erwerbstaetigkeit", _ONE, Employment),
    _field("benefit", say("Benefits"), "leistungsbezug leistungen", _ONE, Benefit),
    _field("residence_title", say("Residence title"), "aufenthaltsstatus aufenthaltstitel", _ONE, ResidenceTitle),
    _field("channel", say("Form of counselling"), "beratungsart beratungsform wieberaten", _ONE, Channel),
    _field("way", say("Way to the centre"), "beratungsstelle aufmerksam wieaufmerksamgeworden", _ONE, WayToCentre),
    _field("recognition_topics", say("Topics of recognition"), "anerkennungsberatung", _SOME, RecognitionTopic),
    _field(
        "qualification_topics", say("Topics of qualification"), "qualifizierungsberatung", _SOME, QualificationTopic
    ),
    _field("recognition_other", say("Other topics of recognition"), "asonstiges anerkennungsonstiges"),
    _field("qualification_other", say("Other topics of qualification"), "qsonstiges qualifizierungsonstiges"),
    _field(
        "first_talk_on",
        say("Day of the first counselling"),
        "beratungdatum beratungsdatum erstberatung erstberatungdatum datumerstberatung",
        Shape.DAY,
    ),
    _field(
        "ended_on",
        say("First counselling finished"),
        "erstberatungabgeschlossen erstberatungabgeschlossenam abgeschlossen",
        Shape.DONE,
    ),
    _field("minutes", say("Length in minutes"), "beratungsdauer dauer dauerminuten dauerinminuten", Shape.NUMBER),
    _field("held_at", say("Place of the counselling"), "beratungsort ortderberatung"),
    _field("centre", say("Name of the centre"), "nameberatungsstelle beratungsstellename"),
    _field("adviser", say("Adviser"), "beraterin berater beratername beraterinname"),
    _field("concern", say("Concern in words"), "anliegen beratungsanliegen anmerkungen nachricht"),
    _field("chiffre", say("Chiffre"), "chiffre niqchiffre chiffreniq"),
)
QUALIFICATION_FIELDS: Final = (
    _field(
        "occupation",
        say("Reference occupation"),
        "referenzberufzugewiesen referenzberuf deutscherreferenzberuf",
        Shape.OCCUPATION,
    ),
    _field("kind", say("Kind of qualification"), "abschlussart art artdesabschlusses", _ONE, QualificationKind),
    _field("country", say("Country of the training"), "erwerbsland land erwerbsstaat", Shape.COUNTRY),
    _field(
        "title_original",
        say("Title of the qualification"),
        "abschluss bezeichnung abschlussbezeichnung originalbezeichnung berufsbezeichnung name ausbildung",
    ),
    _field("title_de", say("German title"), "deutschebezeichnung bezeichnungdeutsch uebersetzung"),
    _field(
        "institution", say("Institution"), "institution ausbildungsstaette hochschule schule ausbildungsinstitution"
    ),
    _field("place", say("Place"), "ort erwerbsort"),
    _field("ended", say("End of the training"), "abschlussjahr jahr ende abschlussdatum erwerbsjahr", Shape.PARTIAL),
    _field("begun", say("Beginning of the training"), "beginn ausbildungsbeginn", Shape.PARTIAL),
    _field("months", say("Length in months"), "dauermonate ausbildungsdauermonate", Shape.NUMBER),
    _field("experience", say("Work in the occupation"), "berufserfahrung", _ONE, Experience),
    _field(
        "earlier_application",
        say("Earlier application"),
        "antragstellungvorher antrag antragstellung",
        _ONE,
        EarlierApplication,
    ),
    _field(
        "equivalence_result",
        say("Result of recognition"),
        "ergebnisgleichwertigkeitvorher ergebnisgleichwertigkeit gleichwertigkeit",
        _ONE,
        EquivalenceResult,
    ),
    _field(
        "evaluation_result",
        say("Result of the evaluation"),
        "ergebniszab ergebniszabvorher zabzeugnis",
        _ONE,
        EvaluationResult,
    ),
    _field("remarks", say("Remarks"), "bemerkung bemerkungen anmerkung kommentar"),
)
TALK_FIELDS: Final = (
    _field("key", say("Number in the IQ Webapp"), "id nummer ratsuchendeid teilnehmerid personid datensatzid"),
    _field("family_name", say("Family name"), "nachname familienname name"),
    _field("given_names", say("Given names"), "vorname vornamen"),
    _field("held_on", say("Day"), "datum folgedatum folgeberatungdatum beratungdatum datumfolgekontakt", Shape.DAY),
    _field(
        "talk_channel",
        say("Form of counselling"),
        "form beratungsform beratungsformfolgeberatung art beratungsart kontaktform",
        _ONE,
        Channel,
    ),
    _field("minutes", say("Length in minutes"), "dauer dauerminuten dauerinminuten beratungsdauer", Shape.NUMBER),
    _field("what", say("What it was about"), "inhalt bemerkung anmerkung notiz thema kommentar"),
)
MOST_QUALIFICATIONS: Final = 10
_NUMBERED: Final = re.compile(r"(?:abschluss|qualifikation)(\d{1,2})(.*)")
_BELOW_ZERO: Final = re.compile(r"-\d+")
_SIMILAR: Final = 0.84
"""How alike a head with a slip must be to the right one (0 to 1)."""
_SHORTEST_SLIP: Final = 5
"""Heads with fewer letters are recognised only as they are: too many look alike."""


def fold(words: str) -> str:
    """Return words as they are compared: small letters and digits alone, ä as ae, ß as ss; -1 stays -1."""
    if _BELOW_ZERO.fullmatch(words.strip()):
        return words.strip()
    small = unicodedata.normalize("NFC", words).casefold()
    for sign, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        small = small.replace(sign, letters)
    return "".join(letter for letter in unicodedata.normalize("NFKD", small) if letter.isalnum())


def qualification_code(place: int, code: str) -> str:
    """Return the code of a field of the qualification of a place (from 0)."""
    return f"qualification.{place}.{code}"


def field_of(code: str, *, is_talks: bool = False) -> ImportField:
    """Return the field of a code; raises KeyError."""
    if is_talks:
        return _TALKS[code]
    return _QUALIFICATIONS[code.split(".")[2]] if code.startswith("qualification.") else _PERSON[code]


def label_of(code: str, *, is_talks: bool = False) -> Text:
    """Return what a field is called; those of qualifications with their number (from 1); raises KeyError."""
    label = field_of(code, is_talks=is_talks).label
    if not code.startswith("qualification."):
        return label
    return say("Qualification {number}: {field}", number=str(int(code.split(".")[1]) + 1), field=label)


def recognise_heads(heads: Sequence[str], *, is_talks: bool = False) -> tuple[str, ...]:
    """Return for each head the code of its field, empty where none fits; each field is given once.

    What is written exactly goes before what is only similar.
    """
    found = [""] * len(heads)
    for is_loose in (False, True):
        for place, head in enumerate(heads):
            if found[place]:
                continue
            code = _recognise(fold(head), is_talks=is_talks, is_loose=is_loose)
            if code and code not in found:
                found[place] = code
    return tuple(found)


def has_people(codes: Sequence[str]) -> bool:
    """Return whether these columns tell of people: at least two of what everybody has."""
    usual = {"family_name", "given_names", "gender", "nationality", "first_talk_on", "residence_title", "employment"}
    return len(usual.intersection(codes)) > 1


def _recognise(head: str, *, is_talks: bool, is_loose: bool) -> str:
    numbered = None if is_talks else _NUMBERED.fullmatch(head)
    if numbered is None:
        known = _by_head(TALK_FIELDS if is_talks else PERSON_FIELDS)
        return _find(head, known, is_loose=is_loose)
    place, rest = int(numbered[1]), numbered[2] or "abschluss"
    code = _find(rest, _by_head(QUALIFICATION_FIELDS), is_loose=is_loose) if place < MOST_QUALIFICATIONS else ""
    return qualification_code(place, code) if code else ""


def _find(head: str, known: Mapping[str, str], *, is_loose: bool) -> str:
    if head in known or not is_loose or len(head) < _SHORTEST_SLIP:
        return known.get(head, "")
    near = get_close_matches(head, (one for one in known if len(one) >= _SHORTEST_SLIP), 1, _SIMILAR)
    return known[near[0]] if near else ""


def _by_head(fields: Sequence[ImportField]) -> dict[str, str]:
    return {head: one.code for one in reversed(fields) for head in one.heads}


_PERSON: Final = {one.code: one for one in PERSON_FIELDS}
_QUALIFICATIONS: Final = {one.code: one for one in QUALIFICATION_FIELDS}
_TALKS: Final = {one.code: one for one in TALK_FIELDS}

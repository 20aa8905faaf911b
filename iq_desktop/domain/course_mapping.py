"""How the columns of a table of courses become fields of an offer: recognised by their heads, corrected by a person."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLE_MARK: Final = "table-"
"""With what the identity of a catalogue begins that was taken in as a table."""
COURSE_FIELDS: Final[Mapping[str, Text]] = {
    "title": say("Title of the course"),
    "provider": say("Provider"),
    "starts_on": say("Begins on"),
    "ends_on": say("Ends on"),
    "postal_code": say("Postal code"),
    "place": say("Place"),
    "street": say("Street and house number"),
    "form": say("Form"),
    "times": say("Times of day"),
    "hours": say("Lessons of 45 minutes"),
    "weekly_hours": say("Lessons in a week"),
    "price": say("Price in euro"),
    "fundings": say("Who may pay"),
    "kind": say("Kind of course"),
    "entry_level": say("German needed"),
    "exit_level": say("German at the end"),
    "degree": say("Certificate"),
    "description": say("Description"),
    "keywords": say("Keywords"),
    "measure_number": say("Measure number"),
    "apply_by": say("Apply by"),
    "web": say("Web address"),
    "phone": say("Telephone"),
    "email": say("E-mail"),
    "id": say("Number of the offer"),
}
"""What a table can tell of a course, in the order in which it is asked."""

_HEADS: Final[Mapping[str, str]] = {
    "title": "titel kurstitel kurs kursname bezeichnung angebot veranstaltung kursbezeichnung title course name thema",
    "provider": "anbieter träger kursträger bildungsträger veranstalter einrichtung provider organisation institut",
    "starts_on": "beginn start startdatum kursbeginn anfang von starttermin startsOn begin datum beginndatum",
    "ends_on": "ende enddatum kursende bis end endtermin",
    "postal_code": "plz postleitzahl zip postalcode",
    "place": "ort stadt kursort veranstaltungsort standort city place",
    "street": "straße strasse anschrift adresse street straßehausnummer",
    "form": "form unterrichtsform lernform durchführungsform format kursform",
    "times": "unterrichtszeit unterrichtszeiten zeiten uhrzeit kurszeiten zeit tageszeit",
    "hours": "ue unterrichtseinheiten stunden umfang dauer ustd unterrichtsstunden",
    "weekly_hours": "uewoche stundenprowoche ueprowoche wochenstunden",
    "price": "preis kosten gebühr kursgebühr teilnahmegebühr entgelt price",
    "fundings": "förderung finanzierung kostenträger funding",
    "kind": "art kursart typ kategorie kind kurstyp",
    "entry_level": "eingangsniveau einstiegsniveau vonniveau voraussetzungniveau startniveau",
    "exit_level": "zielniveau sprachniveau niveau abschlussniveau zielsprachniveau kursniveau",
    "degree": "abschluss zertifikat prüfung degree abschlussbezeichnung",
    "description": "beschreibung inhalt inhalte kursinhalt description kursbeschreibung bemerkung",
    "keywords": "schlagworte stichworte schlagwörter keywords suchworte",
    "measure_number": "maßnahmenummer massnahmenummer maßnahmennummer azavnummer",
    "apply_by": "anmeldeschluss anmeldefrist anmeldungbis",
    "web": "web link url homepage internet website webseite",
    "phone": "telefon tel telefonnummer phone kontakttelefon",
    "email": "email mail emailadresse kontaktemail",
    "id": "id nr nummer kursnummer kursnr angebotsnummer kennung",
}
"""Heads by which a field is recognised, without spaces and signs."""
_SIGNS: Final = re.compile(r"[^a-zäöüß0-9]")
_NEEDED: Final = frozenset({"starts_on", "provider", "place", "postal_code", "exit_level"})
_LEAST: Final = 2
"""How many of the needed fields beside a title make a table one of courses."""


@dataclass(frozen=True, slots=True)
class CourseMapping:
    """How one kind of table is read: `columns` are pairs of a field of the offer and the head that gives it.

    `heads` are all heads of the table in their order; `name` is what the catalogue is called.
    """

    heads: tuple[str, ...]
    columns: tuple[tuple[str, str], ...] = ()
    name: str = ""
    kept_on: dt.date | None = None

    def head_of(self, field: str) -> str:
        """Return the head of the column that gives a field, empty where none does."""
        return dict(self.columns).get(field, "")

    def with_column(self, field: str, head: str) -> CourseMapping:
        """Return the mapping with another column for a field; an empty head leaves the field open."""
        others = {name: given for name, given in self.columns if name != field}
        chosen = others | ({field: head} if head else {})
        ordered = tuple((name, chosen[name]) for name in COURSE_FIELDS if name in chosen)
        return replace(self, columns=ordered)

    def with_name(self, name: str) -> CourseMapping:
        """Return the mapping under another name of the catalogue."""
        return replace(self, name=name.strip())

    @property
    def is_enough(self) -> bool:
        """Whether courses can be read: each needs a title."""
        return bool(self.head_of("title"))


@dataclass(frozen=True, slots=True)
class CourseTable:
    """A table of courses that was looked at: its heads, some rows, and how its columns would be read by themselves."""

    file: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    proposed: CourseMapping
    encoding: str = ""
    delimiter: str = ""

    def example(self, head: str) -> str:
        """Return what stands in the first row that says something in a column."""
        if head not in self.heads:
            return ""
        at = self.heads.index(head)
        return next((row[at] for row in self.rows if at < len(row) and row[at].strip()), "")


def propose_mapping(heads: Sequence[str], name: str = "") -> CourseMapping:
    """Return the columns that are recognised by their heads; each column gives one field, each field has one column."""
    plain = {_plain(head): head for head in reversed(heads)}
    columns: list[tuple[str, str]] = []
    taken: set[str] = set()
    for field in COURSE_FIELDS:
        known = (_plain(word) for word in _HEADS[field].split())
        head = next((plain[word] for word in known if word in plain and plain[word] not in taken), "")
        if head:
            taken.add(head)
            columns.append((field, head))
    return CourseMapping(tuple(heads), tuple(columns), name)


def looks_like_courses(heads: Sequence[str]) -> bool:
    """Return whether the heads of a table are those of courses: a title, and some of who, where and when."""
    fields = dict(propose_mapping(heads).columns)
    return "title" in fields and len(_NEEDED & fields.keys()) >= _LEAST


def _plain(head: str) -> str:
    return _SIGNS.sub("", head.casefold().replace("\u00df", "ss"))

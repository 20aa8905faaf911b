"""Workbooks as the IQ Webapp exports them, with invented people, in the shapes in which they come."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

HEADS: Final = (
    "ID",
    "Nachname",
    "Vorname",
    "PLZ",
    "Ort",
    "Email",
    "Telefon",
    "Lebensalter",
    "ErsteStaatsangehoerigkeit",
    "WohnsitzDeutschland",
    "Einreisejahr",
    "Deutschkenntnisse",
    "ZertifikatSprachniveau",
    "erwerbsstatus",
    "Leistungsbezug",
    "Geburtsland",
    "aufenthaltsstatus",
    "Geschlecht",
    "Beraterin",
    "beratungsart",
    "anerkennungsberatung",
    "qualifizierungsberatung",
    "nameberatungsstelle",
    "beratungdatum",
    "erstberatungabgeschlossen",
    "Abschluss0 Referenzberufzugewiesen",
    "Abschluss0 Abschlussart",
    "Abschluss0 Erwerbsland",
    "Abschluss1 Referenzberufzugewiesen",
    "Abschluss1 Abschlussart",
    "Abschluss1 Erwerbsland",
)
CONTACT_HEADS: Final = ("ID", "Nachname", "Vorname", "Datum", "Beratungsform", "Dauer", "Bemerkung")
_DAY: Final = dt.date(2024, 3, 15)
_FIRST: Final = ("Yara", "Omar", "Olena", "Ayşe", "Mehmet", "Iryna", "Daniel", "Selam", "Ion", "Maria")
_LAST: Final = ("Al-Khatib", "Haddad", "Koval", "Öztürk", "Demir", "Tesfaye", "Popescu", "Nowak", "Rahimi", "Silva")


def a_row(**changes: Any) -> dict[str, Any]:
    """Return the cells of one person by the head of their column; each can be replaced."""
    cells: dict[str, Any] = {
        "ID": 4711,
        "Nachname": "Haddad",
        "Vorname": "Rima",
        "PLZ": "04109",
        "Ort": "Leipzig",
        "Email": "rima@example.org",
        "Telefon": "0341 555010",
        "Lebensalter": 34,
        "ErsteStaatsangehoerigkeit": "Syrien",
        "WohnsitzDeutschland": "ja",
        "Einreisejahr": 2019,
        "Deutschkenntnisse": "ja",
        "ZertifikatSprachniveau": "B1",
        "erwerbsstatus": "nicht erwerbstätig",
        "Leistungsbezug": "mit (ergänzendem) SGB II-Leistungsbezug (Bürgergeld)",
        "Geburtsland": "Syrien",
        "aufenthaltsstatus": "Niederlassungserlaubnis (§9 AufenthG)",
        "Geschlecht": "weiblich",
        "Beraterin": "Frau Berg",
        "beratungsart": "Telefon",
        "anerkennungsberatung": "Beratung zu Anerkennungsmöglichkeiten; Unterstützung bei der Antragstellung",
        "qualifizierungsberatung": "",
        "nameberatungsstelle": "Beispielstelle",
        "beratungdatum": _DAY,
        "erstberatungabgeschlossen": "ja",
        "Abschluss0 Referenzberufzugewiesen": "Erzieher/in",
        "Abschluss0 Abschlussart": "Promotion (Doktortitel)",
        "Abschluss0 Erwerbsland": "Syrien",
    }
    return cells | changes


def a_crowd(count: int) -> list[dict[str, Any]]:
    """Return invented people, always the same ones."""
    chance = Random(7)  # noqa: S311  (invented people, no secrets)
    return [
        a_row(
            ID=number,
            Nachname=f"{chance.choice(_LAST)}-{chance.choice(_LAST)}",
            Vorname=f"{chance.choice(_FIRST)} {chance.choice(_FIRST)}",
            Email=f"person{number}@example.org",
            Telefon=f"0341 {100000 + number}",
            Lebensalter=chance.randrange(18, 65),
            beratungdatum=_DAY + dt.timedelta(days=chance.randrange(600)),
        )
        for number in range(1, count + 1)
    ]


def write_webapp(
    path: Path,
    rows: Iterable[Mapping[str, Any]],
    heads: Sequence[str] = HEADS,
    contacts: Sequence[Sequence[Any]] = (),
    title: str = "",
) -> Path:
    """Write a workbook of these rows; with contacts it has a second sheet, with a title a line above the heads."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd.mm.yyyy"}) as book:
        page = book.add_worksheet("Ratsuchende")
        top = 0
        if title:
            page.write(0, 0, title)
            top = 2
        page.write_row(top, 0, heads)
        for number, row in enumerate(rows, top + 1):
            for column, head in enumerate(heads):
                _write(page, number, column, row.get(head))
        if contacts:
            page = book.add_worksheet("Folgekontakte")
            page.write_row(0, 0, CONTACT_HEADS)
            for number, cells in enumerate(contacts, 1):
                for column, cell in enumerate(cells):
                    _write(page, number, column, cell)
    return path


def _write(page: Any, row: int, column: int, cell: Any) -> None:
    if isinstance(cell, dt.date):
        page.write_datetime(row, column, dt.datetime(cell.year, cell.month, cell.day))  # noqa: DTZ001  (a day has no zone)
    elif isinstance(cell, int):
        page.write_number(row, column, cell)
    elif cell:
        page.write_string(row, column, cell)

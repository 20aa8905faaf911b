"""Answers of the course searches of the Federal Employment Agency, invented, in the shape of their descriptions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def a_place(code: str = "90439", name: str = "Nürnberg, Mittelfranken", street: str = "Ring 5") -> dict[str, Any]:
    """Return an address."""
    return {"id": 1, "strasse": street, "ortStrasse": {"id": 2, "plz": code, "name": name, "land": {"id": 3}}}


def a_termin(number: int, title: str = "Berufssprachkurs B2", **changes: Any) -> dict[str, Any]:
    """Return one „Termin“; `offer` changes what stands in its offer."""
    offer = {
        "id": 8_000_000 + number,
        "titel": title,
        "inhalt": "<p>Deutsch für Pflegekräfte</p><ul><li>Lesen</li></ul>",
        "abschlussbezeichnung": "Zertifikat B2",
        "foerderung": "BAMF. Eine Teilnahme ist kostenfrei.",
        "zugang": "Niveau B1",
        "link": None,
        "bildungsanbieter": {
            "id": 7,
            "name": "Lernhaus Süd",
            "telefonVorwahl": "0911",
            "telefonDurchwahl": "123",
            "homepage": "https://lernhaus.example",
            "email": "kurse@lernhaus.example",
            "adresse": a_place(),
        },
        "bildungsart": {"id": 110, "bezeichnung": "Berufssprachkurse"},
        "systematiken": [{"id": 1, "codeNr": "MC 01 3"}],
        "suchworte": [{"suchwort": "Pflege"}, {"suchwort": "Deutsch"}, {"suchwort": "Pflege"}],
    } | changes.pop("offer", {})
    termin = {
        "id": number,
        "unterrichtsform": {"id": 1, "bezeichnung": "Vor-Ort-Vollzeit"},
        "foerderung": False,
        "kostenWert": "0.0",
        "kostenWaehrung": "EUR",
        "beginn": 1_799_622_000_000,  # 10 January 2027, 23:00 UTC: the 11th in Germany
        "ende": 1_814_392_800_000,  # 30 June 2027, 22:00 UTC: the 1st of July
        "individuellerEinstieg": False,
        "anmeldeschluss": "1799017200000",
        "unterrichtszeiten": "<p>Montag bis Freitag 08:30 - 12:35 Uhr<br/>25 UE/Woche<br/>600 UE</p>",
        "bemerkungZeit": None,
        "adresse": a_place(),
        "angebot": offer,
    }
    return termin | changes


def a_training(number: int, title: str = "Teilqualifikation Lagerlogistik TQ 1", **changes: Any) -> dict[str, Any]:
    """Return one „Termin“ of the further-training search."""
    offer = {
        "systematiken": [{"id": 1, "codeNr": "C 1435-10-10"}],
        "angebotstyp": {"id": 5, "bezeichnung": "Weiterbildungsangebot"},
        "foerderung": "Bildungsgutschein",
        "zugang": "",
        "abschlussbezeichnung": None,
        "abschlussart": "Zertifikat",
    }
    more = {"unterrichtsform": {"id": 302}, "unterrichtszeit": {"id": 1}, "kostenWert": "980.0", "foerderung": True}
    return a_termin(number, title, offer=offer | changes.pop("offer", {}), **(more | changes))


def an_answer(termine: Iterable[dict[str, Any]], page: int = 0) -> dict[str, Any]:
    """Return one page of an answer."""
    return {"_embedded": {"termine": list(termine)}, "page": {"size": 20, "number": page}, "_links": {}}


def write_answer(path: Path, *termine: dict[str, Any], indent: int | None = 1) -> Path:
    """Write a page as a file."""
    path.write_text(json.dumps(an_answer(termine), ensure_ascii=False, indent=indent), encoding="utf-8")
    return path

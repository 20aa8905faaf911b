"""What the packs say about procedures stands in the law that they cite; broken packs are refused with their place."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

from iq_desktop.catalogues.packs import find_faults
from iq_desktop.catalogues.procedure_law import read_procedure_law
from iq_desktop.domain.procedure_law import Binding
from tests.support.procedure_law import the_law

PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"


def content(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PACKS / f"{name}.json").read_text(encoding="utf-8"))
    return found


CITED = [one for one in content("procedures")["periods"] if "citation" in one]


def paragraph_of(law: Path, number: str) -> str:
    """Return the words of a paragraph of a law."""
    parts = re.split(r"^# (§ \d+[a-z]?)\b.*$", law.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[number]


@pytest.mark.parametrize("period", CITED, ids=lambda one: f"{one['code']}-{one['citation']['paragraph']}")
def test_every_cited_sentence_stands_in_the_law(shared_folder: Path, period: dict[str, Any]) -> None:
    cited = period["citation"]
    words = paragraph_of(shared_folder / "data" / "law" / f"{cited['law']}.md", cited["paragraph"])
    if "section" in cited:
        sections = re.split(r"^\((\d+[a-z]?)\) ", words, flags=re.MULTILINE)
        words = dict(zip(sections[1::2], sections[2::2], strict=True))[cited["section"]]
    assert cited["begins"] in words


def test_what_is_checked_is_cited_and_what_is_custom_is_not_checked() -> None:
    for rule in the_law().periods:
        assert rule.verified is (rule.citation is not None)
        assert (rule.binding is Binding.USUAL) is (rule.citation is None)


def test_the_packs_are_read() -> None:
    law = read_procedure_law(PACKS)
    assert law.checked_on is not None
    assert len(law.tables) == 5
    assert law.calendar.holidays


def _spoiled(name: str, *way: str | int, value: Any) -> dict[str, Any]:
    bad: Any = copy.deepcopy(content(name))
    inside = bad
    for step in way[:-1]:
        inside = inside[step]
    inside[way[-1]] = value
    assert isinstance(bad, dict)
    return bad


@pytest.mark.parametrize(
    ("name", "way", "value", "place"),
    [
        ("procedures", ("periods", 0, "unit"), "moons", "periods[0].unit"),
        ("procedures", ("periods", 0, "count"), 0, "periods[0].count"),
        ("procedures", ("periods", 0, "citation"), {"law": "BQFG"}, "periods[0].citation.paragraph"),
        ("procedures", ("periods", 3, "verified"), True, "periods[3].citation"),
        (
            "procedures",
            ("tables", 0, "moves", "start"),
            {"application_sent": "heaven"},
            "tables[0].moves.start.application_sent",
        ),
        ("procedures", ("tables", 0, "moves", "start"), {"hope": "applied"}, "tables[0].moves.start.hope"),
        ("procedures", ("tables", 0, "moves", "limbo"), {"ended": "ended"}, "tables[0].moves.limbo"),
        ("procedures", ("tables", 1, "procedure"), "recognition", "tables[1]"),
        ("holidays", ("holidays", 0, "lands"), ["XX"], "holidays[0].lands[0]"),
        ("holidays", ("holidays", 0, "easter"), 1, "holidays[0]"),
    ],
)
def test_a_broken_pack_is_refused_with_its_place(name: str, way: tuple[Any, ...], value: Any, place: str) -> None:
    assert place in {fault.place for fault in find_faults(_spoiled(name, *way, value=value), name)}

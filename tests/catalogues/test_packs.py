"""The validator of packs names each fault by its place inside the file."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.packs import BrokenPack, check_packs, find_faults, load_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = {
    "version": "2026.1",
    "source": "invented",
    "licence": "Apache-2.0",
    "checked_on": "2026-11-22",
    "valid_from": None,
    "valid_to": None,
    "verified": True,
}
NAMES = {"de": "Bäcker/Bäckerin", "en": "baker"}
SKILLS = [{"uri": f"urn:iq-desktop:skill:{key}", "names": NAMES, "kind": "skill"} for key in ("dough", "bake")]
BAKER = {
    "uri": "urn:iq-desktop:occupation:baker",
    "names": NAMES,
    "isco": "7512",
    "kldb": "29222",
    "essential": [SKILLS[0]["uri"]],
    "optional": [SKILLS[1]["uri"]],
}
STARTER: dict[str, Any] = {"pack": "starter", **HEAD, "skills": SKILLS, "occupations": [BAKER]}
TOWNS: dict[str, Any] = {
    "pack": "towns",
    **HEAD,
    "towns": [{"code": "01067", "name": "Dresden", "latitude": 51.05, "longitude": 13.73}],
}


def faults(content: Any, name: str) -> list[tuple[str, str]]:
    return [(fault.place, fault.what.message) for fault in find_faults(content, name)]


def test_sound_packs_have_no_fault() -> None:
    assert faults(STARTER, "starter") == []
    assert faults(TOWNS, "towns") == []


def put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        *way, last = path
        inner: Any = content
        for step in way:
            inner = inner[step]
        inner[last] = value

    return change


def drop(key: str) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        del content[key]

    return change


@pytest.mark.parametrize(
    ("change", "place", "what"),
    [
        (drop("licence"), "licence", "is missing"),
        (put("verified", value="yes"), "verified", "must be true or false"),
        (put("version", value="1"), "version", "“{value}” does not have the right form"),
        (put("checked_on", value="22.11.2026"), "checked_on", "must be a date such as 2026-11-22"),
        (put("colour", value="red"), "colour", "is not known here"),
        (put("pack", value="towns"), "pack", "must be the same as the name of the file"),
        (put("occupations", value=[]), "occupations", "must be a list that is not empty"),
        (put("occupations", 0, "isco", value="75x2"), "occupations[0].isco", "“{value}” does not have the right form"),
        (put("occupations", 0, "kldb", value=29222), "occupations[0].kldb", "must be a text"),
        (put("occupations", 0, "names", value={"de": "x"}), "occupations[0].names.en", "is missing"),
        (put("occupations", 0, "names", value="x"), "occupations[0].names", "must be an object"),
        (put("occupations", value=[BAKER, BAKER]), "occupations[1]", "“{value}” stands there twice"),
        (
            put("occupations", 0, "optional", 0, value="urn:iq-desktop:skill:fly"),
            "occupations[0].optional[0]",
            "“{value}” is not among the skills",
        ),
        (
            put("occupations", 0, "optional", 0, value=SKILLS[0]["uri"]),
            "occupations[0].optional[0]",
            "“{value}” stands there twice",
        ),
        (put("skills", 1, "kind", value="talent"), "skills[1].kind", "“{value}” is not one of: {allowed}"),
        (
            put("skills", value=[*SKILLS, SKILLS[0] | {"uri": "urn:iq-desktop:skill:x"}]),
            "skills",
            "“{value}” is needed by no occupation",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(change: Callable[[dict[str, Any]], None], place: str, what: str) -> None:
    content = copy.deepcopy(STARTER)
    change(content)
    assert (place, what) in faults(content, "starter")


@pytest.mark.parametrize("value", ["5", True, 91, None])
def test_a_town_far_away(value: object) -> None:
    content = copy.deepcopy(TOWNS)
    content["towns"][0]["latitude"] = value
    assert [place for place, _ in faults(content, "towns")] == ["towns[0].latitude"]


def test_a_pack_that_ends_before_it_begins() -> None:
    content = TOWNS | {"valid_from": "2026-02-01", "valid_to": "2026-01-01"}
    assert faults(content, "towns") == [("valid_to", "ends before it begins")]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b'{\n "pack": ', "no JSON: {place}"),
        (b"\xff\xfe", "the file cannot be read"),
        (b"[]", "must be an object"),
    ],
)
def test_a_file_that_is_no_pack(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "towns.json").write_bytes(content)
    with pytest.raises(BrokenPack) as refused:
        load_pack(tmp_path, "towns")
    assert [fault.what.message for fault in refused.value.faults] == [what]
    assert refused.value.file == "towns.json"


def test_a_missing_and_an_unknown_pack_are_faults_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "towns.json").write_text(json.dumps(TOWNS), encoding="utf-8")
    with pytest.raises(BrokenPack) as refused:
        check_packs(tmp_path)
    assert refused.value.faults[0].what.message == "the file is missing"
    (tmp_path / "a_cars.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BrokenPack) as unknown:
        check_packs(tmp_path)
    assert unknown.value.file == "a_cars.json"

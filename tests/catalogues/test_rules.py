"""Packs of rules: every fault is named with file, line and place; what is sound is written and read back the same."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.rule_writing import write_rules
from iq_desktop.catalogues.rules import RuleFiles, read_rules, rule_files
from iq_desktop.domain.rule import AllOf, Compared, How, Not, Outcome, Route
from iq_desktop.usecases.instrument_ports import RefusedPack
from iq_desktop.wording.problems import IqError
from tests.support.chance import seeded
from tests.support.memory_rules import PACKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = {"de_simple": "Ja.", "en": "Yes.", "ar": "نعم.", "uk": "Так.", "tr": "Evet."}
RULE: dict[str, Any] = {
    "code": "age",
    "route": "validation",
    "outcome": "closed",
    "when": {"not": {"fact": "age", "at_least": 25}},
    "reasons": {"de": "Erst ab 25.", "en": "Only from 25."},
    "client": WORDS,
    "cites": [{"law": "BBiG", "section": "50b", "paragraph": "2", "number": "4", "words": "25. Lebensjahr"}],
    "verified": True,
}
SOUND: dict[str, Any] = {
    "pack": "rules",
    "format": 1,
    "code": "trial",
    "version": "2026.1",
    "names": {"de": "Probe", "en": "Trial"},
    "licence": "Apache-2.0",
    "source": "invented",
    "checked_on": "2026-08-19",
    "valid_from": "2025-01-01",
    "valid_to": None,
    "verified": True,
    "rules": [
        RULE,
        {
            **copy.deepcopy(RULE),
            "code": "level",
            "outcome": "open",
            "when": {
                "all": [
                    {"fact": "german_level", "at_least": "B1"},
                    {"any": [{"fact": "home", "is": "germany"}, {"fact": "benefits", "in": ["sgb_2", "sgb_3"]}]},
                    {"fact": "entry_on", "before": "2024-12-07"},
                    {"fact": "is_learned", "is": False},
                    {"fact": "scripts", "known": True},
                ]
            },
            "displaces": ["age"],
            "courses": ["integration-course"],
            "valid_to": "2027-12-31",
        },
    ],
}


def octets(change: Callable[[dict[str, Any]], object] = lambda _: None) -> bytes:
    changed = copy.deepcopy(SOUND)
    change(changed)
    return json.dumps(changed, ensure_ascii=False, indent=1).encode()


def rule_with(**changes: Any) -> Callable[[dict[str, Any]], object]:
    return lambda pack: pack["rules"][0].update(changes)


def without(*path: str) -> Callable[[dict[str, Any]], object]:
    def change(pack: dict[str, Any]) -> None:
        inner: Any = pack["rules"][0] if path[0] == "rule" else pack
        for key in path[1:-1]:
            inner = inner[key]
        del inner[path[-1]]

    return change


def deep(levels: int) -> dict[str, Any]:
    condition: dict[str, Any] = {"fact": "age", "at_least": 25}
    for _ in range(levels):
        condition = {"not": condition}
    return condition


FAULTS: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("another kind of pack", lambda pack: pack.update(pack="instrument"), "pack"),
    ("a format of later", lambda pack: pack.update(format=2), "format"),
    ("no version", without("pack", "version"), "version"),
    ("a day that no calendar has", lambda pack: pack.update(checked_on="2026-02-31"), "checked_on"),
    ("ends before it begins", lambda pack: pack.update(valid_to="2024-01-01"), "valid_to"),
    ("no rules", lambda pack: pack.update(rules=[]), "rules"),
    ("the same code twice", lambda pack: pack["rules"].append(copy.deepcopy(RULE)), "rules[2]"),
    ("a key that nobody knows", rule_with(colour="red"), "rules[0].colour"),
    ("an unknown route", rule_with(route="flying"), "rules[0].route"),
    ("an unknown outcome", rule_with(outcome="maybe"), "rules[0].outcome"),
    ("an unknown fact", rule_with(when={"fact": "shoe_size", "is": True}), "rules[0].when.fact"),
    ("a fact that is no name", rule_with(when={"fact": 7, "is": True}), "rules[0].when.fact"),
    ("a number compared with a word", rule_with(when={"fact": "age", "at_least": "old"}), "rules[0].when.at_least"),
    ("a number below zero", rule_with(when={"fact": "age", "at_least": -1}), "rules[0].when.at_least"),
    ("a code that the list has not", rule_with(when={"fact": "home", "is": "moon"}), "rules[0].when.is"),
    ("yes for a code", rule_with(when={"fact": "home", "is": True}), "rules[0].when.is"),
    ("a level that is none", rule_with(when={"fact": "german_level", "at_least": "D1"}), "rules[0].when.at_least"),
    ("a day that is none", rule_with(when={"fact": "entry_on", "before": "soon"}), "rules[0].when.before"),
    ("a comparison of another type", rule_with(when={"fact": "home", "at_least": 3}), "rules[0].when"),
    ("two comparisons at once", rule_with(when={"fact": "age", "at_least": 3, "at_most": 9}), "rules[0].when"),
    ("no comparison", rule_with(when={"fact": "age"}), "rules[0].when"),
    ("known, but not", rule_with(when={"fact": "age", "known": False}), "rules[0].when.known"),
    ("one of none", rule_with(when={"fact": "home", "in": []}), "rules[0].when.in"),
    ("any of nothing", rule_with(when={"any": []}), "rules[0].when.any"),
    ("neither all nor any", rule_with(when={"all": [], "any": []}), "rules[0].when"),
    ("a condition that is a list", rule_with(when=[]), "rules[0].when"),
    ("too deep", rule_with(when=deep(7)), "rules[0].when.not.not.not.not.not.not"),
    ("a fact of another subject", rule_with(when={"fact": "regulation", "is": "regulated"}), "rules[0].when.fact"),
    ("no reason in English", without("rule", "reasons", "en"), "rules[0].reasons.en"),
    ("nothing for the client in Turkish", without("rule", "client", "tr"), "rules[0].client.tr"),
    ("nothing for the client at all", without("rule", "client"), "rules[0].client.de_simple"),
    ("neither law nor source", without("rule", "cites"), "rules[0].cites"),
    (
        "a paragraph that is words",
        rule_with(cites=[{"law": "BBiG", "section": "somewhere"}]),
        "rules[0].cites[0].section",
    ),
    ("verified without the law", lambda pack: pack["rules"][0].update(cites=[], source="heard"), "rules[0].verified"),
    ("displaces what is not there", rule_with(displaces=["gone"]), "rules[0].displaces[0]"),
    ("a circle", rule_with(displaces=["level"]), "rules[0].displaces"),
    ("a text without end", rule_with(reasons={"de": "a" * 1000, "en": "a"}), "rules[0].reasons.de"),
]


@pytest.mark.parametrize(("change", "place"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_every_fault_is_named_with_file_line_and_place(change: Callable[[dict[str, Any]], object], place: str) -> None:
    content = octets(change)
    with pytest.raises(RefusedPack) as refused:
        read_rules(content, "trial.json")
    found = {fault.place: fault for fault in refused.value.faults}
    assert place in found, set(found)
    fault = found[place]
    assert fault.file == "trial.json"
    last = place.rpartition(".")[2].partition("[")[0]
    line = content.decode().splitlines()[fault.line - 1]
    assert last in line or fault.line > 0
    assert fault.what.message


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"pack": "rules"',
        b'{"pack": "rules", "pack": "rules"}',
        b'{"pack": 1.5}',
        b"[" * 5000,
        b'{"rules": ' + b'{"not": ' * 3000,
        octets() + b"more",
        b'"' + b"a" * 2_200_000 + b'"',
    ],
    ids=["empty", "list", "null", "no UTF-8", "cut", "twice", "fraction", "deep", "deep conditions", "tail", "large"],
)
def test_what_is_no_pack_at_all_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedPack):
        read_rules(content, "trial.json")


def test_a_sound_pack_is_what_it_says() -> None:
    pack = read_rules(octets(), "trial.json")
    age, level = pack.rules
    assert (age.route, age.outcome) == (Route.VALIDATION, Outcome.CLOSED)
    assert age.when == Not(Compared("age", How.AT_LEAST, (25,)))
    assert age.cites[0].place == "§ 50b Abs. 2 Nr. 4 BBiG"
    assert isinstance(level.when, AllOf)
    assert level.when.parts[0] == Compared("german_level", How.AT_LEAST, (3,))
    assert level.displaces == ("age",)


def test_what_is_written_is_read_back_the_same_and_always_the_same_bytes() -> None:
    for path in rule_files(PACKS / "rules"):
        pack = read_rules(path.read_bytes(), path.name)
        written = write_rules(pack)
        assert read_rules(written, "again") == pack
        assert write_rules(read_rules(written, "again")) == written
    trial = read_rules(octets(), "trial.json")
    assert read_rules(write_rules(trial), "again") == trial


def test_bent_files_are_refused_or_read_but_never_worse() -> None:
    rng, sound = seeded(7), octets()
    refused = 0
    for _ in range(150):
        bent = bytearray(sound)
        for _ in range(rng.randint(1, 4)):
            bent[rng.randrange(len(bent))] = rng.randrange(256)
        try:
            read_rules(bytes(bent), "bent.json")
        except RefusedPack:
            refused += 1
    assert refused > 50


def test_a_damaged_pack_of_the_program_keeps_no_other_from_being_used(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(octets()[:-20])
    (tmp_path / "good.json").write_bytes(octets())
    reader = RuleFiles(tmp_path)
    assert [one.pack.code for one in reader.built_in()] == ["trial"]
    with pytest.raises(RefusedPack):
        reader.open_pack(tmp_path / "bad.json")
    with pytest.raises(RefusedPack):
        reader.open_pack(tmp_path / "gone.json")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    reader = RuleFiles(tmp_path)
    pack = read_rules(octets(), "trial.json")
    reader.save_file(reader.write(pack), tmp_path / "out.json")
    assert reader.open_pack(tmp_path / "out.json").pack == pack
    with pytest.raises(IqError):
        reader.save_file(b"", tmp_path / "no" / "out.json")

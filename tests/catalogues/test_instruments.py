"""Packs of instruments: each fault is named with file, line and place; hostile ones do nothing but be refused."""

from __future__ import annotations

import base64
import copy
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues import pack_files
from iq_desktop.catalogues.instruments import PackFiles, find_faults, read_instrument
from iq_desktop.catalogues.pack_files import PackContent, pack_folder, read_octets, write_file
from iq_desktop.usecases.instrument_ports import RefusedPack, Seal
from tests.support.chance import seeded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CIRCLE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="40" fill="ink"/></svg>'
TEXTS = {
    "title": "Titel",
    "intro": "Wir sehen Karten an.",
    "section.cards": "Was passt?",
    "section.best": "Was am meisten?",
    "section.why": "Wann war das?",
    "item.a": "Ich höre zu.",
    "item.a.name": "zuhören",
    "item.a.ask": "Wann haben Sie zugehört?",
    "item.b": "Ich helfe.",
    "item.b.name": "helfen",
    "item.b.ask": "Wann haben Sie geholfen?",
    "scale.piles.1": "wenig",
    "scale.piles.2": "viel",
    "area.social": "Mit anderen",
}
SOUND: dict[str, Any] = {
    "pack": {
        "pack": "instrument",
        "format": 1,
        "code": "trial",
        "version": "2026.1",
        "publisher": "Test",
        "source": "invented",
        "licence": "Apache-2.0",
        "checked_on": "2026-11-22",
        "valid_from": None,
        "valid_to": None,
        "verified": False,
        "raters": ["self"],
        "subject": "",
        "is_anonymous": False,
        "scales": [{"code": "piles", "steps": [{"value": 1, "picture": "low"}, {"value": 2}]}],
        "areas": [{"code": "social", "dqr": "social_competence", "kmk": "social_competence"}],
        "sections": [
            {
                "code": "cards",
                "ask": "sort",
                "scale": "piles",
                "items": [{"code": "a", "area": "social", "picture": "a"}, {"code": "b"}],
            },
            {"code": "best", "ask": "rank", "most": 2, "source": {"section": "cards", "values": [2]}},
            {"code": "why", "ask": "words", "source": {"section": "best"}},
        ],
        "scoring": [{"rule": "piles", "section": "cards"}, {"rule": "ranking", "section": "best"}],
    },
    "texts": {
        "de": {"language": "de", "reviewed_by": "", "reviewed_on": None, "texts": {**TEXTS, "purpose": "Zum Üben"}},
        "ar": {"language": "ar", "reviewed_by": "L. Beispiel", "reviewed_on": "2026-11-20", "texts": TEXTS},
    },
    "pictures": {"a": CIRCLE, "low": CIRCLE},
    "audio": {"de": {"item.a": base64.b64encode(b"OggS and more").decode()}},
}


def content(change: Callable[[dict[str, Any]], object] = lambda _: None) -> PackContent:
    changed = copy.deepcopy(SOUND)
    change(changed)
    return read_octets(json.dumps(changed, indent=1).encode(), "trial.iqpack")


def put(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Return what sets a value at a path whose steps stand between slashes."""

    def change(whole: dict[str, Any]) -> None:
        *way, last = path.split("/")
        inner: Any = whole
        for step in way:
            inner = inner[int(step) if isinstance(inner, list) else step]
        if isinstance(inner, list):
            inner[int(last)] = value
        else:
            inner[last] = value

    return change


def drop(path: str) -> Callable[[dict[str, Any]], None]:
    def change(whole: dict[str, Any]) -> None:
        *way, last = path.split("/")
        inner: Any = whole
        for step in way:
            inner = inner[int(step) if isinstance(inner, list) else step]
        del inner[last]

    return change


def test_a_sound_pack_has_no_fault_and_holds_everything() -> None:
    assert list(find_faults(content())) == []


SECTION = "pack/sections/0"
CHANGES = {
    "nothing": (lambda whole: whole.clear(), "pack", "is missing"),
    "another format": (put("pack/format", 2), "pack.format", "{value} is out of range"),
    "a code with a slash": (put("pack/code", "../evil"), "pack.code", "“{value}” does not have the right form"),
    "an unknown key": (put("pack/run", "rm"), "pack.run", "is not known here"),
    "no list": (put("pack/sections", {}), "pack.sections", "must be a list"),
    "too many steps": (
        put("pack/scales/0/steps", [{"value": number} for number in range(9)]),
        "pack.scales[0].steps",
        "has more than {most} members",
    ),
    "one step": (put("pack/scales/0/steps", [{"value": 2}]), "pack.scales[0].steps", "a scale has at least two steps"),
    "falling steps": (
        put("pack/scales/0/steps", [{"value": 2}, {"value": 1}]),
        "pack.scales[0].steps",
        "the values of the steps must rise",
    ),
    "scoring out of range": (
        put("pack/scales/0/steps/0/value", 999),
        "pack.scales[0].steps[0].value",
        "{value} is out of range",
    ),
    "an unknown question": (
        put(f"{SECTION}/ask", "guess"),
        "pack.sections[0].ask",
        "“{value}” is not one of: {allowed}",
    ),
    "no scale": (drop(f"{SECTION}/scale"), "pack.sections[0].scale", "is missing"),
    "an unknown scale": (put(f"{SECTION}/scale", "x"), "pack.sections[0].scale", "“{value}” is no scale of this pack"),
    "a needless most": (
        put(f"{SECTION}/most", 3),
        "pack.sections[0].most",
        "has no meaning for questions of the kind “{ask}”",
    ),
    "adaptive cards": (
        put(f"{SECTION}/adaptive", True),
        "pack.sections[0].adaptive",
        "has no meaning for questions of the kind “{ask}”",
    ),
    "a card twice": (put(f"{SECTION}/items/1/code", "a"), "pack.sections[0].items[1]", "“{value}” stands there twice"),
    "an unknown area": (
        put(f"{SECTION}/items/0/area", "x"),
        "pack.sections[0].items[0].area",
        "“{value}” is no area of this pack",
    ),
    "an unknown picture": (
        put(f"{SECTION}/items/1/picture", "x"),
        "pack.sections[0].items[1].picture",
        "there is no picture “{name}”",
    ),
    "a circle": (
        put(SECTION, {"code": "cards", "ask": "sort", "scale": "piles", "source": {"section": "why"}}),
        "pack.sections[0].source.section",
        "“{value}” is no section that stands before this one",
    ),
    "itself as a source": (
        put("pack/sections/1/source/section", "best"),
        "pack.sections[1].source.section",
        "“{value}” is no section that stands before this one",
    ),
    "values that nobody can give": (
        put("pack/sections/1/source/values", [7]),
        "pack.sections[1].source.values[0]",
        "{value} is out of range",
    ),
    "items beside a source": (
        put("pack/sections/1/items", [{"code": "c"}]),
        "pack.sections[1].items",
        "the items come from the source already",
    ),
    "children without a parent": (
        put(
            "pack/sections/1",
            {
                "code": "best",
                "ask": "several",
                "source": {"section": "cards", "children": True},
                "items": [{"code": "c"}],
            },
        ),
        "pack.sections[1].items[0].parent",
        "must be an item of the section that is the source",
    ),
    "a rule that does not fit": (
        put("pack/scoring/0/rule", "ranking"),
        "pack.scoring[0].rule",
        "the rule does not fit questions of the kind “{ask}”",
    ),
    "a result of nothing": (
        put("pack/scoring/0/section", "x"),
        "pack.scoring[0].section",
        "“{value}” is no section of this pack",
    ),
    "scripts that are none": (
        put("pack/scoring/0/fills", "scripts"),
        "pack.scoring[0].fills",
        "only chosen items that are called like scripts fill in the scripts",
    ),
    "an end before the beginning": (
        lambda whole: whole["pack"].update(valid_from="2026-02-01", valid_to="2026-01-01"),
        "pack.valid_to",
        "ends before it begins",
    ),
    "anonymous about a language": (
        lambda whole: whole["pack"].update(is_anonymous=True, subject="language"),
        "pack.subject",
        "what is anonymous is about nothing of a person",
    ),
    "a missing text": (drop("texts/ar/texts/item.b"), "texts.ar.texts.item.b", "is missing"),
    "a missing purpose": (drop("texts/de/texts/purpose"), "texts.de.texts.purpose", "is missing"),
    "no German": (drop("texts/de"), "texts.de", "is missing"),
    "an empty text": (
        put("texts/ar/texts/item.a", " "),
        "texts.ar.texts.item.a",
        "“{value}” does not have the right form",
    ),
    "a text too much": (put("texts/ar/texts/item.z", "x"), "texts.ar.texts.item.z", "is not known here"),
    "a text without end": (
        put("texts/ar/texts/item.a", "x" * 5000),
        "texts.ar.texts.item.a",
        "“{value}” does not have the right form",
    ),
    "a text that turns what follows": (
        put("texts/ar/texts/item.a", "gut\u202ehcod"),
        "texts.ar.texts.item.a",
        "holds signs that nobody can see, or blanks at an end",
    ),
    "half a letter": (
        put("texts/ar/texts/item.a", "gut\ud800"),
        "texts.ar.texts.item.a",
        "holds signs that nobody can see, or blanks at an end",
    ),
    "another language": (
        put("texts/ar/language", "uk"),
        "texts.ar.language",
        "must be the same as the name of the file",
    ),
    "reviewed by nobody": (
        put("texts/ar/reviewed_by", ""),
        "texts.ar.reviewed_on",
        "who has reviewed it and when stand there together, or neither",
    ),
    "a picture that nobody shows": (put("pictures/extra", CIRCLE), "pictures.extra", "is used nowhere"),
    "a picture too large": (
        put("pictures/a", CIRCLE + " " * 70_000),
        "pictures.a",
        "“{value}” does not have the right form",
    ),
    "no recording": (
        put("audio/de/item.a", base64.b64encode(b"MZ\x90 no sound at all").decode()),
        "audio.de.item.a",
        "a recording is a WAV or OGG file",
    ),
    "a recording of nothing": (
        put("audio/de/item.q", base64.b64encode(b"OggS").decode()),
        "audio.de.item.q",
        "there is no text for this recording",
    ),
    "a recording without end": (
        put("audio/de/item.a", base64.b64encode(b"OggS" + bytes(3 * 1024 * 1024)).decode()),
        "audio.de.item.a",
        "the recording is larger than 2 MiB",
    ),
    "a recording that is no base64": (
        put("audio/de/item.a", "a===="),
        "audio.de.item.a",
        "“{value}” does not have the right form",
    ),
}


def test_a_pack_may_have_a_cover() -> None:
    assert list(find_faults(content(put("pictures/cover", CIRCLE)))) == []


@pytest.mark.parametrize("name", CHANGES)
def test_a_fault_is_named_with_its_place(name: str) -> None:
    change, place, what = CHANGES[name]
    pack = content(change)
    assert (place, what) in [(fault.place, fault.what.message) for fault in find_faults(pack)]


@pytest.mark.parametrize(
    "svg",
    [
        CIRCLE.replace("<circle", "<script>alert(1)</script><circle"),
        CIRCLE.replace('fill="ink"', 'fill="url(http://example.org/x)"'),
        CIRCLE.replace("<circle", '<image href="file:///etc/passwd"/><circle'),
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + CIRCLE,
        CIRCLE.replace("<circle", "<g>" * 40 + "<circle"),
        "no picture",
    ],
    ids=["script", "link", "image", "entity", "deep", "words"],
)
def test_hostile_pictures_are_refused_with_their_place(svg: str) -> None:
    (fault,) = find_faults(content(put("pictures/a", svg)))
    assert fault.place == "pictures.a"
    assert fault.what.message


def test_the_line_of_a_fault_is_the_line_in_the_file() -> None:
    pack = content(put("pack/sections/0/items/0/area", "x"))
    (fault,) = find_faults(pack)
    lines = json.dumps({**SOUND, "pack": pack.content["pack"]}, indent=1).split("\n")
    assert '"area": "x"' in lines[fault.line - 2], "the first line of the file is the seal"


def test_what_is_missing_is_told_at_the_line_around_it() -> None:
    fault = next(iter(find_faults(content(drop("texts/ar/texts/item.b")))))
    assert (fault.file, fault.place) == ("trial.iqpack", "texts.ar.texts.item.b")
    assert fault.line > 1


def folder_of(path: Path) -> Path:
    """Return a folder with the sound pack."""
    folder = path / "trial"
    (folder / "texts").mkdir(parents=True)
    (folder / "pictures").mkdir()
    (folder / "audio" / "de").mkdir(parents=True)
    (folder / "pack.json").write_text(json.dumps(SOUND["pack"], indent=1), "utf-8")
    for code, texts in SOUND["texts"].items():
        (folder / "texts" / f"{code}.json").write_text(json.dumps(texts, indent=1, ensure_ascii=False), "utf-8")
    for name, svg in SOUND["pictures"].items():
        (folder / "pictures" / f"{name}.svg").write_text(svg, "utf-8")
    (folder / "audio" / "de" / "item.a.ogg").write_bytes(b"OggS and more")
    return folder


def test_a_folder_and_its_file_hold_the_same_instrument(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    file = tmp_path / "trial.iqpack"
    write_file(file, pack_folder(folder), None)
    reader = PackFiles(tmp_path)
    assert reader.open_pack(file).instrument == reader.open_pack(folder).instrument == read_instrument(folder)
    assert reader.open_pack(file).instrument.audio == {("de", "item.a"): b"OggS and more"}
    assert [one.code for one in reader.built_in()] == ["trial"]
    assert reader.open_pack(file).instrument.texts["ar"].is_reviewed


def test_faults_of_a_folder_are_told_by_file(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "texts" / "ar.json").write_text(
        json.dumps({**SOUND["texts"]["ar"], "texts": {**TEXTS, "item.a": "x "}}, indent=1)
    )
    (folder / "pictures" / "low.svg").write_text(CIRCLE.replace("<circle", "\n\n<blink/><circle"))
    with pytest.raises(RefusedPack) as refused:
        read_instrument(folder)
    assert [(fault.file, fault.line > 1) for fault in refused.value.faults] == [
        ("texts/ar.json", True),
        ("pictures/low.svg", True),
    ]
    assert "{count}" in refused.value.text.message


@pytest.mark.parametrize("name", ["pack.json", "texts/ar.json"])
def test_a_broken_file_of_a_folder_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    folder = folder_of(tmp_path)
    (folder / name).write_text('{\n "a": 1,\n "a": 2}')
    with pytest.raises(RefusedPack) as refused:
        read_instrument(folder)
    (fault,) = refused.value.faults
    assert (fault.file, fault.line) == (name, 3)


def test_what_does_not_belong_into_a_folder_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "run.py").write_text("print(1)")
    with pytest.raises(RefusedPack) as refused:
        read_instrument(folder)
    assert refused.value.faults[0].file == "run.py"
    shutil.rmtree(folder)
    (folder / "texts").mkdir(parents=True)
    with pytest.raises(RefusedPack):
        read_instrument(folder)


def test_a_pack_larger_than_any_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_files, "LARGEST", 1000)
    file = tmp_path / "trial.iqpack"
    write_file(file, pack_folder_unlimited(), None)
    reader = PackFiles(tmp_path)
    with pytest.raises(RefusedPack) as refused:
        reader.open_pack(file)
    assert refused.value.faults[0].what.message == "is larger than 20 MiB"
    with pytest.raises(RefusedPack):
        reader.open_pack(folder_of(tmp_path))


def pack_folder_unlimited() -> bytes:
    return json.dumps(SOUND).encode()


HEADS = [
    b"",
    b"hello\n{}",
    b'{"iqpack": 2}\n{}',
    b'{"iqpack": 1}\n',
    b'{"iqpack": 1, "key": "00"}\n{}',
    b'{"iqpack": 1, "key": "zz", "signature": "AAAA"}\n{}',
    b'{"iqpack": 1, "key": "' + b"0" * 64 + b'", "signature": "AAAA"}\n{}',
    b'{"iqpack": 1, "key": 5, "signature": 5}\n{}',
    b'{"iqpack": 1, "key": "' + b"0" * 64 + b'", "signature": "!!"}\n{}',
    b"[1]\n{}",
    b'{"iqpack": 1, "more": 1}\n{}',
    b"{" * 5000,
]


@pytest.mark.parametrize("number", range(len(HEADS)))
def test_a_file_that_does_not_begin_like_a_pack_is_refused(tmp_path: Path, number: int) -> None:
    file = tmp_path / "x.iqpack"
    file.write_bytes(HEADS[number])
    with pytest.raises(RefusedPack) as refused:
        PackFiles(tmp_path).open_pack(file)
    assert refused.value.faults[0].line == 1


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedPack):
        PackFiles(tmp_path).open_pack(tmp_path / "nothing.iqpack")


def test_a_seal_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "trial.iqpack"
    seal = Seal("ab" * 32, bytes(64))
    write_file(file, pack_folder(folder_of(tmp_path)), seal)
    assert PackFiles(tmp_path).open_pack(file).seal == seal


def test_any_change_of_a_pack_is_refused_or_still_a_whole_instrument(tmp_path: Path) -> None:
    """Random bytes bent, left out and doubled: never another error than a refusal."""
    rng = seeded(3)
    octets = pack_folder(folder_of(tmp_path))
    for _ in range(150):
        bent = bytearray(octets)
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(len(bent))
            match rng.randint(0, 2):
                case 0:
                    bent[at] = rng.randrange(256)
                case 1:
                    del bent[at : at + rng.randint(1, 40)]
                case _:
                    bent[at:at] = bent[at : at + rng.randint(1, 40)]
        try:
            faults = list(find_faults(read_octets(bytes(bent), "x")))
        except RefusedPack as refused:
            faults = list(refused.faults)
        assert all(fault.what.message for fault in faults)


def test_one_damaged_pack_of_the_program_hides_no_other(tmp_path: Path) -> None:
    folder_of(tmp_path)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pack.json").write_text("{", "utf-8")
    assert [one.code for one in PackFiles(tmp_path).built_in()] == ["trial"]

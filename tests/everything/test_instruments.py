"""Every instrument that comes with the program: complete in every language, scored in range, always at an end."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.instruments import PackFiles, read_instrument
from iq_desktop.catalogues.pack_files import pack_folder, read_octets, write_file
from iq_desktop.catalogues.svg_drawing import read_drawing
from iq_desktop.domain.instrument import COVER, Ask, Rater, Rule
from iq_desktop.domain.talk_conversation import Conversation, in_language, present_question
from iq_desktop.domain.talk_progress import progress_of
from iq_desktop.domain.talk_results import results_of
from iq_desktop.storage.pack_seals import Ed25519Seals
from iq_desktop.usecases.talk import item_name, item_words
from iq_desktop.usecases.talk_fruits import life_suggestions
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.instruments import (
    OUTSIDE,
    a_talk,
    answer_present,
    answered,
    any_answer,
    highest_answer,
    lowest_answer,
)
from tests.support.memory_instruments import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.instrument import Instrument

FOLDERS = sorted(path.parent for path in (PROJECT / "resources" / "instruments").glob("*/pack.json"))
NAMES = [folder.name for folder in FOLDERS]
OURS = ("de", "de_simple", "en", "ar", "uk", "tr")
SCRIPTS = {"ar": "\u0600-\u06ff", "uk": "\u0400-\u04ff"}
WANTED = {
    "key-competences": 46,
    "biography": 7,
    "occupation-skills": 0,
    "language-talk": 90,
    "digital-skills": 5,
    "interests": 30,
    "work-sample": 3,
    "conditions": 5,
    "satisfaction": 6,
}
"""Instruments of the program, and how many items of their own they have at least."""


@cache
def pack(name: str) -> Instrument:
    """Return an instrument, read once; raises RefusedPack with all faults."""
    return read_instrument(PROJECT / "resources" / "instruments" / name)


def test_all_instruments_are_there() -> None:
    packs = {name: pack(name) for name in NAMES}
    assert set(packs) == set(WANTED)
    few = {
        name: sum(len(section.items) for section in instrument.sections)
        for name, instrument in packs.items()
        if sum(len(section.items) for section in instrument.sections) < WANTED[name]
    }
    assert few == {}


def test_the_program_lists_them_by_their_folders() -> None:
    reader = PackFiles(PROJECT / "resources" / "instruments")
    assert [one.code for one in reader.built_in()] == NAMES
    assert reader.built_in() is reader.built_in(), "each is read once"


@pytest.mark.parametrize("name", NAMES)
def test_an_instrument_is_there_in_every_language_of_ours(name: str) -> None:
    assert set(OURS) <= set(pack(name).texts)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", SCRIPTS)
def test_texts_are_in_the_script_of_their_language(name: str, code: str) -> None:
    letters = re.compile(f"[{SCRIPTS[code]}]")
    foreign = [key for key, text in pack(name).texts[code].texts.items() if not letters.search(text)]
    assert foreign == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", ["en", "tr", "uk", "ar"])
def test_texts_are_translated(name: str, code: str) -> None:
    german = pack(name).texts["de"].texts
    same = [
        key
        for key, text in pack(name).texts[code].texts.items()
        if text == german.get(key) and len(text.split()) > 2 and key != "purpose"
    ]
    assert same == []


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_there_and_can_be_drawn(name: str) -> None:
    folder = PROJECT / "resources" / "instruments" / name / "pictures"
    for path in sorted(folder.glob("*.svg")) if folder.is_dir() else ():
        drawing = read_drawing(path.read_text("utf-8"), path.name)
        assert drawing.shapes, path.name
        assert path.stat().st_size <= 8 * 1024, path.name


@pytest.mark.parametrize("name", NAMES)
def test_cards_for_people_who_do_not_read_have_pictures(name: str) -> None:
    """Everything goes without reading, except the skills below an activity of the biography: it shows the picture."""
    bare = [
        item.code
        for section in pack(name).sections
        for item in section.items
        if not item.picture and (name, section.code) != ("biography", "skills")
    ]
    assert bare == []
    assert COVER in pack(name).pictures


@pytest.mark.parametrize("name", [name for name in NAMES if name != "work-sample"])
def test_steps_of_scales_are_told_apart_by_pictures(name: str) -> None:
    """Work samples are rated by those who watch."""
    for scale in pack(name).scales:
        pictures = [pack(name).pictures[step.picture] for step in scale.steps]
        assert len(set(pictures)) == len(pictures) == len(scale.steps)


@pytest.mark.parametrize("name", NAMES)
def test_answers_that_stand_together_have_different_pictures(name: str) -> None:
    for section in pack(name).sections:
        if section.ask in {Ask.SORT, Ask.SEVERAL}:
            pictures = [pack(name).pictures[item.picture] for item in section.items]
            assert len(set(pictures)) == len(pictures), section.code


def check(talk: Conversation) -> None:
    """Every result lies in its range and says on how many answers it rests."""
    for result in results_of(talk):
        assert 0 <= result.answered <= result.of
        for group in result.groups:
            assert 0 <= group.answered <= group.of
            if group.total is not None:
                assert group.least <= group.total <= group.most
                assert group.answered
            section = {one.code: one for one in talk.instrument.sections}[result.scoring.section]
            scale = next((one for one in talk.instrument.scales if one.code == section.scale), None)
            if scale is not None:
                allowed = {step.value for step in scale.steps} | {None}
                assert {line.value for line in group.lines if line.section == section.code} <= allowed
        if result.rule is Rule.LEVEL_BY_SKILL:
            assert len(result.groups) == 5
    for line in (line for result in results_of(talk) for line in result.lines):
        for language in talk.instrument.texts:
            assert item_name(talk, line.item, language) if _has_name(talk, line.item) else True
    life_suggestions(talk)


def _has_name(talk: Conversation, item: str) -> bool:
    return f"item.{item}.name" in talk.instrument.texts["de"].texts or item in {one.code for one in talk.outside}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("answer", ["nothing", "lowest", "highest", "not now"])
def test_results_are_in_range_at_the_ends(name: str, answer: str) -> None:
    talk = a_talk(pack(name), pack(name).raters[0])
    match answer:
        case "lowest":
            talk = answered(talk, lowest_answer)
        case "highest":
            talk = answered(talk, highest_answer)
        case "not now":
            talk = answered(talk, lambda _: None)
            assert all(answer.is_not_now for answer in talk.answers)
    check(talk)


@pytest.mark.parametrize("name", NAMES)
def test_results_are_in_range_for_random_answers_and_every_talk_ends(name: str) -> None:
    rng = seeded(11)
    for _ in range(count(12, 200)):
        talk = answered(a_talk(pack(name), rng.choice(pack(name).raters)), any_answer(rng))
        assert present_question(talk) is None
        check(talk)


@pytest.mark.parametrize("name", NAMES)
def test_a_talk_can_change_its_language_and_come_back_at_every_question(name: str) -> None:
    rng = seeded(12)
    instrument = pack(name)
    talk = a_talk(instrument)
    while (question := present_question(talk)) is not None:
        for language in instrument.texts:
            assert instrument.words(language, f"section.{question.section.code}")
            assert all(item_words(talk, item.code, language) for item in question.items)
        talk = in_language(answer_present(talk, any_answer(rng)(question)), rng.choice(list(instrument.texts)))
        come_back = Conversation(instrument, talk.run, talk.answers, talk.outside)
        assert present_question(come_back) == present_question(talk)
        assert progress_of(talk).done <= progress_of(talk).total


@pytest.mark.parametrize("name", NAMES)
def test_an_instrument_survives_the_way_through_one_file(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.iqpack"
    write_file(file, pack_folder(PROJECT / "resources" / "instruments" / name), None)
    assert PackFiles(tmp_path).open_pack(file).instrument == pack(name)


def test_older_versions_still_load() -> None:
    files = sorted((PROJECT / "tests" / "everything" / "packs").glob("*.iqpack"))
    assert files
    for file in files:
        old = PackFiles(file.parent).open_pack(file)
        assert old.seal is not None
        assert Ed25519Seals().is_right(old.seal, old.content)
        assert f"{old.instrument.code}-{old.instrument.version}" == file.stem
        check(answered(a_talk(old.instrument), highest_answer))


def test_nobody_is_given_more_than_one_way_to_say_who_answers() -> None:
    for instrument in map(pack, NAMES):
        assert len(set(instrument.raters)) == len(instrument.raters)
        if instrument.is_anonymous:
            assert instrument.raters == (Rater.SELF,)
            assert not any(one.source and one.source.outside for one in instrument.sections)


def test_what_asks_the_case_gets_its_items() -> None:
    asked: list[Any] = [
        one for one in read_instrument(FOLDERS[NAMES.index("occupation-skills")]).sections if one.source
    ]
    assert asked[0].source.outside == OUTSIDE[0].kind


def test_the_talk_about_languages_asks_for_every_skill_and_level() -> None:
    items = [item for section in pack("language-talk").sections if section.adaptive for item in section.items]
    counted = {(item.skill, item.level) for item in items}
    assert len(counted) == 30
    assert min(sum((one.skill, one.level) == pair for one in items) for pair in counted) >= 2


def test_built_in_packs_hold_nothing_that_the_content_of_a_file_may_not() -> None:
    for folder in FOLDERS:
        content = pack_folder(folder)
        assert len(content) < 2_000_000
        assert read_octets(content, "x").content["pack"]["code"] == folder.name

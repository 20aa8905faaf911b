"""Catalogues: compiled or from their source, with gaps, with a reviewer, or broken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from iq_desktop.wording.catalogue import compile_catalogue, load_catalogue
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say, say_count

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = """msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"X-Reviewed-By: {reviewer}\\n"

msgid "Name"
msgstr "Name"

msgid "Place"
msgstr "{place}"

msgid "Later"
msgstr ""

msgid "{{count}} case"
msgid_plural "{{count}} cases"
msgstr[0] "{{count}} Fall"
msgstr[1] "{{count}} Fälle"
"""


def write(folder: Path, *, place: str = "Ort", reviewer: str = "") -> Path:
    source = folder / "de.po"
    source.write_text(GERMAN.format(place=place, reviewer=reviewer), "utf-8")
    return source


def test_a_language_is_read_from_its_source(tmp_path: Path) -> None:
    write(tmp_path)
    german = load_catalogue("de", tmp_path)
    assert german.translate(say("Place")) == "Ort"
    assert german.translate(say_count("{count} case", "{count} cases", count=1)) == "{count} Fall"
    assert german.translate(say_count("{count} case", "{count} cases", count=7)) == "{count} Fälle"


def test_what_is_not_translated_stays_english(tmp_path: Path) -> None:
    write(tmp_path)
    german = load_catalogue("de", tmp_path)
    assert german.translate(say("Later")) == "Later"
    assert german.translate(say("Never heard of")) == "Never heard of"
    assert german.translate(say_count("one stone", "many stones", count=1)) == "one stone"
    assert german.translate(say_count("one stone", "many stones", count=2)) == "many stones"


def test_a_catalogue_knows_what_it_has_even_where_it_is_equal_to_the_english(tmp_path: Path) -> None:
    write(tmp_path)
    german = load_catalogue("de", tmp_path)
    assert german.knows(say("Name"))
    assert german.knows(say("Place"))
    assert german.knows(say_count("{count} case", "{count} cases", count=3))
    assert not german.knows(say("Later"))
    assert not german.knows(say_count("one stone", "many stones", count=1))


def test_english_is_the_source_and_needs_no_file(tmp_path: Path) -> None:
    english = load_catalogue("en", tmp_path)
    assert english.translate(say("Place")) == "Place"
    assert english.translate(say_count("{count} case", "{count} cases", count=2)) == "{count} cases"
    assert english.knows(say("Anything"))
    assert english.is_reviewed


@pytest.mark.parametrize("reviewer", ["", "Anna Beispiel, 2026-11-22", "Олена"])
def test_the_reviewer_is_told(tmp_path: Path, reviewer: str) -> None:
    source = write(tmp_path, reviewer=reviewer)
    for _ in range(2):
        german = load_catalogue("de", tmp_path)
        assert german.reviewed_by == reviewer
        assert german.is_reviewed is bool(reviewer)
        (tmp_path / "de.mo").write_bytes(compile_catalogue(source))  # and the same when compiled


def test_the_newer_one_of_source_and_compiled_counts(tmp_path: Path) -> None:
    source, compiled = write(tmp_path, place="Ort"), tmp_path / "de.mo"
    compiled.write_bytes(compile_catalogue(source))
    write(tmp_path, place="Stelle")
    os.utime(compiled, (1_000, 1_000))
    os.utime(source, (2_000, 2_000))
    assert load_catalogue("de", tmp_path).translate(say("Place")) == "Stelle"
    os.utime(compiled, (3_000, 3_000))
    assert load_catalogue("de", tmp_path).translate(say("Place")) == "Ort"
    source.unlink()
    assert load_catalogue("de", tmp_path).translate(say("Place")) == "Ort"


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95", b"PK\x03\x04 no catalogue at all"])
def test_a_broken_compiled_catalogue_is_told_plainly(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "de.mo").write_bytes(content)
    with pytest.raises(IqError) as caught:
        load_catalogue("de", tmp_path)
    assert caught.value.text.values == (("code", "de"),)
    assert caught.value.advice.message


@pytest.mark.parametrize("content", [None, b"msgid \xff\xfe", b"no catalogue at all"])
def test_a_missing_or_broken_source_is_told_plainly(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "de.po").write_bytes(content)
    with pytest.raises(IqError):
        load_catalogue("de", tmp_path)

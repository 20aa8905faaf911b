"""The catalogues are complete, say the same values as the code, and count as their languages count."""

from __future__ import annotations

import gettext
import io
import struct
from typing import TYPE_CHECKING

import pytest

import translations
from iq_desktop.wording.source_file import SourceFile, compile_source, read_source, write_source
from tests.support.messages import messages, source_of
from translations import FOLDER, LANGUAGES, PLURALS, Message, extracted, forms, placeholders

if TYPE_CHECKING:
    from pathlib import Path

MESSAGES = messages()
NUMBERS = (0, 1, 2, 3, 11, 100)
CLDR_FORMS = {
    "de": (1, 0, 1, 1, 1, 1),
    "ar": (0, 1, 2, 3, 4, 5),
    "tr": (1, 0, 1, 1, 1, 1),
    "uk": (2, 0, 1, 1, 2, 2),
}
"""Which form CLDR's plural rules choose for these numbers, in the order zero, one, two, few, many, other."""


@pytest.fixture(scope="module", params=LANGUAGES)
def source(request: pytest.FixtureRequest) -> SourceFile:
    return source_of(request.param)


def test_the_code_has_texts() -> None:
    assert MESSAGES["Family name"].is_for_clients
    assert not MESSAGES["The texts for the language “{code}” cannot be read."].is_for_clients


def test_german_is_complete() -> None:
    assert not translations.missing(source_of("de"), MESSAGES)


@pytest.mark.parametrize("code", ["ar", "uk"])
def test_what_clients_read_is_complete(code: str) -> None:
    for_clients = {text: one for text, one in MESSAGES.items() if one.is_for_clients}
    assert not translations.missing(source_of(code), for_clients)


def test_the_catalogue_holds_exactly_the_texts_of_the_code(source: SourceFile) -> None:
    held = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in source if entry.id}
    assert held == set(MESSAGES), "run: python packaging/translations.py update"


def test_each_placeholder_is_in_each_translation(source: SourceFile) -> None:
    wrong = []
    for message in MESSAGES.values():
        named = placeholders(message.text) | placeholders(message.plural or "")
        for form in forms(source, message):
            optional = {"count"} if message.plural else set()
            if not named - optional <= placeholders(form) <= named:
                wrong.append(f"{message.text!r} -> {form!r}")
    assert not wrong


def around(text: str) -> tuple[int, int]:
    """Return how many blanks stand before and after a text."""
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def test_translations_begin_and_end_as_the_english(source: SourceFile) -> None:
    wrong = [
        f"{message.text!r} -> {form!r}"
        for message in MESSAGES.values()
        for form in forms(source, message)
        if around(form) != around(message.text) or form.count("\n") != message.text.count("\n")
    ]
    assert not wrong


def test_the_header_counts_as_the_language_does(source: SourceFile) -> None:
    code = str(source.locale_identifier)
    assert f"{source.plural_forms}" == PLURALS[code]
    choose = gettext.c2py(source.plural_expr)
    assert tuple(choose(number) for number in NUMBERS) == CLDR_FORMS[code]


def test_a_reviewer_survives_every_step(tmp_path: Path) -> None:
    path = tmp_path / "uk.po"
    source = SourceFile(locale="uk", charset="utf-8")
    source.reviewed_by = "Олена Приклад, 2026-11-22"
    source.add("Name", "Ім’я")
    write_source(source, path)
    again = read_source(path)
    assert again.reviewed_by == "Олена Приклад, 2026-11-22"
    write_source(again, path)
    compiled = gettext.GNUTranslations(io.BytesIO(compile_source(path)))
    assert compiled.info()["x-reviewed-by"] == "Олена Приклад, 2026-11-22"
    assert compiled.gettext("Name") == "Ім’я"


@pytest.mark.parametrize("broken", ['msgid "a"\nmsgid "b"\nmsgstr[9] "c"\n', "plain words\n"])
def test_a_broken_source_file_is_refused(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "de.po"
    path.write_text(broken, "utf-8")
    with pytest.raises(ValueError, match=r".+"):
        compile_source(path)


def package(folder: Path, code: str) -> dict[str, Message]:
    (folder / "room" / "forms").mkdir(parents=True)
    (folder / "room" / "forms" / "page.py").write_text(code, "utf-8")
    return extracted(folder / "room")


def test_texts_are_found_in_every_shape(tmp_path: Path) -> None:
    messages = package(
        tmp_path,
        'say("One " "text", x=1)\nwhere.say("Two {x}", x=say("Three"))\n'
        'say_count("{count} case", "{count} cases", count=2)\n',
    )
    assert set(messages) == {"One text", "Two {x}", "Three", "{count} case"}
    assert messages["{count} case"].plural == "{count} cases"
    assert messages["Three"].places == {"room/forms/page.py"}
    assert messages["Three"].is_for_clients


def test_a_table_of_translations_is_merged(tmp_path: Path) -> None:
    messages = package(
        tmp_path, 'say("Name")\nsay("Two\\nlines")\nsay_count("{count} case", "{count} cases", count=2)\n'
    )
    table = tmp_path / "de.tsv"
    table.write_text(
        "Name\tName\nTwo\\nlines\tZwei\\nZeilen\n{count} case\t{count} Fall\n{count} cases\t{count} Fälle\nGone\tWeg\n",
        "utf-8",
    )
    source = translations.update("de", messages, tmp_path)
    assert translations.missing(source, messages) == ["Name", "Two\nlines", "{count} case"]
    assert translations.merge(source, messages, translations.read_table(table)) == ["Gone"]
    assert translations.missing(source, messages) == []
    assert forms(source, messages["Two\nlines"]) == ("Zwei\nZeilen",)
    assert forms(source, messages["{count} case"]) == ("{count} Fall", "{count} Fälle")


def test_a_line_without_translation_is_refused_with_its_number(tmp_path: Path) -> None:
    table = tmp_path / "de.tsv"
    table.write_text("Name\tName\n\nPlace\n", "utf-8")
    with pytest.raises(ValueError, match=r"de\.tsv, line 3"):
        translations.read_table(table)


def test_bare_values_need_no_translation() -> None:
    assert not translations.has_words("{day}")
    assert not translations.has_words("{one}, {other}")
    assert translations.has_words("{day} o’clock")


def test_compiled_catalogues_are_catalogues(source: SourceFile) -> None:
    compiled = compile_source(FOLDER / f"{source.locale_identifier}.po")
    assert struct.unpack("<I", compiled[:4]) == (0x950412DE,)

"""Records of the documentation NIQ leave as files and come back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.niq_record import NiqRecord
from iq_desktop.exchange import niq_files
from iq_desktop.exchange.niq_files import (
    RecordFiles,
    as_csv,
    as_form,
    as_json,
    from_csv,
    from_form,
    from_json,
    heads_of,
)
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.wording.problems import IqError
from tests.support.tongues import english

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_NAMES = st.from_regex(r"[a-z]{1,12}[0-9]?", fullmatch=True)
_VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


@st.composite
def records(draw: st.DrawFn) -> NiqRecord:
    return NiqRecord(tuple(draw(st.dictionaries(_NAMES, _VALUES, min_size=1, max_size=6)).items()))


SOME = st.lists(records(), min_size=1, max_size=3).map(tuple)


@given(SOME)
def test_a_form_comes_back_as_it_was(some: tuple[NiqRecord, ...]) -> None:
    assert from_form(as_form(some)) == some


@given(SOME)
def test_json_comes_back_as_it_was(some: tuple[NiqRecord, ...]) -> None:
    assert from_json(as_json(some)) == some


@given(SOME)
def test_a_table_comes_back_but_for_what_is_empty(some: tuple[NiqRecord, ...]) -> None:
    told = [{name: value for name, value in record.pairs if value} for record in some]
    assert [dict(record.pairs) for record in from_csv(as_csv(some))] == told


def test_a_form_is_encoded_as_browsers_do() -> None:
    record = NiqRecord((("name", "Öztürk & Söhne"), ("asonstiges", "")))
    assert as_form([record]) == "name=%C3%96zt%C3%BCrk+%26+S%C3%B6hne&asonstiges=\n"


def test_fields_of_all_records_stand_in_the_order_of_the_form() -> None:
    short = NiqRecord((("id", "1"), ("wohnsitz", "1"), ("age", "30")))
    long = NiqRecord((("id", "2"), ("wohnsitz", "0"), ("wohnstaat", "5"), ("age", "31"), ("berufwahl1", "7")))
    assert heads_of([short, long]) == ("id", "wohnsitz", "wohnstaat", "age", "berufwahl1")


RECORDS = (NiqRecord((("id", "1"), ("name", "Öztürk"))), NiqRecord((("id", "2"), ("name", ""))))


@pytest.mark.parametrize(("form", "read"), [(NiqForm.FORM, from_form), (NiqForm.JSON, from_json)], ids=["form", "json"])
def test_a_file_holds_the_records(tmp_path: Path, form: NiqForm, read: Callable[[str], tuple[NiqRecord, ...]]) -> None:
    path = tmp_path / f"records{form.ending}"
    RecordFiles().write(path, RECORDS, form)
    assert read(path.read_text("utf-8")) == RECORDS
    assert list(tmp_path.iterdir()) == [path]


def test_a_refused_file_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(IqError, match="could not be written"):
        RecordFiles().write(tmp_path / "nowhere" / "records.csv", RECORDS, NiqForm.CSV)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        "id;Chiffre\r\n1;B-1\r\n2;B-2\r\n",
        "\ufeff1;B-1\n2; B-2 \n\n3;\n",
        "ID,Chiffre\n1,B-1\n2,B-2",
        "1\tB-1\n2\tB-2\n",
    ],
)
def test_chiffres_are_read_in_any_usual_table(tmp_path: Path, words: str) -> None:
    path = tmp_path / "back.csv"
    path.write_bytes(words.encode())
    assert RecordFiles().read_chiffres(path) == {"1": "B-1", "2": "B-2"}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "line 1"),
        (b"id;Chiffre\n", "line 1"),
        (b"id;Chiffre\n1;A\n1;B\n", "line 3"),
        (b"id;Chiffre\n;A\n", "line 2"),
        (b"id;Chiffre\n1;A;and more\n", "line 2"),
        (b"\x00\x01\x02PK\x03\x04", "line 1"),
    ],
)
def test_what_is_no_table_of_chiffres_is_refused_with_its_line(tmp_path: Path, content: bytes, line: str) -> None:
    path = tmp_path / "back.csv"
    path.write_bytes(content)
    with pytest.raises(IqError) as caught:
        RecordFiles().read_chiffres(path)
    assert line in english().speak(caught.value.text)


def test_a_missing_and_an_endless_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(IqError, match="could not be read"):
        RecordFiles().read_chiffres(tmp_path / "nothing.csv")
    path = tmp_path / "endless.csv"
    path.write_bytes(b"1;A\n" * 10)
    monkeypatch.setattr(niq_files, "_MOST", 20)
    with pytest.raises(IqError, match="too large"):
        RecordFiles().read_chiffres(path)

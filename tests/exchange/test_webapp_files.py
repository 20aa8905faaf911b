"""Workbooks of others: read as they stand, refused with advice where they are damaged, locked, unsafe or too large."""

from __future__ import annotations

import datetime as dt
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from iq_desktop.exchange import webapp_files
from iq_desktop.exchange.webapp_files import XlsxTables
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING
from tests.support.webapp_files import HEADS, a_row, write_webapp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_webapp(tmp_path / "export.xlsx", [a_row(), a_row(Nachname="Koval")])


def with_part(path: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return path


def test_rows_come_with_their_numbers_days_and_words(path: Path) -> None:
    (sheet,) = XlsxTables().read(path).sheets
    assert sheet.heads == HEADS
    assert [row.number for row in sheet.rows] == [2, 3]
    assert sheet.rows[1].cells[1] == "Koval"
    assert sheet.rows[0].cells[HEADS.index("beratungdatum")] == dt.datetime.fromisoformat("2024-03-15")


def test_heads_are_found_below_a_title_and_a_second_sheet_is_read(tmp_path: Path) -> None:
    contacts = [(4711, "Haddad", "Rima", dt.date(2024, 5, 2), "Telefon", 20, "")]
    path = write_webapp(tmp_path / "export.xlsx", [a_row()], contacts=contacts, title="Export vom 1.6.2024")
    people, talks = XlsxTables().read(path).sheets
    assert people.heads == HEADS
    assert people.rows[0].number == 4
    assert talks.rows[0].cells[5] == 20


def test_a_size_that_the_file_claims_is_not_believed(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    sheet = content["xl/worksheets/sheet1.xml"].replace(b'ref="A1:AE3"', b'ref="A1:XFD1048576"')
    assert sheet != content["xl/worksheets/sheet1.xml"]
    with zipfile.ZipFile(path, "w") as parts:
        for name, one in (content | {"xl/worksheets/sheet1.xml": sheet}).items():
            parts.writestr(name, one)
    assert len(XlsxTables().read(path).sheets[0].rows) == 2


@pytest.mark.parametrize(
    "bend",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"Nachname;Vorname\n"),
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096),
        lambda path: path.write_bytes(path.read_bytes()[:3000]),
        lambda path: path.unlink(),
        lambda path: with_part(path, "xl/vbaProject.bin", b"macro"),
        lambda path: with_part(path, "xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
        lambda path: with_part(path, "xl/theme/other.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'),
        lambda path: with_part(path, "xl/media/big.xml", b" " * 30_000_000),
        lambda path: write_webapp(path, []),
    ],
    ids=["empty", "text", "locked", "cut", "gone", "macro", "links", "entities", "bomb", "no-rows"],
)
def test_what_is_no_sound_workbook_is_refused_with_advice(path: Path, bend: Callable[[Path], object]) -> None:
    bend(path)
    with pytest.raises(IqError) as refused:
        XlsxTables().read(path)
    assert refused.value.advice != NOTHING


def test_a_table_with_too_many_rows_is_refused_before_it_fills_the_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webapp_files, "MOST_ROWS", 2)
    with pytest.raises(IqError, match="more rows"):
        XlsxTables().read(path)


def test_damage_anywhere_ends_in_words_and_never_in_a_crash(path: Path) -> None:
    whole = path.read_bytes()
    refused: list[IqError] = []
    for at in range(0, len(whole), 97):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        with suppress(IqError):
            refused += [_refusal(path)]
    assert len(refused) > 10
    assert all(one.advice != NOTHING for one in refused)


def _refusal(path: Path) -> IqError:
    """Return why a file is refused; raises IqError where it is not."""
    try:
        XlsxTables().read(path)
    except IqError as error:
        return error
    raise IqError(NOTHING)

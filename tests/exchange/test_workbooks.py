"""Workbooks: read back with another program, whole or not there at all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from iq_desktop.exchange import workbooks
from iq_desktop.exchange.workbooks import XlsxFiles
from iq_desktop.usecases.export_ports import Cell, NextSheet, Sheet
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path, read_only=True)
    told = {page.title: list(page.iter_rows(values_only=True)) for page in book.worksheets}
    book.close()
    return told


def test_words_numbers_and_days_come_back(tmp_path: Path) -> None:
    path = tmp_path / "cases.xlsx"
    rows: list[tuple[Cell, ...]] = [("Öztürk", 36, dt.date(2026, 11, 3)), ("الخطيب", None, dt.date(1899, 1, 1))]
    written = XlsxFiles().write(path, [Sheet("Fälle", ("Name", "Alter", "Tag"), rows), Sheet("Kontakte", ("Tag",), [])])
    assert written == (2, 0)
    assert read(path) == {
        "Fälle": [
            ("Name", "Alter", "Tag"),
            ("Öztürk", 36, dt.datetime.fromisoformat("2026-11-03")),
            ("الخطيب", None, "1899-01-01"),
        ],
        "Kontakte": [("Tag",)],
    }


@pytest.mark.parametrize("words", ["=1+1", "+49 30 123", "-3", "@SUM(A1)", '=HYPERLINK("x")', "https://x.example"])
def test_words_are_never_a_formula_nor_a_link(tmp_path: Path, words: str) -> None:
    path = tmp_path / "cases.xlsx"
    XlsxFiles().write(path, [Sheet("A", ("Notiz",), [(words,)])])
    cell = openpyxl.load_workbook(path).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)
    assert cell.quotePrefix is (words[0] in "=+-@")


def test_signs_that_a_file_cannot_hold_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "cases.xlsx"
    XlsxFiles().write(path, [Sheet("A", ("Notiz",), [("a\x00b\x0bc\nd",), ("x" * 40_000,)])])
    rows = read(path)["A"]
    assert rows[1] == ("abc\nd",)
    assert rows[2] == ("x" * 32_767,)


@pytest.mark.parametrize("words", ["<r>a</r>", "<r><t>b</r>", "<r>" + "x" * 40_000 + "</r>", "a & <b>"])
def test_words_are_never_markup(tmp_path: Path, words: str) -> None:
    path = tmp_path / "cases.xlsx"
    XlsxFiles().write(path, [Sheet("A", ("Notiz",), [(words,)])])
    assert read(path)["A"][1][0].rstrip() == words[:32_767]


def test_rows_beyond_the_end_of_a_sheet_go_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_MOST_ROWS", 3)
    path = tmp_path / "cases.xlsx"
    written = XlsxFiles().write(path, [Sheet("A", ("Nr.",), ((number,) for number in range(7)))])
    assert written == (7,)
    assert {name: len(rows) for name, rows in read(path).items()} == {"A": 4, "A 2": 4, "A 3": 2}


def test_whatever_the_rows_raise_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "cases.xlsx"
    path.write_bytes(b"old")

    def rows() -> Iterator[tuple[Cell, ...]]:
        yield ("one",)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        XlsxFiles().write(path, [Sheet("A", ("Name",), rows())])
    assert [one.name for one in tmp_path.iterdir()] == ["cases.xlsx"]
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(IqError) as problem:
        XlsxFiles().write(tmp_path / "gone" / "cases.xlsx", [Sheet("A", ("Name",), [("one",)])])
    assert "cases.xlsx" in str(problem.value.text.values)


def test_rows_for_the_sheet_behind_come_up_among_the_others(tmp_path: Path) -> None:
    path = tmp_path / "cases.xlsx"
    rows: list[tuple[Cell, ...] | NextSheet] = [("a",), NextSheet((1,)), NextSheet((2,)), ("b",), NextSheet((3,))]
    assert XlsxFiles().write(path, [Sheet("A", ("Wort",), rows), Sheet("B", ("Zahl",), [(4,)])]) == (2, 4)
    assert read(path) == {"A": [("Wort",), ("a",), ("b",)], "B": [("Zahl",), (1,), (2,), (3,), (4,)]}

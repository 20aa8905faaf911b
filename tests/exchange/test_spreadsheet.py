"""Tables as CSV: read back as they were, harmless in a spreadsheet, whole or not there."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iq_desktop.exchange.spreadsheet import CsvFiles
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_a_table_comes_back_in_every_script(tmp_path: Path) -> None:
    path = tmp_path / "Fälle.csv"
    rows = [["Öztürk; Ayşe", "أحمد حسن", 'sagte "ja"'], ["zwei\nZeilen", "", "ሰላም"]]
    assert CsvFiles().write(path, ["Name", "Eigene Schrift", "Bemerkung"], rows) == 2
    assert read(path) == [["Name", "Eigene Schrift", "Bemerkung"], *rows]
    assert path.read_bytes().startswith(b"\xef\xbb\xbfName;")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("cell", ["=1+1", "+49 221", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_nothing_typed_becomes_a_formula(tmp_path: Path, cell: str) -> None:
    CsvFiles().write(tmp_path / "a.csv", [cell], [[cell]])
    assert read(tmp_path / "a.csv") == [[f"'{cell}"]] * 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2), max_size=6))
def test_any_words_come_back(tmp_path: Path, rows: list[list[str]]) -> None:
    CsvFiles().write(tmp_path / "b.csv", ["a", "b"], rows)
    wanted = [[f"'{cell}" if cell[:1] in tuple("=+-@\t\r") else cell for cell in row] for row in rows]
    assert read(tmp_path / "b.csv")[1:] == wanted


def test_what_breaks_off_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old", "utf-8")

    def rows() -> Iterator[list[str]]:
        yield ["one"]
        raise LookupError

    with pytest.raises(LookupError):
        CsvFiles().write(path, ["head"], rows())
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_refuses_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(IqError) as told:
        CsvFiles().write(tmp_path / "missing" / "a.csv", ["head"], [])
    assert "a.csv" in str(told.value.text.values)
    assert list(tmp_path.iterdir()) == []

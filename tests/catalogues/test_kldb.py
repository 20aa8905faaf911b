"""KldB 2010 and its way to ISCO-08, alone and together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue
from iq_desktop.domain.occupation import KldbEntry, KldbToIsco
from tests.support.catalogue_files import CollectingStore, take_in, write_csv

if TYPE_CHECKING:
    from pathlib import Path


def code_row(code: str, name: str, level: str = "") -> dict[str, str]:
    return {"code": code, "level": level or str(len(code)), "label_de": name, "short_label_de": name}


def link_row(kldb: str, isco: str, rank: str = "1") -> dict[str, str]:
    return {"kldb2010": kldb, "rank": rank, "isco08": isco, "kldb_label_de": "x", "isco_label_de": "y"}


CODES = [code_row("0", "Militär"), code_row("01104", "Offiziere"), code_row("29222", "Back-, Konditoreiwaren")]
LINKS = [link_row("01104", "0110"), link_row("29222", "7512"), link_row("29222", "7513", "2")]


def test_both_tables_in_one_folder(tmp_path: Path) -> None:
    write_csv(tmp_path / "kldb2010_v2020_codes_de.csv", CODES)
    write_csv(tmp_path / "table.csv", LINKS)
    store = take_in(tmp_path)
    assert store.entries[1] == KldbEntry("01104", "Offiziere")
    assert store.table[0] == KldbToIsco("01104", "0110", 1)
    state = store.states[0]
    assert (state.version, [count for _, count in state.counts]) == ("2020", [3, 3])
    assert "Bundesagentur" in state.notice.message


@pytest.mark.parametrize(("rows", "codes", "links"), [(CODES, 3, 0), (LINKS, 0, 3)])
def test_either_table_alone(tmp_path: Path, rows: list[dict[str, str]], codes: int, links: int) -> None:
    store = take_in(write_csv(tmp_path / "any name.csv", rows))
    assert (len(store.entries), len(store.table)) == (codes, links)
    assert len(store.states[0].counts) == 1


def test_one_table_leaves_the_other_as_it_was(tmp_path: Path) -> None:
    store = take_in(write_csv(tmp_path / "codes.csv", CODES))
    take_in(write_csv(tmp_path / "table.csv", LINKS), store)
    assert (len(store.entries), len(store.table)) == (3, 3)


def test_zeros_that_a_spreadsheet_cut_off_come_back(tmp_path: Path) -> None:
    write_csv(tmp_path / "codes.csv", [code_row("1104", "Offiziere", level="5")])
    write_csv(tmp_path / "table.csv", [link_row("1104", "110")])
    store = take_in(tmp_path)
    assert store.entries == [KldbEntry("01104", "Offiziere")]
    assert store.table == [KldbToIsco("01104", "0110", 1)]


def test_rows_that_cannot_be_used_are_counted(tmp_path: Path) -> None:
    bad_codes = [code_row("2922x", "Buchstabe"), code_row("292222", "zu lang"), code_row("0", "doppelt")]
    write_csv(tmp_path / "codes.csv", [*CODES, *bad_codes, code_row("3", " ")])
    bad_links = [link_row("99999", "7512"), link_row("29222", "7512"), link_row("29222", "75x2")]
    write_csv(tmp_path / "table.csv", [*LINKS, *bad_links, link_row("29222", "7512", "")])
    skipped = take_in(tmp_path).states[0].skipped
    assert [(one.reason.message.split(": ")[1], one.count, one.first_line) for one in skipped] == [
        ("no code of one to five digits", 2, 5),
        ("the same code once more", 1, 7),
        ("no name", 1, 8),
        ("a code that the KldB does not have", 1, 5),
        ("the same link once more", 1, 6),
        ("no code of five digits, no rank or no group of four digits", 2, 7),
    ]


def test_a_table_of_nothing_but_faults_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IncompleteCatalogue, match="no row that can be used"):
        take_in(write_csv(tmp_path / "codes.csv", [code_row("x", "y")]))


def test_two_files_of_the_same_kind_are_refused(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        write_csv(tmp_path / name, CODES)
    with pytest.raises(IncompleteCatalogue, match="choose one"):
        take_in(tmp_path)


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "codes.csv", CODES)
    file.write_bytes(file.read_bytes()[:-30])
    store = CollectingStore()
    with pytest.raises(BrokenFile, match="line"):
        take_in(file, store)
    assert store == CollectingStore()

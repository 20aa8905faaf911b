"""Files become scans: what is too large, empty or refused says so; a scan goes out under a fitting name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.scan import MOST_OCTETS, ScanKind
from iq_desktop.usecases import scans
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.scan_ports import RefusedScan, ScanUse
from iq_desktop.usecases.scan_words import scan_facts, size_words
from iq_desktop.wording.problems import IqError
from tests.support.builders import a_case
from tests.support.fakes import a_desk
from tests.support.memory_scans import BAD, MemoryScanStore
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk

QUIET = Silence()


@pytest.fixture
def desk() -> Desk:
    return a_desk(TRANSLATIONS, [a_case(id="case")])


def told(error: pytest.ExceptionInfo[RefusedScan]) -> str:
    return english().speak(error.value.text)


def test_a_file_is_read_and_kept_with_its_paper(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "Zeugnis.PDF").write_bytes(b"%PDF-something")
    scan = scans.take_in_scan(desk, "case", "paper", scans.read_file(tmp_path / "Zeugnis.PDF"), QUIET)
    assert (scan.name, scan.kind, scan.octets, scan.adviser_id) == ("Zeugnis.PDF", ScanKind.PDF, 14, desk.adviser.id)
    assert scans.list_scans(desk, "case") == {"paper": [scan]}
    assert scans.find_thumbnails(desk, "case", [scan])[scan.id].startswith(b"\x89PNG")
    assert scans.show_scan(desk, "case", scan, QUIET).content == b"%PDF-something"
    scans.save_scan(desk, "case", scan, tmp_path / "out.pdf", QUIET)
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF-something"
    assert isinstance(desk.scans, MemoryScanStore)
    assert desk.scans.uses == [ScanUse.SEEN, ScanUse.SAVED]


def test_a_scan_that_was_removed_comes_back(desk: Desk) -> None:
    scan = scans.take_in_scan(desk, "case", "paper", scans.NewScan("a.png", b"png"), QUIET)
    scans.remove_scan(desk, "case", scan)
    assert scans.list_scans(desk, "case") == {}
    assert scans.find_thumbnails(desk, "case", [scan]) == {}
    scans.bring_back_scan(desk, "case", scan)
    assert scans.list_scans(desk, "case") == {"paper": [scan]}


def test_what_cannot_be_a_scan_is_refused_before_it_is_looked_at(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(RefusedScan) as empty:
        scans.read_file(tmp_path / "empty.pdf")
    assert told(empty) == "“empty.pdf” is empty."
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(MOST_OCTETS + 1)
    with pytest.raises(RefusedScan) as too_large:
        scans.read_file(large)
    assert told(too_large) == "“large.pdf” is too large: more than 50 MB."
    with large.open("wb") as file:
        file.truncate(MOST_OCTETS)
    assert len(scans.read_file(large).content) == MOST_OCTETS
    with pytest.raises(RefusedScan) as folder:
        scans.read_file(tmp_path)
    assert "is no file" in told(folder)
    with pytest.raises(RefusedScan) as gone:
        scans.read_file(tmp_path / "gone.pdf")
    assert "cannot be read" in told(gone)
    with pytest.raises(RefusedScan) as pasted:
        scans.take_in_scan(desk, "case", "", scans.NewScan("p.png", b""), QUIET)
    assert "is empty" in told(pasted)
    assert scans.list_scans(desk, "case") == {}


def test_of_several_files_those_before_the_first_refused_one_are_kept(desk: Desk, tmp_path: Path) -> None:
    for name, content in (("a.pdf", b"a"), ("b.pdf", BAD), ("c.pdf", b"c")):
        (tmp_path / name).write_bytes(content)
    taken = scans.take_in_scans(desk, "case", "paper", [tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf")], QUIET)
    assert [scan.name for scan in taken.scans] == ["a.pdf"]
    assert taken.problem is not None
    assert english().speak(taken.problem.text) == "“b.pdf”: The file is damaged."
    assert taken.problem.advice.message
    assert [scan.name for scan in scans.list_scans(desk, "case")["paper"]] == ["a.pdf"]


@pytest.mark.parametrize(
    ("name", "out"),
    [("a.pdf", "a.pdf"), ("A.PDF", "A.PDF"), ("a.b", "a.pdf"), ("a", "a.pdf"), (".pdf", ".pdf"), (".x", "scan.pdf")],
)
def test_a_scan_goes_out_with_the_ending_of_its_kind(desk: Desk, name: str, out: str) -> None:
    scan = scans.take_in_scan(desk, "case", "", scans.NewScan("a.pdf", b"x"), QUIET)
    assert scans.file_name_of(replace(scan, name=name)) == out


def test_a_disk_that_refuses_says_so(desk: Desk, tmp_path: Path) -> None:
    scan = scans.take_in_scan(desk, "case", "", scans.NewScan("a.pdf", b"x"), QUIET)
    with pytest.raises(IqError):
        scans.save_scan(desk, "case", scan, tmp_path / "no folder" / "a.pdf", QUIET)


@pytest.mark.parametrize(
    ("octets", "words"),
    [(1, "1 KB"), (2048, "2 KB"), (1024**2, "1 MB"), (int(2.5 * 1024**2), "2.5 MB"), (50 * 1024**2, "50 MB")],
)
def test_sizes_are_told_in_words(octets: int, words: str) -> None:
    assert english().speak(size_words(octets)) == words


def test_a_line_tells_kind_pages_and_size(desk: Desk) -> None:
    scan = scans.take_in_scan(desk, "case", "", scans.NewScan("a.pdf", b"x"), QUIET)
    assert english().speak(scan_facts(scan)) == "PDF · 1 page · 1 KB"
    assert english().speak(scan_facts(replace(scan, kind=ScanKind.PNG))) == "PNG picture · 1 KB"

"""What lies in files, folders and zips is recognised by what it holds."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.containers import FoundFile, find_files
from iq_desktop.catalogues.recognise import Recogniser, find_catalogues, find_kind
from iq_desktop.catalogues.refusal import BrokenFile, UnknownFile
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.wording.problems import IqError
from tests.catalogues.test_kldb import CODES, LINKS
from tests.catalogues.test_places import GEONAMES, row
from tests.support.catalogue_files import qcat, service, take_in, write_csv, write_esco, zip_folder
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from pathlib import Path


def recognise(path: Path) -> object:
    return Recogniser(FixedClock()).recognise(path)


def everything(folder: Path) -> Path:
    """Write a folder with one of each, and with things that nobody asked for."""
    write_esco(folder / "esco" / "ESCO dataset - v1.2.0 - classification - de - csv")
    write_esco(folder / "esco" / "ESCO dataset - v1.2.0 - classification - en - csv", "en")
    write_csv(folder / "kldb" / "codes.csv", CODES)
    write_csv(folder / "kldb" / "table.csv", LINKS)
    write_csv(folder / "places" / "places.csv", [row("01067", "Dresden")])
    (folder / "courses.xml").write_text(qcat(service("1")), encoding="utf-8")
    (folder / "README.md").write_text("words", encoding="utf-8")
    (folder / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (folder / "schema.xml").write_text("<schema/>", encoding="utf-8")
    (folder / ".hidden.csv").write_text("code,level,label_de\n", encoding="utf-8")
    return folder


def test_each_catalogue_of_a_folder_is_found_once_what_belongs_together_together(tmp_path: Path) -> None:
    folder = everything(tmp_path)
    assert find_catalogues(folder) == [
        folder / "esco",
        folder / "kldb",
        folder / "places" / "places.csv",
        folder / "courses.xml",
    ]
    for path in find_catalogues(folder):
        take_in(path)


def test_the_files_of_esco_are_one_catalogue_whatever_lies_beside_them(tmp_path: Path) -> None:
    write_esco(tmp_path)
    write_csv(tmp_path / "codes.csv", CODES)
    assert find_catalogues(tmp_path) == [tmp_path, tmp_path / "codes.csv"]


def test_zips_of_different_kinds_in_one_folder(tmp_path: Path) -> None:
    zip_folder(write_esco(tmp_path / "in"), tmp_path / "esco.zip")
    write_csv(tmp_path / "kldb" / "codes.csv", CODES)
    zip_folder(tmp_path / "kldb", tmp_path / "kldb.zip")
    for folder in ("in", "kldb"):
        shutil.rmtree(tmp_path / folder)
    assert find_catalogues(tmp_path) == [tmp_path / "esco.zip", tmp_path / "kldb.zip"]


def test_a_file_is_found_as_it_is(tmp_path: Path) -> None:
    assert find_catalogues(tmp_path / "x.csv") == [tmp_path / "x.csv"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", GEONAMES.encode(), CatalogueKind.PLACES),
        ("a.csv", b"isco08,rank,kldb2010\n", CatalogueKind.KLDB),
        ("a.csv", b"\xef\xbb\xbfcode;level;label_de\r\n", CatalogueKind.KLDB),
        ("a.xml", b"\xef\xbb\xbf<?xml version='1.0'?><!-- <X> --><OPENQCAT>", CatalogueKind.COURSES),
        ("a.xml", "<?xml version='1.0' encoding='UTF-16'?><OPENQCAT/>".encode("utf-16"), CatalogueKind.COURSES),
        ("a.xml", b"<!DOCTYPE OPENQCAT [<!ENTITY a 'b'>]><OPENQCAT>", CatalogueKind.COURSES),
        ("a.xml", b"<BMECAT><OPENQCAT/></BMECAT>", None),
        ("a.csv", b"", None),
        ("a.csv", b"\0\0\0\0", None),
        ("a.csv", b"code,name\n", None),
        ("a.pdf", b"%PDF-1.7\n\xe2\xe3", None),
    ],
)
def test_by_the_first_bytes(tmp_path: Path, name: str, content: bytes, kind: CatalogueKind | None) -> None:
    (tmp_path / name).write_bytes(content)
    assert find_kind(FoundFile(tmp_path / name)) is kind


def test_an_unknown_file_hears_what_the_program_knows(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    with pytest.raises(UnknownFile) as refused:
        recognise(tmp_path / "letter.txt")
    for known in ("ESCO", "KldB", "GeoNames", "open-Qcat"):
        assert known in refused.value.advice.message


def test_a_workbook_hears_how_to_save_it(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "workbook.xml").write_text("<workbook/>", encoding="utf-8")
    with pytest.raises(UnknownFile) as refused:
        recognise(zip_folder(tmp_path / "x", tmp_path / "kldb.xlsx"))
    assert "CSV" in refused.value.advice.message


def test_several_catalogues_in_one_folder_are_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(IqError) as refused:
        recognise(everything(tmp_path))
    assert "several" in refused.value.text.message
    assert "courses.xml" in str(dict(refused.value.text.values)["files"])


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_nothing_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnknownFile):
        recognise(tmp_path / name)


def test_zips_are_looked_into_only_so_deep(tmp_path: Path) -> None:
    write_csv(tmp_path / "0" / "codes.csv", CODES)
    for level in range(6):
        (tmp_path / str(level + 1)).mkdir()
        zip_folder(tmp_path / str(level), tmp_path / str(level + 1) / "inner.zip")
    assert find_files(tmp_path / "6") == []
    assert [file.name for file in find_files(tmp_path / "2")] == ["codes.csv"]


def test_a_zip_that_claims_to_be_endless_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iq_desktop.catalogues.containers._LARGEST", 10)
    with pytest.raises(BrokenFile) as refused:
        recognise(zip_folder(write_esco(tmp_path / "in"), tmp_path / "esco.zip"))
    assert "far too large" in str(refused.value.text)


def test_a_zip_with_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iq_desktop.catalogues.containers._MOST_FILES", 2)
    with pytest.raises(BrokenFile):
        recognise(zip_folder(write_esco(tmp_path / "in"), tmp_path / "esco.zip"))

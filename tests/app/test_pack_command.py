"""Publishers check, sign and make keys from a terminal; what goes wrong is told and changes nothing."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.start import main
from tests.catalogues.test_instruments import folder_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    file = tmp_path / "publisher.key"
    assert main(["pack", "key", str(file)]) == 0
    return file


def test_a_sound_pack_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", str(folder_of(tmp_path))]) == 0
    told = capsys.readouterr().out
    assert "Titel (trial 2026.1)" in told
    assert "Fragen: 2, Bilder: 2" in told
    assert "Arabisch (geprüft)" in told.replace("\u2068", "").replace("\u2069", "")
    assert "Nicht signiert" in told


def test_every_fault_is_told_with_its_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(tmp_path)
    text = (folder / "texts" / "ar.json").read_text("utf-8")
    (folder / "texts" / "ar.json").write_text(text.replace('"item.a":', '"item.q":'), "utf-8")
    assert main(["pack", "check", str(folder)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2
    assert all("texts/ar.json, Zeile " in line for line in told)


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.key"
    assert main(["pack", "key", str(file)]) == 0
    private, told = file.read_text("ascii").strip(), capsys.readouterr()
    assert private not in told.out + told.err
    assert "Fingerabdruck" in told.out
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert main(["pack", "key", str(file)]) == 2
    assert file.read_text("ascii").strip() == private


def test_a_folder_becomes_a_signed_file(tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "trial.iqpack"
    seal = ["pack", "seal", str(folder_of(tmp_path)), "--key", str(key), "--out", str(file)]
    assert main(seal) == 0
    assert "Signiert, Fingerabdruck" in capsys.readouterr().out
    assert main(["pack", "check", str(file)]) == 0
    assert main(seal) == 2, "a file that is there stays"
    file.write_bytes(file.read_bytes().replace(b"Ich helfe.", b"Ich gehe.."))
    assert main(["pack", "check", str(file)]) == 1
    assert "die Signatur stimmt nicht" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["", "no key", "ab" * 40], ids=["empty", "words", "too long"])
def test_what_is_no_key_signs_nothing(tmp_path: Path, words: str) -> None:
    file, no_key = tmp_path / "trial.iqpack", tmp_path / "no.key"
    no_key.write_text(words, "utf-8")
    assert main(["pack", "seal", str(folder_of(tmp_path)), "--key", str(no_key), "--out", str(file)]) == 2
    assert not file.exists()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, key: Path) -> None:
    gone = tmp_path / "gone" / "x"
    assert main(["pack", "key", str(gone)]) == 2
    assert main(["pack", "seal", str(folder_of(tmp_path)), "--key", str(key), "--out", str(gone)]) == 2

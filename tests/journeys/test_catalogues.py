"""A catalogue is taken in beside the work; a broken one is refused with its line, and nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.catalogue_files import write_esco

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.journey import Office


def test_a_broken_catalogue_is_refused_with_its_line(desk: Office, tmp_path: Path) -> None:
    folder = write_esco(tmp_path / "esco")
    table = folder / "occupations_de.csv"
    whole = table.read_bytes()
    table.write_bytes(whole[: whole.rindex(b'"')])
    before = known(desk)
    desk.ask.folder = folder
    desk.press("Einstellungen")
    desk.press("Kataloge")
    desk.press("Ordner einlesen")
    assert "occupations_de.csv" in told(desk)
    assert "Zeile 6" in told(desk)
    assert known(desk) == before


def test_a_good_catalogue_is_taken_in_and_its_occupations_are_found(desk: Office, tmp_path: Path) -> None:
    desk.ask.folder = write_esco(tmp_path / "esco")
    desk.press("Einstellungen")
    desk.press("Kataloge")
    desk.press("Ordner einlesen")
    assert "esco" in known(desk)
    assert desk.sees("ESCO")


def test_a_file_that_is_no_catalogue_changes_nothing(desk: Office, tmp_path: Path) -> None:
    desk.ask.file = tmp_path / "letter.txt"
    desk.ask.file.write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    before = known(desk)
    desk.press("Einstellungen")
    desk.press("Kataloge")
    desk.press("Datei einlesen")
    assert "letter.txt" in told(desk)
    assert known(desk) == before


def known(office: Office) -> list[str]:
    """Return the kinds of catalogues in the vault."""
    assert office.program is not None
    assert office.program.desk is not None
    return [state.kind.value for state in office.program.desk.reference.catalogues()]


def told(office: Office) -> str:
    """Return what the banner says."""
    banner = office.window.banner
    return f"{banner.text.text()} {banner.advice.text()}" if banner.isVisible() else ""

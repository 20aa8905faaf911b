"""The list of cases on a real vault: found, filtered, put in order, given away, written as a table, told apart."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.screens.cases import CasesScreen
    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")


@pytest.fixture
def cases(desk: Office) -> CasesScreen:
    desk.press("Fälle")
    desk.at_work.settle()
    screen: CasesScreen = desk.window.screens["cases"]  # type: ignore[assignment]  # made under this name
    return screen


def test_filters_narrow_what_is_written_as_a_table(desk: Office, cases: CasesScreen, tmp_path: Path) -> None:
    office = desk
    all_of_them = len(cases.table.rows)
    office.press("Filter")
    office.fill("Sprache", "Ukrainisch")
    office.fill("NIQ", "kann gemeldet werden, unvollständig")
    shown = [row for row in cases.table.rows if row is not None]
    assert 0 < len(shown) < all_of_them
    assert {row.language for row in shown} == {"uk"}
    office.ask.place_to_save = tmp_path / "cases.csv"
    office.press("Als Tabelle speichern")
    rows = list(csv.reader((tmp_path / "cases.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0][0] == "Name"
    assert [row[0] for row in rows[1:]] == [row.name for row in shown]
    assert office.sees("Die Datei ist nicht verschlüsselt. Löschen Sie sie, wenn sie nicht mehr gebraucht wird.")
    office.press("Alle Filter entfernen")
    assert len(cases.table.rows) == all_of_them


def test_a_view_is_there_again_after_the_program_was_closed(desk: Office, cases: CasesScreen) -> None:
    office = desk
    office.press("Filter")
    office.fill("Sprache", "Ukrainisch")
    office.press("Ansicht merken")
    office.fill("Name der Ansicht", "Ukraine", last=True)
    office.press("Speichern", inside="case_view_bar")
    assert office.sees("Ansicht gemerkt: Ukraine")
    assert cases.list.view is not None
    office.leave()
    office.arrive()
    office.unlock("Öl Fenster Ziege Mond Brücke")
    office.press("Fälle")
    office.fill("Ansicht", "Ukraine")
    screen: CasesScreen = office.window.screens["cases"]  # type: ignore[assignment]  # made under this name
    assert {row.language for row in screen.table.rows} == {"uk"}


def test_several_are_closed_at_once_and_opened_again_with_undo(desk: Office, cases: CasesScreen) -> None:
    office = desk
    office.press("Auswählen")
    office.press("Alle ankreuzen")
    count = len(cases.table.ticked)
    assert count == len(cases.table.rows)
    office.fill("Abschließen mit", "An andere verwiesen")
    assert office.sees(f"{count} Fälle abgeschlossen")
    assert all(row.is_closed for row in cases.table.rows if row is not None)
    office.press("Rückgängig")
    assert not any(row.is_closed for row in cases.table.rows if row is not None)


def test_a_case_that_lies_open_is_closed_in_the_list_and_keeps_what_is_being_typed(desk: Office) -> None:
    office = desk
    office.open_case("Haddad")
    office.press("Kontakt")
    office.fill("Erwartung", "Arbeit bis zum Sommer")
    office.window.case_view.put_cursor("expectation")
    office.type(" und eine Wohnung")
    assert "Wohnung" not in office.case.contact.expectation
    office.press("Fälle")
    office.press("Auswählen")
    office.press("Alle ankreuzen")
    office.fill("Abschließen mit", "An andere verwiesen")
    office.at_work.settle()
    assert office.case.closing.is_closed
    assert not office.sees("Jemand anderes hat diesen Fall inzwischen geändert.")
    typed = office.case.contact.expectation
    assert "Sommer" in typed
    assert "Wohnung" in typed
    office.press("Rückgängig")
    office.at_work.settle()
    assert (office.case.closing.is_closed, office.case.contact.expectation) == (False, typed)
    assert office.window.open_case.is_saved
    office.leave()
    office.arrive()
    office.unlock("Öl Fenster Ziege Mond Brücke")
    office.open_case("Haddad")
    assert (office.case.closing.is_closed, office.case.contact.expectation) == (False, typed)


def test_somebody_who_is_already_here_is_told_and_linked(desk: Office, cases: CasesScreen) -> None:
    office = desk
    known = next(row for row in cases.table.rows if row is not None and row.name and row.birth)
    family, given = known.name.split(", ")
    office.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    office.press("Fall beginnen")
    office.fill("Familienname", family)
    office.fill("Vornamen", given)
    assert office.sees("Vielleicht ist diese Person schon da")
    office.fill("Geburtsdatum", str(int(known.birth[:4]) - 30))
    assert not office.sees("Vielleicht ist diese Person schon da")
    office.fill("Geburtsdatum", known.birth[:4])
    assert office.sees("Vielleicht ist diese Person schon da")
    office.press("Dieselbe Person: verknüpfen")
    assert any("Verknüpft: dieselbe Person" in words for words in office.at_work.all_words())
    office.press("Verknüpfung lösen")
    assert office.sees("Dieselbe Person: verknüpfen")

"""Coming from the IQ Webapp in the settings: choose, look, correct, take in, take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.webapp_card import WebappCard
from iq_desktop.ui.screens.parts.webapp_work import TAKE_AND_LINK
from iq_desktop.ui.screens.settings import SettingsScreen
from tests.support.webapp_files import HEADS, a_row, write_webapp
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Office


def card_of(office: Office) -> WebappCard:
    """Open the section and return its card."""
    screen = office.go_to("settings")
    assert isinstance(screen, SettingsScreen)
    screen.go_to("webapp")
    office.settle()
    card = screen.pages["webapp"].parts["webapp_import"]
    assert isinstance(card, WebappCard)
    return card


def open_rows(office: Office, path: Path, rows: list[dict[str, Any]]) -> WebappCard:
    card = card_of(office)
    card.open_file(write_webapp(path / "export.xlsx", rows))
    office.settle()
    office.bot.waitUntil(lambda: card.work.preview is not None)
    return card


def test_a_table_is_taken_in_and_taken_back(office: Office, tmp_path: Path) -> None:
    cases = office.window.place.desk.cases
    before = cases.count()
    card = open_rows(office, tmp_path, [a_row(), a_row(ID=2, Nachname="Koval", Email="k@example.org", Telefon="")])
    assert clipped(card) == []
    assert nameless(card) == []
    card.work.take.click()
    office.settle()
    assert cases.count() == before + 2
    assert card.report.isVisible()
    assert not card.work.isVisible()
    assert len(card.imports.rows) == 1
    assert clipped(card) == []
    card.undo.click()
    office.settle()
    assert not card.undo.isEnabled()
    assert card.imports.rows[0].undone_at is not None


def test_a_column_is_read_otherwise(office: Office, tmp_path: Path) -> None:
    card = open_rows(office, tmp_path, [a_row()])
    card.work.columns.choose(HEADS.index("nameberatungsstelle"))
    card.work.field._commit("held_at")
    office.settle()
    assert card.work.preview is not None
    assert card.work.preview.rows[0].proposal.case.contact.held_at == "Beispielstelle"


def test_an_unknown_word_is_answered_for_all_rows(office: Office, tmp_path: Path) -> None:
    rows = [
        a_row(ID=one, Nachname=f"N{one}", Email=f"{one}@example.org", Telefon="", Geschlecht="Dame") for one in (1, 2)
    ]
    card = open_rows(office, tmp_path, rows)
    assert [one.said for one in card.work.values.rows] == ["Dame"]
    card.work.answer._commit("female")
    office.settle()
    assert card.work.preview is not None
    assert card.work.preview.unknown == ()
    assert not card.work._values_part.isVisible()


def test_who_is_known_is_left_out_or_linked(office: Office, tmp_path: Path) -> None:
    card = open_rows(office, tmp_path, [a_row(), a_row(ID=2)])
    assert card.work.doubles.isVisible()
    assert "1" in card.work.take.text()
    card.work.doubles.pills[TAKE_AND_LINK].click()
    assert "2" in card.work.take.text()


def test_a_wrong_file_changes_nothing_and_says_what_to_do(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    path.write_bytes(b"Nachname;Vorname\n")
    card = card_of(office)
    card.open_file(path)
    office.settle()
    assert not card.work.isVisible()
    assert "no workbook" in office.window.banner.text.text()

"""The directory of competent bodies in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.body import CompetentBody
from iq_desktop.exchange.spreadsheet import CsvFiles
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.bodies_card import BodiesCard
from iq_desktop.ui.screens.settings import SettingsScreen
from iq_desktop.usecases.bodies import list_bodies
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Office


def card_of(office: Office) -> BodiesCard:
    """Open the section and return its card."""
    screen = office.go_to("settings")
    assert isinstance(screen, SettingsScreen)
    screen.go_to("bodies")
    office.settle()
    card = screen.pages["bodies"].parts["body_list"]
    assert isinstance(card, BodiesCard)
    return card


def names(office: Office) -> list[str]:
    office.settle()
    return [one.name for one in list_bodies(office.window.place.desk)]


def test_an_empty_directory_begins_with_the_kinds(office: Office) -> None:
    card = card_of(office)
    card.kinds_button.click()
    office.settle()
    assert len(names(office)) == 9
    assert not card.kinds_button.isVisible()
    office.bot.waitUntil(lambda: card.rows.is_filled)
    assert len(card.rows.rows) == 9
    card.search.setText("handwerk")
    office.settle()
    assert len(card.rows.rows) == 1
    assert clipped(card) == []
    assert nameless(card) == []


def test_a_new_body_is_kept_as_soon_as_it_has_a_name(office: Office) -> None:
    card = card_of(office)
    card.add_button.click()
    office.settle()
    (row,) = card.rows.rows.values()
    assert not row.is_folded
    row.fields.frames["phone"].editor._commit("030 12")
    assert names(office) == []
    row.fields.frames["name"].editor._commit("Kammer Musterstadt")
    assert names(office) == ["Kammer Musterstadt"]
    assert list_bodies(office.window.place.desk)[0].phone == "030 12"


def test_a_removed_body_comes_back(office: Office) -> None:
    office.window.place.desk.bodies.shelf.put(CompetentBody("Kammer", id="b1"))
    card = card_of(office)
    card.rows.rows["b1"].remove.click()
    assert names(office) == []
    office.window.banner.act.click()
    assert names(office) == ["Kammer"]


def test_the_directory_goes_out_and_comes_in_as_a_table_with_undo(office: Office, tmp_path: Path) -> None:
    desk = office.window.place.desk
    desk.bodies.shelf.put(CompetentBody("Kammer", id="b1"))
    card = card_of(office)
    office.ask.place_to_save = tmp_path / "bodies.csv"
    CsvFiles().write(tmp_path / "in.csv", ("Name", "Ort"), (("Neue Stelle", "Köln"),))
    office.ask.file = tmp_path / "in.csv"
    card.take_button.click()
    assert names(office) == ["Kammer", "Neue Stelle"]
    office.window.banner.act.click()
    assert names(office) == ["Kammer"]
    card.save_button.click()
    office.settle()
    assert desk.tables.written  # type: ignore[attr-defined]  # a fake

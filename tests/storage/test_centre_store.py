"""The centre, its advisers and their settings in the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.centre import Adviser, Centre, DeskSettings, Logo, Wording
from iq_desktop.storage.centre_store import VaultCentre
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_pen import pen_of
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault


@pytest.fixture
def store(vault: Vault) -> VaultCentre:
    return VaultCentre(vault.cases, pen_of(vault, FixedClock()))


def test_a_new_vault_has_an_empty_centre_and_defaults(store: VaultCentre) -> None:
    assert store.centre() == Centre()
    assert store.settings("anybody") == DeskSettings()
    assert not store.advisers()


def test_the_centre_comes_back_and_there_is_only_one(vault: Vault, store: VaultCentre) -> None:
    store.save_centre(Centre("Beratung Nord", "Lindenstraße 1", "10969", "Berlin", "030 1", "nord@example.org"))
    store.save_centre(Centre("Beratung Süd"))
    assert VaultCentre(vault.cases, pen_of(vault, FixedClock())).centre() == Centre("Beratung Süd")


def test_what_is_set_about_paper_comes_back(store: VaultCentre) -> None:
    whole = Centre("Beratung Nord", run_by="Verein", website="example.org", credit="Gefördert", wording=Wording.SIMPLE)
    store.save_centre(whole)
    assert store.centre() == whole


def test_a_logo_comes_back_is_replaced_and_goes_and_the_journal_keeps_no_picture(
    vault: Vault, store: VaultCentre
) -> None:
    assert store.logo() is None
    for logo in (Logo(b"first picture", 20, 10), Logo(b"second picture", 30, 10), Logo(b"second picture", 30, 10)):
        store.save_logo(logo)
    assert store.logo() == Logo(b"second picture", 30, 10)
    store.save_logo(None)
    assert store.logo() is None
    with vault.cases.reading() as connection:
        noted = [entry.payload for _, entry in read_entries(connection) if entry.kind == "logo_saved"]
    assert noted == [{"logo": ["", "20 x 10"]}, {"logo": ["20 x 10", "30 x 10"]}, {"logo": ["30 x 10", ""]}]


def test_half_a_character_in_a_letterhead_is_left_out(store: VaultCentre) -> None:
    store.save_centre(Centre("Beratung\ud800 Nord\u200b", place="\udc00"))
    store.save_adviser(Adviser("1", "Frau\ud800 Baum"))
    assert store.centre() == Centre("Beratung Nord")
    assert store.advisers() == (Adviser("1", "Frau Baum"),)


def test_advisers_come_by_name(store: VaultCentre) -> None:
    for adviser in (Adviser("2", "Öztürk"), Adviser("1", "arslan"), Adviser("3", "Baum")):
        store.save_adviser(adviser)
    store.save_adviser(Adviser("3", "Zeder"))
    assert [adviser.name for adviser in store.advisers()] == ["arslan", "Zeder", "Öztürk"]


def test_each_adviser_has_own_settings(store: VaultCentre) -> None:
    store.save_settings("1", DeskSettings("en", "dark"))
    store.save_settings("2", DeskSettings("de", "light"))
    store.save_settings("1", DeskSettings("en", "light"))
    assert store.settings("1") == DeskSettings("en", "light")
    assert store.settings("2") == DeskSettings("de", "light")


def test_changes_stand_in_the_journal_once(vault: Vault, store: VaultCentre) -> None:
    store.save_centre(Centre("Nord"))
    store.save_centre(Centre("Nord"))
    store.save_settings("1", DeskSettings("en", "dark"))
    with vault.cases.reading() as connection:
        entries = [entry for _, entry in read_entries(connection)]
    assert [entry.kind for entry in entries] == ["centre_saved", "settings_saved"]
    assert entries[0].payload["name"] == [None, "Nord"]
    assert entries[1].payload["adviser_id"] == "1"


def test_where_an_adviser_was_is_kept_beside_the_settings_and_told_to_nobody(vault: Vault, store: VaultCentre) -> None:
    assert store.last_spot("adviser-1") == ""
    store.keep_spot("adviser-1", "case:17:person")
    assert store.settings("adviser-1") == DeskSettings()
    store.save_settings("adviser-1", DeskSettings("en", "dark"))
    store.keep_spot("adviser-1", "today::")
    assert store.last_spot("adviser-1") == "today::"
    assert store.settings("adviser-1") == DeskSettings("en", "dark")
    assert store.last_spot("adviser-2") == ""
    with vault.cases.reading() as connection:
        assert [entry.kind for _, entry in read_entries(connection)] == ["settings_saved"]

"""The directory of organisations lies in the vault; the journal tells what changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.organisation_store import VaultOrganisations
from tests.support.fakes import FixedClock
from tests.support.referred_cases import ORGANISATIONS

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault


@pytest.fixture
def shelf(vault: Vault) -> VaultOrganisations:
    return VaultOrganisations(vault.cases, pen_of(vault, FixedClock()))


def kinds(vault: Vault) -> list[str]:
    with vault.cases.reading() as connection:
        return list(connection.exec_driver_sql("SELECT kind FROM journal ORDER BY seq").scalars())


def test_every_field_comes_back_and_names_are_in_order(shelf: VaultOrganisations) -> None:
    for one in reversed(ORGANISATIONS):
        shelf.put(one)
    assert shelf.organisations() == ORGANISATIONS
    shelf.put(replace(ORGANISATIONS[1], phone="030"))
    assert shelf.organisations()[1].phone == "030"


def test_every_change_is_in_the_journal(shelf: VaultOrganisations, vault: Vault) -> None:
    before = len(kinds(vault))
    shelf.put(ORGANISATIONS[0])
    shelf.remove(ORGANISATIONS[0].id)
    shelf.remove("never there")
    assert kinds(vault)[before:] == ["organisation_saved", "organisation_removed"]
    assert shelf.organisations() == ()

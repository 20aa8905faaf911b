"""The directory of competent bodies lies in the vault; the journal tells what changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.body import BodyKind, CompetentBody
from iq_desktop.storage.body_store import VaultBodies
from iq_desktop.storage.journal_pen import pen_of
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

ONE = CompetentBody("Stelle für Heilberufe", BodyKind.HEALTH, "Pflege", checked_on=dt.date(2026, 11, 3))
OTHER = CompetentBody("Handwerkskammer")


@pytest.fixture
def shelf(vault: Vault) -> VaultBodies:
    return VaultBodies(vault.cases, pen_of(vault, FixedClock()))


def kinds(vault: Vault) -> list[str]:
    with vault.cases.reading() as connection:
        return list(connection.exec_driver_sql("SELECT kind FROM journal ORDER BY seq").scalars())


def test_bodies_are_kept_by_name(shelf: VaultBodies) -> None:
    shelf.put(ONE)
    shelf.put(OTHER)
    assert shelf.bodies() == (OTHER, ONE)
    shelf.put(replace(ONE, phone="030"))
    assert shelf.bodies()[1].phone == "030"


def test_every_change_is_in_the_journal(shelf: VaultBodies, vault: Vault) -> None:
    before = len(kinds(vault))
    shelf.put(ONE)
    shelf.remove(ONE.id)
    shelf.remove("never there")
    shelf.replace_all([OTHER])
    assert kinds(vault)[before:] == ["body_saved", "body_removed", "bodies_taken"]
    assert shelf.bodies() == (OTHER,)

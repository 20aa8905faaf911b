"""All places for the ground of a map: one for each postal code, the main one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from iq_desktop.domain.course import Place
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Silence

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

COLOGNE = Place("50667", "Köln", 50.938, 6.957)
PLACES = (Place("53111", "Bonn", 50.740, 7.098), COLOGNE, Place("50667", "Köln Altstadt", 50.9, 6.9))


def test_every_postal_code_comes_once_with_its_main_place(vault: Vault) -> None:
    store = VaultReference(vault.reference)
    assert store.list_places() == ()
    state = CatalogueState(CatalogueKind.PLACES, "geonames", "1", dt.date(2026, 11, 3))
    store.replace_places(PLACES, state, Silence())
    assert store.list_places() == (COLOGNE, PLACES[0])

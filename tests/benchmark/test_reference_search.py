"""How fast a reference occupation is found while somebody types, among all of NIQ with the names and skills of ESCO."""

from __future__ import annotations

import time
from statistics import quantiles
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.catalogues.starter import StarterCatalogue
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.usecases.progress import Silence
from tests.support.builders import TODAY
from tests.support.fakes import FixedClock
from tests.support.occupation_queries import KEPT_APART, QUERIES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark


def test_search_of_reference_occupations(tmp_path: Path, shared_folder: Path, project_folder: Path, note: Note) -> None:
    adviser = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
    vault, _code = create_vault(tmp_path / "vault", [adviser], cost=FLOOR_COST)
    store = VaultReference(vault.reference)
    StarterCatalogue(project_folder / "resources" / "packs", TODAY).take_in(store, Silence())
    for name in ("niq", "esco", "kldb"):
        Recogniser(FixedClock()).recognise(shared_folder / "data" / name).take_in(store, Silence())
    begun = time.perf_counter()
    store.find_reference_occupations("Koch", limit=5)
    first = 1000 * (time.perf_counter() - begun)
    times = []
    for words, _right in (*QUERIES, *KEPT_APART):
        begun = time.perf_counter()
        store.find_reference_occupations(words, limit=5)
        times.append(1000 * (time.perf_counter() - begun))
    note("a reference occupation is found (p95 of 170)", quantiles(times, n=20)[-1], None, "<= 20 ms")
    note("the first search, which makes the index", first, None, "<= 1000 ms")
    vault.close()

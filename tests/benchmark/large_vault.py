"""A vault of 150 MB, open: invented people until it is that large, and some saves by hand."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from tests.support.builders import a_case
from tests.support.crowd import fill
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

BYTES: Final = 150_000_000
_TRIAL: Final = 5_000


@contextmanager
def large_vault(folder: Path) -> Iterator[Vault]:
    """Make the vault in a folder and close it at the end."""
    adviser = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
    trial, _code = create_vault(folder / "trial" / "vault", [adviser], cost=FLOOR_COST)
    fill(trial.cases, _TRIAL)
    trial.cases.checkpoint()
    each = trial.cases.path.stat().st_size / _TRIAL
    trial.close()
    vault, _code = create_vault(folder / "large" / "vault", [adviser], cost=FLOOR_COST)
    fill(vault.cases, int(BYTES / each))
    cases = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    for number in range(20):
        cases.save(a_case(id=f"{number:f>32}", number="", revision=0))
    vault.cases.checkpoint()
    try:
        yield vault
    finally:
        vault.close()

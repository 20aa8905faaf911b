"""A vault with invented cases, its backups and the way back, for tests of storage."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.backup import BackupReason
from iq_desktop.storage.backup_file import read_manifest
from iq_desktop.storage.backup_store import VaultBackups
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal import verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.returning import VaultReturns
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.storage.vault_checks import check_wholly
from iq_desktop.usecases.backup_ports import BackupSecret
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.builders import a_case
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.wording.text import Text

CLOCK: Final = FixedClock()
SECRET: Final = BackupSecret(adviser_id=ADVISER.name, password=PASSWORD)


class Interrupting:
    """A progress in which something happens at one of its steps; without an act it is cancelled there."""

    def __init__(self, step: int, act: Callable[[], object] | None = None) -> None:
        self.left, self.act = step, act

    def step(self, done: int, total: int | None, text: Text) -> None:
        del done, total, text
        self.left -= 1
        if self.left == 0:
            if self.act is None:
                raise Cancelled
            self.act()


def backups_of(vault: Vault, clock: Any = CLOCK) -> VaultBackups:
    """Return the backups of an open vault."""
    return VaultBackups(vault, pen_of(vault, clock))


def save(vault: Vault, count: int = 1, name: str = "Öztürk") -> list[CaseFile]:
    """Save invented cases and return them as they were saved."""
    cases = VaultCases(vault.cases, pen_of(vault, CLOCK))
    made = []
    for number in range(count):
        case = a_case(id="", number="", revision=0)
        client = replace(case.client, family_name=f"{name} {number}")
        made.append(cases.save(replace(case, id=secrets.token_hex(16), client=client)))
    return made


def back_up(vault: Vault) -> Path:
    """Make a backup and return its file."""
    backups = backups_of(vault)
    before = set(backups.first_place().glob("*"))
    backups.back_up(BackupReason.BY_HAND, Silence())
    (made,) = set(backups.first_place().glob("*.iqbackup")) - before
    return made


def restore(file: Path, place: Path, secret: BackupSecret = SECRET) -> Any:
    """Restore a backup into a place."""
    return VaultReturns(place, CLOCK).restore(file, secret, Silence())


def read_all(vault: Vault) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table but those that a return writes itself."""
    with vault.cases.reading() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        ).scalars()
        return {
            name: sorted((tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')), key=repr)  # noqa: S608  (names of tables)
            for name in names.all()
        }


def is_sound(folder: Path) -> bool:
    """Return whether a vault opens, everything in it is as it was written, and its journal is a chain."""
    with open_vault(folder, ADVISER.name, PASSWORD) as vault:
        with vault.cases.reading() as connection:
            fault = verify_journal(connection, vault.key(Purpose.JOURNAL))
        return fault is None and check_wholly(vault, CLOCK, Silence()).is_sound


def tail_start(file: Path) -> int:
    """Return where the cases of a backup end and its manifest begins."""
    return read_manifest(file).size

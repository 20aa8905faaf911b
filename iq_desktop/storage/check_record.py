"""The outcome of the last whole check, kept in the vault itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.storage.centre_tables import vault_check
from iq_desktop.storage.codec import moment_words
from iq_desktop.storage.computer import read_computer
from iq_desktop.storage.journal_pen import JournalPen
from iq_desktop.storage.place_check import find_ground_problem
from iq_desktop.storage.vault import Vault
from iq_desktop.storage.vault_checks import check_wholly
from iq_desktop.usecases.vault_health import VaultCheck, check_from

if TYPE_CHECKING:
    from iq_desktop.usecases.computer_safety import Computer
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.problems import IqError


@dataclass(frozen=True, slots=True)
class VaultWatch:
    """The port `Watch` on an open vault."""

    vault: Vault
    pen: JournalPen

    def last_check(self) -> VaultCheck | None:
        """Return the outcome of the last whole check, or none where there was none yet."""
        with self.vault.cases.reading() as connection:
            row = connection.execute(select(vault_check.c.checked_at, vault_check.c.outcome)).first()
        return check_from(dt.datetime.fromisoformat(row.checked_at), row.outcome) if row else None

    def check(self, progress: Progress) -> VaultCheck:
        """Check the whole vault, keep the outcome, and return it."""
        check = check_wholly(self.vault, self.pen.clock, progress)
        cells = {"checked_at": moment_words(check.checked_at), "outcome": check.outcome}
        added = upsert(vault_check).values(id=1, **cells)
        with self.vault.cases.writing() as connection:
            connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=cells))
            self.pen.note(connection, "vault_checked", None, {"outcome": check.outcome})
        return check

    def place_problem(self) -> IqError | None:
        """Return why the folder of the vault is not a safe place, or none."""
        return find_ground_problem(self.vault.folder)

    def computer(self) -> Computer:
        """Return what is known of the computer on which the vault lies."""
        return read_computer()

"""The pen of one desk: writes into the journal in the name of who is signed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from iq_desktop.storage.journal import JournalAnchor, JournalEntry, append_entry
from iq_desktop.storage.secret_key import Purpose, SecretKey
from iq_desktop.usecases.ports import Clock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from iq_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class JournalPen:
    """Who writes, on which device, with which key and clock."""

    device: str
    actor: str
    clock: Clock
    key: SecretKey = field(repr=False)

    def note(self, connection: Connection, kind: str, case_id: str | None, payload: Mapping[str, Any]) -> JournalAnchor:
        """Append an entry within the caller's transaction and return it; `payload` holds plain JSON values."""
        entry = JournalEntry(self.device, self.actor, self.clock.now(), kind, case_id, payload)
        return append_entry(connection, self.key, entry)


def pen_of(vault: Vault, clock: Clock) -> JournalPen:
    """Return the pen of whoever opened a vault."""
    return JournalPen(vault.device, vault.unlocked_by.id, clock, vault.key(Purpose.JOURNAL))

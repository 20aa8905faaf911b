"""The whole journal held against its key and against ends that are known from elsewhere, told in the domain's words.

A return to an older backup ends the chains of then for good, and says in an entry where. What newer backups know of
these chains behind that end is lost, as everybody can read there; it is not a journal that somebody cut off.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from iq_desktop.domain.journal import FaultKind, FoundFault, JournalCheck
from iq_desktop.storage.journal import count_entries, verify_journal
from iq_desktop.storage.journal_reading import find_line
from iq_desktop.storage.tables import journal, journal_payload
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from iq_desktop.storage.journal import JournalAnchor, JournalFault
    from iq_desktop.storage.secret_key import SecretKey
    from iq_desktop.usecases.progress import Progress

RESTORED: Final = "restored"
"""The kind of the entry that tells of a return."""
_RETURNS: Final = (
    select(journal.c.device, journal_payload.c.payload)
    .join(journal_payload, (journal_payload.c.device == journal.c.device) & (journal_payload.c.seq == journal.c.seq))
    .where(journal.c.kind == RESTORED)
)


def verify_wholly(
    connection: Connection, key: SecretKey, anchors: Sequence[JournalAnchor], progress: Progress
) -> JournalCheck:
    """Look at every entry and return the outcome; raises Cancelled."""
    entries = count_entries(connection)
    devices = connection.execute(select(func.count(journal.c.device.distinct()))).scalar_one()

    def step(done: int) -> None:
        progress.step(done, entries, say("Checking the journal"))

    step(0)
    ended = _ended_by_returns(connection)
    held = [one for one in anchors if one.seq <= ended.get(one.device, one.seq)]
    fault = verify_journal(connection, key, held, step)
    return JournalCheck(entries, devices, _told(connection, fault) if fault else None, len(held))


def _ended_by_returns(connection: Connection) -> dict[str, int]:
    """Return the last numbers of the chains that returns ended, by device; whether that is true tells the check."""
    found: dict[str, int] = {}
    for row in connection.execute(_RETURNS):
        with suppress(AttributeError, TypeError, ValueError):  # bent: the check finds it
            ends = json.loads(row.payload).get("ends", {})
            found |= {device: int(seq) for device, seq in ends.items() if device not in found and device != row.device}
    return found


def _told(connection: Connection, fault: JournalFault) -> FoundFault:
    line = find_line(connection, fault.device, fault.seq)
    kind = FaultKind.of(fault.what)
    if line is None:
        return FoundFault(kind, fault.device, fault.seq)
    return FoundFault(kind, fault.device, fault.seq, line.utc, line.case_id, line.case_number)

"""The whole journal held against its key and against ends that are known from elsewhere, told in the domain's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from iq_desktop.domain.journal import FaultKind, FoundFault, JournalCheck
from iq_desktop.storage.journal import count_entries, verify_journal
from iq_desktop.storage.journal_reading import find_line
from iq_desktop.storage.tables import journal
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from iq_desktop.storage.journal import JournalAnchor, JournalFault
    from iq_desktop.storage.secret_key import SecretKey
    from iq_desktop.usecases.progress import Progress


def verify_wholly(
    connection: Connection, key: SecretKey, anchors: Sequence[JournalAnchor], progress: Progress
) -> JournalCheck:
    """Look at every entry and return the outcome; raises Cancelled."""
    entries = count_entries(connection)
    devices = connection.execute(select(func.count(journal.c.device.distinct()))).scalar_one()

    def step(done: int) -> None:
        progress.step(done, entries, say("Checking the journal"))

    step(0)
    fault = verify_journal(connection, key, anchors, step)
    return JournalCheck(entries, devices, _told(connection, fault) if fault else None, len(anchors))


def _told(connection: Connection, fault: JournalFault) -> FoundFault:
    line = find_line(connection, fault.device, fault.seq)
    kind = FaultKind.of(fault.what)
    if line is None:
        return FoundFault(kind, fault.device, fault.seq)
    return FoundFault(kind, fault.device, fault.seq, line.utc, line.case_id, line.case_number)

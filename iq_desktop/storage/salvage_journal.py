"""The journal of a rescued vault: unbroken beginnings stay a chain, what lies behind a gap is kept as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert

from iq_desktop.storage.journal import CASE_ERASED, verify_journal
from iq_desktop.storage.tables import journal, journal_payload

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from iq_desktop.storage.salvage_rows import Salvaged
    from iq_desktop.storage.secret_key import SecretKey

Row = dict[str, Any]
_ENTRIES_AT_ONCE: Final = 100


def fill_journal(connection: Connection, found: Salvaged, key: SecretKey) -> tuple[list[dict[str, Any]], int]:
    """Write the unbroken beginnings of the chains; return what lies behind, in portions, and how many are missing."""
    entries = found.of("journal")
    payloads = {(row["device"], row["seq"]): row for row in found.of("journal_payload")}
    chained, behind, lost = _split_chains(entries, payloads)
    savepoint = connection.begin_nested()
    if chained:
        connection.execute(insert(journal), chained)
        values = [payloads[row["device"], row["seq"]] for row in chained if (row["device"], row["seq"]) in payloads]
        if values:
            connection.execute(insert(journal_payload), values)
    if verify_journal(connection, key) is None:
        savepoint.commit()
    else:
        savepoint.rollback()
        behind = chained + behind
    written = [_plain(row, payloads.get((row["device"], row["seq"]))) for row in behind]
    portions = range(0, len(written), _ENTRIES_AT_ONCE)
    return [{"entries": written[start : start + _ENTRIES_AT_ONCE]} for start in portions], lost


def _split_chains(entries: Sequence[Row], payloads: Mapping[Any, Row]) -> tuple[list[Row], list[Row], int]:
    """Return the entries of unbroken beginnings, those behind a gap, and how many the gaps hide."""
    erased = {row["case_id"] for row in entries if row["kind"] == CASE_ERASED}
    chained: list[Row] = []
    behind: list[Row] = []
    lost = 0
    for device in sorted({row["device"] for row in entries}):
        own = sorted((row for row in entries if row["device"] == device), key=lambda row: int(row["seq"]))
        unbroken = 0
        for row in own:
            has_values = (device, row["seq"]) in payloads or row["case_id"] in erased
            if row["seq"] != unbroken + 1 or not has_values:
                break
            unbroken += 1
        chained += own[:unbroken]
        behind += own[unbroken:]
        lost += own[-1]["seq"] - len(own)
    return chained, behind, lost


def _plain(row: Row, values: Row | None) -> Row:
    """Return an old entry as plain values."""
    kept = {name: row[name] for name in ("device", "seq", "actor", "utc", "kind", "case_id")}
    return kept | {"payload": values["payload"].decode() if values else None}

"""The journal: who saw or changed what, when, as an append-only keyed chain with payloads that can be erased.

Each entry's MAC covers the MAC before it, the header (everything but the values) and a salted commitment to the values.
Without the journal key nobody can change, drop, insert or swap an entry unnoticed; cutting off the end is found by an
anchor kept elsewhere. The values lie apart, so that erasing a person leaves the chain valid; a payload may be missing
only where a later entry says that its case was erased.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, bindparam, delete, func, insert, select

from iq_desktop.storage.erasing import erasing_allowed
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.tables import journal, journal_payload

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from iq_desktop.storage.secret_key import SecretKey

CASE_ERASED: Final = "case_erased"
"""The kind of the entry that explains why the values of a case are gone."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_FIRST_MAC: Final = bytes(32)
_SALT_BYTES: Final = 16
_LENGTH_BYTES: Final = 8
_ADD_ENTRY: Final = prepare(insert(journal))
_ADD_VALUES: Final = prepare(insert(journal_payload))
_of_device: Final = journal.c.device == bindparam("device")
_END: Final = prepare(
    select(journal.c.seq, journal.c.mac).where(
        _of_device, journal.c.seq == select(func.max(journal.c.seq)).where(_of_device).scalar_subquery()
    )
)
_CODE_GROUPS: Final = 3
_CODE_GROUP_LENGTH: Final = 4


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One thing that happened.

    `actor` is the adviser's id, `utc` an aware moment, `kind` a word such as `case_saved`, `case` the case's id where
    there is one, `payload` what was seen or changed (plain JSON values: old and new), never needed for the chain.
    """

    device: str
    actor: str
    utc: dt.datetime
    kind: str
    case: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.utc.utcoffset() is None:
            raise ValueError("A moment in the journal needs its time zone.")
        if not (self.device and self.actor and self.kind):
            raise ValueError("An entry needs a device, an actor and a kind.")
        if self.kind == CASE_ERASED and not self.case:
            raise ValueError("An erasure names its case.")


@dataclass(frozen=True, slots=True)
class JournalAnchor:
    """The end of a device's chain at some moment; kept elsewhere it shows that nothing was cut off."""

    device: str
    seq: int
    mac: bytes

    @property
    def code(self) -> str:
        """A short code for paper, for example `417-9F3A-27C0-51BE`."""
        letters = self.mac.hex().upper()
        starts = range(0, _CODE_GROUPS * _CODE_GROUP_LENGTH, _CODE_GROUP_LENGTH)
        return "-".join([str(self.seq), *(letters[start : start + _CODE_GROUP_LENGTH] for start in starts)])


@dataclass(frozen=True, slots=True)
class JournalFault:
    """The first place where the journal is not what was written; `what` is one of gap, header, chain, values, end."""

    device: str
    seq: int
    what: str


def append_entry(connection: Connection, key: SecretKey, entry: JournalEntry) -> JournalAnchor:
    """Append an entry within the caller's transaction and return the new end of the chain."""
    end = find_end(connection, entry.device)
    seq = end.seq + 1 if end else 1
    header = _header_of(seq, entry)
    payload = _json_bytes(entry.payload)
    salt = secrets.token_bytes(_SALT_BYTES)
    commitment = _commitment(salt, payload)
    mac = _mac(key.material, end.mac if end else _FIRST_MAC, header, commitment)
    _ADD_ENTRY.run(
        connection,
        device=entry.device,
        seq=seq,
        actor=entry.actor,
        utc=_utc_words(entry.utc),
        kind=entry.kind,
        case_id=entry.case,
        header=header,
        commitment=commitment,
        mac=mac,
    )
    _ADD_VALUES.run(connection, device=entry.device, seq=seq, salt=salt, payload=payload)
    return JournalAnchor(entry.device, seq, mac)


def find_end(connection: Connection, device: str) -> JournalAnchor | None:
    """Return the end of a device's chain, or none where it has no entry yet."""
    row = _END.row(connection, device=device)
    return JournalAnchor(device, row[0], row[1]) if row else None


def list_ends(connection: Connection) -> tuple[JournalAnchor, ...]:
    """Return the end of every device's chain."""
    devices = connection.execute(select(journal.c.device).distinct().order_by(journal.c.device)).scalars()
    ends = (find_end(connection, device) for device in devices.all())
    return tuple(end for end in ends if end)


def read_entries(connection: Connection, case: str | None = None) -> Iterator[tuple[int, JournalEntry]]:
    """Yield the entries with their numbers, oldest first, all or those of one case; erased values are empty."""
    joined = journal.outerjoin(journal_payload, _same_entry())
    chosen = select(journal, journal_payload.c.payload).select_from(joined).order_by(journal.c.utc, journal.c.seq)
    if case is not None:
        chosen = chosen.where(journal.c.case_id == case)
    for row in connection.execute(chosen):
        payload = json.loads(row.payload) if row.payload is not None else {}
        utc = dt.datetime.fromisoformat(row.utc)
        yield row.seq, JournalEntry(row.device, row.actor, utc, row.kind, row.case_id, payload)


def erase_values(connection: Connection, case: str) -> int:
    """Delete the values of a case's entries and return how many; the caller appends a `case_erased` entry after it."""
    of_case = select(journal.c.device, journal.c.seq).where(journal.c.case_id == case).subquery()
    gone = delete(journal_payload).where(
        select(of_case)
        .where(of_case.c.device == journal_payload.c.device, of_case.c.seq == journal_payload.c.seq)
        .exists()
    )
    with erasing_allowed(connection):
        return connection.execute(gone).rowcount


def count_entries(connection: Connection) -> int:
    """Return how many entries the journal has."""
    return connection.execute(select(func.count()).select_from(journal)).scalar_one()


def verify_journal(
    connection: Connection,
    key: SecretKey,
    anchors: Iterable[JournalAnchor] = (),
    step: Callable[[int], object] = lambda _done: None,
) -> JournalFault | None:
    """Return the first fault of the journal, or none; anchors also find an end that was cut off.

    `step` hears how many entries were looked at, and may raise.
    """
    walk = _Walk(key.material, {(anchor.device, anchor.seq): anchor.mac for anchor in anchors})
    for done, row in enumerate(_ALL_ROWS.each(connection)):
        fault = walk.check(row)
        if fault:
            return fault
        if not done % _STEP:
            step(done)
    return walk.find_fault_at_end()


def find_fault_at_ends(connection: Connection, key: SecretKey) -> JournalFault | None:
    """Return the fault of the last entry of some device, or none: a look that takes no time (see verify_journal)."""
    for end in list_ends(connection):
        last = select(journal).where(journal.c.device == end.device, journal.c.seq >= end.seq - 1)
        rows = connection.execute(last.order_by(journal.c.seq)).all()
        before = rows[0].mac if len(rows) > 1 else _FIRST_MAC
        if (end.seq > 1) != (len(rows) > 1):
            return JournalFault(end.device, end.seq, "gap")
        if not hmac.compare_digest(_mac(key.material, before, rows[-1].header, rows[-1].commitment), end.mac):
            return JournalFault(end.device, end.seq, "chain")
    return None


def has_values_of(entry: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Return whether a row of values is the one to which an entry's row is bound."""
    return hmac.compare_digest(_commitment(values["salt"], values["payload"]), entry["commitment"])


class _Walk:
    """What a verification remembers between two entries."""

    def __init__(self, key: bytes, anchors: Mapping[tuple[str, int], bytes]) -> None:
        self.key = key
        self.anchors = dict(anchors)
        self.device = ""
        self.seq = 0
        self.mac = _FIRST_MAC
        self.missing: dict[tuple[str | None, str], JournalFault] = {}
        self.erased: dict[str | None, set[str]] = {}

    def check(self, row: Sequence[Any]) -> JournalFault | None:
        """Return the fault of the next entry, or none; its cells are those of `_ALL_ROWS`."""
        device, seq, _actor, _utc, kind, case_id, header, commitment, mac, salt, payload = row
        if device != self.device:
            self.device, self.seq, self.mac = device, 0, _FIRST_MAC
        self.seq += 1
        if seq != self.seq:
            return JournalFault(device, self.seq, "gap")
        if header != _json_bytes(list(row[:6])):
            return JournalFault(device, seq, "header")
        if not isinstance(commitment, bytes) or not _is_same(_mac(self.key, self.mac, header, commitment), mac):
            return JournalFault(device, seq, "chain")
        self.mac = mac
        if kind == CASE_ERASED:
            self.erased.setdefault(case_id, set()).add(device)
            self.missing.pop((case_id, device), None)
        if payload is None:
            self.missing.setdefault((case_id, device), JournalFault(device, seq, "values"))
        elif not _is_bound(salt, payload, commitment):
            return JournalFault(device, seq, "values")
        expected = self.anchors.pop((device, seq), mac) if self.anchors else mac
        return None if _is_same(expected, mac) else JournalFault(device, seq, "end")

    def find_fault_at_end(self) -> JournalFault | None:
        """Return what can only be told after the last entry: values gone without reason, an end cut off."""
        for (case, device), fault in self.missing.items():
            if not self.erased.get(case, set()) - {device}:
                return fault
        for device, seq in self.anchors:
            return JournalFault(device, seq, "end")
        return None


def _same_entry() -> Any:
    return and_(journal.c.device == journal_payload.c.device, journal.c.seq == journal_payload.c.seq)


_ALL_ROWS: Final = prepare(
    select(journal, journal_payload.c.salt, journal_payload.c.payload)
    .select_from(journal.outerjoin(journal_payload, _same_entry()))
    .order_by(journal.c.device, journal.c.seq)
)
_STEP: Final = 1000
"""Entries after which a verification tells how far it is."""


def _is_same(expected: bytes, found: Any) -> bool:
    return isinstance(found, bytes) and hmac.compare_digest(expected, found)


def _is_bound(salt: Any, payload: Any, commitment: bytes) -> bool:
    are_bytes = isinstance(salt, bytes) and isinstance(payload, bytes)
    return are_bytes and hmac.compare_digest(_commitment(salt, payload), commitment)


def _header_of(seq: int, entry: JournalEntry) -> bytes:
    return _json_bytes([entry.device, seq, entry.actor, _utc_words(entry.utc), entry.kind, entry.case])


def _utc_words(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _json_bytes(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()


def _commitment(salt: bytes, payload: bytes) -> bytes:
    return hashlib.sha256(_framed(salt) + _framed(payload)).digest()


def _mac(key: bytes, previous: bytes, header: bytes, commitment: bytes) -> bytes:
    return hmac.digest(key, _framed(previous) + _framed(header) + _framed(commitment), "sha256")


def _framed(content: bytes) -> bytes:
    return len(content).to_bytes(_LENGTH_BYTES, "big") + content

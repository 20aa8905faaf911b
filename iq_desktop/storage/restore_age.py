"""How far a backup is behind: its end of the journal held against every newer end that is known.

Known are the ends in the vault that lies in the place, even a broken one as far as it can be read, the ends in other
backups near, and a check code that was printed on paper.
"""

from __future__ import annotations

import datetime as dt
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2 as sqlcipher

from iq_desktop.domain.backup import BackupAge
from iq_desktop.domain.journal import read_code
from iq_desktop.storage.backup_file import SUFFIX, backup_key, open_facts, read_manifest
from iq_desktop.storage.backup_making import first_place
from iq_desktop.storage.backup_problems import DamagedBackupError
from iq_desktop.storage.engine import unlock_connection
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.vault_place import CASES_NAME
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from iq_desktop.domain.journal import JournalCode
    from iq_desktop.storage.backup_file import Manifest
    from iq_desktop.storage.restore_opening import OpenedBackup
    from iq_desktop.storage.secret_key import SecretKey

_LAST: Final = "SELECT device, max(seq), max(utc) FROM journal GROUP BY device"
_ENTRY: Final = "SELECT hex(mac) FROM journal WHERE seq = ?"


@dataclass(frozen=True, slots=True)
class KnownState:
    """A state of the same vault that is known from elsewhere: the numbers of its last entries by device, and when."""

    ends: tuple[tuple[str, int], ...]
    moment: dt.datetime


def age_of(backup: OpenedBackup, place: Path, anchor_code: str = "") -> BackupAge:
    """Return what an opened backup holds, and how many entries of the journal the newest known state has more.

    Raises UnreadableCode for words that are no check code.
    """
    facts = backup.facts
    age = BackupAge(backup.manifest.made_at, facts.count("case_file"), facts.count("journal"))
    own = {device: seq for device, seq, _ in facts.fingerprint.ends}
    near = tuple(_backups_near(backup, place))
    newer = [one.made_at for one, _ in near if one.header.generation > backup.manifest.header.generation]
    known = [*_vault_in(place, backup.root), *(state for _, state in near if state is not None)]
    gaps = [(_gap(own, state), state.moment) for state in known]
    if anchor_code.strip():
        gaps.append((_gap_to_code(backup, read_code(anchor_code), max(own.values(), default=0)), age.made_at))
    if newer:  # under a later key of the vault: how much they have more cannot be counted
        return replace(age, newest_known=max(newer))
    if not gaps:
        return age
    behind, moment = max(gaps)
    return BackupAge(age.made_at, age.cases, age.entries, behind, max(moment, age.made_at))


def _gap(own: dict[str, int], state: KnownState) -> int:
    return sum(max(0, seq - own.get(device, 0)) for device, seq in state.ends)


def _gap_to_code(backup: OpenedBackup, code: JournalCode, last: int) -> int:
    """Return how many entries are missing up to the one of a check code: none where the backup holds that entry."""
    with suppress(sqlcipher.Error), closing(_connect(backup.file, backup_key(backup.root))) as connection:
        seals = [str(seal) for (seal,) in connection.execute(_ENTRY, (code.number,))]
        if any(seal.startswith(code.seal) for seal in seals):
            return 0
    return max(1, code.number - last)


def _vault_in(place: Path, root: SecretKey) -> Iterator[KnownState]:
    """Yield the state of the vault in a place, where its pages can be read that far; nothing is written."""
    path = place / CASES_NAME
    if not path.is_file():
        return
    with suppress(sqlcipher.Error, ValueError), closing(_connect(path, root.derive(Purpose.CASES))) as connection:
        rows = connection.execute(_LAST).fetchall()
        moments = [dt.datetime.fromisoformat(utc) for _, _, utc in rows]
        if rows:
            yield KnownState(tuple((str(device), int(seq)) for device, seq, _ in rows), max(moments))


def _backups_near(backup: OpenedBackup, place: Path) -> Iterator[tuple[Manifest, KnownState | None]]:
    """Yield the other backups of the same vault and the state that each holds, none where another key is needed."""
    for path in _files(dict.fromkeys((backup.file.parent, first_place(place)))):
        with suppress(OSError, IqError):
            manifest = read_manifest(path)
            if manifest.header.vault_id == backup.manifest.header.vault_id and path != backup.file:
                yield manifest, _state_in(manifest, backup.root, path.name)


def _state_in(manifest: Manifest, root: SecretKey, name: str) -> KnownState | None:
    with suppress(DamagedBackupError):
        ends = open_facts(manifest, root, name).fingerprint.ends
        return KnownState(tuple((device, seq) for device, seq, _ in ends), manifest.made_at)
    return None


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        with suppress(OSError):
            yield from folder.glob(f"*{SUFFIX}")


def _connect(path: Path, key: SecretKey) -> sqlcipher.Connection:
    """Return a connection that changes nothing; it reads the log of the last saves where a crash left it whole."""
    has_log = all(path.with_name(f"{path.name}{end}").exists() for end in ("-wal", "-shm"))
    how = "mode=ro&readonly_shm=1" if has_log else "immutable=1"
    connection = sqlcipher.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        unlock_connection(connection, key)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection

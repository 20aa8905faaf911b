"""How a backup is made: an unchanging view of the cases, copied under the backup's key while saving goes on.

The copy is proved from the cipher to the search index, read again from the disk, and only then given the name by which
it counts. What is interrupted leaves a piece with another ending, which never counts and is removed by the next backup.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import text

from iq_desktop import __version__
from iq_desktop.domain.backup import BackupReason
from iq_desktop.storage import engine
from iq_desktop.storage.backup_file import (
    SUFFIX,
    Facts,
    Manifest,
    append_manifest,
    backup_key,
    digest_of,
    open_facts,
    prove_backup,
    seal_facts,
)
from iq_desktop.storage.backup_problems import BackupRefusedError, backup_refused, no_room, untrue_backup
from iq_desktop.storage.erasure_log import ERASURES_NAME, DamagedErasureLogError, erasure_key_from, open_erasures
from iq_desktop.storage.journal import find_fault_at_ends
from iq_desktop.storage.key_copy import UntrueCopyError, check_copy, copy_under_key, watching
from iq_desktop.storage.problems import DiskRefusedError
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.storage.secret_key import Purpose, SecretKey
from iq_desktop.storage.vault_header import VaultHeader
from iq_desktop.storage.vault_place import CASES_NAME
from iq_desktop.usecases.progress import Progress, Silence
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from iq_desktop.storage.key_copy import Fingerprint, Watch
    from iq_desktop.storage.unlocking import Unlocked
    from iq_desktop.storage.vault import Vault

PART_MARK: Final = ".part"
"""How the name of a backup ends while it is being made."""
_SPARE_ROOM: Final = 16 * 1024 * 1024
"""Bytes that stay free beside a backup, for the saves of the next hours."""
_CHECKS: Final = 5


@dataclass(frozen=True, slots=True)
class Origin:
    """The vault of which a backup is made; it may be of any schema."""

    folder: Path
    header: VaultHeader
    root: SecretKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that counts."""

    path: Path
    manifest: Manifest
    facts: Facts


def origin_of(vault: Vault) -> Origin:
    """Return an open vault as the origin of a backup."""
    return Origin(vault.folder, vault.header, vault.root)


def first_place(folder: Path) -> Path:
    """Return where the backups of a vault lie on its own disk: beside it, so that they outlive its folder."""
    return folder.with_name(f"{folder.name} backups")


def backup_before(unlocked: Unlocked, folder: Path, reason: BackupReason = BackupReason.BEFORE_UPDATE) -> Path:
    """Make a backup of a vault that was unlocked but not opened, and return its file; the schema may be an old one.

    Raises BackupRefusedError; then whatever should come after the backup must not happen.
    """
    origin = Origin(folder, unlocked.header, unlocked.root)
    return make_backup(origin, first_place(folder), dt.datetime.now(dt.UTC), reason, Silence()).path


def make_backup(origin: Origin, place: Path, moment: dt.datetime, reason: BackupReason, progress: Progress) -> Made:
    """Make a backup of a vault in a folder, which may be new; saving goes on meanwhile.

    Raises BackupRefusedError, DamagedDatabaseError where the vault itself is broken, Cancelled; then nothing of it is
    left, and no other file was touched.
    """
    part = place / f"{_name_at(moment)}{PART_MARK}"
    try:
        place.mkdir(exist_ok=True)
        sweep_parts(place)
        check_room(place, (origin.folder / CASES_NAME).stat().st_size)
        made = _make(origin, part, Manifest(__version__, "", moment, reason, 0, b"", origin.header), progress)
        path = part.with_name(part.name.removesuffix(PART_MARK))
        part.rename(path)
        sync_folder(place)
    except BackupRefusedError:
        raise
    except UntrueCopyError as error:
        raise untrue_backup() from error
    except (OSError, DiskRefusedError) as error:
        raise backup_refused() from error
    finally:
        _remove(part)
    return replace(made, path=path)


def sweep_parts(place: Path) -> None:
    """Remove what backups left that were interrupted."""
    for part in place.glob(f"*{SUFFIX}{PART_MARK}"):
        _remove(part)


def check_room(place: Path, needed: int) -> None:
    """Raise BackupRefusedError where a disk has no room for some bytes."""
    free = shutil.disk_usage(place).free
    if free < needed + _SPARE_ROOM:
        raise no_room(needed + _SPARE_ROOM, free)


def forget_cached(path: Path) -> None:
    """Let the system forget what it holds of a file, so that it is read from the disk; not every system can."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file, suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _make(origin: Origin, part: Path, begun: Manifest, progress: Progress) -> Made:
    """Make and prove the file, complete but for its name."""
    key, source = backup_key(origin.root), origin.root.derive(Purpose.CASES)
    with watching(origin.folder / CASES_NAME, source) as watch:
        watch.connection.execute("BEGIN")  # one unchanging view: nobody's save makes the copy begin anew
        fingerprint, schema = watch.read_fingerprint(), _schema_of(watch)
        copy_under_key(watch, part, key, progress, say("Making a backup"))
        watch.connection.execute("ROLLBACK")
    steps = CheckSteps(progress)
    check_copy(part, key, fingerprint, steps)
    _check_search_and_journal(part, origin, fingerprint, steps)
    size = part.stat().st_size
    digest = digest_of(part, size, progress, say("Reading the backup again"))
    facts = Facts(fingerprint, _read_erasures(origin))
    manifest = replace(begun, schema=schema, size=size, digest=digest)
    manifest = replace(manifest, sealed=seal_facts(manifest, facts, origin.root))
    append_manifest(part, manifest)
    forget_cached(part)
    try:
        is_true = open_facts(prove_backup(part, progress), origin.root, part.name) == facts
    except OSError:
        raise
    except IqError as error:
        raise untrue_backup() from error
    if not is_true:
        raise untrue_backup()
    return Made(part, manifest, facts)


def _check_search_and_journal(part: Path, origin: Origin, fingerprint: Fingerprint, steps: CheckSteps) -> None:
    """Raise IqError where a search index lacks its words, or the end of the journal is not a link of its chain."""
    database = engine.open_database(part, backup_key(origin.root))
    try:
        steps(say("Checking the copy"))
        with database.writing() as connection:
            for name in _search_indexes(connection):
                connection.execute(text(f'INSERT INTO "{name}" ("{name}", rank) VALUES (\'integrity-check\', 1)'))  # noqa: S608  (ours)
        if fingerprint.ends:
            with database.reading() as connection:
                fault = find_fault_at_ends(connection, origin.header.journal_key(origin.root))
            if fault is not None:
                raise untrue_backup()
    finally:
        database.close()


def _search_indexes(connection: Connection) -> list[str]:
    found = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
        " AND sql NOT LIKE '%fts5vocab%'"
    )
    return [str(name) for (name,) in found]


def _schema_of(watch: Watch) -> str:
    connection: Any = watch.connection
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _read_erasures(origin: Origin) -> bytes:
    """Return the sealed log of erasings that lies beside the vault, empty where nobody was erased or it is bent.

    The cases hold the erasings as well; a log that nobody can open would keep the backup from ever coming back.
    """
    with suppress(OSError, DamagedErasureLogError):
        sealed = (origin.folder / ERASURES_NAME).read_bytes()
        open_erasures(sealed, erasure_key_from(origin.header.journal_key(origin.root)))
        return sealed
    return b""


def _name_at(moment: dt.datetime) -> str:
    """Return a name that says nothing but when; some signs of chance keep two of one second apart."""
    words = moment.astimezone(dt.UTC).strftime("%Y-%m-%d %H-%M-%S")
    return f"IQ {words} {secrets.token_hex(2)}{SUFFIX}"


def _remove(part: Path) -> None:
    for path in (part, *(part.with_name(f"{part.name}{end}") for end in ("-wal", "-shm", "-journal"))):
        with suppress(OSError):
            path.unlink(missing_ok=True)


@dataclass(slots=True)
class CheckSteps:
    """Counts the checks of a copy as steps of the progress, out of `of` where it is known how many there are."""

    progress: Progress
    of: int | None = _CHECKS
    done: int = 0

    def __call__(self, title: Text) -> None:
        """Tell that the next check has begun."""
        self.done += 1
        self.progress.step(self.done, self.of, title)

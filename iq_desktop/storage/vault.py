"""The vault: a folder with a header, the encrypted cases, the encrypted reference data, and a lock.

    vault.json, vault.json.twin, keys/    who may open it, three times (vault_header.py, header_places.py)
    cases.db                              cases, journal, search
    reference.db                          imported catalogues, apart, so that a long import never blocks saving a case
    vault.lock                            one program at a time (instance_lock.py)

Whatever is refused (a wrong password, a damaged or foreign file, a newer format) leaves every file as it was. How a
vault is made stands in vault_making.py, how its key is replaced in rekeying.py.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from iq_desktop.storage import engine
from iq_desktop.storage.engine import Database
from iq_desktop.storage.header_places import mend_headers, read_header, write_header
from iq_desktop.storage.instance_lock import InstanceLock, lock_vault
from iq_desktop.storage.key_exchange import put_in_place, sweep
from iq_desktop.storage.key_slots import KeySlot
from iq_desktop.storage.migrations.schema import CASES, REFERENCE, Schema, check_revision
from iq_desktop.storage.place_check import check_ground
from iq_desktop.storage.problems import disk_refused
from iq_desktop.storage.secret_key import Purpose, SecretKey
from iq_desktop.storage.unlocking import code_of, password_of, unlock_newest
from iq_desktop.storage.vault_checks import check_at_start, check_before_opening
from iq_desktop.storage.vault_header import VaultHeader
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME, check_place, spare_of
from iq_desktop.usecases.progress import Progress, Silence
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from types import TracebackType

    from iq_desktop.storage.unlocking import Secret, Unlocked

ROOMS: Final = ((CASES_NAME, Purpose.CASES, CASES), (REFERENCE_NAME, Purpose.REFERENCE, REFERENCE))


@dataclass(slots=True)
class Vault:
    """An open vault; `unlocked_by` is the slot of who sits at it, its id the adviser's id."""

    folder: Path
    header: VaultHeader
    unlocked_by: KeySlot
    cases: Database
    reference: Database
    _root: SecretKey = field(repr=False)
    _lock: InstanceLock = field(repr=False)

    @property
    def device(self) -> str:
        """The id of this installation in the journal."""
        return self.header.device

    @property
    def root(self) -> SecretKey:
        """The key that slots wrap."""
        return self._root

    @property
    def rooms(self) -> tuple[tuple[Database, Purpose], ...]:
        """Both databases, each with what its key is for."""
        return (self.cases, Purpose.CASES), (self.reference, Purpose.REFERENCE)

    def key(self, purpose: Purpose) -> SecretKey:
        """Return the sub-key for a purpose; that of the journal stays the same when the root key is replaced."""
        return self.header.journal_key(self._root) if purpose is Purpose.JOURNAL else self._root.derive(purpose)

    @property
    def draft_keys(self) -> tuple[SecretKey, ...]:
        """The keys of drafts by generation of the root key; the last one is in use."""
        return self.header.draft_keys(self._root)

    def replace_header(self, header: VaultHeader) -> None:
        """Seal and write a changed header; the old one counts until the new one is on the disk.

        Raises DiskRefusedError; `header` then is the one that lies there, even if the disk does not vouch for it.
        """
        sealed = header.with_next_revision(self._root)
        try:
            write_header(self.folder, sealed)
        except OSError as error:
            with suppress(IqError):
                self.header = sealed if read_header(self.folder) == sealed else self.header
            raise disk_refused() from error
        self.header = sealed

    def take_new_root(self, header: VaultHeader, root: SecretKey) -> None:
        """Go on with another root key, under which the files lie already; both databases stand still."""
        self.header, self._root = header, root
        self.unlocked_by = next((slot for slot in header.slots if slot.id == self.unlocked_by.id), self.unlocked_by)
        for database, purpose in self.rooms:
            database.use_key(root.derive(purpose))

    def close(self) -> None:
        """Checkpoint and close both databases and let the next program in; closing twice does no harm."""
        self.cases.close()
        self.reference.close()
        if self._lock.is_held:
            self._mend_copies()
        self._lock.release()

    def _mend_copies(self) -> None:
        """Write copies of the header that could not be written before; one that came by another way stays as it is."""
        with suppress(OSError, IqError):
            if read_header(self.folder) == self.header:
                mend_headers(self.folder, self.header)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_vault(folder: Path, adviser: str, password: str, progress: Progress | None = None) -> Vault:
    """Return the vault opened by an adviser, named by id or by the name on the unlock screen.

    Raises AccessRefusedError for a wrong name or password, and the errors of `open_with`.
    """
    return open_with(folder, password_of(adviser, password), progress)


def open_vault_with_recovery_code(folder: Path, typed: str, progress: Progress | None = None) -> Vault:
    """Return the vault opened by the recovery code as somebody typed it; nobody sits at it yet.

    Raises RecoveryCodeSlipError before anything is tried, AccessRefusedError for another vault's code, and the errors
    of `open_with`.
    """
    return open_with(folder, code_of(typed), progress)


def open_with(folder: Path, secret: Secret, progress: Progress | None = None) -> Vault:
    """Return the vault whose header some secret unlocks, brought up to date after a backup where it is an older one.

    Raises UnfitEngineError, NoVaultError, UnsafePlaceError, VaultInUseError, DamagedHeaderError, NewerVaultError,
    MissingDatabaseError, DamagedVault, AccessRefusedError, or what `update_vault` raises, with every file as it was.
    """
    engine.check_engine(engine.read_engine_facts())
    check_place(folder)
    check_ground(folder)
    with ExitStack() as undo:
        lock = lock_vault(folder)
        undo.callback(lock.release)
        unlocked = unlock_newest(folder, secret)
        keys = {name: unlocked.root.derive(purpose) for name, purpose, _ in ROOMS}
        if unlocked.header.generation > 1:
            put_in_place(folder, unlocked.header.generation, keys)
        for name, key in keys.items():
            check_before_opening(folder / name, key)
        databases = [engine.open_database(folder / name, key) for name, key in keys.items()]
        for database in databases:
            undo.callback(database.close)
        rooms = [(database, schema) for database, (_, _, schema) in zip(databases, ROOMS, strict=True)]
        due = [check_revision(database, schema) for database, schema in rooms]
        check_at_start(databases[0], unlocked.header.journal_key(unlocked.root))
        _update(folder, unlocked, [room for room, is_due in zip(rooms, due, strict=True) if is_due], progress)
        vault = Vault(folder, unlocked.header, unlocked.slot, databases[0], databases[1], unlocked.root, lock)
        _tidy_up(vault, unlocked)
        undo.pop_all()
    return vault


def _update(folder: Path, unlocked: Unlocked, due: list[tuple[Database, Schema]], progress: Progress | None) -> None:
    """Bring the databases of an older vault up to date; nothing is loaded for it where none is due."""
    if not due:
        return
    from iq_desktop.storage.backup_making import backup_before  # noqa: PLC0415  (only when a migration is due)
    from iq_desktop.storage.updating import update_vault  # noqa: PLC0415  (see above)

    update_vault(due, partial(backup_before, unlocked, folder), progress or Silence())


def _tidy_up(vault: Vault, unlocked: Unlocked) -> None:
    """Mend the copies of the header, remove what an exchange of keys left, wrap anew a slot that waited for it.

    A full disk shuts nobody out: the next opening does what this one could not.
    """
    with suppress(OSError, IqError):
        mend_headers(vault.folder, unlocked.header)
        sweep(vault.folder)
        for database, _ in vault.rooms:
            spare_of(database.path).unlink(missing_ok=True)
        if unlocked.renewed != unlocked.slot:
            vault.replace_header(unlocked.header.with_slot(unlocked.renewed))
            vault.unlocked_by = unlocked.renewed

"""The vault: a folder with a header, the encrypted cases, the encrypted reference data, and a lock.

    vault.json, vault.json.twin    who may open it (vault_header.py)
    cases.db                       cases, journal, search
    reference.db                   imported catalogues, apart, so that a long import never blocks saving a case
    vault.lock                     one program at a time (instance_lock.py)

A vault is made in a folder beside its place and renamed when it is complete, so a half-made one never looks like a
vault. Whatever is refused (a wrong password, a damaged or foreign file, a newer format) leaves every file as it was.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from iq_desktop.storage import engine
from iq_desktop.storage.adviser_names import UnfitNameError, check_name, is_same_name
from iq_desktop.storage.engine import Database
from iq_desktop.storage.instance_lock import InstanceLock, lock_vault
from iq_desktop.storage.key_slots import (
    DEFAULT_COST,
    AccessRefusedError,
    Cost,
    KeySlot,
    Purpose,
    SecretKey,
    SlotKind,
    SlotOwner,
    check_new_password,
    make_root_key,
    refusal,
    unwrap_with_password,
    unwrap_with_recovery,
    wrap_for_password,
    wrap_for_recovery,
)
from iq_desktop.storage.migrations.schema import CASES, REFERENCE, Schema, check_revision, migrate
from iq_desktop.storage.problems import DiskRefusedError, disk_refused
from iq_desktop.storage.recovery_code import RecoveryCode, make_recovery_code, read_recovery_code
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.storage.vault_header import (
    VaultHeader,
    damaged_header,
    mend_headers,
    read_headers,
    write_header,
)
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME, check_new_place, check_place, draft_folder
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType


_ROOMS: Final = ((CASES_NAME, Purpose.CASES, CASES), (REFERENCE_NAME, Purpose.REFERENCE, REFERENCE))


@dataclass(frozen=True, slots=True)
class NewAdviser:
    """Somebody who will open the vault: the name shown on the unlock screen, and a password."""

    name: str
    password: str = field(repr=False)


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

    def key(self, purpose: Purpose) -> SecretKey:
        """Return the sub-key for a purpose."""
        return self._root.derive(purpose)

    def replace_header(self, header: VaultHeader) -> None:
        """Seal and write a changed header; the old one counts until the new one is on the disk.

        Raises DiskRefusedError.
        """
        sealed = header.with_next_revision(self._root)
        try:
            write_header(self.folder, sealed)
        except OSError as error:
            raise disk_refused() from error
        self.header = sealed

    def close(self) -> None:
        """Checkpoint and close both databases and let the next program in; closing twice does no harm."""
        self.cases.close()
        self.reference.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_vault(
    folder: Path,
    advisers: Sequence[NewAdviser],
    *,
    language: str = "de",
    theme: str = "system",
    cost: Cost = DEFAULT_COST,
) -> tuple[Vault, RecoveryCode]:
    """Make a vault and return it open (as the first adviser) with its recovery code, which is stored nowhere.

    Raises PlaceTakenError for a folder that is not empty, UnfitPasswordError, UnfitNameError, UnfitEngineError.
    """
    engine.check_engine(engine.read_engine_facts())
    check_new_place(folder)
    _check_advisers(advisers)
    root, code, vault_id = make_root_key(), make_recovery_code(), secrets.token_hex(16)
    slots = [
        wrap_for_password(root, SlotOwner(vault_id, SlotKind.ADVISER, adviser.name), adviser.password, cost)
        for adviser in advisers
    ]
    slots.append(wrap_for_recovery(root, SlotOwner(vault_id, SlotKind.RECOVERY, SlotKind.RECOVERY.value), code, cost))
    header = VaultHeader(
        vault_id=vault_id,
        device=secrets.token_hex(16),
        revision=1,
        generation=1,
        language=language,
        theme=theme,
        slots=tuple(slots),
    ).with_seal(root)
    _build(folder, header, root)
    return _open(folder, lambda _header: (root, slots[0])), code


def open_vault(folder: Path, adviser: str, password: str) -> Vault:
    """Return the vault opened by an adviser, named by id or by the name on the unlock screen.

    Raises AccessRefusedError for a wrong name or password, and the errors of `_open`.
    """

    def unlock(header: VaultHeader) -> tuple[SecretKey, KeySlot]:
        for slot in header.advisers:
            if adviser == slot.id or is_same_name(adviser, slot.label):
                return unwrap_with_password(slot, header.vault_id, password), slot
        raise refusal()

    return _open(folder, unlock)


def open_vault_with_recovery_code(folder: Path, typed: str) -> Vault:
    """Return the vault opened by the recovery code as somebody typed it; nobody sits at it yet.

    Raises RecoveryCodeSlipError before anything is tried, AccessRefusedError for another vault's code, and the errors
    of `_open`.
    """
    return _open(folder, _key_of_code(read_recovery_code(typed)))


def check_recovery_code(folder: Path, typed: str) -> None:
    """Do nothing where a typed code would open the vault, which stays closed.

    Raises RecoveryCodeSlipError, AccessRefusedError, NoVaultError, DamagedHeaderError or NewerVaultError.
    """
    unlock = _key_of_code(read_recovery_code(typed))
    check_place(folder)
    _unlock_newest(folder, unlock)


def _key_of_code(code: RecoveryCode) -> Callable[[VaultHeader], tuple[SecretKey, KeySlot]]:
    def unlock(header: VaultHeader) -> tuple[SecretKey, KeySlot]:
        for slot in header.recovery_slots:
            try:
                return unwrap_with_recovery(slot, header.vault_id, code), slot
            except AccessRefusedError:
                continue
        raise refusal()

    return unlock


def _open(folder: Path, unlock: Callable[[VaultHeader], tuple[SecretKey, KeySlot]]) -> Vault:
    """Return the vault whose header some secret unlocks.

    Raises UnfitEngineError, NoVaultError, VaultInUseError, DamagedHeaderError, NewerVaultError, MissingDatabaseError,
    ForeignDatabaseError or AccessRefusedError, with every file as it was.
    """
    engine.check_engine(engine.read_engine_facts())
    check_place(folder)
    with ExitStack() as undo:
        lock = lock_vault(folder)
        undo.callback(lock.release)
        header, root, slot = _unlock_newest(folder, unlock)
        databases = [engine.open_database(folder / name, root.derive(purpose)) for name, purpose, _ in _ROOMS]
        for database in databases:
            undo.callback(database.close)
        due = [check_revision(database, schema) for database, (_, _, schema) in zip(databases, _ROOMS, strict=True)]
        for database, (_, _, schema), is_due in zip(databases, _ROOMS, due, strict=True):
            if is_due:
                migrate(database, schema)
        with suppress(OSError):  # a full disk shuts nobody out; the next opening mends
            mend_headers(folder, header)
        undo.pop_all()
    return Vault(folder, header, slot, databases[0], databases[1], root, lock)


def _unlock_newest(
    folder: Path, unlock: Callable[[VaultHeader], tuple[SecretKey, KeySlot]]
) -> tuple[VaultHeader, SecretKey, KeySlot]:
    """Return the newest header that the secret opens and whose seal is true; a bent one gives way to its twin.

    A secret that only an older twin knows was replaced since, and is refused: else it would put the twin back.
    """
    problem: IqError = damaged_header()
    headers = read_headers(folder)
    for place, header in enumerate(headers):
        try:
            root, slot = unlock(header)
        except IqError as error:
            problem = error
            continue
        if any(newer.has_true_seal(root) for newer in headers[:place]):
            raise refusal()
        if header.has_true_seal(root):
            return header, root, slot
        problem = damaged_header()
    raise problem


def _build(folder: Path, header: VaultHeader, root: SecretKey) -> None:
    """Make the files in a draft folder and rename it to its place when everything is on the disk."""
    draft = draft_folder(folder)
    try:
        draft.mkdir(parents=True)
        for name, purpose, schema in _ROOMS:
            _build_database(draft / name, root.derive(purpose), schema)
        write_header(draft, header)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise DiskRefusedError(
            say("The vault could not be created in this folder."),
            say("Please choose another folder, or check whether the disk is full or write-protected."),
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _build_database(path: Path, key: SecretKey, schema: Schema) -> None:
    database = engine.create_database(path, key)
    try:
        migrate(database, schema)
    finally:
        database.close()


def _check_advisers(advisers: Sequence[NewAdviser]) -> None:
    """Raise UnfitNameError or UnfitPasswordError for the first adviser that cannot be taken."""
    if not advisers:
        raise UnfitNameError(say("A vault needs at least one adviser."))
    names: set[str] = set()
    for adviser in advisers:
        check_name(adviser.name, names)
        names.add(adviser.name)
        check_new_password(adviser.password)

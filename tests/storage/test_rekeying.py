"""A new key: everybody's password stays, nothing is lost, and who only had the old key opens nothing any more."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client
from iq_desktop.storage import engine, rekeying
from iq_desktop.storage.access import VaultKeys, WrongPasswordError
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.drafts import VaultDrafts
from iq_desktop.storage.engine import is_opened_by
from iq_desktop.storage.header_codec import encode_header
from iq_desktop.storage.header_places import HEADER_NAME, places_of, read_header, read_headers, write_header
from iq_desktop.storage.journal import list_ends, read_entries, verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_copy import UntrueCopyError, copy_under_key
from iq_desktop.storage.key_slots import (
    FLOOR_COST,
    AccessRefusedError,
    KeySlot,
    Purpose,
    unwrap_with_password,
    wrap_for_password,
)
from iq_desktop.storage.problems import DiskRefusedError, ForeignDatabaseError, VaultBusyError
from iq_desktop.storage.rekeying import HalfExchangedError
from iq_desktop.storage.secret_key import make_root_key
from iq_desktop.storage.slot_renewal import MOST_RENEWALS
from iq_desktop.storage.unlocking import check_recovery_code
from iq_desktop.storage.vault import Vault, open_vault, open_vault_with_recovery_code
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.wording.problems import IqError
from tests.storage.crash.scenario import list_faults, save_cases
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.wording.text import Text

COLLEAGUE = MadeVault.colleague
NEW_PASSWORD = "ein neues langes Passwort"


class Interrupting:
    """A progress in which something else happens after some steps."""

    def __init__(self, step: int, act: Any) -> None:
        self.left, self.act = step, act

    def step(self, done: int, total: int | None, text: Text) -> None:
        del done, total, text
        self.left -= 1
        if self.left == 0:
            self.act()


@pytest.fixture
def keys(vault: Vault) -> VaultKeys:
    return VaultKeys(vault, pen_of(vault, FixedClock()), FLOOR_COST)


def rekey(keys: VaultKeys, progress: Any = None) -> None:
    keys.give_new_key(keys.vault.unlocked_by.id, PASSWORD, progress or Silence())


def kinds(vault: Vault) -> list[str]:
    """Return what the journal tells, after proving its chain."""
    with vault.cases.reading() as connection:
        assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None
        return [entry.kind for _, entry in read_entries(connection)]


def save(vault: Vault, count: int = 3) -> None:
    save_cases(vault, lambda _number: None, count, 1)


def test_a_new_key_opens_with_the_old_passwords_and_codes(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    save(vault)
    old_root, old_files = vault.root, made_vault.files()
    rekey(keys)
    assert vault.root != old_root
    assert list_faults(vault, 3) == []
    save(vault)
    vault.close()
    for name, key in ((CASES_NAME, Purpose.CASES), (REFERENCE_NAME, Purpose.REFERENCE)):
        assert made_vault.files()[name][:16] != old_files[name][:16]
        assert not is_opened_by(made_vault.folder / name, old_root.derive(key))
    for adviser in (ADVISER, COLLEAGUE):
        with open_vault(made_vault.folder, adviser.name, adviser.password) as again:
            assert again.header.generation == 2
            assert kinds(again).count("key_renewed") == 1
            assert list_faults(again, 6) == []
    with open_vault_with_recovery_code(made_vault.folder, made_vault.code.printed()) as again:
        assert not any(slot.renewals for slot in again.header.slots)
    names = {name for name in old_files if not name.endswith(("-wal", "-shm", ".holder"))}
    assert set(made_vault.files()) == names


def test_the_anchors_of_the_journal_outlive_the_key(vault: Vault, keys: VaultKeys) -> None:
    save(vault)
    with vault.cases.reading() as connection:
        anchors = list_ends(connection)
    key = vault.key(Purpose.JOURNAL)
    rekey(keys)
    assert vault.key(Purpose.JOURNAL) == key
    assert vault.key(Purpose.BACKUP) != vault.root.derive(Purpose.JOURNAL)
    with vault.cases.reading() as connection:
        assert verify_journal(connection, key, anchors) is None


def test_a_password_made_for_the_old_key_is_not_put_into_the_new_header(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrap_late(*arguments: Any) -> KeySlot:
        slot = wrap_for_password(*arguments)
        monkeypatch.undo()
        rekey(keys)
        return slot

    monkeypatch.setattr("iq_desktop.storage.access.wrap_for_password", wrap_late)
    with pytest.raises(VaultBusyError):
        keys.change_password(vault.header.advisers[1].id, NEW_PASSWORD)
    assert vault.header.generation == 2
    vault.close()
    open_vault(made_vault.folder, COLLEAGUE.name, COLLEAGUE.password).close()


def test_half_typed_words_outlive_the_key(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    """One adviser went home with a draft before two changes of the key, the other goes on writing."""
    mine, me = VaultDrafts(vault), vault.unlocked_by
    mine.write("für Frau Öztürk".encode())
    vault.unlocked_by = vault.header.advisers[1]
    VaultDrafts(vault).write(b"for Mr Tree")
    vault.unlocked_by = me
    rekey(keys)
    assert mine.read() == "für Frau Öztürk".encode()
    mine.write(b"more words")
    rekey(keys)
    assert mine.read() == b"more words"
    vault.close()
    for adviser, words in ((ADVISER, b"more words"), (COLLEAGUE, b"for Mr Tree")):
        with open_vault(made_vault.folder, adviser.name, adviser.password) as again:
            assert VaultDrafts(again).read() == words


def test_keys_follow_one_another_for_who_comes_seldom(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    for _ in range(3):
        rekey(keys)
    assert {len(slot.renewals) for slot in vault.header.slots} == {3}
    vault.close()
    with open_vault(made_vault.folder, COLLEAGUE.name, COLLEAGUE.password) as again:
        mine = again.unlocked_by
        assert (mine.generation, mine.renewals) == (4, ())
        assert read_header(made_vault.folder) == again.header
        revision = again.header.revision
    with open_vault(made_vault.folder, COLLEAGUE.name, COLLEAGUE.password) as again:
        assert again.header.revision == revision
    check_recovery_code(made_vault.folder, made_vault.code.printed())


def test_who_was_removed_opens_nothing_even_with_the_old_key(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys
) -> None:
    """A removed adviser has an older copy of the header, the own password, and the old root key."""
    theirs = vault.header.advisers[1]
    older, stolen = made_vault.files(), vault.root
    keys.remove_adviser(theirs.id)
    rekey(keys)
    header = vault.header
    vault.close()
    for root_slot in header.slots:
        assert root_slot.id != theirs.id
        assert stolen.material not in root_slot.wrapped
    with pytest.raises(AccessRefusedError):
        open_vault(made_vault.folder, COLLEAGUE.name, COLLEAGUE.password)
    for path in places_of(made_vault.folder):
        path.write_bytes(older[path.relative_to(made_vault.folder).as_posix()])
        with pytest.raises(AccessRefusedError):
            open_vault(made_vault.folder, COLLEAGUE.name, COLLEAGUE.password)
        open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()
        assert [header.generation for header in read_headers(made_vault.folder)] == [2]
    for path in places_of(made_vault.folder):
        path.write_bytes(older[path.relative_to(made_vault.folder).as_posix()])
    with pytest.raises(ForeignDatabaseError):
        open_vault(made_vault.folder, COLLEAGUE.name, COLLEAGUE.password)


def test_the_desk_goes_on_with_the_new_key(vault: Vault, keys: VaultKeys) -> None:
    cases = VaultCases(vault.cases, keys.pen)
    first = cases.save(CaseFile(opened_on=FixedClock().today()))
    rekey(keys)
    again = cases.get(first.id)
    assert cases.save(replace(again, client=Client(family_name="Öztürk"))).revision == 2
    keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
    keys.check_password(vault.unlocked_by.id, NEW_PASSWORD)
    keys.use_recovery_code(keys.make_recovery_code())
    keys.add_adviser("Frau Neu", NEW_PASSWORD)
    assert kinds(vault)[-4:] == ["case_saved", "password_changed", "recovery_code_renewed", "adviser_added"]


def test_a_save_meanwhile_is_in_the_new_vault_too(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    save(vault, 3)
    rekey(keys, Interrupting(1, lambda: save(vault, 3)))
    vault.close()
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as again:
        assert list_faults(again, 6) == []
        assert again.header.generation == 2


def test_who_saves_all_the_time_keeps_the_key(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    class Saving:
        def step(self, done: int, total: int | None, text: Text) -> None:
            del done, total, text
            save(vault, 3)

    with pytest.raises(VaultBusyError):
        rekey(keys, Saving())
    assert vault.header.generation == 1
    assert not [name for name in made_vault.files() if ".key-" in name]


@pytest.mark.parametrize("step", [1, 2, 3, 5, 8])
def test_cancelling_changes_nothing(made_vault: MadeVault, vault: Vault, keys: VaultKeys, step: int) -> None:
    def cancel() -> None:
        raise Cancelled

    save(vault)
    before = vault.header
    with pytest.raises(Cancelled):
        rekey(keys, Interrupting(step, cancel))
    assert vault.header == before == read_header(made_vault.folder)
    assert not [name for name in made_vault.files() if ".key-" in name]
    save(vault)
    assert list_faults(vault, 6) == []


def test_a_wrong_password_gives_no_new_key(vault: Vault, keys: VaultKeys) -> None:
    with pytest.raises(WrongPasswordError):
        keys.give_new_key(vault.unlocked_by.id, NEW_PASSWORD, Silence())
    assert vault.header.generation == 1


@pytest.mark.parametrize("what", ["page", "row", "journal", "key"])
def test_an_untrue_copy_is_never_put_to_use(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    save(vault)
    real = copy_under_key

    def spoil(watch: Any, target: Path, key: Any, *more: Any) -> None:
        real(watch, target, key, *more)
        if target.name.startswith(REFERENCE_NAME):
            return
        if what == "page":
            content = bytearray(target.read_bytes())
            content[-2000] ^= 1
            target.write_bytes(content)
            return
        database = engine.open_database(target, key)
        orders = {"row": "DELETE FROM client", "journal": "UPDATE journal SET mac = zeroblob(32) WHERE seq = 3"}
        with database.restructuring() as connection:
            for order in orders[what].split(";"):
                connection.exec_driver_sql(order)
        database.close()

    if what == "key":
        monkeypatch.setattr("iq_desktop.storage.access.unwrap_with_password", lambda *_: make_root_key())
    else:
        monkeypatch.setattr(rekeying, "copy_under_key", spoil)
    with pytest.raises(UntrueCopyError):
        rekey(keys)
    monkeypatch.undo()
    assert vault.header.generation == 1
    assert list_faults(vault, 3) == []
    assert not [name for name in made_vault.files() if ".key-" in name]


def test_a_reader_who_does_not_end_keeps_the_key(
    vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iq_desktop.storage.gate._PATIENCE_TO_SHUT", 0.01)
    with vault.cases.reading(), pytest.raises(VaultBusyError):
        rekey(keys)
    assert vault.header.generation == 1
    assert list_faults(vault, 0) == []
    rekey(keys)
    assert vault.header.generation == 2


def refuse(_self: Path, target: Path) -> Path:
    raise OSError(28, f"No space left on device: {target.name}")


def test_a_disk_that_refuses_the_header_leaves_the_old_key(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(vault)
    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(DiskRefusedError):
        rekey(keys)
    monkeypatch.undo()
    assert vault.header.generation == 1
    save(vault)
    vault.close()
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as again:
        assert list_faults(again, 6) == []


def test_files_that_cannot_be_moved_are_moved_at_the_next_start(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(vault)
    monkeypatch.setattr(rekeying, "put_in_place", lambda *_: refuse(made_vault.folder, made_vault.folder))
    with pytest.raises(HalfExchangedError):
        rekey(keys)
    monkeypatch.undo()
    with pytest.raises(IqError):
        save(vault)  # nothing more goes into the old files
    vault.close()
    with open_vault(made_vault.folder, COLLEAGUE.name, COLLEAGUE.password) as again:
        assert list_faults(again, 3) == []
        assert again.header.generation == 2


def test_a_header_of_which_nobody_knows_whether_it_is_on_the_disk_stops_the_saving(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = write_header

    def write_and_fail(folder: Path, header: Any) -> None:
        real(folder, header)
        raise OSError(5, "Input/output error")

    save(vault)
    monkeypatch.setattr(rekeying, "write_header", write_and_fail)
    with pytest.raises(HalfExchangedError):
        rekey(keys)
    monkeypatch.undo()
    with pytest.raises(IqError):
        save(vault)
    vault.close()
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as again:
        assert list_faults(again, 3) == []


def test_a_leftover_of_an_interrupted_copy_is_swept_and_never_used(made_vault: MadeVault, vault: Vault) -> None:
    save(vault)
    vault.close()
    for name in (f"{CASES_NAME}.key-2", f"{CASES_NAME}.key-2-wal", f"{REFERENCE_NAME}.key-2"):
        (made_vault.folder / name).write_bytes(b"half a copy")
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as again:
        assert list_faults(again, 3) == []
    assert not [name for name in made_vault.files() if ".key-" in name]


def test_a_refused_password_sweeps_nothing(made_vault: MadeVault) -> None:
    (made_vault.folder / f"{CASES_NAME}.key-2").write_bytes(b"half a copy")
    before = made_vault.files()
    with pytest.raises(AccessRefusedError):
        open_vault(made_vault.folder, ADVISER.name, NEW_PASSWORD)
    assert made_vault.files() == before


def test_a_file_that_the_key_opens_is_never_replaced(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    """Whoever puts an older copy beside the vault, even one under the right key, cannot bring it into its place."""
    rekey(keys)
    vault.close()
    shutil.copy(made_vault.folder / CASES_NAME, made_vault.folder / f"{CASES_NAME}.key-2")
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as again:
        save(again)
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as again:
        assert list_faults(again, 3) == []


def test_who_never_used_the_new_format_is_named_first(vault: Vault, keys: VaultKeys) -> None:
    first_format = replace(vault.header.advisers[1], box=b"")
    vault.header = vault.header.with_slot(first_format)
    with pytest.raises(IqError) as caught:
        rekey(keys)
    assert dict(caught.value.text.values) == {"names": COLLEAGUE.name}
    old_code = replace(vault.header.recovery_slots[0], renewals=(b"x",) * MOST_RENEWALS)
    vault.header = replace(vault.header, slots=(vault.header.advisers[0], old_code))
    with pytest.raises(IqError, match="code on paper"):
        rekey(keys)


def test_nobody_can_lead_a_slot_to_a_key_of_their_own(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    """Sealed boxes could be made by anybody; a renewal needs the root key before it."""
    root, stranger = vault.root, make_root_key()
    vault.close()
    forged = vault.header.with_new_root(stranger, make_root_key())
    for path in places_of(made_vault.folder):
        path.unlink()
    (made_vault.folder / HEADER_NAME).write_bytes(encode_header(forged))
    with pytest.raises(AccessRefusedError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    true = vault.header.with_new_root(root, stranger)
    assert unwrap_with_password(true.advisers[0], true.vault_id, PASSWORD) == stranger
    assert keys.vault is vault
    assert len(read_headers(made_vault.folder)) == 1

"""The way back from a backup: the same cases on another computer, and never anything onto a living vault."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.journal import UnreadableCode
from iq_desktop.storage import restore_building
from iq_desktop.storage.access import VaultKeys
from iq_desktop.storage.backup_drill import rehearse_return
from iq_desktop.storage.backup_file import append_manifest, read_manifest
from iq_desktop.storage.backup_making import backup_before, first_place
from iq_desktop.storage.backup_problems import (
    BackupRefusedError,
    DamagedBackupError,
    LivingVaultError,
    NewerBackupError,
    NoBackupError,
)
from iq_desktop.storage.header_places import places_of, read_header
from iq_desktop.storage.instance_lock import VaultInUseError
from iq_desktop.storage.journal import list_ends, verify_journal
from iq_desktop.storage.journal_check import check_closed_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST, AccessRefusedError
from iq_desktop.storage.place_check import UnsafePlaceError
from iq_desktop.storage.recovery_code import RecoveryCodeSlipError
from iq_desktop.storage.returning import VaultReturns
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.unlocking import password_of, unlock_newest
from iq_desktop.storage.vault import open_vault
from iq_desktop.storage.vault_making import create_vault
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME, PlaceTakenError
from iq_desktop.usecases.backup_ports import BackupSecret
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.backups import CLOCK, SECRET, Interrupting, back_up, is_sound, read_all, restore, save
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.damage import DAMAGES, blank_page, flip_bit
from tests.support.kept_vaults import KeptVault, kept_vaults
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

NEW_PASSWORD = "ein neues langes Passwort"
_OWN = {"journal", "journal_payload"}
"""Tables into which a return writes itself."""


@pytest.fixture
def closed(made_vault: MadeVault) -> MadeVault:
    """A closed vault with cases; a backup of it lies in the first place."""
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as vault:
        save(vault, 4)
        back_up(vault)
    return made_vault


def backup_in(vault: MadeVault) -> Path:
    (file,) = first_place(vault.folder).glob("*.iqbackup")
    return file


def returns_to(place: Path) -> VaultReturns:
    return VaultReturns(place, CLOCK)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_cases_come_back_to_another_computer(closed: MadeVault, tmp_path: Path) -> None:
    returned = restore(backup_in(closed), tmp_path / "new")
    assert (returned.cases, returned.aside, returned.erased_again) == (4, "", 0)
    with (
        open_vault(closed.folder, ADVISER.name, PASSWORD) as old,
        open_vault(tmp_path / "new", ADVISER.name, PASSWORD) as new,
    ):
        before, after = read_all(old), read_all(new)
        assert {name: rows for name, rows in before.items() if name not in _OWN} == {
            name: rows for name, rows in after.items() if name not in _OWN
        }
        assert new.device != old.device
    assert is_sound(tmp_path / "new")


def test_every_secret_of_then_opens_it(closed: MadeVault, tmp_path: Path) -> None:
    colleague = BackupSecret(adviser_id=MadeVault.colleague.name, password=MadeVault.colleague.password)
    for number, secret in enumerate((SECRET, colleague, BackupSecret(code=closed.code.printed()))):
        place = tmp_path / f"new {number}"
        assert restore(backup_in(closed), place, secret).cases == 4
        assert is_sound(place)


def test_wrong_secrets_are_refused_before_anything(closed: MadeVault, tmp_path: Path) -> None:
    place, file = tmp_path / "new", backup_in(closed)
    with pytest.raises(AccessRefusedError):
        restore(file, place, replace(SECRET, password="ein falsches Passwort"))
    with pytest.raises(RecoveryCodeSlipError):
        restore(file, place, BackupSecret(code="0000-0000"))
    assert not place.exists()


def test_old_backups_open_with_what_opened_them_then(closed: MadeVault, tmp_path: Path) -> None:
    """A password that was changed, and an adviser who was removed: their old secrets open the old backup on."""
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        keys = VaultKeys(vault, pen_of(vault, CLOCK), FLOOR_COST)
        keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
        keys.remove_adviser(next(one.id for one in keys.advisers() if one.name == MadeVault.colleague.name))
        file = backup_in(closed)
        newer = back_up(vault)
    assert restore(file, tmp_path / "old").cases == 4
    with pytest.raises(AccessRefusedError):
        restore(newer, tmp_path / "refused")
    assert restore(newer, tmp_path / "new", replace(SECRET, password=NEW_PASSWORD)).cases == 4
    colleague = BackupSecret(adviser_id=MadeVault.colleague.name, password=MadeVault.colleague.password)
    assert restore(file, tmp_path / "colleague", colleague).cases == 4


def test_in_the_place_of_a_broken_vault_its_newest_header_counts(closed: MadeVault, tmp_path: Path) -> None:
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        VaultKeys(vault, pen_of(vault, CLOCK), FLOOR_COST).change_password(vault.unlocked_by.id, NEW_PASSWORD)
    blank_page(closed.folder / CASES_NAME, seeded(3))
    returned = restore(backup_in(closed), closed.folder, replace(SECRET, password=NEW_PASSWORD))
    assert returned.aside == "vault damaged 2026-11-03"
    assert not returned.is_without_catalogues
    with pytest.raises(AccessRefusedError):
        open_vault(closed.folder, ADVISER.name, PASSWORD)
    open_vault(closed.folder, ADVISER.name, NEW_PASSWORD).close()
    assert (tmp_path / returned.aside / CASES_NAME).exists()


def test_the_age_is_told_by_the_newest_known_state(closed: MadeVault, tmp_path: Path) -> None:
    file = backup_in(closed)
    age = returns_to(tmp_path / "new").compare(file, SECRET)
    assert (age.cases, age.behind) == (4, None)
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        save(vault, 3)
        known = back_up(vault)
        save(vault, 2)
        with vault.cases.reading() as connection:
            (end,) = list_ends(connection)
    assert end.seq - age.entries == 7
    behind_vault = returns_to(closed.folder).compare(file, SECRET)
    assert behind_vault.behind == 7
    behind_backup = returns_to(tmp_path / "new").compare(file, SECRET)
    assert behind_backup.behind == 4
    assert returns_to(tmp_path / "new").compare(known, SECRET).behind == 0
    assert returns_to(tmp_path / "new").compare(file, SECRET, end.code).behind == 7


def test_a_check_code_on_paper_tells_whether_its_entry_is_in_the_backup(closed: MadeVault, tmp_path: Path) -> None:
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        with vault.cases.reading() as connection:
            (made,) = list_ends(connection)
        file = back_up(vault)
    alone = tmp_path / "alone" / file.name
    alone.parent.mkdir()
    shutil.copy(file, alone)
    returns = returns_to(tmp_path / "new")
    assert returns.compare(alone, SECRET, made.code).behind == 0
    another = f"{made.seq}-0000-0000-0000"
    assert returns.compare(alone, SECRET, another).behind == 1
    with pytest.raises(UnreadableCode):
        returns.compare(alone, SECRET, "Öztürk")


def test_the_chain_goes_on_under_a_new_device(closed: MadeVault, tmp_path: Path) -> None:
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        save(vault, 1)
        with vault.cases.reading() as connection:
            lost = list_ends(connection)
    restore(backup_in(closed), tmp_path / "new")
    with open_vault(tmp_path / "new", ADVISER.name, PASSWORD) as vault:
        save(vault, 1)
        with vault.cases.reading() as connection:
            assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None
            fault = verify_journal(connection, vault.key(Purpose.JOURNAL), lost)
            devices = {end.device for end in list_ends(connection)}
            kinds = connection.exec_driver_sql(
                "SELECT kind FROM journal WHERE device = ? ORDER BY seq", (vault.device,)
            ).scalars()
            assert kinds.all()[0] == "restored"
    assert fault is not None
    assert fault.what == "end"
    assert len(devices) == 2


def test_newer_backups_beside_it_do_not_make_a_return_look_like_tampering(closed: MadeVault) -> None:
    older = backup_in(closed)
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        save(vault, 3)
        newer = back_up(vault)
    (closed.folder / CASES_NAME).write_bytes(b"broken" * 1000)
    restore(older, closed.folder)
    check = check_closed_journal(closed.folder, ADVISER.name, PASSWORD, Silence())
    assert check.is_sound
    assert check.anchors == 1
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        save(vault, 1)
        back_up(vault)
    assert newer.exists()
    assert check_closed_journal(closed.folder, ADVISER.name, PASSWORD, Silence()).is_sound


def test_a_newer_backup_under_a_later_key_is_told_though_it_cannot_be_compared(closed: MadeVault) -> None:
    older = backup_in(closed)
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        keys = VaultKeys(vault, pen_of(vault, CLOCK), FLOOR_COST)
        keys.give_new_key(vault.unlocked_by.id, PASSWORD, Silence())
        back_up(vault)
    age = returns_to(closed.folder).compare(older, SECRET)
    assert age.behind is None
    assert age.newest_known == CLOCK.now()


def test_what_lies_in_the_log_of_a_crashed_vault_counts_and_stays(closed: MadeVault, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        vault.cases.checkpoint()
        save(vault, 5)
        shutil.copytree(closed.folder, crashed)  # as a power cut leaves it
    before = files_in(crashed)
    assert returns_to(crashed).compare(backup_in(closed), SECRET).behind == 5 + 1  # that a backup was made as well
    assert files_in(crashed) == before


def test_who_was_removed_does_not_come_back_where_only_the_cases_are_gone(closed: MadeVault) -> None:
    removed = BackupSecret(adviser_id=MadeVault.colleague.name, password=MadeVault.colleague.password)
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        keys = VaultKeys(vault, pen_of(vault, CLOCK), FLOOR_COST)
        keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
        keys.remove_adviser(next(one.id for one in keys.advisers() if one.name == MadeVault.colleague.name))
    for path in closed.folder.glob(f"{CASES_NAME}*"):
        path.unlink()
    before = files_in(closed.folder)
    for outdated in (SECRET, removed):
        with pytest.raises(AccessRefusedError, match="replaced after the backup"):
            restore(backup_in(closed), closed.folder, outdated)
    assert files_in(closed.folder) == before
    restore(backup_in(closed), closed.folder, BackupSecret(adviser_id=ADVISER.name, password=NEW_PASSWORD))
    with open_vault(closed.folder, ADVISER.name, NEW_PASSWORD) as vault:
        assert [slot.label for slot in vault.header.advisers] == [ADVISER.name]


def test_a_vault_that_a_crash_kept_from_its_place_is_the_living_one(closed: MadeVault, tmp_path: Path) -> None:
    file = tmp_path / "kept.iqbackup"
    shutil.copy(backup_in(closed), file)
    waiting = closed.folder.with_name(f"{closed.folder.name}.rescued-12ab34cd")
    closed.folder.rename(waiting)
    with pytest.raises(LivingVaultError):
        restore(file, closed.folder)
    assert is_sound(closed.folder)
    assert not waiting.exists()


def test_a_living_vault_is_never_touched(closed: MadeVault) -> None:
    before = closed.files()
    returns = returns_to(closed.folder)
    assert returns.is_place_taken()
    with pytest.raises(LivingVaultError):
        restore(backup_in(closed), closed.folder)
    with pytest.raises(LivingVaultError):
        restore(backup_in(closed), closed.folder, BackupSecret(code=closed.code.printed()))
    assert closed.files() == before


def test_a_vault_that_nobody_here_can_open_counts_as_living(closed: MadeVault, vault_of_another: MadeVault) -> None:
    (vault_of_another.folder / CASES_NAME).write_bytes(b"garbled" * 4096)
    before = vault_of_another.files()
    with pytest.raises(LivingVaultError):
        restore(backup_in(closed), vault_of_another.folder, BackupSecret(code=closed.code.printed()))
    assert vault_of_another.files() == before


def test_a_vault_in_use_is_not_touched(closed: MadeVault) -> None:
    with open_vault(closed.folder, ADVISER.name, PASSWORD), pytest.raises(VaultInUseError):
        restore(backup_in(closed), closed.folder)


def test_a_folder_with_other_things_is_not_touched(closed: MadeVault, tmp_path: Path) -> None:
    place = tmp_path / "mine"
    place.mkdir()
    (place / "letter.txt").write_bytes(b"mine")
    with pytest.raises(PlaceTakenError):
        restore(backup_in(closed), place)
    assert files_in(place) == {"letter.txt": b"mine"}


def test_no_vault_comes_back_into_a_cloud(closed: MadeVault, tmp_path: Path) -> None:
    with pytest.raises(UnsafePlaceError):
        restore(backup_in(closed), tmp_path / "Dropbox" / "vault")


def test_an_empty_folder_is_a_place(closed: MadeVault, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert restore(backup_in(closed), tmp_path / "empty").cases == 4
    assert is_sound(tmp_path / "empty")


@pytest.mark.parametrize("broken", [CASES_NAME, REFERENCE_NAME, "headers", "missing"])
def test_a_broken_vault_is_set_aside_whole(closed: MadeVault, tmp_path: Path, broken: str) -> None:
    file = backup_in(closed)
    if broken == "headers":
        closed.garble_headers(b"garbled")
    elif broken == "missing":
        (closed.folder / CASES_NAME).unlink()
    else:
        flip_bit(closed.folder / broken, seeded(11))
    before = closed.files()
    returned = restore(file, closed.folder)
    aside = files_in(tmp_path / returned.aside)
    aside.pop("vault.lock", None)
    before.pop("vault.lock", None)
    assert aside == before
    assert is_sound(closed.folder)
    assert returned.is_without_catalogues == (broken == REFERENCE_NAME)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_return_that_is_cancelled_leaves_everything(closed: MadeVault, tmp_path: Path, step: int) -> None:
    flip_bit(closed.folder / CASES_NAME, seeded(11))
    before = files_in(tmp_path)
    with pytest.raises(Cancelled):
        returns_to(closed.folder).restore(backup_in(closed), SECRET, Interrupting(step))
    assert files_in(tmp_path) == before


def test_a_disk_without_room_changes_nothing(
    closed: MadeVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no space left on device")

    flip_bit(closed.folder / CASES_NAME, seeded(11))
    before = files_in(tmp_path)
    monkeypatch.setattr(restore_building, "take_out_cases", refuse)
    with pytest.raises(BackupRefusedError):
        restore(backup_in(closed), closed.folder)
    assert files_in(tmp_path) == before


def test_backups_beside_the_place_are_offered(closed: MadeVault, tmp_path: Path) -> None:
    (look,) = returns_to(closed.folder).find_backups()
    assert look.file == backup_in(closed)
    assert [name for _, name in look.advisers] == [ADVISER.name, MadeVault.colleague.name]
    assert not look.is_newer
    assert returns_to(tmp_path / "new").find_backups() == ()


def test_what_is_no_backup_is_told(closed: MadeVault, tmp_path: Path) -> None:
    for content in (b"", b"x", (closed.folder / CASES_NAME).read_bytes(), backup_in(closed).read_bytes()[:-1]):
        other = tmp_path / "other.iqbackup"
        other.write_bytes(content)
        with pytest.raises(NoBackupError):
            returns_to(tmp_path / "new").look_at_backup(other)
    with pytest.raises(BackupRefusedError):
        returns_to(tmp_path / "new").look_at_backup(tmp_path / "nothing.iqbackup")


def test_a_backup_of_a_newer_program_is_refused_politely(closed: MadeVault, tmp_path: Path) -> None:
    file = backup_in(closed)
    rewrite(file, schema="9999")
    assert returns_to(tmp_path / "new").look_at_backup(file).is_newer
    with pytest.raises(NewerBackupError):
        restore(file, tmp_path / "new")


@pytest.mark.parametrize("kept", kept_vaults(), ids=lambda kept: kept.folder.name)
def test_a_backup_of_every_schema_comes_back_up_to_date(kept: KeptVault, tmp_path: Path) -> None:
    folder = kept.copy_to(tmp_path / "vault")
    unlocked = unlock_newest(folder, password_of(ADVISER.name, PASSWORD))
    assert restore(backup_before(unlocked, folder), tmp_path / "new").cases == kept.cases
    assert is_sound(tmp_path / "new")


# What somebody may do to a backup file.


def rewrite(file: Path, **fields: object) -> None:
    """Change fields of the manifest as somebody can who knows the format but not the key."""
    manifest = read_manifest(file)
    with file.open("r+b") as opened:
        opened.truncate(manifest.size)
    append_manifest(file, replace(manifest, **fields))  # type: ignore[arg-type]  # the fields of a manifest


def exchange_cases(file: Path, other: Path) -> None:
    """Put the cases of another backup before the manifest of this one, with the digest that fits them."""
    manifest, theirs = read_manifest(file), read_manifest(other)
    file.write_bytes(other.read_bytes()[: theirs.size])
    append_manifest(file, replace(manifest, size=theirs.size, digest=theirs.digest))


def exchange_header(file: Path, other: Path) -> None:
    """Put the header of another backup into this one: its password would open it."""
    rewrite(file, header=read_manifest(other).header)


def exchange_seal(file: Path, other: Path) -> None:
    """Put the sealed part of another backup into this one."""
    rewrite(file, sealed=read_manifest(other).sealed)


def mend_digest(file: Path, chance: random.Random) -> None:
    """Change the cases, and the digest with them."""
    manifest = read_manifest(file)
    content = bytearray(file.read_bytes()[: manifest.size])
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)
    digest = hashlib.blake2b(content, digest_size=32).digest()
    append_manifest(file, replace(manifest, digest=digest))


@pytest.fixture
def vault_of_another(tmp_path: Path) -> MadeVault:
    """A vault with other keys."""
    folder = tmp_path / "another"
    vault, code = create_vault(folder, [ADVISER], cost=FLOOR_COST)
    vault.close()
    return MadeVault(folder, code)


def test_damaged_backups_are_refused_and_no_vault_is_touched(closed: MadeVault, tmp_path: Path) -> None:
    """Half of them into an empty place, half onto the living vault: 100 % refused, every byte the same."""
    good, whole = backup_in(closed).read_bytes(), closed.files()
    bent = tmp_path / "bent.iqbackup"
    chance, refused = seeded(5), 0
    tries = count(15, 100)
    for number in range(tries):
        bent.write_bytes(good)
        DAMAGES[number % len(DAMAGES)](bent, chance)
        if bent.read_bytes() == good:  # a page changed places with its twin
            refused += 1
            continue
        place = tmp_path / "new" if number % 2 else closed.folder
        with pytest.raises((NoBackupError, DamagedBackupError, LivingVaultError)):
            restore(bent, place)
        refused += 1
        assert not (tmp_path / "new").exists()
    assert refused == tries
    assert closed.files() == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bent.iqbackup", "vault", "vault backups"]


def test_every_place_of_the_manifest_is_covered(closed: MadeVault, tmp_path: Path) -> None:
    good, start = backup_in(closed).read_bytes(), read_manifest(backup_in(closed)).size
    bent = tmp_path / "bent.iqbackup"
    chance = seeded(8)
    for _ in range(count(40, 400)):
        content = bytearray(good)
        content[chance.randrange(start, len(good))] ^= 1 << chance.randrange(8)
        bent.write_bytes(content)
        with pytest.raises((NoBackupError, DamagedBackupError)):
            restore(bent, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_parts_of_two_backups_do_not_go_together(
    closed: MadeVault, vault_of_another: MadeVault, tmp_path: Path
) -> None:
    """Two backups of one vault, and backups of two vaults with the same password."""
    with open_vault(closed.folder, ADVISER.name, PASSWORD) as vault:
        file = backup_in(closed)
        save(vault, 1)
        newer = back_up(vault)
    with open_vault(vault_of_another.folder, ADVISER.name, PASSWORD) as vault:
        foreign = back_up(vault)
    bent = tmp_path / "bent.iqbackup"
    whole = dict(files_in(tmp_path).items())
    for other in (newer, foreign):
        for act in (exchange_cases, exchange_header, exchange_seal):
            shutil.copy(file, bent)
            act(bent, other)
            if bent.read_bytes() == file.read_bytes():  # one vault, one header
                assert (act, other) == (exchange_header, newer)
                continue
            with pytest.raises((DamagedBackupError, AccessRefusedError)):
                restore(bent, tmp_path / "new")
    for number in range(count(4, 40)):
        shutil.copy(file, bent)
        mend_digest(bent, seeded(number))
        with pytest.raises(DamagedBackupError):
            restore(bent, tmp_path / "new")
    bent.unlink()
    assert files_in(tmp_path) == whole


def test_a_backup_of_another_vault_is_refused_for_the_drill(vault: Vault, vault_of_another: MadeVault) -> None:
    with open_vault(vault_of_another.folder, ADVISER.name, PASSWORD) as another:
        foreign = back_up(another)
    with pytest.raises(DamagedBackupError):
        rehearse_return(vault, foreign, CLOCK, Silence())


def test_a_moved_clock_or_another_reason_is_noticed(closed: MadeVault, tmp_path: Path) -> None:
    file = backup_in(closed)
    for fields in ({"made_at": CLOCK.now().replace(year=2031)}, {"program": "9.9"}, {"schema": "0001"}):
        bent = tmp_path / "bent.iqbackup"
        shutil.copy(file, bent)
        rewrite(bent, **fields)
        with pytest.raises(DamagedBackupError):
            restore(bent, tmp_path / "new")


def test_headers_stay_readable_in_every_place(closed: MadeVault, tmp_path: Path) -> None:
    restore(backup_in(closed), tmp_path / "new")
    assert all(path.is_file() for path in places_of(tmp_path / "new"))
    assert read_header(tmp_path / "new").revision > read_header(closed.folder).revision

"""Backups of an open vault: made while saves go on, proved, counted, copied outside, thinned out, rehearsed."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.backup import BackupReason, PlaceKind, PlaceState
from iq_desktop.storage import backup_making
from iq_desktop.storage.access import VaultKeys
from iq_desktop.storage.backup_file import append_manifest
from iq_desktop.storage.backup_ledger import LEDGER_NAME
from iq_desktop.storage.backup_making import PART_MARK, backup_before, first_place
from iq_desktop.storage.backup_places import FOLDER_NAME, judge_place, second_folder
from iq_desktop.storage.backup_problems import BackupRefusedError, DamagedBackupError
from iq_desktop.storage.journal import read_entries, verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_copy import untrue_copy
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.unlocking import password_of, unlock_newest
from iq_desktop.storage.vault_making import create_vault
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.backups import CLOCK, Interrupting, back_up, backups_of, is_sound, restore, save
from tests.support.canaries import STEM, traces_of
from tests.support.chance import seeded
from tests.support.damage import flip_bit
from tests.support.vaults import ADVISER, PASSWORD

if TYPE_CHECKING:
    from iq_desktop.storage.backup_file import Manifest
    from iq_desktop.storage.vault import Vault
    from tests.support.vaults import MadeVault

MINUTE = dt.timedelta(minutes=1)


@dataclass
class Walking:
    """A calendar that goes on by itself, a step for each question."""

    step: dt.timedelta = MINUTE
    moment: dt.datetime = field(default_factory=CLOCK.now)

    def today(self) -> dt.date:
        return self.moment.date()

    def now(self) -> dt.datetime:
        self.moment += self.step
        return self.moment


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_new_vault_has_no_backup_and_wants_one(vault: Vault) -> None:
    state = backups_of(vault).state()
    assert state.last is None
    assert state.has_changed
    assert state.since == CLOCK.now()
    assert backups_of(vault).kept() == ()


def test_a_backup_counts_and_nothing_has_changed_since(vault: Vault) -> None:
    save(vault, 3)
    state = backups_of(vault).back_up(BackupReason.BY_HAND, Silence())
    assert state.last == CLOCK.now()
    assert not state.has_changed
    assert state.count == 1
    (kept,) = backups_of(vault).kept()
    assert kept.reason is BackupReason.BY_HAND
    assert kept.size == state.size
    save(vault)
    assert backups_of(vault).state().has_changed


def test_a_clock_that_was_wrong_for_a_while_hides_no_newer_backup(vault: Vault) -> None:
    in_future, now = CLOCK.now() + dt.timedelta(days=30_000), CLOCK.now()
    backups_of(vault, Walking(dt.timedelta(0), in_future)).back_up(BackupReason.BY_HAND, Silence())
    save(vault)
    store = backups_of(vault, Walking(dt.timedelta(0), now))
    state = store.back_up(BackupReason.BY_ITSELF, Silence())
    assert state.last == now
    assert not state.has_changed
    assert store.drill(Silence()).made_at == now


def test_a_copy_dated_far_ahead_does_not_hide_that_there_are_newer_ones_outside(
    vault: Vault, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iq_desktop.storage.backup_places._device_of", hash)  # a disk of its own
    in_future, now = CLOCK.now() + dt.timedelta(days=30_000), CLOCK.now()
    backups_of(vault).choose_second_place(stick)
    backups_of(vault, Walking(dt.timedelta(0), in_future)).back_up(BackupReason.BY_HAND, Silence())
    save(vault)
    state = backups_of(vault, Walking(dt.timedelta(0), now)).back_up(BackupReason.BY_HAND, Silence())
    assert state.outside_count == 2
    assert state.last_outside == now


def test_a_clock_set_back_by_years_keeps_the_new_backup(vault: Vault, stick: Path) -> None:
    clock = Walking(dt.timedelta(days=31))
    store = backups_of(vault, clock)
    store.choose_second_place(stick)
    for _ in range(12):
        store.back_up(BackupReason.BY_HAND, Silence())
    clock.moment -= dt.timedelta(days=4000)
    long_ago = clock.moment
    clock.step = dt.timedelta(0)
    save(vault)
    state = store.back_up(BackupReason.BY_ITSELF, Silence())
    assert (state.last, state.has_changed) == (long_ago, False)
    assert [one.is_in_second_place for one in store.kept() if one.made_at == long_ago] == [False, True]


def test_looking_back_and_checking_is_no_reason_for_a_new_one(vault: Vault) -> None:
    back_up(vault)
    backups_of(vault).drill(Silence())
    pen = pen_of(vault, CLOCK)
    with vault.cases.writing() as connection:
        pen.note(connection, "unlocked", None, {})
        pen.note(connection, "vault_checked", None, {})
    assert not backups_of(vault).state().has_changed


def test_the_name_tells_the_moment_and_nobody(vault: Vault) -> None:
    save(vault, 1, "Schewtschenko")
    name = back_up(vault).name
    assert name.startswith("IQ 2026-11-03 09-30-00 ")
    assert name.endswith(".iqbackup")


def test_saves_go_on_and_what_they_bring_is_left_for_the_next_one(vault: Vault, tmp_path: Path) -> None:
    save(vault, 3)
    backups_of(vault).back_up(BackupReason.BY_ITSELF, Interrupting(1, lambda: save(vault, 2)))
    (kept,) = backups_of(vault).kept()
    assert restore(first_place(vault.folder) / kept.name, tmp_path / "new").cases == 3
    assert backups_of(vault).state().has_changed
    with vault.cases.reading() as connection:
        assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None


def test_saves_from_another_thread_do_not_make_the_copy_begin_anew(vault: Vault) -> None:
    save(vault, 30)
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            save(vault, 1)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            back_up(vault)
    finally:
        done.set()
        writer.join()
    assert len(backups_of(vault).kept()) == 5


def test_no_word_and_no_key_is_readable_in_it(vault: Vault) -> None:
    save(vault, 5, STEM)
    content = back_up(vault).read_bytes()
    for trace in traces_of(STEM).values():
        assert trace not in content
    for key in (vault.root, vault.key(Purpose.CASES), vault.key(Purpose.BACKUP)):
        assert key.material not in content
        assert key.material.hex().encode() not in content


def test_the_ledger_tells_nobody_the_second_place(vault: Vault, tmp_path: Path) -> None:
    named = tmp_path / "Beratungsstelle Musterstadt"
    named.mkdir()
    backups_of(vault).choose_second_place(named)
    assert b"Musterstadt" not in (vault.folder / LEDGER_NAME).read_bytes()


def test_a_garbled_ledger_only_makes_a_backup_due(vault: Vault) -> None:
    back_up(vault)
    for content in (b"", b"x" * 10, b"\0" * 400):
        (vault.folder / LEDGER_NAME).write_bytes(content)
        state = backups_of(vault).state()
        assert state.has_changed
        assert state.count == 1


@pytest.mark.parametrize("step", [1, 2, 3, 5, 7])
def test_one_that_is_cancelled_leaves_nothing(vault: Vault, step: int) -> None:
    back_up(vault)
    before = sorted(first_place(vault.folder).iterdir())
    with pytest.raises(Cancelled):
        backups_of(vault).back_up(BackupReason.BY_HAND, Interrupting(step))
    assert sorted(first_place(vault.folder).iterdir()) == before
    assert backups_of(vault).state().count == 1


def test_without_room_nothing_is_begun(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(vault)
    before = sorted(first_place(vault.folder).iterdir())
    monkeypatch.setattr(backup_making.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100, 99, 1))  # type: ignore[attr-defined]  # the very type
    with pytest.raises(BackupRefusedError, match="not enough room"):
        backups_of(vault).back_up(BackupReason.BY_HAND, Silence())
    assert sorted(first_place(vault.folder).iterdir()) == before
    assert backups_of(vault).state().failed_at == CLOCK.now()


def test_a_failure_is_remembered_until_the_next_success(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise untrue_copy("cases.db")

    with monkeypatch.context() as bent:
        bent.setattr(backup_making, "check_copy", refuse)
        with pytest.raises(BackupRefusedError):
            backups_of(vault).back_up(BackupReason.BY_HAND, Silence())
    assert backups_of(vault).state().failed_at is not None
    assert backups_of(vault).kept() == ()
    assert backups_of(vault).back_up(BackupReason.BY_HAND, Silence()).failed_at is None


def test_what_was_read_again_and_is_not_what_was_written_never_counts(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_making, "forget_cached", lambda part: flip_bit(part, seeded(4)))
    with pytest.raises(BackupRefusedError):
        backups_of(vault).back_up(BackupReason.BY_HAND, Silence())
    assert list(first_place(vault.folder).iterdir()) == []


def test_pieces_of_a_kill_are_swept_by_the_next_one(vault: Vault) -> None:
    place = first_place(vault.folder)
    place.mkdir()
    (place / f"IQ 2026-11-03 08-00-00 abcd.iqbackup{PART_MARK}").write_bytes(b"half")
    back_up(vault)
    assert [path for path in place.iterdir() if PART_MARK in path.name] == []


def test_a_damaged_one_is_set_aside_and_told(vault: Vault) -> None:
    file = back_up(vault)
    content = bytearray(file.read_bytes())
    content[-40] ^= 1
    file.write_bytes(content)
    state = backups_of(vault).state()
    assert state.count == 0
    assert state.damaged == (f"{file.name}.damaged",)
    assert (file.parent / f"{file.name}.damaged").read_bytes() == content


def test_older_ones_are_read_again_in_turns(vault: Vault) -> None:
    clock = Walking()
    backups = backups_of(vault, clock)
    for _ in range(3):
        backups.back_up(BackupReason.BY_HAND, Silence())
    oldest = first_place(vault.folder) / backups.kept()[-1].name
    content = bytearray(oldest.read_bytes())
    content[5000] ^= 1  # within the cases: only a whole reading finds it
    oldest.write_bytes(content)
    for _ in range(3):
        backups.back_up(BackupReason.BY_HAND, Silence())
    assert oldest.name not in {one.name for one in backups.kept()}
    assert backups.state().damaged == (f"{oldest.name}.damaged",)


def test_they_are_thinned_out_and_what_is_not_ours_stays(vault: Vault) -> None:
    place = first_place(vault.folder)
    place.mkdir()
    foreign = place / "IQ of somebody else.txt"
    foreign.write_bytes(b"mine")
    backups = backups_of(vault, Walking(dt.timedelta(hours=3)))
    for _ in range(12):
        backups.back_up(BackupReason.BY_ITSELF, Silence())
    state = backups.state()
    assert state.count < 12
    assert state.count == len(list(place.glob("*.iqbackup")))
    assert foreign.exists()


def test_the_second_place_gets_a_proved_copy(vault: Vault, stick: Path) -> None:
    backups = backups_of(vault)
    place = backups.choose_second_place(stick)
    assert place.state is PlaceState.THERE
    state = backups.back_up(BackupReason.BY_HAND, Silence())
    folder = second_folder(stick, vault.header.vault_id)
    assert folder.parent.name == FOLDER_NAME
    (copy,) = folder.glob("*.iqbackup")
    assert copy.read_bytes() == (backups.first_place() / copy.name).read_bytes()
    assert state.second == place
    assert [one.is_in_second_place for one in backups.kept()] == [False, True] or len(backups.kept()) == 2


def test_a_stick_that_is_away_is_no_error(vault: Vault, stick: Path) -> None:
    backups = backups_of(vault)
    backups.choose_second_place(stick)
    stick.rename(stick.with_name("pulled out"))
    state = backups.back_up(BackupReason.BY_HAND, Silence())
    assert state.second is not None
    assert state.second.state is PlaceState.AWAY
    assert state.count == 1
    stick.mkdir()  # another stick in the same place
    assert backups.back_up(BackupReason.BY_HAND, Silence()).second == state.second
    assert list(stick.iterdir()) == []


def test_a_copy_that_is_not_what_was_written_does_not_count(
    vault: Vault, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = backups_of(vault)
    backups.choose_second_place(stick)
    monkeypatch.setattr("iq_desktop.storage.backup_places.forget_cached", lambda part: flip_bit(part, seeded(2)))
    state = backups.back_up(BackupReason.BY_HAND, Silence())
    assert state.outside_count == 0
    assert list(second_folder(stick, vault.header.vault_id).iterdir()) == []
    assert state.count == 1


def test_a_folder_of_the_vault_itself_is_no_second_place(vault: Vault, tmp_path: Path) -> None:
    for folder in (vault.folder, vault.folder / "keys", tmp_path / "nowhere"):
        with pytest.raises(BackupRefusedError):
            backups_of(vault).choose_second_place(folder)


def test_the_same_disk_the_network_and_a_cloud_are_told(vault: Vault, tmp_path: Path) -> None:
    assert judge_place(tmp_path, vault.folder)[0] is PlaceKind.SAME_DISK
    numbers = {tmp_path: 1, vault.folder: 2}
    assert judge_place(tmp_path, vault.folder, device_of=numbers.__getitem__)[0] is PlaceKind.OTHER_DISK
    cloud = tmp_path / "Dropbox"
    cloud.mkdir()
    assert judge_place(cloud, vault.folder) == (PlaceKind.CLOUD, "Dropbox")


def test_only_another_disk_counts_as_outside(vault: Vault, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups = backups_of(vault)
    backups.choose_second_place(stick)
    assert backups.back_up(BackupReason.BY_HAND, Silence()).last_outside is None
    monkeypatch.setattr("iq_desktop.storage.backup_places._device_of", hash)
    assert backups.back_up(BackupReason.BY_HAND, Silence()).last_outside == CLOCK.now()
    stick.rename(stick.with_name("pulled out"))
    assert backups.state().last_outside == CLOCK.now()
    backups.forget_second_place()
    assert backups.state().last_outside is None


def test_one_copy_into_any_folder(vault: Vault, stick: Path) -> None:
    with pytest.raises(BackupRefusedError, match="no backup yet"):
        backups_of(vault).copy_newest(stick, Silence())
    file = back_up(vault)
    copy = backups_of(vault).copy_newest(stick, Silence())
    assert copy == stick / file.name
    assert copy.read_bytes() == file.read_bytes()
    assert backups_of(vault).state().second is None
    with vault.cases.reading() as connection:
        assert [entry.kind for _, entry in read_entries(connection)][-1] == "backup_copied"


def test_the_drill_restores_compares_and_leaves_nothing(vault: Vault) -> None:
    save(vault, 7)
    back_up(vault)
    save(vault, 2)
    before = sorted(path.name for path in vault.folder.iterdir())
    drill = backups_of(vault).drill(Silence())
    assert drill.is_good
    assert drill.cases == drill.compared == 7
    assert backups_of(vault).state().last_drill == drill
    assert sorted(path.name for path in vault.folder.iterdir()) == before


def test_the_drill_needs_a_backup_and_a_whole_one(vault: Vault) -> None:
    with pytest.raises(BackupRefusedError):
        backups_of(vault).drill(Silence())
    file = back_up(vault)
    content = bytearray(file.read_bytes())
    content[9000] ^= 4
    file.write_bytes(content)
    with pytest.raises(DamagedBackupError):
        backups_of(vault).drill(Silence())
    assert backups_of(vault).state().damaged == (f"{file.name}.damaged",)
    assert not any(path.name.startswith("drill-") for path in vault.folder.iterdir())


def test_the_drill_notices_a_journal_that_went_another_way(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    save(vault, 2)
    back_up(vault)
    monkeypatch.setattr("iq_desktop.storage.backup_drill._has_entry", lambda *_: False)
    drill = backups_of(vault).drill(Silence())
    assert not drill.is_good
    assert backups_of(vault).state().last_drill == drill


def test_a_drill_that_is_cancelled_leaves_nothing(vault: Vault) -> None:
    back_up(vault)
    for step in (1, 2, 4):
        with pytest.raises(Cancelled):
            backups_of(vault).drill(Interrupting(step))
    assert not any(path.name.startswith("drill-") for path in vault.folder.iterdir())


def test_after_a_new_key_a_new_backup_is_due_and_old_ones_open_as_before(vault: Vault, tmp_path: Path) -> None:
    save(vault, 2)
    old = back_up(vault)
    VaultKeys(vault, pen_of(vault, CLOCK), FLOOR_COST).give_new_key(vault.unlocked_by.id, PASSWORD, Silence())
    state = backups_of(vault).state()
    assert state.needs_new
    assert [one.is_of_now for one in backups_of(vault).kept()] == [False]
    with pytest.raises(BackupRefusedError, match="new key"):
        backups_of(vault).drill(Silence())
    assert restore(old, tmp_path / "back").cases == 2
    assert not backups_of(vault).back_up(BackupReason.BY_ITSELF, Silence()).needs_new
    assert backups_of(vault).drill(Silence()).is_good
    assert is_sound(tmp_path / "back")


def test_the_second_place_stays_known_after_a_new_key(vault: Vault, stick: Path) -> None:
    backups_of(vault).choose_second_place(stick)
    VaultKeys(vault, pen_of(vault, CLOCK), FLOOR_COST).give_new_key(vault.unlocked_by.id, PASSWORD, Silence())
    second = backups_of(vault).state().second
    assert second is not None
    assert second.folder == stick


def test_the_journal_tells_of_backups_and_drills(vault: Vault, stick: Path) -> None:
    backups_of(vault).choose_second_place(stick)
    back_up(vault)
    backups_of(vault).drill(Silence())
    with vault.cases.reading() as connection:
        kinds = connection.exec_driver_sql("SELECT kind FROM journal ORDER BY seq").scalars().all()
    assert [kind for kind in kinds if kind.startswith("backup")] == ["backup_made", "backup_copied", "backup_drilled"]


def test_what_backups_hold_of_the_journal_is_still_there(vault: Vault) -> None:
    save(vault, 2)
    back_up(vault)
    save(vault, 1)
    back_up(vault)
    ends = backups_of(vault).known_ends()
    assert len(ends) == 2
    with vault.cases.reading() as connection:
        assert verify_journal(connection, vault.key(Purpose.JOURNAL), ends) is None


def test_a_backup_before_an_update_needs_no_open_vault(made_vault: MadeVault) -> None:
    unlocked = unlock_newest(made_vault.folder, password_of(ADVISER.name, PASSWORD))
    before = made_vault.files()
    file = backup_before(unlocked, made_vault.folder)
    assert made_vault.files() == before
    assert restore(file, made_vault.folder.with_name("new")).cases == 0


@pytest.mark.parametrize("step", ["copy_under_key", "append_manifest", "prove_backup", "sync_folder"])
def test_a_disk_that_refuses_at_any_step_leaves_the_ones_of_before(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refuse(*_: object, **_words: object) -> None:
        raise OSError(28, "No space left on device")

    save(vault, 2)
    before = back_up(vault).read_bytes()
    with monkeypatch.context() as full:
        full.setattr(backup_making, step, refuse)
        with pytest.raises(BackupRefusedError):
            backups_of(vault).back_up(BackupReason.BY_HAND, Silence())
    files = list(first_place(vault.folder).iterdir())
    assert before in [path.read_bytes() for path in files]
    assert not [path for path in files if PART_MARK in path.name]
    assert backups_of(vault).state().failed_at is not None


def test_the_name_comes_after_the_bytes_are_on_the_disk(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a power cut may not turn round: bytes, then the name, then the folder."""
    told: list[str] = []
    real_rename = Path.rename

    def append(path: Path, manifest: Manifest) -> None:
        append_manifest(path, manifest)  # syncs at its end
        told.append("bytes")

    def rename(path: Path, target: Path) -> Path:
        told.append("name")
        return real_rename(path, target)

    def sync(folder: Path) -> None:
        told.append("folder")
        sync_folder(folder)

    monkeypatch.setattr(backup_making, "append_manifest", append)
    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(backup_making, "sync_folder", sync)
    back_up(vault)
    assert told == ["bytes", "name", "folder"]


def test_two_laptops_share_a_stick(vault: Vault, stick: Path, tmp_path: Path) -> None:
    backups_of(vault).choose_second_place(stick)
    backups_of(vault).back_up(BackupReason.BY_HAND, Silence())
    another, _code = create_vault(tmp_path / "another" / "vault", [ADVISER], cost=FLOOR_COST)
    with another:
        backups_of(another).choose_second_place(stick)
        for _ in range(3):
            backups_of(another).back_up(BackupReason.BY_HAND, Silence())
        assert len([one for one in backups_of(another).kept() if one.is_in_second_place]) == 3
    assert len([one for one in backups_of(vault).kept() if one.is_in_second_place]) == 1

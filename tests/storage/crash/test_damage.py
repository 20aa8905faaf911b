"""Damage: nothing that was bent goes unnoticed, and a rescue loses nothing that another tool could read."""

from __future__ import annotations

import errno
import hashlib
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.identity import new_id
from iq_desktop.storage import engine, salvage
from iq_desktop.storage.attempts import note_refusal, read_refusals
from iq_desktop.storage.case_rows import PART_TABLES, find_case
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.drafts import VaultDrafts
from iq_desktop.storage.journal import verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import AccessRefusedError
from iq_desktop.storage.problems import DiskRefusedError, ForeignDatabaseError, VaultBusyError
from iq_desktop.storage.salvage import RESCUED, rescue_vault
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.tables import metadata
from iq_desktop.storage.unlocking import password_of, unlock_newest
from iq_desktop.storage.vault_checks import check_wholly
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.usecases.vault_health import DamagedVault, Rescue, VaultPart, words_of
from iq_desktop.wording.problems import IqError
from tests.storage.crash.scenario import ADVISER, CLOCK, make_vault, open_made_vault, save_cases
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.damage import DAMAGES, PAGE, flip_bit, swap_pages
from tests.support.full_cases import a_usual_case
from tests.support.second_program import read_rows

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from iq_desktop.storage.vault import Vault
    from iq_desktop.wording.text import Text

SAVES = 150
EACH = count(3, 100)
RESCUES = count(2, 60)
SAVED = ("case_file", *(table.name for table in PART_TABLES.values()))
SECRET = password_of(ADVISER.name, ADVISER.password)


@dataclass(frozen=True, slots=True)
class Filled:
    """A closed vault of some hundred saves, and the cases in it."""

    folder: Path
    cases: dict[str, CaseFile]

    def copied(self, place: Path) -> Path:
        """Return a copy that may be bent."""
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.folder, place)
        return place


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    folder = tmp_path_factory.mktemp("filled") / "IQ"
    make_vault(folder)
    with open_made_vault(folder) as vault:
        VaultCases(vault.cases, pen_of(vault, CLOCK)).save(replace(a_usual_case(), id=new_id(), number="", revision=0))
        save_cases(vault, lambda _number: None, SAVES, 11)
        cases = read_cases(vault)
    return Filled(folder, cases)


def read_cases(vault: Vault) -> dict[str, CaseFile]:
    with vault.cases.reading() as connection:
        ids = connection.exec_driver_sql("SELECT id FROM case_file").scalars().all()
        found = {case_id: find_case(connection, case_id) for case_id in ids}
    return {case_id: case for case_id, case in found.items() if case is not None}


def files_in(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("vault.lock")
    }


def rescue(folder: Path) -> Rescue:
    return rescue_vault(folder, SECRET, CLOCK, Silence())


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_any_damage_to_the_cases_is_noticed_at_the_start(
    filled: Filled, tmp_path: Path, damage: Callable[[Path, random.Random], object]
) -> None:
    for number in range(EACH):
        folder = filled.copied(tmp_path / "IQ")
        damage(folder / CASES_NAME, seeded(number))
        before = files_in(folder)
        with pytest.raises(DamagedVault):
            open_made_vault(folder)
        assert files_in(folder) == before, "an attempt to open changed a damaged vault"


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_any_damage_to_the_catalogues_is_noticed_by_the_whole_check(
    filled: Filled, tmp_path: Path, damage: Callable[[Path, random.Random], object]
) -> None:
    for number in range(count(1, 100)):
        folder = filled.copied(tmp_path / "IQ")
        damage(folder / REFERENCE_NAME, seeded(number))
        try:
            with open_made_vault(folder) as vault:
                broken = check_wholly(vault, CLOCK, Silence()).broken
        except IqError:
            continue
        assert VaultPart.CATALOGUES in broken


def test_a_sound_vault_passes_every_check(filled: Filled, tmp_path: Path) -> None:
    with open_made_vault(filled.copied(tmp_path / "IQ")) as vault:
        assert check_wholly(vault, CLOCK, Silence()).is_sound


def test_what_is_in_use_is_not_called_damaged(filled: Filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.01)
    with open_made_vault(filled.copied(tmp_path / "IQ")) as vault:
        with vault.reference.keeping_writers_out(), pytest.raises(VaultBusyError):
            check_wholly(vault, CLOCK, Silence())
        assert check_wholly(vault, CLOCK, Silence()).is_sound


def test_an_old_state_of_some_pages_is_noticed(filled: Filled, tmp_path: Path) -> None:
    """Each page is sealed, so only structure, counts and journal can tell that some are of last week."""
    folder = filled.copied(tmp_path / "IQ")
    with open_made_vault(folder) as vault:
        save_cases(vault, lambda _number: None, 40, 12)
    old, new = (filled.folder / CASES_NAME).read_bytes(), bytearray((folder / CASES_NAME).read_bytes())
    changed = [start for start in range(PAGE, len(old), PAGE) if old[start : start + PAGE] != new[start : start + PAGE]]
    for start in changed[::2]:
        new[start : start + PAGE] = old[start : start + PAGE]
    (folder / CASES_NAME).write_bytes(new)
    try:
        with open_made_vault(folder) as vault:
            assert not check_wholly(vault, CLOCK, Silence()).is_sound
    except DamagedVault:
        pass


def test_a_rescue_of_a_sound_vault_brings_back_every_case_as_it_was(filled: Filled, tmp_path: Path) -> None:
    folder = filled.copied(tmp_path / "IQ")
    with (folder / CASES_NAME).open("ab") as file:
        file.write(bytes(PAGE))  # the only bad page: it holds nothing
    rescued = rescue(folder)
    assert rescued.bad_pages == 1
    assert rescued.is_complete
    assert words_of(rescued) == ()
    with open_made_vault(folder) as vault:
        assert read_cases(vault) == filled.cases
        assert check_wholly(vault, CLOCK, Silence()).is_sound
    key = unlock_newest(filled.folder, SECRET).root.derive(Purpose.CASES)
    for name in metadata.tables:
        old, new = (read_rows(place / CASES_NAME, key, name) for place in (filled.folder, folder))
        if name in {"journal", "journal_payload"}:
            assert set(map(repr, old)) < set(map(repr, new)), name
        elif name == "case_line":
            assert sorted(repr(row | {"line": 0}) for row in old) == sorted(repr(row | {"line": 0}) for row in new)
        elif name == "case_deadline":
            assert len(old) == len(new)
        elif name != "vault_check":
            assert sorted(map(repr, old)) == sorted(map(repr, new)), name


def test_a_rescue_sets_the_damaged_vault_aside_untouched_and_loses_nothing_readable(
    filled: Filled, tmp_path: Path
) -> None:
    key = unlock_newest(filled.folder, SECRET).root.derive(Purpose.CASES)
    for number in range(RESCUES):
        chance = seeded(number)
        folder = filled.copied(tmp_path / str(number) / "IQ")
        bad = {flip_bit(folder / CASES_NAME, chance) for _ in range(chance.choice((1, 1, 2, 8)))}
        readable = {table: read_rows(folder / CASES_NAME, key, table) for table in SAVED}
        before = files_in(folder)
        rescued = rescue(folder)
        aside = folder.with_name(rescued.aside)
        assert rescued.aside == "IQ damaged 2026-11-03"
        assert files_in(aside) == before
        assert rescued.bad_pages == len(bad)
        with open_made_vault(folder) as vault:
            assert check_wholly(vault, CLOCK, Silence()).is_sound
            found = read_cases(vault)
        assert found.keys() == filled.cases.keys()
        for table, rows in readable.items():
            theirs, ours = set(map(repr, rows)), set(map(repr, read_rows(folder / CASES_NAME, key, table)))
            assert not theirs - ours, f"another program could read more of {table}"


def test_swapped_pages_are_put_back(filled: Filled, tmp_path: Path) -> None:
    for number in range(count(2, 30)):
        folder = filled.copied(tmp_path / str(number) / "IQ")
        swap_pages(folder / CASES_NAME, seeded(number))
        rescued = rescue(folder)
        with open_made_vault(folder) as vault:
            assert read_cases(vault) == filled.cases or rescued.bad_pages == 1


@pytest.mark.parametrize("first_lost", [1, 2, 3])
def test_the_pages_that_lead_to_all_others_may_be_lost(filled: Filled, tmp_path: Path, first_lost: int) -> None:
    folder = filled.copied(tmp_path / "IQ")
    content = bytearray((folder / CASES_NAME).read_bytes())
    start = (first_lost - 1) * PAGE
    content[start : start + PAGE] = bytes(PAGE) if first_lost > 1 else content[:16] + bytes(PAGE - 16)
    (folder / CASES_NAME).write_bytes(content)
    rescued = rescue(folder)
    assert rescued.bad_pages == 1
    with open_made_vault(folder) as vault:
        found = read_cases(vault)
    assert {case_id: case.client for case_id, case in found.items()} == {
        case_id: case.client for case_id, case in filled.cases.items()
    }


def test_a_flipped_bit_in_the_salt_costs_nothing(filled: Filled, tmp_path: Path) -> None:
    folder = filled.copied(tmp_path / "IQ")
    content = bytearray((folder / CASES_NAME).read_bytes())
    content[5] ^= 16
    (folder / CASES_NAME).write_bytes(content)
    with pytest.raises(DamagedVault):
        open_made_vault(folder)
    rescue(folder)
    with open_made_vault(folder) as vault:
        assert read_cases(vault) == filled.cases


@pytest.mark.parametrize("share", [0, 0.1, 0.33, 0.6])
def test_a_bent_log_is_noticed_and_what_lies_behind_is_rescued(filled: Filled, tmp_path: Path, share: float) -> None:
    crashed = tmp_path / "crashed"
    folder = filled.copied(tmp_path / "IQ")
    with open_made_vault(folder) as vault:
        save_cases(vault, lambda _number: None, 12, 5)
        shutil.copytree(folder, crashed)
        cases = read_cases(vault)
    (crashed / "vault.lock.holder").unlink()
    log = crashed / f"{CASES_NAME}-wal"
    content = bytearray(log.read_bytes())
    content[int(len(content) * share) + 9] ^= 1
    log.write_bytes(content)
    before = files_in(crashed)
    with pytest.raises(DamagedVault):
        open_made_vault(crashed)
    assert files_in(crashed) == before
    rescued = rescue(crashed)
    assert rescued.is_log_bent
    assert words_of(rescued)
    with open_made_vault(crashed) as vault:
        found = read_cases(vault)
        assert check_wholly(vault, CLOCK, Silence()).is_sound
    assert found.keys() == cases.keys()
    assert sum(found[one] != cases[one] for one in cases) <= 1  # what stood in the bent page only


def test_a_wrong_password_or_a_foreign_file_changes_nothing(filled: Filled, tmp_path: Path) -> None:
    folder = filled.copied(tmp_path / "IQ")
    before = files_in(folder)
    with pytest.raises(AccessRefusedError):
        rescue_vault(folder, password_of(ADVISER.name, "ein falsches Passwort"), CLOCK, Silence())
    make_vault(tmp_path / "other")
    shutil.copyfile(tmp_path / "other" / CASES_NAME, folder / CASES_NAME)
    before = files_in(folder)
    with pytest.raises(ForeignDatabaseError):
        rescue(folder)
    assert files_in(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["IQ", "other"]


def test_what_was_half_typed_comes_along(filled: Filled, tmp_path: Path) -> None:
    folder = filled.copied(tmp_path / "IQ")
    with open_made_vault(folder) as vault:
        VaultDrafts(vault).write(b"half typed")
    note_refusal(folder, CLOCK.now())
    flip_bit(folder / CASES_NAME, seeded(4))
    rescue(folder)
    assert len(read_refusals(folder)) == 1
    with open_made_vault(folder) as vault:
        assert VaultDrafts(vault).read() == b"half typed"


def test_damaged_catalogues_are_made_anew_and_said(filled: Filled, tmp_path: Path) -> None:
    folder = filled.copied(tmp_path / "IQ")
    flip_bit(folder / REFERENCE_NAME, seeded(1))
    rescued = rescue(folder)
    assert rescued.is_without_catalogues
    assert rescued.whole_cases == len(filled.cases)
    assert rescued.bad_pages == 0
    with open_made_vault(folder) as vault:
        assert read_cases(vault) == filled.cases


def test_a_rescue_that_is_stopped_or_runs_out_of_room_leaves_everything_as_it_was(
    filled: Filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = filled.copied(tmp_path / "IQ")
    flip_bit(folder / CASES_NAME, seeded(2))
    before = files_in(folder)

    class Impatient:
        def step(self, done: int, total: int | None, text: Text) -> None:
            del done, total, text
            raise Cancelled

    with pytest.raises(Cancelled):
        rescue_vault(folder, SECRET, CLOCK, Impatient())
    with monkeypatch.context() as patch:
        patch.setattr(salvage, "write_header", fail_for_want_of_room)
        with pytest.raises(DiskRefusedError):
            rescue(folder)
    assert files_in(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["IQ"]
    rescue(folder)


def fail_for_want_of_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no room")


def test_the_catalogues_come_along_with_what_a_crash_left_in_their_log(filled: Filled, tmp_path: Path) -> None:
    folder, crashed = filled.copied(tmp_path / "IQ"), tmp_path / "crashed"
    with open_made_vault(folder) as vault:
        with vault.reference.writing() as connection:
            connection.exec_driver_sql("INSERT INTO place VALUES (1, '50667', 'Köln', 50.9, 6.9)")
        shutil.copytree(folder, crashed)
    assert (crashed / f"{REFERENCE_NAME}-wal").stat().st_size
    flip_bit(crashed / CASES_NAME, seeded(3))
    rescued = rescue(crashed)
    assert not rescued.is_without_catalogues
    with open_made_vault(crashed) as vault, vault.reference.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM place").scalar_one() == 1


def test_entries_behind_a_gap_of_the_journal_are_kept_as_values(filled: Filled, tmp_path: Path) -> None:
    folder, rescued = rescue_without_a_page_of_the_journal(filled, tmp_path)
    with open_made_vault(folder) as vault, vault.cases.reading() as connection:
        chained = connection.exec_driver_sql("SELECT count(*) FROM journal WHERE kind = 'case_saved'").scalar_one()
        kept = connection.exec_driver_sql(
            "SELECT payload FROM journal_payload JOIN journal USING (device, seq) WHERE kind = ?", (RESCUED,)
        ).scalars()
        behind = sum(payload.count(b'"kind":"case_saved"') for payload in kept)
        assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None
    assert behind
    assert chained + behind + rescued.lost_entries >= SAVES


def rescue_without_a_page_of_the_journal(filled: Filled, tmp_path: Path) -> tuple[Path, Rescue]:
    """Blank a page in the middle of the journal, found by what another program can no longer read, and rescue."""
    key = unlock_newest(filled.folder, SECRET).root.derive(Purpose.CASES)
    tried = tmp_path / "tried.db"
    sound = (filled.folder / CASES_NAME).read_bytes()
    tried.write_bytes(sound)
    whole = len(read_rows(tried, key, "journal"))
    for start in range(PAGE, len(sound), PAGE):
        tried.write_bytes(sound[:start] + bytes(PAGE) + sound[start + PAGE :])
        if whole - 40 < len(read_rows(tried, key, "journal")) < whole:
            folder = filled.copied(tmp_path / str(start) / "IQ")
            shutil.copyfile(tried, folder / CASES_NAME)
            rescued = rescue(folder)
            if rescued.lost_entries:  # else it was a page of an index
                return folder, rescued
    pytest.fail("no page of the journal was found")

"""Scans in the vault: whole or not at all, byte for byte, encrypted, told in the journal, gone with their case."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.qualification import Paper
from iq_desktop.domain.scan import CHUNK, Scan, ScanKind
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.problems import DiskRefusedError
from iq_desktop.storage.rights_office import VaultRights
from iq_desktop.storage.scan_store import VaultScans, sweep_scans
from iq_desktop.storage.vault import open_vault
from iq_desktop.usecases.problems import NoSuchCase, Stopped
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.usecases.scan_ports import DamagedScan, LookedAt, NoSuchScan, ScanUse
from tests.support.builders import TODAY, a_case
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.storage.vault import Vault
    from iq_desktop.wording.text import Text
    from tests.support.vaults import MadeVault

CANARY = b"Kanarienvogel-7731-Zeugnis"


def looked_at(megabytes: float = 2.5, seed: bytes = b"a") -> LookedAt:
    """Return a file of some size, in which no two pieces are the same."""
    size = int(megabytes * CHUNK)
    block = b"".join(hashlib.sha256(seed + bytes((number,))).digest() for number in range(64)) + CANARY
    content = (block * (size // len(block) + 1))[:size]
    return LookedAt(ScanKind.PDF, 4, content, b"\x89PNG small " + CANARY)


def a_scan(looked: LookedAt, name: str = "Zeugnis.pdf") -> Scan:
    """Return what is known of a file that was looked at."""
    return Scan(
        paper_id="paper-1",
        name=name,
        kind=looked.kind,
        octets=len(looked.content),
        digest=hashlib.sha256(looked.content).hexdigest(),
        pages=looked.pages,
        added_at=dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC),
        adviser_id="adviser-1",
    )


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def scans(vault: Vault) -> VaultScans:
    return VaultScans(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def case(cases: VaultCases) -> CaseFile:
    return cases.save(a_case(revision=0, number="", papers=(Paper(name="Diplom", id="paper-1"),)))


class Steps:
    """Counts the steps of long work and stops it at one of them."""

    def __init__(self, stop_at: int = 0) -> None:
        self.told: list[tuple[int, int | None]] = []
        self.stop_at = stop_at

    def step(self, done: int, total: int | None, text: Text) -> None:
        del text
        self.told.append((done, total))
        if len(self.told) == self.stop_at:
            raise Cancelled


def rows(vault: Vault, statement: str) -> list[tuple[Any, ...]]:
    with vault.cases.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def count(vault: Vault, table: str) -> int:
    return int(rows(vault, f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608  (names of our own tables)


def last_kind(vault: Vault) -> str:
    return str(rows(vault, "SELECT kind FROM journal ORDER BY seq DESC LIMIT 1")[0][0])


@pytest.mark.parametrize("megabytes", [0.0001, 1, 1.5, 9.2])
def test_a_scan_comes_back_byte_for_byte(vault: Vault, scans: VaultScans, case: CaseFile, megabytes: float) -> None:
    looked = looked_at(megabytes)
    scan = a_scan(looked)
    steps = Steps()
    scans.take_in(case.id, scan, looked, steps)
    assert last_kind(vault) == "scan_taken"
    assert steps.told[-1] == (scan.chunks, scan.chunks)
    assert scans.scans_of(case.id) == (scan,)
    assert scans.thumbnail(case.id, scan.id) == looked.thumbnail
    assert scans.content(case.id, scan.id, ScanUse.SEEN, Silence()) == looked.content
    assert last_kind(vault) == "scan_seen"
    assert count(vault, "scan_chunk") == scan.chunks


@pytest.mark.parametrize("stop_at", [1, 2, 3, 4])
def test_a_scan_that_was_cancelled_leaves_nothing(
    vault: Vault, scans: VaultScans, case: CaseFile, stop_at: int
) -> None:
    looked = looked_at(9)
    with pytest.raises(Cancelled):
        scans.take_in(case.id, a_scan(looked), looked, Steps(stop_at))
    assert scans.scans_of(case.id) == ()
    assert count(vault, "scan") == 0
    assert count(vault, "scan_chunk") == 0
    assert last_kind(vault) == "case_saved"


def test_a_save_goes_through_between_two_pieces(scans: VaultScans, cases: VaultCases, case: CaseFile) -> None:
    looked = looked_at(9)

    class SavesMeanwhile:
        kept = case

        def step(self, done: int, total: int | None, text: Text) -> None:
            del total, text
            self.kept = cases.save(replace(self.kept, client=replace(self.kept.client, phone=f"030 {done}")))

    saver = SavesMeanwhile()
    scans.take_in(case.id, a_scan(looked), looked, saver)
    assert len(scans.scans_of(case.id)) == 1
    assert saver.kept.revision == case.revision + 4


def test_a_disk_that_is_full_changes_nothing(
    vault: Vault, scans: VaultScans, case: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = looked_at(9)
    keep, calls = VaultScans._keep_pieces, []

    def refuse(self: VaultScans, case_id: str, scan: Scan, content: bytes, first: int) -> None:
        calls.append(first)
        if first:
            from iq_desktop.storage.problems import disk_refused

            raise disk_refused()
        keep(self, case_id, scan, content, first)

    monkeypatch.setattr(VaultScans, "_keep_pieces", refuse)
    with pytest.raises(DiskRefusedError):
        scans.take_in(case.id, a_scan(looked), looked, Silence())
    assert calls == [0, 4]
    assert scans.scans_of(case.id) == ()
    assert count(vault, "scan_chunk") == 0


def test_what_a_crash_left_half_kept_never_counts_and_is_swept(
    vault: Vault, scans: VaultScans, case: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = looked_at(9)
    monkeypatch.setattr(VaultScans, "_give_up", lambda *_: None)
    with pytest.raises(Cancelled):
        scans.take_in(case.id, a_scan(looked), looked, Steps(3))
    assert count(vault, "scan_chunk") == 4
    assert scans.scans_of(case.id) == ()
    assert sweep_scans(vault.cases) == 1
    assert count(vault, "scan") + count(vault, "scan_chunk") == 0
    assert sweep_scans(vault.cases) == 0


def test_what_was_removed_can_be_brought_back_until_the_vault_is_opened_again(
    vault: Vault, scans: VaultScans, case: CaseFile
) -> None:
    looked = looked_at()
    scan = a_scan(looked)
    scans.take_in(case.id, scan, looked, Silence())
    scans.remove(case.id, scan.id)
    assert scans.scans_of(case.id) == ()
    with pytest.raises(NoSuchScan):
        scans.content(case.id, scan.id, ScanUse.SEEN, Silence())
    with pytest.raises(NoSuchScan):
        scans.thumbnail(case.id, scan.id)
    scans.bring_back(case.id, scan.id)
    assert scans.content(case.id, scan.id, ScanUse.SAVED, Silence()) == looked.content
    scans.remove(case.id, scan.id)
    sweep_scans(vault.cases)
    with pytest.raises(NoSuchScan):
        scans.bring_back(case.id, scan.id)
    told = [kind for (kind,) in rows(vault, "SELECT kind FROM journal WHERE kind LIKE 'scan%' ORDER BY seq")]
    assert told == ["scan_taken", "scan_removed", "scan_brought_back", "scan_saved", "scan_removed"]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE scan_chunk SET content = zeroblob(1048576) WHERE number = 1",
        "DELETE FROM scan_chunk WHERE number = 1",
        "UPDATE scan SET digest = 'ab'",
    ],
)
def test_a_scan_that_is_not_what_was_taken_in_is_never_shown(
    vault: Vault, scans: VaultScans, case: CaseFile, harm: str
) -> None:
    looked = looked_at()
    scan = a_scan(looked)
    scans.take_in(case.id, scan, looked, Silence())
    with vault.cases.writing() as connection:
        connection.exec_driver_sql(harm)
    with pytest.raises(DamagedScan):
        scans.content(case.id, scan.id, ScanUse.SEEN, Silence())


def test_no_byte_of_a_scan_can_be_read_on_the_disk(
    made_vault: MadeVault, vault: Vault, scans: VaultScans, case: CaseFile
) -> None:
    looked = looked_at()
    scans.take_in(case.id, a_scan(looked, "Kanarienvogel-7731-Name.pdf"), looked, Silence())
    files = made_vault.files()
    vault.close()
    files |= {f"closed {name}": content for name, content in made_vault.files().items()}
    assert not [name for name, content in files.items() if b"Kanarienvogel-7731" in content]
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as again:
        kept = VaultScans(again.cases, pen_of(again, FixedClock()))
        (scan,) = kept.scans_of(case.id)
        assert kept.content(case.id, scan.id, ScanUse.SEEN, Silence()) == looked.content


def test_erasing_a_person_takes_the_scans_along(
    made_vault: MadeVault, vault: Vault, cases: VaultCases, scans: VaultScans, case: CaseFile
) -> None:
    looked = looked_at()
    scan = a_scan(looked, "Kanarienvogel.pdf")
    scans.take_in(case.id, scan, looked, Silence())
    rights = VaultRights(vault, pen_of(vault, FixedClock()), cases)
    done = rights.erase([case.id], next(iter(EraseReason)), Silence())
    assert dict(done.counts)["scan_chunk"] == scan.chunks
    assert count(vault, "scan") + count(vault, "scan_chunk") == 0
    payloads = rows(vault, "SELECT payload FROM journal_payload")
    assert not [1 for (payload,) in payloads if b"Kanarienvogel" in payload]
    with pytest.raises(NoSuchCase):
        scans.take_in(case.id, scan, looked, Silence())
    assert made_vault.folder.exists()


def test_a_case_erased_while_a_scan_is_taken_in_keeps_nothing_of_it(
    vault: Vault, cases: VaultCases, scans: VaultScans, case: CaseFile
) -> None:
    looked = looked_at(9)
    rights = VaultRights(vault, pen_of(vault, FixedClock()), cases)

    class ErasesMeanwhile:
        def step(self, done: int, total: int | None, text: Text) -> None:
            del total, text
            if done == 4:
                rights.erase([case.id], next(iter(EraseReason)), Silence())

    with pytest.raises(NoSuchCase):
        scans.take_in(case.id, a_scan(looked), looked, ErasesMeanwhile())
    assert count(vault, "scan") + count(vault, "scan_chunk") == 0


def test_a_copy_of_all_data_tells_the_scans_without_their_bytes(
    vault: Vault, cases: VaultCases, scans: VaultScans, case: CaseFile
) -> None:
    looked = looked_at()
    scans.take_in(case.id, a_scan(looked), looked, Silence())
    tables = {one.table: one for one in VaultRights(vault, pen_of(vault, FixedClock()), cases).rows_about([case.id])}
    assert "scan_chunk" not in tables
    told = dict(zip(tables["scan"].columns, tables["scan"].rows[0], strict=True))
    assert told["name"] == "Zeugnis.pdf"
    assert "thumbnail" not in told


def test_a_case_whose_counselling_has_ended_takes_no_scan_and_hands_none_out(
    cases: VaultCases, scans: VaultScans, case: CaseFile
) -> None:
    looked = looked_at()
    scan = a_scan(looked)
    scans.take_in(case.id, scan, looked, Silence())
    withdrawn = Consent(Purpose.COUNSELLING, TODAY, "de", CONSENT_WORDING, withdrawn_on=TODAY)
    cases.save(replace(case, consents=(withdrawn,)))
    with pytest.raises(Stopped):
        scans.take_in(case.id, a_scan(looked), looked, Silence())
    with pytest.raises(Stopped):
        scans.content(case.id, scan.id, ScanUse.SAVED, Silence())
    assert scans.content(case.id, scan.id, ScanUse.SEEN, Silence()) == looked.content

"""Who is erased is gone from every table, page, index, log and draft; what remains names no one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from iq_desktop.domain.backup import BackupReason
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.document_record import Delivery, FinalPaper, PaperWay
from iq_desktop.domain.duplicate import LinkKind
from iq_desktop.domain.erasure import EraseReason, Erasure
from iq_desktop.domain.rights import Act
from iq_desktop.domain.scan import Scan, ScanKind
from iq_desktop.storage import backup_making
from iq_desktop.storage.case_links import VaultLinks
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.centre_store import VaultCentre
from iq_desktop.storage.column_registry import erased_tables
from iq_desktop.storage.drafts import VaultDrafts
from iq_desktop.storage.erasure import erase_in, replay_erasures
from iq_desktop.storage.erasure_log import ERASURES_NAME, erasure_key, read_erasures
from iq_desktop.storage.final_papers import VaultFinals
from iq_desktop.storage.journal import CASE_ERASED, verify_journal
from iq_desktop.storage.journal_pen import JournalPen, pen_of
from iq_desktop.storage.rights_office import VaultRights, settle_erasures
from iq_desktop.storage.scan_store import VaultScans
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.tables import journal, metadata
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.storage.vault_checks import check_wholly
from iq_desktop.usecases.drafts import Draft, HalfTyped, write_draft
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.usecases.scan_ports import LookedAt
from tests.support.backups import Interrupting, back_up, backups_of, restore, save
from tests.support.builders import TODAY, a_case
from tests.support.canaries import STEM, Search, canaries
from tests.support.canary_cases import canary_cases
from tests.support.counts import count
from tests.support.fakes import FixedClock
from tests.support.second_program import open_elsewhere, read_pages
from tests.support.vaults import ADVISER, PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.vaults import MadeVault

CANARIES = count(200, 500)


@dataclass
class Bureau:
    """An open vault with cases of an erased person to be, and of others."""

    vault: Vault
    pen: JournalPen
    cases: VaultCases
    rights: VaultRights
    mine: list[CaseFile]
    others: list[CaseFile]

    @property
    def ids(self) -> list[str]:
        return [case.id for case in self.mine]

    def erase(self) -> Erasure:
        return self.rights.erase(self.ids, EraseReason.ASKED, Silence())

    def dump(self) -> str:
        """Return every row of every table, those behind the search index included, as another program reads them."""
        connection = open_elsewhere(self.vault.cases.path, self.vault.key(Purpose.CASES))
        try:
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            names.remove("case_search")  # what the index holds lies in the tables behind it
            asked = (f'SELECT * FROM "{name}"' for name in names)  # noqa: S608  (our own tables)
            return "\n".join(_told(row) for words in asked for row in connection.execute(words))
        finally:
            connection.close()


def _told(row: tuple[Any, ...]) -> str:
    return " ".join(cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for cell in row)


@pytest.fixture
def bureau(vault: Vault) -> Bureau:
    """A vault in which the cases of one person were saved, changed, linked, looked for and half typed about."""
    pen = pen_of(vault, FixedClock())
    cases = VaultCases(vault.cases, pen)
    words = canaries(CANARIES)
    mine, others = [], []
    for number, case in enumerate(canary_cases(words)):
        mine.append(cases.save(case))
        others.append(cases.save(a_case(id=f"other-{number}", revision=0, number="")))
    for turn in range(3):
        for at, case in enumerate(mine):
            client = replace(case.client, family_name=f"{STEM}{turn}{at}", place=words[turn] * (turn * 40 + 1))
            texts = tuple(replace(point, text=words[-turn] * 60) for point in case.agreement)
            mine[at] = cases.save(replace(case, client=client, agreement=texts))
    _lay_beside(vault, pen, mine[0].id, words[0])
    return Bureau(vault, pen, cases, VaultRights(vault, pen, cases), mine, others)


def _lay_beside(vault: Vault, pen: JournalPen, case_id: str, word: str) -> None:
    """Keep a scan and a final paper of a case, whose names and bytes are a canary."""
    content = word.encode() * 200_000
    digest, moment = hashlib.sha256(content).hexdigest(), FixedClock().now()
    scan = Scan("paper", f"{word}.pdf", ScanKind.PDF, len(content), digest, 1, moment)
    looked = LookedAt(ScanKind.PDF, 1, content, content[:900])
    VaultScans(vault.cases, pen).take_in(case_id, scan, looked, Silence())
    finals = VaultFinals(vault.cases, pen)
    made = finals.make_final(case_id, FinalPaper("competence-profile", "de"), Act.PRINT, lambda _mark: content)
    finals.add_delivery(case_id, Delivery(made.id, PaperWay.SENT, TODAY, word))


def test_every_column_held_a_canary(bureau: Bureau) -> None:
    """The counter-test: what never held anything proves nothing by being empty."""
    found = bureau.dump()
    assert sum(word in found for word in canaries(CANARIES)) == CANARIES
    rows = bureau.rights.rows_about(bureau.ids)
    tables = {table.table for table in rows}
    made_from_them = {"case_line", "case_deadline", "case_link", "journal_payload", "scan_chunk", "final_content"}
    assert tables | made_from_them == set(erased_tables())


def test_nothing_of_an_erased_person_is_left(bureau: Bureau, tmp_path: Path) -> None:
    VaultLinks(bureau.vault.cases, bureau.pen).link(bureau.ids[0], bureau.others[0].id, LinkKind.SAME)
    VaultCentre(bureau.vault.cases, bureau.pen).keep_spot(ADVISER.name, f"cases {bureau.ids[0]} person")
    erasure = bureau.erase()
    dump = bureau.dump()
    assert [word for word in (STEM, STEM.casefold(), "zwqxkanaru") if word in dump] == []
    scratch = tmp_path / "plain"
    scratch.mkdir()
    pages = read_pages(bureau.vault.folder, "cases.db", bureau.vault.key(Purpose.CASES), scratch)
    assert pages.startswith(b"SQLite format 3")
    assert b"Al-Khatib" in pages
    assert Search().look_through(pages) == []
    log = bureau.vault.cases.path.with_name("cases.db-wal")
    assert not log.exists() or log.stat().st_size == 0
    assert bureau.cases.find(STEM, limit=5) == ()
    with bureau.vault.cases.reading() as connection:
        for name in erased_tables():
            table = metadata.tables[name]
            if "case_id" in table.c:
                held = connection.execute(select(table.c.case_id).where(table.c.case_id.in_(bureau.ids)))
                assert held.first() is None, name
    assert erasure.rows > CANARIES / 10
    print(f"{CANARIES} canaries: 0 in the dump, the pages and the log")


def test_the_others_stay_whole_and_the_vault_sound(bureau: Bureau) -> None:
    bureau.erase()
    for case in bureau.others:
        assert bureau.cases.get(case.id) == case
    with bureau.vault.cases.reading() as connection:
        assert verify_journal(connection, bureau.vault.key(Purpose.JOURNAL)) is None
    assert check_wholly(bureau.vault, FixedClock(), Silence()).is_sound


def test_the_protocol_names_no_one_and_is_counted(bureau: Bureau) -> None:
    erasure = bureau.erase()
    assert erasure.number == "L-2026-0001"
    assert (erasure.reason, erasure.adviser_id) == (EraseReason.ASKED, bureau.pen.actor)
    counts = dict(erasure.counts)
    assert counts["case_file"] == counts["client"] == len(bureau.mine)
    assert counts["journal_payload"] == len(bureau.mine) * 4 + 3  # and of the scan and the final paper
    assert erasure.anchor.count("-") == 3
    assert bureau.rights.erasures() == (erasure,)
    again = bureau.rights.erase([bureau.others[0].id], EraseReason.EXPIRED, Silence())
    assert again.number == "L-2026-0002"
    assert [one.number for one in bureau.rights.erasures()] == ["L-2026-0002", "L-2026-0001"]


def test_the_journal_says_why_values_are_gone(bureau: Bureau) -> None:
    bureau.erase()
    with bureau.vault.cases.reading() as connection:
        chosen = select(journal.c.case_id).where(journal.c.kind == CASE_ERASED)
        assert set(connection.execute(chosen).scalars()) == set(bureau.ids)


def test_the_program_forgets_the_case_at_once(bureau: Bureau) -> None:
    assert bureau.mine[0].id in bureau.cases._kept
    bureau.erase()
    assert not set(bureau.ids) & set(bureau.cases._kept)
    with pytest.raises(NoSuchCase):
        bureau.cases.save(bureau.mine[0])
    with pytest.raises(NoSuchCase):
        bureau.cases.get(bureau.mine[0].id)


@pytest.mark.parametrize("step", [1, 2, 3])
def test_it_can_be_cancelled_only_before_anything_is_erased(bureau: Bureau, step: int) -> None:
    progress = Interrupting(step)
    if step == 1:
        with pytest.raises(Cancelled):
            bureau.rights.erase(bureau.ids, EraseReason.ASKED, progress)
        assert bureau.cases.get(bureau.ids[0]) == bureau.mine[0]
        assert bureau.rights.erasures() == ()
    else:
        done = bureau.rights.erase(bureau.ids, EraseReason.ASKED, progress)
        assert read_erasures(bureau.vault.folder, erasure_key(bureau.vault)) == (done,)


def test_what_is_gone_cannot_be_erased_again_and_nothing_else_goes_with_it(bureau: Bureau) -> None:
    bureau.erase()
    with pytest.raises(NoSuchCase):
        bureau.rights.erase([bureau.others[0].id, bureau.ids[0]], EraseReason.ASKED, Silence())
    assert bureau.cases.get(bureau.others[0].id) == bureau.others[0]


@pytest.mark.parametrize(
    ("draft", "stays"),
    [
        pytest.param(Draft("cases", "mine", "person", (HalfTyped("person", "place", "x"),)), False, id="of the case"),
        pytest.param(Draft("cases", "", "", (HalfTyped("cases", "search", f"{STEM.upper()}00"),)), False, id="name"),
        pytest.param(Draft("cases", "other-0", "person", (HalfTyped("person", "place", "Köln"),)), True, id="other"),
    ],
)
def test_half_typed_words_about_the_person_go_too(bureau: Bureau, draft: Draft, *, stays: bool) -> None:
    first = bureau.cases.save(replace(bureau.mine[0], client=replace(bureau.mine[0].client, family_name=f"{STEM}00")))
    colleague = next(slot for slot in bureau.vault.header.advisers if slot.id != bureau.vault.unlocked_by.id)
    drafts = VaultDrafts(bureau.vault, colleague.id)
    drafts.write(write_draft(replace(draft, case_id=first.id if draft.case_id == "mine" else draft.case_id)))
    bureau.erase()
    assert (drafts.read() is not None) is stays


def test_the_log_beside_the_vault_tells_of_it_and_is_sealed(bureau: Bureau) -> None:
    erasure = bureau.erase()
    folder, key = bureau.vault.folder, erasure_key(bureau.vault)
    assert read_erasures(folder, key) == (erasure,)
    content = (folder / ERASURES_NAME).read_bytes()
    assert not any(case_id.encode() in content for case_id in bureau.ids)


def test_a_log_that_a_power_cut_kept_from_the_disk_is_written_at_the_next_opening(bureau: Bureau) -> None:
    erasure = bureau.erase()
    (bureau.vault.folder / ERASURES_NAME).unlink()
    assert settle_erasures(bureau.vault, bureau.pen) == 0
    assert read_erasures(bureau.vault.folder, erasure_key(bureau.vault)) == (erasure,)


def test_an_older_state_of_the_vault_loses_the_person_again(made_vault: MadeVault, tmp_path: Path) -> None:
    """Somebody copies the folder, a case is erased, the old files come back beside the new log."""
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as vault:
        pen = pen_of(vault, FixedClock())
        cases = VaultCases(vault.cases, pen)
        case = cases.save(a_case(id="gone", revision=0, number=""))
        vault.cases.checkpoint()
        old = vault.cases.path.read_bytes()
        erasure = VaultRights(vault, pen, cases).erase([case.id], EraseReason.WITHDRAWN, Silence())
    (made_vault.folder / "cases.db").write_bytes(old)
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as vault:
        pen = pen_of(vault, FixedClock())
        cases = VaultCases(vault.cases, pen)
        assert cases.count() == 1
        assert settle_erasures(vault, pen) == 1
        assert cases.count() == 0
        assert settle_erasures(vault, pen) == 0
        assert VaultRights(vault, pen, cases).erasures() == (erasure,)
        with vault.cases.reading() as connection:
            assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None
        scratch = tmp_path / "plain"
        scratch.mkdir()
        assert b"Al-Khatib" not in read_pages(vault.folder, "cases.db", vault.key(Purpose.CASES), scratch)


def test_an_older_backup_brings_nobody_back(bureau: Bureau, tmp_path: Path) -> None:
    file = back_up(bureau.vault)
    bureau.erase()
    bureau.vault.close()
    place = tmp_path / "laptop" / "vault"
    place.parent.mkdir()
    returned = restore(file, place)
    assert returned.erased_again == len(bureau.mine)
    with open_vault(place, ADVISER.name, PASSWORD) as vault:
        back = replace(bureau, vault=vault)
        assert Search().look_through(back.dump().encode()) == []
        vault.cases.checkpoint()
        scratch = tmp_path / "plain"
        scratch.mkdir()
        assert Search().look_through(read_pages(place, "cases.db", vault.key(Purpose.CASES), scratch)) == []
        assert VaultCases(vault.cases, pen_of(vault, FixedClock())).count() == len(bureau.others)


def test_replaying_is_all_or_nothing_and_keeps_what_it_learns(bureau: Bureau) -> None:
    erasure = bureau.erase()
    stranger = replace(erasure, id="another", case_ids=("was-never-here",), number=erasure.number)
    assert replay_erasures(bureau.vault.cases, bureau.pen, (erasure, stranger)) == 0
    assert {one.number for one in bureau.rights.erasures()} == {"L-2026-0001", "L-2026-0001b"}


@pytest.mark.parametrize("content", [None, b"", b"no log at all" * 20])
def test_a_log_that_is_lost_or_bent_brings_nobody_back_whom_a_newer_backup_knows(
    bureau: Bureau, tmp_path: Path, content: bytes | None
) -> None:
    older = back_up(bureau.vault)
    bureau.erase()
    back_up(bureau.vault)
    bureau.vault.close()
    log = older.with_name(ERASURES_NAME)
    log.unlink()
    if content is not None:
        log.write_bytes(content)
    (tmp_path / "laptop").mkdir()
    assert restore(older, tmp_path / "laptop" / "vault").erased_again == len(bureau.mine)


def test_a_draft_that_a_crash_left_goes_at_the_next_opening(bureau: Bureau) -> None:
    mine, other = (VaultDrafts(bureau.vault, slot.id) for slot in bureau.vault.header.advisers)
    mine.write(write_draft(Draft(case_id=bureau.ids[0], typed=(HalfTyped("client", "place", STEM),))))
    other.write(write_draft(Draft(case_id=bureau.others[0].id, typed=(HalfTyped("client", "place", "Bonn"),))))
    with bureau.vault.cases.writing() as connection:  # the crash comes right after this transaction
        erase_in(connection, bureau.pen, Erasure(tuple(bureau.ids), bureau.pen.clock.now(), EraseReason.ASKED))
    settle_erasures(bureau.vault, bureau.pen)
    assert mine.read() is None
    assert other.read() is not None


@pytest.mark.parametrize("content", [b"", b"bent", b"bent" * 100])
def test_a_bent_log_beside_the_vault_makes_no_backup_that_cannot_come_back(
    vault: Vault, tmp_path: Path, content: bytes
) -> None:
    (vault.folder / ERASURES_NAME).write_bytes(content)
    save(vault, 2)
    file = back_up(vault)
    assert backups_of(vault).drill(Silence()).is_good
    (tmp_path / "laptop").mkdir()
    assert restore(file, tmp_path / "laptop" / "vault").cases == 2


def test_a_backup_with_a_log_that_nobody_can_open_comes_back(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(vault, 2)
    monkeypatch.setattr(backup_making, "_read_erasures", lambda _origin: b"bent")
    file = back_up(vault)
    (tmp_path / "laptop").mkdir()
    assert restore(file, tmp_path / "laptop" / "vault").cases == 2


def test_what_a_running_backup_kept_in_the_log_goes_when_it_is_done(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[str] = []
    monkeypatch.setattr("iq_desktop.storage.rights_office.sweep", lambda _: swept.append("in vain"))
    monkeypatch.setattr("iq_desktop.storage.erasure.sweep", lambda _: swept.append("after the backup"))
    (case,) = save(vault, 1)
    pen = pen_of(vault, FixedClock())
    rights = VaultRights(vault, pen, VaultCases(vault.cases, pen))
    back_up(vault)
    assert swept == []
    erase = Interrupting(1, lambda: rights.erase([case.id], EraseReason.ASKED, Silence()))
    backups_of(vault).back_up(BackupReason.BY_HAND, erase)
    assert swept == ["in vain", "after the backup"]

"""The rescue of a damaged vault: what can be read goes into a new one under the same passwords; the old is set aside.

The journal of the old vault stays a chain as far as it is unbroken; what comes behind a gap is kept as values of new
entries, so that nothing readable is lost and the chain can be proved again.
"""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select

from iq_desktop.domain.procedure_law import ProcedureLaw
from iq_desktop.storage import engine
from iq_desktop.storage.attempts import ATTEMPTS_NAME
from iq_desktop.storage.case_line import line_of
from iq_desktop.storage.case_line_rows import add_line
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.deadline_rows import NO_LAW, set_deadlines
from iq_desktop.storage.drafts import DRAFT_MARK
from iq_desktop.storage.header_places import write_header
from iq_desktop.storage.instance_lock import lock_vault
from iq_desktop.storage.journal import JournalEntry, append_entry
from iq_desktop.storage.journal_replay import CASE_SAVED
from iq_desktop.storage.migrations.schema import CASES, REFERENCE, check_revision, migrate
from iq_desktop.storage.page_seals import PAGE_BYTES
from iq_desktop.storage.problems import DamagedDatabaseError, ForeignDatabaseError, disk_refused, plain_errors
from iq_desktop.storage.quarantine import exchange, rescue_folder, sweep_half_made
from iq_desktop.storage.row_shapes import read_shapes
from iq_desktop.storage.salvage_journal import fill_journal
from iq_desktop.storage.salvage_rows import Salvaged, salvage_rows
from iq_desktop.storage.secret_key import Purpose, SecretKey
from iq_desktop.storage.tables import case_tables, metadata
from iq_desktop.storage.unlocking import Secret, Unlocked, unlock_newest
from iq_desktop.storage.vault_checks import check_at_start, check_before_opening
from iq_desktop.storage.vault_header import VaultHeader
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME, check_place
from iq_desktop.storage.wreck import Wreck, copy_wreck
from iq_desktop.storage.write_ahead_log import log_path
from iq_desktop.usecases.ports import Clock
from iq_desktop.usecases.vault_health import DamagedVault, Rescue
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sqlalchemy import Connection

    from iq_desktop.usecases.progress import Progress

Row = dict[str, Any]
RESCUED: Final = "vault_rescued"
"""The kind of the entries that a rescue writes: what it brought back, and old entries from behind a gap."""
_JOURNAL: Final = ("journal", "journal_payload")


def rescue_vault(folder: Path, secret: Secret, clock: Clock, progress: Progress, law: ProcedureLaw = NO_LAW) -> Rescue:
    """Bring everything readable of a damaged vault into a new one at its place, and set the damaged one aside.

    Raises the errors of unlocking, VaultInUseError, ForeignDatabaseError where not one page belongs to the vault, and
    DiskRefusedError; then every file is as it was.
    """
    engine.check_engine(engine.read_engine_facts())
    check_place(folder)
    lock = lock_vault(folder)
    new = rescue_folder(folder)
    try:
        unlocked = unlock_newest(folder, secret)
        sweep_half_made(folder)
        new.mkdir()
        with plain_errors():
            rescue = _build(folder, new, unlocked, clock, progress, law)
        lock.release()
        aside = exchange(folder, new, clock.today())
    except OSError as error:
        raise disk_refused() from error
    finally:
        lock.release()
        shutil.rmtree(new, ignore_errors=True)
    return replace(rescue, aside=aside.name)


def _build(folder: Path, new: Path, unlocked: Unlocked, clock: Clock, progress: Progress, law: ProcedureLaw) -> Rescue:
    """Make the new vault in its draft folder, complete and checked."""
    key = unlocked.root.derive(Purpose.CASES)
    if _copy_whole(folder / CASES_NAME, new / CASES_NAME, key):
        header = unlocked.header.with_next_revision(unlocked.root)
        rescue = _tell_copied(new / CASES_NAME, key, _Pen(header, unlocked, clock))
    else:
        header = replace(unlocked.header, device=secrets.token_hex(16)).with_next_revision(unlocked.root)
        rescue = _build_cases(folder, new, _Pen(header, unlocked, clock, law), progress)
    is_whole = bring_catalogues(folder, new, unlocked)
    bring_drafts(folder, new)
    write_header(new, header)
    return replace(rescue, is_without_catalogues=not is_whole)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Who writes the journal of the new vault, and when."""

    header: VaultHeader
    unlocked: Unlocked
    clock: Clock
    law: ProcedureLaw = NO_LAW

    @property
    def key(self) -> SecretKey:
        """The key of the journal."""
        return self.header.journal_key(self.unlocked.root)

    def note(self, connection: Connection, payload: Mapping[str, Any]) -> None:
        """Append an entry about the rescue."""
        entry = JournalEntry(self.header.device, self.unlocked.slot.id, self.clock.now(), RESCUED, None, payload)
        append_entry(connection, self.key, entry)


def _tell_copied(path: Path, key: SecretKey, pen: _Pen) -> Rescue:
    """Note in a copy of sound cases what happened, and return how many there are."""
    database = engine.open_database(path, key)
    try:
        if check_revision(database, CASES):
            migrate(database, CASES)
        with database.writing() as connection:
            cases = connection.execute(select(func.count()).select_from(case_tables.case_file)).scalar_one()
            pen.note(connection, {"bad_pages": 0, "cases": cases, "incomplete": 0})
    finally:
        database.close()
    return Rescue(aside="", bad_pages=0, all_pages=path.stat().st_size // PAGE_BYTES, whole_cases=cases)


def _build_cases(folder: Path, new: Path, pen: _Pen, progress: Progress) -> Rescue:
    """Make a new database of cases with everything that can be read of the old one."""
    key, clock = pen.unlocked.root.derive(Purpose.CASES), pen.clock
    scratch = new / "scratch"
    scratch.mkdir()
    wreck = copy_wreck(folder / CASES_NAME, key, scratch)
    if len(wreck.bad) == wreck.pages:
        raise _nothing_readable(CASES_NAME)
    database = engine.create_database(new / CASES_NAME, key)
    try:
        migrate(database, CASES)
        with database.reading() as connection:
            shapes = read_shapes(connection)
        found = salvage_rows(wreck, shapes, scratch, clock.today(), progress)
        with database.writing() as connection:
            rescue = _fill(connection, found, wreck, pen)
    finally:
        database.close()
    shutil.rmtree(scratch)
    return rescue


def _fill(connection: Connection, found: Salvaged, wreck: Wreck, pen: _Pen) -> Rescue:
    """Write the salvaged rows, make lines and search again, and note the rescue in the journal."""
    for table in metadata.sorted_tables:
        rows = [] if table.name in _JOURNAL else found.of(table.name)
        if rows:
            connection.execute(insert(table), rows)
    _count_numbers(connection, found)
    _make_lines(connection, found, pen)
    behind, lost = fill_journal(connection, found, pen.key)
    incomplete = found.incomplete()
    rescue = Rescue(
        aside="",
        bad_pages=len(wreck.bad),
        all_pages=wreck.pages,
        whole_cases=len(found.of("case_file")) - len(incomplete),
        incomplete=incomplete,
        homeless_rows=found.homeless,
        lost_entries=lost,
        is_log_bent=wreck.is_log_bent,
    )
    summary: dict[str, Any] = {"bad_pages": rescue.bad_pages, "cases": rescue.cases, "incomplete": len(incomplete)}
    for payload in (summary, *behind):
        pen.note(connection, payload)
    return rescue


def _make_lines(connection: Connection, found: Salvaged, pen: _Pen) -> None:
    """Make again what the list shows and finds of each case, with the moment of its last save."""
    entries = sorted(found.of("journal"), key=lambda row: str(row["utc"]))
    saved = {row["case_id"]: row["utc"] for row in entries if row["kind"] == CASE_SAVED}
    for case_id in connection.execute(select(case_tables.case_file.c.id)).scalars().all():
        case = find_case(connection, case_id)
        if case is not None:
            changed_at = dt.datetime.fromisoformat(saved[case_id]) if case_id in saved else pen.clock.now()
            line = line_of(case, changed_at, pen.clock.today())
            add_line(connection, replace(line, made_with=0) if case.niq_reports else line)
            set_deadlines(connection, case, pen.law)


def _count_numbers(connection: Connection, found: Salvaged) -> None:
    """Raise the counters of the years to the highest number that is in use."""
    table = metadata.tables["case_number"]
    counted = {row["year"]: row["last"] for row in found.of("case_number")}
    for row in found.of("case_file"):
        year, _, number = row["number"].partition("-")
        if year.isdigit() and number.isdigit():
            counted[int(year)] = max(counted.get(int(year), 0), int(number))
    connection.execute(table.delete())
    if counted:
        connection.execute(insert(table), [{"year": year, "last": last} for year, last in counted.items()])


def bring_catalogues(folder: Path, new: Path, unlocked: Unlocked) -> bool:
    """Copy the catalogues where every page of them is whole, else begin anew; return whether they came along."""
    key = unlocked.root.derive(Purpose.REFERENCE)
    if _copy_whole(folder / REFERENCE_NAME, new / REFERENCE_NAME, key):
        return True
    database = engine.create_database(new / REFERENCE_NAME, key)
    try:
        migrate(database, REFERENCE)
    finally:
        database.close()
    return False


def bring_drafts(folder: Path, new: Path) -> None:
    """Copy what was half typed, which keeps its key, and the count of vain attempts."""
    for path in (*folder.glob(f"{DRAFT_MARK}*"), folder / ATTEMPTS_NAME):
        with suppress(OSError):  # what cannot be read lies aside with the rest
            shutil.copyfile(path, new / path.name)


def _copy_whole(source: Path, target: Path, key: SecretKey) -> bool:
    """Copy a database with its log where it is whole, and return whether it is; else leave no copy."""
    with suppress(OSError, DamagedDatabaseError):
        check_before_opening(source, key)
        shutil.copyfile(source, target)
        if log_path(source).exists():
            shutil.copyfile(log_path(source), log_path(target))
        if engine.is_opened_by(target, key) and _is_sound(target, key):
            return True
    for path in (target, *target.parent.glob(f"{target.name}-*")):
        path.unlink(missing_ok=True)
    return False


def _is_sound(path: Path, key: SecretKey) -> bool:
    database = engine.open_database(path, key)
    try:
        check_at_start(database)
    except DamagedVault:
        return False
    finally:
        database.close()
    return True


def _nothing_readable(name: str) -> ForeignDatabaseError:
    return ForeignDatabaseError(
        say("Not one page of the file “{name}” belongs to this vault.", name=name),
        say("Nothing was changed. Please restore a backup, or put back the file that belongs here."),
    )

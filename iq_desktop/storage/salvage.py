"""The rescue of a damaged vault: what can be read goes into a new one under the same passwords; the old is set aside.

The journal of the old vault stays a chain as far as it is unbroken; what comes behind a gap is kept as values of new
entries, so that nothing readable is lost and the chain can be proved again.
"""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select

from iq_desktop.storage import engine
from iq_desktop.storage.case_line import line_of
from iq_desktop.storage.case_line_rows import add_line
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.deadline_rows import set_deadlines
from iq_desktop.storage.header_places import write_header
from iq_desktop.storage.instance_lock import lock_vault
from iq_desktop.storage.journal import CASE_ERASED, JournalEntry, append_entry, verify_journal
from iq_desktop.storage.journal_replay import CASE_SAVED
from iq_desktop.storage.migrations.schema import CASES, REFERENCE, migrate
from iq_desktop.storage.problems import DamagedDatabaseError, ForeignDatabaseError, disk_refused, plain_errors
from iq_desktop.storage.quarantine import exchange, rescue_folder, sweep_half_made
from iq_desktop.storage.row_shapes import read_shapes
from iq_desktop.storage.salvage_rows import Salvaged, salvage_rows
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.tables import case_tables, journal, metadata
from iq_desktop.storage.unlocking import Secret, Unlocked, unlock_newest
from iq_desktop.storage.vault_checks import check_before_opening
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME, check_place
from iq_desktop.storage.wreck import Wreck, copy_wreck
from iq_desktop.storage.write_ahead_log import log_path
from iq_desktop.usecases.vault_health import Rescue
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from iq_desktop.storage.vault_header import VaultHeader
    from iq_desktop.usecases.ports import Clock
    from iq_desktop.usecases.progress import Progress

Row = dict[str, Any]
RESCUED: Final = "vault_rescued"
"""The kind of the entries that a rescue writes: what it brought back, and old entries from behind a gap."""
_ENTRIES_AT_ONCE: Final = 100
_JOURNAL: Final = ("journal", "journal_payload")


def rescue_vault(folder: Path, secret: Secret, clock: Clock, progress: Progress) -> Rescue:
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
            rescue = _build(folder, new, unlocked, clock, progress)
        lock.release()
        aside = exchange(folder, new, clock.today())
    except OSError as error:
        raise disk_refused() from error
    finally:
        lock.release()
        shutil.rmtree(new, ignore_errors=True)
    return replace(rescue, aside=aside.name)


def _build(folder: Path, new: Path, unlocked: Unlocked, clock: Clock, progress: Progress) -> Rescue:
    """Make the new vault in its draft folder, complete and checked."""
    header = replace(unlocked.header, device=secrets.token_hex(16)).with_next_revision(unlocked.root)
    key = unlocked.root.derive(Purpose.CASES)
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
            rescue = _fill(connection, found, wreck, header, unlocked, clock)
    finally:
        database.close()
    shutil.rmtree(scratch)
    is_whole = _bring_catalogues(folder, new, unlocked)
    write_header(new, header)
    return replace(rescue, is_without_catalogues=not is_whole)


def _fill(
    connection: Connection, found: Salvaged, wreck: Wreck, header: VaultHeader, unlocked: Unlocked, clock: Clock
) -> Rescue:
    """Write the salvaged rows, make lines and search again, and note the rescue in the journal."""
    for table in metadata.sorted_tables:
        rows = [] if table.name in _JOURNAL else found.of(table.name)
        if rows:
            connection.execute(insert(table), rows)
    _count_numbers(connection, found)
    _make_lines(connection, found, clock)
    behind, lost = _fill_journal(connection, found, header, unlocked)
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
        actor = unlocked.slot.id
        entry = JournalEntry(header.device, actor, clock.now(), RESCUED, None, payload)
        append_entry(connection, header.journal_key(unlocked.root), entry)
    return rescue


def _make_lines(connection: Connection, found: Salvaged, clock: Clock) -> None:
    """Make again what the list shows and finds of each case, with the moment of its last save."""
    entries = sorted(found.of("journal"), key=lambda row: str(row["utc"]))
    saved = {row["case_id"]: row["utc"] for row in entries if row["kind"] == CASE_SAVED}
    for case_id in connection.execute(select(case_tables.case_file.c.id)).scalars().all():
        case = find_case(connection, case_id)
        if case is not None:
            changed_at = dt.datetime.fromisoformat(saved[case_id]) if case_id in saved else clock.now()
            add_line(connection, line_of(case, changed_at, clock.today()))
            set_deadlines(connection, case)


def _fill_journal(
    connection: Connection, found: Salvaged, header: VaultHeader, unlocked: Unlocked
) -> tuple[list[dict[str, Any]], int]:
    """Write the unbroken beginnings of the chains; return what lies behind, in portions, and how many are missing."""
    entries = found.of("journal")
    payloads = {(row["device"], row["seq"]): row for row in found.of("journal_payload")}
    chained, behind, lost = _split_chains(entries, payloads)
    tables = metadata.tables
    savepoint = connection.begin_nested()
    if chained:
        connection.execute(insert(journal), chained)
        values = [payloads[row["device"], row["seq"]] for row in chained if (row["device"], row["seq"]) in payloads]
        if values:
            connection.execute(insert(tables["journal_payload"]), values)
    if verify_journal(connection, header.journal_key(unlocked.root)) is None:
        savepoint.commit()
    else:
        savepoint.rollback()
        behind = chained + behind
    written = [_plain(row, payloads.get((row["device"], row["seq"]))) for row in behind]
    portions = range(0, len(written), _ENTRIES_AT_ONCE)
    return [{"entries": written[start : start + _ENTRIES_AT_ONCE]} for start in portions], lost


def _split_chains(entries: Sequence[Row], payloads: Mapping[Any, Row]) -> tuple[list[Row], list[Row], int]:
    """Return the entries of unbroken beginnings, those behind a gap, and how many the gaps hide."""
    erased = {row["case_id"] for row in entries if row["kind"] == CASE_ERASED}
    chained: list[Row] = []
    behind: list[Row] = []
    lost = 0
    for device in sorted({row["device"] for row in entries}):
        own = sorted((row for row in entries if row["device"] == device), key=lambda row: int(row["seq"]))
        unbroken = 0
        for row in own:
            has_values = (device, row["seq"]) in payloads or row["case_id"] in erased
            if row["seq"] != unbroken + 1 or not has_values:
                break
            unbroken += 1
        chained += own[:unbroken]
        behind += own[unbroken:]
        lost += own[-1]["seq"] - len(own)
    return chained, behind, lost


def _plain(row: Row, values: Row | None) -> Row:
    """Return an old entry as plain values."""
    kept = {name: row[name] for name in ("device", "seq", "actor", "utc", "kind", "case_id")}
    return kept | {"payload": values["payload"].decode() if values else None}


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


def _bring_catalogues(folder: Path, new: Path, unlocked: Unlocked) -> bool:
    """Copy the catalogues where every page of them is whole, else begin anew; return whether they came along."""
    source, key = folder / REFERENCE_NAME, unlocked.root.derive(Purpose.REFERENCE)
    target = new / REFERENCE_NAME
    with suppress(OSError, DamagedDatabaseError):
        check_before_opening(source, key)
        shutil.copyfile(source, target)
        if log_path(source).exists():
            shutil.copyfile(log_path(source), log_path(target))
        if engine.is_opened_by(target, key):
            return True
    for path in (target, log_path(target)):
        path.unlink(missing_ok=True)
    database = engine.create_database(target, key)
    try:
        migrate(database, REFERENCE)
    finally:
        database.close()
    return False


def _nothing_readable(name: str) -> ForeignDatabaseError:
    return ForeignDatabaseError(
        say("Not one page of the file “{name}” belongs to this vault.", name=name),
        say("Nothing was changed. Please restore a backup, or put back the file that belongs here."),
    )

"""Is the vault as it was written? A quick look at every start, and the whole of it once a week.

The start proves every page of both files by its seal, and looks at structure, links and the end of the journal. The
whole check adds what takes longer: the cipher's own check, every index, the search index against its words, the chain
of the journal from its first entry, every case with all its parts.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select, text

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.header_places import places_of, read_headers
from iq_desktop.storage.journal import find_fault_at_ends, verify_journal
from iq_desktop.storage.page_seals import PAGE_BYTES, find_bad_pages
from iq_desktop.storage.problems import VaultBusyError, damaged_database, plain_errors
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.tables import metadata
from iq_desktop.storage.write_ahead_log import read_log
from iq_desktop.usecases.vault_health import VaultCheck, VaultPart
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.secret_key import SecretKey
    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.ports import Clock
    from iq_desktop.usecases.progress import Progress

_LARGEST_QUICK: Final = 64 * 1024 * 1024
"""Bytes of a database whose structure is looked at in each start; a larger one has its seals proved only."""


def check_before_opening(path: Path, key: SecretKey) -> None:
    """Raise DamagedDatabaseError where a page or the log of a closed database is not as it was written.

    A file that is missing or of which not one page fits the key is left to the opening, which says so better.
    """
    if not path.is_file():
        return
    log = read_log(path)
    replaced = log.pages.keys()
    bad = [number for number in find_bad_pages(path, key) if number not in replaced]
    is_another = len(bad) * PAGE_BYTES >= path.stat().st_size
    if log.is_bent or (bad and not is_another):
        raise damaged_database(path.name)


def check_at_start(database: Database, journal_key: SecretKey | None = None) -> None:
    """Raise DamagedDatabaseError where a database that was just opened does not hang together.

    With a key the end of its journal is looked at too; a database without a journal needs none.
    """
    size = database.path.stat().st_size
    with database.reading() as connection:
        is_sound = _has_its_length(connection, database) and (
            size > _LARGEST_QUICK or (_says_ok(connection, "quick_check(1)") and _is_linked(connection))
        )
        if journal_key is not None and is_sound:
            is_sound = find_fault_at_ends(connection, journal_key) is None
    if not is_sound:
        raise damaged_database(database.path.name)


@dataclass(frozen=True, slots=True)
class _Step:
    """One part of the whole check; `is_sound` may raise IqError, which counts as not sound."""

    part: VaultPart
    is_sound: Callable[[], bool]


def check_wholly(vault: Vault, clock: Clock, progress: Progress) -> VaultCheck:
    """Check everything of an open vault and return what was found; saving goes on meanwhile.

    Raises VaultBusyError where something could not be looked at because it is in use: that is no damage.
    """
    steps = _steps(vault)
    broken = []
    for done, step in enumerate(steps):
        progress.step(done, len(steps), say("Checking: {part}", part=step.part.label))
        try:
            is_sound = step.is_sound()
        except VaultBusyError:
            raise
        except IqError:
            is_sound = False
        if not is_sound:
            broken.append(step.part)
    return VaultCheck(clock.now(), tuple(broken))


def _steps(vault: Vault) -> tuple[_Step, ...]:
    cases, reference = vault.cases, vault.reference
    return (
        _Step(VaultPart.HEADER, lambda: _has_all_headers(vault)),
        _Step(VaultPart.LENGTH, lambda: _asked(cases, lambda connection: _has_its_length(connection, cases))),
        _Step(VaultPart.PAGES, lambda: _has_true_pages(cases, vault.key(Purpose.CASES))),
        _Step(VaultPart.STRUCTURE, lambda: _asked(cases, lambda connection: _says_ok(connection, "integrity_check"))),
        _Step(VaultPart.LINKS, lambda: _asked(cases, _is_linked)),
        _Step(VaultPart.SEARCH, lambda: _has_true_search(cases, "case_search")),
        _Step(VaultPart.JOURNAL, lambda: _asked(cases, lambda connection: _is_chained(connection, vault))),
        _Step(VaultPart.COUNTS, lambda: _asked(cases, _has_all_parts)),
        _Step(VaultPart.CATALOGUES, lambda: _is_whole_reference(reference, vault.key(Purpose.REFERENCE))),
    )


def _asked(database: Database, question: Callable[[Connection], bool]) -> bool:
    with database.reading() as connection:
        return question(connection)


def _has_all_headers(vault: Vault) -> bool:
    return all(path.is_file() for path in places_of(vault.folder)) and len(read_headers(vault.folder)) == 1


def _has_its_length(connection: Connection, database: Database) -> bool:
    """Return whether the file is as long as it says; while a log waits beside it, it may be shorter."""
    said = connection.exec_driver_sql("PRAGMA page_count").scalar_one() * PAGE_BYTES
    is_waiting = bool(read_log(database.path).pages)
    return is_waiting or database.path.stat().st_size == said


@contextmanager
def _at_rest(database: Database) -> Iterator[None]:
    """Keep writers out, with everything committed in the main file: else the cipher's check cries wolf."""
    database.checkpoint()
    with database.keeping_writers_out():
        yield


def _has_true_pages(database: Database, key: SecretKey) -> bool:
    with _at_rest(database):
        with database.reading() as connection:
            found = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
        return not found and not find_bad_pages(database.path, key)


def _says_ok(connection: Connection, check: str) -> bool:
    return [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA {check}")] == [("ok",)]


def _is_linked(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None


def _has_true_search(database: Database, name: str) -> bool:
    """Return whether a search index agrees with the words it is made of; it checks itself by an INSERT."""
    with database.writing() as connection, plain_errors():
        connection.execute(text(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"))  # noqa: S608  (ours)
    return True


def _is_chained(connection: Connection, vault: Vault) -> bool:
    return verify_journal(connection, vault.key(Purpose.JOURNAL)) is None


def _has_all_parts(connection: Connection) -> bool:
    """Return whether every case has a line and each part of which there is exactly one, and its number was counted."""
    cases = _count(connection, "case_file")
    singles = [PART_TABLES[name].name for name, part in codec_of(CaseFile).parts.items() if not part.several]
    if any(_count(connection, name) != cases for name in (*singles, "case_line")):
        return False
    counted = metadata.tables["case_number"]
    highest = {row.year: row.last for row in connection.execute(select(counted.c.year, counted.c.last))}
    numbers = connection.execute(select(metadata.tables["case_file"].c.number)).scalars()
    return all(_is_counted(number, highest) for number in numbers)


def _is_counted(number: str, highest: dict[Any, Any]) -> bool:
    year, _, counted = number.partition("-")
    return int(counted) <= highest.get(int(year), 0) if year.isdigit() and counted.isdigit() else True


def _count(connection: Connection, name: str) -> int:
    return connection.execute(select(func.count()).select_from(metadata.tables[name])).scalar_one()


def _is_whole_reference(database: Database, key: SecretKey) -> bool:
    if not _has_true_pages(database, key):
        return False
    with database.reading() as connection:
        return (
            _has_its_length(connection, database) and _says_ok(connection, "integrity_check") and _is_linked(connection)
        )

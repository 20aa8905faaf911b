"""One use case as the program saves it (data, journal, search in one transaction), and what must hold after a crash."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import text

from iq_desktop.storage.journal import JournalEntry, append_entry, verify_journal
from iq_desktop.storage.key_slots import FLOOR_COST, Purpose
from iq_desktop.storage.vault import NewAdviser, Vault, create_vault, open_vault
from tests.support.chance import seeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

ADVISER: Final = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
_START: Final = dt.datetime(2026, 11, 3, tzinfo=dt.UTC)


def make_vault(folder: Path) -> None:
    """Make a closed vault with tables for the scenario."""
    vault, _ = create_vault(folder, [ADVISER], cost=FLOOR_COST)
    with vault, vault.cases.restructuring() as connection:
        connection.execute(text("CREATE TABLE crash_case (id INTEGER PRIMARY KEY, parts INTEGER, words TEXT)"))
        connection.execute(text("CREATE TABLE crash_part (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL)"))
        connection.execute(text("CREATE VIRTUAL TABLE crash_found USING fts5(words)"))
        connection.execute(text("INSERT INTO crash_found (crash_found, rank) VALUES ('secure-delete', 1)"))


def open_made_vault(folder: Path) -> Vault:
    """Open the vault as a person does, through header, key derivation and checks."""
    return open_vault(folder, ADVISER.name, ADVISER.password)


def save_cases(vault: Vault, confirm: Callable[[int], object], count: int, seed: int) -> None:
    """Save cases one after the other, sometimes changing an old one, and confirm each only after its commit."""
    chance = seeded(seed)
    with vault.cases.reading() as connection:
        last = highest_case(connection)
    for number in range(last + 1, last + 1 + count):
        with vault.cases.writing() as connection:
            save_case(vault, connection, number, chance.randrange(1, 4000), chance.randrange(5))
            if chance.random() < 0.3:
                change_case(vault, connection, chance.randrange(1, number + 1))
        confirm(number)


def save_case(vault: Vault, connection: Connection, number: int, length: int, parts: int) -> None:
    """Write all rows of one new case."""
    values = {"id": number, "parts": parts, "words": f"fall{number} " + "x" * length}
    connection.execute(text("INSERT INTO crash_case VALUES (:id, :parts, :words)"), values)
    for _ in range(parts):
        connection.execute(text("INSERT INTO crash_part (case_id) VALUES (:id)"), values)
    connection.execute(text("INSERT INTO crash_found (rowid, words) VALUES (:id, :words)"), values)
    _write_journal(vault, connection, number, length)


def change_case(vault: Vault, connection: Connection, number: int) -> None:
    """Write all rows of a change: the words and what is found by them."""
    values = {"id": number, "words": f"fall{number} geändert"}
    connection.execute(text("UPDATE crash_case SET words = :words WHERE id = :id"), values)
    connection.execute(text("DELETE FROM crash_found WHERE rowid = :id"), values)
    connection.execute(text("INSERT INTO crash_found (rowid, words) VALUES (:id, :words)"), values)
    _write_journal(vault, connection, number, 0)


def _write_journal(vault: Vault, connection: Connection, number: int, length: int) -> None:
    payload = {"new": number, "length": length}
    entry = JournalEntry(vault.device, vault.unlocked_by.id, _START, "case_saved", str(number), payload)
    append_entry(connection, vault.key(Purpose.JOURNAL), entry)


def highest_case(connection: Connection) -> int:
    """Return the number of the newest case."""
    return int(_one(connection, "SELECT coalesce(max(id), 0) FROM crash_case"))


def list_faults(vault: Vault, confirmed: int) -> list[str]:
    """Return everything that a crash must not have done, in words; empty when all promises were kept."""
    with vault.cases.writing() as connection:  # the index checks itself by an INSERT
        faults = [*_half_saves(connection), *_damage(connection)]
        if highest_case(connection) < confirmed:
            faults.append(f"confirmed {confirmed}, found {highest_case(connection)}")
        fault = verify_journal(connection, vault.key(Purpose.JOURNAL))
        if fault is not None:
            faults.append(str(fault))
    vault.cases.checkpoint()
    with vault.cases.reading() as connection:
        faults += [f"cipher: {row}" for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()]
    return faults


def _half_saves(connection: Connection) -> Iterator[str]:
    counted = {
        "gaps": "SELECT max(id) - count(*) FROM crash_case",
        "parts": (
            "SELECT count(*) FROM crash_case WHERE parts <> "
            "(SELECT count(*) FROM crash_part WHERE case_id = crash_case.id)"
        ),
        "search": (
            "SELECT count(*) FROM crash_case LEFT JOIN crash_found ON crash_found.rowid = crash_case.id "
            "WHERE crash_found.words IS NOT crash_case.words"
        ),
        "superfluous": "SELECT count(*) FROM crash_found WHERE rowid NOT IN (SELECT id FROM crash_case)",
        "journal": "SELECT count(*) FROM crash_case WHERE id NOT IN (SELECT CAST(case_id AS INTEGER) FROM journal)",
        "early": "SELECT count(*) FROM journal WHERE CAST(case_id AS INTEGER) NOT IN (SELECT id FROM crash_case)",
        "changes": (
            "SELECT count(*) FROM crash_case WHERE (words LIKE '%geändert') <> "
            "((SELECT count(*) FROM journal WHERE CAST(case_id AS INTEGER) = crash_case.id) > 1)"
        ),
    }
    for name, question in counted.items():
        if _one(connection, question):
            yield f"half save: {name}"


def _damage(connection: Connection) -> Iterator[str]:
    for check in ("integrity_check", "foreign_key_check"):
        rows = connection.exec_driver_sql(f"PRAGMA {check}").all()
        if [tuple(row) for row in rows] not in ([], [("ok",)]):
            yield f"{check}: {rows[:3]}"
    connection.execute(text("INSERT INTO crash_found (crash_found, rank) VALUES ('integrity-check', 1)"))


def _one(connection: Connection, question: str) -> Any:
    return connection.execute(text(question)).scalar_one() or 0

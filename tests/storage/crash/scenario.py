"""Cases saved as the program saves them: rows, journal and search in one go; and what must hold after a crash."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import text

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client
from iq_desktop.domain.competence import Competence
from iq_desktop.domain.contact import Contact
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal import verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST, Purpose
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from tests.support.chance import seeded
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

ADVISER: Final = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
CLOCK: Final = FixedClock()


def make_vault(folder: Path) -> None:
    """Make a closed vault."""
    vault, _ = create_vault(folder, [ADVISER], cost=FLOOR_COST)
    vault.close()


def open_made_vault(folder: Path) -> Vault:
    """Open the vault as a person does, through header, key derivation and checks."""
    return open_vault(folder, ADVISER.name, ADVISER.password)


def save_cases(vault: Vault, confirm: Callable[[int], object], count: int, seed: int) -> None:
    """Save one case after the other, sometimes an old one changed, and confirm the number of saves after each."""
    chance, cases = seeded(seed), VaultCases(vault.cases, pen_of(vault, CLOCK))
    with vault.cases.reading() as connection:
        ids, saves = _ids(connection), count_saves(connection)
    for number in range(saves + 1, saves + 1 + count):
        is_change = bool(ids) and chance.random() < 0.4
        old = _read(vault, chance.choice(ids)) if is_change else CaseFile(opened_on=CLOCK.today())
        saved = cases.save(_filled(old, chance))
        if not is_change:
            ids.append(saved.id)
        confirm(number)


def _filled(case: CaseFile, chance: random.Random) -> CaseFile:
    """Return the case with other words in every table that a save touches; `expectation` counts the competences."""
    word = f"Wort{chance.randrange(10**9)}"
    competences = tuple(Competence("", f"{word} {place}") for place in range(chance.randrange(5)))
    return replace(
        case,
        client=Client(family_name=word, place=word, street="x" * chance.randrange(1, 4000)),
        contact=Contact(concern_in_words=word, expectation=str(len(competences))),
        competences=competences,
    )


def _read(vault: Vault, case_id: str) -> CaseFile:
    with vault.cases.reading() as connection:
        case = find_case(connection, case_id)
    if case is None:
        raise LookupError(case_id)
    return case


def _ids(connection: Connection) -> list[str]:
    return list(connection.execute(text("SELECT id FROM case_file ORDER BY number")).scalars())


def count_saves(connection: Connection) -> int:
    """Return how many saves the vault holds: every save of a case adds one to its revision."""
    return int(_one(connection, "SELECT coalesce(sum(revision), 0) FROM case_file"))


def list_faults(vault: Vault, confirmed: int) -> list[str]:
    """Return everything that a crash must not have done, in words; empty when all promises were kept."""
    with vault.cases.writing() as connection:  # the index checks itself by an INSERT
        faults = [*_half_saves(connection), *_damage(connection)]
        if count_saves(connection) < confirmed:
            faults.append(f"confirmed {confirmed}, found {count_saves(connection)}")
        fault = verify_journal(connection, vault.key(Purpose.JOURNAL))
        if fault is not None:
            faults.append(str(fault))
    vault.cases.checkpoint()
    with vault.cases.reading() as connection:
        faults += [f"cipher: {row}" for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()]
    return faults


def _half_saves(connection: Connection) -> Iterator[str]:
    counted = {
        "numbers": "SELECT (SELECT coalesce(sum(last), 0) FROM case_number) - (SELECT count(*) FROM case_file)",
        "contact": "SELECT count(*) FROM case_file WHERE id NOT IN (SELECT case_id FROM contact)",
        "competences": (
            "SELECT count(*) FROM contact WHERE CAST(expectation AS INTEGER) <> "
            "(SELECT count(*) FROM competence WHERE competence.case_id = contact.case_id)"
        ),
        "words": "SELECT count(*) FROM contact JOIN client USING (case_id) WHERE concern_in_words <> family_name",
        "line": (
            "SELECT count(*) FROM client LEFT JOIN case_line USING (case_id) "
            "WHERE case_line.place IS NOT client.place OR case_line.name IS NOT client.family_name"
        ),
        "journal": (
            "SELECT count(*) FROM case_file WHERE revision <> "
            "(SELECT count(*) FROM journal WHERE journal.case_id = case_file.id AND kind = 'case_saved')"
        ),
        "early": "SELECT count(*) FROM journal WHERE kind = 'case_saved' AND case_id NOT IN (SELECT id FROM case_file)",
    }
    for name, question in counted.items():
        if _one(connection, question):
            yield f"half save: {name}"


def _damage(connection: Connection) -> Iterator[str]:
    for check in ("integrity_check", "foreign_key_check"):
        rows = connection.exec_driver_sql(f"PRAGMA {check}").all()
        if [tuple(row) for row in rows] not in ([], [("ok",)]):
            yield f"{check}: {rows[:3]}"
    connection.execute(text("INSERT INTO case_search (case_search, rank) VALUES ('integrity-check', 1)"))


def _one(connection: Connection, question: str) -> Any:
    return connection.execute(text(question)).scalar_one() or 0

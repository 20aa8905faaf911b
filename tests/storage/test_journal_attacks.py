"""Whoever has the file open but not the journal key changes nothing unnoticed: a thousand attacks, each is found.

They are made on journals of two devices with an erased case in them, and once more after the vault got a new key.
What an attacker may know: every row, how seals and commitments are made, and any other key than the journal's.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
from typing import TYPE_CHECKING, Any, Final

import pytest

from iq_desktop.storage.access import VaultKeys
from iq_desktop.storage.engine import Database, create_database
from iq_desktop.storage.journal import (
    CASE_ERASED,
    JournalAnchor,
    JournalEntry,
    _commitment,
    _json_bytes,
    _mac,
    append_entry,
    erase_values,
    list_ends,
    verify_journal,
)
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.journal_verifying import verify_wholly
from iq_desktop.storage.key_slots import FLOOR_COST, make_root_key
from iq_desktop.storage.migrations.schema import CASES, migrate
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.fakes import FixedClock
from tests.support.vaults import PASSWORD

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from iq_desktop.storage.secret_key import SecretKey
    from iq_desktop.storage.vault import Vault
    from iq_desktop.wording.text import Text

KEY: Final = make_root_key()
FOREIGN: Final = make_root_key()
START: Final = dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC)
DEVICES: Final = ("device-a", "device-b")
LENGTH: Final = 40
ERASED: Final = "case-3"
HEADER: Final = ("actor", "utc", "kind", "case_id")
ATTACKS: Final = count(60, 1000)


class UndoError(Exception):
    """Takes an attack back."""


def entry(device: str, number: int, kind: str = "case_saved", case: str | None = None) -> JournalEntry:
    moment = START + dt.timedelta(minutes=number)
    payload = {"client.family_name": [f"Öz {number}", f"Öztürk {number}"]}
    return JournalEntry(device, f"adviser-{number % 2}", moment, kind, case or f"case-{number % 5}", payload)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Two chains of forty entries; the values of one case were erased in the middle of the first."""
    made = create_database(tmp_path_factory.mktemp("journal") / "cases.db", make_root_key())
    migrate(made, CASES)
    with made.writing() as connection:
        for device in DEVICES:
            for number in range(1, LENGTH // 2 + 1):
                append_entry(connection, KEY, entry(device, number))
        erase_values(connection, ERASED)
        for device in DEVICES:
            append_entry(connection, KEY, entry(device, LENGTH // 2 + 1, CASE_ERASED, ERASED))
            for number in range(LENGTH // 2 + 2, LENGTH + 1):
                append_entry(connection, KEY, entry(device, number, case="case-1" if number % 5 == 3 else None))
    yield made
    made.close()


def rows_of(connection: Connection, device: str) -> dict[int, Any]:
    found = connection.exec_driver_sql("SELECT * FROM journal WHERE device = ? ORDER BY seq", (device,)).all()
    return {row.seq: row for row in found}


def values_of(connection: Connection, device: str) -> dict[int, Any]:
    found = connection.exec_driver_sql("SELECT * FROM journal_payload WHERE device = ?", (device,)).all()
    return {row.seq: row for row in found}


def write(connection: Connection, device: str, at: int, **cells: Any) -> None:
    named = ", ".join(f"{name} = ?" for name in cells)
    statement = f"UPDATE journal SET {named} WHERE device = ? AND seq = ?"  # noqa: S608  (our own names)
    connection.exec_driver_sql(statement, (*cells.values(), device, at))


def header_of(row: Any, **changes: Any) -> bytes:
    told = {name: getattr(row, name) for name in ("device", "seq", *HEADER)} | changes
    return _json_bytes(list(told.values()))


def place(connection: Connection, chance: random.Random) -> tuple[str, int, int, dict[int, Any]]:
    device = chance.choice(DEVICES)
    rows = rows_of(connection, device)
    first, second = chance.sample(sorted(rows), 2)
    return device, first, second, rows


def edit_a_cell(connection: Connection, chance: random.Random) -> bool:
    """Put another entry's cell in the place of one."""
    device, first, second, rows = place(connection, chance)
    name = chance.choice([*HEADER, "header", "commitment", "mac"])
    write(connection, device, first, **{name: getattr(rows[second], name)})
    return bool(getattr(rows[first], name) != getattr(rows[second], name))


def edit_cell_and_header(connection: Connection, chance: random.Random) -> bool:
    """Change who, when, what or which case, and the header with it."""
    device, seq, _, rows = place(connection, chance)
    name = chance.choice(HEADER)
    cells = {name: f"{getattr(rows[seq], name)}x"}
    write(connection, device, seq, header=header_of(rows[seq], **cells), **cells)
    return True


def forge_a_seal(connection: Connection, chance: random.Random) -> bool:
    """Rewrite an entry whole, and the chain behind it, with another key."""
    device, seq, _, rows = place(connection, chance)
    values = values_of(connection, device)
    previous = rows[seq - 1].mac if seq > 1 else bytes(32)
    for number in range(seq, len(rows) + 1):
        commitment = rows[number].commitment
        if number == seq and number in values:
            payload = json.dumps({"client.family_name": ["", "Schmidt"]}).encode()
            commitment = _commitment(values[number].salt, payload)
            statement = "UPDATE journal_payload SET payload = ? WHERE device = ? AND seq = ?"
            connection.exec_driver_sql(statement, (payload, device, number))
        previous = _mac(FOREIGN.material, previous, rows[number].header, commitment)
        write(connection, device, number, commitment=commitment, mac=previous)
    return True


def delete_an_entry(connection: Connection, chance: random.Random) -> bool:
    """Take an entry out; those behind it may move up."""
    device, seq, _, rows = place(connection, chance)
    connection.exec_driver_sql("DELETE FROM journal_payload WHERE device = ? AND seq = ?", (device, seq))
    connection.exec_driver_sql("DELETE FROM journal WHERE device = ? AND seq = ?", (device, seq))
    if chance.random() < 0.5:
        for number in range(seq + 1, len(rows) + 1):
            move(connection, device, number, number - 1, rows[number])
    return True


def move(connection: Connection, device: str, old: int, new: int, row: Any) -> None:
    """Give an entry another number, in its header too."""
    write(connection, device, old, seq=new, header=header_of(row, seq=new))
    connection.exec_driver_sql("UPDATE journal_payload SET seq = ? WHERE device = ? AND seq = ?", (new, device, old))


def insert_an_entry(connection: Connection, chance: random.Random) -> bool:
    """Append a forged entry, or put a copy of an old one at the end: a replay."""
    device, seq, _, rows = place(connection, chance)
    new = len(rows) + 1
    row, values = rows[seq], values_of(connection, device)
    is_forged = chance.random() < 0.5
    kind = CASE_ERASED if is_forged else row.kind
    header = header_of(row, seq=new, kind=kind)
    mac = _mac(FOREIGN.material, rows[new - 1].mac, header, row.commitment) if is_forged else row.mac
    cells = (device, new, row.actor, row.utc, kind, row.case_id, header, row.commitment, mac)
    connection.exec_driver_sql("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", cells)
    if seq in values:
        copy = (device, new, values[seq].salt, values[seq].payload)
        connection.exec_driver_sql("INSERT INTO journal_payload VALUES (?, ?, ?, ?)", copy)
    return True


def swap_entries(connection: Connection, chance: random.Random) -> bool:
    """Let two entries change places, with or without their values, with right numbers or without."""
    device, first, second, rows = place(connection, chance)
    is_renumbered = chance.random() < 0.5
    for target, source in ((first, rows[second]), (second, rows[first])):
        cells = {name: getattr(source, name) for name in (*HEADER, "header", "commitment", "mac")}
        if is_renumbered:
            cells["header"] = header_of(source, seq=target)
        write(connection, device, target, **cells)
    if chance.random() < 0.5:
        swap_values(connection, device, first, second)
    return True


def swap_values(connection: Connection, device: str, first: int, second: int) -> bool:
    values = values_of(connection, device)
    if first not in values or second not in values:
        return False
    for target, source in ((first, values[second]), (second, values[first])):
        statement = "UPDATE journal_payload SET salt = ?, payload = ? WHERE device = ? AND seq = ?"
        connection.exec_driver_sql(statement, (source.salt, source.payload, device, target))
    return True


def exchange_values(connection: Connection, chance: random.Random) -> bool:
    """Let two entries exchange their values, or their salts only."""
    device, first, second, _ = place(connection, chance)
    return swap_values(connection, device, first, second)


def bend_values(connection: Connection, chance: random.Random) -> bool:
    """Change one bit of values or salt, or their kind of cell."""
    device, seq, _, _ = place(connection, chance)
    values = values_of(connection, device)
    if seq not in values:
        return False
    name = chance.choice(["salt", "payload"])
    cell = bytearray(getattr(values[seq], name))
    cell[chance.randrange(len(cell))] ^= 1 << chance.randrange(8)
    bent: Any = bytes(cell) if chance.random() < 0.8 else "words"
    statement = f"UPDATE journal_payload SET {name} = ? WHERE device = ? AND seq = ?"  # noqa: S608  (ours)
    connection.exec_driver_sql(statement, (bent, device, seq))
    return True


def take_values_away(connection: Connection, chance: random.Random) -> bool:
    """Delete the values of one entry, or of a whole case, without an erasure; or forge the erasure."""
    device, seq, _, rows = place(connection, chance)
    values = values_of(connection, device)
    if seq not in values or rows[seq].case_id == ERASED:
        return False
    connection.exec_driver_sql("DELETE FROM journal_payload WHERE device = ? AND seq = ?", (device, seq))
    if chance.random() < 0.5:
        last = rows[len(rows)]
        header = header_of(last, kind=CASE_ERASED, case_id=rows[seq].case_id)
        write(connection, device, last.seq, kind=CASE_ERASED, case_id=rows[seq].case_id, header=header)
    return True


def cut_the_end(connection: Connection, chance: random.Random) -> bool:
    """Cut off the end of a chain, or all of it; only an anchor tells."""
    device, seq, _, _ = place(connection, chance)
    seq = chance.choice([seq, 1])
    connection.exec_driver_sql("DELETE FROM journal_payload WHERE device = ? AND seq >= ?", (device, seq))
    connection.exec_driver_sql("DELETE FROM journal WHERE device = ? AND seq >= ?", (device, seq))
    return True


def move_to_another_device(connection: Connection, chance: random.Random) -> bool:
    """Tell a chain, or its entries, as another device's."""
    device, seq, _, rows = place(connection, chance)
    other = next(one for one in DEVICES if one != device)
    row = rows_of(connection, other)[min(seq, LENGTH)]
    write(
        connection, device, seq, header=header_of(row, device=device, seq=seq), **{n: getattr(row, n) for n in HEADER}
    )
    write(connection, device, seq, commitment=row.commitment, mac=row.mac)
    return bool(rows)


def garble_a_seal(connection: Connection, chance: random.Random) -> bool:
    """Put noise, nothing or words in the place of a seal or a commitment."""
    device, seq, _, _ = place(connection, chance)
    cell: Any = chance.choice([secrets.token_bytes(32), b"", "words", 7])
    write(connection, device, seq, **{chance.choice(["mac", "commitment", "header"]): cell})
    return True


ALL: Final = (
    edit_a_cell,
    edit_cell_and_header,
    forge_a_seal,
    delete_an_entry,
    insert_an_entry,
    swap_entries,
    exchange_values,
    bend_values,
    take_values_away,
    cut_the_end,
    move_to_another_device,
    garble_a_seal,
)


def ends(database: Database) -> tuple[JournalAnchor, ...]:
    with database.reading() as connection:
        return list_ends(connection)


def try_attack(
    database: Database, attack: Any, chance: random.Random, anchors: tuple[JournalAnchor, ...], key: SecretKey = KEY
) -> bool:
    """Make one attack, hold the journal against it, take it back; returns whether it did anything."""
    is_done = False
    with pytest.raises(UndoError), database.restructuring() as connection:  # noqa: PT012  (undone on purpose)
        is_done = attack(connection, chance)
        fault = verify_journal(connection, key, anchors)
        assert (fault is not None) or not is_done, attack.__name__
        check = verify_wholly(connection, key, anchors, Silence())
        assert check.is_sound is (fault is None)
        if check.fault:
            assert check.fault.number >= 1
            assert check.fault.device == fault.device if fault else ""
        raise UndoError
    return is_done


def test_every_attack_is_found_and_named_with_its_place(database: Database) -> None:
    chance, anchors = seeded(5), ends(database)
    tried = done = 0
    while done < ATTACKS:
        done += try_attack(database, ALL[tried % len(ALL)], chance, anchors)
        tried += 1
    assert tried < 3 * ATTACKS
    with database.reading() as connection:
        assert verify_journal(connection, KEY, anchors) is None, "every attack was taken back"


@pytest.mark.parametrize("attack", ALL, ids=lambda one: one.__name__)
def test_each_kind_of_attack_is_found(database: Database, attack: Any) -> None:
    chance, anchors = seeded(11), ends(database)
    assert sum(try_attack(database, attack, chance, anchors) for _ in range(6))


def test_after_a_new_key_of_the_vault_everything_is_still_found(vault: Vault) -> None:
    """The journal keeps its own key: what was written before and after is one chain."""
    pen = pen_of(vault, FixedClock())
    with vault.cases.writing() as connection:
        for number in range(5):
            pen.note(connection, "case_saved", f"case-{number}", {"words": [None, "before"]})
    VaultKeys(vault, pen, FLOOR_COST).give_new_key(vault.unlocked_by.id, PASSWORD, Silence())
    with vault.cases.writing() as connection:
        for number in range(5):
            pen.note(connection, "case_saved", f"case-{number}", {"words": [None, "after"]})
    anchors, chance, key = ends(vault.cases), seeded(13), vault.key(Purpose.JOURNAL)
    for statement in (
        "UPDATE journal SET actor = 'x' WHERE seq = 2",
        "UPDATE journal SET mac = zeroblob(32) WHERE seq = 9",
        "DELETE FROM journal_payload WHERE seq = 3",
        "UPDATE journal_payload SET payload = CAST('{}' AS BLOB) WHERE seq = 8",
    ):
        assert try_attack(
            vault.cases, lambda one, _, words=statement: bool(one.exec_driver_sql(words)), chance, anchors, key
        )
    with vault.cases.reading() as connection:
        assert verify_journal(connection, key, anchors) is None


def test_a_cut_end_is_found_by_an_anchor_alone(database: Database) -> None:
    anchors = ends(database)
    with pytest.raises(UndoError), database.restructuring() as connection:  # noqa: PT012  (undone on purpose)
        cut_the_end(connection, seeded(3))
        assert verify_journal(connection, KEY) is None
        assert verify_journal(connection, KEY, anchors[:1] + anchors[1:]) is not None
        raise UndoError


class Stopping:
    """A progress that is stopped at its second step."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int | None]] = []

    def step(self, done: int, total: int | None, text: Text) -> None:
        del text
        self.steps.append((done, total))
        if len(self.steps) > 1:
            raise Cancelled


def test_a_check_tells_how_far_it_is_and_can_be_stopped(database: Database) -> None:
    stopping = Stopping()
    with database.reading() as connection, pytest.raises(Cancelled):
        verify_wholly(connection, KEY, (), stopping)
    assert stopping.steps == [(0, 2 * LENGTH), (0, 2 * LENGTH)]


def test_a_sound_check_counts_entries_devices_and_anchors(database: Database) -> None:
    anchors = ends(database)
    with database.reading() as connection:
        check = verify_wholly(connection, KEY, anchors, Silence())
    assert (check.entries, check.devices, check.anchors, check.fault) == (2 * LENGTH, 2, 2, None)

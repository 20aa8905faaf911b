"""However advisers, passwords, codes and keys change, and whatever fails meanwhile, nobody is locked out.

After each of many random operations the header on the disk has a password slot and a recovery slot, and what the model
knows opens the vault. Stretching is made quick; slots, seals, files and journal are the real ones.
"""

from __future__ import annotations

import hashlib
import random
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.storage import key_slots
from iq_desktop.storage.access import VaultKeys
from iq_desktop.storage.header_places import places_of, read_header
from iq_desktop.storage.journal import verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST, AccessRefusedError, KeySlot, Purpose
from iq_desktop.storage.recovery_code import read_recovery_code
from iq_desktop.storage.unlocking import code_of, password_of, unlock_newest
from iq_desktop.storage.vault import open_vault, open_vault_with_recovery_code
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.wording.problems import IqError
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iq_desktop.storage.vault import Vault

OPERATIONS = count(200, 10_000)


@pytest.fixture(autouse=True)
def quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    def stretch(secret: bytes, salt: bytes, _cost: object) -> bytes:
        return hashlib.blake2b(secret, digest_size=32, salt=salt).digest()

    monkeypatch.setattr(key_slots, "stretch", stretch)


@dataclass
class Office:
    """A vault with people and sheets of paper, and everything that somebody may do with its keys."""

    folder: Path
    chance: random.Random
    passwords: dict[str, str] = field(default_factory=dict)
    code: str = ""
    centre_code: str = ""
    gone: list[tuple[str, str]] = field(default_factory=list)
    number: int = 0
    refused: int = 0

    def make(self) -> Vault:
        self.passwords = {"Adviser 0": "the first long password"}
        vault, code = create_vault(self.folder, [NewAdviser(*next(iter(self.passwords.items())))], cost=FLOOR_COST)
        self.code = code.printed()
        return vault

    def operate(self, keys: VaultKeys) -> None:
        """Do one thing by chance; what is refused changes nothing in the model."""
        act = self.chance.choice(
            [
                self.add,
                self.add,
                self.change,
                self.change,
                self.remove,
                self.remove,
                self.renew,
                self.centre,
                self.rekey,
            ]
        )
        try:
            act(keys)
        except (IqError, Cancelled):
            self.refused += 1

    def add(self, keys: VaultKeys) -> None:
        self.number += 1
        name = self.chance.choice([f"Adviser {self.number}", *self.passwords])
        keys.add_adviser(name, self.word())
        self.passwords[name] = self.said

    def change(self, keys: VaultKeys) -> None:
        slot = self.anybody(keys)
        keys.change_password(slot.id, self.chance.choice([self.word(), "too short"]))
        self.gone.append((slot.label, self.passwords[slot.label]))
        self.passwords[slot.label] = self.said

    def remove(self, keys: VaultKeys) -> None:
        slot = self.anybody(keys)
        keys.remove_adviser(slot.id)
        self.gone.append((slot.label, self.passwords.pop(slot.label)))

    def renew(self, keys: VaultKeys) -> None:
        code = keys.make_recovery_code()
        keys.use_recovery_code(code)
        self.code = code

    def centre(self, keys: VaultKeys) -> None:
        if self.centre_code and self.chance.random() < 0.5:
            keys.remove_centre_code()
            self.centre_code = ""
        else:
            code = keys.make_recovery_code()
            keys.use_centre_code(code)
            self.centre_code = code

    def rekey(self, keys: VaultKeys) -> None:
        """Give a new key, seldom: it takes longer than the rest, and tired codes are renewed as the message advises."""
        if self.chance.random() < 0.2:
            me = keys.vault.unlocked_by
            try:
                keys.give_new_key(me.id, self.passwords[me.label], Silence())
            except IqError:
                self.renew(keys)
                raise

    def word(self) -> str:
        self.said = f"password {self.chance.randrange(10**12)}"
        return self.said

    def anybody(self, keys: VaultKeys) -> KeySlot:
        return self.chance.choice(keys.vault.header.advisers)

    def check(self) -> None:
        """Raise where somebody is locked out, or let in who should not be."""
        header = read_header(self.folder)
        assert header.advisers
        assert header.recovery_slots
        assert {slot.label for slot in header.advisers} == set(self.passwords)
        name = self.chance.choice(list(self.passwords))
        assert unlock_newest(self.folder, password_of(name, self.passwords[name])).header == header
        for code in filter(None, (self.code, self.centre_code)):
            read_recovery_code(code)
            assert unlock_newest(self.folder, code_of(code)).header == header
        if self.gone:
            left, password = self.chance.choice(self.gone)
            if self.passwords.get(left) != password:
                with pytest.raises(AccessRefusedError):
                    unlock_newest(self.folder, password_of(left, password))

    said: str = ""


@contextmanager
def failing(chance: random.Random, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the disk refuse one of the next renames, sometimes."""
    left = chance.choice([None] * 6 + [0, 1, 2])
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        nonlocal left
        if left is not None:
            left -= 1
            if left < 0:
                left = None
                raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    yield
    monkeypatch.setattr(Path, "replace", real)


def test_nobody_is_locked_out_by_any_row_of_operations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = seeded(11)
    office = Office(tmp_path / "vault", chance)
    vault = office.make()
    done = 0
    while done < OPERATIONS:
        keys = VaultKeys(vault, pen_of(vault, FixedClock()), FLOOR_COST)
        for _ in range(min(chance.randrange(1, 40), OPERATIONS - done)):
            with failing(chance, monkeypatch):
                office.operate(keys)
            done += 1
            office.check()
        with vault.cases.reading() as connection:
            assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None
        vault.close()
        lose_places(office)
        vault = open_again(office)
    vault.close()
    assert office.refused > OPERATIONS // 20
    assert len(office.gone) > OPERATIONS // 20


def lose_places(office: Office) -> None:
    """Lose or garble one or two of the three places of the header while nobody works."""
    for path in office.chance.sample(places_of(office.folder), office.chance.randrange(3)):
        damage: Callable[[], Any] = office.chance.choice([path.unlink, lambda path=path: path.write_bytes(b"garbled")])
        damage()


def open_again(office: Office) -> Vault:
    """Return the vault, opened by somebody with a password, or with a code and then somebody's chair."""
    chance = office.chance
    if chance.random() < 0.3:
        code = chance.choice([office.code, *filter(None, [office.centre_code])])
        vault = open_vault_with_recovery_code(office.folder, code)
        vault.unlocked_by = chance.choice(vault.header.advisers)
        return vault
    with suppress(AccessRefusedError):
        open_vault(office.folder, next(iter(office.passwords)), "a wrong long password").close()
    name = chance.choice(list(office.passwords))
    return open_vault(office.folder, name, office.passwords[name])

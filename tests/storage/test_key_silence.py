"""Keys, passwords and codes never wander: not into reprs, errors, logs, files, arguments or the environment."""

from __future__ import annotations

import base64
import logging
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.storage.access import Return, VaultKeys, open_vault_again
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST, Purpose
from iq_desktop.storage.rekeying import give_new_key
from iq_desktop.storage.secret_key import SecretKey, make_root_key
from iq_desktop.storage.unlocking import code_of, password_of, unlock_newest
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.storage.vault_making import create_vault
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW_PASSWORD = "ein neues langes Passwort"
WRONG_PASSWORD = "dieses Passwort ist falsch"


class Ears:
    """Hears everything that is said anywhere, and knows every secret that must not be."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.secrets: set[str] = {PASSWORD, NEW_PASSWORD, WRONG_PASSWORD, MadeVault.colleague.password}

    def learn(self, vault: Vault) -> None:
        """Note the present keys of a vault in every spelling."""
        for key in (vault.root, *map(vault.key, Purpose), *vault.draft_keys):
            self.secrets |= spellings(key)

    def listen(self, *things: object) -> None:
        self.heard += [f"{thing!r} {thing}" for thing in things]

    def listen_to_failure(self, act: Any, *expected: type[BaseException]) -> None:
        """Let something fail, and keep all that its error says, with the errors behind it."""
        with pytest.raises(expected) as caught:
            act()
        error: BaseException | None = caught.value
        self.heard += traceback.format_exception(caught.value)
        while error is not None:
            self.listen(error, error.args, vars(error) if hasattr(error, "__dict__") else "")
            error = error.__cause__ or error.__context__

    def said(self) -> list[str]:
        """Return which secrets were heard."""
        everything = "\n".join(self.heard)
        return [secret for secret in self.secrets if secret in everything]


def spellings(key: SecretKey) -> set[str]:
    material = key.material
    return {
        material.hex(),
        material.hex().upper(),
        repr(material),
        base64.b64encode(material).decode(),
        str(list(material)),
    }


@pytest.fixture
def ears(caplog: pytest.LogCaptureFixture) -> Iterator[Ears]:
    caplog.set_level(logging.DEBUG)
    for name in ("sqlalchemy", "sqlalchemy.engine", "sqlalchemy.pool", "filelock"):
        caplog.set_level(logging.DEBUG, logger=name)
    ears = Ears()
    yield ears
    ears.heard.append(caplog.text)
    ears.listen(sys.argv, dict(os.environ), *logging.root.manager.loggerDict)
    if Path("/proc/self/cmdline").exists():
        ears.listen(*(Path(f"/proc/self/{name}").read_bytes() for name in ("cmdline", "environ")))
    assert ears.heard
    assert ears.said() == []


def test_a_working_day_says_no_secret(tmp_path: Path, ears: Ears) -> None:
    folder = tmp_path / "vault"
    vault, code = create_vault(folder, [ADVISER, MadeVault.colleague], cost=FLOOR_COST)
    ears.secrets |= {code.symbols, code.printed()}
    with vault:
        work(vault, ears)
    ears.listen_to_failure(lambda: open_vault(folder, ADVISER.name, WRONG_PASSWORD), Exception)
    way = Return(code.printed(), "nobody", NEW_PASSWORD)
    ears.listen(way)
    ears.listen_to_failure(lambda: open_vault_again(folder, way, FixedClock()), Exception)
    for secret in (password_of(ADVISER.name, NEW_PASSWORD), code_of(code.printed())):
        ears.listen(secret, unlock_newest(folder, secret))
    on_disk = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not [secret for secret in ears.secrets if secret.encode() in on_disk]


def work(vault: Vault, ears: Ears) -> None:
    """Change everything that can be changed, and let everything fail that can fail."""
    ears.learn(vault)
    pen = pen_of(vault, FixedClock())
    keys = VaultKeys(vault, pen, FLOOR_COST)
    me = vault.unlocked_by.id
    keys.change_password(me, NEW_PASSWORD)
    centre = keys.make_recovery_code()
    ears.secrets |= {centre, centre.replace("-", "")}
    keys.use_centre_code(centre)
    ears.listen_to_failure(lambda: keys.check_password(me, WRONG_PASSWORD), Exception)
    ears.listen_to_failure(lambda: keys.use_recovery_code(centre[:-1] + "0"), Exception)
    ears.listen_to_failure(lambda: keys.give_new_key(me, WRONG_PASSWORD, Silence()), Exception)
    stranger = make_root_key()
    ears.secrets |= spellings(stranger)
    ears.listen_to_failure(lambda: give_new_key(vault, pen, lambda _header: stranger, Silence()), Exception)
    ears.listen_to_failure(lambda: keys.give_new_key(me, NEW_PASSWORD, Cancelling()), Cancelled)
    for _ in range(2):
        keys.give_new_key(me, NEW_PASSWORD, Silence())
        ears.learn(vault)
    for database, _ in vault.rooms:
        ears.listen(database, database.keyhole, database.reader, database.reader.url, database.writer.pool)
        with database.reading() as connection:
            ears.listen_to_failure(lambda: connection.exec_driver_sql("SELECT nothing FROM nowhere"), Exception)
    ears.listen(vault, keys, pen, vault.header, *vault.header.slots)


class Cancelling:
    """A progress that wants everything to stop."""

    def step(self, *_: object) -> None:
        raise Cancelled

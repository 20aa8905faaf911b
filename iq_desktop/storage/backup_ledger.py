"""What this computer remembers of its backups: the second place, the last drill, what was last backed up.

One small sealed file beside the vault. It is not in the vault, because that comes along to another computer; and it is
sealed, because the path of a folder may name the centre or its people. The key is derived from the journal's, which
stays when the vault gets a new key. A file that cannot be opened counts as none: then a backup is due.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.backup import Drill
from iq_desktop.storage.key_slots import NONCE_BYTES
from iq_desktop.storage.safe_file import write_file_safely
from iq_desktop.storage.secret_key import Purpose, SecretKey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LEDGER_NAME: Final = "vault.backups"
_FORMAT: Final = b"iq-desktop ledger of backups 1\0"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is remembered; `seq` counts the journal's entries of this device when `backup` was made."""

    since: dt.datetime
    second: str = ""
    backup: str = ""
    seq: int = 0
    last_outside: dt.datetime | None = None
    drill: Drill | None = None
    failed_at: dt.datetime | None = None
    proved: tuple[str, ...] = ()
    """Names of the backups in the order in which they were last read whole, the one that waits longest first."""


def ledger_key(journal_key: SecretKey) -> SecretKey:
    """Return the key of the ledger."""
    return journal_key.derive(Purpose.BACKUP)


def read_ledger(folder: Path, key: SecretKey) -> Ledger | None:
    """Return what is remembered beside a vault, or none."""
    from nacl import bindings, exceptions  # noqa: PLC0415  (loaded with the first key)

    with suppress(OSError, exceptions.CryptoError, KeyError, TypeError, ValueError):
        sealed = (folder / LEDGER_NAME).read_bytes()
        nonce, words = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        opened = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(words, _FORMAT, nonce, key.material)
        return _ledger_from(json.loads(opened))
    return None


def write_ledger(folder: Path, key: SecretKey, ledger: Ledger) -> None:
    """Remember something else; raises OSError."""
    from nacl import bindings  # noqa: PLC0415  (see above)

    words = json.dumps(asdict(ledger), default=_spell).encode()
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(words, _FORMAT, nonce, key.material)
    write_file_safely(folder / LEDGER_NAME, nonce + sealed)


def _ledger_from(fields: Mapping[str, Any]) -> Ledger:
    drill = fields["drill"]
    ledger = Ledger(**{**fields, "since": _moment(fields["since"]), "drill": None, "proved": tuple(fields["proved"])})
    if drill is not None:
        told = {"done_at": _moment(drill["done_at"]), "made_at": _moment(drill["made_at"])}
        ledger = replace(ledger, drill=Drill(**{**drill, **told}))
    outside, failed = fields["last_outside"], fields["failed_at"]
    return replace(
        ledger,
        last_outside=_moment(outside) if outside else None,
        failed_at=_moment(failed) if failed else None,
    )


def _moment(words: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(words)
    if moment.utcoffset() is None:
        raise ValueError("a moment needs its time zone")
    return moment


def _spell(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)

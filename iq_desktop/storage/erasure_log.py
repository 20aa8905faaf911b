"""The log of erasings beside the vault and beside every backup, so that an older backup brings nobody back.

One sealed file: the key is derived from the journal's key, which stays when the vault gets a new key. It holds random
identities of cases, the day and the reason, never a name. The truth stands in the vault (table `erasure`); this file is
written again from it after every erasing and at every opening, so a power cut between the two is mended.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.erasure import EraseReason, Erasure
from iq_desktop.storage.key_slots import NONCE_BYTES
from iq_desktop.storage.safe_file import write_file_safely
from iq_desktop.storage.secret_key import Purpose, SecretKey
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

ERASURES_NAME: Final = "vault.erasures"
_FORMAT: Final = b"iq-desktop erasures 1\0"
_BLOCK: Final = 4096


class DamagedErasureLogError(IqError):
    """The log of erasings cannot be read: bent, cut off, or of another vault."""


def erasure_key(vault: Vault) -> SecretKey:
    """Return the key of a vault's log of erasings; it stays the same when the vault gets a new key."""
    return erasure_key_from(vault.key(Purpose.JOURNAL))


def erasure_key_from(journal_key: SecretKey) -> SecretKey:
    """Return the key of the log of erasings for the key of a journal."""
    return journal_key.derive(Purpose.ERASURES)


def read_erasures(folder: Path, key: SecretKey) -> tuple[Erasure, ...]:
    """Return the erasings in the log of a folder, oldest first, none where there is no log.

    Raises DamagedErasureLogError where the key does not open it.
    """
    try:
        sealed = (folder / ERASURES_NAME).read_bytes()
    except FileNotFoundError:
        return ()
    return open_erasures(sealed, key)


def write_erasures(folder: Path, key: SecretKey, erasures: Iterable[Erasure]) -> None:
    """Write the log of a folder anew, joined with what stands in it already; raises OSError.

    A log that cannot be opened is given another name and stays.
    """
    path = folder / ERASURES_NAME
    try:
        known = read_erasures(folder, key)
    except DamagedErasureLogError:
        path.replace(path.with_name(f"{ERASURES_NAME}.unreadable-{secrets.token_hex(4)}"))
        known = ()
    joined = join_erasures(known, erasures)
    if joined and (joined != known or not path.exists()):
        write_file_safely(path, seal_erasures(joined, key))


def join_erasures(*several: Iterable[Erasure]) -> tuple[Erasure, ...]:
    """Return every erasing once, oldest first."""
    by_id = {one.id: one for erasures in several for one in erasures}
    return tuple(sorted(by_id.values(), key=lambda one: (one.erased_at, one.id)))


def seal_erasures(erasures: Iterable[Erasure], key: SecretKey) -> bytes:
    """Return erasings as sealed bytes, whose length tells no more than how many blocks there are."""
    from nacl import bindings  # noqa: PLC0415  (loaded with the first key)

    words = json.dumps([_fields_of(one) for one in erasures], ensure_ascii=False).encode()
    padded = words + b" " * (-len(words) % _BLOCK)
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed: bytes = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, _FORMAT, nonce, key.material)
    return nonce + sealed


def open_erasures(sealed: bytes, key: SecretKey) -> tuple[Erasure, ...]:
    """Return the erasings in sealed bytes; raises DamagedErasureLogError."""
    from nacl import bindings, exceptions  # noqa: PLC0415  (see above)

    nonce, words = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        plain = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(words, _FORMAT, nonce, key.material)
        return tuple(_erasure_of(fields) for fields in json.loads(plain))
    except (exceptions.CryptoError, TypeError, ValueError, KeyError) as error:
        raise DamagedErasureLogError(
            say("The log of erased cases cannot be read, or it belongs to another vault."),
            say("Nothing was changed. Please use the log that lies beside your newest backup."),
        ) from error


def _fields_of(one: Erasure) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "cases": list(one.case_ids),
        "at": one.erased_at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "reason": one.reason.value,
        "adviser": one.adviser_id,
        "counts": [list(pair) for pair in one.counts],
        "anonymised": one.is_anonymised,
        "anchor": one.anchor,
    }


def _erasure_of(fields: dict[str, Any]) -> Erasure:
    return Erasure(
        case_ids=tuple(str(case) for case in fields["cases"]),
        erased_at=dt.datetime.fromisoformat(fields["at"]),
        reason=EraseReason.of(fields["reason"]),
        adviser_id=str(fields["adviser"]),
        number=str(fields["number"]),
        counts=tuple((str(kind), int(count)) for kind, count in fields["counts"]),
        is_anonymised=bool(fields["anonymised"]),
        anchor=str(fields["anchor"]),
        id=str(fields["id"]),
    )

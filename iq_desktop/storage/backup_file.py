"""The file of a backup: the encrypted cases, and behind them what proves that they are whole and belong together.

    cases        the database, encrypted with the sub-key for backups, page by page as SQLCipher writes it
    manifest     canonical JSON: program, schema, moment, reason, size and digest of the cases, the vault's header,
                 a sealed part, a checksum
    length       of the manifest, 8 bytes
    end mark

The sealed part (counts of rows, ends of the journal, log of erasings) is bound to everything else in the manifest: who
does not have the key of the vault cannot put the cases of one backup to the header of another. The end comes last, so
that half a file is none. Readable without a key are only the names of the advisers, as in the header of every vault,
program, moment and size.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.backup import BackupReason
from iq_desktop.storage.backup_problems import damaged_backup, newer_backup, no_backup
from iq_desktop.storage.header_codec import checksum_of, decode_header, encode_header
from iq_desktop.storage.key_copy import Fingerprint
from iq_desktop.storage.key_slots import NONCE_BYTES
from iq_desktop.storage.secret_key import Purpose, SecretKey
from iq_desktop.storage.vault_header import VaultHeader, canonical
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from iq_desktop.usecases.progress import Progress

SUFFIX: Final = ".iqbackup"
FORMAT: Final = "iq-desktop backup"
VERSION: Final = 1
_END_MARK: Final = b"\niq-desktop backup end\n"
_LENGTH_BYTES: Final = 8
_TAIL_BYTES: Final = _LENGTH_BYTES + len(_END_MARK)
_LARGEST_MANIFEST: Final = 64 * 1024 * 1024
_DIGEST_BYTES: Final = 32
_BLOCK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sealed part of a manifest says: what is in the cases, and the log of erasings as it was sealed."""

    fingerprint: Fingerprint
    erasures: bytes = b""

    def count(self, table: str) -> int:
        """Return the number of rows of a table, 0 where it is not there."""
        return dict(self.fingerprint.rows).get(table, 0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; `size` and `digest` are those of the encrypted cases."""

    program: str
    schema: str
    made_at: dt.datetime
    reason: BackupReason
    size: int
    digest: bytes
    header: VaultHeader
    sealed: bytes = field(default=b"", repr=False)


def backup_key(root: SecretKey) -> SecretKey:
    """Return the key of the cases in a backup."""
    return root.derive(Purpose.BACKUP)


def seal_facts(manifest: Manifest, facts: Facts, root: SecretKey) -> bytes:
    """Return facts sealed for who has the root key, and bound to the rest of the manifest."""
    from nacl import bindings  # noqa: PLC0415  (loaded with the first key)

    fields = {
        "rows": [list(row) for row in facts.fingerprint.rows],
        "ends": [[device, seq, mac.hex()] for device, seq, mac in facts.fingerprint.ends],
        "erasures": facts.erasures.hex(),
    }
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed: bytes = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        json.dumps(fields).encode(), canonical(_open_fields(manifest)), nonce, _facts_key(root).material
    )
    return nonce + sealed


def open_facts(manifest: Manifest, root: SecretKey, name: str) -> Facts:
    """Return what the sealed part says; raises DamagedBackupError where it was not sealed with everything else."""
    from nacl import bindings, exceptions  # noqa: PLC0415  (see above)

    nonce, sealed = manifest.sealed[:NONCE_BYTES], manifest.sealed[NONCE_BYTES:]
    bound = canonical(_open_fields(manifest))
    try:
        words = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, bound, nonce, _facts_key(root).material)
        fields = json.loads(words)
        rows = tuple((str(table), int(count)) for table, count in fields["rows"])
        ends = tuple((str(device), int(seq), bytes.fromhex(mac)) for device, seq, mac in fields["ends"])
        return Facts(Fingerprint(rows, ends), bytes.fromhex(fields["erasures"]))
    except (exceptions.CryptoError, KeyError, TypeError, ValueError) as error:
        raise damaged_backup(name) from error


def append_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest behind the cases, on the disk at the end; raises OSError."""
    content = encode_manifest(manifest)
    with path.open("ab") as file:
        file.write(content + len(content).to_bytes(_LENGTH_BYTES, "big") + _END_MARK)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(path: Path) -> Manifest:
    """Return what a file says of itself; its cases are not looked at.

    Raises NoBackupError, DamagedBackupError, NewerBackupError, OSError.
    """
    whole = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, whole - _TAIL_BYTES))
        tail = file.read(_TAIL_BYTES)
        if len(tail) != _TAIL_BYTES or not tail.endswith(_END_MARK):
            raise no_backup(path.name)
        length = int.from_bytes(tail[:_LENGTH_BYTES], "big")
        if length > min(_LARGEST_MANIFEST, whole - _TAIL_BYTES):
            raise damaged_backup(path.name)
        file.seek(whole - _TAIL_BYTES - length)
        manifest = decode_manifest(file.read(length), path.name)
    if manifest.size + length + _TAIL_BYTES != whole:
        raise damaged_backup(path.name)
    return manifest


def prove_backup(path: Path, progress: Progress, title: Text | None = None) -> Manifest:
    """Read a whole file and return its manifest, where its cases are the ones that were written.

    Raises NoBackupError, DamagedBackupError, NewerBackupError, Cancelled, OSError.
    """
    manifest = read_manifest(path)
    if digest_of(path, manifest.size, progress, title or say("Reading the backup again")) != manifest.digest:
        raise damaged_backup(path.name)
    return manifest


def digest_of(path: Path, size: int, progress: Progress, title: Text) -> bytes:
    """Return the digest of the first bytes of a file."""
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    done = 0
    with path.open("rb", buffering=0) as file:
        while done < size and (block := file.read(min(_BLOCK, size - done))):
            digest.update(block)
            done += len(block)
            progress.step(done, size, title)
    return digest.digest()


def take_out_cases(path: Path, manifest: Manifest, target: Path, progress: Progress, title: Text) -> None:
    """Copy the encrypted cases of a backup into a file of their own, proved on the way.

    Raises DamagedBackupError, Cancelled, OSError.
    """
    digest, done = hashlib.blake2b(digest_size=_DIGEST_BYTES), 0
    with path.open("rb", buffering=0) as source, target.open("xb") as copy:
        while done < manifest.size and (block := source.read(min(_BLOCK, manifest.size - done))):
            digest.update(block)
            copy.write(block)
            done += len(block)
            progress.step(done, manifest.size, title)
    if digest.digest() != manifest.digest:
        raise damaged_backup(path.name)


def encode_manifest(manifest: Manifest) -> bytes:
    """Return the canonical bytes of a manifest, with its checksum."""
    fields = _open_fields(manifest) | {"sealed": manifest.sealed.hex()}
    return canonical(fields | {"checksum": checksum_of(fields)})


def decode_manifest(content: bytes, name: str) -> Manifest:
    """Return the manifest that canonical bytes hold; raises DamagedBackupError or NewerBackupError."""
    try:
        fields = json.loads(content)
        checksum = fields.pop("checksum")
    except (ValueError, RecursionError, AttributeError, KeyError) as error:
        raise damaged_backup(name) from error
    if checksum != checksum_of(fields) or fields.get("format") != FORMAT:
        raise damaged_backup(name)
    if type(fields.get("version")) is int and fields["version"] > VERSION:
        raise newer_backup()
    try:
        manifest = _manifest_from(fields)
    except (IqError, KeyError, TypeError, ValueError) as error:
        raise damaged_backup(name) from error
    if encode_manifest(manifest) != content:
        raise damaged_backup(name)
    return manifest


def _open_fields(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": manifest.program,
        "schema": manifest.schema,
        "made_at": manifest.made_at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "reason": manifest.reason.value,
        "size": manifest.size,
        "digest": manifest.digest.hex(),
        "header": encode_header(manifest.header).decode("ascii"),
    }


def _manifest_from(fields: Mapping[str, Any]) -> Manifest:
    made_at = dt.datetime.fromisoformat(fields["made_at"])
    if made_at.utcoffset() is None or type(fields["size"]) is not int:
        raise ValueError("a moment needs its time zone, a size is a number")
    return Manifest(
        program=str(fields["program"]),
        schema=str(fields["schema"]),
        made_at=made_at,
        reason=BackupReason(fields["reason"]),
        size=fields["size"],
        digest=bytes.fromhex(fields["digest"]),
        header=decode_header(fields["header"].encode("ascii")),
        sealed=bytes.fromhex(fields["sealed"]),
    )


def _facts_key(root: SecretKey) -> SecretKey:
    """Return the key of the sealed part, which is not the one of the cases."""
    return backup_key(root).derive(Purpose.HEADER)

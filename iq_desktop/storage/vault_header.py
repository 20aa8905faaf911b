"""The header of a vault: what must be known before it is open, kept twice beside the databases.

Nothing in it is secret. It names the advisers, because the unlock screen offers their names: whoever steals the laptop
can read who works there. That is the price of not typing one's name forty times a week; a centre that does not want to
pay it enters initials. It never names the centre, a client, or a path.

Three guards: a checksum that finds accidents, a twin that mends them, and a seal by a sub-key of the root key, so that
nobody without a password can change a field unnoticed. The bytes are canonical: one content, one file.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.storage.key_slots import (
    NONCE_BYTES,
    SALT_BYTES,
    WRAPPED_BYTES,
    Cost,
    KeySlot,
    Purpose,
    SecretKey,
    SlotKind,
)
from iq_desktop.storage.safe_file import write_file_safely
from iq_desktop.wording.cleaning import is_one_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HEADER_NAME: Final = "vault.json"
TWIN_NAME: Final = "vault.json.twin"
FORMAT: Final = "iq-desktop vault"
VERSION: Final = 1
THEMES: Final = frozenset({"system", "light", "dark"})
LONGEST_LABEL: Final = 100
_LARGEST_HEADER: Final = 1024 * 1024
_IDENTITY_BYTES: Final = 16
_SEAL_BYTES: Final = 32
_CHECKSUM_BYTES: Final = 16
_LARGEST_COUNT: Final = 2**53


class DamagedHeaderError(IqError):
    """The header and its twin are both missing, garbled or changed by a stranger."""


class NewerVaultError(IqError):
    """The vault was written by a newer version of this program."""


@dataclass(frozen=True, slots=True)
class VaultHeader:
    """The content of a header file.

    `device` tells this installation's journal from that of other laptops; `revision` counts the writings of the header
    and `generation` the changes of the root key; `language` and `theme` are those of the unlock screen.
    """

    vault_id: str
    device: str
    revision: int
    generation: int
    language: str
    theme: str
    slots: tuple[KeySlot, ...]
    seal: bytes = b""

    @property
    def advisers(self) -> tuple[KeySlot, ...]:
        """The slots that a password opens, in the order of their making."""
        return tuple(slot for slot in self.slots if slot.kind is SlotKind.ADVISER)

    @property
    def recovery_slots(self) -> tuple[KeySlot, ...]:
        """The slots that a recovery code opens."""
        return tuple(slot for slot in self.slots if slot.kind is SlotKind.RECOVERY)

    def with_slot(self, slot: KeySlot) -> VaultHeader:
        """Return a header with one slot more, or with the slot of the same id replaced."""
        kept = tuple(slot if old.id == slot.id else old for old in self.slots)
        return replace(self, slots=kept if slot in kept else (*kept, slot))

    def with_next_revision(self, root: SecretKey) -> VaultHeader:
        """Return the header as the next one to be written, sealed under the root key."""
        return replace(self, revision=self.revision + 1).with_seal(root)

    def with_seal(self, root: SecretKey) -> VaultHeader:
        """Return the header sealed under the root key."""
        return replace(self, seal=_seal_of(self, root))

    def has_true_seal(self, root: SecretKey) -> bool:
        """Return whether the seal was made by somebody who held the root key."""
        return hmac.compare_digest(self.seal, _seal_of(self, root))


def write_header(folder: Path, header: VaultHeader) -> None:
    """Write a sealed header and then its twin, each of them old or new after a crash."""
    content = encode_header(header)
    decode_header(content)
    write_file_safely(folder / HEADER_NAME, content)
    write_file_safely(folder / TWIN_NAME, content)


def read_header(folder: Path) -> VaultHeader:
    """Return the newest readable header of a vault; raises DamagedHeaderError or NewerVaultError."""
    return read_headers(folder)[0]


def read_headers(folder: Path) -> tuple[VaultHeader, ...]:
    """Return the one or two different readable headers of a vault, the newest first; changes nothing.

    Raises DamagedHeaderError where neither file can be read, NewerVaultError where one was written by a newer program.
    """
    found: list[VaultHeader] = []
    for name in (HEADER_NAME, TWIN_NAME):
        try:
            header = decode_header(_read_limited(folder / name))
        except (DamagedHeaderError, OSError):
            continue
        if header not in found:
            found.append(header)
    if not found:
        raise damaged_header()
    return tuple(sorted(found, key=lambda header: -header.revision))


def mend_headers(folder: Path, header: VaultHeader) -> bool:
    """Write the header again where one of its two files differs from it; return whether that was needed."""
    content = encode_header(header)
    mended = False
    for name in (HEADER_NAME, TWIN_NAME):
        try:
            same = _read_limited(folder / name) == content
        except OSError:
            same = False
        if not same:
            write_file_safely(folder / name, content)
            mended = True
    return mended


def has_header(folder: Path) -> bool:
    """Return whether a header or a twin stands in a folder, readable or not."""
    return (folder / HEADER_NAME).exists() or (folder / TWIN_NAME).exists()


def damaged_header() -> DamagedHeaderError:
    """Return the message for a vault whose header cannot be used."""
    return DamagedHeaderError(
        say("The key file of this vault (vault.json) is damaged or missing, and so is its twin."),
        say(
            "Nothing was changed. Please copy vault.json from your newest backup into the folder of the vault, "
            "or restore the backup."
        ),
    )


def encode_header(header: VaultHeader) -> bytes:
    """Return the canonical bytes of a header, with its checksum."""
    fields = _sealed_fields(header) | {"seal": header.seal.hex()}
    return _canonical(fields | {"checksum": _checksum_of(fields)})


def decode_header(content: bytes) -> VaultHeader:
    """Return the header that canonical bytes hold; raises DamagedHeaderError or NewerVaultError."""
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise damaged_header() from error
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise damaged_header()
    if type(fields.get("version")) is int and fields["version"] > VERSION:
        raise newer_vault()
    checksum = fields.pop("checksum", None)
    if checksum != _checksum_of(fields):
        raise damaged_header()
    try:
        header = _header_from(fields)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged_header() from error
    if encode_header(header) != content:
        raise damaged_header()
    return header


def newer_vault() -> NewerVaultError:
    """Return the message for a vault of a newer program."""
    return NewerVaultError(
        say("This vault was last used with a newer version of IQ Desktop."),
        say("Please install the newest version and open the vault again. Nothing was changed."),
    )


def _read_limited(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST_HEADER)


def _canonical(fields: Mapping[str, Any]) -> bytes:
    return (json.dumps(fields, ensure_ascii=True, sort_keys=True, indent=1) + "\n").encode()


def _checksum_of(fields: Mapping[str, Any]) -> str:
    return hashlib.blake2b(_canonical(fields), digest_size=_CHECKSUM_BYTES).hexdigest()


def _seal_of(header: VaultHeader, root: SecretKey) -> bytes:
    key = root.derive(Purpose.HEADER).material
    return hashlib.blake2b(_canonical(_sealed_fields(header)), digest_size=_SEAL_BYTES, key=key).digest()


def _sealed_fields(header: VaultHeader) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": header.vault_id,
        "device": header.device,
        "revision": header.revision,
        "generation": header.generation,
        "language": header.language,
        "theme": header.theme,
        "slots": [_slot_fields(slot) for slot in header.slots],
    }


def _slot_fields(slot: KeySlot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "kind": slot.kind.value,
        "label": slot.label,
        "memory_mib": slot.cost.memory,
        "passes": slot.cost.passes,
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
        "generation": slot.generation,
    }


def _header_from(fields: Mapping[str, Any]) -> VaultHeader:
    """Return the header of checked fields; what is superfluous or in another spelling the caller's comparison finds."""
    header = VaultHeader(
        vault_id=_hexadecimal(fields["vault_id"], _IDENTITY_BYTES).hex(),
        device=_hexadecimal(fields["device"], _IDENTITY_BYTES).hex(),
        revision=_count(fields["revision"]),
        generation=_count(fields["generation"]),
        language=_words(fields["language"]),
        theme=_words(fields["theme"]),
        slots=tuple(_slot_from(slot) for slot in fields["slots"]),
        seal=_hexadecimal(fields["seal"], _SEAL_BYTES),
    )
    if header.theme not in THEMES:
        raise ValueError("unknown theme")
    if not header.advisers or not header.recovery_slots:
        raise ValueError("a vault needs a password slot and a recovery slot")
    if len({slot.id for slot in header.slots}) != len(header.slots):
        raise ValueError("two slots of one id")
    return header


def _slot_from(fields: Mapping[str, Any]) -> KeySlot:
    return KeySlot(
        id=_hexadecimal(fields["id"], _IDENTITY_BYTES).hex(),
        kind=SlotKind(fields["kind"]),
        label=_words(fields["label"]),
        cost=Cost(_count(fields["memory_mib"]), _count(fields["passes"])),
        salt=_hexadecimal(fields["salt"], SALT_BYTES),
        nonce=_hexadecimal(fields["nonce"], NONCE_BYTES),
        wrapped=_hexadecimal(fields["wrapped"], WRAPPED_BYTES),
        generation=_count(fields["generation"]),
    )


def _hexadecimal(value: object, length: int) -> bytes:
    if not isinstance(value, str):
        raise TypeError("not hexadecimal")
    content = bytes.fromhex(value)
    if len(content) != length:
        raise ValueError("wrong length")
    return content


def _count(value: object) -> int:
    if type(value) is not int or not 1 <= value <= _LARGEST_COUNT:
        raise ValueError("not a count")
    return value


def _words(value: object) -> str:
    if not isinstance(value, str) or not is_one_line(value) or not 1 <= len(value.strip()) <= LONGEST_LABEL:
        raise ValueError("not a short line of words")
    return value

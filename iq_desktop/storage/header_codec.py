"""The bytes of a header and back: canonical, with a checksum, and every field checked for its shape.

Whatever a later version writes, format, version and checksum stay what they are: so a newer vault is told from a
garbled one.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.storage.guessing_cost import SALT_BYTES, Cost
from iq_desktop.storage.key_slots import NONCE_BYTES, WRAPPED_BYTES, KeySlot, SlotKind
from iq_desktop.storage.secret_key import KEY_BYTES
from iq_desktop.storage.slot_renewal import BOX_BYTES, RENEWAL_BYTES
from iq_desktop.storage.vault_header import (
    FORMAT,
    LONGEST_LABEL,
    SEAL_BYTES,
    VERSION,
    VaultHeader,
    canonical,
    damaged_header,
    newer_vault,
    sealed_fields,
)
from iq_desktop.wording.cleaning import is_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

THEMES: Final = frozenset({"system", "light", "dark", "contrast"})
_IDENTITY_BYTES: Final = 16
_CHECKSUM_BYTES: Final = 16
_LARGEST_COUNT: Final = 2**53


def encode_header(header: VaultHeader) -> bytes:
    """Return the canonical bytes of a header, with its checksum."""
    fields = sealed_fields(header) | {"seal": header.seal.hex()}
    return canonical(fields | {"checksum": checksum_of(fields)})


def decode_header(content: bytes) -> VaultHeader:
    """Return the header that canonical bytes hold; raises DamagedHeaderError or NewerVaultError."""
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise damaged_header() from error
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise damaged_header()
    checksum = fields.pop("checksum", None)
    if checksum != checksum_of(fields):
        raise damaged_header()
    if type(fields.get("version")) is int and fields["version"] > VERSION:
        raise newer_vault(str(fields["version"]), str(VERSION))
    try:
        header = _header_from(fields)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged_header() from error
    if encode_header(header) != content:
        raise damaged_header()
    return header


def checksum_of(fields: Mapping[str, Any]) -> str:
    """Return what finds accidents; strangers can make it as well."""
    return hashlib.blake2b(canonical(fields), digest_size=_CHECKSUM_BYTES).hexdigest()


def _header_from(fields: Mapping[str, Any]) -> VaultHeader:
    """Return the header of checked fields; what is superfluous or in another spelling the caller's comparison finds."""
    generation = _count(fields["generation"])
    kept_length = NONCE_BYTES + WRAPPED_BYTES + (generation - 1) * KEY_BYTES
    is_first = generation == 1
    header = VaultHeader(
        vault_id=_hexadecimal(fields["vault_id"], _IDENTITY_BYTES).hex(),
        device=_hexadecimal(fields["device"], _IDENTITY_BYTES).hex(),
        revision=_count(fields["revision"]),
        generation=generation,
        language=_words(fields["language"]),
        theme=_words(fields["theme"]),
        slots=tuple(_slot_from(slot) for slot in fields["slots"]),
        seal=_hexadecimal(fields["seal"], SEAL_BYTES),
        kept=b"" if is_first else _hexadecimal(fields["kept"], kept_length),
        successions=() if is_first else tuple(_hexadecimal(one, SEAL_BYTES) for one in fields["successions"]),
    )
    _check_whole(header)
    return header


def _check_whole(header: VaultHeader) -> None:
    """Raise ValueError where single fields are right, but do not belong together."""
    if header.theme not in THEMES:
        raise ValueError("unknown theme")
    if not header.advisers or not header.recovery_slots:
        raise ValueError("a vault needs a password slot and a recovery slot")
    if len({slot.id for slot in header.slots}) != len(header.slots):
        raise ValueError("two slots of one id")
    if any(slot.newest_generation != header.generation for slot in header.slots):
        raise ValueError("a slot leads to another root key")
    if len(header.successions) != header.generation - 1:
        raise ValueError("each root key but the newest has one successor")


def _slot_from(fields: Mapping[str, Any]) -> KeySlot:
    has_box = "box" in fields
    return KeySlot(
        id=_hexadecimal(fields["id"], _IDENTITY_BYTES).hex(),
        kind=SlotKind(fields["kind"]),
        label=_words(fields["label"]),
        cost=Cost(_count(fields["memory_mib"]), _count(fields["passes"])),
        salt=_hexadecimal(fields["salt"], SALT_BYTES),
        nonce=_hexadecimal(fields["nonce"], NONCE_BYTES),
        wrapped=_hexadecimal(fields["wrapped"], WRAPPED_BYTES),
        generation=_count(fields["generation"]),
        box=_hexadecimal(fields["box"], BOX_BYTES) if has_box else b"",
        renewals=tuple(_hexadecimal(one, RENEWAL_BYTES) for one in fields["renewals"]) if has_box else (),
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

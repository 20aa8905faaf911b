"""Half-typed words beside the vault: one small encrypted file for each adviser, there only while it is needed.

The file is sealed with the sub-key for drafts and bound to vault, generation and adviser. Its length tells nothing but
how many kilobytes it has. What cannot be opened is set aside and never deleted.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.key_slots import NONCE_BYTES
from iq_desktop.storage.problems import disk_refused
from iq_desktop.storage.safe_file import write_file_safely
from iq_desktop.usecases.drafts import read_draft
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

DRAFT_MARK: Final = "draft."
"""How the name of each draft begins; the adviser's id follows."""
UNREADABLE_MARK: Final = ".unreadable"
_FORMAT: Final = b"iq-desktop draft 1\0"
_BLOCK: Final = 1024
_END: Final = b"\x80"
_MOST_ASIDE: Final = 1000
_SHORTEST_NAME: Final = 3
_NAMED: Final = 32
"""Letters of an adviser's id that the name of the file holds."""


class VaultDrafts:
    """The port `DraftStore` of who sits at an open vault."""

    def __init__(self, vault: Vault, adviser_id: str = "") -> None:
        """Keep whose drafts they are; keys are asked of the vault each time, because it may get a new one."""
        self._vault, self._adviser = vault, adviser_id or vault.unlocked_by.id
        self._path = draft_path(vault.folder, self._adviser)

    def read(self) -> bytes | None:
        """Return the draft as it was last written, or None where there is none that can be opened."""
        from nacl import bindings, exceptions  # noqa: PLC0415  (loaded with the first key)

        try:
            sealed = self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            self._set_aside()
            return None
        nonce, words = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        for generation, key in reversed(list(enumerate(self._vault.draft_keys, start=1))):
            with suppress(exceptions.CryptoError, TypeError, ValueError):  # bent, or cut off
                bound = self._bound(generation)
                padded = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(words, bound, nonce, key.material)
                return bytes(padded).rstrip(b"\0").removesuffix(_END)
        self._set_aside()
        return None

    def write(self, words: bytes) -> None:
        """Put a new draft in the place of the one before, on the disk when this returns; raises DiskRefusedError."""
        from nacl import bindings  # noqa: PLC0415  (see above)

        padded = words + _END
        padded += b"\0" * (-len(padded) % _BLOCK)
        nonce = secrets.token_bytes(NONCE_BYTES)
        keys = self._vault.draft_keys
        sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
            padded, self._bound(len(keys)), nonce, keys[-1].material
        )
        try:
            write_file_safely(self._path, nonce + sealed)
        except OSError as error:
            raise disk_refused() from error

    def remove(self) -> None:
        """Take the draft away; nothing happens where there is none. Raises DiskRefusedError."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise disk_refused() from error

    def _bound(self, generation: int) -> bytes:
        vault_id = self._vault.header.vault_id.encode()
        return b"\0".join((_FORMAT, vault_id, str(generation).encode(), self._adviser.encode()))

    def _set_aside(self) -> None:
        """Give the draft a name under which nothing lies yet."""
        plain = self._path.name + UNREADABLE_MARK
        names = (plain, *(f"{plain}-{number}" for number in range(2, _MOST_ASIDE)))
        free = (place for place in map(self._path.with_name, names) if not place.exists())
        with suppress(OSError, StopIteration):
            self._path.rename(next(free))


def remove_drafts_about(vault: Vault, case_ids: Collection[str], names: Iterable[str]) -> int:
    """Take away the drafts, of whomever, that belong to some cases or hold one of some names; return how many.

    A name of one or two letters stands in many words and is not looked for; a disk that refuses keeps its draft.
    """
    removed = 0
    looked_for = [name.casefold() for name in names if len(name) >= _SHORTEST_NAME]
    for slot in vault.header.advisers:
        drafts = VaultDrafts(vault, slot.id)
        written = drafts.read()
        draft = read_draft(written) if written else None
        if draft is None:
            continue
        words = " ".join(f"{one.words} {one.before}" for one in draft.typed).casefold()
        if draft.case_id in case_ids or any(name in words for name in looked_for):
            with suppress(IqError):
                drafts.remove()
                removed += 1
    return removed


def draft_path(folder: Path, adviser_id: str) -> Path:
    """Return where the draft of an adviser lies in the folder of a vault."""
    plain = "".join(letter for letter in adviser_id if letter.isascii() and letter.isalnum())
    return folder / f"{DRAFT_MARK}{plain[:_NAMED]}"

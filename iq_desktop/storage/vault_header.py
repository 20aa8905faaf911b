"""The header of a vault: what must be known before it is open.

Nothing in it is secret. It names the advisers, because the unlock screen offers their names: whoever steals the laptop
can read who works there. That is the price of not typing one's name forty times a week; a centre that does not want to
pay it enters initials. It never names the centre, a client, or a path.

Three guards: a checksum that finds accidents, two further copies that mend them (header_places.py), and a seal by a
sub-key of the root key, so that nobody without a password can change a field unnoticed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop import __version__
from iq_desktop.storage.key_slots import NONCE_BYTES, KeySlot, SlotKind
from iq_desktop.storage.secret_key import KEY_BYTES, Purpose, SecretKey
from iq_desktop.storage.slot_renewal import MOST_RENEWALS, seal_renewal
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT: Final = "iq-desktop vault"
FIRST_VERSION: Final = 1
VERSION: Final = 2
LONGEST_LABEL: Final = 100
SEAL_BYTES: Final = 32


class DamagedHeaderError(IqError):
    """Every copy of the header is missing, garbled or changed by a stranger."""


class NewerVaultError(IqError):
    """The vault was written by a newer version of this program."""


@dataclass(frozen=True, slots=True)
class VaultHeader:
    """The content of a header file.

    `device` tells this installation's journal from that of other laptops; `revision` counts the writings of the header
    and `generation` the root keys; `language` and `theme` are those of the unlock screen. After the first new root key
    there are `kept`, the sub-keys that are needed on (the journal's, and those of drafts that still wait for somebody),
    wrapped under the root key, and one of the `successions` for each root key that was replaced: who still holds that
    one learns from it that it is no longer the vault's.
    """

    vault_id: str
    device: str
    revision: int
    generation: int
    language: str
    theme: str
    slots: tuple[KeySlot, ...]
    seal: bytes = b""
    kept: bytes = b""
    successions: tuple[bytes, ...] = ()

    @property
    def advisers(self) -> tuple[KeySlot, ...]:
        """The slots that a password opens, in the order of their making."""
        return tuple(slot for slot in self.slots if slot.kind is SlotKind.ADVISER)

    @property
    def recovery_slots(self) -> tuple[KeySlot, ...]:
        """The slots that the recovery code opens."""
        return tuple(slot for slot in self.slots if slot.kind is SlotKind.RECOVERY)

    @property
    def code_slots(self) -> tuple[KeySlot, ...]:
        """The slots that some code on paper opens: the recovery code, and the centre's where there is one."""
        return tuple(slot for slot in self.slots if slot.kind is not SlotKind.ADVISER)

    def with_slot(self, slot: KeySlot) -> VaultHeader:
        """Return a header with one slot more, or with the slot of the same id replaced."""
        kept = tuple(slot if old.id == slot.id else old for old in self.slots)
        return replace(self, slots=kept if slot in kept else (*kept, slot))

    def without_slot(self, slot_id: str) -> VaultHeader:
        """Return a header without one slot."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.id != slot_id))

    def with_next_revision(self, root: SecretKey) -> VaultHeader:
        """Return the header as the next one to be written, sealed under the root key."""
        return replace(self, revision=self.revision + 1).with_seal(root)

    def with_seal(self, root: SecretKey) -> VaultHeader:
        """Return the header sealed under the root key."""
        return replace(self, seal=_seal_of(self, root))

    def has_true_seal(self, root: SecretKey) -> bool:
        """Return whether the seal was made by somebody who held the root key."""
        return hmac.compare_digest(self.seal, _seal_of(self, root))

    def has_replaced(self, root: SecretKey, generation: int) -> bool:
        """Return whether this header says, provably for who holds it, that a root key was replaced."""
        if not 1 <= generation <= len(self.successions):
            return False
        return hmac.compare_digest(self.successions[generation - 1], _succession(root, self.vault_id, generation))

    def journal_key(self, root: SecretKey) -> SecretKey:
        """Return the key of the journal's chain: derived from the first root key, and kept when that is replaced."""
        return self._kept_keys(root)[0] if self.kept else root.derive(Purpose.JOURNAL)

    def draft_keys(self, root: SecretKey) -> tuple[SecretKey, ...]:
        """Return the keys of drafts, that of the first generation first; drafts are written with the last."""
        earlier = self._kept_keys(root)[1:] if self.kept else ()
        return (*earlier, root.derive(Purpose.DRAFT))

    def _kept_keys(self, root: SecretKey) -> tuple[SecretKey, ...]:
        from nacl import bindings  # noqa: PLC0415  (the header is read before the first picture)

        nonce, sealed = self.kept[:NONCE_BYTES], self.kept[NONCE_BYTES:]
        key = root.derive(Purpose.KEPT).material
        kept = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, self.kept_words(), nonce, key)
        return tuple(SecretKey(kept[start : start + KEY_BYTES]) for start in range(0, len(kept), KEY_BYTES))

    def with_new_root(self, old: SecretKey, new: SecretKey) -> VaultHeader:
        """Return the header of the next generation, sealed under the new root key; every secret goes on opening it.

        Raises IqError naming the slots that cannot be led to a new key before they were used once.
        """
        _check_renewable(self.slots)
        slots = tuple(
            replace(
                slot,
                renewals=(
                    *slot.renewals,
                    seal_renewal(old, new, slot.place_of_renewal(self.vault_id, len(slot.renewals))),
                ),
            )
            for slot in self.slots
        )
        succession = _succession(old, self.vault_id, self.generation)
        header = replace(self, generation=self.generation + 1, slots=slots, successions=(*self.successions, succession))
        kept = _wrap_kept((self.journal_key(old), *self.draft_keys(old)), new, header.kept_words())
        return replace(header, kept=kept).with_next_revision(new)

    def kept_words(self) -> bytes:
        """Return what the kept keys are bound to."""
        return f"{Purpose.KEPT.value} {self.vault_id} {self.generation}".encode()


def canonical(fields: Mapping[str, Any]) -> bytes:
    """Return the one spelling of some fields: one content, one file."""
    return (json.dumps(fields, ensure_ascii=True, sort_keys=True, indent=1) + "\n").encode()


def sealed_fields(header: VaultHeader) -> dict[str, Any]:
    """Return every field that the seal covers, as it is written."""
    fields: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION if any(slot.box for slot in header.slots) else FIRST_VERSION,
        "vault_id": header.vault_id,
        "device": header.device,
        "revision": header.revision,
        "generation": header.generation,
        "language": header.language,
        "theme": header.theme,
        "slots": [_slot_fields(slot) for slot in header.slots],
    }
    if header.generation > 1:
        fields |= {"kept": header.kept.hex(), "successions": [one.hex() for one in header.successions]}
    return fields


def damaged_header() -> DamagedHeaderError:
    """Return the message for a vault whose header cannot be used."""
    return DamagedHeaderError(
        say("The key file of this vault (vault.json) is damaged or missing, and so are its copies."),
        say(
            "Nothing was changed. Please copy vault.json from your newest backup into the folder of the vault, "
            "or restore the backup."
        ),
    )


def newer_vault(there: str, known: str) -> NewerVaultError:
    """Return the message for a vault of a newer program: which format it has, and which is the newest known here."""
    return NewerVaultError(
        say(
            "This vault was last used with a newer version of IQ Desktop: it has format {there}, this version "
            "({version}) knows formats up to {known}.",
            there=there,
            version=__version__,
            known=known,
        ),
        say(
            "Please install the newest version and open the vault again. Nothing was changed. The backup that was made "
            "before the update can still be opened with this version."
        ),
    )


def _wrap_kept(keys: tuple[SecretKey, ...], root: SecretKey, bound: bytes) -> bytes:
    from nacl import bindings  # noqa: PLC0415  (see above)

    nonce, wrapping = secrets.token_bytes(NONCE_BYTES), root.derive(Purpose.KEPT).material
    kept = b"".join(key.material for key in keys)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(kept, bound, nonce, wrapping)


def _check_renewable(slots: tuple[KeySlot, ...]) -> None:
    """Raise IqError for slots of the first format, and for codes that were not used for very many new keys."""
    waiting = [slot for slot in slots if not slot.box or len(slot.renewals) >= MOST_RENEWALS]
    names = ", ".join(slot.label for slot in waiting if slot.kind is SlotKind.ADVISER)
    if names:
        raise IqError(
            say("The vault cannot get a new key yet: {names} must unlock it once before.", names=names),
            say("Who does not work here any more can be removed first. Nothing was changed."),
        )
    if waiting:
        raise IqError(
            say("The vault cannot get a new key yet: its code on paper is too old for that."),
            say("Please take a new code first. Nothing was changed."),
        )


def _slot_fields(slot: KeySlot) -> dict[str, Any]:
    fields: dict[str, Any] = {
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
    if slot.box:
        fields |= {"box": slot.box.hex(), "renewals": [renewal.hex() for renewal in slot.renewals]}
    return fields


def _seal_of(header: VaultHeader, root: SecretKey) -> bytes:
    key = root.derive(Purpose.HEADER).material
    return hashlib.blake2b(canonical(sealed_fields(header)), digest_size=SEAL_BYTES, key=key).digest()


def _succession(root: SecretKey, vault_id: str, generation: int) -> bytes:
    key = root.derive(Purpose.SUCCESSION).material
    return hashlib.blake2b(f"{vault_id} {generation}".encode(), digest_size=SEAL_BYTES, key=key).digest()

"""Key slots open for the right secret only, and no field of them can be bent."""

from __future__ import annotations

import copy
import pickle
import traceback
from dataclasses import replace
from typing import Any

import pytest

from iq_desktop.storage import key_slots
from iq_desktop.storage.key_slots import (
    FLOOR_COST,
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    WRAPPED_BYTES,
    AccessRefusedError,
    Cost,
    KeySlot,
    Purpose,
    SecretKey,
    SlotKind,
    SlotOwner,
    UnfitCostError,
    UnfitPasswordError,
    check_cost,
    check_new_password,
    make_root_key,
    unwrap_with_password,
    unwrap_with_recovery,
    wrap_for_password,
    wrap_for_recovery,
)
from iq_desktop.storage.recovery_code import make_recovery_code
from iq_desktop.wording.problems import IqError

VAULT = "11" * 16
PASSWORD = "Öl Fenster Ziege Mond"
ROOT = make_root_key()
CODE = make_recovery_code()


@pytest.fixture(scope="module")
def slot() -> KeySlot:
    return wrap_for_password(ROOT, SlotOwner(VAULT, SlotKind.ADVISER, "Frau Öztürk"), PASSWORD, FLOOR_COST)


@pytest.fixture(scope="module")
def recovery_slot() -> KeySlot:
    return wrap_for_recovery(ROOT, SlotOwner(VAULT, SlotKind.RECOVERY, "recovery"), CODE, FLOOR_COST)


@pytest.fixture
def no_derivation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that runs the key derivation."""

    def refuse(*_arguments: Any, **_more: Any) -> bytes:
        raise AssertionError("the key derivation ran")

    monkeypatch.setattr("nacl.pwhash.argon2id.kdf", refuse)


def flipped(content: bytes) -> bytes:
    return bytes([content[0] ^ 1]) + content[1:]


def test_the_password_and_the_code_unwrap_the_root_key(slot: KeySlot, recovery_slot: KeySlot) -> None:
    assert unwrap_with_password(slot, VAULT, PASSWORD) == ROOT
    assert unwrap_with_recovery(recovery_slot, VAULT, CODE) == ROOT


def test_a_password_opens_however_the_keyboard_composed_it(slot: KeySlot) -> None:
    decomposed = PASSWORD.replace("Ö", "O\N{COMBINING DIAERESIS}")
    assert decomposed != PASSWORD
    assert unwrap_with_password(slot, VAULT, decomposed) == ROOT


@pytest.mark.parametrize("wrong", [PASSWORD.lower(), PASSWORD + " ", "ganz anderes Passwort"])
def test_another_password_is_refused(slot: KeySlot, wrong: str) -> None:
    with pytest.raises(AccessRefusedError):
        unwrap_with_password(slot, VAULT, wrong)


def test_another_code_is_refused(recovery_slot: KeySlot) -> None:
    with pytest.raises(AccessRefusedError):
        unwrap_with_recovery(recovery_slot, VAULT, make_recovery_code())


@pytest.mark.parametrize(
    "change",
    [
        lambda slot: replace(slot, id="00" * 16),
        lambda slot: replace(slot, kind=SlotKind.RECOVERY),
        lambda slot: replace(slot, label="Frau Ozturk"),
        lambda slot: replace(slot, cost=replace(slot.cost, memory=slot.cost.memory + 1)),
        lambda slot: replace(slot, cost=replace(slot.cost, memory=slot.cost.memory - 1)),
        lambda slot: replace(slot, cost=replace(slot.cost, passes=slot.cost.passes + 1)),
        lambda slot: replace(slot, cost=replace(slot.cost, passes=slot.cost.passes - 1)),
        lambda slot: replace(slot, salt=flipped(slot.salt)),
        lambda slot: replace(slot, nonce=flipped(slot.nonce)),
        lambda slot: replace(slot, wrapped=flipped(slot.wrapped)),
        lambda slot: replace(slot, generation=slot.generation + 1),
    ],
    ids=["id", "kind", "label", "memory+", "memory-", "passes+", "passes-", "salt", "nonce", "wrapped", "generation"],
)
def test_a_slot_with_any_field_changed_is_refused(slot: KeySlot, change: Any) -> None:
    with pytest.raises((AccessRefusedError, UnfitCostError)):
        unwrap_with_password(change(slot), VAULT, PASSWORD)


def test_the_binding_covers_every_field_of_a_slot(slot: KeySlot, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the key derivation set aside only the associated data can tell that a field was changed."""
    monkeypatch.setattr(key_slots, "_stretch", lambda _slot, _secret: make_fixed_key())
    owner = SlotOwner(VAULT, SlotKind.ADVISER, "Frau Öztürk")
    sealed = wrap_for_password(ROOT, owner, PASSWORD, FLOOR_COST)
    assert unwrap_with_password(sealed, VAULT, PASSWORD) == ROOT
    for bent in (
        replace(sealed, id=slot.id),
        replace(sealed, label="x"),
        replace(sealed, cost=Cost(sealed.cost.memory * 2, sealed.cost.passes)),
        replace(sealed, cost=Cost(sealed.cost.memory, sealed.cost.passes + 1)),
        replace(sealed, salt=flipped(sealed.salt)),
        replace(sealed, generation=2),
    ):
        with pytest.raises(AccessRefusedError):
            unwrap_with_password(bent, VAULT, PASSWORD)


def make_fixed_key() -> SecretKey:
    return SecretKey(bytes(range(32)))


def test_a_slot_moved_to_another_vault_is_refused(slot: KeySlot, recovery_slot: KeySlot) -> None:
    with pytest.raises(AccessRefusedError):
        unwrap_with_password(slot, "22" * 16, PASSWORD)
    with pytest.raises(AccessRefusedError):
        unwrap_with_recovery(recovery_slot, "22" * 16, CODE)


@pytest.mark.usefixtures("no_derivation")
@pytest.mark.parametrize("cost", [Cost(63, 3), Cost(64, 2), Cost(1, 1), Cost(2049, 3), Cost(64, 17), Cost(10**9, 3)])
def test_a_lowered_or_absurd_cost_is_refused_before_it_runs(slot: KeySlot, cost: Cost) -> None:
    with pytest.raises(UnfitCostError):
        unwrap_with_password(replace(slot, cost=cost), VAULT, PASSWORD)
    with pytest.raises(UnfitCostError):
        wrap_for_password(ROOT, SlotOwner(VAULT, SlotKind.ADVISER, "A"), PASSWORD, cost)


@pytest.mark.parametrize("cost", [key_slots.FLOOR_COST, key_slots.DEFAULT_COST, key_slots.HIGHEST_COST])
def test_the_named_costs_are_allowed(cost: Cost) -> None:
    check_cost(cost)


@pytest.mark.usefixtures("no_derivation")
@pytest.mark.parametrize("password", ["", "elf Zeichen", "x" * 129, "\N{LATIN SMALL LIGATURE FI}" * 65])
def test_a_new_password_of_the_wrong_length_is_refused(password: str) -> None:
    with pytest.raises(UnfitPasswordError):
        wrap_for_password(ROOT, SlotOwner(VAULT, SlotKind.ADVISER, "A"), password, FLOOR_COST)


def test_half_a_character_is_a_password_like_any_other() -> None:
    broken = "\udcf6l Fenster Ziege"
    slot = wrap_for_password(ROOT, SlotOwner(VAULT, SlotKind.ADVISER, "A"), broken, FLOOR_COST)
    assert unwrap_with_password(slot, VAULT, broken) == ROOT


@pytest.mark.parametrize("password", ["zwölf Zeiche", "x" * 128, "\N{LATIN SMALL LIGATURE FI}" * 64, "пароль пароль"])
def test_a_new_password_of_12_to_128_characters_is_taken(password: str) -> None:
    check_new_password(password)


def test_too_little_memory_is_said_plainly(slot: KeySlot, monkeypatch: pytest.MonkeyPatch) -> None:
    def starve(*_arguments: Any, **_more: Any) -> bytes:
        raise MemoryError

    monkeypatch.setattr("nacl.pwhash.argon2id.kdf", starve)
    with pytest.raises(IqError) as caught:
        unwrap_with_password(slot, VAULT, PASSWORD)
    assert dict(caught.value.text.values) == {"memory": FLOOR_COST.memory}


def test_sub_keys_differ_by_purpose_and_by_root() -> None:
    keys = {ROOT.derive(purpose).material for purpose in Purpose} | {ROOT.material}
    others = {make_root_key().derive(purpose).material for purpose in Purpose}
    assert len(keys | others) == 2 * len(Purpose) + 1


def test_sub_keys_stay_what_they_were_when_the_first_vault_was_made() -> None:
    fixed = SecretKey(bytes(range(32)))
    keys = {purpose: fixed.derive(purpose).material.hex() for purpose in (Purpose.CASES, Purpose.JOURNAL)}
    assert keys == {
        Purpose.CASES: "1eabf1a41447f4b9f0c5bd59fb224d701646d92a4b71143a7eb460cad959ef5e",
        Purpose.JOURNAL: "f27ec88e0e35a575894d5d039acd06c2c999ddc95cea8becc6edd0e985f898be",
    }


def test_a_key_never_shows_itself(slot: KeySlot) -> None:
    shown = f"{ROOT!r} {ROOT} {slot!r}"
    assert ROOT.material.hex() not in shown
    assert repr(ROOT.material) not in shown
    with pytest.raises(TypeError):
        pickle.dumps(ROOT)
    with pytest.raises(TypeError):
        copy.deepcopy(ROOT)


def test_a_refusal_holds_neither_password_nor_key(slot: KeySlot) -> None:
    secret = "dieses Passwort ist falsch"
    with pytest.raises(AccessRefusedError) as caught:
        unwrap_with_password(slot, VAULT, secret)
    error = caught.value
    words = "".join(traceback.format_exception(error)) + repr(error.text) + repr(error.advice) + repr(error.args)
    assert secret not in words
    assert error.__cause__ is None


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SecretKey(b"short")


def test_the_sizes_are_those_of_the_library() -> None:
    from nacl import bindings, pwhash

    assert pwhash.argon2id.SALTBYTES == SALT_BYTES
    assert bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == NONCE_BYTES
    assert KEY_BYTES + bindings.crypto_aead_xchacha20poly1305_ietf_ABYTES == WRAPPED_BYTES

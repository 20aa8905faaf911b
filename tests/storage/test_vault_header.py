"""The header survives accidents through its twin, and shows every change made without a password."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.storage import vault_header
from iq_desktop.storage.key_slots import (
    AccessRefusedError,
    SecretKey,
    UnfitCostError,
    unwrap_with_password,
    unwrap_with_recovery,
)
from iq_desktop.storage.recovery_code import read_recovery_code
from iq_desktop.storage.vault_header import (
    HEADER_NAME,
    TWIN_NAME,
    DamagedHeaderError,
    NewerVaultError,
    VaultHeader,
    decode_header,
    encode_header,
    mend_headers,
    read_header,
    read_headers,
    write_header,
)
from tests.support.chance import seeded
from tests.support.vaults import PASSWORD

if TYPE_CHECKING:
    from tests.support.vaults import MadeVault


@pytest.fixture(scope="module")
def content(first_vault: tuple[Path, Any]) -> bytes:
    """The bytes of a true header."""
    return (first_vault[0] / HEADER_NAME).read_bytes()


@pytest.fixture(scope="module")
def header(content: bytes) -> VaultHeader:
    return decode_header(content)


@pytest.fixture(scope="module")
def root(header: VaultHeader) -> SecretKey:
    return unwrap_with_password(header.advisers[0], header.vault_id, PASSWORD)


def with_checksum(fields: dict[str, Any]) -> bytes:
    """Return header bytes as a stranger writes them who knows the format, but no password."""
    fields = {name: value for name, value in fields.items() if name != "checksum"}
    return vault_header._canonical(fields | {"checksum": vault_header._checksum_of(fields)})


def changed(value: Any) -> Any:
    """Return another value of the same shape."""
    if isinstance(value, int):
        return value + 1
    if value in {"adviser", "recovery"}:
        return "recovery" if value == "adviser" else "adviser"
    if value in {"system", "light", "dark"}:
        return "dark"
    if all(sign in "0123456789abcdef" for sign in value):
        return ("1" if value[0] == "0" else "0") + value[1:]
    return value + "x"


def test_a_header_is_read_as_it_was_written(tmp_path: Path, header: VaultHeader, content: bytes) -> None:
    write_header(tmp_path, header)
    assert read_header(tmp_path) == header
    assert (tmp_path / HEADER_NAME).read_bytes() == (tmp_path / TWIN_NAME).read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == [HEADER_NAME, TWIN_NAME]


def test_the_seal_is_true_for_the_root_key_only(header: VaultHeader, root: SecretKey) -> None:
    assert header.has_true_seal(root)
    assert not header.has_true_seal(SecretKey(bytes(32)))


def test_every_field_of_the_header_is_sealed(content: bytes, root: SecretKey) -> None:
    fields = json.loads(content)
    refused = 0
    for name in fields.keys() - {"checksum", "slots", "format", "version"}:
        bent = with_checksum(fields | {name: changed(fields[name])})
        refused += not decode_header(bent).has_true_seal(root)
    assert refused == 7
    for order in ([1, 0, 2], [0, 2], [0, 1, 2, 2]):
        bent_slots = [fields["slots"][place] for place in order]
        try:
            assert not decode_header(with_checksum(fields | {"slots": bent_slots})).has_true_seal(root)
        except DamagedHeaderError:
            assert order == [0, 1, 2, 2]


def test_every_field_of_a_slot_is_sealed(content: bytes, root: SecretKey) -> None:
    fields = json.loads(content)
    for name, value in fields["slots"][0].items():
        slots = [fields["slots"][0] | {name: changed(value)}, *fields["slots"][1:]]
        bent = decode_header(with_checksum(fields | {"slots": slots}))
        assert not bent.has_true_seal(root), name
        with pytest.raises((AccessRefusedError, UnfitCostError)):
            unwrap_with_password(bent.slots[0], bent.vault_id, PASSWORD)


@pytest.mark.parametrize("name", ["vault_id", "device", "revision", "language", "slots", "seal", "checksum", "format"])
def test_a_missing_field_is_refused(content: bytes, name: str) -> None:
    fields = json.loads(content)
    del fields[name]
    with pytest.raises(DamagedHeaderError):
        decode_header(with_checksum(fields) if name != "checksum" else vault_header._canonical(fields))


@pytest.mark.parametrize(
    "more",
    [
        {"centre": "IQ Nord"},
        {"version": 0},
        {"version": True},
        {"version": "1"},
        {"revision": 0},
        {"revision": True},
        {"revision": 1.0},
        {"revision": 10**30},
        {"theme": "pink"},
        {"language": ""},
        {"language": "de\n"},
        {"language": None},
        {"slots": []},
        {"slots": None},
        {"slots": ["x"]},
        {"slots": {"0": 1}},
        {"vault_id": "AB" * 16},
        {"vault_id": "ab"},
        {"vault_id": 7},
        {"seal": "zz" * 32},
    ],
    ids=str,
)
def test_a_field_of_another_shape_is_refused(content: bytes, more: dict[str, Any]) -> None:
    with pytest.raises(DamagedHeaderError):
        decode_header(with_checksum(json.loads(content) | more))


@pytest.mark.parametrize("kept", [[0], [0, 1], [2]], ids=["one password", "two passwords", "recovery only"])
def test_a_header_without_a_password_or_without_recovery_is_refused(content: bytes, kept: list[int]) -> None:
    fields = json.loads(content)
    with pytest.raises(DamagedHeaderError):
        decode_header(with_checksum(fields | {"slots": [fields["slots"][place] for place in kept]}))


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"format":"iq-desktop vault"}'], ids=repr
)
def test_garbage_is_refused(content: bytes) -> None:
    with pytest.raises(DamagedHeaderError):
        decode_header(content)


def test_every_flip_of_a_bit_and_every_cut_is_found(content: bytes) -> None:
    chance = seeded(5)
    for _ in range(1000):
        bent = bytearray(content)
        bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
        with pytest.raises((DamagedHeaderError, NewerVaultError)):
            decode_header(bytes(bent))
    for length in range(0, len(content), 7):
        with pytest.raises(DamagedHeaderError):
            decode_header(content[:length])
    with pytest.raises(DamagedHeaderError):
        decode_header(content + b" ")


@pytest.mark.parametrize("lost", [HEADER_NAME, TWIN_NAME])
@pytest.mark.parametrize("damage", [None, b"", b"garbled", b"\x00" * 5000])
def test_either_file_mends_the_other(made_vault: MadeVault, lost: str, damage: bytes | None) -> None:
    path = made_vault.folder / lost
    whole = path.read_bytes()
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    header = read_header(made_vault.folder)
    assert mend_headers(made_vault.folder, header)
    assert path.read_bytes() == whole
    assert not mend_headers(made_vault.folder, header)


def test_two_damaged_files_are_refused_and_stay_as_they_are(made_vault: MadeVault) -> None:
    for name in (HEADER_NAME, TWIN_NAME):
        (made_vault.folder / name).write_bytes(b"garbled")
    before = made_vault.files()
    with pytest.raises(DamagedHeaderError):
        read_header(made_vault.folder)
    assert made_vault.files() == before


def test_a_header_of_a_newer_program_is_refused_politely(made_vault: MadeVault, content: bytes) -> None:
    newer = {"format": "iq-desktop vault", "version": 2, "something": "else"}
    (made_vault.folder / HEADER_NAME).write_bytes(with_checksum(newer))
    before = made_vault.files()
    with pytest.raises(NewerVaultError):
        read_header(made_vault.folder)
    with pytest.raises(NewerVaultError):
        decode_header(with_checksum(json.loads(content) | {"version": 2}))
    assert made_vault.files() == before


def test_the_newer_of_two_headers_counts(made_vault: MadeVault, header: VaultHeader, root: SecretKey) -> None:
    newer = replace(header, language="en").with_next_revision(root)
    for name in (HEADER_NAME, TWIN_NAME):
        write_header(made_vault.folder, header)
        (made_vault.folder / name).write_bytes(encode_header(newer))
        assert read_headers(made_vault.folder) == (newer, header)


def test_a_disk_that_refuses_leaves_the_old_header(
    made_vault: MadeVault, header: VaultHeader, root: SecretKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_header(made_vault.folder, header.with_next_revision(root))
    assert read_headers(made_vault.folder) == (header,)


def test_a_header_that_could_not_be_read_again_is_not_written(tmp_path: Path, header: VaultHeader) -> None:
    with pytest.raises(DamagedHeaderError):
        write_header(tmp_path, replace(header, slots=header.advisers))
    assert not list(tmp_path.iterdir())


def test_the_header_names_no_centre_and_no_path(content: bytes, first_vault: tuple[Path, Any]) -> None:
    assert str(first_vault[0]).encode() not in content
    assert set(json.loads(content)) == {
        *("format", "version", "vault_id", "device", "revision", "generation", "language", "theme", "slots"),
        *("seal", "checksum"),
    }


def test_a_header_of_the_first_format_still_opens() -> None:
    """The file was written by the first version; whoever changes the format keeps reading it."""
    content = Path(__file__).with_name("first_format.json").read_bytes()
    header = decode_header(content)
    root = unwrap_with_password(header.advisers[0], header.vault_id, PASSWORD)
    code = read_recovery_code("0123-4567-89AB-CDEF-GHJK-MNPQ-RSWX")
    assert unwrap_with_recovery(header.recovery_slots[0], header.vault_id, code) == root
    assert root.material == bytes(range(32))
    assert header.has_true_seal(root)
    assert encode_header(header) == content

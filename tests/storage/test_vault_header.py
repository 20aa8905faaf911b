"""The header survives accidents through its twin, and shows every change made without a password."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.storage.header_codec import checksum_of, decode_header, encode_header
from iq_desktop.storage.header_places import (
    COPIES_FOLDER,
    HEADER_NAME,
    TWIN_NAME,
    mend_headers,
    places_of,
    read_header,
    read_headers,
    write_header,
)
from iq_desktop.storage.key_slots import (
    SecretKey,
    unwrap_with_password,
    unwrap_with_recovery,
)
from iq_desktop.storage.recovery_code import read_recovery_code
from iq_desktop.storage.vault_header import DamagedHeaderError, NewerVaultError, VaultHeader, canonical
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
    return canonical(fields | {"checksum": checksum_of(fields)})


def test_a_header_is_read_as_it_was_written(tmp_path: Path, header: VaultHeader, content: bytes) -> None:
    write_header(tmp_path, header)
    assert read_header(tmp_path) == header
    assert (tmp_path / HEADER_NAME).read_bytes() == (tmp_path / TWIN_NAME).read_bytes() == content
    assert (tmp_path / "keys" / "vault.json.copies").read_bytes().count(content) == 3
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["keys", HEADER_NAME, "vault.json.copies", TWIN_NAME]


def test_the_seal_is_true_for_the_root_key_only(header: VaultHeader, root: SecretKey) -> None:
    assert header.has_true_seal(root)
    assert not header.has_true_seal(SecretKey(bytes(32)))


@pytest.mark.parametrize("name", ["vault_id", "device", "revision", "language", "slots", "seal", "checksum", "format"])
def test_a_missing_field_is_refused(content: bytes, name: str) -> None:
    fields = json.loads(content)
    del fields[name]
    with pytest.raises(DamagedHeaderError):
        decode_header(with_checksum(fields) if name != "checksum" else canonical(fields))


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
        with pytest.raises(DamagedHeaderError):
            decode_header(bytes(bent))
    for length in range(0, len(content), 7):
        with pytest.raises(DamagedHeaderError):
            decode_header(content[:length])
    with pytest.raises(DamagedHeaderError):
        decode_header(content + b" ")


@pytest.mark.parametrize("damage", [None, b"", b"garbled", b"\x00" * 5000])
@pytest.mark.parametrize("lost", [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2)])
def test_any_one_or_two_places_are_mended_by_the_rest(
    made_vault: MadeVault, lost: tuple[int, ...], damage: bytes | None
) -> None:
    whole = made_vault.files()
    for number in lost:
        path = places_of(made_vault.folder)[number]
        path.unlink()
        if damage is not None:
            path.write_bytes(damage)
    header = read_header(made_vault.folder)
    assert mend_headers(made_vault.folder, header)
    assert made_vault.files() == whole
    assert not mend_headers(made_vault.folder, header)


def test_a_folder_of_the_copies_that_is_gone_comes_back(made_vault: MadeVault) -> None:
    whole = made_vault.files()
    shutil.rmtree(made_vault.folder / COPIES_FOLDER)
    mend_headers(made_vault.folder, read_header(made_vault.folder))
    assert made_vault.files() == whole


def test_one_of_the_three_copies_is_enough(made_vault: MadeVault, header: VaultHeader) -> None:
    first, twin, copies = places_of(made_vault.folder)
    first.unlink()
    twin.unlink()
    whole = copies.read_bytes()
    third = len(whole) // 3
    assert third % 4096 == 0
    for kept in range(3):
        spared = range(kept * third, (kept + 1) * third)
        copies.write_bytes(bytes(byte if place in spared else 0xAA for place, byte in enumerate(whole)))
        assert read_headers(made_vault.folder) == (header,)
    for start in range(0, len(whole), 512):  # any one torn sector
        copies.write_bytes(whole[:start] + b"\xaa" * 512 + whole[start + 512 :])
        assert read_headers(made_vault.folder) == (header,)


def test_three_damaged_places_are_refused_and_stay_as_they_are(made_vault: MadeVault) -> None:
    made_vault.garble_headers(b"garbled")
    before = made_vault.files()
    with pytest.raises(DamagedHeaderError):
        read_header(made_vault.folder)
    assert made_vault.files() == before


def test_a_header_of_a_newer_program_is_refused_politely(made_vault: MadeVault, content: bytes) -> None:
    newer = {"format": "iq-desktop vault", "version": 3, "something": "else"}
    (made_vault.folder / HEADER_NAME).write_bytes(with_checksum(newer))
    before = made_vault.files()
    with pytest.raises(NewerVaultError):
        read_header(made_vault.folder)
    with pytest.raises(NewerVaultError):
        decode_header(with_checksum(json.loads(content) | {"version": 3}))
    assert made_vault.files() == before


def test_the_newest_of_the_headers_counts_wherever_it_stands(
    made_vault: MadeVault, header: VaultHeader, root: SecretKey
) -> None:
    newer = replace(header, language="en").with_next_revision(root)
    write_header(made_vault.folder, newer)
    written = made_vault.files()
    for path in places_of(made_vault.folder):
        write_header(made_vault.folder, header)
        path.write_bytes(written[path.relative_to(made_vault.folder).as_posix()])
        assert read_headers(made_vault.folder) == (newer, header)
        assert mend_headers(made_vault.folder, newer)
        assert made_vault.files() == written


def test_a_disk_that_refuses_leaves_the_old_header(
    made_vault: MadeVault, header: VaultHeader, root: SecretKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_header(made_vault.folder, header.with_next_revision(root))
    assert read_headers(made_vault.folder) == (header,)


@pytest.mark.parametrize("written", [1, 2])
def test_where_only_copies_are_refused_the_new_header_counts(
    made_vault: MadeVault, header: VaultHeader, root: SecretKey, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    replaced: list[Path] = []
    real = Path.replace

    def refuse_later(self: Path, target: Path) -> Path:
        replaced.append(target)
        if len(replaced) > written:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse_later)
    newer = header.with_next_revision(root)
    write_header(made_vault.folder, newer)
    assert read_headers(made_vault.folder) == (newer, header)
    assert len(replaced) == 3


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

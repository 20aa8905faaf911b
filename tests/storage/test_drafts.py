"""The draft beside the vault: readable for its adviser only, never readable on the disk, never thrown away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.drafts import DRAFT_MARK, UNREADABLE_MARK, VaultDrafts, draft_path
from iq_desktop.storage.problems import DiskRefusedError
from iq_desktop.storage.vault import open_vault
from tests.support.vaults import ADVISER, MadeVault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.storage.vault import Vault

WORDS = "am dritten Mai vielleicht, Öztürk".encode()


@pytest.fixture
def vault(made_vault: MadeVault) -> Iterator[Vault]:
    """A vault, opened by its adviser."""
    with open_vault(made_vault.folder, ADVISER.name, ADVISER.password) as vault:
        yield vault


def path_of(vault: Vault) -> Path:
    return draft_path(vault.folder, vault.unlocked_by.id)


@pytest.mark.parametrize("words", [b"", b"x", WORDS, b"\x80\x80", b"ends with zeros\0\0", b"z" * 5000])
def test_a_draft_is_read_as_it_was_written(vault: Vault, words: bytes) -> None:
    drafts = VaultDrafts(vault)
    assert drafts.read() is None
    drafts.write(words)
    assert VaultDrafts(vault).read() == words
    drafts.write(b"later")
    assert drafts.read() == b"later"
    drafts.remove()
    drafts.remove()
    assert drafts.read() is None
    assert not path_of(vault).exists()


def test_the_file_shows_neither_words_nor_their_number(vault: Vault) -> None:
    drafts = VaultDrafts(vault)
    drafts.write(WORDS)
    first = path_of(vault).read_bytes()
    drafts.write(WORDS + b" and more")
    second = path_of(vault).read_bytes()
    assert len(first) == len(second)
    assert first != second
    assert b"Mai" not in first + second


def test_each_adviser_has_a_draft_of_their_own(made_vault: MadeVault, vault: Vault) -> None:
    VaultDrafts(vault).write(WORDS)
    vault.close()
    with open_vault(made_vault.folder, made_vault.colleague.name, made_vault.colleague.password) as other:
        theirs = VaultDrafts(other)
        assert theirs.read() is None
        path_of(other).write_bytes(path_of(vault).read_bytes())
        assert theirs.read() is None
        assert path_of(vault).exists()


@pytest.mark.parametrize("place", [0, 30, -1])
def test_a_bent_draft_is_set_aside_and_the_vault_works_on(vault: Vault, place: int) -> None:
    drafts = VaultDrafts(vault)
    drafts.write(WORDS)
    bent = bytearray(path_of(vault).read_bytes())
    bent[place] ^= 1
    path_of(vault).write_bytes(bent)
    assert drafts.read() is None
    aside = path_of(vault).with_name(path_of(vault).name + UNREADABLE_MARK)
    assert aside.read_bytes() == bytes(bent)
    drafts.write(WORDS)
    assert drafts.read() == WORDS


def test_no_draft_that_was_set_aside_is_overwritten_by_the_next(vault: Vault) -> None:
    for number in range(3):
        path_of(vault).write_bytes(bytes([number]) * 100)
        assert VaultDrafts(vault).read() is None
    aside = sorted(vault.folder.glob(f"*{UNREADABLE_MARK}*"))
    assert [path.read_bytes()[0] for path in aside] == [0, 1, 2]


def test_a_draft_that_the_disk_does_not_give_is_set_aside_before_a_new_one_is_written(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = VaultDrafts(vault)
    drafts.write(WORDS)
    sealed = path_of(vault).read_bytes()

    def refuse(_path: Path) -> bytes:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        assert drafts.read() is None
    drafts.write(b"new")
    assert path_of(vault).with_name(path_of(vault).name + UNREADABLE_MARK).read_bytes() == sealed


@pytest.mark.parametrize("length", [0, 5, 24, 40])
def test_a_draft_cut_off_is_none(vault: Vault, length: int) -> None:
    drafts = VaultDrafts(vault)
    drafts.write(WORDS)
    path_of(vault).write_bytes(path_of(vault).read_bytes()[:length])
    assert drafts.read() is None


def test_a_disk_that_refuses_leaves_the_draft_before(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = VaultDrafts(vault)
    drafts.write(WORDS)

    def refuse(*_arguments: object) -> None:
        raise OSError

    monkeypatch.setattr("iq_desktop.storage.drafts.write_file_safely", refuse)
    with pytest.raises(DiskRefusedError):
        drafts.write(b"new")
    assert drafts.read() == WORDS


def test_the_name_of_the_file_is_plain(tmp_path: Path) -> None:
    assert draft_path(tmp_path, "../../etc/Ö").name == f"{DRAFT_MARK}etc"

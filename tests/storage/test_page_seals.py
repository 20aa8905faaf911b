"""Every page proves itself by its seal; what SQLite leaves unwritten is no damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.storage import page_seals
from iq_desktop.storage.page_seals import PAGE_BYTES, PageSeals, find_bad_pages, read_pages, read_salt
from iq_desktop.storage.secret_key import Purpose, make_root_key
from iq_desktop.storage.vault_place import CASES_NAME

if TYPE_CHECKING:
    import pytest

    from iq_desktop.storage.vault import Vault


def test_the_engine_and_we_agree_on_every_seal(vault: Vault) -> None:
    path, key = vault.folder / CASES_NAME, vault.key(Purpose.CASES)
    vault.close()
    pages = list(read_pages(path))
    assert len(pages) == path.stat().st_size // PAGE_BYTES > 50
    assert find_bad_pages(path, key) == ()
    assert len(find_bad_pages(path, make_root_key())) == len(pages)


def test_a_page_is_true_under_its_own_number_only(vault: Vault) -> None:
    path, key = vault.folder / CASES_NAME, vault.key(Purpose.CASES)
    vault.close()
    seals = PageSeals.of(key, read_salt(path))
    page = dict(read_pages(path))[7]
    assert seals.is_true(page, 7)
    assert not seals.is_true(page, 8)
    assert seals.is_true(seals.moved(page, 8), 8)
    assert key.material.hex() not in repr(seals)
    assert seals.key.hex() not in repr(seals)


def test_the_page_that_is_kept_for_locks_is_no_damage(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite never writes the page at one gibibyte: here it is the ninth."""
    path, key = vault.folder / CASES_NAME, vault.key(Purpose.CASES)
    vault.close()
    content = bytearray(path.read_bytes())
    content[8 * PAGE_BYTES : 9 * PAGE_BYTES] = bytes(PAGE_BYTES)
    path.write_bytes(content)
    assert find_bad_pages(path, key) == (9,)
    assert page_seals.LOCK_PAGE == 262_145
    monkeypatch.setattr(page_seals, "LOCK_PAGE", 9)
    assert find_bad_pages(path, key) == ()

"""The log of erasings beside the vault: sealed, joined and never lost, and opened after the vault got a new key."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.erasure import EraseReason, Erasure
from iq_desktop.storage.access import VaultKeys
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.erasure_log import (
    ERASURES_NAME,
    DamagedErasureLogError,
    erasure_key,
    join_erasures,
    open_erasures,
    read_erasures,
    seal_erasures,
    write_erasures,
)
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.rights_office import VaultRights, settle_erasures
from iq_desktop.storage.secret_key import make_root_key
from iq_desktop.usecases.progress import Silence
from tests.support.builders import a_case
from tests.support.fakes import FixedClock
from tests.support.vaults import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

NOW = dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC)
ONE = Erasure(("a" * 32, "b" * 32), NOW, EraseReason.ASKED, "adviser-1", "L-2026-0001", (("client", 2),), True, "1-2")
TWO = Erasure(("c" * 32,), NOW + dt.timedelta(days=1), EraseReason.WRONG, number="L-2026-0002")
KEY = make_root_key()


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    write_erasures(tmp_path, KEY, (TWO, ONE))
    assert read_erasures(tmp_path, KEY) == (ONE, TWO)


def test_without_a_log_nothing_was_erased(tmp_path: Path) -> None:
    assert read_erasures(tmp_path, KEY) == ()
    write_erasures(tmp_path, KEY, ())
    assert list(tmp_path.iterdir()) == []


def test_what_stands_there_is_joined_and_nothing_is_forgotten(tmp_path: Path) -> None:
    write_erasures(tmp_path, KEY, (ONE,))
    write_erasures(tmp_path, KEY, (TWO,))
    assert read_erasures(tmp_path, KEY) == (ONE, TWO)
    assert join_erasures((ONE,), (TWO, ONE)) == (ONE, TWO)


def test_an_unchanged_log_is_not_written_again(tmp_path: Path) -> None:
    write_erasures(tmp_path, KEY, (ONE,))
    before = (tmp_path / ERASURES_NAME).read_bytes()
    write_erasures(tmp_path, KEY, (ONE,))
    assert (tmp_path / ERASURES_NAME).read_bytes() == before


def test_the_log_tells_nothing_without_its_key(tmp_path: Path) -> None:
    write_erasures(tmp_path, KEY, (ONE,))
    content = (tmp_path / ERASURES_NAME).read_bytes()
    assert b"a" * 32 not in content
    assert b"asked" not in content
    with pytest.raises(DamagedErasureLogError):
        read_erasures(tmp_path, make_root_key())


@pytest.mark.parametrize("at", [0, 23, 24, 100, -1])
def test_a_bent_log_is_refused(at: int) -> None:
    sealed = bytearray(seal_erasures((ONE,), KEY))
    sealed[at] ^= 1
    with pytest.raises(DamagedErasureLogError):
        open_erasures(bytes(sealed), KEY)


@pytest.mark.parametrize("length", [0, 10, 24, 200])
def test_a_log_that_was_cut_off_is_refused(length: int) -> None:
    with pytest.raises(DamagedErasureLogError):
        open_erasures(seal_erasures((ONE,), KEY)[:length], KEY)


def test_a_log_that_cannot_be_opened_is_set_aside_and_stays(tmp_path: Path) -> None:
    (tmp_path / ERASURES_NAME).write_bytes(b"something else")
    write_erasures(tmp_path, KEY, (ONE,))
    assert read_erasures(tmp_path, KEY) == (ONE,)
    (aside,) = tmp_path.glob(f"{ERASURES_NAME}.unreadable-*")
    assert aside.read_bytes() == b"something else"


def test_the_log_opens_after_the_vault_got_a_new_key(vault: Vault) -> None:
    pen = pen_of(vault, FixedClock())
    cases = VaultCases(vault.cases, pen)
    case = cases.save(replace(a_case(), id="gone", revision=0, number=""))
    done = VaultRights(vault, pen, cases).erase([case.id], EraseReason.ASKED, Silence())
    VaultKeys(vault, pen, FLOOR_COST).give_new_key(vault.unlocked_by.id, PASSWORD, Silence())
    assert read_erasures(vault.folder, erasure_key(vault)) == (done,)
    assert settle_erasures(vault, pen) == 0

"""A disk that refuses: whichever write or sync of a save fails, words stay, a message says what to do, all is whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.instance_lock import LOCK_NAME, VaultInUseError, lock_vault
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.problems import VaultGoneError
from iq_desktop.wording.text import NOTHING
from tests.storage.crash.scenario import CLOCK
from tests.support.counts import count

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

PROJECT = Path(__file__).resolve().parents[3]
LENGTHS = (3000, 10, 60_000, 120_000)[: count(1, 4)]
"""Letters of one field: a save of a few pages, and of some dozen."""


@pytest.fixture(scope="module")
def fault_shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets writes and syncs fail, compiled here."""
    compiler = shutil.which("gcc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("a failing disk is simulated on Linux with gcc only")
    library = tmp_path_factory.mktemp("fault") / "fault.so"
    source = Path(__file__).with_name("fault.c")
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    return library


@pytest.mark.parametrize("length", LENGTHS)
def test_no_failing_write_or_sync_loses_or_breaks_anything(fault_shim: Path, tmp_path: Path, length: int) -> None:
    seen = save_under(fault_shim, tmp_path / "vault", length)
    assert seen["faults"] == []
    assert seen["refused"] + seen["saved all the same"] == seen["rounds"] > 100


def save_under(shim: Path, folder: Path, length: int) -> dict[str, Any]:
    environment = os.environ | {
        "LD_PRELOAD": str(shim),
        "FAULT_BASE": str(folder),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    order = [sys.executable, "-m", "tests.storage.crash.bad_disk", str(folder), str(length)]
    done = subprocess.run(order, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_a_folder_that_vanished_is_said_and_the_words_are_saved_when_it_is_back(vault: Vault) -> None:
    cases = VaultCases(vault.cases, pen_of(vault, CLOCK))
    case = cases.save(CaseFile(opened_on=CLOCK.today()))
    typed = replace(case, client=Client(family_name="Öztürk"))
    elsewhere = vault.folder.with_name("stick in a pocket")
    vault.folder.rename(elsewhere)
    with pytest.raises(VaultGoneError) as caught:
        cases.save(typed)
    assert caught.value.advice != NOTHING
    elsewhere.rename(vault.folder)
    assert cases.save(typed).client == typed.client
    assert cases.get(case.id).client == typed.client


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says so by itself: nobody can open a locked file")
def test_a_lock_that_another_user_holds_is_not_taken_for_a_folder_without_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = lock_vault(tmp_path)
    plain_open = os.open

    def refuse(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if str(path).endswith(LOCK_NAME) and flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(13, "not yours", path)
        return plain_open(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(VaultInUseError):
        lock_vault(tmp_path)
    first.release()

"""Kills and full disks while an older vault is brought up to date leave the old schema or the new one, no row lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.crash.test_bad_disk import fault_shim
from tests.support.counts import count
from tests.support.kept_vaults import kept_vaults

__all__ = ["fault_shim"]

PROJECT = Path(__file__).resolve().parents[3]
OLDEST = kept_vaults()[0].folder.name


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system that can fork")
def test_kills_in_each_step_of_an_update_lose_nothing() -> None:
    kills = count(1, 50)
    order = [sys.executable, "-m", "tests.storage.crash.update_kills", OLDEST, str(kills), "7"]
    result = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]
    assert result.stderr == ""
    seen = json.loads(result.stdout)
    assert seen["faults"] == []
    assert seen["old"] + seen["between"] + seen["new"] == seen["kills"] == kills * seen["steps"]
    assert seen["old"] > 0


def test_a_disk_that_refuses_the_update_leaves_the_vault_as_it_was(fault_shim: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    environment = os.environ | {
        "LD_PRELOAD": str(fault_shim),
        "FAULT_BASE": str(folder),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    stride = str(count(120, 3))
    order = [sys.executable, "-m", "tests.storage.crash.update_bad_disk", str(folder), OLDEST, stride]
    done = subprocess.run(order, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    seen = json.loads(done.stdout)
    assert seen["faults"] == []
    assert seen["refused"] >= 3

"""Confirmed is kept: after kills and after simulated power cuts no save is lost and none is half there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.storage.crash.power_cuts import MODES, Step, find_faults_after_cut, record
from tests.storage.crash.scenario import make_vault
from tests.support.chance import seeded
from tests.support.counts import count

KILLS = count(25, 200)
POWER_CUTS = count(60, 400)
SAVES = 90
PROJECT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system that can fork")
def test_kills_lose_no_confirmed_save() -> None:
    order = [sys.executable, "-m", "tests.storage.crash.kills", str(KILLS), "7"]
    result = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]
    assert result.stderr == ""
    seen = json.loads(result.stdout)
    assert seen["faults"] == []
    assert seen["kills"] == KILLS
    assert seen["confirmed"] > KILLS


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that writes down what reaches the disk, compiled here."""
    compiler = shutil.which("gcc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("power cuts are simulated on Linux with gcc only")
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    source = Path(__file__).with_name("shim.c")
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    return library


@pytest.fixture(scope="module")
def recorded(shim: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Step]]:
    """A vault before an hour of saving, and every step that the saving took to the disk."""
    scratch = tmp_path_factory.mktemp("recorded")
    make_vault(scratch / "vault")
    shutil.copytree(scratch / "vault", scratch / "before")
    return scratch / "before", record(shim, scratch / "vault", scratch / "log", SAVES, 3)


def test_the_record_holds_writes_syncs_and_confirmations(recorded: tuple[Path, list[Step]]) -> None:
    _, steps = recorded
    counted = Counter((step.operation, step.file) for step in steps)
    assert counted[b"W", b"c"] == SAVES
    assert counted[b"S", b"w"] >= SAVES
    assert counted[b"S", b"d"] >= 3
    assert counted[b"W", b"w"] > 3 * SAVES
    assert counted[b"W", b"d"] > 30


@pytest.mark.parametrize("mode", MODES)
def test_power_cuts_lose_no_confirmed_save(recorded: tuple[Path, list[Step]], mode: str, tmp_path: Path) -> None:
    before, steps = recorded
    chance = seeded(MODES.index(mode))
    faults = []
    for number in range(-(-POWER_CUTS // len(MODES))):
        moment = chance.randrange(1, len(steps) + 1)
        faults += find_faults_after_cut(before, tmp_path / "vault", steps, moment, mode, number)
    assert faults == []


def test_the_replay_notices_a_disk_that_loses_what_was_synced(
    recorded: tuple[Path, list[Step]], tmp_path: Path
) -> None:
    """Without syncs in the record the same replay must find lost saves, or it could never find any."""
    before, steps = recorded
    unsynced = [step for step in steps if step.operation != b"S"]
    assert find_faults_after_cut(before, tmp_path / "vault", unsynced, len(unsynced) // 2, "dropped", 1)

"""Kills while a password or the key of the vault is changed leave the old one or the new one, and every row."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.counts import count

PROJECT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system that can fork")
@pytest.mark.parametrize("what", ["rekey", "password"])
def test_kills_leave_the_old_or_the_new_key_and_every_row(what: str) -> None:
    kills = count(10, 200)
    order = [sys.executable, "-m", "tests.storage.crash.key_kills", what, str(kills), "7"]
    result = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]
    assert result.stderr == ""
    seen = json.loads(result.stdout)
    assert seen["faults"] == []
    assert seen["old"] + seen["new"] == seen["kills"] == kills
    assert seen["saves"] > 0
    assert seen["changes"] > 0

"""Kills while a backup is made leave every backup of before, no half one counts, and the newest comes back."""

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
def test_kills_leave_whole_backups_only() -> None:
    kills = count(5, 50)
    order = [sys.executable, "-m", "tests.storage.crash.backup_kills", str(kills), "3"]
    result = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]
    assert result.stderr == ""
    seen = json.loads(result.stdout)
    assert seen["faults"] == []
    assert seen["kills"] == kills
    assert seen["confirmed"] > 0
    assert seen["restored"] > 0

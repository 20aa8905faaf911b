"""Kills while scans are taken in leave them whole or leave nothing of them."""

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
def test_kills_leave_a_scan_whole_or_nothing_of_it() -> None:
    kills = count(4, 50)
    order = [sys.executable, "-m", "tests.storage.crash.scan_kills", str(kills), "7"]
    result = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]
    assert result.stderr == ""
    seen = json.loads(result.stdout)
    assert seen["faults"] == []
    assert seen["whole"] + seen["gone"] == kills
    assert seen["whole"] > 0
    assert seen["gone"] > 0
    print(f"{kills} kills: {seen['whole']} whole, {seen['gone']} gone")

"""A program that is killed in the middle of a card sort loses at most the card in the hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.counts import count

KILLS = count(3, 50)
PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system that can fork")
def test_a_kill_loses_at_most_the_card_in_the_hand() -> None:
    order = [sys.executable, "-m", "tests.journeys.talk_kills", str(KILLS), "5"]
    result = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]
    seen = json.loads(result.stdout.splitlines()[-1])
    print(f"{KILLS} kills, {seen['cards']} cards sorted, {seen['lost']} lost")
    assert seen["faults"] == []
    assert seen["kills"] == KILLS
    assert seen["cards"] >= 3 * KILLS

"""Gone in the middle of a word, by a kill or by a lock: the words are there again, in the same field."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from iq_desktop.ui.shell.draft_keeper import BEAT
from tests.support.counts import count

GOINGS = count(5, 100)
PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system that can fork")
def test_half_typed_words_come_back_after_kills_and_locks() -> None:
    order = [sys.executable, "-m", "tests.journeys.goings", str(GOINGS), "11"]
    result = subprocess.run(order, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]
    seen = json.loads(result.stdout.splitlines()[-1])
    print(f"{GOINGS} goings, at most {seen['most_letters_lost']} letters typed after the last draft")
    assert seen["faults"] == []
    assert seen["goings"] == GOINGS


def test_a_draft_is_less_than_a_second_behind() -> None:
    """The look comes often enough that the writing has four tenths of a second for itself."""
    assert BEAT <= 600

"""How long the workbook of a centre with very many cases takes, and what it needs of memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from tests.benchmark import write_centre
from tests.benchmark.write_centre import EXPORT, FLOOR, MAKE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmark.conftest import Note

pytestmark = [pytest.mark.benchmark, pytest.mark.skipif(sys.platform == "win32", reason="no peak of memory to read")]

CASES: Final = 100_000


def run(folder: Path, what: str) -> dict[str, float]:
    """Run one of the three in a process of its own and return what it took."""
    results = folder / f"{what}.json"
    subprocess.check_call([sys.executable, "-m", write_centre.__name__, str(folder), str(CASES), str(results), what])
    told: dict[str, float] = json.loads(results.read_text(encoding="utf-8")) if what != MAKE else {}
    return told


def test_the_workbook_of_a_centre_against_the_writer_alone(tmp_path: Path, note: Note) -> None:
    run(tmp_path, MAKE)
    floor, found = run(tmp_path, FLOOR), run(tmp_path, EXPORT)
    assert found["cases"] == floor["cases"] == CASES
    told = f"{CASES:,} cases and {found['contacts']:,.0f} contacts as a workbook"
    note(told, found["seconds"] * 1000, floor["seconds"] * 1000, "at most 60,000 ms")
    note("the same, seconds of the processor", found["processor"] * 1000, floor["processor"] * 1000, "–")
    note(f"the same, {found['megabytes']:.0f} MB at most (floor {floor['megabytes']:.0f} MB)", 0, None, "300 MB")

"""How long a start looks at a large vault, and how long the whole check takes, against hashing the same bytes."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.vault_checks import check_at_start, check_before_opening, check_wholly
from iq_desktop.usecases.progress import Silence
from tests.benchmark.conftest import median_ms
from tests.benchmark.large_vault import large_vault
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.storage.vault import Vault
    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

TIMES = 7


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault of 150 MB."""
    with large_vault(tmp_path_factory.mktemp("large")) as vault:
        yield vault


def hash_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha512").digest()


def test_the_look_at_the_start(large: Vault, note: Note) -> None:
    path, key = large.cases.path, large.key(Purpose.CASES)
    floor = median_ms(partial(hash_bytes, path), TIMES)

    def look() -> None:
        check_before_opening(path, key)
        check_at_start(large.cases)

    size = path.stat().st_size / 1e6
    note(f"look at a vault of {size:.0f} MB at the start", median_ms(look, TIMES), floor, "at most 1,000 ms")


def test_the_whole_check(large: Vault, note: Note) -> None:
    floor = median_ms(partial(hash_bytes, large.cases.path), 3)
    whole = median_ms(lambda: check_wholly(large, FixedClock(), Silence()), 3)
    note("whole check of the same vault, behind the window", whole, floor, "nobody waits for it")

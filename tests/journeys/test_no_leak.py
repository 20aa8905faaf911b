"""Nothing readable is left behind: not on the disk, not in the temporary folder, not in the memory after the lock."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pytest

from iq_desktop.app.crash import LOG_NAME
from iq_desktop.storage.drafts import DRAFT_MARK
from tests.support.canaries import (
    STEM,
    FileWatch,
    Search,
    canaries,
    internet_sockets_of,
    own_internet_sockets,
    traces_of,
)
from tests.support.counts import count

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARIES = count(50, 500)
PROJECT = Path(__file__).resolve().parents[2]
HOMES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="memory and sockets are looked at in /proc"
)


@dataclass
class Day:
    """What the day told, stage by stage, and the process in whose memory one may look."""

    process: subprocess.Popen[str]
    home: Path
    stages: dict[str, dict[str, Any]]
    heir: int = 0

    def read_until(self, stage: str) -> dict[str, Any]:
        """Read what the day tells up to a stage."""
        news: IO[str] | None = self.process.stdout
        assert news is not None
        while stage not in self.stages:
            line = news.readline()
            if not line:
                assert self.process.stderr is not None
                raise AssertionError(self.process.stderr.read()[-4000:])
            if line.startswith("{"):
                told = json.loads(line)
                self.stages[told["stage"]] = told
        return self.stages[stage]

    def go_on(self) -> None:
        """Let the day go on."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()


def has_loaded(process: int, library: str) -> bool:
    return library in Path(f"/proc/{process}/maps").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """A day that has come to its end, with both processes still there."""
    home = tmp_path_factory.mktemp("home")
    (home / "tmp").mkdir()
    environment = {**os.environ, **dict.fromkeys(HOMES, str(home)), "TMPDIR": str(home / "tmp")}
    order = [sys.executable, "-m", "tests.journeys.canary_day", str(home), str(CANARIES)]
    process = subprocess.Popen(
        order,
        cwd=PROJECT,
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    day = Day(process, home, {})
    yield day
    if day.heir:
        os.kill(day.heir, signal.SIGKILL)
    process.communicate("\n\n")


def look_into(day: Day, process: int, **more: bytes) -> list[str]:
    """Return what is found in the memory of a process; skips where the system lets nobody look there."""
    search = Search(tuple(bytes.fromhex(key) for key in day.stages["open"]["keys"]))
    search.traces.update(more)
    try:
        return search.look_into_process(process)
    except PermissionError:
        pytest.skip("the system lets nobody look into the memory of another process")


@pytest.fixture(scope="module")
def locked_day(day: Day) -> Day:
    """The day after the lock: the unlock screen is shown by another process, in which everything is loaded."""
    day.read_until("open")
    day.go_on()
    day.heir = day.read_until("locked")["heir"]
    while not has_loaded(day.heir, "sqlcipher"):
        select.select([], [], [], 0.05)
    return day


def test_the_search_finds_key_and_words_while_the_vault_is_open(day: Day) -> None:
    """The counter-test: a search that found nothing here would prove nothing after the lock."""
    day.read_until("open")
    found = look_into(day, day.process.pid, canary=f"{STEM}0005".encode())
    assert "key" in found
    assert "canary" in found


def test_the_memory_after_the_lock_is_empty(locked_day: Day) -> None:
    assert look_into(locked_day, locked_day.heir) == []


def test_no_word_and_no_key_lie_on_the_disk(locked_day: Day) -> None:
    for stage in ("filled, while open", "searched, read, printed", "copied, crashed, half typed", "locked"):
        told = locked_day.stages[stage]
        assert told["hits"] == [], stage
        assert told["files"] >= 5
    keys = tuple(bytes.fromhex(key) for key in locked_day.stages["open"]["keys"])
    assert Search(keys).look_into(locked_day.home) == []
    print(f"{CANARIES} canaries: 0 found")


def test_the_day_left_what_it_must(locked_day: Day) -> None:
    """The crash was written down and the draft was kept: else nothing was to be found for a bad reason."""
    names = {path.name for path in locked_day.home.rglob("*")}
    assert any(name.startswith(DRAFT_MARK) for name in names)
    log = next(locked_day.home.rglob(LOG_NAME)).read_text(encoding="utf-8")
    assert log.count("builtins.KeyError") == 2


def test_no_temporary_file_and_no_socket(locked_day: Day) -> None:
    for told in locked_day.stages.values():
        assert told.get("temporary", []) == []
        assert told.get("sockets", []) == []
    assert internet_sockets_of(locked_day.heir) == []


def test_a_socket_is_seen_before_it_does_anything() -> None:
    assert own_internet_sockets() == []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM):
        assert len(own_internet_sockets()) == 1


def test_title_and_clipboard_say_nothing_after_the_lock(locked_day: Day) -> None:
    assert locked_day.stages["locked"]["title"] == "IQ Desktop"
    assert STEM not in locked_day.stages["open"]["title"]
    assert locked_day.stages["locked"]["clipboard"] == ""


@pytest.mark.parametrize("writing", traces_of(STEM))
def test_the_search_finds_each_writing_in_a_file(tmp_path: Path, writing: str) -> None:
    content = {"folded": b"zwqxkanaru0001"}.get(writing, traces_of(canaries(1)[0])[writing])
    (tmp_path / "file").write_bytes(b"x" * 1000 + content)
    assert any(hit.endswith(writing) for hit in Search().look_into(tmp_path))


def test_the_search_finds_folded_words_names_of_files_and_keys(tmp_path: Path) -> None:
    (tmp_path / "ZWQXKANARU0001").write_bytes(b"ab ZwqxKanaru0001")
    (tmp_path / "key").write_bytes(bytes(range(32)).hex().encode())
    found = Search((bytes(range(32)),)).look_into(tmp_path)
    assert found == ["name of ZWQXKANARU0001: folded", "ZWQXKANARU0001: folded", "key: key, hexadecimal"]


def test_the_watch_sees_files_that_live_for_a_moment(tmp_path: Path) -> None:
    watch = FileWatch(tmp_path)
    (tmp_path / "short").touch()
    (tmp_path / "short").unlink()
    assert "short" in watch.made()

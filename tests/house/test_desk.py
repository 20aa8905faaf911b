"""The command that sets up a desk, without setting one up."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import desk
from tests.support.counts import FULL, count

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_command_the_usage_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.main([]) == 2
    assert desk.main(["dance"]) == 2
    assert "packaging/desk.py demo" in capsys.readouterr().err


@pytest.mark.parametrize("version", [(3, 10), (3, 14), (4, 0)])
def test_another_python_is_told_plainly(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = type("Numbers", (tuple,), {"major": version[0], "minor": version[1]})
    monkeypatch.setattr("desk.sys.version_info", numbers(version))
    assert desk.main(["test"]) == 1
    assert f"This is Python {version[0]}.{version[1]}; IQ Desktop needs Python 3.11 to 3.13." in capsys.readouterr().err


def test_missing_libraries_without_rights_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "privilege", lambda: None)
    with pytest.raises(desk.DeskError, match=r"sudo apt-get install .*libegl1 libgl1"):
        desk.apt_install(["libegl1", "libgl1"])


def test_missing_test_tools_are_no_reason_to_stop(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("desk.shutil.which", lambda _tool: None)
    monkeypatch.setattr("desk.sys.platform", "linux")
    monkeypatch.setattr(desk, "privilege", lambda: None)
    desk.install_test_tools()
    assert "gcc libc6-dev poppler-utils" in capsys.readouterr().out


def test_a_library_that_is_not_there_is_seen() -> None:
    assert not desk.is_loadable("libiq-desktop-nowhere.so.7")


def test_packages_are_installed_once_per_lock_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(desk, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr("desk.subprocess.check_call", calls.append)
    lock = tmp_path / "run.txt"
    for text in ("one==1", "one==1", "one==2"):
        lock.write_text(text, "ascii")
        desk.install_packages(lock)
    assert len(calls) == 2
    assert "--require-hashes" in calls[0]


def test_every_step_runs_and_one_failure_is_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def passes(step: desk.Step) -> bool:
        ran.append(step.name.split(":")[0])
        return step.name != "mypy: types"

    monkeypatch.setattr(desk, "prepare", lambda _purpose: None)
    monkeypatch.setattr(desk, "passes", passes)
    assert desk.main(["test"]) == 1
    assert ran == ["ruff", "ruff", "mypy", "import-linter", "pytest"]
    assert "Not in order: mypy: types" in capsys.readouterr().out
    monkeypatch.setattr(desk, "passes", lambda _step: True)
    assert desk.main(["test"]) == 0


def test_tests_share_the_processors_unless_somebody_looks_at_single_ones() -> None:
    assert desk.workers(["tests/domain", "-x"])[:2] == ("-n", "auto")
    assert "--max-worker-restart=0" in desk.workers([])
    assert desk.workers(["tests/domain", "--pdb"]) == ()
    assert desk.workers(["-n", "1"]) == ()


def test_a_release_is_checked_with_full_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def passes(_step: desk.Step) -> bool:
        asked.append(desk.surroundings().get(FULL))
        return True

    monkeypatch.setattr(desk, "prepare", lambda _purpose: None)
    monkeypatch.setattr(desk, "passes", passes)
    monkeypatch.setenv(FULL, "0")
    assert desk.main(["test"]) == 0
    assert set(asked) == {"0"}
    asked.clear()
    assert desk.main(["full"]) == 0
    assert set(asked) == {"1"}
    assert count(3, 200) == 200


def test_the_demo_gets_further_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(desk, "prepare", lambda _purpose: None)

    def start(command: list[str], *, env: dict[str, str]) -> int:
        assert env
        started.append(command)
        return 0

    monkeypatch.setattr("desk.subprocess.call", start)
    assert desk.main(["demo", "--out", "folder"]) == 0
    assert started == [[desk.python(), "-m", "iq_desktop", "demo", "--out", "folder"]]


def test_our_processes_find_the_package_and_keep_compiled_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    around = desk.surroundings()
    assert "PYTHONDONTWRITEBYTECODE" not in around
    assert around["PYTHONPATH"] == str(desk.PROJECT)


def test_it_starts_with_nothing_but_python(tmp_path: Path) -> None:
    """No library of the environment: isolated, from another folder."""
    command = [sys.executable, "-I", "-S", str(desk.PROJECT / "packaging" / "desk.py")]
    done = subprocess.run(command, cwd=tmp_path, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == desk.USAGE


def test_pictures_are_taken_without_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[str], dict[str, str]]] = []

    def call(command: list[str], cwd: Path, env: dict[str, str]) -> int:
        assert (cwd / "tests" / "support" / "gallery.py").exists()
        asked.append((command, env))
        return 0

    monkeypatch.setattr(desk, "prepare", lambda _purpose: None)
    monkeypatch.setattr("desk.subprocess.call", call)
    assert desk.main(["pictures", "here"]) == 0
    [(command, env)] = asked
    assert command[1:] == ["-m", "tests.support.gallery", "here"]
    assert env["QT_QPA_PLATFORM"] == "offscreen"


def test_a_measurement_that_is_named_is_the_only_one(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(desk, "prepare", lambda *_: None)

    def start(command: list[str], **_: object) -> int:
        started.append([*command])
        return 0

    monkeypatch.setattr("subprocess.call", start)
    for arguments in (["tests/benchmark/test_paper.py"], ["-k", "profile"]):
        assert desk.bench(arguments) == 0
    assert [one[5:] for one in started] == [["tests/benchmark/test_paper.py"], ["tests/benchmark", "-k", "profile"]]

"""The commands find their way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import iq_desktop
from iq_desktop.app import before_window, demo, import_command, self_check, window_command
from iq_desktop.app.start import main
from iq_desktop.ui.shell.places import CASE, Spot


class Called:
    """Remembers with what it was called, and answers 7."""

    def __init__(self) -> None:
        self.arguments: tuple[Any, ...] = ()

    def __call__(self, *arguments: Any) -> int:
        self.arguments = arguments
        return 7


@pytest.mark.parametrize(
    ("module", "name", "line", "arguments"),
    [
        (demo, "run_demo", ["demo"], (None, None)),
        (
            demo,
            "run_demo",
            ["demo", "--out", "pictures", "--catalogues", "data"],
            (Path("pictures"), Path("data")),
        ),
        (self_check, "run_self_check", ["self-check"], ()),
        (import_command, "run_import", ["import", "esco"], ([Path("esco")], None, None, None)),
        (
            import_command,
            "run_import",
            ["--vault", "v", "import", "a", "b", "--adviser", "Anna", "--password-fd", "3"],
            ([Path("a"), Path("b")], Path("v"), "Anna", 3),
        ),
        (import_command, "run_import", ["import", "a", "--vault", "v"], ([Path("a")], Path("v"), None, None)),
    ],
)
def test_each_command_reaches_its_room(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, line: list[str], arguments: tuple[Any, ...]
) -> None:
    called = Called()
    monkeypatch.setattr(module, name, called)
    assert main(line) == 7
    assert called.arguments == arguments


@pytest.mark.parametrize(
    ("line", "vault", "words"),
    [
        (["--vault", "v"], Path("v"), ""),
        (["--vault", "v", "--return-to", "case:12:person"], Path("v"), "case:12:person"),
    ],
)
def test_without_a_command_the_window_opens(
    monkeypatch: pytest.MonkeyPatch, line: list[str], vault: Path, words: str
) -> None:
    called = Called()
    monkeypatch.setattr(window_command, "run_window", called)
    monkeypatch.setattr(before_window, "tidy_up_later", lambda: None)
    monkeypatch.setattr(before_window, "load_qt", lambda: None)
    assert main(line) == 7
    assert called.arguments[0].paths.vault == vault
    assert called.arguments[1] == words


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.strip() == iq_desktop.__version__


def test_a_password_is_no_argument(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["import", "esco", "--password", "geheim"])
    assert end.value.code == 2
    assert "--password" in capsys.readouterr().err


def test_a_spot_survives_being_written() -> None:
    from iq_desktop.ui.shell.places import read_spot

    spot = Spot(CASE, "0123456789abcdef", "documents")
    assert read_spot(spot.written()) == spot
    assert read_spot("nonsense") == Spot()

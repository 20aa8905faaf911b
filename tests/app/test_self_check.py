"""The program can tell whether it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.app import self_check
from iq_desktop.app.self_check import Check, run_self_check
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import pytest


def test_this_installation_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_self_check() == 0
    printed = capsys.readouterr().out
    assert "FAILED" not in printed
    for name in ("engine", "vault", "packs", "paper de", "paper ar", "paper uk"):
        assert f"ok      {name}:" in printed


def test_every_fault_is_told_and_the_others_are_still_looked_at(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> str:
        raise IqError(say("no engine"))

    def crash() -> str:
        raise KeyError("font")

    checks = [Check("engine", refuse), Check("fonts", crash), Check("packs", lambda: "3 packs")]
    monkeypatch.setattr(self_check, "_checks", lambda _paths: iter(checks))
    assert run_self_check() == 1
    printed = capsys.readouterr().out
    assert "FAILED  engine: no engine" in printed
    assert "FAILED  fonts:" in printed
    assert "ok      packs: 3 packs" in printed
    assert "1 of 3 checks passed" in printed

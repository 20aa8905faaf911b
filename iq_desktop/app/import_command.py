"""The command `iq-desktop import`: catalogues from a terminal into a vault."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING, Final

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.catalogues.recognise import find_catalogues
from iq_desktop.usecases.importing import take_in_catalogue
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

_LONGEST_PASSWORD: Final = 4096


def run_import(paths: Sequence[Path], vault: Path | None, adviser: str | None, password_fd: int | None) -> int:
    """Take in every catalogue of the paths and return 0, or 1 where one was refused or the vault stayed shut."""
    places = find_paths(vault)
    tongues = tongues_of(places.translations)
    door = VaultDoor(places, tongues, LaptopClock())
    tongue = tongues(door.language())
    try:
        desk = door.unlock(_chosen(door.advisers(), adviser).id, _password(password_fd))
    except IqError as error:
        _tell(tongue, error)
        return 1
    try:
        outcomes = [_take_in(desk, found, tongue) for path in paths for found in find_catalogues(path)]
    finally:
        desk.close()
    return 0 if outcomes and all(outcomes) else 1


def _take_in(desk: Desk, path: Path, tongue: Tongue) -> bool:
    try:
        state, _ = take_in_catalogue(desk, path, TerminalProgress(tongue))
    except IqError as error:
        _tell(tongue, error)
        return False
    print(_report(state, tongue))
    return True


def _report(state: CatalogueState, tongue: Tongue) -> str:
    counts = ", ".join(f"{tongue.number(count)} {tongue.speak(what)}" for what, count in state.counts)
    lines = [f"{tongue.speak(state.kind.label)} {state.version}: {counts}"]
    lines.extend(
        tongue.speak(
            say(
                "  skipped {count}: {reason} (first in line {line})",
                count=one.count,
                reason=one.reason,
                line=one.first_line,
            )
        )
        for one in state.skipped
    )
    return "\n".join(lines)


def _chosen(advisers: Sequence[Adviser], name: str | None) -> Adviser:
    fitting = [adviser for adviser in advisers if name in {None, adviser.name, adviser.id}]
    if len(fitting) != 1:
        raise IqError(
            say("Please say who opens the vault: --adviser NAME"),
            say("Advisers: {names}", names=", ".join(adviser.name for adviser in advisers)),
        )
    return fitting[0]


def _password(descriptor: int | None) -> str:
    if descriptor is None:
        return getpass.getpass()
    with os.fdopen(descriptor, encoding="utf-8") as source:
        return source.read(_LONGEST_PASSWORD).rstrip("\r\n")


def _tell(tongue: Tongue, error: IqError) -> None:
    sentences = (tongue.speak(text) for text in (error.text, error.advice))
    print(" ".join(sentence for sentence in sentences if sentence), file=sys.stderr)


class TerminalProgress:
    """Progress as one line that writes over itself; silent where nobody watches."""

    def __init__(self, tongue: Tongue) -> None:
        """Keep the language of the messages."""
        self._tongue = tongue
        self._is_watched = sys.stderr.isatty()

    def step(self, done: int, total: int | None, text: Text) -> None:
        """Show how far the work is."""
        if self._is_watched:
            share = f"{100 * done // total} %" if total else str(done)
            print(f"\r{self._tongue.speak(text)} {share}\033[K", end="", file=sys.stderr, flush=True)

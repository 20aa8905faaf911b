"""Kills the program in the middle of a card sort, again and again, and counts which answers lie in the vault.

Run as a program, because it forks: each round forks a program in which somebody sorts cards by the number keys, kills
it, forks another one, and counts. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iq_desktop.app.paths import Paths, find_paths
from iq_desktop.app.warm_up import load_rooms
from iq_desktop.domain.instrument import Rater
from iq_desktop.ui.screens.competences_page import CompetencesPage
from iq_desktop.ui.shell.places import read_spot
from iq_desktop.usecases.progress import Silence
from tests.journeys.goings import PASSWORD, begin_program, door_of, make_vault, run_child
from tests.support.chance import seeded

if TYPE_CHECKING:
    from random import Random

    from iq_desktop.domain.instrument import Instrument

_BEAT = 120
"""Milliseconds between two cards: nobody sorts faster."""


def kill_often(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    """Return how many answers were given, and in which rounds more than the card in the hand was lost."""
    paths = replace(find_paths(folder / "vault"), logs=folder / "logs")
    spot = make_vault(paths)
    fresh = folder / "fresh"
    shutil.copytree(paths.vault, fresh)
    chance, faults, given, lost = seeded(seed), [], 0, 0
    for turn in range(rounds):
        shutil.rmtree(paths.vault)
        shutil.copytree(fresh, paths.vault)
        taps = kill_once(paths, spot, chance)
        kept = count_answers(paths, spot)
        given, lost = given + taps, lost + max(taps - kept, 0)
        if kept < taps - 1:
            faults.append(f"{turn}: {taps} cards sorted, {kept} kept")
    return {"kills": rounds, "cards": given, "lost": lost, "faults": faults}


def kill_once(paths: Paths, spot: str, chance: Random) -> int:
    """Fork somebody who sorts cards, kill them, and return how many cards they had sorted."""
    reading, writing = os.pipe()
    wanted = chance.randrange(3, 20)
    child = os.fork()
    if not child:
        os.close(reading)
        run_child(partial(_sort, paths, spot, writing))
    os.close(writing)
    taps = 0
    with os.fdopen(reading, "rb", buffering=0) as news:
        while part := news.read(4096):
            taps += part.count(b"t")
            if taps >= wanted:
                select.select([], [], [], chance.random() * _BEAT / 1000)
                os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"Who sorted the cards ended with {status}.")
    return taps


def count_answers(paths: Paths, spot: str) -> int:
    """Fork a program that opens the vault again, and return how many answers are there."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        run_child(partial(_count, paths, spot, writing))
    os.close(writing)
    with os.fdopen(reading, "rb") as news:
        counted = news.read().decode()
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"Who counted ended with {status}.")
    return int(counted)


def _sort(paths: Paths, spot: str, descriptor: int) -> None:
    program, hand = begin_program(paths, spot)
    window = program.window
    assert window is not None
    window.show_case(read_spot(spot).case_id, "competences")
    hand.settle()
    page = window.case_view.page
    assert isinstance(page, CompetencesPage)
    rows = page.talks.card.list.rows
    hand.until(lambda: "key-competences" in rows, "the instruments")
    instrument: Instrument = rows["key-competences"].entry.instrument
    page.talks.begin(instrument, Rater.SELF)
    screen = page.talks.screen
    assert screen is not None
    screen.pane.next_button.click()
    hand.settle()

    told = 0

    def sort_on() -> None:
        nonlocal told
        QTest.keyClick(screen.pane, Qt.Key.Key_2)
        answered = len(screen.talk.answers) if screen.talk is not None else told
        os.write(descriptor, b"t" * (answered - told))
        told = answered

    beat = QTimer(window, interval=_BEAT)
    beat.timeout.connect(sort_on)
    beat.start()
    QApplication.exec()


def _count(paths: Paths, spot: str, descriptor: int) -> None:
    door = door_of(paths)
    desk = door.unlock(door.advisers()[0].id, PASSWORD)
    os.write(descriptor, str(len(desk.cases.get(read_spot(spot).case_id).answers)).encode())
    os.close(descriptor)
    desk.close()


if __name__ == "__main__":
    load_rooms(Silence())
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(kill_often(Path(place), int(sys.argv[1]), int(sys.argv[2]))))

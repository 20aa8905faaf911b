"""Lets the adviser go again and again in the middle of a word: the power fails, or the program locks.

Run as a program, because it forks: everything is imported once; each round forks a program in which somebody types,
ends it, forks another one, and looks what is there. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.hand import Hand
from iq_desktop.app.paths import Paths, find_paths
from iq_desktop.app.program import Program, Wishes
from iq_desktop.app.tongues import tongues_of
from iq_desktop.app.warm_up import load_rooms
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.ui.shell.places import Spot, read_spot
from iq_desktop.usecases.cases import FirstAnswers, save_case, start_case
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.usecases.progress import Silence
from tests.support.chance import seeded
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from random import Random

PASSWORD = "Öl Fenster Ziege Mond Brücke"
ADVISER = "Frau Öztürk"
NAME = "Zeynep"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BEAT = 4
"""Milliseconds between two letters."""


@dataclass(frozen=True)
class Field:
    """A field in which somebody types: how one gets there, and how it is found."""

    name: str
    go: Callable[[Hand], None]
    label: str


def _to_person(hand: Hand) -> None:
    hand.press("Person")


def _to_contact(hand: Hand) -> None:
    hand.press("Kontakt")


def _to_referral(hand: Hand) -> None:
    hand.press("Verweis")


def _to_new_case(hand: Hand) -> None:
    hand.press("Heute")
    hand.press("Neuer Fall")


def _to_search(hand: Hand) -> None:
    hand.press("Fälle")


FIELDS = (
    Field("an unreadable date", _to_person, "Geburtsdatum"),
    Field("a name", _to_person, "Familienname"),
    Field("a line of a list", _to_new_case, "Welche Sprache spricht die Person am besten?"),
    Field("a referral that is not added", _to_referral, "Name"),
    Field("a search", _to_search, "Name in beliebiger Schreibweise, Fallnummer, Ort oder Telefon"),
)


def make_vault(paths: Paths) -> str:
    """Make a vault with one case, and return where its pages begin."""
    desk, _code = door_of(paths).set_up(FirstSteps("de", Centre("Beratungsstelle am Park"), ADVISER, PASSWORD))
    case = start_case(desk, FirstAnswers()).case
    case = save_case(desk, case.with_client(replace(case.client, given_names=NAME))).case
    desk.close()
    return Spot("case", case.id, "person").written()


def door_of(paths: Paths) -> VaultDoor:
    """Return the door of a vault whose password is cheap to try."""
    return VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)


def go_often(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    """Return what came back after `rounds` goings, every second one by a kill, the others by a lock."""
    paths = replace(find_paths(folder / "vault"), logs=folder / "logs")
    spot = make_vault(paths)
    fresh = folder / "fresh"
    shutil.copytree(paths.vault, fresh)
    chance = seeded(seed)
    faults, longest = [], 0
    for turn in range(rounds):
        shutil.rmtree(paths.vault)
        shutil.copytree(fresh, paths.vault)
        field, is_kill = turn % len(FIELDS), turn % 2 == 0
        typed, kept, spot_then = go_once(paths, field, spot, chance, is_kill=is_kill)
        back = come_back(paths, field, spot_then)
        if not typed.startswith(back) or len(back) < len(kept):
            faults.append(f"{turn}: {FIELDS[field].name}: typed “{typed}”, kept “{kept}”, came back “{back}”")
        longest = max(longest, len(typed) - len(back))
    return {"goings": rounds, "faults": faults, "most_letters_lost": longest}


def go_once(paths: Paths, field: int, spot: str, chance: Random, *, is_kill: bool) -> tuple[str, str, str]:
    """Fork a typist and end it; return what it typed, what must be there again, and where it was (or nothing)."""
    reading, writing = os.pipe()
    letters = chance.randrange(20, 60)
    child = os.fork()
    if not child:
        os.close(reading)
        run_child(partial(_type, paths, field, spot, writing, 0 if is_kill else letters))
    os.close(writing)
    typed, kept, last = "", "", ""
    with os.fdopen(reading, "rb", buffering=0) as news:
        heard = b""
        while True:
            part = news.read(4096)
            heard += part
            lines = heard.split(b"\n")
            typed = "".join(line.decode()[1:] for line in lines[:-1] if line.startswith(b"t"))
            kept = next((line.decode()[1:] for line in reversed(lines[:-1]) if line.startswith(b"k")), "")
            last = next((line.decode()[1:] for line in lines[:-1] if line.startswith(b"s")), "")
            if not part:
                break
            if is_kill and kept and len(typed) >= letters:
                select.select([], [], [], chance.random() * 0.3)
                os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if is_kill != os.WIFSIGNALED(status):
        raise RuntimeError(f"The typist ended with {status}.")
    return typed, kept if is_kill else typed, last


def come_back(paths: Paths, field: int, spot: str) -> str:
    """Fork a program that opens the vault again, and return what stands in the field."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        run_child(partial(_look, paths, field, spot, writing))
    os.close(writing)
    with os.fdopen(reading, "rb") as news:
        back = news.read().decode()
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"Who came back ended with {status}.")
    return back


def run_child(work: Callable[[], None]) -> None:
    """Do the work of a child and end it; never returns."""
    code = 1
    try:
        work()
        code = 0
    except BaseException:  # noqa: BLE001  (a forked child must not run on as its parent)
        traceback.print_exc()
    os._exit(code)


def begin_program(paths: Paths, spot: str, again: Callable[[Spot], None] | None = None) -> tuple[Program, Hand]:
    """Start the program at the desk and wait until everything that was half typed is there."""
    app = QApplication([])
    door = door_of(paths)
    program = Program(app, paths, door, tongues_of(paths.translations))
    program.begin_at_desk(door.unlock(door.advisers()[0].id, PASSWORD), Wishes(read_spot(spot), begin_again=again))
    loop = Hand(QWidget(), program.background, lambda: program.desk.tongue("de"))  # type: ignore[union-attr]  # open
    loop.until(lambda: program.window is not None, "the window")
    window = program.window
    assert window is not None
    window.resize(1366, 768)
    hand = Hand(window, program.background, window.place.tongue)
    hand.until(lambda: window.way_out.keeper.is_settled, "the half-typed words")
    hand.settle()
    return program, hand


def _type(paths: Paths, field: int, spot: str, descriptor: int, letters: int) -> None:
    """Type until somebody kills us, or lock after some letters, without leaving the field before."""
    program, hand = begin_program(paths, spot, lambda there: _tell(descriptor, "s", there.written()))
    FIELDS[field].go(hand)
    line = hand.field(FIELDS[field].label)
    hand.click(line)
    _clear(line)
    window = program.window
    assert window is not None
    store, count = window.place.desk.drafts, 0
    write = store.write

    def write_and_tell(words: bytes) -> None:
        typed = [part["words"] for part in json.loads(words)["typed"]]
        write(words)
        _tell(descriptor, "k", typed[0] if typed else "")

    window.way_out.keeper._store = _Told(store, write_and_tell)

    def type_on() -> None:
        nonlocal count
        letter = LETTERS[count % len(LETTERS)]
        _tell(descriptor, "t", letter)
        hand.key(Qt.Key.Key_unknown, letter)
        count += 1
        if letters and count == letters:
            beat.stop()
            window.lock()

    beat = QTimer(window, interval=_BEAT)
    beat.timeout.connect(type_on)
    beat.start()
    QApplication.exec()


@dataclass
class _Told:
    """The store of drafts, which tells what lies on the disk."""

    store: object
    write: Callable[[bytes], None]

    def read(self) -> bytes | None:
        kept: bytes | None = self.store.read()  # type: ignore[attr-defined]  # a store
        return kept

    def remove(self) -> None:
        self.store.remove()  # type: ignore[attr-defined]  # a store


def _look(paths: Paths, field: int, spot: str, descriptor: int) -> None:
    program, hand = begin_program(paths, spot)
    line = hand.field(FIELDS[field].label)
    words = line.toPlainText() if isinstance(line, QTextEdit) else _line_of(line).text()
    os.write(descriptor, words.encode())
    os.close(descriptor)
    program.end()


def _line_of(field: QWidget) -> QLineEdit:
    found = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def _clear(field: QWidget) -> None:
    line = _line_of(field)
    line.setFocus()
    line.selectAll()


def _tell(descriptor: int, kind: str, words: str) -> None:
    os.write(descriptor, f"{kind}{words}\n".encode())


if __name__ == "__main__":
    load_rooms(Silence())
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(go_often(Path(scratch), int(sys.argv[1]), int(sys.argv[2])), ensure_ascii=False))

"""A day at the desk whose every word is a canary; run as a program in a home of its own, so that all it leaves is seen.

Prints one JSON object for each stage: what was found on the disk, in the temporary folder, and of sockets. After
locking it names the number of the process that took its place, and waits to be told to end.
"""

from __future__ import annotations

import json
import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from iq_desktop.app.crash import watch_for_crashes
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.locking import Senses
from iq_desktop.app.paths import find_paths
from iq_desktop.app.qt_log import qt_messages_in
from iq_desktop.app.tongues import tongues_of
from iq_desktop.app.window_command import make_application, start_anew
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.key_slots import FLOOR_COST, Purpose
from iq_desktop.usecases.cases import FirstAnswers, save_case, start_case
from iq_desktop.usecases.desk import FirstSteps
from tests.support.canaries import FileWatch, Search, canaries, own_internet_sockets
from tests.support.fakes import FixedClock
from tests.support.journey import Office
from tests.support.network import refuse_network

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

PASSWORD = "Öl Fenster Ziege Mond Brücke"
ADVISER = "Frau Öztürk"
FIELDS = ("family_name", "given_names", "street", "place", "phone")


class Day:
    """The home in which everything may lie, and what was found there."""

    def __init__(self, home: Path, words: Sequence[str]) -> None:
        self.home, self.words = home, words
        self.search = Search()
        self.temporary = home / "tmp"
        self.watch = FileWatch(self.temporary)
        self.attempts = refuse_network()

    def tell(self, stage: str, **more: object) -> None:
        """Print what is to be found after a stage."""
        found = {
            "stage": stage,
            "hits": self.search.look_into(self.home),
            "temporary": self.watch.made() + [path.name for path in self.temporary.iterdir()],
            "sockets": [*self.attempts, *own_internet_sockets()],
            "files": sum(path.is_file() for path in self.home.rglob("*")),
        }
        print(json.dumps({**found, **more}), flush=True)


def fill_vault(desk: Desk, words: Sequence[str]) -> None:
    """Save one case for every few canaries."""
    for start in range(0, len(words), len(FIELDS)):
        case = start_case(desk, FirstAnswers()).case
        values = dict(zip(FIELDS, words[start:], strict=False))
        save_case(desk, case.with_client(replace(case.client, **values)))  # type: ignore[arg-type]  # words


def break_down(case: CaseFile) -> None:
    """Fail with a canary in the message."""
    raise KeyError(case.client.family_name)


def live(day: Day) -> None:
    """Live through the day."""
    paths = find_paths()
    tongues = tongues_of(paths.translations)
    door = VaultDoor(paths, tongues, FixedClock(), FLOOR_COST)
    desk, _code = door.set_up(FirstSteps("de", Centre(day.words[0], day.words[1]), ADVISER, PASSWORD))
    root = desk.keys.vault.root  # type: ignore[attr-defined]  # the real keys
    keys = (root.material, *(root.derive(purpose).material for purpose in Purpose))
    day.search = Search(keys)
    fill_vault(desk, day.words)
    day.tell("filled, while open")
    desk.close()
    app = make_application()
    office = Office(app, paths, door, tongues)
    office.senses = Senses(owns_clipboard=lambda: True)
    with watch_for_crashes(paths.logs, lambda: None) as log, qt_messages_in(log):
        office.arrive()
        office.unlock(PASSWORD)
        work(day, office)
        lock(day, office, keys)


def work(day: Day, office: Office) -> None:
    """Search, read, look at paper, print, copy, fail, and leave a word half typed."""
    name = day.words[5]
    office.open_case(name)
    for page in ("Kontakt", "Sprachen", "Kompetenzen", "Person"):
        office.press(page)
    office.print_document("Kompetenzprofil")
    office.finish_document("Kompetenzprofil")
    day.tell("searched, read, printed")
    office.press("Person")
    field = office.at_work.field("Familienname")
    office.at_work.click(field)
    field.selectAll()  # type: ignore[attr-defined]  # a line
    field.copy()  # type: ignore[attr-defined]  # a line
    case = office.case
    sys.excepthook(*crash_of(case))
    thread = threading.Thread(target=partial(break_down, case))
    thread.start()
    thread.join()
    birth = office.at_work.field("Geburtsdatum")
    office.at_work.click(birth)
    office.type(day.words[2])
    keeper = office.window.way_out.keeper
    office.at_work.until(lambda: keeper.has_kept_words, "the draft")
    office.at_work.settle()
    day.tell("copied, crashed, half typed")


def crash_of(case: CaseFile) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """Return an error as nobody has caught it."""
    try:
        break_down(case)
    except KeyError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def lock(day: Day, office: Office, keys: Sequence[bytes]) -> None:
    """Lock, and stay until somebody has looked into both memories."""
    program = office.program
    assert program is not None
    title = office.window.windowTitle()
    print(json.dumps({"stage": "open", "title": title, "keys": [key.hex() for key in keys]}), flush=True)
    sys.stdin.readline()
    heirs: list[int] = []
    program.wishes = replace(
        program.wishes, begin_again=lambda spot: heirs.append(start_anew(office.paths.vault, spot))
    )
    window = office.window
    office.at_work.key(Qt.Key.Key_L, modifiers=Qt.KeyboardModifier.ControlModifier)
    office.at_work.until(lambda: bool(heirs), "the new process")
    clipboard = QGuiApplication.clipboard().text()
    day.tell("locked", title=window.windowTitle(), clipboard=clipboard, heir=heirs[0])
    sys.stdin.readline()


if __name__ == "__main__":
    live(Day(Path(sys.argv[1]), canaries(int(sys.argv[2]))))

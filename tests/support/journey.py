"""An office as the adviser knows it: the real windows over a real vault, worked by words that stand on the screen."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from iq_desktop.app.hand import Hand
from iq_desktop.app.locking import Senses
from iq_desktop.app.program import Program, Wishes
from iq_desktop.ui.shell.places import Spot
from tests.pdf.reading import as_seen, read_lines
from tests.support.cleanliness import QtTraces
from tests.support.office import FakeAsk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from iq_desktop.app.desk_setup import VaultDoor
    from iq_desktop.app.paths import Paths
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.client_view.question_pane import QuestionPane
    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.wording.tongue import Tongue

SEARCH = "Name in beliebiger Schreibweise, Fallnummer, Ort oder Telefon"


class Office:
    """One computer with the program on it; `arrive` starts the program, `leave` closes it like a person."""

    def __init__(self, app: QApplication, paths: Paths, door: VaultDoor, tongues: Callable[[str], Tongue]) -> None:
        self.app, self.paths, self.door, self.tongues = app, paths, door, tongues
        self.ask = FakeAsk()
        self.senses = Senses()
        self.program: Program | None = None
        self.hand: Hand | None = None

    def arrive(self, spot: Spot | None = None) -> None:
        """Start the program; the entrance stands on the screen."""
        program = self.program = Program(self.app, self.paths, self.door, self.tongues, self.senses)
        program.begin(Wishes(spot or Spot(), self.ask))
        entrance = program.entrance
        assert entrance is not None
        self.hand = Hand(entrance, program.background, lambda: entrance.tongue)

    def unlock(self, password: str) -> None:
        """Type the password and wait for the desk."""
        self.fill("Passwort", password)
        self.press("Entsperren")
        self.sit_down()

    def sit_down(self) -> None:
        """Wait for the main window and take it in hand."""
        assert self.program is not None
        program = self.program
        if program.window is None and self.hand is not None:
            self.hand.until(lambda: program.window is not None, "the main window")
        self.window.showNormal()
        self.window.resize(1366, 768)
        self.hand = Hand(self.window, program.background, self.window.place.tongue)

    def unlock_again(self, password: str) -> None:
        """Unlock after the program has locked itself, and wait until everything is back."""
        self.take_entrance_in_hand()
        self.unlock(password)
        self.at_work.until(lambda: self.window.way_out.keeper.is_settled, "the words that were half typed")
        self.at_work.settle()

    def take_entrance_in_hand(self) -> None:
        """Wait until the vault is closed and the unlock screen is there."""
        program = self.program
        assert program is not None
        self.at_work.until(lambda: program.entrance is not None, "the unlock screen")
        entrance = program.entrance
        assert entrance is not None
        self.hand = Hand(entrance, program.background, lambda: entrance.tongue)

    def leave(self) -> None:
        """Close the program; its windows go with it, as with a process."""
        if self.program is not None:
            self.program.end()
        self.program = self.hand = None
        gc.collect()
        QtTraces.drain()

    @property
    def window(self) -> MainWindow:
        """The main window."""
        assert self.program is not None
        assert self.program.window is not None
        return self.program.window

    @property
    def case(self) -> CaseFile:
        """The case that lies open."""
        return self.window.open_case.case

    @property
    def at_work(self) -> Hand:
        """The hand at work."""
        assert self.hand is not None
        return self.hand

    def press(self, words: str, inside: str = "") -> None:
        """Press a button; `inside` names the part of the window in which it stands."""
        part = self.window.findChild(QWidget, inside) if inside else None
        self.at_work.press(words, part)

    def fill(self, label: str, words: str, *, last: bool = False) -> None:
        """Fill in a field like a person, and go on to the next."""
        self.at_work.fill(label, words, last=last)

    def type(self, words: str) -> None:
        """Type where the cursor is, without leaving the field."""
        self.at_work.write(words)

    def sees(self, words: str) -> bool:
        """Return whether words stand on the screen."""
        return self.at_work.sees(words)

    def keys(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key with others held down."""
        self.at_work.key(key, modifiers=modifiers)
        self.at_work.settle()

    def turn(self) -> QuestionPane:
        """Turn the screen, and return what the client sees."""
        self.keys(Qt.Key.Key_F9)
        stage = self.window.place.stage
        assert stage is not None
        assert stage.place is not None
        assert stage.is_turned
        stage.place.resize(1366, 768)
        self.at_work.settle()
        return stage.place.pane

    def turn_back(self) -> None:
        """Hold the key until the adviser's screen is back."""
        stage = self.window.place.stage
        assert stage is not None
        assert stage.place is not None
        self.at_work.hold(Qt.Key.Key_F9, stage.place, lambda: not stage.is_turned, "the adviser's screen")
        self.at_work.settle()

    def find_case(self, words: str) -> list[str]:
        """Search for cases and return the names that were found, in their order."""
        self.press("Fälle")
        self.at_work.search(SEARCH, words)
        screen = self.window.screens["cases"]
        return [row.name for row in screen.table.rows]  # type: ignore[attr-defined]  # the screen Cases

    def open_case(self, words: str) -> None:
        """Search for a case and open the first that was found."""
        assert self.find_case(words)
        self.press("Fall öffnen")

    def begin_case(self, way: str, language: str, interpreter: str, *concerns: str) -> None:
        """Begin a case with its four answers."""
        self.press("Neuer Fall")
        self.fill("Wie hat die Person zu uns gefunden?", way)
        self.fill("Welche Sprache spricht die Person am besten?", language)
        self.fill("Übersetzt jemand?", interpreter)
        for concern in concerns:
            self.fill("Was möchte die Person?", concern)
        self.press("Fall beginnen")

    def rate(self, competence: str, own: str, adviser: str, evidence: str) -> None:
        """Rate one competence in both views, with its evidence."""
        self.press(f"{competence}, eigene Sicht: {own}")
        self.press(f"{competence}, Sicht der Beratung: {adviser}")
        self.press(f"{competence}, Nachweis: {evidence}")

    def print_document(self, title: str, languages: str = "") -> list[str]:
        """Print a draft of the open case and return its lines as one reads them."""
        self._choose_document(title, languages)
        self.press("Drucken")
        return paper_lines(self.ask.printed[-1])

    def finish_document(self, title: str, languages: str = "") -> list[str]:
        """Make a document of the open case final, print it, and return its lines as one reads them."""
        self._choose_document(title, languages)
        self.press("Fertigstellen")
        self.press("Drucken")
        return paper_lines(self.ask.printed[-1])

    def _choose_document(self, title: str, languages: str) -> None:
        self.press("Dokumente")
        self.press("Neu", "documents_page")
        self.press(title, "documents_page")
        if languages:
            self.press(languages, "documents_page")


def paper_lines(pdf: bytes) -> list[str]:
    """Return the lines of a printed paper as one reads them, left to right and right to left."""
    return [line.words for line in read_lines(pdf)]


__all__ = ["SEARCH", "Office", "Spot", "as_seen", "paper_lines"]

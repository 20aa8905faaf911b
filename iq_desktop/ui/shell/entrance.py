"""The first window: the wizard where there is no vault yet, else the unlock screen, and the way back from a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.screens.unlock import UnlockScreen
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.shell.ask import AskPort
    from iq_desktop.usecases.desk import Door
    from iq_desktop.wording.tongue import Tongue

_SIZE = (1180, 720)


class Entrance(QMainWindow):
    """Leads to the desk: `opened` carries it; `painted` once the first picture stands, when heavy work may begin."""

    opened = Signal(object)
    painted = Signal()

    def __init__(
        self, door: Door, background: Background, tongue: Callable[[str], Tongue], ask: AskPort | None = None
    ) -> None:
        """Build the first screen in the language of the door."""
        super().__init__()
        self._door, self._background, self._give_tongue, self._ask = door, background, tongue, ask
        self._was_painted = False
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self.painted)
        self.language = _language_of(door)
        self.tongue = tongue(self.language)
        self.setWindowTitle("IQ Desktop")
        self.resize(*_SIZE)
        self.screen_shown = self._make_first()
        self.setCentralWidget(self.screen_shown)
        self._speak()

    def choose_language(self, code: str) -> None:
        """Speak another language at once."""
        self.language = code
        self.tongue = self._give_tongue(code)
        self._speak()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window was painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._after_paint.start()

    def _speak(self) -> None:
        speak_tree(self, self.tongue)

    def show_return(self) -> None:
        """Show the way back from a backup."""
        from iq_desktop.ui.screens.return_wizard import ReturnWizard  # noqa: PLC0415  (hardly ever needed)

        wizard = ReturnWizard(self._door, self._background, self._asking(), self)
        wizard.finished.connect(self.opened)
        wizard.left.connect(self._show_first)
        self._show(wizard)

    def _show_first(self) -> None:
        """Come back to where one begins."""
        self._show(self._make_first())

    def _show(self, screen: QWidget) -> None:
        self.screen_shown.deleteLater()
        self.screen_shown = screen
        self.takeCentralWidget()
        self.setCentralWidget(screen)
        self._speak()

    def _make_first(self) -> QWidget:
        return self._make_unlock() if self._door.is_set_up() else self._make_wizard()

    def _asking(self) -> AskPort:
        from iq_desktop.ui.shell.ask import QtAsk  # noqa: PLC0415  (what most starts do not need)

        return self._ask or QtAsk(self, self._now)

    def _make_unlock(self) -> UnlockScreen:
        screen = UnlockScreen(self._door, self._background, self.language, self)
        screen.unlocked.connect(self.opened)
        screen.return_wanted.connect(self.show_return)
        screen.language_chosen.connect(self.choose_language)
        return screen

    def _make_wizard(self) -> QWidget:
        from iq_desktop.ui.screens.wizard import Wizard  # noqa: PLC0415  (forms and paper: only at the first start)

        wizard = Wizard(self._door, self._background, self._asking(), self.language, self)
        wizard.finished.connect(self.opened)
        wizard.return_wanted.connect(self.show_return)
        wizard.language_chosen.connect(self.choose_language)
        return wizard

    def _now(self) -> Tongue:
        return self.tongue


def _language_of(door: Door) -> str:
    """Return the language of the door; a damaged header must not keep the window from saying so."""
    try:
        return door.language()
    except IqError:
        return "de"

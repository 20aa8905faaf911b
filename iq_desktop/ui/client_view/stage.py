"""The client's side of the program: which question is shown there, on which screen, and who reads it aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from iq_desktop.ui.client_view.client_window import ClientPlace, SecondScreen, TurnedScreen
from iq_desktop.ui.client_view.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QMainWindow

    from iq_desktop.ui.client_view.pair import Pair
    from iq_desktop.ui.client_view.shown import Shown
    from iq_desktop.ui.shell.cover import Cover

_STILL_HELD: Final = 300
"""Milliseconds within which another press of the key that led back is the same one."""
KEPT_KEYS: Final = frozenset({"F12", "Ctrl+L"})
"""Keys that go on working while the screen is turned: hide everything, lock."""


class ClientStage(QObject):
    """One talk at a time; `given`, `choosing`, `back` carry what the client does, `turned` whether the window is open.

    `turning` tells before it opens or closes, so that nothing half done is left on the other side.
    `kept_keys` are the keys that go on working while the screen is turned.
    """

    given = Signal(object)
    choosing = Signal(tuple)
    back = Signal()
    turning = Signal()
    turned = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        kept_keys: frozenset[str],
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """Build nothing yet: most days begin without a talk."""
        super().__init__(window)
        self._window, self._kept, self._screens = window, kept_keys, screens
        self.speech = Speech(self)
        self.place: ClientPlace | None = None
        self.owner: QObject | None = None
        """Who shows something here, and gets the answers."""
        self._is_on = self._comes_back = False
        self._just_left = QTimer(self, singleShot=True, interval=_STILL_HELD)
        self._other: QScreen | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._lose)
        self._now: tuple[Shown, Pair, Mapping[tuple[str, str], bytes]] | None = None

    @property
    def has_talk(self) -> bool:
        """Whether there is something to show."""
        return self._now is not None

    @property
    def is_turned(self) -> bool:
        """Whether the client's window is open."""
        return self._is_on

    def show_question(
        self, shown: Shown, pair: Pair, audio: Mapping[tuple[str, str], bytes], *, owner: QObject
    ) -> None:
        """Show something for its owner, at once where the client's window is open."""
        self._now, self.owner = (shown, pair, audio), owner
        self.speech.stop()
        if self.place is not None and self._is_on:
            self.place.pane.show_question(shown, pair, can_read_aloud=self.can_read_aloud)

    @property
    def can_read_aloud(self) -> bool:
        """Whether what is shown can be read aloud in the client's language."""
        return self._now is not None and self.speech.can_read(tuple(self._now[0].read_lines()), self._now[2])

    def read_aloud(self) -> None:
        """Read aloud what is shown."""
        if self._now is not None:
            self.speech.read(tuple(self._now[0].read_lines()), self._now[2])

    def follow(self, cover: Cover) -> None:
        """Hide and come back with the cover over everything."""
        cover.closing.connect(self.hide_for_cover)
        cover.opened.connect(self.come_back)

    def end(self) -> None:
        """Show nothing more: the talk is over, or another page of the case is open."""
        self._now = self.owner = None
        self.speech.stop()
        self.turn_back()

    def flush(self) -> None:
        """Report what was written in the client's window and not yet reported."""
        if self._is_on and self.place is not None:
            self.place.pane.flush()

    def turn(self) -> None:
        """Open the client's window, or close it again; a key that led back and is still held opens nothing."""
        if self._just_left.isActive():
            self._just_left.start()
            return
        self.turning.emit()
        if self._is_on:
            self.turn_back()
        elif self._now is not None:
            self._open()

    def turn_back(self) -> None:
        """Close the client's window."""
        if not self._is_on or self.place is None:
            return
        self._is_on = False
        self.place.pane.flush()
        if isinstance(self.place, TurnedScreen):
            self.place.close_again()
        else:
            self.place.hide()
        self.turned.emit(False)

    def hide_for_cover(self) -> None:
        """Be silent, and remember whether the second screen comes back: everything is being hidden."""
        self.speech.stop()
        self._comes_back = self._is_on and isinstance(self.place, SecondScreen)
        if self._comes_back and self.place is not None:
            self.place.hide()

    def come_back(self) -> None:
        """Show the second screen again after everything was hidden."""
        if self._comes_back and self._is_on and self.place is not None:
            self.place.show()
        self._comes_back = False

    def _open(self) -> None:
        if self._now is None:
            return
        self.place = self._make_place()
        shown, pair, _audio = self._now
        self._is_on = True
        self.place.fit_text()
        self.place.pane.show_question(shown, pair, can_read_aloud=self.can_read_aloud)
        self.place.corner.speak(pair.ours)
        if isinstance(self.place, SecondScreen):
            self._other = self._others()[0]
            self.place.open_on(self._other)
        elif isinstance(self.place, TurnedScreen):
            self.place.open()
        self.turned.emit(True)

    def _make_place(self) -> ClientPlace:
        """Return the place for the screens that are there now; the one of before is kept where it still fits."""
        kind = SecondScreen if self._others() else TurnedScreen
        if isinstance(self.place, kind):
            return self.place
        if self.place is not None:
            self.place.deleteLater()
        place = SecondScreen(self._window) if kind is SecondScreen else TurnedScreen(self._window, self._kept)
        place.left.connect(self._leave)
        place.pane.given.connect(self.given)
        place.pane.choosing.connect(self.choosing)
        place.pane.back.connect(self.back)
        place.pane.aloud.connect(self.read_aloud)
        return place

    def _leave(self) -> None:
        self._just_left.start()
        self.turn_back()

    def _lose(self, screen: QScreen) -> None:
        """Close the client's window where its screen was unplugged: it must not cover the adviser's."""
        if self._is_on and isinstance(self.place, SecondScreen) and screen == self._other:
            self.turn_back()

    def _others(self) -> list[QScreen]:
        return [screen for screen in self._screens() if screen is not self._window.screen()]

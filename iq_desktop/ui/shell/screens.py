"""The screens of the areas: each is built when it is first visited, or before, while nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.shell.places import AREAS, make_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


class Screens:
    """The screens that were built, by name; `wires` connects a screen's signals, by their names, where it has them."""

    def __init__(
        self,
        stack: QStackedWidget,
        place: Workplace,
        wires: Mapping[str, Callable[..., object]],
        open_case: OpenCase,
    ) -> None:
        """Begin without a screen."""
        self.made: dict[str, QWidget] = {}
        self._stack, self._place, self._wires, self._open_case = stack, place, wires, open_case

    def get(self, name: str) -> QWidget:
        """Return the screen of an area, built now where it is visited for the first time."""
        if name not in self.made:
            screen = self.made[name] = make_screen(name, self._place, self._stack)
            self._stack.addWidget(screen)
            for signal, slot in self._wires.items():
                if hasattr(screen, signal):
                    getattr(screen, signal).connect(slot)
            if hasattr(screen, "follow"):
                screen.follow(self._open_case)
            speak_part(screen)
        return self.made[name]

    def build(self) -> Iterator[None]:
        """Build the screens that are still missing, one or a part of one each time the next is asked for."""
        for name in AREAS:
            screen = self.get(name)
            yield
            build = getattr(screen, "build", None)
            if build is not None:
                yield from build()

    def find_shown(self) -> str | None:
        """Return the name of the area that is shown, or None where it is none of them."""
        now = self._stack.currentWidget()
        return next((name for name, screen in self.made.items() if screen is now), None)

    def go_to_part(self, name: str, part: str) -> None:
        """Put the cursor into a part of the screen of an area, where the screen knows it."""
        go_to = getattr(self.get(name), "go_to", None)
        if go_to is not None and part:
            go_to(part)

    def forget_case(self) -> None:
        """Let no screen tell anything of a case that is gone."""
        for screen in self.made.values():
            forget = getattr(screen, "forget_case", None)
            if forget is not None:
                forget()

    def flush(self) -> None:
        """Take over half-typed words of every screen."""
        for screen in self.made.values():
            flush = getattr(screen, "flush", None)
            if flush is not None:
                flush()

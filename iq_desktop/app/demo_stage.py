"""Where the unseen demo plays: the program, the hand that works it, the camera, and files instead of dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from iq_desktop.app.camera import Camera
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.hand import Hand, HandError
from iq_desktop.app.paths import Paths
from iq_desktop.app.program import Program, Wishes
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from iq_desktop.ui.shell.ask import FileKind
    from iq_desktop.ui.shell.entrance import Entrance
    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.wording.text import Text


@dataclass(slots=True)
class FileAsk:
    """Answers the program's questions without a dialog: files go into one folder, print jobs beside them."""

    folder: Path
    next_name: str = ""
    next_source: Path | None = None
    saved: list[Path] = field(default_factory=list)

    def which_file(self, title: Text, kind: FileKind) -> Path | None:
        """Return the file that was laid ready."""
        del title, kind
        return self.next_source

    def which_folder(self, title: Text) -> Path | None:
        """Return the folder that was laid ready."""
        del title
        return self.next_source

    def where_to_save(self, title: Text, name: str, kind: FileKind) -> Path | None:
        """Return the next name in the folder."""
        del title, kind
        path = self.folder / (self.next_name or name)
        self.next_name = ""
        self.saved.append(path)
        return path

    def print_pdf(self, pdf: bytes, title: Text) -> bool:
        """Write what would go to the printer."""
        del title
        path = self.folder / (self.next_name or f"printed-{len(self.saved) + 1}.pdf")
        self.next_name = ""
        path.write_bytes(pdf)
        self.saved.append(path)
        return True


@dataclass(slots=True)
class Stage:
    """Everything that the scenes of the demo need."""

    app: QApplication
    paths: Paths
    door: VaultDoor
    tongues: Callable[[str], Tongue]
    camera: Camera
    ask: FileAsk
    program: Program | None = None

    def begin(self) -> Hand:
        """Start the program and return a hand at its entrance."""
        program = self.program = Program(self.app, self.paths, self.door, self.tongues)
        program.begin(Wishes(ask=self.ask))
        entrance = self.entrance
        return Hand(entrance, program.background, lambda: entrance.tongue)

    def enter(self) -> Hand:
        """Return a hand at the main window, as soon as it is there."""
        program = self._program()
        Hand(program.window or self.entrance, program.background, self._german).until(
            lambda: program.window is not None, "the main window"
        )
        window = self.window
        return Hand(window, program.background, window.place.tongue)

    def end(self) -> None:
        """Close the program like a person who has finished."""
        if self.program is not None:
            self.program.end()
            self.program = None

    @property
    def entrance(self) -> Entrance:
        """The first window; raises HandError where it is gone."""
        entrance = self._program().entrance
        if entrance is None:
            raise HandError("the entrance is gone")
        return entrance

    @property
    def window(self) -> MainWindow:
        """The main window; raises HandError where it is not there."""
        window = self._program().window
        if window is None:
            raise HandError("the main window is not there")
        return window

    def _program(self) -> Program:
        if self.program is None:
            raise HandError("the program is not running")
        return self.program

    def _german(self) -> Tongue:
        return self.tongues("de")

    def tell_crash(self) -> None:
        """Have the window say that something went wrong."""
        if self.program is not None:
            self.program.crashed.emit()

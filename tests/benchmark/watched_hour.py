"""The demo hour under a watch: how long does the window stand still? Arguments: FOLDER of pictures, FILE of results."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QApplication

from iq_desktop.app.demo_hour import run_hour
from iq_desktop.app.paths import find_paths

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

MOST: Final = 400


class WatchedApplication(QApplication):
    """Measures each event that comes from the event loop, with everything that it causes; nested ones count once."""

    def __init__(self) -> None:
        """Begin with an empty list."""
        super().__init__(["iq-desktop"])
        self.slow: list[tuple[float, str, str]] = []
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event and keep how long that took."""
        begun, kind = time.perf_counter(), event.type()
        name = _name_of(receiver)
        self._depth += 1
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            spent = (time.perf_counter() - begun) * 1000
            if spent > 5:
                self.slow.append((spent, f"{kind.name} at depth {self._depth}", name))


def _name_of(receiver: QObject) -> str:
    return f"{type(receiver).__name__} {receiver.objectName()}".strip()


def main(out: Path, results: Path) -> int:
    """Play the hour and write the slowest events as JSON."""
    made: list[WatchedApplication] = []

    def make() -> WatchedApplication:
        made.append(WatchedApplication())
        return made[0]

    with tempfile.TemporaryDirectory() as scratch:
        paths = replace(find_paths(), vault=Path(scratch) / "vault", logs=Path(scratch) / "logs")
        code = run_hour(paths, out, None, make)
    slowest: list[Any] = sorted(made[0].slow, reverse=True)[:MOST]
    results.write_text(json.dumps(slowest), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

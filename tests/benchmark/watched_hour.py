"""The demo hour under a watch: how long the window stands still. Run it with FOLDER of pictures, FILE of results."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.app.demo_hour import run_hour
from iq_desktop.app.paths import find_paths

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

MOST: Final = 400
WORTH_NOTING: Final = 5
"""Milliseconds."""


@dataclass(frozen=True, slots=True, order=True)
class Delivery:
    """An event that took long, with everything that it caused: milliseconds by the clock, and of work of this thread.

    The clock also counts what other programs and other threads took; on a quiet machine both are nearly the same.
    """

    spent: float
    worked: float
    kind: str
    receiver: str
    where: str
    caused: int


class WatchedApplication(QApplication):
    """Measures each event that the event loop or the hand delivers; those that it causes count with it."""

    def __init__(self) -> None:
        """Begin with an empty list."""
        super().__init__(["iq-desktop"])
        self.slow: list[Delivery] = []
        self._is_inside = False
        self._count = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event and keep how long that took."""
        self._count += 1
        if self._is_inside:
            return super().notify(receiver, event)
        kind, name, count = event.type(), _name_of(receiver), self._count
        begun, begun_work = time.perf_counter(), time.thread_time()
        self._is_inside = True
        try:
            return super().notify(receiver, event)
        finally:
            self._is_inside = False
            spent = (time.perf_counter() - begun) * 1000
            if spent > WORTH_NOTING:
                worked = (time.thread_time() - begun_work) * 1000
                self.slow.append(Delivery(spent, worked, kind.name, name, _page_now(), self._count - count))


def _name_of(receiver: QObject) -> str:
    return f"{type(receiver).__name__} {receiver.objectName()}".strip()


def _page_now() -> str:
    """Return the name of the page or screen where the focus is."""
    part: QWidget | None = QApplication.focusWidget()
    while part is not None and not part.objectName().endswith(("_page", "_screen")):
        part = part.parentWidget()
    return part.objectName() if part is not None else ""


def main(out: Path, results: Path) -> int:
    """Play the hour and write the slowest events as JSON."""
    made: list[WatchedApplication] = []

    def make() -> WatchedApplication:
        made.append(WatchedApplication())
        return made[0]

    with tempfile.TemporaryDirectory() as scratch:
        paths = replace(find_paths(), vault=Path(scratch) / "vault", logs=Path(scratch) / "logs")
        code = run_hour(paths, out, None, make)
    slowest = sorted(made[0].slow, reverse=True)[:MOST]
    results.write_text(json.dumps([asdict(one) for one in slowest]), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

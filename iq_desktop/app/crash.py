"""What no page could handle: a line in the log that never holds a word of a case, and a plain message."""

from __future__ import annotations

import re
import sys
import threading
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop import __version__

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterator
    from types import TracebackType

_LOG_BYTES: Final = 200_000
_LONGEST: Final = 300
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|(?:[A-Za-z]:)?[/\\]\S+")
_PACKAGE: Final = Path(__file__).resolve().parent.parent
LOG_NAME: Final = "iq-desktop.log"


def crash_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what may be told of a crash: version, platform, kind of error, and the lines of our own code.

    Messages of exceptions stay out, since they can hold words of a case.
    """
    frames = (frame for frame in traceback.extract_tb(trace) if Path(frame.filename).is_relative_to(_PACKAGE))
    lines = [f"  {Path(frame.filename).relative_to(_PACKAGE.parent)}:{frame.lineno} {frame.name}" for frame in frames]
    head = (
        f"IQ Desktop {__version__}, Python {sys.version.split()[0]}, {sys.platform}: {kind.__module__}.{kind.__name__}"
    )
    return "\n".join((head, *lines))


def without_values(message: str) -> str:
    """Return a message of a library without what it quotes (names of files and the like), and not too long."""
    return _QUOTED.sub("…", message)[:_LONGEST]


class CrashLog:
    """A rotating log; the file is made with the first line."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder in which the log will lie."""
        self._folder = folder
        self._logger: logging.Logger | None = None

    def write(self, line: str) -> None:
        """Write a line with the time."""
        if self._logger is None:
            self._logger = _open_log(self._folder)
        self._logger.error("%s", line)

    def close(self) -> None:
        """Close the file, where one was made."""
        if self._logger is not None:
            for keeper in tuple(self._logger.handlers):
                self._logger.removeHandler(keeper)
                keeper.close()


@contextmanager
def watch_for_crashes(logs: Path, tell: Callable[[], None]) -> Iterator[CrashLog]:
    """Write every unhandled error of any thread into a log while the context lasts, and call `tell`.

    `tell` is called on the thread of the error. Yields the log.
    """
    log = CrashLog(logs)

    def handle(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.write(crash_report(kind, trace))
        tell()

    def handle_in_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            handle(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = handle, handle_in_thread
    try:
        yield log
    finally:
        sys.excepthook, threading.excepthook = before
        log.close()


def _open_log(logs: Path) -> logging.Logger:
    import logging  # noqa: PLC0415  (brings sockets and queues along, which no start needs)
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  (see above)

    logger = logging.getLogger("iq_desktop.crash")
    logger.propagate = False
    try:
        logs.mkdir(parents=True, exist_ok=True)
        keeper: logging.Handler = RotatingFileHandler(
            logs / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        keeper = logging.StreamHandler() if sys.stderr else logging.NullHandler()
    keeper.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(keeper)
    return logger

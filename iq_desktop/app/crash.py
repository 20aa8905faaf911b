"""What no page could handle: a line in the log that never holds a word of a case, and a plain message."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_LOG_BYTES: Final = 200_000
_PACKAGE: Final = Path(__file__).resolve().parent.parent


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


def watch_for_crashes(logs: Path, tell: Callable[[str], None]) -> None:
    """Write every unhandled error into a rotating log and tell the adviser that something went wrong."""
    logger = _crash_log(logs)

    def handle(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = crash_report(kind, trace)
        logger.error("%s", report)
        tell(report)

    def handle_in_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            handle(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = handle
    threading.excepthook = handle_in_thread


def _crash_log(logs: Path) -> logging.Logger:
    logger = logging.getLogger("iq_desktop.crash")
    logger.propagate = False
    try:
        logs.mkdir(parents=True, exist_ok=True)
        keeper: logging.Handler = RotatingFileHandler(
            logs / "iq-desktop.log", maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        keeper = logging.StreamHandler() if sys.stderr else logging.NullHandler()
    keeper.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(keeper)
    return logger

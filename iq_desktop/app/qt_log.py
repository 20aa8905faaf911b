"""Messages of Qt go into the log of the program, without what they quote."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from iq_desktop.app.crash import without_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.app.crash import CrashLog


_UNSEEN = "This plugin does not support"
"""What Qt says of things that only a real screen can do."""


@contextmanager
def qt_messages_in(log: CrashLog) -> Iterator[None]:
    """Write warnings and errors of Qt into a log while the context lasts."""

    def take(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        del context
        is_news = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if is_news and not (message or "").startswith(_UNSEEN):
            log.write(f"Qt {kind.name}: {without_values(message or '')}")

    before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)

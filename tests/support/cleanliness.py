"""What a test may leave behind: no thread, no widget, no running timer, no dialog that nobody expected."""

from __future__ import annotations

import gc
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtCore import QObject, QThread

_PATIENCE: Final = 5.0
"""Seconds that a thread which is just ending gets; nothing is measured with it."""
_ROUNDS: Final = 5
"""A deleted object may ask for more deletions; nobody nests deeper than this."""


@dataclass(frozen=True, slots=True)
class ThreadTraces:
    """The threads that ran before a test."""

    before: frozenset[threading.Thread]

    @classmethod
    def now(cls) -> ThreadTraces:
        """Return the threads that run now."""
        return cls(frozenset(threading.enumerate()))

    def left(self) -> list[str]:
        """Return the names of threads that were started since and do not end."""
        names: list[str] = []
        for thread in threading.enumerate():
            if thread in self.before or isinstance(thread, threading._DummyThread):
                continue
            thread.join(_PATIENCE)
            if thread.is_alive():
                names.append(thread.name)
        return names


_freeze: Final = gc.freeze
"""Python's own, while tests leave what they make to be looked at."""


@contextmanager
def looking_at_new_things() -> Iterator[None]:
    """Never look for garbage in what is there already, as every later look would have to.

    What begins meanwhile freezes nothing more: a window of one test would stay in memory for all that follow.
    """
    look_away()
    with patch("gc.freeze"):
        yield
    gc.unfreeze()


def look_away() -> None:
    """Leave what is there now, and no garbage, out of each look for garbage that follows."""
    gc.collect()
    _freeze()


@dataclass(frozen=True, slots=True)
class QtTraces:
    """What Qt held before a test, by identity."""

    widgets: frozenset[int]
    running: frozenset[int]

    @classmethod
    def now(cls) -> QtTraces:
        """Return what Qt holds now."""
        cls.drain()
        return cls(frozenset(map(id, _top_levels())), frozenset(id(found) for found, _ in _running()))

    def left(self) -> list[str]:
        """Return what is left over, and clear it away so that the next test does not suffer."""
        self.drain()
        widgets = self._new_widgets()
        if widgets and not any(widget.isVisible() for widget in widgets):
            widgets.clear()
            gc.collect()  # a cycle that Python has not come to yet is no leak
            self.drain()
            widgets = self._new_widgets()
        names = [f"{type(widget).__name__} {widget.objectName()!r}".strip() for widget in widgets]
        for widget in widgets:
            widget.hide()
            widget.deleteLater()
        for found, stop in _running():
            if id(found) not in self.running:
                names.append(f"running {type(found).__name__} {found.objectName()!r}")
                stop()
        widgets.clear()
        self.drain()
        return names

    @staticmethod
    def drain() -> None:
        """Deliver deletions that Qt has put off, which it does by itself only inside a running event loop."""
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is None:
            return
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()

    def _new_widgets(self) -> list[Any]:
        return [widget for widget in _top_levels() if id(widget) not in self.widgets]


def _top_levels() -> list[Any]:
    from PySide6.QtWidgets import QApplication

    return list(QApplication.topLevelWidgets())


def _running() -> Iterable[tuple[QObject, Callable[[], object]]]:
    """Yield each running timer and thread of Qt that Python knows, and how to stop it."""
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import Shiboken

    for found in [one for one in Shiboken.getAllValidWrappers() if issubclass(type(one), QTimer | QThread)]:
        if isinstance(found, QTimer) and found.isActive():
            yield found, found.stop
        elif isinstance(found, QThread) and found is not QThread.currentThread() and found.isRunning():
            yield found, partial(_end, found)


def _end(thread: QThread) -> None:
    thread.quit()
    thread.wait(int(_PATIENCE * 1000))


@contextmanager
def refuse_modal_dialogs() -> Iterator[list[str]]:
    """Answer every modal dialog with “cancel” at once, and yield the list of those that came up.

    A test that expects a dialog patches the same function over this.
    """
    from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

    seen: list[str] = []

    def refuse(name: str, answer: object) -> Callable[..., object]:
        def refused(*arguments: object, **_named: object) -> object:
            texts = [type(one).__name__ if not isinstance(one, str) else one for one in arguments]
            seen.append(f"{name}({', '.join(texts)})")
            return answer

        return refused

    no = QMessageBox.StandardButton.Cancel
    refused: list[tuple[type, str, object]] = [
        (QDialog, "exec", 0),
        (QMenu, "exec", None),
        *((QMessageBox, name, no) for name in ("question", "information", "warning", "critical")),
        (QMessageBox, "about", None),
        *((QFileDialog, name, ("", "")) for name in ("getOpenFileName", "getSaveFileName")),
        (QFileDialog, "getOpenFileNames", ([], "")),
        (QFileDialog, "getExistingDirectory", ""),
        *((QInputDialog, name, ("", False)) for name in ("getText", "getItem", "getMultiLineText")),
        *((QInputDialog, name, (0, False)) for name in ("getInt", "getDouble")),
    ]
    with ExitStack() as stack:
        for owner, name, answer in refused:
            stack.enter_context(patch.object(owner, name, refuse(f"{owner.__name__}.{name}", answer)))
        yield seen

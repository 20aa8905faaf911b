"""The gate of a database: many pass at once, or nobody, while its file is exchanged."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.problems import busy

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE: Final = 10.0
"""Seconds that a save waits for another save before it says that the vault is busy."""
_PATIENCE_TO_SHUT: Final = 3.0
"""Seconds until those inside must have gone; fewer than others wait outside, so that nobody is refused in vain."""


@dataclass(slots=True)
class Gate:
    """Counts who is inside."""

    _turn: threading.Condition = field(default_factory=threading.Condition)
    _inside: int = 0
    _is_shut: bool = False

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Pass through as soon as the gate is open; raises VaultBusyError where that takes too long."""
        with self._turn:
            if not self._turn.wait_for(lambda: not self._is_shut, PATIENCE):
                raise busy()
            self._inside += 1
        try:
            yield
        finally:
            with self._turn:
                self._inside -= 1
                self._turn.notify_all()

    @contextmanager
    def shut(self) -> Iterator[None]:
        """Let nobody in until the end, once those inside have gone; raises VaultBusyError where they stay too long."""
        with self._turn:
            self._is_shut = True
            is_empty = self._turn.wait_for(lambda: not self._inside, _PATIENCE_TO_SHUT)
            if not is_empty:
                self._open()
        if not is_empty:
            raise busy()
        try:
            yield
        finally:
            with self._turn:
                self._open()

    def _open(self) -> None:
        self._is_shut = False
        self._turn.notify_all()

"""The port `ScanReader` with a process of its own for each file: a decoder that breaks takes nothing with it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.app.scan_command import SAME
from iq_desktop.domain.scan import ScanKind
from iq_desktop.usecases.scan_faults import ScanFault
from iq_desktop.usecases.scan_ports import LookedAt
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.usecases.progress import Progress

_BEAT: Final = 0.2
"""Seconds between two looks at whether somebody wants to stop."""
_PATIENCE: Final = 90.0
"""Seconds after which a file counts as made to do harm."""
_LOOKING: Final = say("Looking at the file")
_TWIN: Final = "iq-desktop.exe"
"""On Windows the door without a console has no standard output; the other one stands beside it."""


class ProcessReader:
    """Looks at each file in a fresh process, which gets the file through a pipe and can reach nothing else of ours."""

    def __init__(self, command: tuple[str, ...] = (), patience: float = _PATIENCE) -> None:
        """Use the program itself, or another command in tests; give up after some seconds."""
        self._command = command or own_command()
        self._patience = patience

    def look(self, content: bytes, ending: str, progress: Progress) -> LookedAt:
        """Return what a file is; raises RefusedScan or Cancelled, and the process has ended then."""
        progress.step(0, None, _LOOKING)
        process = subprocess.Popen(  # noqa: S603  (our own program; the ending is one of a name, no path)
            [*self._command, "look-at-scan", f"--ending={ending}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            answer = _talk(process, content, progress, self._patience)
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate()
        if process.returncode != 0:
            raise ScanFault.CRASHED.refused()
        return _understood(answer, content)


def own_command() -> tuple[str, ...]:
    """Return how the program starts itself in a process that can answer on its standard output."""
    if not getattr(sys, "frozen", False):
        return sys.executable, "-m", "iq_desktop"
    twin = Path(sys.executable).with_name(_TWIN)
    return (str(twin) if twin.is_file() else sys.executable,)


def _talk(process: subprocess.Popen[bytes], content: bytes, progress: Progress, patience: float) -> bytes:
    end = time.monotonic() + patience
    words: bytes | None = content
    while True:
        try:
            answer, _ = process.communicate(words, timeout=_BEAT)
        except subprocess.TimeoutExpired:
            words = None
            if time.monotonic() > end:
                raise ScanFault.TOO_SLOW.refused() from None
            progress.step(0, None, _LOOKING)
        else:
            return answer


def _understood(answer: bytes, content: bytes) -> LookedAt:
    line, _, rest = answer.partition(b"\n")
    try:
        head: dict[str, Any] = json.loads(line)
        if "fault" in head:
            raise ScanFault.of(head["fault"]).refused()
        size = int(head["thumbnail"])
        kept = content if head["content"] == SAME else rest[size : size + int(head["content"])]
        return LookedAt(ScanKind.of(head["kind"]), int(head["pages"]), kept, rest[:size], bool(head["left_out"]))
    except (ValueError, KeyError, TypeError):
        raise ScanFault.CRASHED.refused() from None

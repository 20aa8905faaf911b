"""Words that must never be found: how they look in every writing, and where to look for them."""

from __future__ import annotations

import base64
import ctypes
import os
import re
import socket
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STEM: Final = "Zwqxkänarü"
"""Stands in every canary and in no other word of any language, so that one search finds them all."""
_FOLDED: Final = "zwqxkanaru"
_PIECE: Final = 1 << 22
_CREATED: Final = 0x100 | 0x80 | 0x2
"""Files that were made, moved here or written to, in the words of inotify."""


def canaries(count: int) -> Sequence[str]:
    """Return different canaries, each long enough to be a name."""
    return [f"{STEM}{number:04}" for number in range(count)]


def traces_of(words: str) -> dict[str, bytes]:
    """Return how words look in UTF-8, both kinds of UTF-16, and base64 at each of its three beginnings."""
    plain = words.encode()
    found = {"utf-8": plain, "utf-16-le": words.encode("utf-16-le"), "utf-16-be": words.encode("utf-16-be")}
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + plain)
        found[f"base64 {shift}"] = whole[4 if shift else 0 : len(whole) - 4]
    return found


def traces_of_key(key: bytes) -> dict[str, bytes]:
    """Return how a key looks as it is, in hexadecimal and in base64."""
    return {
        "key": key,
        "key, hexadecimal": key.hex().encode(),
        "key, HEXADECIMAL": key.hex().upper().encode(),
        "key, base64": base64.b64encode(key)[:40],
    }


@dataclass(frozen=True)
class Search:
    """Looks for every canary and for the keys of a vault."""

    keys: tuple[bytes, ...] = ()
    traces: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.traces.update(traces_of(STEM))
        for key in self.keys:
            self.traces.update(traces_of_key(key))

    def look_through(self, content: bytes) -> list[str]:
        """Return in which writings something was found."""
        found = [name for name, trace in self.traces.items() if trace in content]
        folded = re.search(_FOLDED.encode(), content, re.IGNORECASE)
        wide = re.search("".join(_FOLDED).encode("utf-16-le"), content, re.IGNORECASE)
        return found + ["folded"] * bool(folded) + ["folded utf-16"] * bool(wide)

    def look_into(self, folder: Path) -> list[str]:
        """Return what was found in all files of a folder, and in their names."""
        found = []
        for path in sorted(folder.rglob("*")):
            found += [f"name of {path.name}: {hit}" for hit in self.look_through(path.name.encode())]
            if path.is_file():
                found += [f"{path.name}: {hit}" for hit in self.look_through(path.read_bytes())]
        return found

    def look_into_process(self, process: int) -> list[str]:
        """Return what was found in the memory of a running process (Linux)."""
        return sorted({hit for piece in _memory_of(process) for hit in self.look_through(piece)})


def _memory_of(process: int) -> Iterator[bytes]:
    overlap = 256
    with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in maps:
            place, rights = line.split()[:2]
            if not rights.startswith("rw") or "[v" in line:
                continue
            start, end = (int(part, 16) for part in place.split("-"))
            while start < end:
                try:
                    memory.seek(start)
                    yield memory.read(min(end - start, _PIECE))
                except (OSError, ValueError, OverflowError):
                    break
                start += _PIECE - overlap


class FileWatch:
    """Remembers every file that is made in a folder, however short it lives (Linux)."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None, use_errno=True)
        self._watch = self._library.inotify_init1(os.O_NONBLOCK)
        self._library.inotify_add_watch(self._watch, str(folder).encode(), _CREATED)

    def made(self) -> list[str]:
        """Return the names of the files that were made."""
        names: list[str] = []
        while True:
            try:
                content = os.read(self._watch, 1 << 16)
            except BlockingIOError:
                return names
            at = 0
            while at < len(content):
                _watch, _mask, _cookie, length = struct.unpack_from("iIII", content, at)
                names.append(content[at + 16 : at + 16 + length].rstrip(b"\0").decode())
                at += 16 + length


def internet_sockets_of(process: int) -> list[str]:
    """Return the connected and listening sockets of a process that reach a network (Linux)."""
    mine = set(_sockets_of(process).values())
    found = []
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        lines = Path(f"/proc/{process}/net/{kind}").read_text(encoding="ascii").splitlines()[1:]
        found += [f"{kind} {line.split()[1]}" for line in lines if f"socket:[{line.split()[9]}]" in mine]
    return found


def own_internet_sockets() -> list[str]:
    """Return the sockets of this process that could reach a network, also those that do nothing yet (Linux)."""
    found = []
    for number in _sockets_of(os.getpid()):
        with socket.socket(fileno=os.dup(number)) as copy:
            if copy.family in (socket.AF_INET, socket.AF_INET6):
                found.append(f"{number}: {copy.family.name}")
    return found


def _sockets_of(process: int) -> dict[int, str]:
    """Return the sockets of a process by the number under which it has them."""
    found = {}
    for path in list(Path(f"/proc/{process}/fd").iterdir()):
        try:
            link = str(path.readlink())
        except OSError:
            continue
        if link.startswith("socket:["):
            found[int(path.name)] = link
    return found

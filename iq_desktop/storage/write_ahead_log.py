"""The write-ahead log beside a database, read as SQLite reads it: what of it counts, and whether it was bent.

A log is there only after a crash. What counts is every frame up to the last whole transaction before the first frame
whose checksum fails (https://sqlite.org/fileformat2.html#walformat). A torn end is what a power cut leaves; two more
transactions behind a failing frame cannot come from one, because each is on the disk before the next begins.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.page_seals import PAGE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADER: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">6I")
_MAGIC: Final = 0x377F0682
_WORD: Final = 0xFFFFFFFF
_FRAME_BYTES: Final = _FRAME.size + PAGE_BYTES
_CHECKED: Final = 24
"""Bytes of the header that its own checksum covers."""
_BENT_FROM: Final = 2


@dataclass(frozen=True, slots=True)
class LogState:
    """The pages that a log brings, the size of the database in pages with them (0: no change), and what lies behind.

    `commits_behind` counts the transactions behind the place where the log stops counting.
    """

    pages: Mapping[int, bytes]
    size: int
    commits_behind: int

    @property
    def is_bent(self) -> bool:
        """Whether the log was damaged after it was written."""
        return self.commits_behind >= _BENT_FROM


def log_path(database: Path) -> Path:
    """Return where the log of a database lies."""
    return database.with_name(f"{database.name}-wal")


def read_log(database: Path) -> LogState:
    """Return what the log beside a database holds; an empty or missing one holds nothing."""
    path = log_path(database)
    content = path.read_bytes() if path.is_file() else b""
    if len(content) < _HEADER.size:
        return LogState({}, 0, 0)
    magic, _version, page_bytes, _count, *salts_and_sum = _HEADER.unpack_from(content)
    salts, written = salts_and_sum[:2], tuple(salts_and_sum[2:])
    order = ">" if magic & 1 else "<"
    running = _checksum(content[:_CHECKED], order, (0, 0))
    if magic & ~1 != _MAGIC or page_bytes != PAGE_BYTES or running != written:
        return LogState({}, 0, _count_commits(content, 0, None))
    return _read_frames(content, order, salts, running)


def _read_frames(content: bytes, order: str, salts: list[int], running: tuple[int, int]) -> LogState:
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    size = 0
    for at, (number, after, one, two, *written) in _frames(content, 0):
        start = _HEADER.size + at * _FRAME_BYTES
        page = content[start + _FRAME.size : start + _FRAME_BYTES]
        running = _checksum(content[start : start + 8] + page, order, running)
        if [one, two] != salts or running != tuple(written):
            return LogState(pages, size, _count_commits(content, at, salts))
        waiting[number] = page
        if after:
            pages |= waiting
            waiting, size = {}, after
    return LogState(pages, size, 0)


def _frames(content: bytes, first: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    whole = (len(content) - _HEADER.size) // _FRAME_BYTES
    for at in range(first, whole):
        yield at, _FRAME.unpack_from(content, _HEADER.size + at * _FRAME_BYTES)


def _count_commits(content: bytes, first: int, salts: list[int] | None) -> int:
    """Return how many transactions of the same run of the log end at or behind a frame."""
    frames = [frame for _, frame in _frames(content, first)]
    if salts is None and frames:
        salts = list(frames[0][2:4])
    return sum(1 for frame in frames if frame[1] and list(frame[2:4]) == salts)


def _checksum(octets: bytes, order: str, start: tuple[int, int]) -> tuple[int, int]:
    one, two = start
    words = iter(struct.unpack(f"{order}{len(octets) // 4}I", octets))
    for word in words:
        one = (one + word + two) & _WORD
        two = (two + next(words) + one) & _WORD
    return one, two

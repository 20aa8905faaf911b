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
    behind: tuple[tuple[int, bytes], ...] = ()
    """Pages with the numbers that they are said to have, in the order of their writing, from the transaction in which
    that place lies to the end of the last one; only a seal can prove each of them."""

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
        return LogState({}, 0, *_look_behind(content, 0, None))
    return _read_frames(content, order, salts, running)


def _read_frames(content: bytes, order: str, salts: list[int], running: tuple[int, int]) -> LogState:
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    size = 0
    for at, (number, after, one, two, *written) in _frames(content, 0):
        start = _HEADER.size + at * _FRAME_BYTES
        page = _page_of(content, at)
        running = _checksum(content[start : start + 8] + page, order, running)
        if [one, two] != salts or running != tuple(written):
            commits, behind = _look_behind(content, at, salts)
            return LogState(pages, size, commits, (*waiting.items(), *behind))
        waiting[number] = page
        if after:
            pages |= waiting
            waiting, size = {}, after
    return LogState(pages, size, 0)


def _frames(content: bytes, first: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    whole = (len(content) - _HEADER.size) // _FRAME_BYTES
    for at in range(first, whole):
        yield at, _FRAME.unpack_from(content, _HEADER.size + at * _FRAME_BYTES)


def _look_behind(content: bytes, first: int, salts: list[int] | None) -> tuple[int, tuple[tuple[int, bytes], ...]]:
    """Return how many transactions of the same run of the log end at or behind a frame, and the pages of them."""
    frames = list(_frames(content, first))
    if salts is None and frames:
        salts = list(frames[0][1][2:4])
    ends = [place for place, (_, frame) in enumerate(frames) if frame[1] and list(frame[2:4]) == salts]
    run = frames[: ends[-1] + 1] if ends else []  # what an earlier run of the log left lies behind its end
    return len(ends), tuple((frame[0], _page_of(content, at)) for at, frame in run)


def _page_of(content: bytes, at: int) -> bytes:
    start = _HEADER.size + at * _FRAME_BYTES + _FRAME.size
    return content[start : start + PAGE_BYTES]


def _checksum(octets: bytes, order: str, start: tuple[int, int]) -> tuple[int, int]:
    one, two = start
    words = iter(struct.unpack(f"{order}{len(octets) // 4}I", octets))
    for word in words:
        one = (one + word + two) & _WORD
        two = (two + next(words) + one) & _WORD
    return one, two

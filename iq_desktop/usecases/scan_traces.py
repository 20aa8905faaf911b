"""What a camera writes into a photograph (place, time, device, a small copy), taken out without touching the picture.

The points of the picture stay as they are, octet for octet; of all that stands beside them only what says how to show
them is kept: colours, size on paper, and how the camera was held. Formats: ITU-T T.81 (JPEG), ISO/IEC 15948 (PNG), the
tag of the orientation: Exif (JEITA CP-3451).
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.scan import ScanKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = 0xFF
_RESTARTS: Final = frozenset(range(0xD0, 0xD8))
_END: Final = 0xD9
_START_OF_SCAN: Final = 0xDA
_COMMENT: Final = 0xFE
_APPLICATIONS: Final = frozenset(range(0xE0, 0xF0))
_KEPT_HEADS: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Segments of applications that say how to show the picture: density, colours, and how colours were written."""
_EXIF_MARK: Final = 0xE1
_EXIF: Final = b"Exif\0\0"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS: Final = frozenset(
    (b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs", b"bKGD", b"hIST", b"sPLT")
)
_BESIDE: Final = 0x20
"""The bit of the first letter that says that a chunk is not part of the picture itself."""
_LENGTH_AND_NAME: Final = 8
_SEAL: Final = 4
_ORIENTATION: Final = 0x0112
_ENTRY: Final = 12
_HELD_OTHERWISE: Final = range(2, 9)


def without_traces(content: bytes, kind: ScanKind) -> bytes:
    """Return a scan without what a camera wrote beside the picture; a PDF, or what is no whole picture, as it is.

    Where nothing is left out it is the same object: a scan of 50 MB need not lie in memory twice.
    """
    if kind is ScanKind.JPEG:
        pieces = _pieces_of_jpeg(content)
    elif kind is ScanKind.PNG:
        pieces = _pieces_of_png(content)
    else:
        return content
    try:
        clean = b"".join(pieces)
    except (struct.error, IndexError):
        return content
    return content if clean == content else clean


def _pieces_of_jpeg(content: bytes) -> Iterator[bytes]:
    """Yield what is kept, up to the end of the picture: what follows there (small copies, films) is left out."""
    yield content[:2]
    at = 2
    while True:
        while content[at] == content[at + 1] == _MARK:
            at += 1
        mark = content[at + 1]
        if content[at] != _MARK:
            raise IndexError
        if mark == _END:
            yield content[at : at + 2]
            return
        end = at + 2 + struct.unpack_from(">H", content, at + 2)[0]
        segment = content[at:end]
        if _is_kept(mark, segment[4:]):
            yield segment
        elif mark == _EXIF_MARK and (held := _held(segment[4:])):
            yield held
        at = end
        if mark == _START_OF_SCAN:
            end = _end_of_points(content, at)
            yield content[at:end]
            at = end


def _is_kept(mark: int, words: bytes) -> bool:
    if mark in _APPLICATIONS:
        return mark in _KEPT_HEADS and words.startswith(_KEPT_HEADS[mark])
    return mark != _COMMENT


def _end_of_points(content: bytes, at: int) -> int:
    """Return where the next mark stands behind a row of points; raises IndexError where there is none."""
    while True:
        at = content.find(_MARK, at)
        if at < 0:
            raise IndexError
        following = content[at + 1]
        if following and following not in _RESTARTS:
            return at
        at += 2


def _held(words: bytes) -> bytes:
    """Return a segment that says nothing but how the camera was held; empty where it was held upright."""
    if not words.startswith(_EXIF):
        return b""
    value = _orientation(words[len(_EXIF) :])
    if value not in _HELD_OTHERWISE:
        return b""
    told = _EXIF + _only_orientation(value)
    return bytes((_MARK, _EXIF_MARK)) + struct.pack(">H", len(told) + 2) + told


def _orientation(tiff: bytes) -> int:
    """Return how the camera was held, as Exif counts it; 0 where it does not say."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        first = struct.unpack_from(f"{order}I", tiff, 4)[0]
        count = struct.unpack_from(f"{order}H", tiff, first)[0]
        for at in range(first + 2, first + 2 + count * _ENTRY, _ENTRY):
            if struct.unpack_from(f"{order}H", tiff, at)[0] == _ORIENTATION:
                return int(struct.unpack_from(f"{order}H", tiff, at + 8)[0])
    except struct.error:
        return 0
    return 0


def _only_orientation(value: int) -> bytes:
    """Return the smallest table of Exif that says how the camera was held."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, value, 0, 0)


def _pieces_of_png(content: bytes) -> Iterator[bytes]:
    """Yield the chunks that are kept, up to the end of the picture."""
    yield content[: len(_PNG)]
    at = len(_PNG)
    while True:
        length = struct.unpack_from(">I", content, at)[0]
        end = at + _LENGTH_AND_NAME + length + _SEAL
        chunk, name = content[at:end], content[at + 4 : at + 8]
        if len(chunk) != end - at:
            raise IndexError
        if name == b"eXIf":
            value = _orientation(chunk[_LENGTH_AND_NAME:-_SEAL])
            if value in _HELD_OTHERWISE:
                yield _chunk(name, _only_orientation(value))
        elif not name[0] & _BESIDE or name in _KEPT_CHUNKS:
            yield chunk
        if name == b"IEND":
            return
        at = end


def _chunk(name: bytes, words: bytes) -> bytes:
    return struct.pack(">I", len(words)) + name + words + struct.pack(">I", zlib.crc32(name + words))

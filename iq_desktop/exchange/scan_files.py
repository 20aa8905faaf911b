"""What kind of file a scan is, told by its bytes and never by its name, and whether a picture is whole.

Nothing is decoded here: what is too large, cut off or of another kind never reaches a decoder. The formats are those of
ISO/IEC 15948 (PNG) and ITU-T T.81 (JPEG).
"""

from __future__ import annotations

import zlib
from typing import Final

from iq_desktop.domain.scan import MOST_PIXELS, ScanKind
from iq_desktop.usecases.scan_faults import FaultyScan, ScanFault

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_PDF: Final = b"%PDF-"
_LENGTH_AND_NAME: Final = 8
_SEAL: Final = 4
_HEAD_OF_PNG: Final = 13
_LARGEST_SIDE: Final = 65_535
_MARK: Final = 0xFF
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Marks of a JPEG that tell its size; the others of this row are tables."""
_WITHOUT_LENGTH: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_START_OF_SCAN: Final = 0xDA
_END: Final = 0xD9
_SIZE_AT: Final = 5
_SMALLEST_FRAME: Final = 8


def find_kind(content: bytes, ending: str) -> ScanKind:
    """Return what a file is by its first bytes; raises FaultyScan where it is nothing known, or its name says else."""
    if not content:
        raise FaultyScan(ScanFault.EMPTY)
    heads = ((_PDF, ScanKind.PDF), (_PNG, ScanKind.PNG), (_JPEG, ScanKind.JPEG))
    kind = next((kind for head, kind in heads if content.startswith(head)), None)
    if kind is None:
        raise FaultyScan(ScanFault.UNKNOWN)
    if ending not in kind.endings:
        raise FaultyScan(ScanFault.OTHER_ENDING)
    return kind


def check_picture(content: bytes, kind: ScanKind) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG in points; raises FaultyScan where it is not whole or too large."""
    width, height = _size_of_png(content) if kind is ScanKind.PNG else _size_of_jpeg(content)
    if not width or not height:
        raise FaultyScan(ScanFault.DAMAGED)
    if width * height > MOST_PIXELS or max(width, height) > _LARGEST_SIDE:
        raise FaultyScan(ScanFault.MANY_POINTS)
    return width, height


def _size_of_png(content: bytes) -> tuple[int, int]:
    """Walk over every chunk up to the end, each proved by its seal."""
    at, size = len(_PNG), (0, 0)
    has_points = False
    while True:
        if at + _LENGTH_AND_NAME + _SEAL > len(content):
            raise FaultyScan(ScanFault.CUT_OFF)
        length, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        end = at + _LENGTH_AND_NAME + length
        if end + _SEAL > len(content):
            raise FaultyScan(ScanFault.CUT_OFF)
        if zlib.crc32(content[at + 4 : end]) != int.from_bytes(content[end : end + _SEAL]):
            raise FaultyScan(ScanFault.DAMAGED)
        if (at == len(_PNG)) != (name == b"IHDR"):
            raise FaultyScan(ScanFault.DAMAGED)
        if name == b"IHDR":
            if length != _HEAD_OF_PNG:
                raise FaultyScan(ScanFault.DAMAGED)
            size = int.from_bytes(content[at + 8 : at + 12]), int.from_bytes(content[at + 12 : at + 16])
        has_points = has_points or name == b"IDAT"
        if name == b"IEND":
            if not has_points:
                raise FaultyScan(ScanFault.DAMAGED)
            return size
        at = end + _SEAL


def _size_of_jpeg(content: bytes) -> tuple[int, int]:
    """Walk over the marks up to the first row of points, and look for the end behind it."""
    at, size = 2, (0, 0)
    while True:
        if at + 4 > len(content):
            raise FaultyScan(ScanFault.CUT_OFF)
        if content[at] != _MARK:
            raise FaultyScan(ScanFault.DAMAGED)
        mark = content[at + 1]
        if mark == _MARK:  # filling
            at += 1
            continue
        if mark in _WITHOUT_LENGTH:
            at += 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4])
        if mark == _END or length < 2:  # noqa: PLR2004  (a length counts its own two bytes)
            raise FaultyScan(ScanFault.DAMAGED)
        if mark in _FRAMES:
            size = _size_in_frame(content[at + 2 : at + 2 + length])
        at += 2 + length
        if mark == _START_OF_SCAN:
            if content.find(bytes((_MARK, _END)), at) < 0:
                raise FaultyScan(ScanFault.CUT_OFF)
            return size


def _size_in_frame(frame: bytes) -> tuple[int, int]:
    if len(frame) < _SMALLEST_FRAME:
        raise FaultyScan(ScanFault.CUT_OFF)
    height, width = int.from_bytes(frame[3:5]), int.from_bytes(frame[_SIZE_AT : _SIZE_AT + 2])
    return width, height

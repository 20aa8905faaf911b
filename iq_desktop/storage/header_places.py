"""The three places of a header: any one or two may be lost or garbled, and the others mend them.

    vault.json              what is read first
    vault.json.twin         the same beside it
    keys/vault.json.copies  the same three times in one file of a folder of its own, far apart on the disk: whoever
                            tidies up the folder does not touch it, and a garbled sector leaves two of the three

They are written in this order, each of them old or new after a crash, and an older copy never wins over a newer one
(unlocking.py).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.header_codec import decode_header, encode_header
from iq_desktop.storage.safe_file import sync_folder, write_file_safely
from iq_desktop.storage.vault_header import DamagedHeaderError, VaultHeader, damaged_header

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER_NAME: Final = "vault.json"
TWIN_NAME: Final = "vault.json.twin"
COPIES_FOLDER: Final = "keys"
COPIES_NAME: Final = "vault.json.copies"
_COPIES: Final = 3
_BEGIN: Final = b'{\n "checksum"'
_END: Final = b"\n}\n"
"""How canonical header bytes begin and end."""
_SECTOR: Final = 4096
_LARGEST_HEADER: Final = 4 * 1024 * 1024


def places_of(folder: Path) -> tuple[Path, Path, Path]:
    """Return the three files that hold the header of a vault."""
    return folder / HEADER_NAME, folder / TWIN_NAME, folder / COPIES_FOLDER / COPIES_NAME


def write_header(folder: Path, header: VaultHeader) -> None:
    """Write a sealed header to its three places, each of them old or new after a crash.

    The first decides: where it cannot be written, OSError is raised and the old header counts; where only a copy cannot
    be written, the next opening mends it.
    """
    content = encode_header(header)
    decode_header(content)
    first, *copies = places_of(folder)
    write_file_safely(first, content)
    for path in copies:
        with suppress(OSError):
            _write(path, content)


def read_header(folder: Path) -> VaultHeader:
    """Return the newest readable header of a vault; raises DamagedHeaderError or NewerVaultError."""
    return read_headers(folder)[0]


def read_headers(folder: Path) -> tuple[VaultHeader, ...]:
    """Return the different readable headers of a vault, the newest first; changes nothing.

    Raises DamagedHeaderError where no place can be read, NewerVaultError where one was written by a newer program.
    """
    found: list[VaultHeader] = []
    for path in places_of(folder):
        for content in _contents(path):
            try:
                header = decode_header(content)
            except DamagedHeaderError:
                continue
            if header not in found:
                found.append(header)
    if not found:
        raise damaged_header()
    return tuple(sorted(found, key=lambda header: -header.revision))


def mend_headers(folder: Path, header: VaultHeader) -> bool:
    """Write the header again where one of its places differs from it; return whether that was needed."""
    content = encode_header(header)
    mended = False
    for path in places_of(folder):
        try:
            same = _read_limited(path) == _written(path, content)
        except OSError:
            same = False
        if not same:
            _write(path, content)
            mended = True
    return mended


def has_header(folder: Path) -> bool:
    """Return whether a header stands in a folder, in one of its places, readable or not."""
    return any(path.exists() for path in places_of(folder))


def _write(path: Path, content: bytes) -> None:
    if not path.parent.exists():
        path.parent.mkdir()
        sync_folder(path.parent.parent)
    write_file_safely(path, _written(path, content))


def _written(path: Path, content: bytes) -> bytes:
    """Return what a place holds: the header, or its copies, each of which begins a sector of its own."""
    if path.name != COPIES_NAME:
        return content
    room = -(-len(content) // _SECTOR) * _SECTOR
    return content.ljust(room, b"\n") * _COPIES


def _contents(path: Path) -> Iterator[bytes]:
    """Yield what may be a header."""
    try:
        content = _read_limited(path)
    except OSError:
        return
    if path.name != COPIES_NAME:
        yield content
        return
    begin = content.find(_BEGIN)
    while begin >= 0:
        end = content.find(_END, begin) + len(_END)
        yield content[begin:end]
        begin = content.find(_BEGIN, begin + 1)


def _read_limited(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST_HEADER)

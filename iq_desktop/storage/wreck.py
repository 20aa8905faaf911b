"""A copy of a damaged database that can be read: bad pages give way to blank ones, strayed pages go back.

Only pages whose seal is true are ever read; a page with a single flipped bit is as good as gone. In its place stands a
blank page of a tree, so that reading goes on behind it. A row of which a piece lay in a bad page would be read with
the blank page's bytes instead: whoever reads compares two blanks that differ and drops such rows (wreck_rows.py).

No page is decrypted or encrypted here. A blank page is taken from a scratch file with the same key and salt; its first
bytes are changed through the vector of its encryption, and it is sealed anew under the number that it stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from iq_desktop.storage.page_seals import LOCK_PAGE, PAGE_BYTES, SALT_BYTES, SEAL_BYTES, PageSeals, read_pages
from iq_desktop.storage.secret_key import SecretKey
from iq_desktop.storage.write_ahead_log import read_log

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


INDEX_LEAF, TABLE_LEAF = 0x0A, 0x0D
"""The kinds of blank pages: the trees of tables without and with row numbers."""
MARK: Final = "\0blank page\0"
"""What the only row of a blank page holds: SQLite refuses a page without a row."""
_USABLE: Final = 4016
"""Bytes of a page before vector and seal."""
_LOWER: Final = 256
_ROOTS: Final = {INDEX_LEAF: 2, TABLE_LEAF: 3}
_VECTOR_BYTES: Final = 16
_MOST_STRAYED: Final = 300
_TRIED_PAGES: Final = 24


@dataclass(frozen=True, slots=True)
class Blank:
    """A page of a tree with one row, which can stand under any number; `top` is where its row begins."""

    page: bytes
    kind: int
    top: int

    def variant(self, number: int) -> bytes:
        """Return the page in one of two variants, which differ in the first byte that could be read as a value."""
        start = PAGE_BYTES - SEAL_BYTES - _VECTOR_BYTES
        vector = self.page[start : start + _VECTOR_BYTES]
        pairs = zip(vector, self._beginning(0), self._beginning(number), strict=True)
        turned = bytes(a ^ b ^ c for a, b, c in pairs)
        return self.page[:start] + turned + self.page[start + _VECTOR_BYTES :]

    def _beginning(self, number: int) -> bytes:
        """Return the first block of the page before encryption: kind, one row, where rows begin, where it lies."""
        room, row = (self.top - number * _LOWER).to_bytes(2, "big"), self.top.to_bytes(2, "big")
        return (bytes([self.kind, 0, 0, 0, 1]) + room + b"\0" + row).ljust(_VECTOR_BYTES, b"\0")


@dataclass(frozen=True, slots=True)
class Wreck:
    """A damaged database, copied; `bad` are the numbers of the pages that cannot be read, `strayed` went back."""

    path: Path
    key: SecretKey
    seals: PageSeals
    pages: int
    bad: tuple[int, ...]
    strayed: int
    is_log_bent: bool
    blanks: Mapping[int, Blank] = field(repr=False)

    @property
    def has_first_page(self) -> bool:
        """Whether the page that names all tables can be read."""
        return 1 not in self.bad

    def put_blanks(self, kind: int, variant: int) -> None:
        """Let blank pages of some kind stand for the bad ones."""
        page = self.blanks[kind].variant(variant)
        with self.path.open("r+b") as file:
            for number in self.bad:
                file.seek((number - 1) * PAGE_BYTES)
                file.write(self.seals.moved(page, number))


def copy_wreck(database: Path, key: SecretKey, folder: Path) -> Wreck:
    """Copy a damaged database with its log into a folder and return what can be read of it.

    Behind the place where the log was bent each page counts that its own seal proves.
    Shape: the copy is as long as database and log say at most. The files of the database stay as they are.
    """
    pages = dict(read_pages(database))
    log = read_log(database)
    pages.update(log.pages)
    seals = _find_seals(pages, key)
    if log.is_bent:
        _put_behind(pages, log.behind, seals)
    pages[1] = seals.salt + pages.get(1, b"")[SALT_BYTES:]
    count = max(pages, default=1)
    used = (number for number in range(1, count + 1) if number != LOCK_PAGE)
    bad = {number for number in used if not _is_whole(seals, pages.get(number, b""), number)}
    strayed = _find_strayed(pages, bad, seals)
    pages.update(strayed)
    bad -= strayed.keys()
    path = folder / "copy.db"
    with path.open("wb") as file:
        for number in range(1, count + 1):
            file.write(bytes(PAGE_BYTES) if number in bad else pages[number])
    blanks = _make_blanks(folder / "blank.db", key, seals.salt)
    return Wreck(path, key, seals, count, tuple(sorted(bad)), len(strayed), log.is_bent, blanks)


def connect(path: Path, key: SecretKey, salt: bytes = b"") -> Any:
    """Return a connection of its own to a scratch file that is thrown away afterwards; a new file gets the salt."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.material.hex()}{salt.hex()}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _is_whole(seals: PageSeals, page: bytes, number: int) -> bool:
    return len(page) == PAGE_BYTES and seals.is_true(page, number)


def _find_seals(pages: Mapping[int, bytes], key: SecretKey) -> PageSeals:
    """Return the seals of a file, found again where one bit of its salt was flipped."""
    stated = (pages.get(1, b"") + bytes(SALT_BYTES))[:SALT_BYTES]
    tried = [(number, page) for number, page in pages.items() if number > 1][:_TRIED_PAGES]
    for salt in _salts_near(stated):
        seals = PageSeals.of(key, salt)
        if any(_is_whole(seals, page, number) for number, page in tried) or _is_whole(seals, pages.get(1, b""), 1):
            return seals
    return PageSeals.of(key, stated)


def _salts_near(stated: bytes) -> Iterator[bytes]:
    yield stated
    number = int.from_bytes(stated, "big")
    for bit in range(8 * SALT_BYTES):
        yield (number ^ (1 << bit)).to_bytes(SALT_BYTES, "big")


def _put_behind(pages: dict[int, bytes], behind: Sequence[tuple[int, bytes]], seals: PageSeals) -> None:
    """Take each page that its seal proves, under its true number; of one that is bent the state before counts no more.

    An old state among newer pages would make rows of two halves that never stood together.
    """
    proved = [_is_whole(seals, page, number) for number, page in behind]
    known = max((*pages, *(number for (number, _), is_true in zip(behind, proved, strict=True) if is_true)), default=1)
    for (said, page), is_true in zip(behind, proved, strict=True):
        number = said if is_true else next((one for one in range(1, known + 1) if _is_whole(seals, page, one)), 0)
        if number:
            pages[number] = page
        elif 1 <= said <= known:
            pages[said] = b""


def _find_strayed(pages: Mapping[int, bytes], bad: set[int], seals: PageSeals) -> dict[int, bytes]:
    """Return pages that lie under a wrong number, by the number under which they were written."""
    if len(bad) > _MOST_STRAYED:
        return {}
    whole = [pages[number] for number in bad if len(pages.get(number, b"")) == PAGE_BYTES]
    return {number: page for number in bad for page in whole if number > 1 and seals.is_true(page, number)}


def _make_blanks(path: Path, key: SecretKey, salt: bytes) -> dict[int, Blank]:
    """Return the blank pages by their kind: the roots of tables with one row each."""
    connection = connect(path, key, salt)
    connection.execute("CREATE TABLE one (c0 PRIMARY KEY) WITHOUT ROWID")
    connection.execute("CREATE TABLE two (c0)")
    connection.execute("INSERT INTO one VALUES (?)", (MARK,))
    connection.execute("INSERT INTO two VALUES (?)", (MARK,))
    connection.close()
    pages = dict(read_pages(path))
    path.unlink()
    sizes = {INDEX_LEAF: 3 + len(MARK), TABLE_LEAF: 4 + len(MARK)}  # length, (row number,) head of two bytes, words
    return {kind: Blank(pages[_ROOTS[kind]], kind, _USABLE - size) for kind, size in sizes.items()}

"""A copy of a database under another key, made page by page and proved to hold the same.

This is one of the few modules that open a database without the guard (guard.py): it never writes to the original, and
both files are encrypted at every moment.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from iq_desktop.storage.engine import unlock_connection
from iq_desktop.storage.problems import plain_errors
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from iq_desktop.storage.secret_key import SecretKey
    from iq_desktop.usecases.progress import Progress

_PAGES_AT_ONCE: Final = 512
_CACHE_KIB: Final = 65536
"""Pages that a check needs twice are decrypted once: a quarter less time for a large vault."""


class UntrueCopyError(IqError):
    """A copy is not what it was made from."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a copy must have in common with its original: rows of every table, and the ends of the journal."""

    rows: tuple[tuple[str, int], ...]
    ends: tuple[tuple[str, int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """A connection that reads a database in use and notices whether anybody else changed it meanwhile."""

    connection: Any
    version: int

    def has_changed(self) -> bool:
        """Return whether anybody else has changed the database since the watch began."""
        return _version(self.connection) != self.version

    def read_fingerprint(self) -> Fingerprint:
        """Return what the database holds."""
        return _fingerprint(self.connection)


@contextmanager
def watching(path: Path, key: SecretKey) -> Iterator[Watch]:
    """Watch a database until the end."""
    with plain_errors(), closing(_connect(path, key)) as connection:
        connection.execute("PRAGMA query_only = ON")
        yield Watch(connection, _version(connection))


def copy_under_key(watch: Watch, target: Path, key: SecretKey, progress: Progress, title: Text) -> None:
    """Copy a watched database into a new file under another key, whole and on the disk at the end.

    Raises Cancelled where somebody wants it to stop, and leaves a piece of a file then.
    """

    def tell(_status: int, remaining: int, total: int) -> None:
        progress.step(total - remaining, total, title)

    target.touch(exist_ok=False)
    with plain_errors(), closing(_connect(target, key)) as copy:
        copy.execute("PRAGMA synchronous = FULL")
        watch.connection.backup(copy, pages=_PAGES_AT_ONCE, progress=tell)


def check_copy(path: Path, key: SecretKey, expected: Fingerprint, say_step: Callable[[Text], None]) -> None:
    """Raise UntrueCopyError unless every page, the structure, every row and the journal's end are there."""
    with plain_errors(), closing(_connect(path, key)) as connection:
        connection.execute("PRAGMA query_only = ON")
        for check, right in (
            ("cipher_integrity_check", []),
            ("integrity_check", [("ok",)]),
            ("foreign_key_check", []),
        ):
            say_step(say("Checking the copy"))
            if [tuple(row) for row in connection.execute(f"PRAGMA {check}").fetchall()] != right:
                raise untrue_copy(path.name)
        if _fingerprint(connection) != expected:
            raise untrue_copy(path.name)


def untrue_copy(name: str) -> UntrueCopyError:
    """Return the message for a copy that must not be used."""
    original, _, _ = name.partition(".key-")
    return UntrueCopyError(
        say("The copy of “{name}” under the new key is not what it was made from.", name=original),
        say("The vault keeps its present key, and nothing is lost. Please check the disk and try again."),
    )


def _connect(path: Path, key: SecretKey) -> Any:
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        unlock_connection(connection, key)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except BaseException:
        connection.close()
        raise
    return connection


def _fingerprint(connection: Any) -> Fingerprint:
    named = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    rows = tuple((name, _one(connection, f'SELECT count(*) FROM "{name}"')) for (name,) in named)  # noqa: S608  (own)
    if "journal" not in dict(rows):
        return Fingerprint(rows, ())
    ends = connection.execute(
        "SELECT device, seq, mac FROM journal AS entry "
        "WHERE seq = (SELECT max(seq) FROM journal WHERE device = entry.device) ORDER BY device"
    ).fetchall()
    return Fingerprint(rows, tuple((device, seq, bytes(mac)) for device, seq, mac in ends))


def _version(connection: Any) -> int:
    return int(_one(connection, "PRAGMA data_version"))


def _one(connection: Any, question: str) -> Any:
    return connection.execute(question).fetchone()[0]

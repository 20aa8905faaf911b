"""The database engine: encrypted SQLite behind SQLAlchemy Core, one writer at a time, no way to a plain copy."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from iq_desktop.storage.gate import PATIENCE, Gate
from iq_desktop.storage.guard import Access, guard_for
from iq_desktop.storage.problems import ForeignDatabaseError, MissingDatabaseError, busy, plain_errors, vault_gone
from iq_desktop.storage.secret_key import SecretKey
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection


OLDEST_SQLITE: Final = (3, 51, 3)
OLDEST_SQLCIPHER: Final = (4, 17)
_SETTINGS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cache_size = -32768",
    "busy_timeout = 5000",
)
_READERS: Final = 3


class UnfitEngineError(IqError):
    """The installed database engine is too old or lacks something that keeps the data safe."""


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What the installed engine is and can do."""

    sqlite: tuple[int, ...]
    sqlcipher: tuple[int, ...]
    has_full_text: bool
    has_authentication: bool


def read_engine_facts() -> EngineFacts:
    """Return what the installed engine says about itself."""
    connection = sqlcipher.connect(":memory:")
    try:
        connection.execute(f"PRAGMA key = \"x'{'00' * 32}'\"")  # an empty scratch database, nothing to protect
        version = connection.execute("PRAGMA cipher_version").fetchone()
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
        authentication = connection.execute("PRAGMA cipher_use_hmac").fetchone()
    finally:
        connection.close()
    return EngineFacts(
        sqlite=tuple(sqlcipher.sqlite_version_info),
        sqlcipher=_version_numbers(version[0]) if version else (),
        has_full_text="ENABLE_FTS5" in options,
        has_authentication=bool(authentication) and str(authentication[0]) == "1",
    )


def check_engine(facts: EngineFacts) -> None:
    """Raise UnfitEngineError unless the engine is new enough, encrypts with authentication and can search."""
    fits = (
        facts.sqlite >= OLDEST_SQLITE
        and facts.sqlcipher >= OLDEST_SQLCIPHER
        and facts.has_full_text
        and facts.has_authentication
    )
    if not fits:
        raise UnfitEngineError(
            say(
                "The database engine on this computer is not safe enough: SQLite {sqlite}, SQLCipher {sqlcipher}.",
                sqlite=".".join(map(str, facts.sqlite)),
                sqlcipher=".".join(map(str, facts.sqlcipher)) or "–",
            ),
            say("Please install IQ Desktop again from the original package. Nothing was changed."),
        )


@dataclass(slots=True)
class Keyhole:
    """The key with which the next connection is opened."""

    key: SecretKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class Database:
    """One encrypted file: many readers, one writer, each connection borrowed for one piece of work.

    Usable from every thread at once. A writer sees its own changes, readers see the last commit.
    """

    path: Path
    reader: Engine
    writer: Engine
    restructurer: Engine
    turn: threading.Lock
    gate: Gate
    keyhole: Keyhole

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection that sees one unchanging state and can write nothing."""
        with self.gate.passing(), plain_errors(), self.reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend the writing connection for one transaction: committed and on the disk at the end, or undone whole."""
        with self._my_turn(), plain_errors(), self.writer.begin() as connection:
            yield connection
            self._check_that_it_is_there()

    @contextmanager
    def restructuring(self) -> Iterator[Connection]:
        """Lend a connection that may change tables (foreign keys are checked at the end); only for migrations."""
        with self._my_turn(), plain_errors():
            with self.restructurer.begin() as connection:
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise RuntimeError("The migration left a row without its parent.")
            self.reader.dispose()
            self.writer.dispose()

    def checkpoint(self) -> None:
        """Move everything committed into the main file and empty the write-ahead log."""
        with self._my_turn(), plain_errors():
            self._empty_log()

    def close(self) -> None:
        """Checkpoint and close every connection; a refused checkpoint leaves its log for the next start."""
        with suppress(IqError):
            self.checkpoint()
        self._dispose()

    @contextmanager
    def keeping_writers_out(self) -> Iterator[None]:
        """Let nobody write until the end."""
        with self._my_turn():
            yield

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Keep everybody out and every connection closed, so that the file may be exchanged; writers are out already.

        Raises VaultBusyError where somebody reads for too long, DiskRefusedError where the log cannot be emptied.
        """
        with self.gate.shut():
            with plain_errors():
                self._empty_log()
            self._dispose()
            yield

    def _check_that_it_is_there(self) -> None:
        """Raise VaultGoneError where the file lost its name: the system would write on into nothing, unnoticed."""
        if not self.path.exists():
            raise vault_gone()

    def use_key(self, key: SecretKey) -> None:
        """Open the file with another key from now on; only while it stands still."""
        self.keyhole.key = key

    def _dispose(self) -> None:
        for engine in (self.reader, self.restructurer, self.writer):
            engine.dispose()

    def _empty_log(self) -> None:
        borrowed = self.writer.raw_connection()
        try:
            borrowed.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            borrowed.close()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        if not self.turn.acquire(timeout=PATIENCE):
            raise busy()
        try:
            yield
        finally:
            self.turn.release()


def create_database(path: Path, key: SecretKey) -> Database:
    """Return a new, empty database at a path where nothing may stand yet."""
    path.touch(exist_ok=False)
    return _database(path, key)


def open_database(path: Path, key: SecretKey) -> Database:
    """Return an existing database; raises MissingDatabaseError or ForeignDatabaseError and changes no file."""
    _check_file(path, key)
    return _database(path, key)


def _database(path: Path, key: SecretKey) -> Database:
    keyhole = Keyhole(key)
    return Database(
        path=path,
        reader=_engine(partial(_connect, path, keyhole, Access.READING), "BEGIN", _READERS),
        writer=_engine(partial(_connect, path, keyhole, Access.WRITING), "BEGIN IMMEDIATE", 1),
        restructurer=_engine(partial(_connect, path, keyhole, Access.RESTRUCTURING), "BEGIN IMMEDIATE", 0),
        turn=threading.Lock(),
        gate=Gate(),
        keyhole=keyhole,
    )


def _engine(creator: Callable[[], Any], begin: str, kept: int) -> Engine:
    """Return an engine that keeps `kept` connections open and begins each transaction with the given words."""
    pooling: dict[str, Any] = {"poolclass": QueuePool, "pool_size": kept} if kept else {"poolclass": NullPool}
    engine = create_engine(
        "sqlite+pysqlite://", creator=creator, module=sqlcipher, hide_parameters=True, echo=False, **pooling
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _connect(path: Path, keyhole: Keyhole, access: Access) -> Any:
    """Return a guarded connection; the driver opens transactions only where we say so."""
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        unlock_connection(connection, keyhole.key)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute(f"PRAGMA foreign_keys = {'OFF' if access is Access.RESTRUCTURING else 'ON'}")
        if access is Access.READING:
            connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(guard_for(access))
    except BaseException:
        connection.close()
        raise
    return connection


def is_opened_by(path: Path, key: SecretKey) -> bool:
    """Return whether a file is there and the key opens it; changes nothing."""
    try:
        _check_file(path, key)
    except IqError:
        return False
    return True


def _check_file(path: Path, key: SecretKey) -> None:
    """Raise MissingDatabaseError or ForeignDatabaseError unless a file is there and the key opens it."""
    if not path.is_file() or not path.stat().st_size:
        raise MissingDatabaseError(
            say("The file “{name}” is missing from the folder of the vault.", name=path.name),
            say("Please put it back, or restore a backup. Nothing was changed."),
        )
    _probe(path, key)


def _probe(path: Path, key: SecretKey) -> None:
    """Raise ForeignDatabaseError unless the key opens the file, tried on a connection that cannot write.

    Without a write-ahead log the file is opened as immutable, which leaves no trace beside it; with one it must be
    read together with the log, because a crash may have left the first page in the log only.
    """
    log = path.with_name(f"{path.name}-wal")
    mode = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
    connection = sqlcipher.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)
    try:
        unlock_connection(connection, key)
    except sqlcipher.Error as error:
        raise ForeignDatabaseError(
            say("The file “{name}” does not belong to this vault, or it is damaged.", name=path.name),
            say("Nothing was changed. Please restore a backup, or put back the file that belongs here."),
        ) from error
    finally:
        connection.close()


def unlock_connection(connection: Any, key: SecretKey) -> None:
    """Give a fresh connection its key, and read once; raises the driver's error where the key does not fit."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.material.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _version_numbers(words: str) -> tuple[int, ...]:
    """Return the numbers of a version such as “4.19.0 community”."""
    return tuple(int(part) for part in words.split(" ", maxsplit=1)[0].split(".") if part.isdigit())

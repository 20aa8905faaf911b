"""The schema of each database: its revisions in order, which one a file has, and the way to the newest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect

from iq_desktop.storage.vault_header import newer_vault

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

    from iq_desktop.storage.engine import Database

_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Schema:
    """The revisions of one database, oldest first; a test compares them with the files in `versions/`."""

    name: str
    revisions: tuple[str, ...]

    @property
    def newest(self) -> str:
        """The revision that this program works with."""
        return self.revisions[-1]


CASES: Final = Schema("cases", ("0001", "0002", "0003", "0004", "0005", "0006", "0007"))
REFERENCE: Final = Schema("reference", ("0001", "0002", "0003", "0004"))


def find_revision(connection: Connection) -> str | None:
    """Return the revision of a database, or none where no migration ever ran."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


def check_revision(database: Database, schema: Schema) -> bool:
    """Return whether a migration is due; raises NewerVaultError for a revision that this program does not know."""
    with database.reading() as connection:
        revision = find_revision(connection)
    if revision is not None and revision not in schema.revisions:
        raise newer_vault(revision, schema.newest)
    return revision != schema.newest


def migrate(database: Database, schema: Schema) -> None:
    """Bring a database to the newest revision, all steps or none."""
    with database.restructuring() as connection:
        upgrade(connection, schema, "head")


def upgrade(connection: Connection, schema: Schema, revision: str) -> None:
    """Take the steps to a revision within the caller's transaction; imports Alembic (about a quarter of a second)."""
    from alembic import command  # noqa: PLC0415  (only when a migration is due)

    command.upgrade(alembic_config(schema, connection), revision)


def alembic_config(schema: Schema, connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for one database, without any file."""
    from alembic.config import Config  # noqa: PLC0415  (see `upgrade`)

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(_FOLDER / "versions" / schema.name).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config

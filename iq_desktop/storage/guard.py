"""The guard on every connection: what a statement may never do, whoever wrote it.

SQLite asks the guard while it compiles a statement. It lets through what reading and saving need and refuses every way
to a plain copy (attached files, exports, another key, temporary files), every weaker setting, code from outside, and
any change to the journal's chain; the values of its entries go only where a case is erased (erasing.py). What it is not
asked about, a row that an insertion replaces, a trigger of the journal refuses (tables.py).
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_ALLOWED: Final = 0
_REFUSED: Final = 1
# Action codes of SQLite (https://sqlite.org/c3ref/c_alter_table.html).
_DELETE: Final = 9
_INSERT: Final = 18
_PRAGMA: Final = 19
_UPDATE: Final = 23
_ATTACH: Final = 24
_DETACH: Final = 25
_CREATE_VIRTUAL: Final = 29
_FUNCTION: Final = 31
_STRUCTURE: Final = frozenset({*range(1, 9), *range(10, 18), 26, 29, 30})
"""Creating, dropping and altering an index, table, trigger, view or virtual table; a temporary one could stand in the
way of the real one of the same name."""
_QUESTIONS: Final = frozenset(
    {
        "cipher_integrity_check",
        "cipher_version",
        "data_version",
        "foreign_key_check",
        "foreign_keys",
        "freelist_count",
        "journal_mode",
        "page_count",
        "page_size",
        "query_only",
        "read_uncommitted",
        "secure_delete",
        "synchronous",
        "temp_store",
        "trusted_schema",
    }
)
"""Pragmas that may be asked but not set."""
_DESCRIPTIONS: Final = frozenset(
    {
        "foreign_key_list",
        "index_info",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "quick_check",
        "table_info",
        "table_list",
        "table_xinfo",
        "wal_checkpoint",
    }
)
"""Pragmas whose argument is a name, a mode or a number and weakens nothing; SQLite itself asks for the quick check of a
table to which a column is added."""
_FORBIDDEN_FUNCTIONS: Final = frozenset({"edit", "fts3_tokenizer", "load_extension", "readfile", "writefile"})
_VIRTUAL_TABLES: Final = frozenset({"fts5", "fts5vocab"})
_CHAIN: Final = "journal"
_VALUES: Final = "journal_payload"


class Access(Enum):
    """What a connection is for."""

    READING = "reading"
    WRITING = "writing"
    ERASING = "erasing"
    RESTRUCTURING = "restructuring"


def guard_for(access: Access) -> Callable[[int, str | None, str | None, str | None, str | None], int]:
    """Return the authorizer of a connection: 0 lets a step through, 1 refuses the statement.

    Its arguments are SQLite's action code, two names that depend on it, the database and the trigger or view.
    """
    restructuring, reading = access is Access.RESTRUCTURING, access is Access.READING

    def guard(action: int, first: str | None, second: str | None, _file: str | None, _cause: str | None) -> int:
        leaks = (
            action in {_ATTACH, _DETACH}
            or (action == _PRAGMA and not _pragma_is_harmless(first, second))
            or (action == _FUNCTION and _function_is_dangerous(second))
            or (action == _CREATE_VIRTUAL and (second or "").lower() not in _VIRTUAL_TABLES)
        )
        if leaks or restructuring:
            return _REFUSED if leaks else _ALLOWED
        changes_chain = action in {_UPDATE, _DELETE} and _is_kept(action, (first or "").lower(), access)
        writes = action in {_INSERT, _UPDATE, _DELETE}
        return _REFUSED if action in _STRUCTURE or changes_chain or (reading and writes) else _ALLOWED

    return guard


def _is_kept(action: int, table: str, access: Access) -> bool:
    """Return whether rows of a table of the journal stay as they are."""
    return table == _CHAIN or (table == _VALUES and not (access is Access.ERASING and action == _DELETE))


def _pragma_is_harmless(name: str | None, argument: str | None) -> bool:
    lowered = (name or "").lower()
    return lowered in _DESCRIPTIONS or (lowered in _QUESTIONS and argument is None)


def _function_is_dangerous(name: str | None) -> bool:
    lowered = (name or "").lower()
    return lowered in _FORBIDDEN_FUNCTIONS or lowered.startswith("sqlcipher_")

"""The one moment in which values of the journal may go: while a case is erased, and nothing else happens."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from iq_desktop.storage.guard import Access, guard_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


@contextmanager
def erasing_allowed(connection: Connection) -> Iterator[None]:
    """Let the values of entries be deleted on a writing connection until the end, and never changed."""
    driver: Any = connection.connection.driver_connection
    driver.set_authorizer(guard_for(Access.ERASING))
    try:
        yield
    finally:
        driver.set_authorizer(guard_for(Access.WRITING))

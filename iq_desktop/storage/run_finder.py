"""Finds the talk to which an answer sheet belongs, among the cases that somebody may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from iq_desktop.storage.seen_rows import is_seen
from iq_desktop.storage.talk_tables import talk_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.role import Sight
    from iq_desktop.storage.engine import Database


class VaultRuns:
    """The port `RunFinder` on cases.db."""

    def __init__(self, database: Database, sight: Sight) -> None:
        self._database = database
        self._sight = sight

    def find_run(self, is_meant: Callable[[str], bool]) -> tuple[str, str] | None:
        """Return case and run of the first run whose identity is meant, among the cases that may be seen, or None."""
        runs = select(talk_run.c.case_id, talk_run.c.id).where(is_seen(self._sight, talk_run.c.case_id))
        with self._database.reading() as connection:
            return next(((case, run) for case, run in connection.execute(runs) if is_meant(run)), None)

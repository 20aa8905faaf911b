"""Erasing cases without rest: rows, search words, values in the journal, links, and what pages still held."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.domain.erasure import Erasure
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen


def replay_erasures(database: Database, pen: JournalPen, erasures: Iterable[Erasure]) -> int:
    """Erase again what an older backup brought back and return how many cases that were; all or nothing.

    The erasings stand in the vault afterwards, whether a case of them was there or not.
    """
    raise NotImplementedError(database, pen, erasures)

"""What the list shows, as a table for other programs; the journal notes that it left the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.rights import UNCOUNTED
from iq_desktop.usecases.case_columns import Teller, find_columns
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue

_WINDOW: Final = 500
_UNCOUNTED: Final = frozenset(stop.code for stop in UNCOUNTED)


def export_cases(
    desk: Desk,
    query: CaseQuery,
    columns: Sequence[str],
    path: Path,
    tongue: Tongue,
    progress: Progress,
    *,
    chosen: Sequence[str] = (),
) -> int:
    """Write the rows of the list as a table and return how many there are; or the chosen cases, whatever it shows now.

    The rows stream window by window, however many there are. It is noted in the journal before anything leaves the
    vault. Raises IqError where the disk refuses, Cancelled; then there is no file.
    """
    asked = CaseQuery(sort=query.sort, is_descending=query.is_descending) if chosen else query
    mine = asked.for_adviser(desk.adviser.id)
    shown = find_columns(tuple(columns))
    count = len(chosen) or desk.lists.count(mine)
    names = " ".join(column.name for column in shown)
    desk.cases.note_in_journal("exported", "", f"{count} {names}")
    teller = Teller(tongue, {adviser.id: adviser.name for adviser in desk.centres.advisers()})
    rows = _rows(desk, mine, frozenset(chosen), count, progress)
    heads = [tongue.speak(column.title) for column in shown]
    return desk.tables.write(path, heads, ([column.words(row, teller) for column in shown] for row in rows))


def _rows(desk: Desk, query: CaseQuery, chosen: frozenset[str], count: int, progress: Progress) -> Iterator[CaseRow]:
    """Yield the rows of the list in its order, only the chosen ones where there are any.

    Who does not want to be counted, or whose case is only kept, stands in no table.
    """
    done = 0
    window = desk.lists.window(query, limit=_WINDOW)
    while window:
        kept = [row for row in window if not chosen or row.id in chosen]
        progress.step(done, count, say("Writing the table"))
        done += len(kept)
        yield from (row for row in kept if not _UNCOUNTED & set(row.stops))
        is_complete = bool(chosen) and done == len(chosen)
        window = () if is_complete else desk.lists.window(query, limit=_WINDOW, after=window[-1])

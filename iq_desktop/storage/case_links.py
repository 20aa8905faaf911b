"""Cases that may be about the same person: found by keys, compared one by one, linked or told apart, never merged."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, column, delete, not_, or_, select, table
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.case_row import Match
from iq_desktop.domain.client import Client
from iq_desktop.domain.duplicate import CaseLink, Duplicate, LinkKind, compare
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage import case_traits, list_window
from iq_desktop.storage.case_line import UNKNOWN
from iq_desktop.storage.case_tables import case_file, client, situation
from iq_desktop.storage.codec import codec_of, moment_words
from iq_desktop.storage.list_tables import case_line, case_link
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.seen_rows import Doorkeeper, check_seen, of_seen
from iq_desktop.usecases.problems import NoSuchCase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Row

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.domain.duplicate import Certainty, Traits
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.wording.text import Text

_MOST_NEAR: Final = 150
_MOST_FAR: Final = 80
"""Cases that are compared of those with nearly the same birth, and of each kind of the others; the newest ones."""
_CLIENT: Final = codec_of(Client)
_KINDS: Final = {kind.value: kind for kind in LinkKind}
_search: Final = table("case_search", column("rowid"), column("case_search"))
_of_age: Final = select(case_line.c.line).where(
    or_(
        case_line.c.birth_order.between(bindparam("first"), bindparam("last")),
        case_line.c.birth_order == bindparam("unknown"),
    )
)
_hit: Final = select(_search.c.rowid).where(_search.c.case_search.op("MATCH")(bindparam("query")))
_newest: Final = _search.c.rowid.desc()
_ALIKE: Final = prepare(_hit.order_by(_newest).limit(bindparam("most")))
_ALIKE_OF_AGE: Final = prepare(
    _hit.where(_search.c.rowid.op("+")(0).in_(_of_age)).order_by(_newest).limit(bindparam("most"))
)
"""Lines that share words and can be of the same age, which one index tells: no row is read for that."""


class VaultLinks:
    """The port `CaseLinks` on cases.db; usable from every thread.

    Of what `sight` hides it only tells that there is something (`is_known_elsewhere`).
    """

    def __init__(self, database: Database, pen: JournalPen, sight: Sight = WHOLE) -> None:
        self._database = database
        self._pen = pen
        self._sight = sight
        self._door = Doorkeeper(database, pen, sight)

    def find_duplicates(self, case: CaseFile, *, limit: int) -> Sequence[Duplicate]:
        """Return cases that may be about the same person as a case, surest first; never what was decided already."""
        with self._database.reading() as connection:
            alike = self._find_alike(connection, case, of_seen(self._sight))[:limit]
            rows = self._rows(connection, (case_id for case_id, _, _ in alike))
        return tuple(Duplicate(rows[case_id], sure, reasons) for case_id, sure, reasons in alike if case_id in rows)

    def is_known_elsewhere(self, case: CaseFile) -> bool:
        """Return whether a case that is hidden may be about the same person; nothing else is told of it."""
        if self._sight.is_whole:
            return False
        hidden = tuple(not_(one) for one in of_seen(self._sight))
        with self._database.reading() as connection:
            return bool(self._find_alike(connection, case, hidden))

    def links_of(self, case_id: str) -> Sequence[CaseLink]:
        """Return what was decided about a case and others, newest first."""
        chosen = select(case_link).where(or_(case_link.c.case_id == case_id, case_link.c.other_id == case_id))
        with self._door.watching(case_id), self._database.reading() as connection:
            check_seen(connection, self._sight, case_id)
            found = connection.execute(chosen.order_by(case_link.c.linked_at.desc())).all()
            others = {_other(row, case_id): row for row in found}
            rows = self._rows(connection, others)
        return tuple(_link_of(row, case_id, rows[other]) for other, row in others.items() if other in rows)

    def link(self, case_id: str, other_id: str, kind: LinkKind) -> CaseLink:
        """Note that two cases are about the same person, or about two; what was noted before is replaced.

        Raises NoSuchCase.
        """
        now = self._pen.clock.now()
        first, second = sorted((case_id, other_id))
        cells = {"kind": kind.value, "adviser_id": self._pen.actor, "linked_at": moment_words(now)}
        with self._door.watching(case_id, other_id), self._database.writing() as connection:
            check_seen(connection, self._sight, case_id, other_id)
            there = set(connection.execute(select(case_file.c.id).where(case_file.c.id.in_((first, second)))).scalars())
            if there != {case_id, other_id} or case_id == other_id:
                raise NoSuchCase
            added = upsert(case_link).values(case_id=first, other_id=second, **cells)
            connection.execute(added.on_conflict_do_update(index_elements=["case_id", "other_id"], set_=cells))
            self._note(connection, "cases_linked", (case_id, other_id), kind.value)
            row = self._rows(connection, (other_id,))[other_id]
        return CaseLink(case_id, row, kind, self._pen.actor, now)

    def unlink(self, case_id: str, other_id: str) -> None:
        """Take back what was noted about two cases."""
        first, second = sorted((case_id, other_id))
        gone = delete(case_link).where(case_link.c.case_id == first, case_link.c.other_id == second)
        with self._door.watching(case_id, other_id), self._database.writing() as connection:
            check_seen(connection, self._sight, case_id, other_id)
            kind = connection.execute(gone.returning(case_link.c.kind)).scalar_one_or_none()
            if kind is not None:
                self._note(connection, "cases_unlinked", (case_id, other_id), kind)

    def _note(self, connection: Connection, what: str, pair: tuple[str, str], kind: str) -> None:
        """Write into the journal of both cases."""
        for mine, other in (pair, pair[::-1]):
            self._pen.note(connection, what, mine, {"other": other, "kind": kind})

    def _find_alike(
        self, connection: Connection, case: CaseFile, limits: tuple[ColumnElement[bool], ...]
    ) -> list[tuple[str, Certainty, tuple[Text, ...]]]:
        """Return what may be about the same person among the lines that fulfil some limits, surest first."""
        mine = case_traits.traits_of(case.client, case.situation.customer_number)
        known = {case.id, *_linked(connection, case.id)}
        found = _compare_all(connection, mine, tuple(_alike(connection, mine)), limits)
        return [one for one in found if one[0] not in known]

    def _rows(self, connection: Connection, case_ids: Iterable[str]) -> dict[str, CaseRow]:
        chosen = select(case_line.c.line).where(case_line.c.case_id.in_(tuple(case_ids)), *of_seen(self._sight))
        lines = dict.fromkeys(connection.execute(chosen).scalars(), Match.LISTED)
        return {row.id: row for row in list_window.rows_of_lines(connection, lines, self._pen.clock.today())}


def _alike(connection: Connection, mine: Traits) -> Iterable[int]:
    """Return the lines that share words of a name and may be of the same age, or share a contact or a whole date."""
    found: dict[int, None] = {}
    for query in case_traits.other_queries(mine):
        found.update((row[0], None) for row in _ALIKE.rows(connection, query=query, most=_MOST_FAR))
    names = case_traits.name_queries(mine)
    if not names:
        return found
    near = case_traits.births_around(mine.birth, years=0)
    far = case_traits.births_around(mine.birth, years=3)
    if near is None or far is None:
        for query in (names[0], names[-1]):
            found.update((row[0], None) for row in _ALIKE.rows(connection, query=query, most=_MOST_NEAR))
        return found
    asked = (
        (names[-1], near, "", _MOST_NEAR),
        (names[0], far, UNKNOWN, _MOST_FAR),
        (names[-1], far, UNKNOWN, _MOST_FAR),
    )
    for query, (first, last), unknown, most in asked:
        rows = _ALIKE_OF_AGE.rows(connection, query=query, first=first, last=last, unknown=unknown, most=most)
        found.update((row[0], None) for row in rows)
    return found


def _compare_all(
    connection: Connection, mine: Traits, lines: Sequence[int], limits: tuple[ColumnElement[bool], ...]
) -> list[tuple[str, Certainty, tuple[Text, ...]]]:
    """Return the cases that may be the same person, surest first."""
    columns = (*(client.c[name] for name in _CLIENT.columns), situation.c.customer_number, client.c.case_id)
    joined = case_line.join(client, client.c.case_id == case_line.c.case_id)
    joined = joined.join(situation, situation.c.case_id == case_line.c.case_id)
    chosen = select(*columns).select_from(joined).where(case_line.c.line.in_(lines), *limits)
    found = []
    for row in connection.execute(chosen):
        *cells, customer_number, case_id = row
        likeness = compare(mine, case_traits.traits_of(_CLIENT.from_row(cells), customer_number))
        if likeness is not None:
            found.append((likeness, case_id))
    found.sort(key=lambda pair: (-pair[0].points, pair[1]))
    return [(case_id, likeness.certainty, likeness.reasons) for likeness, case_id in found]


def _linked(connection: Connection, case_id: str) -> Iterable[str]:
    either = or_(case_link.c.case_id == case_id, case_link.c.other_id == case_id)
    return [_other(row, case_id) for row in connection.execute(select(case_link).where(either))]


def _other(row: Row[Any], case_id: str) -> str:
    other: str = row.other_id if row.case_id == case_id else row.case_id
    return other


def _link_of(row: Row[Any], case_id: str, other: CaseRow) -> CaseLink:
    moment = dt.datetime.fromisoformat(row.linked_at)
    return CaseLink(case_id, other, _KINDS[row.kind], row.adviser_id, moment)

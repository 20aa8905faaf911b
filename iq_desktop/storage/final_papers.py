"""Final papers in the vault: one transaction gives number and code, draws the pages, keeps their bytes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.documents.blocks import FinalMark
from iq_desktop.domain.document_record import Delivery, FinalPaper, paper_number
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.final_tables import delivery as delivered
from iq_desktop.storage.final_tables import final_content, final_paper, paper_count
from iq_desktop.storage.journal_book import code_of
from iq_desktop.storage.seen_rows import Doorkeeper, check_seen
from iq_desktop.usecases.final_ports import DamagedPaper, NoSuchPaper
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.usecases.rights_checks import check_act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from iq_desktop.domain.rights import Act
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_PAPER, _DELIVERY = codec_of(FinalPaper), codec_of(Delivery)
MADE_FINAL: Final = "paper_final"
WENT: Final = "paper_went"
TAKEN_BACK: Final = "paper_way_taken_back"
"""Kinds of the journal's entries."""


class VaultFinals:
    """The port `FinalPapers` on cases.db; usable from every thread."""

    def __init__(self, database: Database, pen: JournalPen, sight: Sight = WHOLE) -> None:
        self._database = database
        self._pen = pen
        self._sight = sight
        self._door = Doorkeeper(database, pen, sight)

    def papers_of(self, case_id: str) -> Sequence[FinalPaper]:
        """Return the final papers of a case, newest first."""
        with self._door.watching(case_id), self._database.reading() as connection:
            check_seen(connection, self._sight, case_id)
            found = _papers(connection, final_paper.c.case_id == case_id)
        return tuple(paper for _case, paper in sorted(found, key=lambda one: _age(one[1]), reverse=True))

    def deliveries_of(self, case_id: str) -> Sequence[Delivery]:
        """Return what happened to the final papers of a case, oldest first."""
        chosen = select(*(delivered.c[name] for name in _DELIVERY.columns)).where(delivered.c.case_id == case_id)
        with self._door.watching(case_id), self._database.reading() as connection:
            check_seen(connection, self._sight, case_id)
            found = [_DELIVERY.from_row(row) for row in connection.execute(chosen.order_by(delivered.c.day))]
        return tuple(found)

    def content(self, case_id: str, paper_id: str) -> bytes:
        """Return the bytes as they were made, proved by their digest; raises NoSuchPaper, DamagedPaper."""
        chosen = select(final_content.c.content, final_content.c.digest)
        with self._door.watching(case_id), self._database.reading() as connection:
            check_seen(connection, self._sight, case_id)
            row = connection.execute(chosen.where(_is(final_content, case_id, paper_id, "paper_id"))).first()
        if row is None:
            raise NoSuchPaper
        content: bytes = row.content
        if _digest(content) != row.digest:
            raise DamagedPaper
        return content

    def make_final(self, case_id: str, wanted: FinalPaper, act: Act, draw: Callable[[FinalMark], bytes]) -> FinalPaper:
        """Keep a paper for good; one transaction from the number to the bytes, or nothing."""
        with self._door.watching(case_id), self._database.writing() as connection:
            check_seen(connection, self._sight, case_id)
            case = find_case(connection, case_id)
            if case is None:
                raise NoSuchCase
            check_act(case, act)
            today = self._pen.clock.today()
            number = paper_number(today.year, _next_place(connection, today.year))
            told = {"document": wanted.kind, "number": number, "language": wanted.language}
            code = code_of(self._pen.note(connection, MADE_FINAL, case_id, told)).printed
            made = replace(
                clean_value(wanted), number=number, made_on=today, adviser_id=self._pen.actor, code=code, replaced_by=""
            )
            content = draw(FinalMark(number, today, code))
            _mark_replaced(connection, case_id, made)
            _add(connection, case_id, made, content)
        return made

    def add_delivery(self, case_id: str, delivery: Delivery) -> None:
        """Keep what happened to a final paper; raises NoSuchPaper."""
        new = clean_value(replace(delivery, adviser_id=self._pen.actor))
        with self._door.watching(case_id), self._database.writing() as connection:
            check_seen(connection, self._sight, case_id)
            found = _papers(connection, _is(final_paper, case_id, delivery.paper_id))
            if not found:
                raise NoSuchPaper
            cells = dict(zip(_DELIVERY.columns, _DELIVERY.to_row(new), strict=True))
            connection.execute(insert(delivered).values(case_id=case_id, **cells))
            told = {"number": found[0][1].number, "way": new.way.value, "recipient": new.recipient}
            self._pen.note(connection, WENT, case_id, told)

    def remove_delivery(self, case_id: str, delivery_id: str) -> None:
        """Take back what was noted by mistake; nothing happens where it is not there."""
        with self._door.watching(case_id), self._database.writing() as connection:
            check_seen(connection, self._sight, case_id)
            gone = delete(delivered).where(_is(delivered, case_id, delivery_id)).returning(delivered.c.way)
            way = connection.execute(gone).scalar_one_or_none()
            if way is not None:
                self._pen.note(connection, TAKEN_BACK, case_id, {"way": way})

    def find_numbered(self, number: str) -> tuple[str, FinalPaper] | None:
        """Return case and paper of a number, or None where there is none; raises NotYourCase."""
        return self._find(final_paper.c.number == number)

    def find_coded(self, code: str) -> tuple[str, FinalPaper] | None:
        """Return case and paper of a check code, or None where it is on no final paper; raises NotYourCase."""
        return self._find(final_paper.c.code == code)

    def _find(self, condition: ColumnElement[bool]) -> tuple[str, FinalPaper] | None:
        with self._database.reading() as connection:
            found = _papers(connection, condition)
        if not found:
            return None
        with self._door.watching(found[0][0]), self._database.reading() as connection:
            check_seen(connection, self._sight, found[0][0])
        return found[0]


def _papers(connection: Connection, condition: ColumnElement[bool]) -> list[tuple[str, FinalPaper]]:
    columns = (final_paper.c[name] for name in _PAPER.columns)
    rows = connection.execute(select(final_paper.c.case_id, *columns).where(condition))
    return [(case_id, _PAPER.from_row(cells)) for case_id, *cells in rows]


def _is(table: Table, case_id: str, row_id: str, key: str = "id") -> ColumnElement[bool]:
    return and_(table.c.case_id == case_id, table.c[key] == row_id)


def _age(paper: FinalPaper) -> tuple[int, int]:
    """Return year and place of a paper's number; numbers of five digits follow those of four."""
    _letter, year, place = paper.number.split("-")
    return int(year), int(place)


def _next_place(connection: Connection, year: int) -> int:
    """Return the next place of a year; it is given for good only when the transaction is."""
    first = upsert(paper_count).values(year=year, last=1)
    counted = first.on_conflict_do_update(index_elements=["year"], set_={"last": paper_count.c.last + 1})
    place: int = connection.execute(counted.returning(paper_count.c.last)).scalar_one()
    return place


def _mark_replaced(connection: Connection, case_id: str, made: FinalPaper) -> None:
    same = and_(
        final_paper.c.case_id == case_id,
        final_paper.c.kind == made.kind,
        final_paper.c.subject == made.subject,
        final_paper.c.replaced_by == "",
    )
    connection.execute(update(final_paper).where(same).values(replaced_by=made.number))


def _add(connection: Connection, case_id: str, made: FinalPaper, content: bytes) -> None:
    cells: dict[str, Any] = dict(zip(_PAPER.columns, _PAPER.to_row(made), strict=True))
    connection.execute(insert(final_paper).values(case_id=case_id, **cells))
    kept = {"paper_id": made.id, "digest": _digest(content), "content": content}
    connection.execute(insert(final_content).values(case_id=case_id, **kept))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

"""Case files in the vault: one save is one transaction with rows, search words and journal."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.niq_codes import NO_CODES, NiqCodes
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage import list_window, search
from iq_desktop.storage.case_line import CaseLine, line_of
from iq_desktop.storage.case_line_rows import add_line, change_line, find_line
from iq_desktop.storage.case_rows import add_case, change_case, find_case, find_state
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.deadline_rows import NO_LAW, change_deadlines, set_deadlines
from iq_desktop.storage.favourites import count_favourites
from iq_desktop.storage.list_tables import case_number
from iq_desktop.storage.many_cases import find_cases
from iq_desktop.storage.reminders import list_reminders
from iq_desktop.storage.seen_rows import Doorkeeper, check_seen
from iq_desktop.usecases.permissions import check_save
from iq_desktop.usecases.problems import NoSuchCase, RivalSave
from iq_desktop.usecases.rights_checks import check_change
from iq_desktop.wording.cleaning import clean_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import CaseRow, Reminder
    from iq_desktop.domain.procedure_law import ProcedureLaw
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_MOST_KEPT: Final = 16


class VaultCases:
    """The port `CaseStore` on cases.db; usable from every thread.

    It remembers the cases saved or read last, so that a save need not read what it compares with; the stored revision
    decides whether that memory still holds. What `sight` hides is neither told nor counted; who asks for it by its
    identity gets NotYourCase. `law` is what the deadlines of procedures rest on, `codes` are those of NIQ.
    """

    def __init__(
        self,
        database: Database,
        pen: JournalPen,
        sight: Sight = WHOLE,
        law: ProcedureLaw = NO_LAW,
        codes: NiqCodes = NO_CODES,
    ) -> None:
        self._database = database
        self._pen = pen
        self._sight = sight
        self._law = law
        self._codes = codes
        self._door = Doorkeeper(database, pen, sight)
        self._kept: OrderedDict[str, tuple[CaseFile, CaseLine]] = OrderedDict()
        self._keeping = threading.Lock()

    def save(self, case: CaseFile) -> CaseFile:
        """Save a case whole and return it with its number and new revision; an unchanged one stays as it is.

        Raises RivalSave where the stored revision is not the one of `case`, NoSuchCase where it was erased.
        """
        with self._door.watching(case.id), self._database.writing() as connection:
            saved, line = self._save(connection, case)
        self._keep(saved, line)
        return saved

    def get(self, case_id: str) -> CaseFile:
        """Return a case and note in the journal that it was read, and that it is restricted; raises NoSuchCase."""
        with self._door.watching(case_id), self._database.writing() as connection:
            check_seen(connection, self._sight, case_id)
            case = find_case(connection, case_id)
            if case is None:
                raise NoSuchCase
            mark = {"restricted": True} if case.keeping.is_restricted else {}
            self._pen.note(connection, "case_read", case_id, mark)
            line = find_line(connection, case_id)
        self._keep(case, line)
        return case

    def hand_out(self, case_ids: Sequence[str], kind: str, words: str, parts: frozenset[str]) -> Sequence[CaseFile]:
        """Return cases that leave the vault, and note in the journal of each that it does; raises NotYourCase."""
        said = {"words": clean_words(words)}
        with self._door.watching(*case_ids), self._database.writing() as connection:
            check_seen(connection, self._sight, *case_ids)
            found = find_cases(connection, case_ids, parts)
            for case in found:
                self._pen.note(connection, kind, case.id, said)
        return found

    def find(self, words: str, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        """Return cases by name in any spelling, by number, place, occupation, birth or telephone, best first."""
        with self._database.reading() as connection:
            wanted = clean_words(words)
            if wanted:
                return search.find_cases(connection, wanted, limit, after, self._sight)
            if self._sight.is_whole:
                return search.list_newest(connection, limit, after)
            asked, today = list_window.seen_by(self._sight, CaseQuery()), self._pen.clock.today()
            return list_window.read_window(connection, asked, today, limit=limit, after=after.id if after else "")

    def count(self) -> int:
        """Return the number of cases."""
        asked = list_window.seen_by(self._sight, CaseQuery())
        with self._database.reading() as connection:
            counted: int = connection.execute(list_window.choose_count(asked, self._pen.clock.today())).scalar_one()
            return counted

    def reminders(self, today: dt.date, *, limit: int, adviser_id: str = "") -> Sequence[Reminder]:
        """Return what waits, most urgent first; with an adviser only in their cases."""
        with self._database.reading() as connection:
            return list_reminders(connection, today, limit, adviser_id, self._sight)

    def change_many(
        self, case_ids: Sequence[str], change: Callable[[CaseFile], CaseFile]
    ) -> Sequence[tuple[CaseFile, CaseFile]]:
        """Change some cases in one transaction and return those that differ, before and after; all change or none.

        A case that is gone is left out.
        """
        done: list[tuple[CaseFile, CaseFile, CaseLine]] = []
        with self._door.watching(*case_ids), self._database.writing() as connection:
            for case_id in case_ids:
                before = find_case(connection, case_id)
                if before is not None:
                    after, line = self._save(connection, change(before))
                    done += [(before, after, line)] if after != before else []
        for _, after, line in done:
            self._keep(after, line)
        return tuple((before, after) for before, after, _ in done)

    def add_many(self, cases: Sequence[CaseFile], also: Callable[[Connection], None]) -> None:
        """Save new cases in one transaction, together with what `also` writes; all or nothing."""
        with self._door.watching(*(case.id for case in cases)), self._database.writing() as connection:
            for case in cases:
                self._save(connection, case)
            also(connection)

    def favourites(self, *, most: int = 6) -> Mapping[str, tuple[str, ...]]:
        """Return for each field that offers a long list the codes that are used most, most used first."""
        with self._database.reading() as connection:
            return count_favourites(connection, most, self._sight)

    def forget(self, case_ids: Sequence[str]) -> None:
        """Forget cases that were erased."""
        with self._keeping:
            for case_id in case_ids:
                self._kept.pop(case_id, None)

    def note_in_journal(self, kind: str, case_id: str, words: str) -> None:
        """Write one line into the journal: what was printed, saved as a file or exported."""
        with self._door.watching(case_id), self._database.writing() as connection:
            check_seen(connection, self._sight, case_id)
            self._pen.note(connection, kind, case_id or None, {"words": clean_words(words)} if words else {})

    def _save(self, connection: Connection, case: CaseFile) -> tuple[CaseFile, CaseLine]:
        state = find_state(connection, case.id)
        if state is None and case.revision > 0:
            raise NoSuchCase
        if state is None:
            check_save(self._sight, None, case)
            return self._add(connection, case)
        revision, number = state
        if revision != case.revision:
            raise RivalSave
        before, old_line = self._stored(connection, case.id, revision)
        check_save(self._sight, before, case)
        case = clean_value(case, before)
        if replace(case, number=number) == before:
            return before, old_line
        check_change(before, case)
        after = replace(case, number=number, revision=revision + 1)
        changes = change_case(connection, before, after)
        line = self._line(after)
        change_line(connection, old_line, line)
        if old_line.made_with == line.made_with:
            change_deadlines(connection, before, after, self._law)
        else:
            set_deadlines(connection, after, self._law)
        self._pen.note(connection, "case_saved", case.id, changes)
        return after, line

    def _add(self, connection: Connection, case: CaseFile) -> tuple[CaseFile, CaseLine]:
        added = replace(clean_value(case), number=_next_number(connection, case.opened_on.year), revision=1)
        changes = add_case(connection, added)
        line = self._line(added)
        add_line(connection, line)
        set_deadlines(connection, added, self._law)
        self._pen.note(connection, "case_saved", added.id, changes)
        return added, line

    def _line(self, case: CaseFile) -> CaseLine:
        return line_of(case, self._pen.clock.now(), self._pen.clock.today(), self._codes)

    def _stored(self, connection: Connection, case_id: str, revision: int) -> tuple[CaseFile, CaseLine]:
        with self._keeping:
            kept = self._kept.get(case_id)
        if kept is not None and kept[0].revision == revision:
            return kept
        stored = find_case(connection, case_id)
        if stored is None:
            raise NoSuchCase
        return stored, find_line(connection, case_id)

    def _keep(self, case: CaseFile, line: CaseLine) -> None:
        with self._keeping:
            self._kept[case.id] = case, line
            self._kept.move_to_end(case.id)
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)


def _next_number(connection: Connection, year: int) -> str:
    """Return the next case number of a year; it is given for good only when the transaction is."""
    first = upsert(case_number).values(year=year, last=1)
    counted = first.on_conflict_do_update(index_elements=["year"], set_={"last": case_number.c.last + 1})
    last = connection.execute(counted.returning(case_number.c.last)).scalar_one()
    return f"{year}-{last:04}"

"""The rights of a person in an open vault: what is kept about them, the copy, the erasing, the terms, the figures."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.erasure import Erasure
from iq_desktop.domain.privacy_terms import PrivacyTerms
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage.backup_making import first_place
from iq_desktop.storage.backup_places import list_damaged, spread_erasures
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.column_registry import STORES, column_rules
from iq_desktop.storage.drafts import remove_drafts_about
from iq_desktop.storage.engine import read_engine_facts
from iq_desktop.storage.erasure import erase_in, list_erasures, replay_erasures, sweep
from iq_desktop.storage.erasure_log import DamagedErasureLogError, erasure_key, read_erasures, write_erasures
from iq_desktop.storage.figure_rows import add_batch, read_figures, take_closed_cases
from iq_desktop.storage.journal import count_entries
from iq_desktop.storage.mentions import find_mentions
from iq_desktop.storage.person_rows import count_due_reviews, find_review, list_due_reviews, read_rows_about
from iq_desktop.storage.quarantine import list_set_aside
from iq_desktop.storage.rights_tables import privacy_terms
from iq_desktop.storage.seen_rows import Doorkeeper, check_seen
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.usecases.progress import Cancelled
from iq_desktop.usecases.rights_ports import Protection
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from iq_desktop.domain.column_rules import ColumnRule, StoreRule, TableRows
    from iq_desktop.domain.erasure import EraseReason, Mention
    from iq_desktop.domain.figures import FigureCount
    from iq_desktop.domain.keeping import DueReview
    from iq_desktop.storage.case_store import VaultCases
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.progress import Progress

_TERMS: Final = codec_of(PrivacyTerms)
_STEPS: Final = 3
TERMS_SAVED: Final = "privacy_terms_saved"
FIGURES_COUNTED: Final = "figures_counted"
"""Kinds of the journal's entries."""


class VaultRights:
    """The port `RightsOffice` on an open vault; `cases` is the store whose memory forgets what is erased."""

    def __init__(self, vault: Vault, pen: JournalPen, cases: VaultCases, sight: Sight = WHOLE) -> None:
        self._vault, self._pen = vault, pen
        self._cases, self._sight = cases, sight
        self._database = vault.cases
        self._door = Doorkeeper(vault.cases, pen, sight)

    def column_rules(self) -> Sequence[ColumnRule]:
        """Return the rules of every column of every table."""
        return column_rules()

    def store_rules(self) -> Sequence[StoreRule]:
        """Return the rules of every other place where something about a person can lie."""
        return STORES

    def rows_about(self, case_ids: Sequence[str]) -> Sequence[TableRows]:
        """Return every row about some cases that the rules give to the person; raises NoSuchCase, NotYourCase."""
        with self._door.watching(*case_ids), self._database.reading() as connection:
            check_seen(connection, self._sight, *case_ids)
            rows = tuple(read_rows_about(connection, case_ids))
        if not rows or len(rows[0].rows) != len(set(case_ids)):
            raise NoSuchCase
        return rows

    def erase(
        self, case_ids: Sequence[str], reason: EraseReason, progress: Progress, *, keep_figures: bool = False
    ) -> Erasure:
        """Erase cases without rest, all or nothing, and return the protocol; figures of them may be kept."""
        wanted = Erasure(tuple(dict.fromkeys(case_ids)), self._pen.clock.now(), reason, self._pen.actor)
        progress.step(0, _STEPS, say("Erasing rows, search words and values in the journal"))
        with self._door.watching(*wanted.case_ids), self._database.writing() as connection:
            check_seen(connection, self._sight, *wanted.case_ids)
            names = _names_in(connection, wanted.case_ids)
            if keep_figures:
                taken = add_batch(connection, wanted.case_ids, self._terms_in(connection).least_people)
                wanted = replace(wanted, is_anonymised=bool(taken))
            done = erase_in(connection, self._pen, wanted)
        self._cases.forget(done.case_ids)
        with suppress(Cancelled):  # too late: it is done, and what follows belongs to it
            progress.step(1, _STEPS, say("Erasing drafts"))
        remove_drafts_about(self._vault, done.case_ids, names)
        with suppress(Cancelled):
            progress.step(2, _STEPS, say("Emptying the log of the last saves"))
        sweep(self._database)
        self._write_log()
        return done

    def erasures(self) -> Sequence[Erasure]:
        """Return every erasing, newest first."""
        with self._database.reading() as connection:
            return list_erasures(connection)[::-1]

    def left_behind(self) -> Sequence[StoreRule]:
        """Return the places in which something of erased persons may still lie and which only a person can empty."""
        folder = self._vault.folder
        has_set_aside = bool(list_set_aside(folder) or list_damaged(first_place(folder)))
        return tuple(one for one in STORES if one.is_left and (one.name != "set_aside" or has_set_aside))

    def mentions_of(self, case_ids: Sequence[str], *, limit: int) -> Sequence[Mention]:
        """Return other cases in which the person of some cases seems to be named; raises NotYourCase."""
        with self._door.watching(*case_ids), self._database.reading() as connection:
            check_seen(connection, self._sight, *case_ids)
            return find_mentions(connection, case_ids, self._sight, limit)

    def due_reviews(self, today: dt.date, *, limit: int) -> Sequence[DueReview]:
        """Return the cases whose keeping is to be looked at, the longest overdue first."""
        with self._database.reading() as connection:
            return list_due_reviews(connection, self._terms_in(connection), today, self._sight, limit)

    def count_due_reviews(self, today: dt.date) -> int:
        """Return how many cases are to be looked at."""
        with self._database.reading() as connection:
            return count_due_reviews(connection, self._terms_in(connection), today, self._sight)

    def review_day_of(self, case_id: str) -> dt.date:
        """Return the day on which the keeping of a case is looked at; raises NoSuchCase."""
        with self._database.reading() as connection:
            check_seen(connection, self._sight, case_id)
            found = find_review(connection, self._terms_in(connection), case_id)
        if found is None:
            raise NoSuchCase
        return found.review_on

    def terms(self) -> PrivacyTerms:
        """Return what the centre has laid down, or the proposals."""
        with self._database.reading() as connection:
            return self._terms_in(connection)

    def save_terms(self, terms: PrivacyTerms) -> None:
        """Keep what the centre has laid down."""
        new = clean_value(terms)
        cells = dict(zip(_TERMS.columns, _TERMS.to_row(new), strict=True))
        with self._database.writing() as connection:
            changes = _TERMS.differences(self._terms_in(connection), new)
            if changes:
                added = upsert(privacy_terms).values(id=1, **cells)
                connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=cells))
                self._pen.note(connection, TERMS_SAVED, None, changes)

    def figures(self) -> Sequence[FigureCount]:
        """Return the anonymous figures that are kept."""
        with self._database.reading() as connection:
            return read_figures(connection)

    def count_into_figures(self, progress: Progress) -> Sequence[str]:
        """Take closed cases that stand in no figure yet into the figures, as one batch; return which were taken."""
        progress.step(0, 1, say("Counting closed cases"))
        with self._database.writing() as connection:
            least = self._terms_in(connection).least_people
            taken = take_closed_cases(connection, self._pen, least)
            if taken:
                self._pen.note(connection, FIGURES_COUNTED, None, {"cases": len(taken)})
        self._cases.forget(taken)
        return taken

    def protection(self) -> Protection:
        """Return what can be measured of the protection."""
        engine, header = read_engine_facts(), self._vault.header
        weakest = min((slot.cost for slot in header.slots), key=lambda cost: (cost.memory, cost.passes))
        with self._database.reading() as connection:
            entries = count_entries(connection)
        return Protection(
            sqlcipher=".".join(map(str, engine.sqlcipher)),
            sqlite=".".join(map(str, engine.sqlite)),
            guessing_mib=weakest.memory,
            guessing_passes=weakest.passes,
            advisers=len(header.advisers),
            journal_entries=entries,
        )

    def _terms_in(self, connection: Connection) -> PrivacyTerms:
        columns = (privacy_terms.c[name] for name in _TERMS.columns)
        row = connection.execute(select(*columns)).first()
        return _TERMS.from_row(row) if row else PrivacyTerms()

    def _write_log(self) -> None:
        """Write the log beside the vault and beside its backups; a disk that refuses is asked again later."""
        folder, key = self._vault.folder, erasure_key(self._vault)
        with suppress(OSError):
            write_erasures(folder, key, self.erasures())
        spread_erasures(folder, first_place(folder), key)


def settle_erasures(vault: Vault, pen: JournalPen) -> int:
    """Bring vault and log of erasings together at every opening; return how many cases were erased again.

    What the log knows and the vault does not came back with an older state; a log that cannot be read is left alone.
    A draft that belongs to an erased case goes: a crash may have come before it could go with the case.
    """
    key = erasure_key(vault)
    try:
        logged = read_erasures(vault.folder, key)
    except (OSError, DamagedErasureLogError):
        logged = ()
    with vault.cases.reading() as connection:
        known = list_erasures(connection)
    ids = {one.id for one in known}
    missing = [one for one in logged if one.id not in ids]
    again = replay_erasures(vault.cases, pen, missing) if missing else 0
    if known or missing:
        remove_drafts_about(vault, {case_id for one in (*known, *missing) for case_id in one.case_ids}, ())
    if len(logged) < len(known) + len(missing):
        with suppress(OSError, IqError):
            write_erasures(vault.folder, key, known)
    return again


def _names_in(connection: Connection, case_ids: Sequence[str]) -> tuple[str, ...]:
    """Return the words by which somebody may have looked for the persons of some cases."""
    found = [find_case(connection, case_id) for case_id in case_ids]
    clients = [case.client for case in found if case is not None]
    names = (
        (one.family_name, one.given_names, one.family_name_own_script, one.given_names_own_script) for one in clients
    )
    return tuple(word for name in names for words in name for word in words.split())

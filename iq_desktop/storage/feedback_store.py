"""Anonymous answers in the vault: counters and words that hang on no case and on no day.

The journal does not tell when somebody answered: with the hours of the talks beside it, it would tell who.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.identity import new_id
from iq_desktop.storage.talk_tables import feedback_count, feedback_words
from iq_desktop.usecases.instrument_ports import Feedback, FeedbackCount
from iq_desktop.wording.cleaning import clean_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from iq_desktop.storage.engine import Database

FEWEST: Final = 5
"""People below which nothing is shown, and by how many at least what is shown grows."""
_PEOPLE: Final = ""
"""The question whose counter counts the people."""


class VaultFeedback:
    """The port `FeedbackBox` on cases.db."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self, instrument: str, version: str, answers: Mapping[str, int], words: Sequence[str], day: dt.date
    ) -> None:
        """Keep the answers of one person by question; of the day only the month is kept."""
        month = f"{day:%Y-%m}"
        with self._database.writing() as connection:
            for question, value in {**answers, _PEOPLE: 0}.items():
                _count(connection, (instrument, version, month, question, value))
            for told in filter(None, map(clean_words, words)):
                row = {"id": new_id(), "instrument": instrument, "version": version, "words": told, "is_shown": 0}
                connection.execute(upsert(feedback_words).values(row))
            if _people(connection, instrument, version)[1] >= FEWEST:
                _show(connection, instrument, version)

    def feedback(self, instrument: str, version: str) -> Feedback:
        """Return what may be shown."""
        columns = (feedback_count.c.question, feedback_count.c.value, func.sum(feedback_count.c.shown))
        mine = _is_of(feedback_count, instrument, version)
        counted = select(*columns).where(mine).group_by(feedback_count.c.question, feedback_count.c.value)
        told = select(feedback_words.c.words).where(
            _is_of(feedback_words, instrument, version), feedback_words.c.is_shown == 1
        )
        with self._database.reading() as connection:
            given, waiting = _people(connection, instrument, version)
            if given < FEWEST:
                return Feedback(0, given + waiting)
            rows = connection.execute(counted).all()
            words = connection.execute(told.order_by(feedback_words.c.id)).scalars().all()
        by_question: dict[str, dict[int, int]] = defaultdict(dict)
        for question, value, number in rows:
            if question != _PEOPLE and number:
                by_question[question][value] = number
        questions = tuple(FeedbackCount(question, counts) for question, counts in sorted(by_question.items()))
        return Feedback(given, waiting, questions, tuple(words))


def _count(connection: Connection, key: tuple[str, str, str, str, int]) -> None:
    names = ("instrument", "version", "month", "question", "value")
    added = upsert(feedback_count).values({**dict(zip(names, key, strict=True)), "shown": 0, "waiting": 1})
    more = {"waiting": feedback_count.c.waiting + 1}
    connection.execute(added.on_conflict_do_update(index_elements=list(names), set_=more))


def _people(connection: Connection, instrument: str, version: str) -> tuple[int, int]:
    """Return how many people are shown, and how many wait."""
    sums = func.coalesce(func.sum(feedback_count.c.shown), 0), func.coalesce(func.sum(feedback_count.c.waiting), 0)
    mine = _is_of(feedback_count, instrument, version) & (feedback_count.c.question == _PEOPLE)
    shown, waiting = connection.execute(select(*sums).where(mine)).one()
    return shown, waiting


def _show(connection: Connection, instrument: str, version: str) -> None:
    grown = {"shown": feedback_count.c.shown + feedback_count.c.waiting, "waiting": 0}
    connection.execute(update(feedback_count).where(_is_of(feedback_count, instrument, version)).values(grown))
    connection.execute(
        update(feedback_words).where(_is_of(feedback_words, instrument, version)).values({"is_shown": 1})
    )


def _is_of(table: Table, instrument: str, version: str) -> ColumnElement[bool]:
    return (table.c.instrument == instrument) & (table.c.version == version)

"""Finding cases while somebody types: exact first, then what sounds like it, then what is similar."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, column, select, table, tuple_

from iq_desktop.domain.case_row import CaseRow, Match
from iq_desktop.storage.case_line import national_digits
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.name_keys import fold, is_article, keys_of, split_words
from iq_desktop.storage.prepared import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

_MOST_FOUND: Final = 200
"""Rows that one search offers in all its windows: whoever gets so many types one more letter."""
_SHORTEST_SOUND: Final = 3
"""Letters that must be typed before names that only sound alike are offered."""
_PREFIX_FROM: Final = 4
"""Letters of a key from which its beginning is enough."""
_ENOUGH: Final = 50
"""Rows from which on looser spellings are not looked for: whoever looks for one of them types on."""
_MOST_WORDS: Final = 6
_LONGEST_TYPED: Final = 200
"""What is pasted beyond that is not looked for."""
_LAST: Final = "\U0010ffff"
_NO_LETTERS: Final = re.compile(r"[\d\s()+\-–/.]*\d[\d\s()+\-–/.]*")
_DIGITS: Final = re.compile(r"\d+")
_CASE_NUMBER: Final = re.compile(r"\s*(\d{4})\s*[-–/]\s*(\d{1,4})\s*")

_SHOWN: Final = (
    case_line.c.case_id,
    case_line.c.number,
    case_line.c.name,
    case_line.c.own_script_name,
    case_line.c.birth,
    case_line.c.language,
    case_line.c.occupation,
    case_line.c.place,
    case_line.c.changed_at,
    case_line.c.is_invented,
)
_search: Final = table("case_search", column("rowid"), column("case_search"))
_NEWEST: Final = select(*_SHOWN).order_by(case_line.c.changed_at.desc(), case_line.c.line.desc())
_FIRST_WINDOW: Final = prepare(_NEWEST.limit(bindparam("most")))
_after_line: Final = select(case_line.c.line).where(case_line.c.case_id == bindparam("case")).scalar_subquery()
_NEXT_WINDOW: Final = prepare(
    _NEWEST.where(
        tuple_(case_line.c.changed_at, case_line.c.line) < tuple_(bindparam("changed_at"), _after_line)
    ).limit(bindparam("most"))
)
_BY_NAME: Final = prepare(
    select(*_SHOWN, case_line.c.names)
    .where(case_line.c.name_key >= bindparam("first"), case_line.c.name_key < bindparam("last"))
    .order_by(case_line.c.name_key, case_line.c.line)
    .limit(bindparam("most"))
)
_BY_WORDS: Final = prepare(
    select(*_SHOWN, case_line.c.names)
    .select_from(_search.join(case_line, case_line.c.line == _search.c.rowid))
    .where(_search.c.case_search.op("MATCH")(bindparam("query")))
    .order_by(_search.c.rowid.desc())
    .limit(bindparam("most"))
)


def list_newest(connection: Connection, limit: int, after: CaseRow | None) -> tuple[CaseRow, ...]:
    """Return one window of the cases, last changed first; `after` is the last row of the window before."""
    if after is None:
        rows = _FIRST_WINDOW.rows(connection, most=limit)
    else:
        changed_at = after.changed_at.astimezone(dt.UTC).isoformat(timespec="microseconds")
        rows = _NEXT_WINDOW.rows(connection, changed_at=changed_at, case=after.id, most=limit)
    return tuple(_row_of(row, Match.LISTED) for row in rows)


def find_cases(connection: Connection, words: str, limit: int, after: CaseRow | None = None) -> tuple[CaseRow, ...]:
    """Return one window of what the words find, best first; empty where they hold neither letter nor digit."""
    found = _Found(_MOST_FOUND)
    words = words[:_LONGEST_TYPED]
    if _NO_LETTERS.fullmatch(fold_digits(words)):
        _find_by_digits(connection, words, found)
    else:
        _find_by_words(connection, words, found)
    rows = tuple(found.rows.values())
    start = 0 if after is None else next((at + 1 for at, row in enumerate(rows) if row.id == after.id), len(rows))
    return rows[start : start + limit]


def fold_digits(words: str) -> str:
    """Return what was typed with digits of every script as 0 to 9."""
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in words)


@dataclass(slots=True)
class _Found:
    """What was found so far, best first."""

    wanted: int
    rows: dict[str, CaseRow] = field(default_factory=dict)

    @property
    def missing(self) -> int:
        return self.wanted - len(self.rows)

    def take(self, rows: Iterable[Sequence[Any]], match: Match) -> None:
        """Keep rows that are new, up to the number wanted."""
        for row in rows:
            if self.missing <= 0:
                return
            if row[0] not in self.rows:
                self.rows[row[0]] = _row_of(row, match)


def _find_by_digits(connection: Connection, words: str, found: _Found) -> None:
    digits = fold_digits(words)
    number = _CASE_NUMBER.fullmatch(digits)
    joined = "".join(_DIGITS.findall(digits))
    written = f"{number[1]}{int(number[2]):04}" if number else joined
    keys = dict.fromkeys(key for key in (written, joined, national_digits(digits)) if key)
    for ending in ("", " *"):  # the very number before those that begin like it
        query = " OR ".join(f"others : {_quoted(key)}{ending}" for key in keys)
        if query:
            found.take(_BY_WORDS.rows(connection, query=query, most=found.wanted), Match.EXACT)


def _find_by_words(connection: Connection, words: str, found: _Found) -> None:
    typed = split_words(words)[:_MOST_WORDS]
    if not typed:
        return
    key = fold(words)
    if key:
        rows = _BY_NAME.rows(connection, first=key, last=key + _LAST, most=found.wanted)
        found.take(rows, Match.EXACT)
    queries = (
        (Match.EXACT, _query(typed, _exactly)),
        (Match.SOUNDS_LIKE, _query(typed, _by_sound)),
        (Match.SIMILAR, _query(typed, _by_skeleton)),
    )
    folded = [keys_of(word).folds[0] for word in typed]
    for match, query in queries:
        if found.missing <= 0 or (match is not Match.EXACT and len(found.rows) >= _ENOUGH):
            return
        rows = _BY_WORDS.rows(connection, query=query, most=found.wanted + len(found.rows))
        found.take(sorted(rows, key=lambda row: _distance(folded, row)), match)


def _query(typed: Sequence[str], asked: Any) -> str:
    """Return the full-text query in which every word must match, or two neighbours written as one."""
    counted = [word for word in typed if not is_article(word)] or list(typed)
    clauses = [f"({asked(word)})" for word in counted]
    query = " AND ".join(clauses)
    if len(counted) > 1:
        joined = (one + other for one, other in pairwise(counted))
        for index, word in enumerate(joined):
            others = clauses[:index] + clauses[index + 2 :]
            query += " OR (" + " AND ".join([f"({asked(word)})", *others]) + ")"
    return query


def _exactly(word: str) -> str:
    return f"{{names others}} : ({_either(keys_of(word).folds[:1], prefix_from=1)})"


def _by_sound(word: str) -> str:
    sounds = keys_of(word).sounds
    if len(word) < _SHORTEST_SOUND or not sounds:
        return _exactly(word)
    return f"({_exactly(word)}) OR sounds : ({_either(sounds, prefix_from=_PREFIX_FROM)})"


def _by_skeleton(word: str) -> str:
    skeletons = keys_of(word).skeletons
    if len(word) < _SHORTEST_SOUND or not skeletons:
        return _exactly(word)
    return f"({_exactly(word)}) OR skeletons : ({_either(skeletons, prefix_from=_PREFIX_FROM)})"


def _either(keys: Iterable[str], prefix_from: int) -> str:
    parts = (part for key in keys for part in key.split())
    return " OR ".join(_quoted(part) + (" *" if len(part) >= prefix_from else "") for part in parts)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _distance(typed: Sequence[str], row: Sequence[Any]) -> tuple[int, str]:
    """Return how far the words of a row are from the folded words that were typed, then the row's name."""
    names = row[-1].split()
    return sum(_farness(word, names) for word in typed), row[2]


def _farness(word: str, names: Sequence[str]) -> int:
    """Return 0 where the word is one of the names, more the fewer of its first letters begin one."""
    if word in names:
        return 0
    beginnings = (word, word[:3], word[:2], word[:1])
    for far, beginning in enumerate(beginnings, start=1):
        if any(name.startswith(beginning) for name in names):
            return far
    return len(beginnings) + 1


def _row_of(row: Sequence[Any], match: Match) -> CaseRow:
    case_id, number, name, own_script_name, birth, language, occupation, place, changed_at, is_invented = row[:10]
    return CaseRow(
        id=case_id,
        number=number,
        name=name,
        own_script_name=own_script_name,
        birth=birth,
        language=language,
        occupation=occupation,
        place=place,
        changed_at=dt.datetime.fromisoformat(changed_at),
        is_invented=bool(is_invented),
        match=match,
    )

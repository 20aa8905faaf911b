"""Finding cases while somebody types: exact first, then what sounds like it, then what is similar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sqlalchemy import Connection, Select, bindparam, column, select, table, tuple_

from iq_desktop.domain.case_row import CaseRow, Match
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.name_keys import fold, folds_of
from iq_desktop.storage.prepared import Prepared, prepare
from iq_desktop.storage.search_words import (
    exact_query,
    fold_digits,
    is_number,
    loose_query,
    number_keys,
    number_query,
    typed_words,
)
from iq_desktop.storage.seen_rows import of_seen_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FoundRow: TypeAlias = "tuple[Sequence[Any], Match]"
_MOST_FOUND: Final = 200
"""Rows that one search offers in all its windows: whoever gets so many types one more letter."""
_MOST_LOOSE: Final = 100
"""Rows of one looser kind, of which the nearest come first."""
_ENOUGH: Final = 50
"""Rows from which on looser spellings are not looked for: whoever looks for one of them types on."""
_FEW: Final = 10
"""Rows from which on the last word is taken for a whole one."""
_MOST_COMPARED: Final = 6
"""First letters by which the nearer of two names is told."""
_LONGEST_TYPED: Final = 200
"""What is pasted beyond that is not looked for."""
_LAST: Final = "\U0010ffff"
_LOOSER: Final = (
    (Match.SOUNDS_LIKE, "sounds", False, _ENOUGH),
    (Match.SOUNDS_LIKE, "sounds", True, _FEW),
    (Match.SIMILAR, "skeletons", False, _ENOUGH),
    (Match.SIMILAR, "skeletons", True, _FEW),
)
"""How it is gone on where less was found than the last number: as what, by which keys, with a half-typed last word."""
_moment: Final = dt.datetime.fromisoformat
_made: Final = CaseRow._make

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
_UNTOLD: Final = tuple(CaseRow._field_defaults[name] for name in CaseRow._fields[len(_SHOWN) + 1 :])
"""What a search does not tell."""
_search: Final = table("case_search", column("rowid"), column("case_search"))
_NEWEST: Final = select(*_SHOWN).order_by(case_line.c.changed_at.desc(), case_line.c.line.desc())
_FIRST_WINDOW: Final = prepare(_NEWEST.limit(bindparam("most")))
_after_line: Final = select(case_line.c.line).where(case_line.c.case_id == bindparam("case")).scalar_subquery()
_NEXT_WINDOW: Final = prepare(
    _NEWEST.where(
        tuple_(case_line.c.changed_at, case_line.c.line) < tuple_(bindparam("changed_at"), _after_line)
    ).limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Ways:
    """The statements by which something of cases is found: by the beginning of the name, and by words in the index.

    The first cell of a row is what tells cases apart; `near` tells the folded names in the last cell.
    """

    by_name: Prepared
    by_words: Prepared
    near: Prepared


def ways_to(*columns: Any, among: Select[Any] | None = None, sight: Sight = WHOLE) -> Ways:
    """Return the ways to some columns of `case_line`, the first of which is unique.

    They find among the lines of a selection, and only what is seen.
    """
    named = select(*columns).order_by(case_line.c.name_key, case_line.c.line).limit(bindparam("most"))
    named = named.where(case_line.c.name_key >= bindparam("first"), case_line.c.name_key < bindparam("last"))
    named = named.where(*of_seen_key(sight, case_line.c.line.op("+")(0)))
    matching = _search.c.case_search.op("MATCH")(bindparam("query"))
    found = select(*columns).where(matching).order_by(_search.c.rowid.desc()).limit(bindparam("most"))
    found = found.select_from(_search.join(case_line, case_line.c.line == _search.c.rowid))
    found = found.where(*of_seen_key(sight, _search.c.rowid.op("+")(0)))
    if among is not None:
        kept = among.subquery("kept")
        is_among = select(kept.c.line).where(kept.c.line == case_line.c.line).exists()
        named, found = named.where(is_among), found.where(is_among)
    return Ways(prepare(named), prepare(found), prepare(found.add_columns(case_line.c.names)))


@lru_cache(maxsize=8)
def ways_to_rows(sight: Sight) -> Ways:
    """Return the ways to what a search tells of cases, only of those that are seen."""
    return ways_to(*_SHOWN, sight=sight)


_TO_LINES: Final = ways_to(case_line.c.line)


def list_newest(connection: Connection, limit: int, after: CaseRow | None) -> tuple[CaseRow, ...]:
    """Return one window of the cases, last changed first; `after` is the last row of the window before."""
    if after is None:
        rows = _FIRST_WINDOW.rows(connection, most=limit)
    else:
        changed_at = after.changed_at.astimezone(dt.UTC).isoformat(timespec="microseconds")
        rows = _NEXT_WINDOW.rows(connection, changed_at=changed_at, case=after.id, most=limit)
    untold = (Match.LISTED, *_UNTOLD)
    return tuple([_made((*row[:8], _moment(row[8]), row[9] == 1, *untold)) for row in rows])


def find_cases(
    connection: Connection, words: str, limit: int, after: CaseRow | None = None, sight: Sight = WHOLE
) -> tuple[CaseRow, ...]:
    """Return one window of what the words find, best first; empty where they hold neither letter nor digit."""
    found = _Found(connection, ways_to_rows(sight), limit if after is None else _MOST_FOUND)
    _find(words, found)
    rows = list(found.rows.values())
    start = 0 if after is None else _place_after(after.id, rows)
    window = rows[start : start + limit]
    return tuple([_made((*row[:8], _moment(row[8]), row[9] == 1, match, *_UNTOLD)) for row, match in window])


def find_lines(connection: Connection, words: str, most: int = _MOST_FOUND, ways: Ways = _TO_LINES) -> dict[int, Match]:
    """Return the keys of the lines that the words find, best first, with how they were found.

    `ways` are `ways_to(case_line.c.line, among=…)` where only some lines count.
    """
    found = _Found(connection, ways, most)
    _find(words, found)
    return {line: match for line, (_, match) in islice(found.rows.items(), most)}


def _find(words: str, found: _Found) -> None:
    words = fold_digits(words[:_LONGEST_TYPED])
    if is_number(words):
        _find_by_number(words, found)
    else:
        _find_by_words(words, found)


def _place_after(case_id: str, rows: Sequence[_FoundRow]) -> int:
    return next((at for at, (row, _) in enumerate(rows, start=1) if row[0] == case_id), len(rows))


@dataclass(slots=True)
class _Found:
    """What was found so far, best first: the rows with how they were found, by what tells cases apart."""

    connection: Connection
    ways: Ways
    wanted: int
    rows: dict[Any, _FoundRow] = field(default_factory=dict)

    @property
    def has_enough(self) -> bool:
        return len(self.rows) >= self.wanted

    def take(self, rows: Iterable[Sequence[Any]], match: Match) -> None:
        """Keep the rows that are new."""
        keep = self.rows.setdefault
        for row in rows:
            keep(row[0], (row, match))

    def ask(self, query: str, match: Match, nearest_to: Sequence[str] = ()) -> None:
        """Take what a full-text query finds; of looser kinds a fixed number, the nearest to some folded words first."""
        if not nearest_to:
            self.take(self.ways.by_words.rows(self.connection, query=query, most=self.wanted + len(self.rows)), match)
            return
        rows = self.ways.near.rows(self.connection, query=query, most=_MOST_LOOSE + len(self.rows))
        self.take(sorted(rows, key=lambda row: _distance(nearest_to, row[-1])), match)


def _find_by_number(words: str, found: _Found) -> None:
    keys = number_keys(words)
    for is_begun in (False, True):  # the very number before those that begin like it
        if keys and not found.has_enough:
            found.ask(number_query(keys, is_begun=is_begun), Match.EXACT)


def _find_by_words(words: str, found: _Found) -> None:
    typed = typed_words(words)
    if not typed:
        return
    key = fold(words)
    if key:
        by_name = found.ways.by_name
        found.take(by_name.rows(found.connection, first=key, last=key + _LAST, most=found.wanted), Match.EXACT)
    if not found.has_enough:
        found.ask(exact_query(typed), Match.EXACT)
    folded = [folds_of(word)[0] for word in typed]
    for match, keys, is_begun, most in _LOOSER:
        query = "" if len(found.rows) >= min(most, found.wanted) else loose_query(typed, keys, is_begun=is_begun)
        if query:
            found.ask(query, match, folded)


def _distance(typed: Sequence[str], names: str) -> tuple[int, str]:
    """Return how far folded names are from the folded words that were typed, then the names."""
    spaced = f" {names} "
    return sum(_farness(word, spaced) for word in typed), names


def _farness(word: str, names: str) -> int:
    """Return 0 where the word is one of the names, more the fewer of its first letters begin one."""
    if f" {word} " in names:
        return 0
    lengths = (len(word), *range(min(len(word) - 1, _MOST_COMPARED), 0, -1))
    return next((far for far, most in enumerate(lengths, start=1) if f" {word[:most]}" in names), _MOST_COMPARED + 2)

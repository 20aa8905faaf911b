"""Other ways to an occupation whose name was typed otherwise than it is written: slips, compounds, too many words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, column, select, table

from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_tables import occupation_name
from iq_desktop.storage.word_keys import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

_SAME_BEGINNING: Final = 2
"""Letters at the beginning of a word in which nobody slips."""
_SHORTEST_WORD: Final = 4
_LONG_WORD: Final = 7
"""Letters from which two slips are forgiven, below only one."""
_SHORTEST_BEGINNING: Final = 3
_SHORTEST_END: Final = 4
_SAYING_LITTLE: Final = frozenset(
    "arbeiter arbeiterin bedienerin bediener fachkraft helfer helferin kraft leiter leiterin meister meisterin "
    "mitarbeiter mitarbeiterin worker manager assistant".split()
)
"""Ends of compounds that lead to everything and nothing."""
_MOST_SPELLINGS: Final = 6
_MOST_NAMES: Final = 4000
WORDS: Final = "occupation_words"
PARTS: Final = "occupation_parts"
_words: Final = table(WORDS, column("rowid"), column(WORDS))
_NAMES: Final = prepare(
    select(occupation_name.c.folded)
    .select_from(_words.join(occupation_name, occupation_name.c.id == _words.c.rowid))
    .where(_words.c[WORDS].op("MATCH")(bindparam("query")))
    .limit(bindparam("most"))
)


def other_queries(connection: Connection, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield indexes and full-text queries for folded words that found nothing as they are, the nearest first.

    First compounds by their two parts (“fabrikarbeiter”: “Fabrikhilfsarbeiter”) and by the second one alone
    (“kinderarzt”: “Arzt”), then every word as it may have been meant (“apotekerin”: “Apothekerin”), then any of the
    words.
    """
    ends = [_longest_end(connection, word) for word in words]
    if len(words) == 1 and ends[0]:
        beginning = words[0].removesuffix(ends[0])
        yield PARTS, f"{quoted(beginning)} AND {quoted(ends[0])}"
        if ends[0] not in _SAYING_LITTLE:
            yield WORDS, f"{quoted(ends[0])} *"
    meant = [_near_spellings(connection, word) for word in words]
    if words and all(meant):
        yield WORDS, " AND ".join(map(_any_of, meant))
    known = [near or [end] for near, end in zip(meant, ends, strict=True) if near or end]
    if len(words) > 1 and known:
        yield WORDS, " OR ".join(map(_any_of, known))


def count_slips(typed: str, written: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with the next one."""
    before: list[int] = []
    above = list(range(len(written) + 1))
    for at, letter in enumerate(typed, start=1):
        row = [at]
        for place, other in enumerate(written, start=1):
            cost = min(row[-1] + 1, above[place] + 1, above[place - 1] + (letter != other))
            if before and place > 1 and letter == written[place - 2] and typed[at - 2] == other:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def _near_spellings(connection: Connection, word: str) -> list[str]:
    """Return the words of names that were probably meant, nearest first; only the word itself where it is one."""
    if len(word) < _SHORTEST_WORD:
        return [word] if _words_of(connection, f"{quoted(word)} *", word) else []
    forgiven = 2 if len(word) >= _LONG_WORD else 1
    beginning = word[:_SAME_BEGINNING]
    letters = set(word)
    near: list[tuple[int, str]] = []
    for name in _words_of(connection, f"{quoted(beginning)} *", beginning):
        if name.startswith(word):
            return [word]
        begun = name[: len(word)]
        if len(letters ^ set(begun)) <= 2 * forgiven:
            slips = min(count_slips(word, begun), count_slips(word, name))
            if slips <= forgiven:
                near.append((slips, name))
    return [name for _, name in sorted(near)[:_MOST_SPELLINGS]]


def _longest_end(connection: Connection, word: str) -> str:
    """Return the longest end of a compound that is itself a word of names, or nothing."""
    ends = [word[at:] for at in range(_SHORTEST_BEGINNING, len(word) - _SHORTEST_END + 1)]
    found = _words_of(connection, " OR ".join(map(quoted, ends)), "") if ends else frozenset()
    return next((end for end in ends if end in found), "")


def _words_of(connection: Connection, query: str, beginning: str) -> frozenset[str]:
    rows: Sequence[Sequence[Any]] = _NAMES.rows(connection, query=query, most=_MOST_NAMES)
    return frozenset(word for row in rows for word in row[0].split() if word.startswith(beginning))


def _any_of(words: Iterable[str]) -> str:
    return "(" + " OR ".join(f"{quoted(word)} *" for word in words) + ")"

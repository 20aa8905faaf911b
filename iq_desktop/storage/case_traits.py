"""What two cases are compared by, and the questions that find cases worth comparing in the search index."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.duplicate import NameWord, Traits
from iq_desktop.storage.case_words import contact_key, national_digits
from iq_desktop.storage.name_keys import asked_of, fold, is_article, keys_of, split_words
from iq_desktop.storage.name_scripts import lacks_vowels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iq_desktop.domain.client import Client
    from iq_desktop.domain.partial_date import PartialDate

_MOST_WORDS: Final = 6
_SHORTEST_PHONE: Final = 6
_SHORTEST_CONTACT: Final = 5
"""Signs below which a number or an address is no sign of anybody."""


def traits_of(client: Client, customer_number: str) -> Traits:
    """Return what a person is compared by."""
    phone, email = national_digits(client.phone), contact_key(client.email)
    number = contact_key(customer_number)
    return Traits(
        passport=_names(_passport(client)),
        others=_names(_others(client)),
        birth=client.birth,
        gender=client.gender,
        place=fold(client.place),
        origins=frozenset(client.nationalities or ((client.birth_country,) if client.birth_country else ())),
        phones=frozenset({phone} if len(phone) >= _SHORTEST_PHONE else ()),
        email=email if "@" in client.email else "",
        customer_number=number if len(number) >= _SHORTEST_CONTACT else "",
    )


def name_queries(traits: Traits) -> tuple[str, ...]:
    """Return the queries for cases that share two words of a name (or the only one), from strict to loose."""
    pairs = [pair for name in traits.names for pair in (combinations(name, 2) if len(name) > 1 else ((name[0],),))]
    kinds = (("names", "folds"), ("sounds", "sounds"), ("skeletons", "asked"))
    found = []
    for number in range(1, len(kinds) + 1):
        clauses = [
            "(" + " AND ".join(_either(word, kinds[:number]) for word in pair) + ")" for pair in dict.fromkeys(pairs)
        ]
        found.append(" OR ".join(clauses))
    return tuple(query for query in found if query)


def other_queries(traits: Traits) -> tuple[str, ...]:
    """Return the queries for cases with the same telephone, e-mail or customer number, and with a word and the date.

    The second finds somebody of whom two papers have dates that are far apart.
    """
    keys = [key for key in (*traits.phones, traits.email, traits.customer_number) if key]
    words = sorted({part for name in traits.names for word in name for key in word.folds for part in key.split()})
    day = f"{traits.birth.earliest:%Y%m%d}" if traits.birth and traits.birth.day and not traits.birth.second else ""
    found = [" OR ".join(f'others : "{key}"' for key in keys)]
    if day and words:
        found.append(f'others : "{day}" AND names : ({" OR ".join(_quoted(word) for word in words)})')
    return tuple(query for query in found if query)


def births_around(birth: PartialDate | None, *, years: int) -> tuple[str, str] | None:
    """Return the first and last day that a date can mean, with so many years before and behind it; None for none."""
    if birth is None:
        return None
    slack = dt.timedelta(days=366 * years)
    first = max(birth.earliest, dt.date.min + slack) - slack
    last = min(birth.latest, dt.date.max - slack) + slack
    return first.isoformat(), last.isoformat()


def _passport(client: Client) -> Iterator[tuple[str, ...]]:
    yield from _ways(client.family_name, client.given_names)


def _others(client: Client) -> Iterator[tuple[str, ...]]:
    yield from _ways(client.family_name_own_script, client.given_names_own_script)
    yield from _ways(client.transliteration, "")
    if client.former_names:
        yield from _ways(client.former_names, client.given_names)


def _ways(family_name: str, given_names: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name, also with several of them written as one."""
    family, given = _split(family_name), _split(given_names)
    ways = ((family, given), (_joined(family), given), (family, _joined(given)))
    yield from ((*first, *second) for first, second in ways if first or second)


def _names(writings: Iterator[tuple[str, ...]]) -> tuple[tuple[NameWord, ...], ...]:
    return tuple(tuple(_word(word) for word in writing[:_MOST_WORDS]) for writing in dict.fromkeys(writings))


def _split(name: str) -> tuple[str, ...]:
    """Return the words of a name, articles only where it has no other."""
    found = tuple(word for word in split_words(name) if keys_of(word).folds[0])
    return tuple(word for word in found if not is_article(word)) or found


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    return ("".join(words),) if len(words) > 1 else words


@lru_cache(maxsize=4096)
def _word(word: str) -> NameWord:
    keys, asked = keys_of(word), asked_of(word)
    return NameWord(
        folds=frozenset(keys.folds),
        sounds=frozenset(keys.sounds),
        skeletons=frozenset(keys.skeletons),
        asked=frozenset(asked.skeletons),
        has_vowels=not lacks_vowels(word),
    )


def _either(word: NameWord, kinds: Sequence[tuple[str, str]]) -> str:
    """Return the clause in which one word shares a key of one of some kinds."""
    parts = []
    for column, kind in kinds:
        keys = sorted(part for key in getattr(word, kind) for part in key.split())
        if keys:
            parts.append(f"{column} : ({' OR '.join(_quoted(key) for key in keys)})")
    return "(" + " OR ".join(parts) + ")"


def _quoted(key: str) -> str:
    return '"' + key.replace('"', '""') + '"'

"""The words by which a case is found: keys of its names, and the words and digits of everything else."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.name_keys import fold, is_article, keys_of, split_words
from iq_desktop.storage.word_keys import fold_both

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client import Client
    from iq_desktop.domain.partial_date import PartialDate

_DIGITS: Final = re.compile(r"\d+")
_SHORTEST_GROUP: Final = 4
"""Digits of a group of a telephone number by which it is found."""
_SHORTEST_ENDING: Final = 5


def name_words(client: Client) -> tuple[str, str, str]:
    """Return the folds, sounds and skeletons of every word of every name, and of neighbours written as one."""
    return _words_of(
        client.family_name,
        client.given_names,
        client.family_name_own_script,
        client.given_names_own_script,
        client.former_names,
    )


@lru_cache(maxsize=16)
def _words_of(*several: str) -> tuple[str, str, str]:
    names: dict[str, None] = {}
    sounds: dict[str, None] = {}
    skeletons: dict[str, None] = {}
    for name in several:
        found = split_words(name)
        joined = tuple(one + other for one, other in pairwise(found))
        for word in (*found, *joined):
            keys = keys_of(word)
            names.update(dict.fromkeys(keys.folds))
            if not is_article(word):
                sounds.update(dict.fromkeys(keys.sounds))
                skeletons.update(dict.fromkeys(keys.skeletons))
    return " ".join(names), " ".join(sounds), " ".join(skeletons)


def other_words(case: CaseFile) -> str:
    """Return the folded words of place and occupations, the digits of number, telephone and birth, and contacts."""
    client = case.client
    texts = (client.place, *(f"{one.name_de} {one.name_en}" for one in case.occupations))
    keys = dict.fromkeys(word for text in texts for word in fold_both(text).split())
    keys.update(dict.fromkeys((*_number_keys(case.number), *_phone_keys(client.phone), client.postal_code)))
    keys.update(dict.fromkeys(_birth_keys(client.birth)))
    keys.update(dict.fromkeys((contact_key(client.email), contact_key(case.situation.customer_number))))
    keys.pop("", None)
    return " ".join(keys)


def national_digits(typed: str) -> str:
    """Return the digits of a telephone number without the trunk zero and the German country code."""
    digits = "".join(_DIGITS.findall(fold(typed)))
    if typed.strip().startswith("+"):
        return digits.removeprefix("49").lstrip("0")
    return digits.removeprefix("0049").lstrip("0")


def contact_key(words: str) -> str:
    """Return an e-mail address or a customer number as one word: its letters and digits, in lower case."""
    return "".join(letter for letter in fold(words) if letter.isalnum())


def _number_keys(number: str) -> Iterable[str]:
    year, _, counted = number.partition("-")
    return (year + counted, counted, counted.lstrip("0"))


def _phone_keys(phone: str) -> Iterator[str]:
    """Yield a telephone number as a whole, its longer groups, and what stands behind the code of the place."""
    groups = _DIGITS.findall(fold(phone))
    yield national_digits(phone)
    yield from (group for group in groups if len(group) >= _SHORTEST_GROUP)
    endings = ("".join(groups[start:]) for start in range(1, len(groups)))
    yield from (ending for ending in endings if len(ending) >= _SHORTEST_ENDING)


def _birth_keys(birth: PartialDate | None) -> Iterator[str]:
    """Yield the digits of a date as far as it is known, as they are written in German and in papers of the state."""
    if birth is None:
        return
    yield from _birth_keys(birth.second)
    year, month, day = f"{birth.year:04}", f"{birth.month or 0:02}", f"{birth.day or 0:02}"
    if birth.day:
        yield day + month + year
    if birth.month:
        yield month + year
    yield year + (month if birth.month else "") + (day if birth.day else "")

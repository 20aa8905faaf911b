"""What typed words ask of the search index, in its query language."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.case_words import national_digits
from iq_desktop.storage.name_keys import asked_of, folds_of, is_article, split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SHORTEST_SOUND: Final = 3
"""Letters that must be typed before names that only sound alike are offered."""
_MOST_WORDS: Final = 6
_NO_LETTERS: Final = re.compile(r"[\d\s()+\-–/.]*\d[\d\s()+\-–/.]*")
_DIGITS: Final = re.compile(r"\d+")
_CASE_NUMBER: Final = re.compile(r"\s*(\d{4})\s*[-–/]\s*(\d{1,4})\s*")
_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)")
_DAY_OF_STATE: Final = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTH: Final = re.compile(r"(?<![\d./-])(\d{1,2})\s?[./]\s?(\d{4})(?![\d./-])")
_CENTURIES: Final = ("19", "20")


def fold_digits(words: str) -> str:
    """Return what was typed with digits of every script as 0 to 9."""
    if words.isascii():
        return words
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in words)


def is_number(words: str) -> bool:
    """Return whether nothing was typed but digits and what stands between them."""
    return bool(_NO_LETTERS.fullmatch(words))


def number_keys(digits: str) -> tuple[str, ...]:
    """Return what a number can mean: the number of a case, a day of birth, a telephone number."""
    number = _CASE_NUMBER.fullmatch(digits)
    if number:
        return (f"{number[1]}{int(number[2]):04}",)
    day = _DAY.fullmatch(digits.strip())
    if day:
        begun = f"{int(day[1]):02}{int(day[2]):02}"
        centuries = _CENTURIES if len(day[3]) < len("1980") else ()
        return (begun + day[3], *(begun + century + day[3] for century in centuries))
    written = _with_joined_dates(digits)
    keys = ("".join(_DIGITS.findall(written)), "".join(_DIGITS.findall(digits)), national_digits(digits))
    return tuple(dict.fromkeys(key for key in keys if key))


def number_query(keys: Sequence[str], *, is_begun: bool) -> str:
    """Return the query for one of some numbers, or for those that begin like one."""
    return "others : (" + " OR ".join(f'"{key}" *' if is_begun else f'"{key}"' for key in keys) + ")"


def typed_words(words: str) -> tuple[str, ...]:
    """Return the words that count of what was typed: articles only where nothing else was."""
    typed = tuple(word for word in split_words(_with_joined_dates(words)) if folds_of(word)[0])[:_MOST_WORDS]
    return tuple(word for word in typed if not is_article(word)) or typed


def exact_query(typed: Sequence[str]) -> str:
    """Return the query in which every word stands somewhere in a case, or begins a word there."""
    return _query(typed, _exactly, _exactly)


def loose_query(typed: Sequence[str], column: str, *, is_begun: bool) -> str:
    """Return the query in which every word, where it is exact nowhere, has a key of `sounds` or `skeletons` in common.

    With `is_begun` the last word is only the beginning of a longer one. Empty where that asks nothing new.
    """
    whole, begun = (_sounding, _begun_sounding) if column == "sounds" else (_similar, _begun_similar)
    if is_begun:
        return _query(typed, whole, begun) if begun(typed[-1]) else ""
    return _query(typed, whole, whole) if any(whole(word) for word in typed) else ""


def _sounding(word: str) -> str:
    return _either("sounds", asked_of(word).sounds) if len(word) >= _SHORTEST_SOUND else ""


def _begun_sounding(word: str) -> str:
    return _either("sounds", asked_of(word).begun_sounds, " *") if len(word) >= _SHORTEST_SOUND else ""


def _similar(word: str) -> str:
    return _either("skeletons", asked_of(word).skeletons) if len(word) >= _SHORTEST_SOUND else ""


def _begun_similar(word: str) -> str:
    return _either("skeletons", asked_of(word).begun_skeletons, " *") if len(word) >= _SHORTEST_SOUND else ""


def _query(typed: Sequence[str], clause: Callable[[str], str], last: Callable[[str], str]) -> str:
    """Return the query in which every word must match, or two neighbours written as one."""
    if len(typed) == 1:
        return last(typed[0])
    queries = [_all_of(typed, clause, last)]
    for at, (one, other) in enumerate(pairwise(typed)):
        joined = (*typed[:at], one + other, *typed[at + 2 :])
        if (last if at + 2 == len(typed) else clause)(one + other):
            queries.append(_all_of(joined, clause, last))
    return " OR ".join(f"({query})" for query in queries)


def _all_of(typed: Sequence[str], clause: Callable[[str], str], last: Callable[[str], str]) -> str:
    whole = [_whole(word, clause(word)) for word in typed[:-1]]
    return " AND ".join((*whole, _whole(typed[-1], last(typed[-1]))))


def _whole(word: str, loose: str) -> str:
    """Return the clause of one of several words: each may be meant exactly, such as a place beside a name."""
    exact = _exactly(word)
    return f"({exact} OR {loose})" if loose and loose != exact else exact


def _exactly(word: str) -> str:
    keys = (part for key in folds_of(word) for part in key.split())
    return "{names others} : (" + " OR ".join(f'"{key}" *' for key in keys) + ")"


def _either(column: str, keys: Sequence[str], ending: str = "") -> str:
    return f"{column} : (" + " OR ".join(f'"{key}"{ending}' for key in keys) + ")" if keys else ""


def _with_joined_dates(words: str) -> str:
    """Return what was typed with the digits of each date as one word, the way they are kept."""
    if not any(letter.isdigit() for letter in words):
        return words
    words = _DAY_OF_STATE.sub(lambda day: f"{day[1]}{int(day[2]):02}{int(day[3]):02}", words)
    words = _DAY.sub(_joined_day, words)
    return _MONTH.sub(lambda month: f"{int(month[1]):02}{month[2]}", words)


def _joined_day(day: re.Match[str]) -> str:
    year = day[3] if len(day[3]) == len("1980") else f"19{day[3]}"
    return f"{int(day[1]):02}{int(day[2]):02}{year}"

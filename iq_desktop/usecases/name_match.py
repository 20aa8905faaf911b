"""How typed words find a name among many: beginnings of words first, every word must fit, spelling forgiven last."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD: Final = re.compile(r"\w+")
_INSIDE_FROM: Final = 3
_NEARLY_FROM: Final = 5
"""Letters from which a word is looked for inside others, and from which one slip is forgiven."""


class Fit(IntEnum):
    """How well words find a name, best first."""

    START = 0
    """The name begins with the words."""
    WORDS = 1
    """Each typed word begins a word of the name."""
    BESIDE = 2
    """The same, but for some only in what stands beside the name."""
    INITIALS = 3
    """The typed letters are the first letters of the name's words."""
    INSIDE = 4
    """Each typed word stands inside a word: “datum” in “Geburtsdatum”."""
    NEARLY = 5
    """Each typed word is one slip away from the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Findable:
    """A name that can be found, folded once: its words, and the words beside it, each in its spellings."""

    whole: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    beside: tuple[tuple[str, ...], ...] = ()


def findable(name: str, beside: Sequence[str] = ()) -> Findable:
    """Return a name ready to be found; `beside` are further words under which it is looked for."""
    others = tuple(spellings(word) for part in beside for word in _words(part))
    words = tuple(spellings(word) for word in _words(name))
    wholes = tuple(" ".join(one) for one in (tuple(w[0] for w in words), tuple(w[-1] for w in words)))
    return Findable(tuple(dict.fromkeys(wholes)), words, others)


@lru_cache(maxsize=4096)
def spellings(word: str) -> tuple[str, ...]:
    """Return a word in lower case and without marks, ä as ae and, where that is another, also as a."""
    low = unicodedata.normalize("NFC", word).casefold()
    return tuple(dict.fromkeys((_bare(low.translate(_UMLAUTS)), _bare(low))))


def fit_of(typed: str, name: Findable) -> Fit | None:
    """Return how typed words find a name, or None where one of them does not."""
    wanted = tuple(spellings(word)[0] for word in _words(typed))
    if not wanted:
        return None
    return next((fit for fit, is_met in _TESTS if is_met(wanted, name)), None)


def _starts(wanted: Sequence[str], name: Findable) -> bool:
    return any(whole.startswith(" ".join(wanted)) for whole in name.whole)


def _begin_words(wanted: Sequence[str], name: Findable) -> bool:
    return all(_begins(word, name.words) for word in wanted)


def _begin_beside(wanted: Sequence[str], name: Findable) -> bool:
    return all(_begins(word, (*name.words, *name.beside)) for word in wanted)


def _are_initials(wanted: Sequence[str], name: Findable) -> bool:
    first = "".join(forms[-1][:1] for forms in name.words)
    return len(wanted) == 1 and len(wanted[0]) > 1 and first.startswith(wanted[0])


def _are_inside(wanted: Sequence[str], name: Findable) -> bool:
    return all(len(word) >= _INSIDE_FROM and _is_inside(word, name.words) for word in wanted)


def _nearly_begin(wanted: Sequence[str], name: Findable) -> bool:
    return all(len(word) >= _NEARLY_FROM and _nearly_begins(word, name.words) for word in wanted)


_TESTS: Final[tuple[tuple[Fit, Callable[[Sequence[str], Findable], bool]], ...]] = (
    (Fit.START, _starts),
    (Fit.WORDS, _begin_words),
    (Fit.BESIDE, _begin_beside),
    (Fit.INITIALS, _are_initials),
    (Fit.INSIDE, _are_inside),
    (Fit.NEARLY, _nearly_begin),
)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _bare(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))


def _begins(word: str, words: Sequence[tuple[str, ...]]) -> bool:
    return any(one.startswith(word) for forms in words for one in forms)


def _is_inside(word: str, words: Sequence[tuple[str, ...]]) -> bool:
    return any(word in one for forms in words for one in forms)


def _nearly_begins(word: str, words: Sequence[tuple[str, ...]]) -> bool:
    return any(is_one_slip_away(word, one) for forms in words for one in forms)


def is_one_slip_away(typed: str, name: str) -> bool:
    """Return whether typed letters begin a name but for one letter: wrong, missing, too many, or two exchanged."""
    at = next((n for n, (one, other) in enumerate(zip(typed, name, strict=False)) if one != other), None)
    if at is None:
        return len(typed) - len(name) == 1
    exchanged = typed[at + 1 : at + 2] + typed[at : at + 1] + typed[at + 2 :]
    rests = (typed[:at] + name[at] + typed[at + 1 :], typed[:at] + name[at] + typed[at:], typed[:at] + typed[at + 1 :])
    return any(name.startswith(one) for one in (*rests, typed[:at] + exchanged))

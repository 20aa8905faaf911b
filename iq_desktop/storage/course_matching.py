"""Which courses have the words of a question: as they are, without endings, inside other words, and in their parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.course_words import MainWords, mark_further, set_of
from iq_desktop.storage.word_keys import stem_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

_SHORTEST_STEMMED: Final = 6
_SHORTEST_PREFIX: Final = 3
_SHORTEST_JOINED: Final = 8
_SHORTEST_FRONT, _SHORTEST_HEAD = 4, 4
_SHORTEST_LONE_HEAD: Final = 5
_JOINTS: Final = ("", "s", "n", "es", "en", "e")
"""What German puts between the parts of a word."""
_COURSES: Final = frozenset(
    "kurs kurse kurses lehrgang lehrgaenge schulung schulungen seminar seminare training trainings fortbildung "
    "fortbildungen weiterbildung weiterbildungen massnahme massnahmen ausbildung ausbildungen qualifizierung "
    "qualifizierungen".split()
)
"""Last parts that only say that it is a course: what stands before them is what is looked for."""
_SHORT_FOR: Final = {
    "bsk": "berufssprachkurs",
    "hwk": "handwerkskammer",
    "tq": "teilqualifi",
    "vhs": "volkshochschule",
}
"""What advisers write for short, and providers mostly write out."""
_KIN: Final = re.compile(r"(?:ungen|ung|eut|ist|ie|i)$")
"""Endings beside which the same stem has another: the work and who does it, the doing and the verb."""
_FEW: Final = 10
"""Where a joined word finds fewer, its last part alone counts as well."""


@dataclass(frozen=True, slots=True)
class WordHits:
    """Courses that have a word: in title, keywords or degree, or anywhere."""

    main: int
    any: int

    @property
    def weight(self) -> int:
        """How many there are."""
        return self.any.bit_count()


class WordMatcher:
    """Looks words up in the lists of all catalogues; remembers what it has looked up."""

    def __init__(self, catalogues: Sequence[MainWords], size: int) -> None:
        """Keep the lists; all keys are below `size`."""
        self._catalogues = catalogues
        self._size = size
        self._known: dict[str, WordHits] = {}

    def find(self, connection: Connection, word: str) -> WordHits:
        """Return the courses that have a folded word, by its stem too, and by the parts of a joined word."""
        known = self._known.get(word)
        if known is not None:
            return known
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        found = self._look(connection, stem_of(word))
        bare = _without_signs(word)
        if bare != word:
            other = self._look(connection, stem_of(bare))
            found = WordHits(found.main | other.main, found.any | other.any)
        for other_word in _kin_of(word):
            if word in _SHORT_FOR or found.weight < _FEW:
                kin = self._look(connection, other_word)
                found = WordHits(found.main | kin.main, found.any | kin.any)
        found = self._with_parts(connection, word, found)
        self._known[word] = found
        return found

    def _look(self, connection: Connection, word: str) -> WordHits:
        main, further, sets = bytearray(self._size), bytearray(self._size), 0
        for one in self._catalogues:
            one.mark(one.numbers_with(word), main)
            is_whole = len(word) < _SHORTEST_PREFIX
            sets |= mark_further(connection, one.catalogue, word, further, is_whole=is_whole)
        in_main = set_of(0, main)
        return WordHits(in_main, in_main | set_of(sets, further))

    def _with_parts(self, connection: Connection, word: str, found: WordHits) -> WordHits:
        if len(word) < _SHORTEST_JOINED:
            return found
        for front, head in self._splits(word, inside=not found.main):
            fronts, heads = self._look(connection, front), self._look(connection, _root_of(head))
            both = fronts.main if head in _COURSES else fronts.any & heads.any
            is_alone = (found.any | both).bit_count() < _FEW and len(head) >= _SHORTEST_LONE_HEAD
            if both or is_alone:
                in_title = fronts.main & (_ALL if head in _COURSES else heads.main)
                return WordHits(found.main | in_title, found.any | both | (heads.main if is_alone else 0))
        return found

    def _splits(self, word: str, *, inside: bool) -> Iterator[tuple[str, str]]:
        """Yield the ways to part a joined word, the longest last part first, where titles have that."""
        for at in range(_SHORTEST_FRONT, len(word) - _SHORTEST_HEAD + 1):
            head = word[at:]
            if head in _COURSES or any(one.holds(_root_of(head), inside=inside) for one in self._catalogues):
                front = word[:at]
                yield next(_bare(front)), head


def _kin_of(word: str) -> Iterator[str]:
    """Yield what a word is written out, or its stem without an ending of its kin (“therapeut” leads to “therapie”)."""
    if word in _SHORT_FOR:
        yield _SHORT_FOR[word]
    if _root_of(word) != stem_of(word):
        yield _root_of(word)


def _root_of(head: str) -> str:
    """Return the last part of a joined word without any ending."""
    stem = _KIN.sub("", stem_of(head))
    return stem if len(stem) >= _SHORTEST_STEMMED else stem_of(head)


def _without_signs(word: str) -> str:
    """Return a folded word with ä as a: “Pläne” leads to “Plan”."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _bare(front: str) -> Iterator[str]:
    """Yield the first part of a joined word without what joins it."""
    for joint in _JOINTS[1:]:
        if front.endswith(joint) and len(front) - len(joint) >= _SHORTEST_FRONT:
            yield front[: len(front) - len(joint)]
            return
    yield front


_MOST_KNOWN: Final = 400
_ALL: Final = -1
"""The set of all courses."""

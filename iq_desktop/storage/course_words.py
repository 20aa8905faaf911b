"""The words of course offers: which offers have them, kept for each catalogue beside its rows.

What stands in title, keywords and degree (main words) is kept as one piece, because it is searched inside words too and
lies in memory meanwhile. What stands in provider, place and description (further words) has a row for each word. Offers
are named by their keys; those that are gone stay in the lists until the catalogue is taken in again and count nowhere.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from secrets import randbits
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, func, insert, select

from iq_desktop.storage.course_bits import joined
from iq_desktop.storage.course_marks import marks_of, note_reading
from iq_desktop.storage.course_packing import array_of, keys_in, packed, set_in, unpacked
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_tables import course, course_index, course_posting
from iq_desktop.storage.word_keys import fold_both

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from iq_desktop.domain.course import CourseOffer

LONGEST_SEARCHED: Final = 4000
"""Characters of a description that are searched."""
_SHORTEST_PART: Final = 3
_LONGER_PART: Final = 6
_ENDING_OF_RANGE: Final = "\U0010ffff"

Lists = dict[str, "array[int]"]
"""The keys of the offers that have a word."""

_ADD: Final = prepare(
    insert(course_posting).values({name: bindparam(name) for name in ("catalogue", "word", "offers")})
)
_CHOSEN: Final = prepare(
    select(course_posting.c.offers).where(
        course_posting.c.catalogue == bindparam("catalogue"),
        course_posting.c.word >= bindparam("first"),
        course_posting.c.word < bindparam("last"),
    )
)


class WordLists:
    """The words of the offers that are being taken in."""

    def __init__(self) -> None:
        """Begin without offers."""
        self.main: Lists = {}
        self.further: Lists = {}
        self.last_key = 0

    def add(self, key: int, offer: CourseOffer) -> None:
        """Take up the words of an offer."""
        main = _words_of((offer.title, *offer.keywords, offer.degree))
        further = _words_of((offer.provider, offer.place, offer.description[:LONGEST_SEARCHED]))
        _enter(self.main, main, key)
        _enter(self.further, further - main, key)
        self.mark(key, offer)

    def mark(self, key: int, offer: CourseOffer) -> None:
        """Take up only what is kept of an offer beside its words."""
        self.last_key = max(self.last_key, key)
        _enter(self.further, marks_of(offer), key)


def _words_of(texts: Iterable[str]) -> set[str]:
    """Return the folded words of some texts; a word is folded once, however many offers have it."""
    found: set[str] = set()
    for token in {token for text in texts for token in text.split()}:
        found.update(_folded(token))
    return found


@lru_cache(maxsize=60_000)
def _folded(token: str) -> tuple[str, ...]:
    return tuple(fold_both(token).split())


@dataclass(frozen=True, slots=True)
class MainWords:
    """The main words of a catalogue in their order, joined for the search inside words, each with its list of keys."""

    catalogue: str
    words: tuple[str, ...]
    text: str
    starts: array[int]
    ends: array[int]
    keys: array[int]

    def numbers_with(self, part: str) -> Iterable[int]:
        """Return which words hold a part; of one or two letters those that begin with it."""
        if len(part) < _SHORTEST_PART:
            return range(bisect_left(self.words, part), bisect_right(self.words, part + _ENDING_OF_RANGE))
        return self._inside(part)

    def holds(self, part: str, *, inside: bool) -> bool:
        """Return whether a main word of an offer begins with a part, or has a longer one `inside`."""
        at = bisect_left(self.words, part)
        begins = at < len(self.words) and self.words[at].startswith(part)
        return begins or (inside and len(part) >= _LONGER_PART and part in self.text)

    def mark(self, numbers: Iterable[int], marks: bytearray) -> None:
        """Mark the offers that have one of some words."""
        for number in numbers:
            begin = self.ends[number - 1] if number else 0
            for key in self.keys[begin : self.ends[number]]:
                marks[key] = 1

    def _inside(self, part: str) -> Iterator[int]:
        at = self.text.find(part)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            at = self.text.find(part, self.starts[number] + len(self.words[number]))


def write_words(connection: Connection, catalogue: str, lists: WordLists) -> None:
    """Keep the words of a whole catalogue in place of those it had."""
    forget_words(connection, catalogue)
    _write_further(connection, catalogue, lists.further)
    _write_main(connection, catalogue, lists.main, lists.last_key)


def add_words(connection: Connection, catalogue: str, lists: WordLists) -> None:
    """Take up the words of some more offers of a catalogue."""
    known = read_words(connection, catalogue)
    main: Lists = {}
    if known is not None:
        for number, word in enumerate(known.words):
            main[word] = known.keys[known.ends[number - 1] if number else 0 : known.ends[number]]
    for word, keys in lists.main.items():
        main[word] = main.get(word, array("I")) + keys
    add_marks(connection, catalogue, lists)
    _write_main(connection, catalogue, main, max(lists.last_key, last_key(connection)))


def add_marks(connection: Connection, catalogue: str, lists: WordLists) -> None:
    """Take up further words, or only the marks, of some offers of a catalogue; its main words stay as they are."""
    further: Lists = {}
    for word, keys in lists.further.items():
        where = (course_posting.c.catalogue == catalogue, course_posting.c.word == word)
        row = connection.execute(select(course_posting.c.offers).where(*where)).first()
        further[word] = keys if row is None else array("I", unpacked(row.offers)) + keys
        connection.execute(delete(course_posting).where(*where))
    _write_further(connection, catalogue, further)


def read_words(connection: Connection, catalogue: str) -> MainWords | None:
    """Return the main words of a catalogue, or None where they were not gathered yet."""
    columns = select(course_index.c.words, course_index.c.ends, course_index.c.offers)
    row = connection.execute(columns.where(course_index.c.catalogue == catalogue)).first()
    if row is None:
        return None
    text = zlib.decompress(row.words).decode()
    words = tuple(text.split("\n")) if text else ()
    starts, at = array("L"), 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return MainWords(catalogue, words, text, starts, _array(row.ends), _array(row.offers))


def mark_further(connection: Connection, catalogue: str, word: str, marks: bytearray, *, is_whole: bool) -> int:
    """Mark the offers with a further word that begins with this one, or `is_whole`; return those known as sets."""
    last = word + "\0" if is_whole else word + _ENDING_OF_RANGE
    sets = 0
    for (octets,) in _CHOSEN.rows(connection, catalogue=catalogue, first=word, last=last):
        found = set_in(octets)
        if found is not None:
            sets |= found
        else:
            for key in keys_in(octets):
                marks[key] = 1
    return sets


def last_key(connection: Connection) -> int:
    """Return the highest key that an offer has or had: a new one gets a higher one, or it would have old words."""
    held = connection.execute(select(func.max(course.c.key))).scalar()
    named = connection.execute(select(func.max(course_index.c.last_key))).scalar()
    return max(held or 0, named or 0)


def forget_words(connection: Connection, catalogue: str) -> None:
    """Take the words of a catalogue away, which is taken in anew."""
    connection.execute(delete(course_posting).where(course_posting.c.catalogue == catalogue))
    connection.execute(delete(course_index).where(course_index.c.catalogue == catalogue))


def touch_words(connection: Connection) -> None:
    """Let everybody know that what lies in memory of the courses is no longer true."""
    connection.execute(course_index.update().values(stamp=randbits(62)))


def _write_further(connection: Connection, catalogue: str, further: Lists) -> None:
    rows = ((catalogue, word, packed(further[word])) for word in sorted(further))
    _ADD.run_many(connection, (tuple(_named(row)[name] for name in _ADD.names) for row in rows))


def _write_main(connection: Connection, catalogue: str, main: Lists, last_key: int) -> None:
    words = sorted(main)
    ends, keys = array("I"), array("I")
    for word in words:
        keys.extend(main[word])
        ends.append(len(keys))
    connection.execute(delete(course_index).where(course_index.c.catalogue == catalogue))
    cells = {
        "catalogue": catalogue,
        "stamp": randbits(62),
        "last_key": last_key,
        "words": zlib.compress("\n".join(words).encode(), 1),
        "ends": zlib.compress(ends.tobytes(), 1),
        "offers": zlib.compress(keys.tobytes(), 1),
    }
    connection.execute(insert(course_index).values(cells))
    note_reading(connection, catalogue)


def _enter(lists: Lists, words: Iterable[str], key: int) -> None:
    for word in words:
        keys = lists.get(word)
        if keys is None:
            lists[word] = keys = array("I")
        keys.append(key)


def _array(octets: bytes) -> array[int]:
    return array_of(zlib.decompress(octets))


def _named(row: tuple[str, str, bytes]) -> dict[str, object]:
    return dict(zip(("catalogue", "word", "offers"), row, strict=True))


def set_of(sets: int, marks: bytearray) -> int:
    """Return the offers that were marked and those known as sets."""
    return sets | joined(marks)

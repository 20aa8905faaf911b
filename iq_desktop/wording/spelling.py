"""Whether a word is spelt as words are, and what may have been meant: lists of words, and how German joins them."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A word as one looks it up: letters, and an apostrophe between them."""
_ENTRY: Final = re.compile(rb'"((?:[^"\\]|\\.)+)":\s*(\d+)')
_PIECE: Final = 1 << 15
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ'’]+")
_SHORTEST: Final = 4
_FUGUES: Final = ("", "s", "es", "n", "en", "er", "e")
"""What stands between two parts of a German compound."""
_LETTERS: Final = {"de": "enisratdhulcgmobwfkzvpäüößjyxqé", "en": "esiarntolcdugmphbyfvkwzxjq'"}
_MOST: Final = 5
_PARTS: Final = 3
_COMMON: Final = 7
"""How common (in binary digits of its count) a part of three letters must be: „Bau“, „Bus“, „Maß“."""
_WOMEN: Final = ("in", "innen")


class Spelling:
    """The words of a language, and words that somebody wants to keep as they are."""

    def __init__(self, language: str, words: Mapping[str, int]) -> None:
        """Keep words in small letters, each with how common it is."""
        self._language, self._words = language, words
        self._known: dict[str, bool] = {}

    def keep(self, word: str) -> None:
        """Take a word as right from now on."""
        self._known[word] = True

    def knows(self, word: str) -> bool:
        """Return whether a word is right, or none that could be judged: short, a code, in another script."""
        if word not in self._known:
            self._known[word] = self._is_beyond(word) or self._is_right(word)
        return self._known[word]

    def wrong_places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and length of each word that is not known."""
        for match in WORD.finditer(text):
            if not self.knows(match.group()):
                yield match.start(), match.end() - match.start()

    def suggestions(self, word: str) -> Sequence[str]:
        """Return what may have been meant, the likeliest first: one letter more, fewer, other, or two changed about."""
        small, letters = word.lower(), _LETTERS.get(self._language, "")
        found = {each: self._words[each] for each in _neighbours(small, letters) if each in self._words}
        if self._language == "de" and not found:
            found = dict.fromkeys(self._mended_compounds(small, letters), 0)
        best = sorted(found, key=lambda each: (-found[each], each))[:_MOST]
        return [_in_case_of(word, each) for each in best]

    def _is_beyond(self, word: str) -> bool:
        is_code = any(letter.isupper() for letter in word[1:])
        return len(word) < _SHORTEST or is_code or not _LATIN.fullmatch(word)

    def _is_right(self, word: str) -> bool:
        small = word.lower().replace("’", "'")
        if small in self._words or small.removesuffix("'s") in self._words:
            return True
        if self._language != "de":
            return False
        is_noun = word[0].isupper()
        return self._is_compound(small, is_noun=is_noun) or any(
            is_noun and small.endswith(end) and self._is_right(word.removesuffix(end)) for end in _WOMEN
        )

    def _is_compound(self, small: str, *, is_noun: bool, parts: int = _PARTS) -> bool:
        """Return whether a word is made of known parts; nouns may have shorter ones."""
        least = _SHORTEST if is_noun else _SHORTEST + 1
        for place in range(_SHORTEST - 1, len(small) - least + 1):
            if self._is_first_part(small[:place], is_noun=is_noun) and (
                small[place:] in self._words
                or (parts > 1 and self._is_compound(small[place:], is_noun=is_noun, parts=parts - 1))
            ):
                return True
        return False

    def _is_first_part(self, part: str, *, is_noun: bool = True) -> bool:
        least = _SHORTEST if is_noun else _SHORTEST + 1
        stems = (part[: len(part) - len(fugue)] for fugue in _FUGUES if part.endswith(fugue))
        return any(self._is_stem(stem, least) for stem in stems) or (is_noun and self._is_short_stem(part))

    def _is_stem(self, stem: str, least: int) -> bool:
        return len(stem) >= least and stem in self._words

    def _is_short_stem(self, part: str) -> bool:
        return len(part) == _SHORTEST - 1 and self._words.get(part, 0) >= _COMMON

    def _mended_compounds(self, small: str, letters: str) -> Iterator[str]:
        """Yield compounds of which one part is right and the other may have been meant."""
        for place in range(_SHORTEST, len(small) - _SHORTEST + 1):
            first, last = small[:place], small[place:]
            if self._is_first_part(first):
                yield from (first + each for each in _neighbours(last, letters) if each in self._words)
            elif last in self._words:
                mended = _neighbours(first, letters)
                yield from (each + last for each in mended if self._is_first_part(each))


def read_spelling(folder: Path, language: str) -> Spelling:
    """Return the spelling of a language; raises OSError where there is no list of its words.

    It is read piece by piece: other threads of the program go on meanwhile.
    """
    words: dict[str, int] = {}
    rest = b""
    with gzip.open(folder / f"{language}.json.gz") as file:
        while piece := file.read(_PIECE):
            text = rest + piece
            end = text.rfind(b"\n") + 1
            rest = text[end:]
            _take_words(words, text[:end])
    _take_words(words, rest)
    return Spelling(language, words)


def _take_words(words: dict[str, int], text: bytes) -> None:
    for word, count in _ENTRY.findall(text):
        words[word.decode()] = int(count).bit_length()


def _neighbours(word: str, letters: str) -> set[str]:
    """Return every word that is one slip away."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    fewer = {first + last[1:] for first, last in cuts if last}
    swapped = {first + last[1] + last[0] + last[2:] for first, last in cuts if len(last) > 1}
    others = {first + letter + last[1:] for first, last in cuts if last for letter in letters}
    more = {first + letter + last for first, last in cuts for letter in letters}
    sharp = {word.replace("ss", "ß"), word.replace("ß", "ss")} - {word}
    return fewer | swapped | others | more | sharp


def _in_case_of(word: str, other: str) -> str:
    return other[:1].upper() + other[1:] if word[:1].isupper() else other

"""Finds reference occupations in memory: some hundred names with all that leads to them.

Words are weighed by where they stand (the name itself, other names, what ESCO calls it, tasks), by how they match
(whole, without ending, begun, inside a compound, with slips) and by how few occupations share them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.occupation_names import is_former, without_gender
from iq_desktop.domain.reference_occupation import FoundOccupation, ReferenceOccupation
from iq_desktop.storage.name_keys import fold
from iq_desktop.storage.occupation_spelling import count_slips
from iq_desktop.storage.word_keys import fold_both, stem_of, telling_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NAME, OTHER_NAME, CATALOGUE_NAME, CATALOGUE_OTHER, TASK, CATALOGUE_TASK = 1.0, 0.95, 0.75, 0.6, 0.6, 0.3
"""How much a word says, by where it stands."""
_WHOLE_NAME: Final = 2.0
_BEGUN, _INSIDE, _AT_END, _HEAD, _STEM = 0.8, 0.5, 0.65, 0.5, 0.9
_ONE_SLIP, _TWO_SLIPS = 0.75, 0.55
_SHORTEST_BEGINNING: Final = 3
_SHORTEST_PART: Final = 4
_SHORTEST_HEAD: Final = 5
_UNKNOWN_HEAD: Final = 5
_LONG_WORD: Final = 7
_LONGEST_TYPED: Final = 200
_MOST_WORDS: Final = 8
_FORMER, _ADVANCED = 0.9, 0.85
_ADVANCED_WORDS: Final = ("meister", "gepruefte", "facharzt", "fachwirt")
_ENOUGH: Final = 0.1
"""Of the best one's points: what has fewer is left out."""


@dataclass(frozen=True, slots=True)
class NamedWords:
    """One name or task of an occupation: its words folded, what it says, and how it is shown where it led here."""

    folded: str
    weight: float
    shown: str = ""


@dataclass(frozen=True, slots=True)
class OccupationIndex:
    """What is searched; made once for each state of the catalogues."""

    occupations: tuple[ReferenceOccupation, ...]
    spots: Mapping[str, Mapping[int, tuple[float, str]]]
    """For each folded word the occupations that have it, with the weight and the name in which it stands."""
    wholes: Mapping[str, Mapping[int, tuple[float, str]]]
    tokens: tuple[str, ...]
    stems: Mapping[str, tuple[str, ...]]
    factors: tuple[float, ...]
    groups: Mapping[str, tuple[int, ...]]
    """The occupations by the group of ISCO-08 of those that they are linked with."""


def make_index(
    entries: Sequence[tuple[ReferenceOccupation, Iterable[NamedWords]]], iscos: Sequence[Iterable[str]] = ()
) -> OccupationIndex:
    """Return the index of occupations with all words that lead to each, and the ISCO groups of each."""
    spots: dict[str, dict[int, tuple[float, str]]] = defaultdict(dict)
    wholes: dict[str, dict[int, tuple[float, str]]] = defaultdict(dict)
    for at, (_occupation, names) in enumerate(entries):
        for name in names:
            _keep(wholes[name.folded], at, name)
            for word in telling_words(name.folded):
                _keep(spots[word], at, name)
    stems: dict[str, list[str]] = defaultdict(list)
    for word in spots:
        stems[stem_of(word)].append(word)
    occupations = tuple(occupation for occupation, _ in entries)
    return OccupationIndex(
        occupations=occupations,
        spots=dict(spots),
        wholes=dict(wholes),
        tokens=tuple(sorted(spots)),
        stems={stem: tuple(words) for stem, words in stems.items()},
        factors=tuple(map(_factor, occupations)),
        groups=_grouped(iscos),
    )


def _grouped(iscos: Sequence[Iterable[str]]) -> Mapping[str, tuple[int, ...]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for at, codes in enumerate(iscos):
        for code in codes:
            groups[code].append(at)
    return {code: tuple(members) for code, members in groups.items()}


def of_groups(index: OccupationIndex, groups: Iterable[tuple[str, str]]) -> Iterator[FoundOccupation]:
    """Yield the occupations of ISCO groups, each with the name that led there."""
    for code, name in groups:
        for at in index.groups.get(code, ()):
            yield FoundOccupation(index.occupations[at], name)


def search_index(index: OccupationIndex, words: str, limit: int) -> tuple[FoundOccupation, ...]:
    """Return the occupations that words lead to, best first; none where nothing fits."""
    typed = fold(without_gender(words[:_LONGEST_TYPED]))
    asked = telling_words(typed)[:_MOST_WORDS]
    points: dict[int, float] = defaultdict(float)
    covered: dict[int, int] = defaultdict(int)
    best: dict[int, tuple[float, str]] = {}
    for word in asked:
        for at, (gained, shown) in _points_of(index, word).items():
            points[at] += gained
            covered[at] += 1
            if gained > best.get(at, (0.0, ""))[0]:
                best[at] = (gained, shown)
    for whole in dict.fromkeys((typed, fold_both(without_gender(words[:_LONGEST_TYPED])))):
        for at, (weight, shown) in index.wholes.get(whole, {}).items():
            points[at] += _WHOLE_NAME * weight * _rarity(index, len(index.wholes[whole]))
            best[at] = (_WHOLE_NAME, shown)
    is_advanced = any(mark in typed for mark in _ADVANCED_WORDS)
    scores = {
        at: gained * (covered[at] / len(asked)) * (1.0 if is_advanced else index.factors[at])
        for at, gained in points.items()
        if covered[at]
    }
    least = _ENOUGH * max(scores.values(), default=0.0)
    ranked = sorted((-score, len(index.occupations[at].name), at) for at, score in scores.items() if score >= least)
    return tuple(FoundOccupation(index.occupations[at], best[at][1]) for _, _, at in ranked[:limit])


def _points_of(index: OccupationIndex, word: str) -> Mapping[int, tuple[float, str]]:
    """Return what one typed word gives to each occupation."""
    gained: dict[int, tuple[float, str]] = {}
    for token, quality in _matches(index, word):
        spots = index.spots[token]
        rarity = _rarity(index, len(spots))
        for at, (weight, shown) in spots.items():
            value = quality * weight * rarity
            if value > gained.get(at, (0.0, ""))[0]:
                gained[at] = (value, shown)
    return gained


def _matches(index: OccupationIndex, word: str) -> Iterator[tuple[str, float]]:
    """Yield the words of the index that a typed one may mean, each with how well it fits, from 0 to 1."""
    is_known = word in index.spots
    if is_known:
        yield word, 1.0
    stem = stem_of(word)
    yield from ((other, _STEM) for other in index.stems.get(stem, ()) if other != word)
    begun = list(_begun(index, word))
    yield from begun
    if len(stem) >= _SHORTEST_PART:
        yield from (
            (token, _AT_END if token.endswith((word, stem)) else _INSIDE)
            for token in index.tokens
            if stem in token and not token.startswith(stem)
        )
    if len(word) > _SHORTEST_HEAD:
        heads = (word[:end] for end in range(_SHORTEST_HEAD, len(word)))
        yield from ((head, _HEAD * len(head) / len(word)) for head in heads if head in index.spots)
    if not is_known and not begun and len(word) >= _SHORTEST_PART:
        slipped = list(_slipped(index, word))
        yield from slipped or _of_head(index, word)


def _begun(index: OccupationIndex, word: str) -> Iterator[tuple[str, float]]:
    if len(word) < _SHORTEST_BEGINNING:
        return
    for at in range(bisect_left(index.tokens, word), len(index.tokens)):
        token = index.tokens[at]
        if not token.startswith(word):
            return
        if token != word:
            yield token, _BEGUN * (0.5 + 0.5 * len(word) / len(token))


def _of_head(index: OccupationIndex, word: str) -> Iterator[tuple[str, float]]:
    """Yield the words that begin as a compound begins that nobody knows (“versicherungskaufmann”)."""
    for end in range(len(word) - _SHORTEST_PART, _UNKNOWN_HEAD, -1):
        if found := list(_begun(index, word[:end])):
            yield from ((token, quality * _HEAD) for token, quality in found)
            return


def _slipped(index: OccupationIndex, word: str) -> Iterator[tuple[str, float]]:
    """Yield the words that somebody meant who slipped; the first letter is right."""
    forgiven = 2 if len(word) >= _LONG_WORD else 1
    letters = set(word)
    for at in range(bisect_left(index.tokens, word[0]), bisect_left(index.tokens, chr(ord(word[0]) + 1))):
        token = index.tokens[at]
        if len(token) < len(word) - forgiven:
            continue
        for known in dict.fromkeys((token, token[: len(word)])):
            if abs(len(known) - len(word)) <= forgiven and len(letters ^ set(known)) <= 2 * forgiven:
                slips = count_slips(word, known)
                if slips <= forgiven:
                    yield token, (_ONE_SLIP if slips <= 1 else _TWO_SLIPS) * (1.0 if known == token else 0.8)


def _rarity(index: OccupationIndex, sharing: int) -> float:
    return 1.0 + log(1.0 + len(index.occupations) / max(1, sharing)) / log(1.0 + len(index.occupations))


def _factor(occupation: ReferenceOccupation) -> float:
    """Return what is taken off from trainings that are no more, and from advanced ones that nobody asked for."""
    folded = fold(occupation.name)
    is_advanced = any(mark in folded for mark in _ADVANCED_WORDS)
    return (_FORMER if is_former(occupation.name) else 1.0) * (_ADVANCED if is_advanced else 1.0)


def _keep(spots: dict[int, tuple[float, str]], at: int, name: NamedWords) -> None:
    if name.weight > spots.get(at, (0.0, ""))[0]:
        spots[at] = (name.weight, name.shown)

"""Whether two cases are about the same person: what speaks for it, what against, in words; nothing is ever merged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from iq_desktop.domain.case_row import CaseRow
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.client import Gender
from iq_desktop.domain.partial_date import Pair, PartialDate
from iq_desktop.wording.text import Text, say

_YEAR: Final = 365


class LinkKind(Choice):
    """What an adviser decided about two cases that look alike."""

    SAME = "same", say("The same person")
    DIFFERENT = "different", say("Two different people")


class Certainty(Choice):
    """How sure it is that two cases are about the same person, surest first."""

    SURE = "sure", say("very probably the same person")
    LIKELY = "likely", say("probably the same person")
    POSSIBLE = "possible", say("possibly the same person")


@dataclass(frozen=True, slots=True)
class CaseLink:
    """What was decided about a case and another one, by whom and when; `other` is the line of the other case."""

    case_id: str
    other: CaseRow
    kind: LinkKind
    adviser_id: str
    linked_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A case that may be about the same person, with what speaks for it, the weightiest first."""

    row: CaseRow
    certainty: Certainty
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name with its keys; two words are one where they share a key, the strictest kind counts.

    `asked` are the skeletons under which it looks for others, which have their own in `skeletons`. Where one of two
    words is written without vowels, as in Arabic, the same skeleton is all that they can have in common.
    """

    folds: frozenset[str]
    sounds: frozenset[str]
    skeletons: frozenset[str]
    asked: frozenset[str]
    has_vowels: bool = True


@dataclass(frozen=True, slots=True)
class Traits:
    """What two cases are compared by.

    `passport` and `others` (own script, a standard, former names) hold each way in which the name is written, as the
    words of it. Telephone, e-mail and customer number are in a form in which equal ones are equal.
    """

    passport: tuple[tuple[NameWord, ...], ...] = ()
    others: tuple[tuple[NameWord, ...], ...] = ()
    birth: PartialDate | None = None
    gender: Gender | None = None
    place: str = ""
    origins: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    email: str = ""
    customer_number: str = ""

    @property
    def names(self) -> tuple[tuple[NameWord, ...], ...]:
        """Every way in which the name is written."""
        return (*self.passport, *self.others)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two people are one: the points that decide, and what they mean in words."""

    points: int
    certainty: Certainty
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for (more than 0 points) or against the same person."""

    points: int
    reason: Text


_EXACT, _SOUND, _SKELETON = 100, 80, 62
"""Out of 100, what a word counts that is written the same, sounds the same, or has the same consonants."""
_NAME_POINTS: Final = 50
_ENOUGH_OF_NAME: Final = 60
"""Out of 100, from which on two names count as one; below it only contacts can speak for one person."""
_OTHER_NAME: Final = -20
_NOTHING_AGAINST: Final = 8
_POSSIBLE: Final = 58
_LIKELY: Final = 75
_SURE: Final = 92


def compare(one: Traits, other: Traits) -> Likeness | None:
    """Return how sure it is that two people are one, with the reasons; None where they are probably two."""
    signs = [
        *_name_signs(one, other),
        *_birth_signs(one.birth, other.birth),
        *_contact_signs(one, other),
        *_side_signs(one, other),
    ]
    if _is_named_alone(one, other):
        signs.append(Sign(_NOTHING_AGAINST, say("No date of birth to compare")))
    points = sum(sign.points for sign in signs)
    if points < _POSSIBLE:
        return None
    speaking = sorted((sign for sign in signs if sign.points > 0), key=lambda sign: -sign.points)
    certainty = Certainty.SURE if points >= _SURE else Certainty.LIKELY if points >= _LIKELY else Certainty.POSSIBLE
    against = (sign for sign in signs if sign.points < 0)
    return Likeness(points, certainty, tuple(sign.reason for sign in (*speaking, *against)))


def _is_named_alone(one: Traits, other: Traits) -> bool:
    """Return whether two whole names are written the same and a date of birth is missing: as when a case begins."""
    if one.birth is not None and other.birth is not None:
        return False
    pairs = ((mine, their) for mine in one.names for their in other.names)
    return any(len(mine) == len(their) > 1 and _likeness(mine, their) == _EXACT for mine, their in pairs)


def _name_signs(one: Traits, other: Traits) -> tuple[Sign, ...]:
    likeness = _best(one.names, other.names)
    if likeness is None:
        return ()
    if likeness >= _ENOUGH_OF_NAME and not _shares_word(one.passport, other.passport):
        likeness = _ENOUGH_OF_NAME  # own scripts or former names agree, but the passports have nothing in common
    if likeness == _EXACT:
        return (Sign(_NAME_POINTS, say("The same name")),)
    if likeness >= _SOUND:
        return (Sign(_points(likeness), say("A name that sounds the same")),)
    if likeness >= _ENOUGH_OF_NAME:
        return (Sign(_points(likeness), say("A similar name")),)
    return () if _shares_word(one.names, other.names) else (Sign(_OTHER_NAME, say("Other names")),)


def _best(mine: tuple[tuple[NameWord, ...], ...], theirs: tuple[tuple[NameWord, ...], ...]) -> int | None:
    return max((_likeness(name, their) for name in mine for their in theirs), default=None)


def _shares_word(mine: tuple[tuple[NameWord, ...], ...], theirs: tuple[tuple[NameWord, ...], ...]) -> bool:
    """Return whether any word of one is a word of the other; true where one has no such name."""
    pairs = [(word, their) for name in mine for word in name for other in theirs for their in other]
    return not pairs or any(_word_likeness(word, their) for word, their in pairs)


def _points(likeness: int) -> int:
    return _NAME_POINTS * likeness // 100


def _likeness(mine: tuple[NameWord, ...], theirs: tuple[NameWord, ...]) -> int:
    """Return how far the words of two names are the same, in any order, out of 100.

    Every word of the shorter name must have its own in the longer one; a name of which only one word is known is
    never more than similar.
    """
    short, long = sorted((mine, theirs), key=len)
    if not short:
        return 0
    left, total = list(long), 0
    for word in short:
        best = max(left, key=lambda candidate: _word_likeness(word, candidate), default=None)
        found = _word_likeness(word, best) if best is not None else 0
        if best is None or not found:
            return 0
        left.remove(best)
        total += found
    mean = total // len(short)
    if len(short) == 1:
        return min(mean, _SOUND - 1) if len(long) > 1 else mean
    return mean if not left else max(mean - 5 * len(left), 0)


def _word_likeness(one: NameWord, other: NameWord) -> int:
    if one.folds & other.folds:
        return _EXACT
    if one.sounds & other.sounds:
        return _SOUND
    if not (one.asked & other.skeletons or other.asked & one.skeletons):
        return 0
    return _SKELETON if one.has_vowels and other.has_vowels else _SOUND


def _birth_signs(one: PartialDate | None, other: PartialDate | None) -> tuple[Sign, ...]:
    if one is None or other is None:
        return ()
    pairs = [(mine, theirs) for mine in _dates(one) for theirs in _dates(other)]
    return (max((_compare_births(mine, theirs) for mine, theirs in pairs), key=lambda sign: sign.points),)


def _dates(date: PartialDate) -> tuple[PartialDate, ...]:
    """Return each date that a birth can be: of two papers that differ, either one."""
    if date.second is not None and date.pair is Pair.DIFFER:
        return date.first, date.second
    return (date,)


def _compare_births(one: PartialDate, other: PartialDate) -> Sign:
    if one.day and other.day and not (one.second or other.second):
        return _compare_days(one, other)
    slack = dt.timedelta(days=_YEAR if one.about or other.about else 0)
    if one.earliest - slack <= other.latest and other.earliest - slack <= one.latest:
        if one.month and other.month and not (one.second or other.second):
            return Sign(26, say("Born in the same month"))
        return Sign(18, say("The dates of birth fit each other"))
    return Sign(-50, say("Other dates of birth"))


def _compare_days(one: PartialDate, other: PartialDate) -> Sign:
    """Return what two whole dates say: equal, turned round, or one slip apart."""
    mine, theirs = (one.year, one.month, one.day), (other.year, other.month, other.day)
    if mine == theirs:
        is_made_up = (one.month, one.day) == (1, 1)
        return Sign(28 if is_made_up else 40, say("The same date of birth"))
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return Sign(26, say("Day and month of birth are exchanged"))
    if _differs_in_one_digit(one, other):
        return Sign(10, say("The dates of birth differ in one place"))
    if (1, 1) in {mine[1:], theirs[1:]} and one.year == other.year:
        return Sign(14, say("Born in the same year, one date is the first of January"))
    slack = dt.timedelta(days=_YEAR) if one.about or other.about else dt.timedelta(0)
    if slack and abs(one.earliest - other.earliest) <= slack:
        return Sign(12, say("The dates of birth fit each other"))
    return Sign(-50, say("Other dates of birth"))


def _differs_in_one_digit(one: PartialDate, other: PartialDate) -> bool:
    mine, theirs = f"{one.earliest:%Y%m%d}", f"{other.earliest:%Y%m%d}"
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def _contact_signs(one: Traits, other: Traits) -> tuple[Sign, ...]:
    found = []
    if one.customer_number and one.customer_number == other.customer_number:
        found.append(Sign(60, say("The same customer number")))
    if one.email and one.email == other.email:
        found.append(Sign(34, say("The same e-mail address")))
    if one.phones & other.phones:
        found.append(Sign(30, say("The same telephone number")))
    return tuple(found)


def _side_signs(one: Traits, other: Traits) -> tuple[Sign, ...]:
    found = []
    if one.place and one.place == other.place:
        found.append(Sign(4, say("The same place")))
    if one.origins and other.origins:
        shared = one.origins & other.origins
        found.append(Sign(4, say("The same origin")) if shared else Sign(-8, say("Other countries of origin")))
    told = {Gender.FEMALE, Gender.MALE}
    if one.gender in told and other.gender in told and one.gender is not other.gender:
        found.append(Sign(-20, say("Another gender")))
    return tuple(found)

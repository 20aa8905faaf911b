"""Reads from the words of an offer what its catalogue has no field for: kind, levels of German, times, who pays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course_traits import GERMAN_KINDS, CourseFunding, CourseKind, TeachingTime
from iq_desktop.domain.language_skill import Level

if TYPE_CHECKING:
    from decimal import Decimal

    from iq_desktop.domain.course import CourseOffer

_KINDS: Final = (
    (
        CourseKind.VOCATIONAL_GERMAN,
        re.compile(
            r"berufssprachk|berufsbezogene\w* (?:deutsch|sprach)|deuf[öo]e?v|\b(?:job-?)?bsk\b"
            r"|deutsch f(?:ü|ue)r (?:den|die) (?:beruf|pflege|arbeit)|berufsdeutsch|deutsch im beruf"
            r"|fachsprach\w*\b.*\bdeutsch|deutsch\b.*\bfachsprach",
            re.IGNORECASE,
        ),
    ),
    (
        CourseKind.INTEGRATION,
        re.compile(r"integrations(?:sprach)?k(?:u|ü)rs|orientierungskurs|alphabetisierungskurs", re.IGNORECASE),
    ),
    (
        CourseKind.ADAPTATION,
        re.compile(
            r"anpassungs(?:lehrgang|qualifizierung|maßnahme|massnahme|kurs|fortbildung)|kenntnisprüfung|eignungsprüfung"
            r"|ausgleichsmaß?s?nahme|anerkennungs(?:lehrgang|kurs|qualifizierung|praktikum)",
            re.IGNORECASE,
        ),
    ),
    (CourseKind.PARTIAL, re.compile(r"teilqualifi|teilqualifizierung|\btq[ -]?\d", re.IGNORECASE)),
    (
        CourseKind.GERMAN,
        re.compile(
            r"\bdeutsch(?:kurs\w*)?\b(?=.*\b(?:[abc][12]|kurs\w*|sprachkurs\w*|anfänger\w*|intensiv\w*|fremdsprache"
            r"|zweitsprache|niveau|grundkurs)\b)|deutsch(?:sprach)?kurs|sprachkurs deutsch|deutsch als (?:fremd|zweit)"
            r"|alphabetisierung",
            re.IGNORECASE,
        ),
    ),
)
_LITERACY: Final = re.compile(r"alphabetisierung", re.IGNORECASE)
_LEVEL: Final = re.compile(r"\b([ABC][12])(?:[.,][12])?\b\+?")
_ENTRY: Final = re.compile(
    r"(?:ab|von|eingangsniveau|einstiegsniveau|voraussetzung\w*:?|vorkenntnisse\w*:?|mindestens)\s+(?:niveau\s+)?([ABC][12])\b",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"\b(\d{1,2})[:.](\d\d)\s*(?:uhr)?\s*(?:-|–|bis)\s*\d{1,2}[:.]\d\d", re.IGNORECASE)
_EVENING: Final = re.compile(r"abend", re.IGNORECASE)
_WEEKEND: Final = re.compile(r"wochenend|samstag|sonntag", re.IGNORECASE)
_DAYTIME: Final = re.compile(r"vormittag|nachmittag|tagsüber|ganztag|\bvollzeit\b|morgens", re.IGNORECASE)
_WEEKLY: Final = re.compile(
    r"\b(\d{1,2})\s*(?:UE|UStd|U-?Std\.?|Unterrichtseinheiten|Unterrichtsstunden)\s*(?:/|pro|je|in der)\s*Woche",
    re.IGNORECASE,
)
_VOUCHER: Final = re.compile(r"bildungsgutschein|\bazav\b", re.IGNORECASE)
_REFUSED_VOUCHER: Final = re.compile(r"(?:kein|nicht)\w*\s+(?:\w+\s+){0,3}bildungsgutschein", re.IGNORECASE)
_BAMF: Final = re.compile(r"\bbamf\b|bundesamt für migration", re.IGNORECASE)
_EVENING_BEGINS: Final = 17
_DAY_BEGINS: Final = 6
_MOST_WEEKLY: Final = 60


def read_again(offer: CourseOffer) -> CourseOffer:
    """Return an offer of which kind, levels, times and payers were never read with what its words say of them."""
    if offer.kind is not CourseKind.OTHER or offer.exit_level or offer.times or offer.fundings:
        return offer
    more = " ".join((*offer.keywords, offer.degree))
    kind = read_kind(offer.title, more)
    entry, end = read_levels(kind, offer.title, more)
    return replace(
        offer,
        kind=kind,
        entry_level=entry,
        exit_level=end,
        times=read_times(offer.title),
        fundings=read_fundings(kind, more, offer.price, is_approved=bool(offer.measure_number)),
    )


def read_kind(title: str, more: str = "", otherwise: CourseKind = CourseKind.OTHER) -> CourseKind:
    """Return what a course is for, by its title, else by its keywords and degree."""
    for words in (title, more):
        for kind, pattern in _KINDS:
            if pattern.search(words):
                return kind
    return otherwise


def read_levels(kind: CourseKind, title: str, more: str = "") -> tuple[Level | None, Level | None]:
    """Return the German that a course asks for and the one it leads to, None where it does not say.

    Only courses of German are looked at: elsewhere a level may be one of English, or of a driving licence.
    """
    if kind not in GERMAN_KINDS:
        return None, None
    for words in (title, more):
        found = sorted({Level.of(code) for code in _LEVEL.findall(words)}, key=lambda level: level.rank)
        entry = _ENTRY.search(words)
        if len(found) > 1:
            return found[0], found[-1]
        if found and entry:
            return Level.of(entry[1].upper()), None
        if found:
            return None, found[0]
    if kind is CourseKind.INTEGRATION and not _LITERACY.search(title):
        return None, Level.B1  # the aim of the integration course, § 3 Abs. 2 IntV
    return None, None


def read_times(*texts: str) -> tuple[TeachingTime, ...]:
    """Return when lessons are, by words and by the hours of the clock."""
    words = " ".join(texts)
    found = set()
    for hour, _minute in _CLOCK.findall(words):
        if _DAY_BEGINS <= int(hour) < _EVENING_BEGINS:
            found.add(TeachingTime.DAYTIME)
        elif _EVENING_BEGINS <= int(hour) < 24:  # noqa: PLR2004  (the hours of a day)
            found.add(TeachingTime.EVENING)
    signs = (
        (TeachingTime.EVENING, _EVENING),
        (TeachingTime.WEEKEND, _WEEKEND),
        (TeachingTime.DAYTIME, _DAYTIME),
    )
    found |= {time for time, pattern in signs if pattern.search(words)}
    return tuple(time for time in TeachingTime if time in found)


def read_weekly_hours(*texts: str) -> int | None:
    """Return how many lessons a week has, where exactly one number is told."""
    numbers = {int(number) for words in texts for number in _WEEKLY.findall(words)}
    return numbers.pop() if len(numbers) == 1 and max(numbers) <= _MOST_WEEKLY else None


def read_fundings(
    kind: CourseKind, words: str, price: Decimal | None, *, is_approved: bool = False
) -> tuple[CourseFunding, ...]:
    """Return who may pay; `is_approved` tells that the Agency has approved the course (measure number).

    Integration courses and vocational German are what the Federal Office pays for; other courses of German only where
    they say so.
    """
    found = []
    if kind in (CourseKind.INTEGRATION, CourseKind.VOCATIONAL_GERMAN) or (kind in GERMAN_KINDS and _BAMF.search(words)):
        found.append(CourseFunding.BAMF)
    if is_approved or (_VOUCHER.search(words) and not _REFUSED_VOUCHER.search(words)):
        found.append(CourseFunding.VOUCHER)
    if price:
        found.append(CourseFunding.OWN)
    return tuple(found)

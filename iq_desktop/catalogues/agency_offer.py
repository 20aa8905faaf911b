"""Turns one „Termin“ of the course searches of the Federal Employment Agency into a course offer.

Names and examples of the fields stand in the interface description of the vocational-German search; the answer of the
further-training search has the same shape, with `unterrichtszeit` and `angebotstyp` besides. Kinds and target levels
are the classification of that description (MB integration courses, MC vocational German with MC 01 1 to MC 01 5 for A2
to C2, MQ recognition of foreign qualifications).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.open_qcat_offer import Unusable
from iq_desktop.catalogues.plain_text import make_line, make_plain
from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_reading import read_fundings, read_kind, read_levels, read_times, read_weekly_hours
from iq_desktop.domain.course_traits import GERMAN_KINDS, CourseFunding, CourseKind, TeachingForm, TeachingTime
from iq_desktop.domain.language_skill import Level
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FORMS: Final = {
    "1": TeachingForm.CLASSROOM,
    "2": TeachingForm.CLASSROOM,
    "3": TeachingForm.CLASSROOM,
    "4": TeachingForm.ONLINE,
    "5": TeachingForm.ONLINE,
    "6": TeachingForm.CLASSROOM,
}
_FORMS_BY_HUNDRED: Final = {
    "1": TeachingForm.CLASSROOM,
    "2": TeachingForm.ONLINE,
    "3": TeachingForm.MIXED,
    "4": TeachingForm.ONLINE,
}
_TIMES: Final = {"1": TeachingTime.DAYTIME, "3": TeachingTime.WEEKEND}
_KINDS: Final = {
    "MC": CourseKind.VOCATIONAL_GERMAN,
    "MB": CourseKind.INTEGRATION,
    "MQ": CourseKind.ADAPTATION,
}
_TARGETS: Final = {
    "MC 01 1": Level.A2,
    "MC 01 2": Level.B1,
    "MC 01 3": Level.B2,
    "MC 01 4": Level.C1,
    "MC 01 5": Level.C2,
}
_LESSONS: Final = re.compile(
    r"(?<![\d.,–-])(\d{2,4})\s*(?:UE|UStd|U-?Std|Unterrichtseinheiten|Unterrichtsstunden)\b(?!\s*/)"
)
_PAID_BY_LAW: Final = frozenset({CourseKind.INTEGRATION, CourseKind.VOCATIONAL_GERMAN})
_FREE: Final = re.compile(r"kostenfrei|kostenlos|keine kosten|gebührenfrei", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_LATE_EVENING: Final = dt.timedelta(hours=2)
"""Midnight in Germany is 22 or 23 o'clock in UTC: two hours later it is the right day, in winter and in summer."""
_MOST_SECONDS: Final = 7_258_118_400
_LANGUAGE_TYPE, _TRAINING_TYPE = "4", "5"


def is_language_offer(value: Any) -> bool:
    """Return whether a member comes from the vocational-German search."""
    offer = _part(value, "angebot")
    kinds = [code[:2] for code in _codes(offer)]
    return any(code in _KINDS or code == "A8" for code in kinds) or _code(offer, "angebotstyp") == _LANGUAGE_TYPE


def read_agency_offer(value: Any, catalogue: str) -> CourseOffer:
    """Return what a „Termin“ says; raises Unusable with the reason."""
    if not isinstance(value, Mapping) or not isinstance(value.get("angebot"), Mapping):
        raise Unusable(say("an entry without an offer"))
    offer = value["angebot"]
    title, number = make_line(_words(offer, "titel")), _words(value, "id")
    if not number:
        raise Unusable(say("no identity"))
    if not title:
        raise Unusable(say("no title"))
    starts_on, ends_on = _day(value, "beginn"), _day(value, "ende")
    if starts_on and ends_on and ends_on < starts_on:
        raise Unusable(say("ends before it begins"))
    provider, town = _part(offer, "bildungsanbieter"), _part(value, "adresse", "ortStrasse")
    keywords = tuple(dict.fromkeys(_keywords(offer)))
    degree = make_line(_words(offer, "abschlussbezeichnung") or _words(offer, "abschlussart"))
    kind, entry, end = _kind_and_levels(offer, title, " ".join((*keywords, degree)))
    hours = make_plain(_words(value, "unterrichtszeiten"))
    remarks = make_plain(_words(value, "bemerkungZeit"))
    price = _price(value, offer, kind)
    return CourseOffer(
        catalogue=catalogue,
        id=number,
        title=title,
        part_of=_words(offer, "id"),
        provider=make_line(_words(provider, "name")),
        description=_description(offer, hours, remarks),
        keywords=keywords,
        form=_form(value),
        street=make_line(_words(_part(value, "adresse"), "strasse")),
        postal_code=make_line(_words(town, "plz")),
        place=make_line(_words(town, "name")).split(",", 1)[0],
        starts_on=starts_on,
        ends_on=ends_on,
        flexible_start=value.get("individuellerEinstieg") is True,
        hours=_lessons(title, hours, remarks),
        price=price,
        degree=degree,
        web=_web(_words(value, "link"), _words(offer, "link"), _words(provider, "homepage")),
        phone=make_line(f"{_words(provider, 'telefonVorwahl')} {_words(provider, 'telefonDurchwahl')}"),
        email=make_line(_words(provider, "email")),
        kind=kind,
        entry_level=entry,
        exit_level=end,
        times=_times(value, title, hours, remarks),
        weekly_hours=read_weekly_hours(hours, remarks),
        fundings=_fundings(value, offer, kind, price),
        apply_by=_day(value, "anmeldeschluss"),
    )


def _kind_and_levels(offer: Any, title: str, more: str) -> tuple[CourseKind, Level | None, Level | None]:
    codes = _codes(offer)
    named = next((_KINDS[code[:2]] for code in codes if code[:2] in _KINDS), None)
    is_training = _code(offer, "angebotstyp") == _TRAINING_TYPE
    kind = named or read_kind(title, more, CourseKind.FURTHER_TRAINING if is_training else CourseKind.OTHER)
    entry, end = read_levels(kind, title, more)
    target = next((_TARGETS[code] for code in codes if code in _TARGETS), None) if kind in GERMAN_KINDS else None
    if target is None:
        return kind, entry, end
    is_lower = entry is not None and entry.rank < target.rank
    return kind, entry if is_lower else None, target


def _fundings(value: Any, offer: Any, kind: CourseKind, price: Decimal | None) -> tuple[CourseFunding, ...]:
    words = make_line(_words(offer, "foerderung"))
    is_approved = value.get("foerderung") is True and kind not in GERMAN_KINDS
    return read_fundings(kind, words, price, is_approved=is_approved)


def _times(value: Any, title: str, hours: str, remarks: str) -> tuple[TeachingTime, ...]:
    coded = {_TIMES.get(_code(value, "unterrichtsform")), _TIMES.get(_code(value, "unterrichtszeit"))}
    found = {*coded, *read_times(title, hours, remarks)}
    return tuple(time for time in TeachingTime if time in found)


def _form(value: Any) -> TeachingForm:
    code = _code(value, "unterrichtsform")
    if len(code) == len("101"):
        return _FORMS_BY_HUNDRED.get(code[0], TeachingForm.UNKNOWN)
    return _FORMS.get(code, TeachingForm.UNKNOWN)


def _description(offer: Any, hours: str, remarks: str) -> str:
    names = ("inhalt", "zielgruppe", "zugang", "foerderung")
    parts = (*(make_plain(_words(offer, name)) for name in names), hours, remarks)
    return "\n\n".join(dict.fromkeys(part for part in parts if part))


def _keywords(offer: Any) -> Iterator[str]:
    for one in _list(offer, "suchworte"):
        if word := make_line(_words(one, "suchwort")):
            yield word


def _price(value: Any, offer: Any, kind: CourseKind) -> Decimal | None:
    """Return the price in euro; a nought counts only where words say that it is free, or the law pays (BAMF)."""
    words = _words(value, "kostenWert").strip()
    if not words or (_words(value, "kostenWaehrung") or "EUR") != "EUR":
        return None
    try:
        amount = Decimal(words)
    except InvalidOperation:
        raise Unusable(say("a price that is no number")) from None
    if not amount.is_finite() or not 0 <= amount < 10**7:
        raise Unusable(say("a price that cannot be"))
    told = f"{_words(value, 'kostenBemerkung')} {_words(offer, 'foerderung')}"
    is_free = kind in _PAID_BY_LAW or _FREE.search(told) is not None
    return amount.quantize(Decimal("0.01")) if amount or is_free else None


def _lessons(*texts: str) -> int | None:
    """Return units of 45 minutes: the only number told, else the largest, beside which a day and a week have theirs."""
    numbers = {int(number) for words in texts for number in _LESSONS.findall(words)}
    return max(numbers) if numbers else None


def _day(value: Any, name: str) -> dt.date | None:
    """Return a day: a moment in milliseconds since 1970, or a date of ISO."""
    words = _words(value, name).strip()
    if not words:
        return None
    try:
        if re.fullmatch(r"-?\d{5,15}(?:\.0)?", words):
            seconds = int(float(words)) // 1000
            if not 0 <= seconds < _MOST_SECONDS:
                raise Unusable(say("a date that is none"))
            return (dt.datetime.fromtimestamp(seconds, dt.UTC) + _LATE_EVENING).date()
        return dt.date.fromisoformat(words[:10])
    except ValueError:
        raise Unusable(say("a date that is none")) from None


def _web(*addresses: str) -> str:
    return next((found[0] for address in addresses if (found := _WEB.fullmatch(address.strip()))), "")


def _codes(offer: Any) -> Sequence[str]:
    return [" ".join(_words(one, "codeNr").split()) for one in _list(offer, "systematiken")]


def _code(value: Any, name: str) -> str:
    return _words(_part(value, name), "id")


def _list(value: Any, name: str) -> Sequence[Any]:
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, list) else ()


def _part(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def _words(value: Any, name: str) -> str:
    """Return what stands in a field as words: text as it is, numbers in digits, nothing for anything else."""
    found = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return str(found)

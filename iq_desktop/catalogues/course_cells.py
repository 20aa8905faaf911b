"""Reads the cells of a table of courses: days, numbers, levels and choices, as people write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.open_qcat_offer import Unusable
from iq_desktop.catalogues.plain_text import make_line, make_plain
from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_reading import read_fundings, read_kind, read_levels, read_times
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, TeachingForm
from iq_desktop.domain.language_skill import Level
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DAY: Final = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\b")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMBER: Final = re.compile(r"\d[\d.\s]*(?:,\d+)?")
_LEVEL: Final = re.compile(r"\b([ABC][12])\b", re.IGNORECASE)
_FLEXIBLE: Final = re.compile(r"jederzeit|laufend|flexibel|auf anfrage|individuell", re.IGNORECASE)
_FREE: Final = re.compile(r"kostenlos|kostenfrei|frei\b|gratis", re.IGNORECASE)
_FORMS: Final = (
    (TeachingForm.MIXED, re.compile(r"hybrid|blended|gemischt|kombin|präsenz.*online|online.*präsenz", re.IGNORECASE)),
    (TeachingForm.ONLINE, re.compile(r"online|virtuell|digital|fern|e-?learning", re.IGNORECASE)),
    (TeachingForm.AT_WORK, re.compile(r"betrieb|arbeitsplatz|inhouse", re.IGNORECASE)),
    (
        TeachingForm.CLASSROOM,
        re.compile(r"präsenz|vor ort|klassenraum|unterrichtsraum|vollzeit|teilzeit", re.IGNORECASE),
    ),
)
_WORD_FIELDS: Final = frozenset(
    {"title", "provider", "street", "place", "degree", "measure_number", "web", "phone", "email", "id"}
)


def read_row(cells: Mapping[str, str], catalogue: str, number: str) -> CourseOffer:
    """Return the offer of a row, whose cells are named by the fields they give; raises Unusable with the reason.

    `number` stands in where the table has no numbers of its own.
    """
    plain = {name: make_line(words) for name, words in cells.items() if words.strip()}
    if not plain.get("title"):
        raise Unusable(say("no title"))
    found: dict[str, Any] = {name: words for name, words in plain.items() if name in _WORD_FIELDS}
    found["id"] = plain.get("id", number)
    found["description"] = make_plain(cells.get("description", ""))
    found["keywords"] = tuple(filter(None, (one.strip() for one in re.split(r"[,;|]", plain.get("keywords", "")))))
    for name, read in _READERS.items():
        if name in plain:
            found[name] = read(plain[name])
    found["flexible_start"] = _FLEXIBLE.search(plain.get("starts_on", "")) is not None
    if found.get("starts_on") and found.get("ends_on") and found["ends_on"] < found["starts_on"]:
        raise Unusable(say("ends before it begins"))
    return _with_traits(CourseOffer(catalogue=catalogue, **found), plain)


def _with_traits(offer: CourseOffer, cells: Mapping[str, str]) -> CourseOffer:
    changes: dict[str, Any] = {}
    more = " ".join((cells.get("kind", ""), *offer.keywords, offer.degree))
    changes["kind"] = kind = read_kind(offer.title, more, _kind_otherwise(cells.get("kind", "")))
    entry, end = read_levels(kind, offer.title, more)
    if offer.entry_level is None:
        changes["entry_level"] = entry
    if offer.exit_level is None:
        changes["exit_level"] = end
    changes["times"] = read_times(cells.get("times", ""), offer.title)
    told = cells.get("fundings", "")
    fundings = read_fundings(kind, f"{told} {more}", offer.price, is_approved=bool(offer.measure_number))
    if re.search(r"selbstzahl|eigenmittel|privat", told, re.IGNORECASE) and CourseFunding.OWN not in fundings:
        fundings = (*fundings, CourseFunding.OWN)
    changes["fundings"] = fundings
    return replace(offer, **changes)


def _kind_otherwise(words: str) -> CourseKind:
    if re.search(r"fortbildung|weiterbildung|umschulung|lehrgang|qualifizierung", words, re.IGNORECASE):
        return CourseKind.FURTHER_TRAINING
    return CourseKind.GERMAN if re.search(r"\bdeutsch|sprachkurs", words, re.IGNORECASE) else CourseKind.OTHER


def _day(words: str) -> dt.date | None:
    """Return a day as 11.01.2027, 11.1.27 or 2027-01-11; None where words stand instead of one."""
    german, iso = _DAY.search(words), _ISO.search(words)
    try:
        if german:
            year = int(german[3])
            return dt.date(year if year >= 100 else 2000 + year, int(german[2]), int(german[1]))  # noqa: PLR2004
        if iso:
            return dt.date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        raise Unusable(say("a date that is none")) from None
    if re.fullmatch(r"[\d./-]+", words.strip()):
        raise Unusable(say("a date that is none"))
    return None


def _price(words: str) -> Decimal | None:
    match = _NUMBER.search(words)
    if not match:
        return Decimal(0) if _FREE.search(words) else None
    text = match[0].replace(" ", "").rstrip(".")
    has_point = re.fullmatch(r"\d+\.\d{1,2}", text) is not None  # before the cents, not between thousands
    number = text if has_point else text.replace(".", "").replace(",", ".")
    try:
        amount = Decimal(number)
    except InvalidOperation:
        raise Unusable(say("a price that is no number")) from None
    if amount >= 10**7:
        raise Unusable(say("a price that cannot be"))
    return amount.quantize(Decimal("0.01"))


def _whole(words: str) -> int | None:
    match = re.search(r"\d{1,3}(?:\.\d{3})+|\d{1,5}", words)
    return int(match[0].replace(".", "")) if match else None


def _level(words: str) -> Level | None:
    match = _LEVEL.search(words)
    return Level.of(match[1].upper()) if match else None


def _form(words: str) -> TeachingForm:
    return next((form for form, pattern in _FORMS if pattern.search(words)), TeachingForm.UNKNOWN)


def _postal_code(words: str) -> str:
    match = re.search(r"\b\d{5}\b", words)
    if match:
        return match[0]
    digits = words.strip()
    return digits.zfill(5) if re.fullmatch(r"\d{4}", digits) else ""  # a spreadsheet has eaten the nought


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "starts_on": _day,
    "ends_on": _day,
    "apply_by": _day,
    "postal_code": _postal_code,
    "form": _form,
    "hours": _whole,
    "weekly_hours": _whole,
    "price": _price,
    "entry_level": _level,
    "exit_level": _level,
}

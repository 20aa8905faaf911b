"""Turns one SERVICE of an open-Qcat catalogue into a course offer.

What the elements mean stands in the XML schema of open-Qcat 1.1 (Federal Employment Agency). The schema leaves the
numbers of the teaching forms to the Agency's website; they are taken from its interface descriptions: 101 to 105
present, 201 to 206 digital, 301 to 304 combined, 401 to 403 distance learning (further training), 1 full time, 2 part
time, 3 weekend, 4 distance learning, 5 e-learning, 6 block (language courses). For EXECUTION_FORM 1 present, 2 digital
and 3 combined are concluded from the same order; 3 is borne out by real catalogues.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.open_qcat_traits import read_traits
from iq_desktop.catalogues.plain_text import make_line, make_plain
from iq_desktop.domain.course import CourseOffer, TeachingForm
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.catalogues.xml_stream import XmlNode

_EXECUTION: Final = {"1": TeachingForm.CLASSROOM, "2": TeachingForm.ONLINE, "3": TeachingForm.MIXED}
_INSTRUCTION: Final = {
    "1": TeachingForm.CLASSROOM,
    "2": TeachingForm.CLASSROOM,
    "3": TeachingForm.CLASSROOM,
    "4": TeachingForm.ONLINE,
    "5": TeachingForm.ONLINE,
    "6": TeachingForm.CLASSROOM,
}
_INSTRUCTION_BY_HUNDRED: Final = {
    "1": TeachingForm.CLASSROOM,
    "2": TeachingForm.ONLINE,
    "3": TeachingForm.MIXED,
    "4": TeachingForm.ONLINE,
}
_HOURS: Final = re.compile(
    r"(?<![\d.,–-])(\d{1,4})\s*(?:UE|UStd|U-?Std|Unterrichtseinheiten|Unterrichtsstunden)(?![A-Za-zäöü])"
)
_DURATION: Final = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?")
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:$|[TZ+\- ])")
_COUNTRY_MARK: Final = re.compile(r"^(?:D|DE)[\s-]+(?=\d{5}$)")
_NOTHING_SAID: Final = re.compile(r"^(?:keine angaben?\b.*|k\. ?a\.|-+)$", re.IGNORECASE)
_MINUTES_OF_UNIT: Final = 45
_EURO: Final = "EUR"


class Unusable(Exception):  # noqa: N818  (a name that says what happened)
    """A service that cannot be taken in, with the reason."""

    def __init__(self, reason: Text) -> None:
        """Keep the reason."""
        super().__init__(reason.message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Supplier:
    """Who offers, as the head of a catalogue says it."""

    name: str
    phone: str = ""
    email: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueHead:
    """What the head of a catalogue says for all services."""

    id: str
    version: str
    currency: str
    published_on: dt.date | None
    suppliers: Mapping[str, Supplier]


def read_head(node: XmlNode) -> CatalogueHead:
    """Return what the HEADER says; raises Unusable where a date is none."""
    suppliers = {
        one.words("SUPPLIER_ID"): Supplier(
            make_line(one.words("SUPPLIER_NAME")),
            one.words("CONTACT", "PHONE") or one.words("ADDRESS", "PHONE"),
            one.words("CONTACT", "EMAILS", "EMAIL") or one.words("ADDRESS", "EMAILS", "EMAIL"),
            _address_of_web(one.words("ADDRESS", "URL") or one.words("CONTACT", "URL")),
        )
        for one in node.find_all("SUPPLIER")
    }
    catalogue = node.find("CATALOG") or node
    return CatalogueHead(
        make_line(catalogue.words("CATALOG_ID")),
        make_line(catalogue.words("CATALOG_VERSION")),
        catalogue.words("CURRENCY") or _EURO,
        _day(catalogue.words("GENERATION_DATE")),
        suppliers,
    )


def read_offer(node: XmlNode, head: CatalogueHead, *, stands_alone: bool = False) -> CourseOffer:
    """Return what a SERVICE itself says; raises Unusable with the reason.

    An event (EDUCATION type="false") names in `part_of` the offer whose title and words it shares. Web, telephone and
    e-mail of the provider stand in where a service has none; for an event only where it `stands_alone`.
    """
    if node.is_cut:
        raise Unusable(say("far too long for a course"))
    details, education = _part(node, "SERVICE_DETAILS"), _part(node, "SERVICE_DETAILS", "SERVICE_MODULE", "EDUCATION")
    product_id = make_line(node.words("PRODUCT_ID"))
    if not product_id:
        raise Unusable(say("no PRODUCT_ID"))
    starts_on, ends_on = _period(details, education)
    is_event = education.attributes.get("type", "").strip() in ("false", "0")
    supplier = _supplier(node, head)
    spare = Supplier("") if is_event and not stands_alone else supplier
    location = _part(education, "MODULE_COURSE", "LOCATION")
    title = make_line(details.words("TITLE"))
    price = _price(node, head)
    offer = CourseOffer(
        catalogue=head.id,
        id=product_id,
        title=title,
        part_of=make_line(education.words("COURSE_ID")) if is_event else "",
        provider=supplier.name,
        description=_description(details),
        keywords=tuple(_keywords(node, details)),
        form=read_form(education),
        street=make_line(location.words("STREET")),
        postal_code=_COUNTRY_MARK.sub("", make_line(location.words("ZIP"))),
        place=make_line(location.words("CITY")),
        starts_on=starts_on,
        ends_on=ends_on,
        flexible_start=_is_true(education.words("MODULE_COURSE", "FLEXIBLE_START")),
        hours=_hours(title, details, education),
        price=price,
        degree=_said(make_line(education.words("DEGREE", "DEGREE_TITLE"))),
        measure_number=make_line(education.words("EXTENDED_INFO", "MEASURE_NUMBER")),
        web=_web(node, education) or _address_of_web(details.words("CONTACT", "URL")) or spare.web,
        phone=make_line(details.words("CONTACT", "PHONE") or spare.phone),
        email=make_line(details.words("CONTACT", "EMAILS", "EMAIL") or spare.email),
        apply_by=_day(education.words("REGISTRATION_DATE")),
    )
    return read_traits(offer, node, education)


def read_form(education: XmlNode) -> TeachingForm:
    """Return how a course is held, by its codes and the kind of its module."""
    if education.find("MODULE_WBT") or education.find("MODULE_CBT"):
        return TeachingForm.ONLINE
    if _is_true(education.words("EXTENDED_INFO", "INHOUSE_SEMINAR")):
        return TeachingForm.AT_WORK
    execution = _code(education, "EXECUTION_FORM")
    instruction = _code(education, "INSTRUCTION_FORM")
    if execution in _EXECUTION:
        return _EXECUTION[execution]
    if len(instruction) == len("101"):
        return _INSTRUCTION_BY_HUNDRED.get(instruction[0], TeachingForm.UNKNOWN)
    return _INSTRUCTION.get(instruction, TeachingForm.UNKNOWN)


def _part(node: XmlNode, *path: str) -> XmlNode:
    """Return a part of a service, or an empty node where it is not there."""
    return node.find(*path) or type(node)(path[-1], {}, node.line)


def _supplier(node: XmlNode, head: CatalogueHead) -> Supplier:
    named = head.suppliers.get(node.words("SUPPLIER_ID_REF"))
    if named is None and len(head.suppliers) == 1:
        return next(iter(head.suppliers.values()))
    return named or Supplier("")


def _description(details: XmlNode) -> str:
    parts = (
        details.words("DESCRIPTION_LONG"),
        details.words("TARGET_GROUP", "TARGET_GROUP_TEXT"),
        details.words("REQUIREMENTS"),
    )
    return "\n\n".join(plain for words in parts if (plain := _said(make_plain(words))))


def _keywords(node: XmlNode, details: XmlNode) -> Iterator[str]:
    seen: set[str] = set()
    features = node.find_all("SERVICE_CLASSIFICATION", "FEATURE", "FVALUE")
    for one in (*details.find_all("KEYWORD"), *features):
        keyword = make_line(one.text)
        if keyword and keyword not in seen:
            seen.add(keyword)
            yield keyword


def _period(details: XmlNode, education: XmlNode) -> tuple[dt.date | None, dt.date | None]:
    """Return first and last day: of the course itself, else of the time for which it is offered."""
    own = _part(education, "MODULE_COURSE", "DURATION")
    around = _part(details, "SERVICE_DATE")
    start = _day(own.words("START_DATE") or around.words("START_DATE"))
    end = _day(own.words("END_DATE") or around.words("END_DATE"))
    if start and end and end < start:
        raise Unusable(say("ends before it begins"))
    return start, end


def _day(words: str) -> dt.date | None:
    if not words:
        return None
    match = _DAY.match(words)
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else _refuse_date()
    except ValueError:
        return _refuse_date()


def _refuse_date() -> dt.date:
    raise Unusable(say("a date that is none"))


def _price(node: XmlNode, head: CatalogueHead) -> Decimal | None:
    """Return the price in euro, or None where it is not said or in another currency."""
    price = _part(node, "SERVICE_PRICE_DETAILS", "SERVICE_PRICE")
    words = price.words("PRICE_AMOUNT")
    if not words or price.attributes.get("type") == "on_request":
        return None
    try:
        amount = Decimal(words)
    except InvalidOperation:
        raise Unusable(say("a price that is no number")) from None
    if not amount.is_finite() or not 0 <= amount < 10**7:
        raise Unusable(say("a price that cannot be"))
    return amount.quantize(Decimal("0.01")) if (price.words("PRICE_CURRENCY") or head.currency) == _EURO else None


def _hours(title: str, details: XmlNode, education: XmlNode) -> int | None:
    """Return units of 45 minutes where exactly one number of them is said; the format has no field for it."""
    for words in (
        title,
        education.words("MODULE_COURSE", "INSTRUCTION_REMARKS"),
        education.words("MODULE_COURSE", "DURATION", "DATE_REMARKS"),
        details.words("SERVICE_DATE", "DATE_REMARKS"),
    ):
        numbers = {int(number) for number in _HOURS.findall(words)}
        if len(numbers) == 1:
            return numbers.pop()
    for module in ("MODULE_WBT", "MODULE_CBT"):
        match = _DURATION.fullmatch(education.words(module, "EST_DURATION") or "-")
        if match and any(match.groups()):
            days, hours, minutes = (int(part or 0) for part in match.groups())
            return round((days * 1440 + hours * 60 + minutes) / _MINUTES_OF_UNIT)
    return None


def _web(node: XmlNode, education: XmlNode) -> str:
    for part in (education, node):
        for one in part.find_all("MIME_INFO", "MIME_ELEMENT"):
            address = _address_of_web(one.words("MIME_SOURCE"))
            if address and not one.words("MIME_TYPE").startswith("image/"):
                return address
    return ""


def _address_of_web(words: str) -> str:
    """Return an address of the web, or nothing for any other scheme."""
    address = words.strip()
    if address.lower().startswith("www."):
        address = f"https://{address}"
    return address if re.fullmatch(r"https?://\S+", address, re.IGNORECASE) else ""


def _code(education: XmlNode, tag: str) -> str:
    node = education.find("EXTENDED_INFO", tag)
    return (node.attributes.get("type", "") or node.text).strip() if node else ""


def _said(words: str) -> str:
    return "" if _NOTHING_SAID.match(words) else words


def _is_true(words: str) -> bool:
    return words in ("true", "1")

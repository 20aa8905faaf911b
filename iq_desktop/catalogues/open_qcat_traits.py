"""Reads from a SERVICE of open-Qcat what its offer is told apart by: kind, levels, times, who pays.

COURSE_TYPE stands in the XML schema: 4 promotion of language, 5 further training. INSTRUCTION_TIME (1 full time, 2 part
time) is taken from the interface description of the further-training search.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.plain_text import make_line
from iq_desktop.domain.course_reading import read_fundings, read_kind, read_levels, read_times, read_weekly_hours
from iq_desktop.domain.course_traits import CourseKind, TeachingTime

if TYPE_CHECKING:
    from iq_desktop.catalogues.xml_stream import XmlNode
    from iq_desktop.domain.course import CourseOffer

_BY_TYPE: Final = {"4": CourseKind.GERMAN, "5": CourseKind.FURTHER_TRAINING}
_FULL_TIME: Final = "1"


def read_traits(offer: CourseOffer, node: XmlNode, education: XmlNode) -> CourseOffer:
    """Return an offer with its kind, levels, times and who may pay; what it does not say itself stays open."""
    if not offer.title:
        return offer  # an event has these from its offer
    more = " ".join((*offer.keywords, offer.degree))
    kind = read_kind(offer.title, more, _BY_TYPE.get(node.words("COURSE_TYPE").strip(), CourseKind.OTHER))
    entry, end = read_levels(kind, offer.title, more)
    remarks = make_line(education.words("MODULE_COURSE", "INSTRUCTION_REMARKS"))
    subsidy = " ".join(make_line(one.text) for one in education.find_all("SUBSIDY", "SUBSIDY_DESCRIPTION"))
    times = read_times(offer.title, remarks)
    instruction = education.find("EXTENDED_INFO", "INSTRUCTION_TIME")
    if instruction and (instruction.attributes.get("type", "") or instruction.text).strip() == _FULL_TIME:
        times = tuple(dict.fromkeys((TeachingTime.DAYTIME, *times)))
    return replace(
        offer,
        kind=kind,
        entry_level=entry,
        exit_level=end,
        times=times,
        weekly_hours=read_weekly_hours(remarks, offer.title),
        fundings=read_fundings(kind, f"{subsidy} {more}", offer.price, is_approved=bool(offer.measure_number)),
    )

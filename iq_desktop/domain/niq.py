"""What the documentation NIQ still lacks of a case: red cannot be sent, amber is incomplete, green has everything.

Source: the code lists of the IQ Webapp (October 2024) and the rules that the network's centres work by.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.client import OLDEST, Benefit, Client, Home
from iq_desktop.domain.language_skill import strongest
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.contact import Contact
    from iq_desktop.domain.qualification import Qualification

_FIRST_YEAR: Final = 1939


class NiqLight(Choice):
    """Whether a record can be sent, worst first."""

    RED = "red", say("cannot be reported yet")
    AMBER = "amber", say("can be reported, incomplete")
    GREEN = "green", say("complete")


@dataclass(frozen=True, slots=True)
class NiqGap:
    """One thing that is missing: how much it matters, and on which page of the case, at which field it is mended.

    `part_id` is the identity of the qualification, where it is about one.
    """

    light: NiqLight
    page: str
    field: str
    text: Text
    part_id: str = ""


@dataclass(frozen=True, slots=True)
class NiqState:
    """The light of a case with all that is missing, red before amber."""

    light: NiqLight
    gaps: tuple[NiqGap, ...] = ()


def niq_state(case: CaseFile, today: dt.date) -> NiqState:
    """Return how far the record of a case has come; what lies in the future or cannot be counts as missing."""
    red = red_gaps(case)
    amber = tuple(_amber(case, today))
    light = NiqLight.RED if red else NiqLight.AMBER if amber else NiqLight.GREEN
    return NiqState(light, (*red, *amber))


def reported_qualifications(case: CaseFile) -> tuple[Qualification, ...]:
    """Return the qualifications that are marked for NIQ."""
    return tuple(one for one in case.qualifications if one.goes_to_niq)


def red_gaps(case: CaseFile) -> tuple[NiqGap, ...]:
    """Return what keeps the record of a case from being sent."""
    contact = case.contact
    no_topic = not (contact.recognition_topics or contact.qualification_topics)
    missing = (
        ("contact", "recognition_topics", no_topic, say("No topic of the counselling was noted.")),
        ("papers", "qualifications", not case.qualifications, say("No qualification was taken up.")),
        (
            "contact",
            "first_talk_on",
            contact.first_talk_on is None,
            say("The day of the first counselling is missing."),
        ),
        ("contact", "ended_on", contact.ended_on is None, say("The end of the first counselling is missing.")),
        ("contact", "channel", contact.channel is None, say("The form of the counselling is missing.")),
    )
    return tuple(NiqGap(NiqLight.RED, page, field, text) for page, field, is_missing, text in missing if is_missing)


def _amber(case: CaseFile, today: dt.date) -> tuple[NiqGap, ...]:
    reported = reported_qualifications(case)
    none_marked = bool(case.qualifications) and not reported
    marked = (
        (NiqGap(NiqLight.AMBER, "papers", "goes_to_niq", say("No qualification is marked for the report.")),)
        if none_marked
        else ()
    )
    of_qualifications = (gap for one in reported for gap in _of_qualification(one))
    return (*marked, *of_qualifications, *_of_person(case, today), *_of_contact(case.contact))


def _of_qualification(one: Qualification) -> tuple[NiqGap, ...]:
    earlier = one.earlier_application
    no_equivalence = earlier is not None and earlier.asks_equivalence and one.equivalence_result is None
    no_evaluation = earlier is not None and earlier.asks_evaluation and one.evaluation_result is None
    missing = (
        ("country", not one.country, say("The state where the qualification was earned is missing.")),
        ("kind", one.kind is None, say("The kind of qualification is missing.")),
        ("experience", one.experience is None, say("Has the person worked in this occupation?")),
        ("earlier_application", earlier is None, say("Was there an application before?")),
        ("equivalence_result", no_equivalence, say("The result of the earlier application is missing.")),
        ("evaluation_result", no_evaluation, say("The result of the earlier evaluation is missing.")),
    )
    return tuple(
        NiqGap(NiqLight.AMBER, "papers", field, text, one.id) for field, is_missing, text in missing if is_missing
    )


def _of_person(case: CaseFile, today: dt.date) -> tuple[NiqGap, ...]:
    client = case.client
    no_age = find_age_fault(client, case.contact.first_talk_on or today)
    no_entry = find_entry_fault(client, today)
    missing = (
        ("person", "birth", no_age is not None, no_age or NOTHING),
        ("person", "gender", client.gender is None, say("The gender is missing.")),
        ("person", "home", client.home is None, say("The home (Germany or abroad) is missing.")),
        ("person", "home_country", _lacks_home_country(client), say("The state of residence is missing.")),
        ("person", "nationalities", not client.nationalities, say("The nationality is missing.")),
        ("person", "entry", no_entry is not None, no_entry or NOTHING),
        ("person", "employment", client.employment is None, say("The employment is missing.")),
        ("person", "benefit", client.benefit is None, say("The benefits are missing.")),
        (
            "person",
            "benefit",
            client.benefit is Benefit.NOT_SAID_WHICH,
            say("Which benefits the person receives is missing."),
        ),
        ("person", "residence_title", client.residence_title is None, say("The residence status is missing.")),
        ("languages", "languages", not _knows_german(case), say("The knowledge of German is missing.")),
    )
    return tuple(NiqGap(NiqLight.AMBER, page, field, text) for page, field, is_missing, text in missing if is_missing)


def _of_contact(contact: Contact) -> tuple[NiqGap, ...]:
    if contact.way is not None:
        return ()
    return (NiqGap(NiqLight.AMBER, "contact", "way", say("How the person found the centre is missing.")),)


def _lacks_home_country(client: Client) -> bool:
    return client.home is Home.ABROAD and not client.home_country


def find_age_fault(client: Client, day: dt.date) -> Text | None:
    """Return why no age can be told on a day: no date of birth, one to come, or one that is too far back; else None."""
    if client.birth is None:
        return say("The age is missing.")
    if client.birth.earliest > day:
        return say("The date of birth lies in the future.")
    if day.year - client.birth.year > OLDEST:
        return say("The date of birth lies very far back. Is the year right?")
    return None


def find_entry_fault(client: Client, today: dt.date) -> Text | None:
    """Return why no year of entry can be told: none, before 1939, to come, or before the birth; else None.

    Only a home in Germany asks for it, and only somebody who came from abroad has one.
    """
    entry, birth = client.entry, client.birth
    if client.home is not Home.GERMANY or (entry is None and client.birth_country == "DE"):
        return None
    if entry is None or entry.earliest < dt.date(_FIRST_YEAR, 1, 1):
        return say("The year of entry is missing (from 1939 to today).")
    if entry.earliest > today:
        return say("The date of entry lies in the future.")
    if birth is not None and entry.latest < birth.earliest:
        return say("The entry lies before the date of birth.")
    return None


def _knows_german(case: CaseFile) -> bool:
    """Whether the knowledge of German is noted: as a mother tongue, or with a level."""
    return "de" in case.client.mother_tongues or strongest(case.languages, "de") is not None

"""Certificates on one page: of a counselling, and of taking part in a determination of competences.

They say that somebody was there, when, and for what; never what was said, and nothing about the person's situation.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Signatures, Typed, Words
from iq_desktop.documents.certified import Certified
from iq_desktop.documents.letterhead import signature_lines
from iq_desktop.domain.contact import Concern
from iq_desktop.domain.talk import TalkKind
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.documents.talk_report import TalkReport
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client import Client

MOST_DAYS: Final = 8
"""More days than these are told as a number and a span, so that the certificate stays on one page."""
MOST_REPORTS: Final = 6


def make_counselling_certificate(case: CaseFile, occasion: Occasion) -> Document:
    """Return the certificate that a person was counselled, with the days and what it was about."""
    sentences = (say("This person came to us for counselling."),)
    return _certificate(
        say("Certificate of counselling"),
        (_certified(case.client, sentences, tuple(_facts(case))),),
        say("This certificate is no recognition of a qualification and no decision of an office."),
        occasion,
    )


def make_participation_certificate(case: CaseFile, occasion: Occasion) -> Document:
    """Return the certificate that a person took part in a determination of competences, with what was done when."""
    reports = occasion.talks.reports
    sentences = (
        (say("This person took part in a determination of competences."),)
        if reports
        else (say("Nothing was finished yet."),)
    )
    return _certificate(
        say("Certificate of taking part"),
        (_certified(case.client, sentences, _done(reports)),),
        say("This certificate says that somebody took part. It gives no marks and is no recognition."),
        occasion,
    )


def _certificate(title: Text, blocks: Iterable[Block], footnote: Text, occasion: Occasion) -> Document:
    centre = occasion.centre
    place = " · ".join(part for part in (centre.name, *centre.address) if part)
    return Document(
        title=title,
        lines_below_title=(Typed(place, say("Counselling centre")),) if place else (),
        blocks=(*blocks, Signatures(signature_lines(occasion, with_client=False))),
        footnote=footnote,
        author=centre.name,
        is_framed=True,
    )


def _certified(client: Client, sentences: tuple[Text, ...], facts: tuple[tuple[Words, Words], ...]) -> Certified:
    """Return who it is about; where no name is known, there is room to write it by hand."""
    name: Words = Typed(client.spoken_name, say("Name"), client.own_script_name) if client.spoken_name else _BLANK
    born = say("born: {date}", date=client.birth.text()) if client.birth else NOTHING
    return Certified(say("We confirm:"), name, born, sentences, facts)


_BLANK: Final = as_it_is("." * 40)


def _facts(case: CaseFile) -> Iterator[tuple[Words, Words]]:
    days = counselling_days(case)
    if days:
        yield say("Days of the counselling"), _days_words(tuple(day for day, _minutes in days))
    minutes = [length for _day, length in days if length]
    if minutes and len(minutes) == len(days):
        yield say("Length in all"), say_count("{count} minute", "{count} minutes", count=sum(minutes))
    concerns = tuple(one.label for one in case.contact.concerns if one is not Concern.UNCLEAR)
    if concerns:
        yield say("What it was about"), joined(concerns, ", ")


def counselling_days(case: CaseFile) -> tuple[tuple[dt.date, int | None], ...]:
    """Return the days of the first talk and of all follow-up talks with their minutes, each day once, in order."""
    held = [(case.contact.first_talk_on, case.contact.minutes)]
    held += [(talk.held_on, talk.minutes) for talk in case.talks if talk.kind is TalkKind.FOLLOW_UP]
    found: dict[dt.date, int | None] = {}
    for day, minutes in held:
        if day is not None:
            found[day] = (found.get(day) or 0) + (minutes or 0) or None
    return tuple(sorted(found.items()))


def _days_words(days: tuple[dt.date, ...]) -> Text:
    if len(days) <= MOST_DAYS:
        return joined((say("{day}", day=day) for day in days), ", ")
    span = say("{begun} to {ended}", begun=days[0], ended=days[-1])
    return joined((say_count("{count} day", "{count} days", count=len(days)), span), ", ")


def _done(reports: tuple[TalkReport, ...]) -> tuple[tuple[Words, Words], ...]:
    """Return the names of what was done, with who answered on which day."""
    rows: tuple[tuple[Words, Words], ...] = tuple((one.title, joined(one.when)) for one in reports[:MOST_REPORTS])
    more = len(reports) - MOST_REPORTS
    if more > 0:
        rows = (*rows, (say_count("and {count} more", "and {count} more", count=more), NOTHING))
    return rows

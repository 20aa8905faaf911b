"""What the lines of the page Papers say of a qualification, a work or a document."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.qualification import Finished, Paper, PaperForm, Qualification, Whereabouts, WorkPeriod
from iq_desktop.wording.text import NOTHING, CountryName, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.partial_date import PartialDate

TOO_LONG: Final = dt.timedelta(days=30)
"""After which an original that lies at the centre is asked for."""


def qualification_title(one: Qualification) -> Text:
    """Return the name of a qualification."""
    return as_it_is(one.title) if one.title else say("Qualification without a title")


def qualification_facts(one: Qualification) -> tuple[Text, ...]:
    """Return time, place, kind and school of a qualification: what a narrow line leaves out stands last."""
    return (
        span_words(one.begun, one.ended, is_going_on=one.finished is Finished.RUNNING),
        place_words(one.place, one.country),
        one.kind.label if one.kind else NOTHING,
        as_it_is(one.institution),
    )


def work_title(one: WorkPeriod) -> Text:
    """Return the name of a work."""
    return as_it_is(one.title) if one.title else say("Work without a name")


def work_facts(one: WorkPeriod) -> tuple[Text, ...]:
    """Return time, place and employer of a work: what a narrow line leaves out stands last."""
    return (
        span_words(one.begun, one.ended, is_going_on=one.is_going_on),
        place_words(one.place, one.country),
        as_it_is(one.employer) if one.employer else one.kind.label,
    )


def paper_facts(one: Paper, today: dt.date) -> tuple[Text, ...]:
    """Return forms, whereabouts and date of a document, in the order of a line."""
    return (
        joined((form.label for form in one.forms), by=", "),
        whereabouts_words(one, today),
        one.issued_on.brief() if one.issued_on else NOTHING,
    )


def whereabouts_words(one: Paper, today: dt.date) -> Text:
    """Return where the original is, and since when where the centre holds it."""
    if one.handed_back_on is not None and one.handed_back_on <= today:
        return say("handed back on {day}", day=one.handed_back_on)
    if one.is_in_our_hands and one.handed_over_on:
        return say("here since {day}", day=one.handed_over_on)
    if one.whereabouts is None:
        return NOTHING
    if one.who_has_it:
        return say("{where}: {who}", where=one.whereabouts.label, who=one.who_has_it)
    return one.whereabouts.label


def is_kept_too_long(one: Paper, today: dt.date) -> bool:
    """Return whether an original lies at the centre for more than thirty days."""
    since = one.handed_over_on
    return one.is_in_our_hands and since is not None and today - since > TOO_LONG


def is_worrying(one: Paper, today: dt.date) -> bool:
    """Return whether somebody must do something about a document."""
    lost = {PaperForm.LOST, PaperForm.NEVER_GOT} & set(one.forms)
    return bool(lost) or one.whereabouts is Whereabouts.UNKNOWN or is_kept_too_long(one, today)


def papers_of(case: CaseFile, part_id: str) -> tuple[Paper, ...]:
    """Return the documents that belong to a qualification or work; with an empty id those of the person."""
    known = {one.id for one in case.qualifications} | {one.id for one in case.works}
    return tuple(
        paper for paper in case.papers if paper.belongs_to == part_id or (not part_id and paper.belongs_to not in known)
    )


def papers_count(papers: Sequence[Paper]) -> Text:
    """Return how many documents there are, in words."""
    count = len(papers)
    return say_count("{count} document", "{count} documents", count=count) if count else say("no document yet")


def place_words(place: str, country: str) -> Text:
    """Return a place with its state, as far as they are known."""
    if place and country:
        return say("{place}, {country}", place=place, country=CountryName(country))
    return say("{country}", country=CountryName(country)) if country else as_it_is(place) if place else NOTHING


def span_words(begun: PartialDate | None, ended: PartialDate | None, *, is_going_on: bool = False) -> Text:
    """Return from when until when, as short as a line needs it."""
    if begun and ended:
        return say("{begun} to {ended}", begun=begun.brief(), ended=ended.brief())
    if begun:
        return say("since {begun}", begun=begun.brief()) if is_going_on else say("from {begun}", begun=begun.brief())
    return say("until {ended}", ended=ended.brief()) if ended else NOTHING

"""Training and work as stations: what a case says about each, and the times without either."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Typed, Words
from iq_desktop.documents.entries import Entries, Entry
from iq_desktop.domain.career import Pause, career
from iq_desktop.domain.life_line import Source
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import QualificationKind, WorkKind
from iq_desktop.wording.text import NOTHING, CountryName, Text, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.domain.biography import LifeEntry
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.qualification import Qualification, WorkPeriod

_UNNAMED_KINDS: Final = frozenset({QualificationKind.NONE, QualificationKind.NO_ANSWER})


def entries_table(rows: Iterable[Entry]) -> Entries:
    """Return stations as a table."""
    return Entries(tuple(rows), say("When"), say("What it was"))


def career_entries(case: CaseFile, today: dt.date) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return all stations and pauses in the order of time, and the stations without a date."""
    found = career(case, today)
    made = _made_entries(case)
    dated = [(bar.start, made[bar.source, bar.id]) for bar in found.stations]
    dated += [(pause.begun, _pause(pause)) for pause in found.pauses]
    in_order = tuple(entry for _day, entry in sorted(dated, key=lambda one: one[0]))
    return in_order, tuple(made[source, part_id] for source, part_id in found.undated)


def newest_first(case: CaseFile, today: dt.date, source: Source) -> tuple[Entry, ...]:
    """Return the stations of one source, newest first and those without a date at the end; without pauses."""
    found = career(case, today)
    made = _made_entries(case)
    dated = sorted((bar for bar in found.stations if bar.source is source), key=lambda bar: (bar.end, bar.start))
    undated = (part_id for one, part_id in found.undated if one is source)
    return tuple(made[source, part_id] for part_id in (*(bar.id for bar in reversed(dated)), *undated))


def _made_entries(case: CaseFile) -> dict[tuple[Source, str], Entry]:
    return {
        **{(Source.QUALIFICATION, one.id): qualification_entry(one) for one in case.qualifications},
        **{(Source.WORK, one.id): work_entry(one) for one in case.works},
        **{(Source.ENTRY, one.id): _life_entry(one) for one in case.life},
    }


def qualification_entry(one: Qualification) -> Entry:
    """Return a training: its title in German and as in the document, its kind, where, and whether it was completed."""
    kind = one.kind.label if one.kind and one.kind not in _UNNAMED_KINDS else NOTHING
    length = say_count("{count} month", "{count} months", count=one.months) if one.months else NOTHING
    lines: list[Words] = []
    original = one.title_original if one.title_original != one.title else ""
    _add(lines, (one.institution, one.place), say("School, company or university"))
    facts = joined((kind, one.finished.label if one.finished else NOTHING, length))
    label = say("Title in German") if one.title_de else say("Title as in the document")
    title: Words = Typed(one.title, label) if one.title else say("Training without a title")
    other = Typed(original, say("Title as in the document")) if original else NOTHING
    return Entry(span_words(one.begun, one.ended), title, _country(one.country), other, facts, tuple(lines))


def work_entry(one: WorkPeriod) -> Entry:
    """Return a work: what, for whom, how much, and what was done."""
    lines: list[Words] = []
    original = one.title_original if one.title_original != one.title else ""
    _add(lines, (one.employer, one.place), say("Employer, business or family"))
    _add(lines, (one.tasks,), say("Tasks"))
    hours = one.hours_per_week
    length = say_count("{count} hour a week", "{count} hours a week", count=hours) if hours else NOTHING
    when = span_words(one.begun, one.ended, is_going_on=one.is_going_on)
    kind = NOTHING if one.kind is WorkKind.OTHER else one.kind.label
    other = Typed(original, say("What the person worked as")) if original else NOTHING
    return Entry(when, _work_title(one), _country(one.country), other, joined((kind, length)), tuple(lines))


def _work_title(one: WorkPeriod) -> Words:
    if one.title_de:
        return Typed(one.title_de, say("The same in German"))
    if one.occupation_name:
        return Typed(one.occupation_name, say("Occupation"))
    if one.title_original:
        return Typed(one.title_original, say("What the person worked as"))
    return say("Work without a name")


def _life_entry(one: LifeEntry) -> Entry:
    title: Words = Typed(one.title, say("In a few words")) if one.title else one.kind.label
    when = span_words(one.begun, one.ended, is_going_on=one.is_going_on)
    return Entry(when, title, _country(one.country), kind=one.kind.label if one.title else NOTHING)


def _pause(pause: Pause) -> Entry:
    begun = PartialDate(pause.begun.year, pause.begun.month)
    ended = PartialDate(pause.ended.year, pause.ended.month) if pause.ended else None
    words = say("No training and no work in this time") if pause.is_told else say("Nothing is known of this time")
    return Entry(span_words(begun, ended, is_going_on=ended is None), words, is_pause=True)


def span_words(begun: PartialDate | None, ended: PartialDate | None, *, is_going_on: bool = False) -> Text:
    """Return from when until when something lasted, as exactly as it is known; nothing where neither is."""
    if begun is None:
        return say("until {ended}", ended=ended.brief()) if ended else NOTHING
    if begun == ended:
        return begun.brief()
    if ended:
        return say("{begun} to {ended}", begun=begun.brief(), ended=ended.brief())
    return say("since {begun}", begun=begun.brief()) if is_going_on else say("from {begun}", begun=begun.brief())


def _country(code: str) -> Text:
    return say("{country}", country=CountryName(code)) if code else NOTHING


def _add(lines: list[Words], words: Iterable[str], label: Text) -> None:
    told = ", ".join(part for part in words if part)
    if told:
        lines.append(Typed(told, label))

"""Everything that can be found by name: commands, places, pages, fields, documents, settings, and cases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import CaseRow, Match
from iq_desktop.ui.shell.commands import Whereabouts, commands_at
from iq_desktop.ui.shell.places import CASES, SETTINGS
from iq_desktop.usecases.field_pages import fields_of_pages
from iq_desktop.usecases.name_match import Findable, Fit, findable, fit_of
from iq_desktop.usecases.printing import DOCUMENT_KINDS
from iq_desktop.usecases.setting_sections import SETTING_SECTIONS
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.wording.tongue import Tongue

_MOST: Final = 40
_MOST_RECENT: Final = 6
_STRONG: Final = (Fit.START, Fit.WORDS)
_EXACT: Final = (Match.LISTED, Match.EXACT)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where an entry leads: a command, a place, or a case with a page and a part of it; `words` to search there for."""

    command: str = ""
    place: str = ""
    case_id: str = ""
    page: str = ""
    part: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: what it is called, what stands beside it, its keys, and how else it is called."""

    goal: Goal
    title: Text
    icon: str
    beside: Text = NOTHING
    keys: str = ""
    also: Text = NOTHING
    note: Text = NOTHING
    yields: bool = False
    """`note` tells how a case was found; a field `yields` to cases that are found as well."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An entry in the adviser's language, ready to be found."""

    entry: Entry
    name: Findable


def entries_at(where: Whereabouts) -> tuple[Entry, ...]:
    """Return everything but cases that can be found from a place, in the order in which it is offered."""
    entries = [*_commands(where), *_settings()]
    if where.has_case:
        entries += [*_documents(), *_fields()]
    return tuple(entries)


def speak_entries(entries: Iterable[Entry], tongue: Tongue) -> tuple[Spoken, ...]:
    """Return entries ready to be found in a language."""
    return tuple(
        Spoken(entry, findable(tongue.speak(entry.title), (tongue.speak(entry.beside), tongue.speak(entry.also))))
        for entry in entries
    )


def arrange(words: str, spoken: Sequence[Spoken], cases: Sequence[CaseRow], recent: Sequence[Goal]) -> list[Entry]:
    """Return what was found, best first.

    Names that begin so come first, then cases found exactly, then fields and what is found otherwise, then cases that
    are spelled similarly; the last one leads to the list of cases. What was used lately goes before what was not.
    """
    found = _found(words, spoken, recent)
    strong = [entry for fit, entry in found if _is_strong(fit, entry)]
    other = [entry for fit, entry in found if not _is_strong(fit, entry)]
    exact = [case_entry(row) for row in cases if row.match in _EXACT]
    similar = [case_entry(row) for row in cases if row.match not in _EXACT]
    onward = Entry(Goal(place=CASES, words=words), say("Search the cases for “{words}”", words=words), "cases")
    return [*[*strong, *exact, *other, *similar][:_MOST], onward]


def is_sure(words: str, spoken: Sequence[Spoken]) -> bool:
    """Return whether the first entry stays first, whichever cases are found later."""
    return any(_is_strong(fit_of(words, one.name), one.entry) for one in spoken)


def offered(spoken: Sequence[Spoken], cases: Sequence[Entry], recent: Sequence[Goal]) -> list[Entry]:
    """Return what stands there before anything is typed: what was used lately, then what can be done."""
    known = {entry.goal: entry for entry in (*cases, *(one.entry for one in spoken))}
    lately = [known[goal] for goal in recent if goal in known]
    rest = [one.entry for one in spoken if one.entry.goal.command and one.entry not in lately]
    return [*lately, *rest][:_MOST]


def remember(recent: Sequence[Goal], goal: Goal) -> tuple[Goal, ...]:
    """Return what was used lately with one more, newest first."""
    return (goal, *(one for one in recent if one != goal))[:_MOST_RECENT]


def case_entry(row: CaseRow) -> Entry:
    """Return the entry of a case."""
    entry = _case_entry(row.id, row.name, (row.number, row.own_script_name, row.place))
    return entry if row.match in _EXACT else replace(entry, note=row.match.label)


def opened_case_entry(case: CaseFile) -> Entry:
    """Return the entry of a case that was opened."""
    client = case.client
    return _case_entry(case.id, client.full_name, (case.number, client.own_script_name, client.place))


def _case_entry(case_id: str, name: str, beside: Sequence[str]) -> Entry:
    title = as_it_is(name) if name else say("Without a name")
    return Entry(Goal(case_id=case_id), title, "person", as_it_is(" · ".join(filter(None, beside))))


def _is_strong(fit: Fit | None, entry: Entry) -> bool:
    return fit in _STRONG and not entry.yields


def _found(words: str, spoken: Sequence[Spoken], recent: Sequence[Goal]) -> list[tuple[Fit, Entry]]:
    fits = [(fit, one.entry) for one in spoken if (fit := fit_of(words, one.name)) is not None]
    if any(fit is not Fit.NEARLY for fit, _entry in fits):
        fits = [one for one in fits if one[0] is not Fit.NEARLY]
    lately = {goal: number for number, goal in enumerate(recent)}
    return sorted(fits, key=lambda one: (one[0], lately.get(one[1].goal, len(lately))))


def _commands(where: Whereabouts) -> Iterator[Entry]:
    for command in commands_at(where):
        if command.deed == "find":
            continue
        beside = say("Page of the case") if command.deed == "show_page" else NOTHING
        yield Entry(
            Goal(command=command.name), command.text, command.icon, beside, command.shown_keys, also=command.also
        )


def _settings() -> Iterator[Entry]:
    """Yield the sections of the settings and their parts; a part that is called like its section stands for both."""
    for section in SETTING_SECTIONS:
        if all(part.title != section.title for part in section.parts):
            yield Entry(Goal(place=SETTINGS, part=section.name), section.title, section.icon, say("Settings"))
        for part in section.parts:
            goal = Goal(place=SETTINGS, part=part.name)
            yield Entry(goal, part.title, section.icon, say("Settings"), also=part.also)


def _documents() -> Iterator[Entry]:
    for kind in DOCUMENT_KINDS:
        yield Entry(
            Goal(page="documents", part=kind.name), kind.title, "document", say("Document to print"), also=kind.purpose
        )


def _fields() -> Iterator[Entry]:
    for place in fields_of_pages():
        beside = say("Field on the page {page}", page=place.page.title)
        yield Entry(Goal(page=place.page.name, part=place.field), place.label, place.page.icon, beside, yields=True)

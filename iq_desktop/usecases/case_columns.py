"""The columns of the case list: what each is called, and what it says of a row, on the screen and in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.case_list import CaseSort
from iq_desktop.domain.case_row import CaseRow, Match
from iq_desktop.domain.partial_date import partial_date_from
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.wording.text import Text, say
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Teller:
    """What is needed to say a row in words: a tongue, and the names of advisers by their identity."""

    tongue: Tongue
    advisers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CaseColumn:
    """One column; `sort` is the order that it stands for, where the list can be put in it."""

    name: str
    title: Text
    words: Callable[[CaseRow, Teller], str]
    sort: CaseSort | None = None


def find_columns(names: tuple[str, ...]) -> tuple[CaseColumn, ...]:
    """Return the columns of some names in that order, the usual ones where none is known."""
    known = {column.name: column for column in CASE_COLUMNS}
    return tuple(known[name] for name in names if name in known) or tuple(known[name] for name in USUAL_COLUMNS)


def _name(row: CaseRow, teller: Teller) -> str:
    return row.name or teller.tongue.speak(say("Without a name"))


def _birth(row: CaseRow, teller: Teller) -> str:
    if not row.birth:
        return ""
    birth = partial_date_from(row.birth)
    is_whole = birth.day and not birth.second and not birth.about
    return teller.tongue.day(birth.earliest) if is_whole else teller.tongue.speak(birth.text())


def _language(row: CaseRow, teller: Teller) -> str:
    return teller.tongue.language_name(row.language) if row.language else ""


def _origins(row: CaseRow, teller: Teller) -> str:
    return ", ".join(teller.tongue.country_name(code) for code in row.origins)


def _changed(row: CaseRow, teller: Teller) -> str:
    return teller.tongue.day(row.changed_at.astimezone().date())


def _day(day: dt.date | None, teller: Teller) -> str:
    return teller.tongue.day(day) if day else ""


def _due_for(row: CaseRow, teller: Teller) -> str:
    return teller.tongue.speak(row.next_due_kind.label) if row.next_due_kind else ""


def _state(row: CaseRow, teller: Teller) -> str:
    return teller.tongue.speak(say("closed") if row.is_closed else say("open"))


def _kind(row: CaseRow, teller: Teller) -> str:
    return teller.tongue.speak(say("Short consultation") if row.kind is CaseKind.SHORT else say("Counselling"))


def _open_pages(row: CaseRow, teller: Teller) -> str:
    return ", ".join(teller.tongue.speak(page.title) for page in CASE_PAGES if page.name in row.open_pages)


def _report(row: CaseRow, teller: Teller) -> str:
    return teller.tongue.speak(row.report.label) if row.report else ""


def _match(row: CaseRow, teller: Teller) -> str:
    return "" if row.match is Match.LISTED else teller.tongue.speak(row.match.label)


CASE_COLUMNS: Final = (
    CaseColumn("name", say("Name"), _name, CaseSort.NAME),
    CaseColumn("own_script", say("Own script"), lambda row, _: row.own_script_name),
    CaseColumn("number", say("Case"), lambda row, _: row.number, CaseSort.NUMBER),
    CaseColumn("birth", say("Born"), _birth, CaseSort.BIRTH),
    CaseColumn("origins", say("Origin"), _origins),
    CaseColumn("language", say("Language"), _language),
    CaseColumn("occupation", say("Occupation"), lambda row, _: row.occupation, CaseSort.OCCUPATION),
    CaseColumn("place", say("Place"), lambda row, _: row.place, CaseSort.PLACE),
    CaseColumn("adviser", say("Adviser"), lambda row, teller: teller.advisers.get(row.adviser_id, "")),
    CaseColumn(
        "niq", say("NIQ"), lambda row, teller: teller.tongue.speak(row.niq.label) if row.niq else "", CaseSort.NIQ
    ),
    CaseColumn("report", say("Report to NIQ"), _report),
    CaseColumn("due", say("Next date"), lambda row, teller: _day(row.next_due, teller), CaseSort.DUE),
    CaseColumn("due_for", say("What is due"), _due_for),
    CaseColumn("open_pages", say("Still open"), _open_pages),
    CaseColumn("state", say("State"), _state),
    CaseColumn("kind", say("Kind"), _kind),
    CaseColumn("opened", say("Opened on"), lambda row, teller: _day(row.opened_on, teller), CaseSort.OPENED),
    CaseColumn("changed", say("Last changed"), _changed, CaseSort.CHANGED),
    CaseColumn("match", say("Found as"), _match),
)
"""Name first, how it was found last."""
USUAL_COLUMNS: Final = ("name", "own_script", "number", "birth", "language", "occupation", "place", "changed", "match")
"""What is shown before anybody chooses."""

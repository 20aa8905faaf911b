"""The columns of the list of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import Match
from iq_desktop.domain.partial_date import partial_date_from
from iq_desktop.ui.kit.table import Column
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.wording.tongue import Tongue


def case_key(row: CaseRow) -> str:
    """Return what makes two rows the same case."""
    return row.id


def _name(row: CaseRow, tongue: Tongue) -> str:
    return row.name or tongue.speak(say("Without a name"))


def _own_script(row: CaseRow, _tongue: Tongue) -> str:
    return row.own_script_name


def _number(row: CaseRow, _tongue: Tongue) -> str:
    return row.number


def _birth(row: CaseRow, tongue: Tongue) -> str:
    if not row.birth:
        return ""
    birth = partial_date_from(row.birth)
    return tongue.day(birth.earliest) if birth.day else str(birth.year)


def _language(row: CaseRow, tongue: Tongue) -> str:
    return tongue.language_name(row.language) if row.language else ""


def _occupation(row: CaseRow, _tongue: Tongue) -> str:
    return row.occupation


def _place_name(row: CaseRow, _tongue: Tongue) -> str:
    return row.place


def _changed(row: CaseRow, tongue: Tongue) -> str:
    return tongue.day(row.changed_at.astimezone().date())


def _match(row: CaseRow, tongue: Tongue) -> str:
    return "" if row.match is Match.LISTED else tongue.speak(row.match.label)


CASE_COLUMNS: Final = (
    Column("name", say("Name"), _name, 3),
    Column("own_script", say("Own script"), _own_script, 2),
    Column("number", say("Case"), _number, 0),
    Column("birth", say("Born"), _birth, 0),
    Column("language", say("Language"), _language),
    Column("occupation", say("Occupation"), _occupation, 2),
    Column("place", say("Place"), _place_name),
    Column("changed", say("Last changed"), _changed, 0),
    Column("match", say("Found as"), _match, 0),
)
"""Name first, how it was found last."""

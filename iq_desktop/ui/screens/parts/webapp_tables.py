"""The tables of the page on which one comes from the IQ Webapp: columns, unknown words, rows, earlier imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.ui.kit.table import Column
from iq_desktop.usecases.webapp_fields import label_of
from iq_desktop.usecases.webapp_report import reason_words, state_words
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.usecases.webapp_ports import CaseImport
    from iq_desktop.usecases.webapp_preview import Looked, ReadColumn, UnknownValue
    from iq_desktop.wording.tongue import Tongue


def column_key(one: ReadColumn) -> int:
    """Return what makes two rows the same column."""
    return one.place


def value_key(one: UnknownValue) -> tuple[str, str]:
    """Return what makes two rows the same word."""
    return one.code, one.said


def row_key(one: Looked) -> int:
    """Return what makes two rows the same row of the file."""
    return one.row


def import_key(one: CaseImport) -> str:
    """Return what makes two rows the same import."""
    return one.id


def _head(one: ReadColumn, _tongue: Tongue) -> str:
    return one.head


def _example(one: ReadColumn, _tongue: Tongue) -> str:
    return one.example


def _field(one: ReadColumn, tongue: Tongue) -> str:
    return tongue.speak(one.field)


def _said(one: UnknownValue, _tongue: Tongue) -> str:
    return one.said


def _value_field(one: UnknownValue, tongue: Tongue) -> str:
    return tongue.speak(label_of(one.code))


def _count(one: UnknownValue, _tongue: Tongue) -> str:
    return str(one.count)


def _number(one: Looked, _tongue: Tongue) -> str:
    return str(one.row)


def _name(one: Looked, _tongue: Tongue) -> str:
    return one.proposal.case.client.full_name or "–"


def _what(one: Looked, tongue: Tongue) -> str:
    return tongue.speak(say("Known already?") if one.is_double else say("New case"))


def _row_mark(one: Looked) -> str:
    return "warn" if one.is_double or one.proposal.faults else "good"


def _why(one: Looked, tongue: Tongue) -> str:
    return tongue.speak(reason_words(one))


def _file(one: CaseImport, _tongue: Tongue) -> str:
    return one.name


def _day(one: CaseImport, tongue: Tongue) -> str:
    return tongue.speak(say("{day}", day=one.taken_at.date()))


def _taken(one: CaseImport, _tongue: Tongue) -> str:
    return str(len(one.case_ids))


def _state(one: CaseImport, tongue: Tongue) -> str:
    return tongue.speak(state_words(one))


COLUMN_COLUMNS: Final = (
    Column("head", say("Column of the table"), _head, 2),
    Column("example", say("For example"), _example, 2),
    Column("field", say("Is read as"), _field, 2),
)
VALUE_COLUMNS: Final = (
    Column("field", say("Field"), _value_field),
    Column("said", say("Word in the table"), _said, 3),
    Column("count", say("Rows"), _count, to_right=True),
)
ROW_COLUMNS: Final = (
    Column("row", say("Row"), _number, to_right=True),
    Column("name", say("Name"), _name, 2),
    Column("what", say("What happens"), _what, 1, _row_mark),
    Column("why", say("Why"), _why, 4),
)
IMPORT_COLUMNS: Final = (
    Column("file", say("File"), _file, 2),
    Column("day", say("Day"), _day),
    Column("cases", say("Cases"), _taken, to_right=True),
    Column("state", say("State"), _state, 2),
)

"""What the fields of a case are called and what stands in them, in words: for the journal and the copy of all data.

Values come as they are stored (codes, days as `2026-11-22`, lists as JSON) and are told by the type of their field.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, get_type_hints

from iq_desktop.documents.kinds import title_of_document
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.document_record import Delivery, FinalPaper
from iq_desktop.domain.partial_date import PartialDate, partial_date_from
from iq_desktop.domain.scan import Scan
from iq_desktop.forms.vocabulary import Kind
from iq_desktop.usecases.field_labels import FIELD_LABELS, TECHNICAL, TITLES
from iq_desktop.usecases.field_pages import find_form_field, name_of_field
from iq_desktop.usecases.told_facts import told_fact_words
from iq_desktop.wording.text import NOTHING, CountryName, LanguageName, Money, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.forms.vocabulary import Field

Names = Mapping[str, str]
"""Names of advisers by their identity."""

_NAMES_OF_TYPES: Final = {"dt": dt, "Decimal": Decimal}
"""Modules that some values import for type checkers only."""

PARTS_BESIDE: Final[Mapping[str, type[Any]]] = {"final_papers": FinalPaper, "deliveries": Delivery, "scans": Scan}
"""What belongs to a case and lies beside its file, in tables of its own: the value of each part."""


def label_of(part: str, field: str) -> Text:
    """Return what a field of a part is called (an empty part is the case itself); empty where it tells nobody."""
    if field in TECHNICAL:
        return NOTHING
    own = FIELD_LABELS.get(f"{part}.{field}" if part else field)
    kind = kind_of(part)
    return own or (name_of_field(kind, field) if kind else NOTHING)


def value_of(part: str, field: str, cell: Any, names: Names | None = None) -> Text:
    """Return a stored value in words; empty where nothing stands there. Unknown codes stay as they are."""
    if cell is None or cell in ("", "[]"):
        return NOTHING
    if field == "adviser_id":
        return as_it_is((names or {}).get(str(cell), str(cell)))
    if (part, field) == ("final_papers", "kind"):
        return title_of_document(str(cell))
    if part == "told_facts" and field in {"fact", "value"}:
        return told_fact_words(str(cell))
    kind: Any = kind_of(part)
    hint = _hints(kind).get(field, str) if kind else str
    try:
        return _told(hint, cell, _form_kind(part, field))
    except (ValueError, KeyError, TypeError):
        return as_it_is(str(cell))


def title_of(part: str, row: Mapping[str, Any]) -> Text:
    """Return by what one tells a row of a part apart; empty where it says nothing yet."""
    found = (value_of(part, field, row.get(field)) for field in TITLES.get(part, ()))
    return next((words for words in found if words.message), NOTHING)


@cache
def kind_of(part: str) -> type[Any] | None:
    """Return the kind of value of a part, that of the case itself for an empty name, None for an unknown part."""
    if not part or part in PARTS_BESIDE:
        return PARTS_BESIDE.get(part, CaseFile)
    hint = get_type_hints(CaseFile).get(part)
    inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
    return inner if isinstance(inner, type) and is_dataclass(inner) else None


def parts_of_case() -> tuple[str, ...]:
    """Return the names of all parts of a case."""
    return tuple(field.name for field in fields(CaseFile) if kind_of(field.name) is not None)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind, localns=_NAMES_OF_TYPES)


@cache
def _form_kind(part: str, field: str) -> Kind | None:
    if field in ("language", "second_language", "client_language", "interpreter_language"):
        return Kind.LANGUAGE
    kind = kind_of(part)
    found: Field | None = find_form_field(kind, field) if kind else None
    return found.kind if found else None


def _told(hint: Any, cell: Any, form: Kind | None) -> Text:
    inner = [one for one in get_args(hint) if one is not NoneType]
    if get_origin(hint) is tuple:
        several = json.loads(cell) if isinstance(cell, str) else cell
        one_of_them = _one_of(form)
        return joined([_told(inner[0], one, one_of_them) for one in several], ", ")
    if inner:
        return _told(inner[0], cell, form)
    if isinstance(hint, type) and issubclass(hint, Choice):
        return hint.of(str(cell)).label
    return _TURNS[hint](cell) if hint in _TURNS else _told_code(str(cell), form)


_TURNS: Final[Mapping[Any, Callable[[Any], Text]]] = {
    bool: lambda cell: say("yes") if cell else say("no"),
    int: lambda cell: as_it_is(str(cell)),
    Decimal: lambda cell: say("{amount}", amount=Money(Decimal(cell))),
    dt.datetime: lambda cell: say("{day}", day=dt.datetime.fromisoformat(cell).astimezone().date()),
    dt.date: lambda cell: say("{day}", day=dt.date.fromisoformat(cell)),
    PartialDate: lambda cell: partial_date_from(cell).brief(),
}


def _one_of(form: Kind | None) -> Kind | None:
    return {Kind.LANGUAGES: Kind.LANGUAGE, Kind.COUNTRIES: Kind.COUNTRY}.get(form, form) if form else None


def _told_code(code: str, form: Kind | None) -> Text:
    if form is Kind.LANGUAGE:
        return say("{language}", language=LanguageName(code))
    if form is Kind.COUNTRY:
        return say("{country}", country=CountryName(code))
    return as_it_is(code)

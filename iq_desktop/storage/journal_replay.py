"""What the journal says a case must hold: its entries of saving, told again from the first to the last.

Used where rows were lost: the journal holds every value that was ever saved, so it knows what is missing, and most
often what stood there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.journal import CASE_ERASED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

Row = dict[str, Any]
CASE_SAVED: Final = "case_saved"
_PARTS: Final = codec_of(CaseFile).parts
_PATH_OF_CHANGE: Final = 3


@dataclass(slots=True)
class ToldCase:
    """What the journal says of one case; `saves` counts the entries of it that could be read."""

    case_id: str
    head: Row = field(default_factory=dict)
    singles: dict[str, Row] = field(default_factory=dict)
    children: dict[str, dict[str, Row]] = field(default_factory=dict)
    saves: int = 0

    def rows(self, today: dt.date) -> dict[str, list[Row]]:
        """Return the rows of the case by the name of their table; what was never said is empty."""
        head = _empty(CaseFile, opened_on=today) | self.head
        found = {"case_file": [head | {"id": self.case_id, "revision": max(1, self.saves)}]}
        for name, part in _PARTS.items():
            table = PART_TABLES[name].name
            if part.several:
                children = self.children.get(name, {})
                found[table] = [
                    {"case_id": self.case_id, "position": at, **child} for at, child in enumerate(children.values())
                ]
            else:
                found[table] = [{"case_id": self.case_id} | _empty(part.kind) | self.singles.get(name, {})]
        return found


def tell_cases(entries: Iterable[Mapping[str, Any]], values: Mapping[tuple[str, int], bytes]) -> dict[str, ToldCase]:
    """Return what the journal says of each case that was not erased, by its identity.

    `entries` are rows of the journal, `values` the payloads by device and number.
    """
    told: dict[str, ToldCase] = {}
    for entry in sorted(entries, key=lambda entry: (entry["utc"], entry["device"], entry["seq"])):
        case_id = entry["case_id"]
        if entry["kind"] == CASE_ERASED:
            told.pop(case_id, None)
        payload = values.get((entry["device"], entry["seq"]))
        if entry["kind"] == CASE_SAVED and payload is not None:
            _tell(told.setdefault(case_id, ToldCase(case_id)), json.loads(payload))
    return told


def _tell(case: ToldCase, changes: Mapping[str, Any]) -> None:
    case.saves += 1
    for path, (_, new) in changes.items():
        name, *rest = path.split(".")
        if not rest:
            case.head[name] = new
        elif name in _PARTS and not _PARTS[name].several:
            case.singles.setdefault(name, {})[rest[0]] = new
        elif name in _PARTS:
            _tell_child(case.children.setdefault(name, {}), path.split(".", _PATH_OF_CHANGE - 1)[1:], new)


def _tell_child(children: dict[str, Row], path: list[str], new: Any) -> None:
    child, *column = path
    if child == "order":
        ordered = {one: children[one] for one in new if one in children}
        rest = {one: row for one, row in children.items() if one not in ordered}
        children.clear()
        children.update(ordered | rest)
    elif column:
        if child in children:
            children[child][column[0]] = new
    elif new is None:
        children.pop(child, None)
    else:
        children[child] = dict(new)


def _empty(kind: Any, **needed: Any) -> Row:
    """Return the row of a value of which nothing was said."""
    codec = codec_of(kind)
    return dict(zip(codec.columns, codec.to_row(kind(**needed)), strict=True))

"""What is told of a scan: on its line, in the journal, and in the copy of all data."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.scan import ScanKind
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iq_desktop.domain.scan import Scan

LABELS: Final[Mapping[str, Text]] = {
    "name": say("Name of the file"),
    "kind": say("Kind of file"),
    "octets": say("Size"),
    "pages": say("Pages"),
    "added_at": say("Taken in on"),
    "adviser_id": say("Adviser"),
    "left_out": say("Something was left out"),
    "removed_on": say("Removed on"),
}
"""What the columns of a scan are called."""
_STEP: Final = 1024
_TENTH: Final = 10


def size_words(octets: int) -> Text:
    """Return a size as people read it: in kilobytes, or in megabytes with one place behind the comma."""
    if octets < _STEP**2:
        return say("{count} KB", count=max(round(octets / _STEP), 1))
    tenths = round(octets * _TENTH / _STEP**2)
    if not tenths % _TENTH:
        return say("{count} MB", count=tenths // _TENTH)
    return say("{count} MB", count=Decimal(tenths) / _TENTH)


def scan_facts(scan: Scan) -> Text:
    """Return kind, pages and size of a scan in one line."""
    return joined((scan.kind.label, scan_size(scan)))


def scan_size(scan: Scan) -> Text:
    """Return pages and size of a scan, short."""
    pages = say_count("{count} page", "{count} pages", count=scan.pages) if scan.kind is ScanKind.PDF else NOTHING
    return joined((pages, size_words(scan.octets)))


def value_of_scan(column: str, cell: Any, names: Mapping[str, str]) -> Text:
    """Return a stored value of a scan in words."""
    if column == "adviser_id":
        return as_it_is(names.get(str(cell), str(cell)))
    teller = _TELLERS.get(column)
    return teller(cell) if teller else as_it_is(str(cell))


_TELLERS: Final[Mapping[str, Callable[[Any], Text]]] = {
    "kind": lambda cell: ScanKind.of(str(cell)).label,
    "octets": lambda cell: size_words(int(cell)),
    "left_out": lambda cell: say("yes") if cell else say("no"),
    "added_at": lambda cell: say("{day}", day=dt.datetime.fromisoformat(str(cell)).astimezone().date()),
    "removed_on": lambda cell: say("{day}", day=dt.date.fromisoformat(str(cell))),
}

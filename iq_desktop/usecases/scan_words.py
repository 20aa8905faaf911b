"""What is told of a scan on its line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.scan import ScanKind
from iq_desktop.wording.text import NOTHING, Text, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.scan import Scan

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


def left_out_words(scan: Scan) -> Text:
    """Return what of its file is not kept; empty where it is kept as it came."""
    if not scan.left_out:
        return NOTHING
    if scan.kind is ScanKind.PDF:
        return say("without what could run or was attached")
    return say("without place, time and device of the camera")


def taken_words(scans: Sequence[Scan]) -> Text:
    """Return how many scans were added, or that one was added without what could run or what the camera wrote."""
    changed = [scan for scan in scans if scan.left_out]
    if any(scan.kind is ScanKind.PDF for scan in changed):
        return say("Added without what could run or was attached.")
    if changed:
        return say("Added without place, time and device of the camera.")
    return say_count("{count} scan was added", "{count} scans were added", count=len(scans))

"""Scans in memory, and a reader that believes every file that is not marked as bad."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.scan import Scan, ScanKind
from iq_desktop.usecases.scan_faults import ScanFault
from iq_desktop.usecases.scan_ports import LookedAt, NoSuchScan, ScanUse
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.progress import Progress

BAD: Final = b"bad"
_TINY_PNG: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763a8af7f0c0002fd0178"
    "d9b6db9d0000000049454e44ae426082"
)


@dataclass
class MemoryScanStore:
    """Scans by case and identity, with what they were read for."""

    kept: dict[tuple[str, str], tuple[Scan, LookedAt]] = field(default_factory=dict)
    uses: list[ScanUse] = field(default_factory=list)

    def scans_of(self, case_id: str) -> Sequence[Scan]:
        return [scan for (case, _), (scan, _) in self.kept.items() if case == case_id and scan.removed_on is None]

    def thumbnail(self, case_id: str, scan_id: str) -> bytes:
        return self._get(case_id, scan_id)[1].thumbnail

    def take_in(self, case_id: str, scan: Scan, looked: LookedAt, progress: Progress) -> None:
        progress.step(0, scan.chunks, say("Keeping the scan"))
        self.kept[case_id, scan.id] = scan, looked

    def content(self, case_id: str, scan_id: str, use: ScanUse, progress: Progress) -> bytes:
        progress.step(0, 1, say("Reading the scan"))
        self.uses.append(use)
        return self._get(case_id, scan_id)[1].content

    def remove(self, case_id: str, scan_id: str) -> None:
        scan, looked = self._get(case_id, scan_id)
        self.kept[case_id, scan_id] = replace(scan, removed_on=dt.date(2026, 11, 22)), looked

    def bring_back(self, case_id: str, scan_id: str) -> None:
        scan, looked = self.kept[case_id, scan_id]
        self.kept[case_id, scan_id] = replace(scan, removed_on=None), looked

    def _get(self, case_id: str, scan_id: str) -> tuple[Scan, LookedAt]:
        found = self.kept.get((case_id, scan_id))
        if found is None or found[0].removed_on is not None:
            raise NoSuchScan
        return found


class BelievingReader:
    """Takes every file for what its ending says; one that begins with `bad` is refused as damaged."""

    def look(self, content: bytes, ending: str, progress: Progress) -> LookedAt:
        progress.step(0, None, say("Looking at the file"))
        kind = next((kind for kind in ScanKind if ending in kind.endings), None)
        if kind is None:
            raise ScanFault.UNKNOWN.refused()
        if content.startswith(BAD):
            raise ScanFault.DAMAGED.refused()
        return LookedAt(kind, 1, content, _TINY_PNG)

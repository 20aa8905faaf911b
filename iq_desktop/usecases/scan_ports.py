"""The ports of scans: the encrypted shelf in the vault, and the reader that looks at a file in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from iq_desktop.domain.scan import ScanKind
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.scan import Scan
    from iq_desktop.usecases.progress import Progress


class RefusedScan(IqError):  # noqa: N818  (a name that says what happened)
    """A file is not taken in: of a wrong kind, damaged, too large, locked or dangerous; nothing was changed."""

    def __init__(self, text: Text, advice: Text = NOTHING) -> None:
        """Say what is wrong, and what to do instead."""
        told = advice if advice.message else say("Please scan the paper again, as a PDF, JPEG or PNG file.")
        super().__init__(text, told)


class NoSuchScan(IqError):  # noqa: N818  (see above)
    """The scan is not in the vault any more."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(say("This scan is no longer there."), say("Please open the page anew."))


class DamagedScan(IqError):  # noqa: N818  (see above)
    """What lies in the vault is not what was taken in."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(
            say("This scan is damaged: it is not what was added."),
            say("Please let the vault be checked in the settings, and scan the paper again."),
        )


class ScanUse(Enum):
    """What a scan is read for; the value is the kind of the journal's entry."""

    SEEN = "scan_seen"
    SAVED = "scan_saved"


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A file that was looked at and may be kept: its exact content, and a small PNG picture of its first page.

    `left_out` says that the content is not the file's: what could run, and attached files, were left out of a PDF, and
    what the camera wrote into it (place, time, device) of a photograph.
    """

    kind: ScanKind
    pages: int
    content: bytes = field(repr=False)
    thumbnail: bytes = field(repr=False)
    left_out: bool = False


class ScanReader(Protocol):
    """What looks at files of others, in a process that knows nothing of the vault."""

    def look(self, content: bytes, ending: str, progress: Progress) -> LookedAt:
        """Return what a file is, every page of it drawn once; `ending` is the one of its name, such as `.pdf`.

        Takes up to some seconds. Raises RefusedScan or Cancelled.
        """


class ScanStore(Protocol):
    """Scans in the vault, encrypted; each writing call is one transaction with its entry in the journal."""

    def scans_of(self, case_id: str) -> Sequence[Scan]:
        """Return the scans of a case that were not removed, in the order in which they were taken in."""

    def thumbnail(self, case_id: str, scan_id: str) -> bytes:
        """Return the small picture (PNG) of the first page; raises NoSuchScan."""

    def take_in(self, case_id: str, scan: Scan, looked: LookedAt, progress: Progress) -> None:
        """Keep a scan, a megabyte at a time so that others can save meanwhile; it counts when all of it lies there.

        Raises Cancelled, NoSuchCase, Stopped or what a disk refuses, and then nothing of it is left.
        """

    def content(self, case_id: str, scan_id: str, use: ScanUse, progress: Progress) -> bytes:
        """Return the whole content, proved by its digest, and note who read it; raises NoSuchScan, DamagedScan."""

    def remove(self, case_id: str, scan_id: str) -> None:
        """Take a scan away; it can be brought back until the program is closed."""

    def bring_back(self, case_id: str, scan_id: str) -> None:
        """Undo the taking away; raises NoSuchScan."""

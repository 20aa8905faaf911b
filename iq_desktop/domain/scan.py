"""Scans of papers: what is known of a picture or PDF that lies encrypted in the vault."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.wording.text import say

MOST_OCTETS: Final = 50 * 1024 * 1024
"""How large a scan may be."""
MOST_PAGES: Final = 300
"""Pages of one PDF: each of them is drawn once before it is kept."""
MOST_PIXELS: Final = 100_000_000
"""Points of one picture: an A3 page at 600 dots per inch has 70 million."""
CHUNK: Final = 1024 * 1024
"""Octets that lie together in the vault."""


class ScanKind(Choice):
    """What kind of file a scan is."""

    PDF = "pdf", say("PDF")
    JPEG = "jpeg", say("JPEG picture")
    PNG = "png", say("PNG picture")

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of files of this kind, the usual one first."""
        return {"pdf": (".pdf",), "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"), "png": (".png",)}[self.value]


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan of a paper; `octets` is its size, `digest` the SHA-256 of its content in hexadecimal.

    `left_out` says that something was left out when it was taken in: of a PDF what could run and files that were
    attached, of a photograph what the camera had written into it.
    `removed_on` is the day on which it was taken away; it goes for good when the vault is opened the next time.
    """

    paper_id: str
    name: str
    kind: ScanKind
    octets: int
    digest: str
    pages: int
    added_at: dt.datetime
    adviser_id: str = ""
    left_out: bool = False
    removed_on: dt.date | None = None
    id: str = field(default_factory=new_id)

    @property
    def chunks(self) -> int:
        """In how many pieces it lies in the vault."""
        return -(-self.octets // CHUNK)

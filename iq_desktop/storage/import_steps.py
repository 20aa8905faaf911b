"""The steps of a long import: portions of rows, after each of which it may be cancelled."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.text import Text

CHUNK: Final = 2000
"""Rows of one portion."""


class Steps:
    """Counts rows and tells the progress every now and then; there the work may be cancelled."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.done = 0

    def chunks(self, rows: Iterable[Any], words: Text, size: int = CHUNK) -> Iterator[list[Any]]:
        """Yield the rows in portions."""
        self.progress.step(self.done, None, words)
        iterator = iter(rows)
        while portion := list(islice(iterator, size)):
            yield portion
            self.done += len(portion)
            self.progress.step(self.done, None, words)

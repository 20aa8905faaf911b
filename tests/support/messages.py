"""The messages of the program and its catalogues as they were written, each read once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from iq_desktop.wording.source_file import read_source
from translations import FOLDER, extracted

if TYPE_CHECKING:
    from iq_desktop.wording.source_file import SourceFile
    from translations import Message


@cache
def messages() -> dict[str, Message]:
    """Return every message of the code by its English text."""
    return extracted()


@cache
def source_of(code: str) -> SourceFile:
    """Return the catalogue of a language as it was written."""
    return read_source(FOLDER / f"{code}.po")

"""The part of a case that a document is about, where a case has several to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.wording.text import Text

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile


@dataclass(frozen=True, slots=True)
class CasePart:
    """One part that a document can be about, by the identity that it has in the case, and what it is called."""

    id: str
    words: Text


def no_parts(_case: CaseFile) -> tuple[CasePart, ...]:
    """Return nothing to choose: the document is about the whole case."""
    return ()

"""The names on the unlock screen: one line, and each belongs to one adviser, however it is typed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from iq_desktop.storage.vault_header import LONGEST_LABEL
from iq_desktop.wording.cleaning import is_one_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable


class UnfitNameError(IqError):
    """An adviser's name is empty, too long or given twice."""


def check_name(name: str, taken: Iterable[str]) -> None:
    """Raise UnfitNameError for a name that is empty, longer than one line, or taken."""
    if not name.strip() or len(name) > LONGEST_LABEL or not is_one_line(name):
        raise UnfitNameError(
            say("The adviser's name must be between 1 and {most} characters in one line.", most=LONGEST_LABEL),
            say("This name is shown before unlocking; initials are enough."),
        )
    if any(is_same_name(name, other) for other in taken):
        raise UnfitNameError(
            say("The name “{name}” is already in use.", name=name),
            say("Please add something that tells the two apart."),
        )


def is_same_name(one: str, other: str) -> bool:
    """Return whether two names look the same: in small or capital letters, however composed and spaced."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).split())

"""A fixed list of answers, each with the code that is stored and the words that are shown."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from iq_desktop.wording.text import Text


class Choice(Enum):
    """An answer out of a fixed list; its value is the stored code, which never changes."""

    label: Text

    def __new__(cls, code: str, label: Text) -> Self:
        """Keep the code as the value and the words beside it."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the answer of a stored code; raises KeyError where the list has none."""
        return {member.value: member for member in cls}[code]

"""What a password is worth to somebody who guesses, in words for the wizard."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.key_slots import check_new_password
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable

_FAIR_BITS: Final = 45
_STRONG_BITS: Final = 65
_BITS_PER_SIGN: Final = 2.6
"""Between a sentence (about 1.5 bits a letter) and random letters (4.7); pessimistic on purpose."""


def price_password(password: str) -> Text:
    """Return what a password is worth; raises UnfitPasswordError where it is too short or too long."""
    check_new_password(password)
    bits = _bits(password)
    if bits < _FAIR_BITS:
        return say("Weak. Please take more words that do not belong together.")
    if bits < _STRONG_BITS:
        return say("Good. One word more makes it strong.")
    return say("Strong.")


def _bits(password: str) -> float:
    """Return a careful guess of the bits in a password: repeated signs and runs such as „12345“ count little."""
    fresh = sum(1.0 if is_fresh else 0.25 for is_fresh in _freshness(password))
    return fresh * _BITS_PER_SIGN * math.log2(1 + len(set(password))) / 4


def _freshness(password: str) -> Iterable[bool]:
    yield True
    for before, sign in pairwise(password):
        yield abs(ord(sign) - ord(before)) > 1

"""Passwords of five everyday words, drawn by lot: easy to remember, and what a guess is worth can be counted."""

from __future__ import annotations

import math
import secrets
from typing import TYPE_CHECKING, Final

from iq_desktop.usecases.ports import OfferedPassword
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

FEWEST_WORDS: Final = 2048
"""Below that five words would be worth less than 55 bits."""
_WORDS_OF_A_PASSWORD: Final = 5
_COMMENT: Final = "#"


def draw_password(path: Path | None) -> OfferedPassword:
    """Return five words of a file, each drawn by lot of all; raises IqError where the file is missing or too small."""
    words = read_words(path)
    drawn = " ".join(secrets.choice(words) for _ in range(_WORDS_OF_A_PASSWORD))
    return OfferedPassword(drawn, len(words), math.floor(_WORDS_OF_A_PASSWORD * math.log2(len(words))))


def read_words(path: Path | None) -> tuple[str, ...]:
    """Return the different words of a file; lines that begin with # are remarks. Raises IqError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path is not None else []
    except OSError:
        lines = []
    words = {word for line in lines if not line.startswith(_COMMENT) for word in line.split()}
    if len(words) < FEWEST_WORDS:
        raise IqError(
            say("The list of words for passwords is missing."),
            say("Please think of five words yourself, or install IQ Desktop again from the original package."),
        )
    return tuple(sorted(words))

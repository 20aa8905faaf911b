"""How often a test tries what chance decides: a share of a few seconds every day, the whole count on demand."""

from __future__ import annotations

import os
from typing import Final

FULL: Final = "IQ_FULL"
"""The environment variable that asks for full counts where it is 1 (`python3 packaging/desk.py full`)."""


def count(everyday: int, full: int) -> int:
    """Return how often to try: the everyday share, or the full count of a release."""
    return full if is_full() else everyday


def is_full() -> bool:
    """Return whether full counts were asked for."""
    return os.environ.get(FULL) == "1"

"""The field of the address of a letter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddressField:
    """Where a letter goes, line by line, and small above it who sent it, for envelopes with a window."""

    lines: tuple[str, ...]
    sender: str = ""

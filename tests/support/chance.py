"""Chance that is the same in every run, so that a failing test fails again."""

from __future__ import annotations

import random


def seeded(seed: int) -> random.Random:
    """Return a source of chance for a test."""
    return random.Random(seed)  # noqa: S311  (no secret is made with it)

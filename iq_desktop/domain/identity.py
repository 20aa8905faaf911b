"""Identities of things that are kept: random, unique without a network, safe to exchange."""

from __future__ import annotations

import uuid


def new_id() -> str:
    """Return a fresh identity (32 hexadecimal digits, random)."""
    return uuid.uuid4().hex

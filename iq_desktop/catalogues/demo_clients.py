"""Reads the invented clients of the demo centre from their pack."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from iq_desktop.usecases.demo_centre import InventedClient

if TYPE_CHECKING:
    from pathlib import Path


def read_demo_clients(path: Path) -> tuple[InventedClient, ...]:
    """Return the invented clients of a pack, numbered from 1."""
    pack = json.loads(path.read_text(encoding="utf-8"))
    return tuple(InventedClient(number, facts) for number, facts in enumerate(pack["clients"], start=1))

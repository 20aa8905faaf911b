"""Reads what steps of ways take, from their pack."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from iq_desktop.catalogues.packs import load_pack
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.way_terms import Duration, GermanFor, Lasting, UsualLevel, WayTerms

if TYPE_CHECKING:
    from pathlib import Path


def read_way_terms(folder: Path) -> WayTerms:
    """Return what the pack in a folder says; raises BrokenPack."""
    pack = load_pack(folder, "ways")
    times = {
        Lasting(one["code"]): Duration(one["days_low"], one["days_high"], one["cite"], one["verified"])
        for one in pack.content["times"]
    }
    levels = {
        GermanFor(one["code"]): UsualLevel(Level.of(one["level"]), one["cite"], one["verified"])
        for one in pack.content["levels"]
    }
    shortened = pack.content["shortened_by"]
    return WayTerms(times, levels, Fraction(shortened["part"]), shortened["cite"], pack.checked_on)

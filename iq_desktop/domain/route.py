"""Ways to an occupation: which ones the profile fits, what is missing, and why they are offered."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.domain.occupation import Occupation, OccupationSkill


@dataclass(frozen=True, slots=True)
class RankedOccupation:
    """An occupation with the skills that the person has for it and the essential ones still missing.

    `score` runs from 0 to 1: the share of needed skills that are there, essential ones counted three times.
    """

    occupation: Occupation
    score: float
    fits: tuple[OccupationSkill, ...]
    missing: tuple[OccupationSkill, ...]
    essential_total: int
    optional_total: int

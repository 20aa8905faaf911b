"""What a use case changed, announced once so that every open page can decide whether to refresh."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from iq_desktop.domain.case_file import CaseFile


class Area(Enum):
    """Where something changed."""

    CASE = "case"
    CENTRE = "centre"
    SETTINGS = "settings"
    OCCUPATIONS = "occupations"
    COURSES = "courses"
    PLACES = "places"
    VAULT = "vault"
    RULES = "rules"
    BODIES = "bodies"
    ORGANISATIONS = "organisations"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `id` names the case where it concerns one."""

    area: Area
    id: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """A case as it now lies in the vault, and what changed; told only after the commit."""

    case: CaseFile
    changes: tuple[Change, ...]

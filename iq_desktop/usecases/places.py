"""Where a client lives: a postal code finds its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import Place
    from iq_desktop.usecases.desk import Desk


def find_place(desk: Desk, postal_code: str) -> Place | None:
    """Return the place of a postal code, or None where the list of places does not have it."""
    code = postal_code.strip()
    return desk.reference.find_place(code) if code else None


def move_to_place(case: CaseFile, place: Place) -> CaseFile:
    """Return the case with the client living at a place."""
    return case.with_client(replace(case.client, postal_code=place.postal_code, place=place.name))

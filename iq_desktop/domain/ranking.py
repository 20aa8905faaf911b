"""Which competences stand first in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iq_desktop.domain.competence import Competence


def strongest_rated(competences: tuple[Competence, ...], count: int) -> tuple[Competence, ...]:
    """Return the rated competences: the best step of either side first, then better evidence, essential, by name."""
    rated = [competence for competence in competences if competence.is_rated]
    return tuple(sorted(rated, key=_strength)[:count])


def _strength(competence: Competence) -> tuple[int, int, str, str]:
    views = (competence.adviser_rating, competence.self_rating)
    step = max(view.step for view in views if view is not None)
    return (-step, -competence.evidence.grade, competence.need.value, competence.name_de)

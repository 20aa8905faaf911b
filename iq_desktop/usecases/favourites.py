"""What the centre chooses most, so that long lists offer it first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.client import ResidenceTitle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iq_desktop.domain.choice import Choice
    from iq_desktop.usecases.desk import Desk

_MOST: Final = 6
_LISTS: Final[dict[str, type[Choice]]] = {"residence_title": ResidenceTitle}
"""Fields whose codes stand for answers of a fixed list."""


def find_favourites(desk: Desk) -> Mapping[str, tuple[Any, ...]]:
    """Return the answers that are chosen most, by the names of the fields, the most frequent first."""
    return {field: _answers(field, codes) for field, codes in desk.cases.favourites(most=_MOST).items()}


def _answers(field: str, codes: tuple[str, ...]) -> tuple[Any, ...]:
    choices = _LISTS.get(field)
    if choices is None:
        return codes
    known = {choice.value for choice in choices}
    return tuple(choices.of(code) for code in codes if code in known)

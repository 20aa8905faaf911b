"""Two changed states of one case become one: what only one side changed is taken, and both keep their words.

Values are told apart field by field, rows by their identity. Where both sides changed the same field in another way,
mine stands in the result and the field is named, so that somebody can be asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from iq_desktop.domain.agreement import Signature
from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.partial_date import PartialDate

_OF_THE_STORE: Final = frozenset({"id", "number", "revision"})
"""What the vault gives out; the stored state knows it best."""
_WHOLE: Final = (PartialDate, Signature)
"""Values that make no sense half from here and half from there."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What two states of a value came to, and the fields in which both wanted something else."""

    value: Any
    rivals: tuple[str, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether nobody needs to be asked."""
        return not self.rivals


def merge_cases(base: CaseFile, mine: CaseFile, theirs: CaseFile) -> Merged:
    """Return the case with what mine and theirs changed since `base`; number and revision are those of theirs."""
    merged = _merge_fields(base, mine, theirs, "", _OF_THE_STORE)
    stored = {name: getattr(theirs, name) for name in _OF_THE_STORE}
    return Merged(replace(merged.value, **stored), merged.rivals)


def merge_values(base: Any, mine: Any, theirs: Any, name: str = "") -> Merged:
    """Return what two states of a value came to since `base`; `name` says in which field it stands."""
    if theirs in (mine, base):
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    if _is_parted(mine) and type(base) is type(mine) is type(theirs):
        return _merge_fields(base, mine, theirs, name, frozenset())
    if all(isinstance(one, tuple) for one in (base, mine, theirs)) and all(map(_is_row, (*base, *mine, *theirs))):
        return _merge_rows(base, mine, theirs, name)
    return Merged(mine, (name,))


def _is_parted(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, _WHOLE)


def _is_row(value: Any) -> bool:
    return is_dataclass(value) and hasattr(value, "id")


def _merge_fields(base: Any, mine: Any, theirs: Any, name: str, left: frozenset[str]) -> Merged:
    changed: dict[str, Any] = {}
    rivals: list[str] = []
    for field in fields(mine):
        if field.name not in left:
            path = f"{name}.{field.name}" if name else field.name
            before, ours, others = (getattr(each, field.name) for each in (base, mine, theirs))
            one = merge_values(before, ours, others, path)
            changed[field.name] = one.value
            rivals += one.rivals
    return Merged(replace(mine, **changed), tuple(rivals))


def _merge_rows(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...], name: str) -> Merged:
    """Merge rows one by one; they stand in my order where I changed it, else in theirs."""
    known, ours, others = ({row.id: row for row in rows} for rows in (base, mine, theirs))
    kept: dict[str, Any] = {}
    rivals: list[str] = []
    for key in _order(tuple(known), tuple(ours), tuple(others)):
        before, my_row, their_row = known.get(key), ours.get(key), others.get(key)
        one = merge_values(before, my_row, their_row, f"{name}.{key}")
        value = one.value if one.value is not None or one.is_clear else their_row
        if value is not None:
            kept[key] = value
        rivals += one.rivals
    return Merged(tuple(kept.values()), tuple(rivals))


def _order(known: tuple[str, ...], ours: tuple[str, ...], others: tuple[str, ...]) -> Iterator[str]:
    """Yield every identity once: in my order where I changed it, else in theirs; what only one has, behind the rest."""
    shared = tuple(key for key in known if key in ours)
    first, second = (others, ours) if tuple(key for key in ours if key in known) == shared else (ours, others)
    yield from dict.fromkeys((*first, *second))

"""From values to rows and back, by field name and type, worked out once for each kind of value.

A field whose type is itself a value, or a tuple of values, is a part: it has its own table and stands in no column.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, Generic, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.partial_date import PartialDate, partial_date_from

Cell: TypeAlias = "str | int | float | None"
"""What stands in one column of a row."""

Value = TypeVar("Value")

_Turn: TypeAlias = Callable[[Any], Any]
_NAMES_OF_TYPES: Final = {"dt": dt, "Decimal": Decimal}
"""Modules that some values import for type checkers only."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_PLAIN: Final = frozenset({str, int, float})


@dataclass(frozen=True, slots=True)
class Part:
    """A field that holds values with a table of their own: one of them, or several."""

    kind: type[Any]
    several: bool


@dataclass(frozen=True, slots=True)
class Codec(Generic[Value]):
    """How one kind of value becomes a row; `columns` are in the order of its fields."""

    kind: type[Value]
    columns: tuple[str, ...]
    parts: Mapping[str, Part]
    cells: Callable[[Value], tuple[Any, ...]]
    encoders: tuple[tuple[int, _Turn], ...]
    decoders: tuple[tuple[int, _Turn], ...]

    def to_row(self, value: Value) -> tuple[Cell, ...]:
        """Return the cells of a value in the order of `columns`."""
        row = list(self.cells(value))
        for index, encode in self.encoders:
            if row[index] is not None:
                row[index] = encode(row[index])
        return tuple(row)

    def from_row(self, row: Sequence[Cell], **parts: Any) -> Value:
        """Return the value of a row, whose cells are in the order of `columns`, with its parts by name.

        Raises ValueError where a cell holds a code that this program does not know.
        """
        cells: list[Any] = list(row)
        for index, decode in self.decoders:
            if cells[index] is not None:
                cells[index] = decode(cells[index])
        if parts:
            return self.kind(**dict(zip(self.columns, cells, strict=True)), **parts)
        return self.kind(*cells)

    def differences(self, before: Value, after: Value) -> dict[str, tuple[Cell, Cell]]:
        """Return the columns in which two values differ, with the cells before and after."""
        if before is after:
            return {}
        found: dict[str, tuple[Cell, Cell]] = {}
        for index, (old, new) in enumerate(zip(self.cells(before), self.cells(after), strict=True)):
            if old is not new and old != new:
                found[self.columns[index]] = (self._cell(index, old), self._cell(index, new))
        return {column: pair for column, pair in found.items() if pair[0] != pair[1]}

    def _cell(self, index: int, value: Any) -> Cell:
        encode = next((turn for place, turn in self.encoders if place == index), None)
        cell: Cell = value if value is None or encode is None else encode(value)
        return cell


def codec_of(kind: type[Value]) -> Codec[Value]:
    """Return the codec of a dataclass; raises TypeError for a field whose type has no form in a row."""
    anything: Any = kind
    codec: Codec[Value] = _made_codec(anything)
    return codec


@cache
def _made_codec(kind: Any) -> Codec[Any]:
    hints = get_type_hints(kind, localns=_NAMES_OF_TYPES)
    parts: dict[str, Part] = {}
    turns: dict[str, tuple[_Turn, _Turn] | None] = {}
    for field in fields(kind):
        part = _part_of(hints[field.name])
        if part:
            parts[field.name] = part
        else:
            turns[field.name] = _turns_of(_without_none(hints[field.name]))
    columns = tuple(turns)
    kept = [(index, pair) for index, pair in enumerate(turns.values()) if pair]
    return Codec(
        kind=kind,
        columns=columns,
        parts=parts,
        cells=_getter(columns),
        encoders=tuple((index, encode) for index, (encode, _) in kept),
        decoders=tuple((index, decode) for index, (_, decode) in kept),
    )


def _getter(columns: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(columns) > 1:
        return attrgetter(*columns)
    name = columns[0]
    return lambda value: (getattr(value, name),)


def _part_of(hint: Any) -> Part | None:
    if get_origin(hint) is tuple and _is_value(get_args(hint)[0]):
        return Part(get_args(hint)[0], several=True)
    return Part(hint, several=False) if _is_value(hint) else None


def _is_value(hint: Any) -> bool:
    return isinstance(hint, type) and is_dataclass(hint) and hint is not PartialDate


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in {Union, UnionType}:
        return hint
    inner = [part for part in get_args(hint) if part is not NoneType]
    if len(inner) != 1:
        raise TypeError(f"no form in a row for {hint}")
    return inner[0]


def _turns_of(hint: Any) -> tuple[_Turn, _Turn] | None:
    """Return how cells of a type are written and read, None where they stay as they are."""
    if hint in _PLAIN:
        return None
    if get_origin(hint) is tuple:
        return _turns_of_several(get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, Choice):
        return attrgetter("value"), _reader_of_codes(hint)
    if hint in _TURNS:
        return _TURNS[hint]
    raise TypeError(f"no form in a row for {hint}")


def _turns_of_several(inner: Any) -> tuple[_Turn, _Turn]:
    pair = _turns_of(inner)
    if pair is None:
        return (lambda several: _dump(list(several))), (lambda cell: tuple(json.loads(cell)))
    encode, decode = pair
    return (
        lambda several: _dump([encode(one) for one in several]),
        lambda cell: tuple(decode(one) for one in json.loads(cell)),
    )


def _dump(several: list[Any]) -> str:
    return _ENCODER.encode(several)


def _reader_of_codes(kind: type[Choice]) -> _Turn:
    members = {member.value: member for member in kind}

    def decode(code: str) -> Choice:
        try:
            return members[code]
        except KeyError:
            raise ValueError(f"{kind.__name__} has no such code") from None

    return decode


def moment_words(moment: dt.datetime) -> str:
    """Return the stored form of a moment, of one width in UTC, so that it sorts as text."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


_TURNS: Final[Mapping[Any, tuple[_Turn, _Turn]]] = {
    bool: (int, bool),
    dt.date: (dt.date.isoformat, dt.date.fromisoformat),
    dt.datetime: (moment_words, dt.datetime.fromisoformat),
    Decimal: (str, Decimal),
    PartialDate: (PartialDate.code, partial_date_from),
}

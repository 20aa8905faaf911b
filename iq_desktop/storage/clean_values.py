"""The last guard before the vault: values whose words hold nothing that cannot be stored, searched or printed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from iq_desktop.wording.cleaning import clean_words

T = TypeVar("T")


def clean_value(value: T, stored: object = None) -> T:
    """Return a value with clean words in it and in its parts, or the value itself where nothing is to be done.

    What it shares with `stored` lies in the vault already and is not looked at again.
    """
    cleaned: T = _clean(value, stored)
    return cleaned


def _clean(value: Any, stored: Any) -> Any:
    if value is stored:
        return value
    if isinstance(value, str):
        return clean_words(value) if type(value) is str else value
    if isinstance(value, tuple):
        return _clean_parts(value, stored)
    if is_dataclass(value):
        return _clean_fields(value, stored)
    return value


def _clean_parts(parts: tuple[Any, ...], stored: Any) -> tuple[Any, ...]:
    known = {id(one) for one in stored} if isinstance(stored, tuple) else set()
    cleaned = tuple(one if id(one) in known else _clean(one, None) for one in parts)
    return parts if all(new is old for new, old in zip(cleaned, parts, strict=True)) else cleaned


def _clean_fields(value: Any, stored: Any) -> Any:
    like = stored if type(stored) is type(value) else None
    kind: Any = type(value)
    changed: dict[str, Any] = {}
    for name in _names_of(kind):
        old = getattr(value, name)
        new = _clean(old, getattr(like, name, None))
        if new is not old and new != old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))

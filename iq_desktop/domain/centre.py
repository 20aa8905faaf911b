"""The counselling centre and the advisers who work there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre as it stands on letters."""

    name: str = ""
    street: str = ""
    postal_code: str = ""
    place: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Adviser:
    """An adviser; `id` is the identity of the key slot that opens the vault."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What an adviser has set: language of the screen (`de`, `en`) and theme (`light`, `dark`, `system`)."""

    language: str = "de"
    theme: str = "system"

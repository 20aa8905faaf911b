"""The counselling centre and the advisers who work there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iq_desktop.domain.role import Role

TEXT_SIZES: Final = (100, 115, 130, 150, 175, 200)
"""How large the words on the screen can be, in percent."""


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
    role: Role = Role.ADVISER


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What an adviser has set: language of the screen (`de`, `en`), theme (`light`, `dark`, `contrast`, `system`).

    `text_size` is one of `TEXT_SIZES`; the program locks itself after `lock_after_minutes` without a touch.
    """

    language: str = "de"
    theme: str = "system"
    text_size: int = 100
    lock_after_minutes: int = 5
    hide_from_capture: bool = True

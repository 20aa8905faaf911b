"""The counselling centre and the advisers who work there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.holiday import Land
from iq_desktop.domain.role import Role
from iq_desktop.wording.text import say

TEXT_SIZES: Final = (100, 115, 130, 150, 175, 200)
"""How large the words on the screen can be, in percent."""


class Wording(Choice):
    """How what a client reads on paper is worded."""

    STANDARD = "standard", say("Standard wording")
    SIMPLE = "simple", say("Simple wording")


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre as it stands on letters.

    `run_by` is the organisation behind it, `credit` a line that funders ask for, such as who pays for the counselling.
    Below the first signature line stands `signs_as`; a second one is drawn where `second_signature` says whose it is.
    `land` is the one with which new procedures begin: its public holidays count. `niq_id` is the number of the centre
    in the documentation NIQ.
    """

    name: str = ""
    street: str = ""
    postal_code: str = ""
    place: str = ""
    phone: str = ""
    email: str = ""
    run_by: str = ""
    website: str = ""
    credit: str = ""
    signs_as: str = ""
    second_signature: str = ""
    wording: Wording = Wording.STANDARD
    land: Land | None = None
    niq_id: str = ""

    @property
    def address(self) -> tuple[str, ...]:
        """Street, and postal code with place, as two lines; what is empty is left out."""
        return tuple(line for line in (self.street, f"{self.postal_code} {self.place}".strip()) if line)

    @property
    def reach(self) -> tuple[str, ...]:
        """How one reaches the centre: telephone, e-mail, website; what is empty is left out."""
        return tuple(way for way in (self.phone, self.email, self.website) if way)


LARGEST_LOGO: Final = 1_000_000
"""How many bytes the file of a logo may have."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture of a letterhead: a PNG whose only content is the picture, with its size in pixels."""

    content: bytes = field(repr=False)
    width: int
    height: int


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

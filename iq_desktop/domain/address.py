"""How an office or an organisation is reached: the address for a letter, telephone, e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iq_desktop.domain.body import CompetentBody
    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.domain.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is known today; what nobody wrote down is empty."""

    name: str = ""
    contact_person: str = ""
    street: str = ""
    postal_code: str = ""
    place: str = ""
    phone: str = ""
    email: str = ""

    @property
    def town(self) -> str:
        """Postal code and place."""
        return " ".join(part for part in (self.postal_code, self.place) if part)

    @property
    def is_postal(self) -> bool:
        """Whether a letter would arrive."""
        return bool(self.place and (self.street or self.postal_code))

    @property
    def letter_lines(self) -> tuple[str, ...]:
        """The lines on the envelope: who, which person, street, place."""
        return tuple(part for part in (self.name, self.contact_person, self.street, self.town) if part)

    @property
    def ways(self) -> tuple[str, ...]:
        """Telephone and e-mail."""
        return tuple(part for part in (self.phone, self.email) if part)

    @property
    def in_one_line(self) -> str:
        """Where it is and how one calls there, without its name."""
        where = ", ".join(part for part in (self.street, self.town) if part)
        return " · ".join(part for part in (where, *self.ways) if part)


def address_of(one: Organisation | CompetentBody) -> Address:
    """Return the address of an entry of the directory."""
    return Address(one.name, one.contact_person, one.street, one.postal_code, one.place, one.phone, one.email)


def address_of_provider(course: CourseOffer) -> Address:
    """Return the address that stands beside the offer of a course."""
    return Address(
        course.provider or course.title,
        "",
        course.street,
        course.postal_code,
        course.place,
        course.phone,
        course.email,
    )

"""Bodies that decide on recognition: the centre's own directory, which begins with the kinds of bodies."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import say


class BodyKind(Choice):
    """What kind of body it is."""

    CHAMBER_INDUSTRY = "chamber_industry", say("Chamber of industry and commerce (IHK, IHK FOSA)")
    CHAMBER_CRAFTS = "chamber_crafts", say("Chamber of crafts (HWK)")
    CHAMBER_AGRICULTURE = "chamber_agriculture", say("Body for agriculture")
    CHAMBER_PROFESSION = "chamber_profession", say("Chamber of a profession")
    HEALTH = "health", say("Body of the Land for health occupations")
    EDUCATION = "education", say("Body of the Land for schools and social work")
    EVALUATION = "evaluation", say("Central office for foreign education (ZAB)")
    OTHER = "other", say("Other body")


@dataclass(frozen=True, slots=True)
class CompetentBody:
    """One body of the directory; `responsible_for` are occupations or fields in the centre's own words.

    `checked_on` is the day on which somebody last looked whether it is still right.
    """

    name: str = ""
    kind: BodyKind | None = None
    responsible_for: str = ""
    region: str = ""
    street: str = ""
    postal_code: str = ""
    place: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    contact_person: str = ""
    remarks: str = ""
    checked_on: dt.date | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_only_a_kind(self) -> bool:
        """Whether nothing is known of it yet but what kind of body it is."""
        return not (self.street or self.place or self.phone or self.email or self.web)

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the entry lacks, and what cannot be."""
        missing = () if self.name else (Problem("name", say("The name of the body is missing.")),)
        is_later = self.checked_on is not None and self.checked_on > today
        wrong = Problem("checked_on", say("The day lies in the future."), Weight.WRONG)
        return (*missing, *((wrong,) if is_later else ()))

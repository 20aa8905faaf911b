"""Organisations that people are referred to: course providers, partners, self-help organisations, offices."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import say


class OrganisationKind(Choice):
    """What kind of organisation it is."""

    COURSE_PROVIDER = "course_provider", say("Course provider")
    PARTNER = "partner", say("Partner of the centre")
    SELF_HELP = "self_help", say("Self-help organisation of migrants")
    EMPLOYMENT_AGENCY = "employment_agency", say("Employment agency or job centre")
    OFFICE = "office", say("Other office")
    ADVICE_CENTRE = "advice_centre", say("Other advice centre")
    EMPLOYER = "employer", say("Employer")
    OTHER = "other", say("Other organisation")


class FieldOfAction(Choice):
    """With what an organisation helps."""

    GERMAN = "german", say("Learning German")
    RECOGNITION = "recognition", say("Recognition of qualifications")
    QUALIFICATION = "qualification", say("Training and further training")
    WORK = "work", say("Finding work")
    START_UP = "start_up", say("Founding a business")
    RESIDENCE = "residence", say("Law of residence")
    MONEY = "money", say("Benefits and debts")
    FAMILY = "family", say("Family and child care")
    HEALTH = "health", say("Physical and mental health")
    HOUSING = "housing", say("Housing")
    DISCRIMINATION = "discrimination", say("Discrimination")
    COMMUNITY = "community", say("Meeting people, voluntary work")


class Reach(Choice):
    """For whom an organisation is there."""

    PLACE = "place", say("People of the place")
    REGION = "region", say("People of the region")
    LAND = "land", say("People of the Land")
    GERMANY = "germany", say("People in all of Germany")
    ONLINE = "online", say("Online, for everybody")


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation of the centre's own directory; `region` says in words where it is there for people.

    `languages` are those in which one is advised there; `checked_on` is the day on which somebody last looked whether
    it is still right.
    """

    name: str = ""
    kind: OrganisationKind | None = None
    fields: tuple[FieldOfAction, ...] = ()
    languages: tuple[str, ...] = ()
    reach: Reach | None = None
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
    def is_reachable(self) -> bool:
        """Whether anything is known of how one reaches it."""
        return bool(self.street or self.phone or self.email or self.web)

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the entry lacks, and what cannot be."""
        missing = () if self.name else (Problem("name", say("The name of the organisation is missing.")),)
        is_later = self.checked_on is not None and self.checked_on > today
        wrong = Problem("checked_on", say("The day lies in the future."), Weight.WRONG)
        return (*missing, *((wrong,) if is_later else ()))

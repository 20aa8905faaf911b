"""Where the centre sends a person next, what was agreed, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.point_picture import PointPicture
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import say


class ReferralKind(Choice):
    """To whom a person is referred."""

    COURSE = "course", say("Course")
    COMPETENT_BODY = "competent_body", say("Competent body")
    PARTNER = "partner", say("Partner of the centre")
    EMPLOYMENT_AGENCY = "employment_agency", say("Employment agency or job centre")
    ADVICE_CENTRE = "advice_centre", say("Other advice centre")
    SELF_HELP = "self_help", say("Self-help organisation")
    OTHER = "other", say("Other")


class ReferralState(Choice):
    """How far a referral has come."""

    PLANNED = "planned", say("Planned")
    SENT = "sent", say("Sent")
    ACCEPTED = "accepted", say("Accepted")
    REFUSED = "refused", say("Refused")
    NO_ANSWER = "no_answer", say("Without an answer")
    CAME = "came", say("The person came")
    STARTED = "started", say("Started")
    FINISHED = "finished", say("Finished")
    DROPPED = "dropped", say("Broken off")


class Shared(Choice):
    """What of a case the recipient of a referral may be told; the name goes with every one of them."""

    BIRTH = "birth", say("Date of birth")
    CONTACT = "contact", say("Address, telephone, e-mail")
    NATIONALITY = "nationality", say("Nationality")
    RESIDENCE = "residence", say("Residence title and permission to work")
    CONCERN = "concern", say("Concern")
    OCCUPATIONS = "occupations", say("Occupation and wished occupation")
    LANGUAGES = "languages", say("Languages")
    QUALIFICATIONS = "qualifications", say("Training and qualifications")
    WORK = "work", say("Work")
    COMPETENCES = "competences", say("Competences")


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral; `course` is the identity of the course offer as `catalogue/id` where it leads to a course.

    `shares` is what the letter shall tell; it tells of it what the person agreed to for this recipient
    (`domain/passing_on.py`). `organisation_id` is the entry of the directory, `earlier_id` the referral that failed and
    in whose place this one came.
    """

    recipient: str
    kind: ReferralKind = ReferralKind.COURSE
    state: ReferralState = ReferralState.PLANNED
    reason: str = ""
    course: str = ""
    place: str = ""
    starts_on: dt.date | None = None
    agreed_on: dt.date | None = None
    remind_on: dt.date | None = None
    shares: tuple[Shared, ...] = ()
    organisation_id: str = ""
    contact_person: str = ""
    earlier_id: str = ""
    id: str = field(default_factory=new_id)


class Who(Choice):
    """Who does what was agreed."""

    CLIENT = "client", say("You")
    ADVISER = "adviser", say("The adviser")
    BOTH = "both", say("Both of us")


@dataclass(frozen=True, slots=True)
class AgreedPoint:
    """One thing that both agreed: what, who, by when; the first three stand on the slip „What we agreed“.

    `text_in_client_language` is what the client reads beside the German words, where somebody has written it.
    `picture` is what was chosen to stand beside it; without a choice the words say which one fits.
    """

    text: str = ""
    text_in_client_language: str = ""
    who: Who = Who.CLIENT
    due: dt.date | None = None
    done_on: dt.date | None = None
    picture: PointPicture | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_written(self) -> bool:
        """Whether anything was written down, in either language."""
        return bool(self.text.strip() or self.text_in_client_language.strip())

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what cannot be: that it was done on a day to come."""
        is_later = self.done_on is not None and self.done_on > today
        return (Problem("done_on", say("The day lies in the future."), Weight.WRONG),) if is_later else ()

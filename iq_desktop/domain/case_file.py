"""The case file: everything about one counselling, small, read whole and saved whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from iq_desktop.domain.agreement import AgreementReview, Duty, Goal, Signature
from iq_desktop.domain.assessment import Answer, Run
from iq_desktop.domain.biography import LifeEntry
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.client import Client
from iq_desktop.domain.comparison import Comparison, TaskMark
from iq_desktop.domain.competence import ChosenOccupation, Competence, OccupationRole
from iq_desktop.domain.consent import Consent, Release
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.cost import Cost, Funding
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.incoming_referral import IncomingReferral
from iq_desktop.domain.keeping import Correction, Keeping
from iq_desktop.domain.kept_course import KeptCourse
from iq_desktop.domain.language_skill import LanguageSkill
from iq_desktop.domain.niq_report import NiqReport
from iq_desktop.domain.paper_move import PaperMove
from iq_desktop.domain.procedure import Procedure, ProcedureStep
from iq_desktop.domain.qualification import Paper, Qualification, WorkPeriod
from iq_desktop.domain.referral import AgreedPoint, Referral
from iq_desktop.domain.referral_step import ReferralStep
from iq_desktop.domain.situation import Situation
from iq_desktop.domain.talk import Appointment, Closing, Talk
from iq_desktop.domain.told_fact import ToldFact
from iq_desktop.domain.way_wish import NotBefore, WayWish
from iq_desktop.wording.text import say


class CaseKind(Choice):
    """How much a case shall hold."""

    FULL = "full", say("Full counselling")
    SHORT = "short", say("Short consultation, may stay anonymous")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case; `number` such as `2026-0001` is given when it is first saved, `revision` counts its saves.

    `is_invented` marks the clients of the demo centre; `is_confidential` keeps a case for its adviser alone, and for
    responsible persons.
    """

    opened_on: dt.date
    id: str = field(default_factory=new_id)
    number: str = ""
    revision: int = 0
    adviser_id: str = ""
    is_invented: bool = False
    is_confidential: bool = False
    kind: CaseKind = CaseKind.FULL
    contact: Contact = field(default_factory=Contact)
    client: Client = field(default_factory=Client)
    situation: Situation = field(default_factory=Situation)
    closing: Closing = field(default_factory=Closing)
    keeping: Keeping = field(default_factory=Keeping)
    consents: tuple[Consent, ...] = ()
    releases: tuple[Release, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    works: tuple[WorkPeriod, ...] = ()
    papers: tuple[Paper, ...] = ()
    paper_moves: tuple[PaperMove, ...] = ()
    life: tuple[LifeEntry, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    occupations: tuple[ChosenOccupation, ...] = ()
    competences: tuple[Competence, ...] = ()
    referrals: tuple[Referral, ...] = ()
    referral_steps: tuple[ReferralStep, ...] = ()
    incoming_referrals: tuple[IncomingReferral, ...] = ()
    agreement: tuple[AgreedPoint, ...] = ()
    goals: tuple[Goal, ...] = ()
    duties: tuple[Duty, ...] = ()
    reviews: tuple[AgreementReview, ...] = ()
    signatures: tuple[Signature, ...] = ()
    talks: tuple[Talk, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    corrections: tuple[Correction, ...] = ()
    runs: tuple[Run, ...] = ()
    answers: tuple[Answer, ...] = ()
    told_facts: tuple[ToldFact, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    task_marks: tuple[TaskMark, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    procedure_steps: tuple[ProcedureStep, ...] = ()
    costs: tuple[Cost, ...] = ()
    fundings: tuple[Funding, ...] = ()
    niq_reports: tuple[NiqReport, ...] = ()
    kept_courses: tuple[KeptCourse, ...] = ()
    way_wishes: tuple[WayWish, ...] = ()
    way_days: tuple[NotBefore, ...] = ()

    @property
    def is_anonymous(self) -> bool:
        """Whether no name was taken down."""
        return not self.client.full_name

    def with_client(self, client: Client) -> CaseFile:
        """Return the case with another state of the client."""
        return replace(self, client=client)

    def with_contact(self, contact: Contact) -> CaseFile:
        """Return the case with another state of the contact."""
        return replace(self, contact=contact)

    def occupations_as(self, role: OccupationRole) -> tuple[ChosenOccupation, ...]:
        """Return the occupations that are learned or wished for."""
        return tuple(occupation for occupation in self.occupations if occupation.role is role)

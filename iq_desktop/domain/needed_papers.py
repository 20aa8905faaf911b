"""What procedures ask for: papers in a form, translated or not, and how one gets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.qualification import PaperKind
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping


class Need(Choice):
    """What a procedure asks for."""

    CV = "cv", say("Tabular CV with training and work, in German")
    IDENTITY = "identity", say("Passport or identity card")
    CERTIFICATE = "certificate", say("Certificate of the training abroad")
    TRANSCRIPT = "transcript", say("List of subjects and marks")
    SCHOOL = "school", say("School certificate")
    EXPERIENCE = "experience", say("Proof of work in the occupation")
    RIGHT_TO_PRACTISE = "right_to_practise", say("Licence to practise in the country of training")
    NO_EARLIER = "no_earlier", say("Declaration that no application was made before")
    INTENT = "intent", say("Proof of the wish to work in Germany")
    REASONS = "reasons", say("Reasons why papers are missing")
    WORK_TIME = "work_time", say("Proof of the time of work: one and a half times the training")
    SKILLS = "skills", say("What shows the skills of the occupation")
    NAME_CHANGE = "name_change", say("Proof of a change of name")
    PASSPORT = "passport", say("Valid passport")
    LIVELIHOOD = "livelihood", say("Proof of how the person lives and pays")
    NOTICE = "notice", say("Notice that measures are needed")
    GERMAN = "german", say("Proof of German")
    MEASURE = "measure", say("Confirmation of the measure or the examination")
    JOB_OFFER = "job_offer", say("Offer of a job")
    AGREEMENT = "agreement", say("Agreement with the employer about the recognition")
    STATE_RECOGNISED = "state_recognised", say("Confirmation that the qualification is recognised by its state")
    ANALYSIS_PROMISED = "analysis_promised", say("Promise of a qualification analysis by the competent body")

    @property
    def kinds(self) -> tuple[PaperKind, ...]:
        """The kinds of papers that are it."""
        return _KINDS[self.value]

    @property
    def how(self) -> Text:
        """How one gets it."""
        return _HOW.get(self.value, _ASK)


class Form(Choice):
    """In which form a paper must be there."""

    COPY = "copy", say("A copy or a scan is enough")
    ORIGINAL = "original", say("The original is needed")
    OWN = "own", say("Written by the person")


class Translating(Choice):
    """Whether a paper must be translated into German."""

    NEEDED = "needed", say("with a sworn translation")
    MAYBE = "maybe", say("a translation can be asked for")
    NO = "no", NOTHING


class Weight(Choice):
    """How much a paper is needed."""

    NEEDED = "needed", NOTHING
    IF_NECESSARY = "if_necessary", say("only where it is necessary")
    FROM_OUTSIDE = "from_outside", say("only for people who live outside the EU, the EEA and Switzerland")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a procedure asks for, with the place in the law."""

    need: Need
    cite: str = ""
    form: Form = Form.COPY
    translating: Translating = Translating.NO
    weight: Weight = Weight.NEEDED
    verified: bool = True


_ASK: Final = say("Ask the office or school that issued it.")
_EXPLAIN: Final = say("Write it and sign it.")
_HOW: Final[Mapping[str, Text]] = {
    "cv": say("We write it together."),
    "no_earlier": _EXPLAIN,
    "reasons": _EXPLAIN,
    "certificate": say("Ask the school abroad. Tell us if that is not possible: there are other ways."),
    "experience": say("Ask the employer for a reference."),
    "work_time": say("Ask the employers, or look for contracts and pay slips."),
    "skills": say("References, photos of work, certificates of courses."),
    "intent": say("For example a letter to an employer, a business plan, or a note of the central service (ZSBA)."),
    "identity": say("Ask the embassy or the office for foreigners."),
    "passport": say("Ask the embassy or the office for foreigners."),
    "livelihood": say("For example a contract, pay slips or a declaration of somebody who pays."),
    "notice": say("Apply for recognition first."),
    "german": say("Take a test, or ask the course for the certificate."),
    "measure": say("Ask the school or the company that offers it."),
    "job_offer": say("Ask the employer."),
    "agreement": say("Ask the employer."),
    "state_recognised": say("Ask the competent service in Germany."),
    "analysis_promised": say("Ask the competent body."),
}
_WORK: Final = (PaperKind.REFERENCE, PaperKind.EMPLOYMENT)
_KINDS: Final[Mapping[str, tuple[PaperKind, ...]]] = {
    "cv": (PaperKind.CV,),
    "identity": (PaperKind.IDENTITY,),
    "certificate": (PaperKind.CERTIFICATE,),
    "transcript": (PaperKind.TRANSCRIPT,),
    "school": (PaperKind.SCHOOL_REPORT,),
    "experience": _WORK,
    "right_to_practise": (PaperKind.LICENCE,),
    "no_earlier": (PaperKind.DECLARATION,),
    "intent": (PaperKind.INTENT,),
    "reasons": (PaperKind.EXPLANATION,),
    "work_time": _WORK,
    "skills": (PaperKind.REFERENCE, PaperKind.TRANSCRIPT, PaperKind.CERTIFICATE),
    "name_change": (PaperKind.NAME_CHANGE,),
    "passport": (PaperKind.IDENTITY,),
    "livelihood": (PaperKind.EMPLOYMENT, PaperKind.JOB_OFFER),
    "notice": (PaperKind.NOTICE,),
    "german": (PaperKind.LANGUAGE,),
    "measure": (PaperKind.MEASURE,),
    "job_offer": (PaperKind.JOB_OFFER,),
    "agreement": (PaperKind.AGREEMENT,),
    "state_recognised": (PaperKind.NOTICE,),
    "analysis_promised": (PaperKind.NOTICE,),
}

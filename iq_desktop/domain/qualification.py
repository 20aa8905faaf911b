"""What somebody has learned and done, and the papers that show it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import Text, say


class QualificationKind(Choice):
    """What kind of qualification it is (the kinds that the documentation NIQ counts)."""

    VOCATIONAL = "vocational", say("Vocational training")
    BACHELOR = "bachelor", say("Bachelor, university of applied sciences or master craftsman")
    MASTER = "master", say("Master or university diploma")
    DOCTORATE = "doctorate", say("Doctorate")
    NONE = "none", say("No completed vocational qualification")
    NO_ANSWER = "no_answer", say("No answer")


class Finished(Choice):
    """Whether a training was completed."""

    YES = "yes", say("Completed")
    NO = "no", say("Not completed")
    RUNNING = "running", say("Still going on")


class Experience(Choice):
    """Where somebody has worked in the occupation of a qualification."""

    ABROAD = "abroad", say("Abroad")
    GERMANY = "germany", say("In Germany")
    BOTH = "both", say("Abroad and in Germany")
    NONE = "none", say("No work in it yet")
    NO_ANSWER = "no_answer", say("No answer")


class EarlierApplication(Choice):
    """Whether recognition or an evaluation was applied for before this counselling."""

    NONE = "none", say("No application yet")
    EQUIVALENCE = "equivalence", say("Application for recognition")
    EVALUATION = "evaluation", say("Application for an evaluation by the ZAB")
    BOTH = "both", say("Both applications")
    NO_ANSWER = "no_answer", say("No answer")

    @property
    def asks_equivalence(self) -> bool:
        """Whether there must be a result of a recognition."""
        return self in {EarlierApplication.EQUIVALENCE, EarlierApplication.BOTH}

    @property
    def asks_evaluation(self) -> bool:
        """Whether there must be a result of an evaluation."""
        return self in {EarlierApplication.EVALUATION, EarlierApplication.BOTH}


class EquivalenceResult(Choice):
    """What came of an earlier application for recognition."""

    PENDING = "pending", say("Not decided yet")
    FULL = "full", say("Full equivalence")
    COMPENSATION = "compensation", say("Compensation measure required (regulated occupation)")
    PARTIAL = "partial", say("Partial equivalence (not regulated occupation)")
    REFUSED = "refused", say("No equivalence")
    NO_ANSWER = "no_answer", say("No answer")


class EvaluationResult(Choice):
    """What came of an earlier evaluation by the ZAB."""

    PENDING = "pending", say("Not known yet")
    POSITIVE = "positive", say("Positive evaluation")
    REFUSED = "refused", say("Evaluation refused")
    NO_ANSWER = "no_answer", say("No answer")


@dataclass(frozen=True, slots=True)
class Qualification:
    """One training, finished or not; `country` is an ISO 3166-1 alpha-2 code, `months` how long it lasts by its rules.

    `niq_occupation` is the number of the reference occupation in NIQ; it may be empty, as may all that is not known.
    """

    title_original: str = ""
    title_de: str = ""
    kind: QualificationKind | None = None
    institution: str = ""
    place: str = ""
    country: str = ""
    begun: PartialDate | None = None
    ended: PartialDate | None = None
    finished: Finished | None = None
    months: int | None = None
    experience: Experience | None = None
    goes_to_niq: bool = False
    reference_occupation: str = ""
    niq_occupation: str = ""
    earlier_application: EarlierApplication | None = None
    equivalence_result: EquivalenceResult | None = None
    evaluation_result: EvaluationResult | None = None
    remarks: str = ""
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The German title, or the one of the paper where there is none."""
        return self.title_de or self.title_original

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the qualification still lacks, and what cannot be."""
        missing = (
            ("title_original", not self.title, say("The title of the qualification is missing.")),
            ("kind", self.kind is None, say("Which kind of qualification is it?")),
            ("country", not self.country, say("The country of the training is missing.")),
            ("finished", self.finished is None, say("Was the training completed?")),
        )
        open_ones = tuple(Problem(name, text) for name, is_missing, text in missing if is_missing)
        return (*span_problems(self.begun, self.ended, today), *open_ones)


class WorkKind(Choice):
    """What kind of work it was; unpaid work counts as much as paid work."""

    EMPLOYED = "employed", say("Employed")
    SELF_EMPLOYED = "self_employed", say("Own business")
    FAMILY_BUSINESS = "family_business", say("In the family's business")
    CARE = "care", say("Cared for children or relatives")
    VOLUNTEER = "volunteer", say("Volunteer work")
    INTERNSHIP = "internship", say("Internship")
    OTHER = "other", say("Other work")


class Proof(Choice):
    """What shows that somebody did a work."""

    REFERENCE = "reference", say("Employer's reference")
    CONTRACT = "contract", say("Contract or pay slips")
    INSURANCE = "insurance", say("Social insurance record")
    PHOTOS = "photos", say("Photos or pieces of work")
    WITNESS = "witness", say("Somebody who can tell")
    NONE = "none", say("No proof")


@dataclass(frozen=True, slots=True)
class WorkPeriod:
    """One time of work; the occupation is as it was called when it was chosen, empty where none was."""

    title_original: str = ""
    title_de: str = ""
    kind: WorkKind = WorkKind.EMPLOYED
    occupation_uri: str = ""
    occupation_name: str = ""
    isco: str = ""
    kldb: str = ""
    employer: str = ""
    place: str = ""
    country: str = ""
    begun: PartialDate | None = None
    ended: PartialDate | None = None
    is_going_on: bool = False
    hours_per_week: int | None = None
    tasks: str = ""
    tools: str = ""
    proofs: tuple[Proof, ...] = ()
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The German title, else the occupation, else the person's own words."""
        return self.title_de or self.occupation_name or self.title_original

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the work still lacks, and what cannot be."""
        missing = (
            ("title_original", not self.title, say("What did the person work as?")),
            ("begun", self.begun is None, say("Since when? The year is enough.")),
            ("country", not self.country, say("The country of the work is missing.")),
            ("tasks", not self.tasks, say("What did the person do there?")),
        )
        open_ones = tuple(Problem(name, text) for name, is_missing, text in missing if is_missing)
        found = span_problems(self.begun, self.ended, today)
        if self.is_going_on and self.ended is not None:
            found = (*found, Problem("ended", say("It has an end, and still goes on. Which is right?"), Weight.WRONG))
        if self.hours_per_week not in _HOURS_OF_A_WEEK:
            found = (*found, Problem("hours_per_week", say("A week does not have so many hours."), Weight.WRONG))
        return (*found, *open_ones)


_HOURS_OF_A_WEEK = frozenset({None, *range(1, 169)})


def span_problems(begun: PartialDate | None, ended: PartialDate | None, today: dt.date) -> tuple[Problem, ...]:
    """Return what cannot be about a beginning (`begun`) and an end (`ended`)."""
    if begun and begun.earliest > today:
        return (Problem("begun", say("The beginning lies in the future."), Weight.WRONG),)
    if begun and ended and ended.latest < begun.earliest:
        return (Problem("ended", say("The end lies before the beginning."), Weight.WRONG),)
    return ()


class PaperKind(Choice):
    """What kind of paper it is."""

    CERTIFICATE = "certificate", say("Certificate of a qualification")
    TRANSCRIPT = "transcript", say("List of subjects and marks")
    SCHOOL_REPORT = "school_report", say("School certificate")
    REFERENCE = "reference", say("Employer's reference")
    LICENCE = "licence", say("Licence to practise the occupation")
    LANGUAGE = "language", say("Language certificate")
    IDENTITY = "identity", say("Passport or identity card")
    RESIDENCE = "residence", say("Residence document")
    NAME_CHANGE = "name_change", say("Proof of a change of name")
    CV = "cv", say("Tabular CV")
    NOTICE = "notice", say("Notice of an office")
    EMPLOYMENT = "employment", say("Contract, pay slips or social insurance record")
    DECLARATION = "declaration", say("Declaration that no application was made before")
    INTENT = "intent", say("Proof of the wish to work in Germany")
    EXPLANATION = "explanation", say("Written reasons why papers are missing")
    JOB_OFFER = "job_offer", say("Offer of a job")
    AGREEMENT = "agreement", say("Agreement with an employer")
    MEASURE = "measure", say("Confirmation of a course, a measure or an examination")
    OTHER = "other", say("Other paper")


class PaperForm(Choice):
    """In which form a paper is there; several at once are usual."""

    ORIGINAL = "original", say("Original")
    COPY = "copy", say("Copy")
    CERTIFIED = "certified", say("Certified copy")
    TRANSLATION = "translation", say("Translation (sworn)")
    PHOTO = "photo", say("Photo only")
    LOST = "lost", say("Lost")
    NEVER_GOT = "never_got", say("Never received")

    @property
    def is_there(self) -> bool:
        """Whether there is something to show."""
        return self not in {PaperForm.LOST, PaperForm.NEVER_GOT}


class Whereabouts(Choice):
    """Where the original of a paper is."""

    CLIENT = "client", say("With the person")
    CENTRE = "centre", say("Here at the centre")
    OFFICE = "office", say("At an office")
    TRANSLATOR = "translator", say("At the translator")
    ABROAD = "abroad", say("Abroad, with somebody")
    UNKNOWN = "unknown", say("Not known")


@dataclass(frozen=True, slots=True)
class Paper:
    """One document; `belongs_to` is the identity of the qualification or work that it shows, empty for the person's."""

    name: str = ""
    kind: PaperKind | None = None
    belongs_to: str = ""
    forms: tuple[PaperForm, ...] = ()
    language: str = ""
    issued_on: PartialDate | None = None
    whereabouts: Whereabouts | None = None
    who_has_it: str = ""
    handed_over_on: dt.date | None = None
    handed_back_on: dt.date | None = None
    remarks: str = ""
    id: str = field(default_factory=new_id)

    @property
    def is_in_our_hands(self) -> bool:
        """Whether the centre holds the original and must give it back."""
        return self.whereabouts is Whereabouts.CENTRE and self.handed_back_on is None

    @property
    def title(self) -> Text:
        """What the paper is called: its name, else its kind."""
        if self.name:
            return say("{name}", name=self.name)
        return self.kind.label if self.kind else say("Paper without a name")

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what is still open about the paper, and what cannot be."""
        found: list[Problem] = []
        if self.handed_over_on and self.handed_back_on and self.handed_back_on < self.handed_over_on:
            found.append(Problem("handed_back_on", say("Handed back before it was handed over."), Weight.WRONG))
        if self.issued_on and self.issued_on.earliest > today:
            found.append(Problem("issued_on", say("The paper is dated in the future."), Weight.WRONG))
        if self.kind is None and not self.name:
            found.append(Problem("kind", say("Which paper is it?")))
        if not self.forms:
            found.append(Problem("forms", say("Is it there as an original, a copy or a translation?")))
        return tuple(found)

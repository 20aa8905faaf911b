"""How a person came to the centre, what they want, and how the two talk to each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import say

_LONGEST = 24 * 60


class Channel(Choice):
    """How the talk is held."""

    FACE_TO_FACE = "face_to_face", say("Face to face")
    OUTREACH = "outreach", say("Face to face, away from the centre")
    TELEPHONE = "telephone", say("Telephone")
    DIGITAL = "digital", say("Digital")


class WayToCentre(Choice):
    """How the person found the centre (the ways that the documentation NIQ counts)."""

    EMPLOYMENT_AGENCY = "employment_agency", say("Employment agency or job centre")
    RECOMMENDATION = "recommendation", say("Personal recommendation")
    EMPLOYER = "employer", say("Employer")
    IMMIGRATION_OFFICE = "immigration_office", say("Immigration office")
    EDUCATION_PROVIDER = "education_provider", say("Education provider")
    VOLUNTEERS = "volunteers", say("Volunteers")
    OWN_PUBLIC_RELATIONS = "own_public_relations", say("Our own public relations")
    INTERNET_OR_PRESS = "internet_or_press", say("Internet, press, social media")
    IQ_NETWORK = "iq_network", say("Referral within the network IQ")
    OTHER_ADVICE_CENTRE = "other_advice_centre", say("Other advice centre")
    COMPETENT_BODY = "competent_body", say("Competent body")
    RECOGNITION_HOTLINE = "recognition_hotline", say("Central service centre for recognition (ZSBA)")
    OTHER = "other", say("Other")
    NO_ANSWER = "no_answer", say("No answer")


class AskedBy(Choice):
    """Who asked for the counselling."""

    SELF = "self", say("The person")
    FAMILY = "family", say("Family or friends")
    EMPLOYMENT_AGENCY = "employment_agency", say("Employment agency or job centre")
    EMPLOYER = "employer", say("Employer")
    ADVICE_CENTRE = "advice_centre", say("Other advice centre")
    OTHER = "other", say("Somebody else")


class RecognitionTopic(Choice):
    """What was talked about in recognition counselling (the topics that the documentation NIQ counts)."""

    POSSIBILITIES = "possibilities", say("Ways to recognition")
    RESIDENCE = "residence", say("Residence law and recognition")
    APPLICATION = "application", say("Help with the application")
    FUNDING_SGB = "funding_sgb", say("Funding after SGB II and SGB III")
    FUNDING_OTHER = "funding_other", say("Other funding, such as the recognition grant")
    ALTERNATIVES = "alternatives", say("Alternatives to recognition")
    OTHER = "other", say("Other topics of recognition")


class QualificationTopic(Choice):
    """What was talked about in qualification counselling (the topics that the documentation NIQ counts)."""

    POSSIBILITIES = "possibilities", say("Ways to qualification")
    RESIDENCE = "residence", say("Residence law and qualification")
    FUNDING_SGB = "funding_sgb", say("Funding after SGB II and SGB III")
    FUNDING_OTHER = "funding_other", say("Other funding, such as an individual budget")
    REFERRAL = "referral", say("Referred to a qualification under the Recognition Act")
    ALTERNATIVES = "alternatives", say("Alternatives to recognition")
    OTHER = "other", say("Other topics of qualification")


class Concern(Choice):
    """What the person wants from the talk; several are possible."""

    RECOGNITION = "recognition", say("Have a qualification recognised")
    COMPETENCES = "competences", say("Show what I can do")
    QUALIFICATION = "qualification", say("Learn more for an occupation")
    GERMAN = "german", say("German for work")
    WORK = "work", say("Find work")
    START_UP = "start_up", say("Start an own business")
    UNCLEAR = "unclear", say("Not clear yet")


class Interpreting(Choice):
    """Whether somebody interprets."""

    NOT_NEEDED = "not_needed", say("Not needed")
    PROFESSIONAL = "professional", say("Professional interpreter")
    COMPANION = "companion", say("Somebody the person brought")
    TELEPHONE = "telephone", say("Interpreter by telephone or video")
    WANTED = "wanted", say("Needed, not there yet")


class InterpreterRelation(Choice):
    """What the interpreter is to the person; children should not have to interpret."""

    NONE = "none", say("Not related, not acquainted")
    PARTNER = "partner", say("Partner")
    CHILD = "child", say("Son or daughter")
    RELATIVE = "relative", say("Other relative")
    FRIEND = "friend", say("Friend or acquaintance")
    OTHER = "other", say("Other")


@dataclass(frozen=True, slots=True)
class Contact:
    """The first contact; `client_language` is the language of the client's side (code such as `ar`).

    `first_talk_on` and `ended_on` are the days on which the first counselling began and ended, `minutes` its length,
    `held_at` the place where it was held, empty for the centre's own; `hoped_by` is by when the person hopes for the
    result.
    """

    channel: Channel | None = None
    way: WayToCentre | None = None
    concerns: tuple[Concern, ...] = ()
    concern_in_words: str = ""
    expectation: str = ""
    hoped_by: PartialDate | None = None
    client_language: str = ""
    interpreting: Interpreting | None = None
    first_talk_on: dt.date | None = None
    asked_by: AskedBy | None = None
    minutes: int | None = None
    ended_on: dt.date | None = None
    held_at: str = ""
    recognition_topics: tuple[RecognitionTopic, ...] = ()
    recognition_other: str = ""
    qualification_topics: tuple[QualificationTopic, ...] = ()
    qualification_other: str = ""
    interpreter_name: str = ""
    interpreter_language: str = ""
    interpreter_secrecy_on: dt.date | None = None
    interpreter_relation: InterpreterRelation | None = None

    def problems(self) -> tuple[Problem, ...]:
        """Return what the page Contact still lacks, and what cannot be."""
        missing = (
            ("channel", self.channel is None, say("How is the talk held?")),
            ("way", self.way is None, say("How did the person find the centre?")),
            ("concerns", not self.concerns, say("What does the person want?")),
            ("client_language", not self.client_language, say("Which language does the person speak?")),
        )
        open_ones = tuple(Problem(field, text) for field, is_missing, text in missing if is_missing)
        return (*_contradictions(self), *open_ones)


def _contradictions(contact: Contact) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if contact.first_talk_on and contact.ended_on and contact.ended_on < contact.first_talk_on:
        found.append(Problem("ended_on", say("The counselling ended before it began."), Weight.WRONG))
    if contact.minutes is not None and not 0 < contact.minutes <= _LONGEST:
        found.append(Problem("minutes", say("The length does not fit into a day."), Weight.WRONG))
    return tuple(found)

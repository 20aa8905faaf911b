"""How a person came to the centre, what they want, and how the two talk to each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.problem import Problem
from iq_desktop.wording.text import say


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


@dataclass(frozen=True, slots=True)
class Contact:
    """The first contact; `client_language` is the language of the client's side (code such as `ar`)."""

    channel: Channel | None = None
    way: WayToCentre | None = None
    concerns: tuple[Concern, ...] = ()
    concern_in_words: str = ""
    expectation: str = ""
    client_language: str = ""
    interpreting: Interpreting | None = None
    first_talk_on: dt.date | None = None

    def problems(self) -> tuple[Problem, ...]:
        """Return what the page Contact still lacks."""
        missing = (
            ("channel", self.channel is None, say("How is the talk held?")),
            ("way", self.way is None, say("How did the person find the centre?")),
            ("concerns", not self.concerns, say("What does the person want?")),
            ("client_language", not self.client_language, say("Which language does the person speak?")),
        )
        return tuple(Problem(field, text) for field, is_missing, text in missing if is_missing)

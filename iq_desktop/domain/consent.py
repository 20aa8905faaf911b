"""Consents by purpose: each has a date, a version of its wording, a language, and can be withdrawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.domain.referral import Shared
from iq_desktop.wording.text import say


class Purpose(Choice):
    """What the data may be used for; each purpose is asked for by itself."""

    COUNSELLING = "counselling", say("Keep a case file for the counselling")
    STATISTICS = "statistics", say("Count the counselling in anonymous statistics")
    REFERRAL = "referral", say("Pass data on for a referral that we agreed")
    CONTACT_LATER = "contact_later", say("Ask again after six months")


class Manner(Choice):
    """How a consent was given."""

    WRITTEN = "written", say("In writing")
    ORAL = "oral", say("By word of mouth, noted")
    ON_SCREEN = "on_screen", say("On the screen")


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent; `wording_version` names the wording that was shown, `language` the language of the client."""

    purpose: Purpose
    given_on: dt.date
    language: str
    wording_version: str
    manner: Manner = Manner.WRITTEN
    withdrawn_on: dt.date | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_valid(self) -> bool:
        """Whether the consent has not been withdrawn."""
        return self.withdrawn_on is None


@dataclass(frozen=True, slots=True)
class Release:
    """A release from the duty of secrecy towards one recipient: what may be told to whom, until it is withdrawn.

    One that was given for a referral names it (`referral_id`) and holds for this one alone, and for just the fields
    that it `shares`. Another one says in words what may be told; where it names fields too, they limit it.
    """

    recipient: str = ""
    what: str = ""
    given_on: dt.date | None = None
    language: str = ""
    wording_version: str = ""
    manner: Manner = Manner.WRITTEN
    withdrawn_on: dt.date | None = None
    shares: tuple[Shared, ...] = ()
    referral_id: str = ""
    id: str = field(default_factory=new_id)

    @property
    def is_valid(self) -> bool:
        """Whether it was given to somebody and has not been withdrawn."""
        return bool(self.recipient) and self.given_on is not None and self.withdrawn_on is None

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the release still lacks, and what cannot be."""
        found: list[Problem] = []
        if not self.recipient:
            found.append(Problem("recipient", say("Who may be told? A release is for one recipient.")))
        if not (self.what or self.shares or self.referral_id):
            found.append(Problem("what", say("What may be told?")))
        if self.given_on is None:
            found.append(Problem("given_on", say("On which day was it given?")))
        elif self.given_on > today:
            found.append(Problem("given_on", say("This day lies in the future."), Weight.WRONG))
        if self.given_on and self.withdrawn_on and self.withdrawn_on < self.given_on:
            found.append(Problem("withdrawn_on", say("It was withdrawn before it was given."), Weight.WRONG))
        return tuple(found)


CONSENT_WORDING = "2026-11"
"""Version of the consent wording in this program."""


def valid_consent(consents: tuple[Consent, ...], purpose: Purpose) -> Consent | None:
    """Return the consent that covers a purpose today, or None."""
    return next((consent for consent in reversed(consents) if consent.purpose is purpose and consent.is_valid), None)

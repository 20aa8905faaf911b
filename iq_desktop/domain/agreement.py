"""What both sides agreed, as a whole: goals, steps, duties, when it was looked through, and who signed which words."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.domain.referral import Who
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile

_SHOWN_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Goal:
    """What the person wants to reach, in both languages, and when they hope for it."""

    text: str = ""
    text_in_client_language: str = ""
    hoped_by: PartialDate | None = None
    reached_on: dt.date | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_written(self) -> bool:
        """Whether anything was written down, in either language."""
        return bool(self.text.strip() or self.text_in_client_language.strip())

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what cannot be: that it was reached on a day to come."""
        is_later = self.reached_on is not None and self.reached_on > today
        return (Problem("reached_on", say("The day lies in the future."), Weight.WRONG),) if is_later else ()


@dataclass(frozen=True, slots=True)
class Duty:
    """What one side takes upon itself as long as the agreement holds, in both languages."""

    text: str = ""
    text_in_client_language: str = ""
    who: Who = Who.CLIENT
    id: str = field(default_factory=new_id)

    @property
    def is_written(self) -> bool:
        """Whether anything was written down, in either language."""
        return bool(self.text.strip() or self.text_in_client_language.strip())


@dataclass(frozen=True, slots=True)
class AgreementReview:
    """One time at which both looked through what was agreed."""

    reviewed_on: dt.date | None = None
    note: str = ""
    id: str = field(default_factory=new_id)

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what cannot be: that it was looked through on a day to come."""
        is_later = self.reviewed_on is not None and self.reviewed_on > today
        return (Problem("reviewed_on", say("The day lies in the future."), Weight.WRONG),) if is_later else ()


class Signer(Choice):
    """Who signs."""

    CLIENT = "client", say("The person")
    ADVISER = "adviser", say("The adviser")


class SigningWay(Choice):
    """How it was signed."""

    ON_SCREEN = "on_screen", say("Drawn on the screen")
    TYPED = "typed", say("Name typed and agreed to")
    ON_PAPER = "on_paper", say("Signed on paper")


class SignedState(Choice):
    """What a signature is worth for the words as they stand now."""

    VALID = "valid", say("Signed as it stands now")
    EARLIER = "earlier", say("Signed for an earlier version")
    BENT = "bent", say("The signature does not fit to the words that were signed")


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature under what was agreed.

    `words` are what was signed (`agreement_words`), `strokes` the lines that were drawn (`Ink.code`), empty where the
    name was typed or paper was signed. `seal` ties words, signer, name, day and lines together; `paper_id` is the paper
    of the case to which the scan of the signed sheet belongs.
    """

    signer: Signer = Signer.CLIENT
    way: SigningWay = SigningWay.ON_SCREEN
    signed_on: dt.date | None = None
    name: str = ""
    language: str = ""
    words: str = ""
    strokes: str = ""
    seal: str = ""
    paper_id: str = ""
    id: str = field(default_factory=new_id)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of what the seal ties together was changed."""
        return self.seal == seal_of(self)

    def state(self, words: str) -> SignedState:
        """Return what the signature is worth for words as they stand now."""
        if not self.is_whole:
            return SignedState.BENT
        return SignedState.VALID if self.words == words else SignedState.EARLIER


def seal_of(signature: Signature) -> str:
    """Return the seal that a signature must carry: SHA-256 in hexadecimal over all that belongs together."""
    day = signature.signed_on.isoformat() if signature.signed_on else ""
    told = [signature.words, signature.signer.value, signature.way.value, day, signature.name, signature.strokes]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def mark_of(words: str) -> str:
    """Return the beginning of the fingerprint of words, in groups, as it stands beside a signature on paper."""
    digits = hashlib.sha256(words.encode()).hexdigest()[:_SHOWN_DIGITS].upper()
    return "-".join(digits[at : at + 4] for at in range(0, _SHOWN_DIGITS, 4))


def agreement_words(case: CaseFile) -> str:
    """Return what is signed, as words that stay the same on every computer; empty where nothing was agreed.

    One line for each language of each goal (→), step (numbered) and duty (•), with who and by when. What was done,
    the picture of a step and the order of the rows in the vault say nothing about what was agreed.
    """
    return "\n".join(_lines(case))


def _lines(case: CaseFile) -> Iterator[str]:
    for goal in case.goals:
        if goal.is_written:
            yield from _marked("→", (goal.text, goal.text_in_client_language))
            if goal.hoped_by:
                yield f"  ≤ {goal.hoped_by.code()}"
    written = (point for point in case.agreement if point.is_written)
    for number, point in enumerate(written, 1):
        yield from _marked(f"{number}.", (point.text, point.text_in_client_language))
        yield f"  {point.who.value}" + (f" ≤ {point.due.isoformat()}" if point.due else "")
    for duty in case.duties:
        if duty.is_written:
            yield from _marked(f"• {duty.who.value}:", (duty.text, duty.text_in_client_language))


def _marked(mark: str, texts: tuple[str, str]) -> Iterator[str]:
    for text in texts:
        if text.strip():
            yield f"{mark} {' '.join(text.split())}"


def newest_signature(case: CaseFile, signer: Signer) -> Signature | None:
    """Return the last signature of a side, or None."""
    return next((one for one in reversed(case.signatures) if one.signer is signer), None)


def valid_signatures(case: CaseFile) -> tuple[Signature, ...]:
    """Return the signatures that hold for the words as they stand now, the newest of each side."""
    words = agreement_words(case)
    newest = (newest_signature(case, signer) for signer in Signer)
    return tuple(one for one in newest if one is not None and one.state(words) is SignedState.VALID)

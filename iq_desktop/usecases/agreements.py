"""Agreeing, signing, looking through: what both sides do with an agreement beyond its steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.agreement import (
    AgreementReview,
    Duty,
    Signature,
    SignedState,
    Signer,
    SigningWay,
    agreement_words,
    seal_of,
    valid_signatures,
)
from iq_desktop.domain.agreement_talk import READY_DUTIES, ReadyDuty
from iq_desktop.domain.qualification import Paper
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.ink import Ink
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue


class NothingToSign(IqError):  # noqa: N818  (a name that says what happened)
    """Nothing was agreed yet, so that nothing can be signed."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(
            say("There is nothing to sign yet."),
            say("Please write down a goal, a step or a duty first."),
        )


class NoSignature(IqError):  # noqa: N818  (a name that says what happened)
    """Neither lines nor a name that could be a signature."""

    def __init__(self) -> None:
        """Say it in words."""
        super().__init__(
            say("That is no signature yet."),
            say("Please sign in the field, or write the name and tick that you agree."),
        )


@dataclass(frozen=True, slots=True)
class ToldSignature:
    """A signature in words: who and how, what it is worth now, and whether it holds."""

    signature: Signature
    title: Text
    state: SignedState

    @property
    def id(self) -> str:
        """The identity of the signature."""
        return self.signature.id

    @property
    def holds(self) -> bool:
        """Whether it holds for the words as they stand now."""
        return self.state is SignedState.VALID


def sign_on_screen(
    desk: Desk, case: CaseFile, signer: Signer, ink: Ink, name: str = "", language: str = ""
) -> CaseFile:
    """Return the case with what one side drew, or typed and agreed to; earlier signatures stay.

    Raises NothingToSign where nothing was agreed, NoSignature where there are neither lines nor a name.
    """
    if ink.strokes and not ink.is_signature:
        raise NoSignature
    if not ink.strokes and not name.strip():
        raise NoSignature
    way = SigningWay.ON_SCREEN if ink.strokes else SigningWay.TYPED
    signed_by = name.strip() or _name_of(desk, case, signer)
    return _with_signature(desk, case, Signature(signer, way, None, signed_by, language, strokes=ink.code))


def note_signed_on_paper(desk: Desk, case: CaseFile, day: dt.date | None = None) -> CaseFile:
    """Return the case with the note that both signed on paper, and a paper to which the scan can be attached.

    `day` is today where none is given. Raises NothingToSign where nothing was agreed.
    """
    signed_on = day or desk.clock.today()
    paper = Paper(desk.tongue("de").speak(say("Signed agreement of {day}", day=signed_on)))
    signed = replace(case, papers=(*case.papers, paper))
    for signer in Signer:
        name = _name_of(desk, case, signer)
        signature = Signature(signer, SigningWay.ON_PAPER, signed_on, name, paper_id=paper.id)
        signed = _with_signature(desk, signed, signature)
    return signed


def remove_signature(case: CaseFile, signature: Signature) -> CaseFile:
    """Return the case without a signature; its paper stays."""
    return replace(case, signatures=tuple(one for one in case.signatures if one.id != signature.id))


def tell_signatures(case: CaseFile) -> tuple[ToldSignature, ...]:
    """Return the signatures in words, newest first."""
    words = agreement_words(case)
    return tuple(_told(one, one.state(words)) for one in reversed(case.signatures))


def standing_of(case: CaseFile) -> tuple[str, Text]:
    """Return how far the signing is: the kind of mark (good, open, warn), and a sentence."""
    valid = {one.signer for one in valid_signatures(case)}
    if len(valid) == len(Signer):
        return "good", say("Both have signed.")
    if Signer.CLIENT in valid:
        return "open", say("The person has signed, the adviser not yet.")
    if Signer.ADVISER in valid:
        return "open", say("The adviser has signed, the person not yet.")
    days = [one.signed_on for one in case.signatures if one.signed_on]
    if days:
        told = say(
            "Changed since it was signed on {day}. Sign again, or leave both versions as they are.", day=max(days)
        )
        return "warn", told
    return "open", say("Not signed yet.")


def is_anything_agreed(case: CaseFile) -> bool:
    """Return whether there is a goal, a step or a duty that could be signed."""
    return bool(agreement_words(case))


def ready_duties(case: CaseFile, ours: Tongue) -> tuple[ReadyDuty, ...]:
    """Return the ready-made duties that were not taken over yet, as the adviser's tongue says them."""
    taken = {duty.text for duty in case.duties}
    return tuple(one for one in READY_DUTIES if ours.speak(one.words) not in taken)


def take_duty(case: CaseFile, ready: ReadyDuty, ours: Tongue, theirs: Tongue | None) -> CaseFile:
    """Return the case with a ready-made duty, in the adviser's language and, where there is one, in the client's."""
    text = ours.speak(ready.words)
    own = theirs.speak(ready.words) if theirs is not None and theirs.code != ours.code else ""
    return replace(case, duties=(*case.duties, Duty(text, own, ready.who)))


def begin_review(desk: Desk) -> AgreementReview:
    """Return a review of today to be added."""
    return AgreementReview(desk.clock.today())


def _with_signature(desk: Desk, case: CaseFile, signature: Signature) -> CaseFile:
    words = agreement_words(case)
    if not words:
        raise NothingToSign
    dated = replace(signature, signed_on=signature.signed_on or desk.clock.today(), words=words)
    sealed = replace(dated, seal=seal_of(dated))
    return replace(case, signatures=(*case.signatures, sealed))


def _name_of(desk: Desk, case: CaseFile, signer: Signer) -> str:
    return case.client.spoken_name if signer is Signer.CLIENT else desk.adviser.name


def _told(signature: Signature, state: SignedState) -> ToldSignature:
    day = say("{day}", day=signature.signed_on) if signature.signed_on else NOTHING
    parts: Sequence[Text] = (signature.signer.label, as_it_is(signature.name), signature.way.label, day)
    return ToldSignature(signature, joined(parts), state)

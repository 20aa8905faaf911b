"""The confirmation of what a person withdrew: what, when, what stops with it, and what still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, KeepTogether, Listing, Sentences, Signatures, Typed
from iq_desktop.documents.letterhead import signature_lines
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.consent import Consent, Release
    from iq_desktop.wording.text import Text

WITHDRAWAL_NAME: Final = "withdrawal"
TITLE: Final = say("Confirmation of your withdrawal")
_WHO: Final = say("Who may be told")
_WIDTHS: Final = (0.36, 0.26, 0.38)
_STOPS: Final = {
    Purpose.COUNSELLING: say("We do not work on your case any more."),
    Purpose.STATISTICS: say("We do not count your counselling any more."),
    Purpose.REFERRAL: say("We pass nothing on any more."),
    Purpose.CONTACT_LATER: say("We do not ask you later any more."),
}
"""What each withdrawal stops."""


def make_withdrawal_paper(case: CaseFile, occasion: Occasion) -> Document:
    """Return the confirmation of everything that was withdrawn in a case; nothing on it is asked for or ticked."""
    return Document(
        title=TITLE,
        lines_below_title=head_lines(case, occasion),
        blocks=(*_withdrawn(case), *_still_valid(case), *_end(occasion)),
        footnote=say("The law: GDPR, Article 7 (3)."),
        author=occasion.centre.name,
    )


def has_withdrawals(case: CaseFile) -> bool:
    """Return whether a person withdrew any consent or release."""
    return any(not one.is_valid for one in case.consents) or any(one.withdrawn_on for one in case.releases)


def _withdrawn(case: CaseFile) -> Iterator[Block]:
    consents = sorted((one for one in case.consents if one.withdrawn_on), key=_day)
    releases = sorted((one for one in case.releases if one.withdrawn_on and one.recipient), key=_day)
    yield Heading(say("What you have withdrawn"))
    if not consents and not releases:
        yield Sentences(say("Nothing was withdrawn."))
    if consents:
        head = (say("For what"), say("When"), say("What we do now"))
        yield Listing(head, tuple((one.purpose.label, _days(one), _now(case, one)) for one in consents), _WIDTHS)
    if releases:
        yield Heading(say("Release from secrecy"), is_minor=True)
        rows = tuple((Typed(one.recipient, _WHO), _days(one), _now_told(case, one)) for one in releases)
        yield Listing((say("Whom"), say("When"), say("What we do now")), rows, _WIDTHS)
    yield Sentences(say("What was done until then with your consent stays allowed."))


def _day(one: Consent | Release) -> str:
    return one.withdrawn_on.isoformat() if one.withdrawn_on else ""


def _days(one: Consent | Release) -> Text:
    if one.withdrawn_on is None:
        return NOTHING
    if one.given_on is None:
        return say("withdrawn on {date}", date=one.withdrawn_on)
    return say("given on {given}, withdrawn on {date}", given=one.given_on, date=one.withdrawn_on)


def _now(case: CaseFile, one: Consent) -> Text:
    """Return what a withdrawal stops, or since when the person has agreed again."""
    again = valid_consent(case.consents, one.purpose)
    return say("You agreed again on {day}.", day=again.given_on) if again else _STOPS[one.purpose]


def _now_told(case: CaseFile, one: Release) -> Text:
    again = next((other for other in case.releases if other.is_valid and other.recipient == one.recipient), None)
    if again is None or again.given_on is None:
        return say("We tell nothing there any more.")
    return say("You agreed again on {day}.", day=again.given_on)


def _still_valid(case: CaseFile) -> Iterator[Block]:
    """Yield what the person still agrees to, so that the paper cannot be taken for a withdrawal of everything."""
    rows: list[tuple[Words, Words]] = [
        (one.purpose.label, say("since {day}", day=one.given_on))
        for purpose in Purpose
        if (one := valid_consent(case.consents, purpose))
    ]
    rows += [
        (Typed(one.recipient, _WHO), say("since {day}", day=one.given_on) if one.given_on else NOTHING)
        for one in case.releases
        if one.is_valid
    ]
    told = Facts(tuple(rows)) if rows else Sentences(say("No consent and no release holds any more."))
    yield KeepTogether((Heading(say("What still holds")), told))


def _end(occasion: Occasion) -> Iterator[Block]:
    reach = " · ".join(occasion.centre.reach)
    yield KeepTogether(
        (
            Heading(say("What you may do now")),
            Sentences(say("You may agree again at any time. You need not.")),
            Sentences(say("You may ask for a copy of all your data. You may ask that everything is erased.")),
            *((Facts(((say("How you reach us"), as_it_is(reach)),)),) if reach else ()),
            Signatures(signature_lines(occasion, with_client=False)),
        )
    )

"""Consents and releases on one sheet: what was agreed to, what is still asked, and how one withdraws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import (
    Document,
    Facts,
    Heading,
    KeepTogether,
    Listing,
    Sentences,
    Signatures,
    TickRow,
    TickTable,
    Typed,
)
from iq_desktop.documents.letterhead import signature_lines
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.wording.text import NOTHING, LanguageName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.consent import Consent, Release

MEANINGS: Final = {
    Purpose.COUNSELLING: say("We write down what you tell us and what we agree. The advisers of the centre read it."),
    Purpose.STATISTICS: say("We count how many people came and what it was about. Nobody can see who you are."),
    Purpose.REFERRAL: say("We give an office, a course or a partner what is needed for it. You see it before."),
    Purpose.CONTACT_LATER: say("We call or write to you after six months and ask how you are getting on."),
}
"""What each purpose means for the person."""
_RELEASE: Final = say("Release from secrecy")


def make_consent_paper(case: CaseFile, occasion: Occasion) -> Document:
    """Return the sheet of a case: given consents and releases, what was withdrawn, purposes to tick; both sign it."""
    return Document(
        title=say("Consents and releases"),
        lines_below_title=head_lines(case, occasion),
        blocks=(
            Sentences(say("We need your consent for some things. You need not agree to anything.")),
            *_matter(case),
            *_end(occasion),
        ),
        footnote=say("This wording is a proposal of the program. The centre may use its own."),
        author=occasion.centre.name,
    )


def _matter(case: CaseFile) -> tuple[Block, ...]:
    """Return what holds, and last what is asked; where nothing was agreed yet the questions come first."""
    agreed, asked = tuple(_agreed(case)), tuple(_asked(case))
    others = (*_releases(case), *_withdrawn(case))
    return (*agreed, *others, *asked) if agreed else (*asked, *others)


def _agreed(case: CaseFile) -> Iterator[Block]:
    given = tuple(one for purpose in Purpose if (one := valid_consent(case.consents, purpose)))
    if given:
        yield Heading(say("What you agreed to"))
        head = (say("For what"), say("What that means"), say("Since when"))
        yield Listing(head, tuple((one.purpose.label, MEANINGS[one.purpose], _since(one)) for one in given), _WIDTHS)


_WIDTHS: Final = (0.28, 0.44, 0.28)


def _since(one: Consent | Release) -> Text:
    """Return day, manner, and which wording was shown in which language."""
    day = say("{day}", day=one.given_on) if one.given_on else NOTHING
    language = say("{language}", language=LanguageName(one.language)) if one.language else NOTHING
    version = say("Wording {version}", version=one.wording_version) if one.wording_version else NOTHING
    return joined((day, one.manner.label, joined((version, language), ", ")), "; ")


def _asked(case: CaseFile) -> Iterator[Block]:
    """Yield the purposes without a consent that holds, with boxes for yes and no."""
    open_ones = tuple(purpose for purpose in Purpose if valid_consent(case.consents, purpose) is None)
    if not open_ones:
        return
    rows = tuple(TickRow(place, _question(purpose)) for place, purpose in enumerate(open_ones, 1))
    yield KeepTogether(
        (
            Heading(say("What we ask you")),
            Sentences(say("Please tick yes or no in each line. You may leave out any line.")),
            TickTable((say("Yes"), say("No")), rows),
        )
    )


def _question(purpose: Purpose) -> Text:
    return joined((purpose.label, MEANINGS[purpose]), ". ")


def _releases(case: CaseFile) -> Iterator[Block]:
    rows = tuple(
        (Typed(one.recipient, say("Who may be told")), _what(one), _since(one)) for one in case.releases if one.is_valid
    )
    yield Heading(_RELEASE)
    if not rows:
        yield Sentences(say("No release was given."))
        return
    yield Sentences(say("We may talk only to these people and offices, and only about this:"))
    yield Listing((say("Who may be told"), say("What may be told"), say("Since when")), rows, _WIDTHS)


def _what(release: Release) -> Words:
    """Return what may be told: in the words that were written, else by the fields that a letter may tell."""
    if release.what:
        return Typed(release.what, say("What may be told"))
    return joined((say("Name"), *(one.label for one in release.shares)), ", ")


def _withdrawn(case: CaseFile) -> Iterator[Block]:
    rows: list[tuple[Words, Words]] = [
        (one.purpose.label, say("withdrawn on {date}", date=one.withdrawn_on))
        for one in case.consents
        if one.withdrawn_on is not None
    ]
    rows += [
        (Typed(one.recipient, say("Who may be told")), say("withdrawn on {date}", date=one.withdrawn_on))
        for one in case.releases
        if one.withdrawn_on is not None and one.recipient
    ]
    if rows:
        yield KeepTogether((Heading(say("What you have withdrawn")), Facts(tuple(rows))))


def _end(occasion: Occasion) -> Iterator[Block]:
    """Yield how one withdraws, where one reaches the centre, and the lines to sign on, on one page."""
    reach = " · ".join(occasion.centre.reach)
    yield KeepTogether(
        (
            Heading(say("How you withdraw a consent")),
            Sentences(say("You may withdraw every consent and every release at any time, without a reason.")),
            Sentences(say("It is enough to tell us, to call us or to write to us. Then we stop at once.")),
            Sentences(say("What was done until then with your consent stays allowed.")),
            *((Facts(((say("How you reach us"), as_it_is(reach)),)),) if reach else ()),
            Signatures(signature_lines(occasion)),
        )
    )

"""The letter of referral: to whom, why, and only what the person agreed may be told there; the answer comes back on it.

The letter is made from what `domain/passing_on.py` lets through, never from the case itself.
"""

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
    Words,
)
from iq_desktop.documents.letterhead import address_field, signature_lines
from iq_desktop.documents.parts import CasePart
from iq_desktop.documents.sections.career import entries_table, qualification_entry, work_entry
from iq_desktop.documents.sections.languages import languages_section
from iq_desktop.documents.sections.personal import address_words, head_lines
from iq_desktop.documents.sections.strengths import occupations_section
from iq_desktop.domain.passing_on import is_release_withdrawn, may_be_told, told_case
from iq_desktop.domain.ranking import strongest_rated
from iq_desktop.domain.referral import Referral, ReferralKind, ReferralState
from iq_desktop.domain.rights import Act, find_stop
from iq_desktop.wording.text import NOTHING, CountryName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client import Client
    from iq_desktop.domain.competence import Competence

LETTER: Final = "referral-letter"
"""The lasting name of the letter."""
MOST_COMPETENCES: Final = 12
_ANSWERS: Final = (
    say("The person can begin or come to us."),
    say("It is not possible now. Please ask again later."),
    say("It does not fit. We recommend something else."),
    say("We need more papers or information."),
)
_NOBODY: Final = Referral("")
_ON_THE_WAY: Final = frozenset({ReferralState.PLANNED, ReferralState.SENT})


def letter_parts(case: CaseFile) -> tuple[CasePart, ...]:
    """Return the referrals that a letter can be about: the newest that is on its way first, then the others."""
    newest_first = case.referrals[::-1]
    waiting = tuple(one for one in newest_first if one.state in _ON_THE_WAY)
    others = tuple(one for one in newest_first if one.state not in _ON_THE_WAY)
    return tuple(CasePart(one.id, as_it_is(one.recipient or "–")) for one in (*waiting, *others))


def make_referral_letter(case: CaseFile, occasion: Occasion) -> Document:
    """Return the letter for the referral that is meant; without a consent it names nothing of the person."""
    parts = letter_parts(case)
    wanted = occasion.part or (parts[0].id if parts else "")
    referral = next((one for one in case.referrals if one.id == wanted), _NOBODY)
    is_told = may_be_told(case, referral)
    told = told_case(case, referral)
    return Document(
        title=say("Letter of referral"),
        lines_below_title=head_lines(told, occasion),
        blocks=(
            *_opening(told.referrals[0], occasion),
            *(_told(told) if is_told else _nothing_told(case, referral)),
            *_answer(occasion),
        ),
        footnote=say("This letter tells only what the person agreed to. Please pass it on to nobody."),
        author=occasion.centre.name,
        address=address_field(occasion),
    )


def _opening(referral: Referral, occasion: Occasion) -> Iterator[Block]:
    rows: list[tuple[Words, Words]] = []
    rows.append((say("To whom"), _recipient(referral)))
    if referral.contact_person and address_field(occasion) is None:
        person = say("Contact person")
        rows.append((person, Typed(referral.contact_person, person)))
    if occasion.address is not None and occasion.address.ways:
        reached = say("Reached by")
        rows.append((reached, Typed(" · ".join(occasion.address.ways), reached)))
    if referral.reason:
        rows.append((say("Why"), Typed(referral.reason, say("Why"))))
    if referral.place:
        rows.append((say("Place"), Typed(referral.place, say("Place"))))
    if referral.starts_on:
        rows.append((say("Begins on"), say("{day}", day=referral.starts_on)))
    yield Facts(tuple(rows))
    if referral.kind is ReferralKind.COURSE:
        yield Sentences(say("We have counselled this person. We recommend this course to the person."))
    else:
        yield Sentences(say("We have counselled this person. We ask you to go on helping."))


def _recipient(referral: Referral) -> Words:
    return Typed(referral.recipient, say("To whom")) if referral.recipient else _BLANK


_BLANK: Final = as_it_is("\u2009" + "." * 46)


def _nothing_told(case: CaseFile, referral: Referral) -> Iterator[Block]:
    """Yield why the letter is empty: which consent is missing, for which recipient and fields, and how one gets it."""
    yield Sentences(say("Nothing is told here about the person: there is no consent to that."))
    stop = find_stop(case, Act.REFER)
    if stop is not None:
        yield Sentences(stop.text)
        return
    wanted = joined((say("Name"), *(one.label for one in referral.shares)), ", ")
    taken_back = (Sentences(_TAKEN_BACK),) if is_release_withdrawn(case, referral) else ()
    rows = ((say("Who may be told"), _recipient(referral)), (say("What may be told"), wanted))
    yield KeepTogether((Heading(say("Which consent is missing")), *taken_back, Facts(rows), Sentences(_HOW_TO_AGREE)))


_TAKEN_BACK: Final = say("The person took the consent back. It is asked for anew, or the letter is not sent.")
_HOW_TO_AGREE: Final = say(
    "The adviser talks about it with the person. If the person agrees, the consent is noted on the page Referral. "
    "Then the letter is made anew."
)


def _told(told: CaseFile) -> Iterator[Block]:
    rows = tuple(_person(told.client))
    if rows:
        yield Heading(say("Person"))
        yield Facts(rows)
    if told.contact.concerns:
        yield KeepTogether(
            (Heading(say("Concern")), Sentences(joined((one.label for one in told.contact.concerns), ", ")))
        )
    yield from occupations_section(told)
    yield from languages_section(told)
    if told.qualifications:
        yield Heading(say("Training and qualifications"))
        yield entries_table(qualification_entry(one) for one in told.qualifications)
    if told.works:
        yield Heading(say("Work"))
        yield entries_table(work_entry(one) for one in told.works)
    yield from _competences(told)


def _person(client: Client) -> Iterator[tuple[Words, Words]]:
    if client.birth:
        yield say("Date of birth"), client.birth.text()
    if client.nationalities:
        states = (say("{country}", country=CountryName(code)) for code in client.nationalities)
        yield say("Nationality"), joined(states, ", ")
    for label, words in (
        (say("Place of residence"), address_words(client)),
        (say("Telephone"), client.phone),
        (say("E-mail"), client.email),
    ):
        if words:
            yield label, Typed(words, label)
    if client.residence_title:
        valid = say("until {ended}", ended=client.residence_valid_until) if client.residence_valid_until else NOTHING
        yield say("Residence title"), joined((client.residence_title.label, valid), ", ")
    if client.work_permission:
        yield say("Permission to work"), client.work_permission.label


def _competences(told: CaseFile) -> Iterator[Block]:
    rated = strongest_rated(told.competences, MOST_COMPETENCES)
    if rated:
        head = (say("Competence"), say("Own view"), say("Adviser's view"), say("Evidence"))
        yield Heading(say("Competences"))
        yield Listing(head, tuple(_competence(one) for one in rated), (0.4, 0.2, 0.2, 0.2))


def _competence(one: Competence) -> tuple[Words, ...]:
    own, other = one.self_rating, one.adviser_rating
    return (
        Typed(one.name_de, say("Competence")),
        own.label if own else NOTHING,
        other.label if other else NOTHING,
        one.evidence.label,
    )


def _answer(occasion: Occasion) -> Iterator[Block]:
    """Yield the answer that comes back, and the consent of the person to sign."""
    rows = tuple(TickRow(number, words) for number, words in enumerate(_ANSWERS, 1))
    yield KeepTogether((Heading(say("Your answer to us")), TickTable((NOTHING,), rows), Sentences(_reply(occasion))))
    agreed = Sentences(say("I agree that this letter goes to the place that is named above."))
    yield KeepTogether((agreed, Signatures(signature_lines(occasion))))


def _reply(occasion: Occasion) -> Text:
    ways = " · ".join(occasion.centre.reach)
    return say("Please send this page back: {ways}", ways=ways) if ways else say("Please send this page back.")

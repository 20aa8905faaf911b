"""The support plan: the goal, the steps, who does them by when, and where the person goes next; both sign it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, KeepTogether, Listing, Sentences, Signatures, Typed
from iq_desktop.documents.letterhead import signature_lines
from iq_desktop.documents.sections.eligibility import eligibility_section
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.documents.sections.procedures import procedures_section
from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.referral import ReferralState
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.referral import AgreedPoint, Referral

MOST_WAYS: Final = 8
_WAYS: Final = (Verdict.OPEN, Verdict.OPEN_IF)
_OVER: Final = frozenset({ReferralState.REFUSED, ReferralState.FINISHED, ReferralState.DROPPED})


def make_support_plan(case: CaseFile, occasion: Occasion) -> Document:
    """Return the plan of a case; parts of which nothing is known are left out."""
    return Document(
        title=say("Support plan"),
        lines_below_title=head_lines(case, occasion),
        blocks=(
            *_goal(case),
            *_steps(case),
            *_possible(case, occasion),
            *procedures_section(case, occasion),
            *_referrals(case),
            *_appointments(case, occasion),
            _end(occasion),
        ),
        footnote=say("This plan is no decision of an office. Both sides can change it together."),
        author=occasion.centre.name,
    )


def _goal(case: CaseFile) -> Iterator[Block]:
    rows: list[tuple[Words, Words]] = []
    wished = dict.fromkeys(one.name_de for one in case.occupations_as(OccupationRole.WISHED))
    label = say("Wished occupation")
    rows += [(label, Typed(name, label)) for name in wished]
    if case.situation.wish:
        rows.append((say("Wish"), Typed(case.situation.wish, say("Wish"))))
    if case.contact.expectation:
        rows.append((say("Hopes for"), Typed(case.contact.expectation, say("Hopes for"))))
    if case.contact.hoped_by:
        rows.append((say("Hopes for it by"), case.contact.hoped_by.text()))
    concerns = tuple(one.label for one in case.contact.concerns)
    if concerns:
        rows.append((say("What it is about"), joined(concerns, ", ")))
    yield Heading(say("The goal"))
    yield Facts(tuple(rows)) if rows else Sentences(say("No goal was written down yet."))


def _steps(case: CaseFile) -> Iterator[Block]:
    points = tuple(point for point in case.agreement if point.is_written)
    yield Heading(say("The steps"))
    if not points:
        yield Sentences(say("Nothing was agreed yet."))
        return
    rows = tuple(_step(number, point) for number, point in enumerate(points, 1))
    yield Listing((say("No."), say("What"), say("Who"), say("By when")), rows, (0.07, 0.55, 0.2, 0.18))


def _step(number: int, point: AgreedPoint) -> tuple[Words, ...]:
    german, own = point.text.strip(), point.text_in_client_language.strip()
    words = Typed(german or own, say("What we agreed"), own if german else "", for_client=True)
    due = say("{day}", day=point.due) if point.due else NOTHING
    return as_it_is(str(number)), words, point.who.label, due


def _possible(case: CaseFile, occasion: Occasion) -> Iterator[Block]:
    """Yield the ways that are open; what is closed or cannot be said yet is no part of a plan."""
    ways = tuple(one for one in occasion.verdicts if one.verdict in _WAYS)[:MOST_WAYS]
    yield from eligibility_section(ways, case.contact.client_language)


def _referrals(case: CaseFile) -> Iterator[Block]:
    rows = tuple(_referral(one) for one in case.referrals if one.state not in _OVER)
    if rows:
        head = (say("To whom"), say("Why"), say("How far it is"), say("Begins on"))
        yield Heading(say("Where it goes on"))
        yield Listing(head, rows, (0.36, 0.26, 0.2, 0.18))


def _referral(one: Referral) -> tuple[Words, ...]:
    reason: Words = Typed(one.reason, say("Why")) if one.reason else one.kind.label
    begins = say("{day}", day=one.starts_on) if one.starts_on else NOTHING
    return Typed(one.recipient, say("To whom")), reason, one.state.label, begins


def _appointments(case: CaseFile, occasion: Occasion) -> Iterator[Block]:
    coming = sorted(
        (one.day, one.at, one.id, one)
        for one in case.appointments
        if one.is_open and one.day is not None and one.day >= occasion.day
    )
    rows: list[tuple[Words, Words]] = []
    for day, at, _id, one in coming:
        when = joined((say("{day}", day=day), as_it_is(at)), ", ")
        words = ", ".join(part for part in (one.what, one.place) if part)
        rows.append((when, Typed(words, say("What is to be done")) if words else one.kind.label))
    if rows:
        yield KeepTogether((Heading(say("The next dates")), Facts(tuple(rows))))


def _end(occasion: Occasion) -> Block:
    return KeepTogether(
        (
            Sentences(say("Both sides are responsible for the steps. If something changes, we talk about it.")),
            Signatures(signature_lines(occasion)),
        )
    )
